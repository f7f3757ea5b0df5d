"""The bot's card: commands by language and scope, names, descriptions, the menu button."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.wire import ANN, Wire

HELP = [{"command": "help", "description": "What I can do"}]
HELP_RU = [{"command": "help", "description": "Что я умею"}]


async def test_commands_are_kept_by_language_and_scope(wire: Wire) -> None:
    await wire.ok("setMyCommands", commands=HELP)
    await wire.ok("setMyCommands", commands=HELP_RU, language_code="ru")
    assert await wire.ok("getMyCommands") == HELP
    assert await wire.ok("getMyCommands", language_code="ru") == HELP_RU
    assert wire.telegram.profile.commands_for(ANN, "ru") == HELP_RU
    assert wire.telegram.profile.commands_for(ANN, "de") == HELP
    mine = [{"command": "report", "description": "Report"}]
    await wire.ok("setMyCommands", commands=mine, scope={"type": "chat", "chat_id": ANN})
    assert wire.telegram.profile.commands_for(ANN, "ru") == mine
    await wire.ok("deleteMyCommands", language_code="ru")
    assert await wire.ok("getMyCommands", language_code="ru") == []


@pytest.mark.parametrize(
    ("commands", "error"),
    [
        ("[", "can't parse commands JSON object"),
        ("{}", "expected an Array of BotCommand"),
        ([{"command": "Help", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "a", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "a", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_wrong_commands_are_refused(wire: Wire, commands: Any, error: str) -> None:
    assert await wire.bad("setMyCommands", commands=commands) == error


@pytest.mark.parametrize(
    ("method", "name", "most"),
    [
        ("setMyName", "name", 64),
        ("setMyShortDescription", "short_description", 120),
        ("setMyDescription", "description", 512),
    ],
)
async def test_names_and_descriptions_have_a_longest_length(
    wire: Wire, method: str, name: str, most: int
) -> None:
    short: dict[str, Any] = {name: "я" * most}
    long: dict[str, Any] = {name: "я" * (most + 1)}
    assert await wire.ok(method, **short) is True
    assert (await wire.bad(method, **long)).endswith("is too long")


async def test_a_new_name_is_the_name_of_the_sender(wire: Wire) -> None:
    await wire.ok("setMyName", name="Tandem")
    assert (await wire.send())["from"]["first_name"] == "Tandem"


async def test_the_menu_button_is_one_of_three_kinds(wire: Wire) -> None:
    assert await wire.ok("setChatMenuButton", menu_button={"type": "commands"}) is True
    assert await wire.bad("setChatMenuButton", menu_button={"type": "coffee"}) == (
        "MenuButton has unsupported type"
    )
