"""The bot's own card: names, descriptions and commands, by language and by scope."""

from __future__ import annotations

import json
import re
from typing import Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.errors import Refused, bad_request

MAX_COMMANDS = 100
SCOPES = frozenset(
    {
        "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat",
        "chat_administrators", "chat_member",
    }
)  # fmt: skip
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")


class Profile:
    def __init__(self, *, name: str) -> None:
        self.names: dict[str, str] = {"": name}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}
        self.menu_buttons: dict[int, dict[str, Any]] = {}
        # By scope (its JSON with sorted keys) and language.
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}

    def shown_name(self) -> str:
        return self.names[""]

    def set_text(self, book: dict[str, str], args: Arguments, name: str, most: int) -> None:
        text = args.text(name)
        if len(text) > most:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        language = language_of(args)
        if text:
            book[language] = text
        elif language or book is not self.names:
            book.pop(language, None)

    def commands_for(self, user_id: int, language: str) -> list[dict[str, str]]:
        """What the menu of this person shows: the narrowest scope, then the person's language."""
        for scope in ({"type": "chat", "chat_id": user_id}, {"type": "all_private_chats"},
                      {"type": "default"}):  # fmt: skip
            for code in (language, "") if language else ("",):
                found = self.commands.get((scope_key(scope), code))
                if found:
                    return found
        return []


def language_of(args: Arguments) -> str:
    language = args.text("language_code").lower()
    if language and not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def scope_key(scope: dict[str, Any]) -> str:
    return json.dumps(scope, sort_keys=True)


def scope_of(args: Arguments) -> str:
    raw = args.parsed("scope", "can't parse BotCommandScope JSON object")
    if raw is None:
        return scope_key({"type": "default"})
    if not isinstance(raw, dict) or raw.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    kept: dict[str, Any] = {"type": raw["type"]}
    for name in ("chat_id", "user_id"):
        if name in raw:
            try:
                kept[name] = int(raw[name])
            except (TypeError, ValueError):
                raise bad_request(f"can't parse BotCommandScope: invalid {name}") from None
    return scope_key(kept)


def commands_of(args: Arguments) -> list[dict[str, str]]:
    raw = args.parsed("commands", "can't parse commands JSON object")
    if raw is None:
        return []
    if not isinstance(raw, list):
        raise bad_request("expected an Array of BotCommand")
    if len(raw) > MAX_COMMANDS:
        raise Refused(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    commands = []
    for item in raw:
        if not isinstance(item, dict):
            raise bad_request("can't parse BotCommand: expected an Object")
        command = str(item.get("command", "")).removeprefix("/")
        description = str(item.get("description", "")).strip()
        if not _COMMAND.fullmatch(command):
            raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        commands.append({"command": command, "description": description})
    return commands
