"""Methods that change the bot's own card: commands, names, descriptions, the menu button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.errors import bad_request
from sandbox.telegram.methods.content import known_chat
from sandbox.telegram.methods.method import Method
from sandbox.telegram.profile import commands_of, language_of, scope_of

if TYPE_CHECKING:
    from sandbox.telegram.telegram import Telegram


async def set_my_commands(telegram: Telegram, args: Arguments) -> Any:
    commands = commands_of(args)
    telegram.profile.commands[scope_of(args), language_of(args)] = commands
    return True


async def get_my_commands(telegram: Telegram, args: Arguments) -> Any:
    return telegram.profile.commands.get((scope_of(args), language_of(args)), [])


async def delete_my_commands(telegram: Telegram, args: Arguments) -> Any:
    telegram.profile.commands.pop((scope_of(args), language_of(args)), None)
    return True


async def set_my_name(telegram: Telegram, args: Arguments) -> Any:
    telegram.profile.set_text(telegram.profile.names, args, "name", 64)
    return True


async def set_my_description(telegram: Telegram, args: Arguments) -> Any:
    telegram.profile.set_text(telegram.profile.descriptions, args, "description", 512)
    return True


async def set_my_short_description(telegram: Telegram, args: Arguments) -> Any:
    book = telegram.profile.short_descriptions
    telegram.profile.set_text(book, args, "short_description", 120)
    return True


async def set_chat_menu_button(telegram: Telegram, args: Arguments) -> Any:
    raw = args.parsed("menu_button", "can't parse MenuButton JSON object")
    button = {"type": "default"} if raw is None else raw
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("MenuButton has unsupported type")
    chat = known_chat(telegram, args).id if args.has("chat_id") else 0
    telegram.profile.menu_buttons[chat] = button
    return True


METHODS = (
    Method("setMyCommands", set_my_commands),
    Method("getMyCommands", get_my_commands),
    Method("deleteMyCommands", delete_my_commands),
    Method("setMyName", set_my_name),
    Method("setMyDescription", set_my_description),
    Method("setMyShortDescription", set_my_short_description),
    Method("setChatMenuButton", set_chat_menu_button),
)
