"""The commands: each explains itself, says what is wrong in words, and never the token."""

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from aiogram.utils.token import TokenValidationError, validate_token

from bot.cli import FAILED, MISUSED, TOKEN, cli
from bot.domain.access import Role
from bot.domain.profile import Profile
from bot.storage.database import Database, system_clock
from sandbox.telegram import Limits, Telegram
from sandbox.telegram.server import serving
from sandbox.wall import Wall
from tests.shell import SECRET, Asked, Shell
from tests.village import Village

COMMANDS = ("run", "demo", "migrate", "invite", "doctor")
PAYLOAD = re.compile(r"^payload: (\S+)$", re.MULTILINE)


def messenger(token: str, username: str) -> Telegram:
    return Telegram(token=token, username=username, clock=system_clock, limits=Limits.off())


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A machine with nothing on it yet."""
    return Shell(tmp_path, {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"})


@pytest.fixture
def ready(sqlite_url: str, tmp_path: Path) -> Shell:
    """A machine whose database has been migrated."""
    return Shell(tmp_path, {"DATABASE_URL": sqlite_url})


def test_the_list_of_commands_is_complete() -> None:
    assert {one.callback.__name__ for one in cli.registered_commands if one.callback} == set(
        COMMANDS
    )


def test_without_a_command_the_program_explains_itself(shell: Shell) -> None:
    said = shell.runs()
    assert said.code == MISUSED
    for command in COMMANDS:
        assert command in said.all


def test_every_command_explains_itself(shell: Shell) -> None:
    found, _ = shell.runs_each(*(((command, "--help"), {}) for command in COMMANDS))
    for said in found:
        assert (said.code, said.err) == (0, "")
        assert "Usage" in said.out


INVITE = ("invite", "curator", "--organisation")
OF_COLLEGE = ("--organisation", "Колледж")
WEBHOOK = {"BOT_TOKEN": SECRET, "WEBHOOK_URL": "https://example.org/hook"}
# (words, settings) of a command that cannot be, and what is said about it
MISUSES: Sequence[tuple[Asked, tuple[str, ...]]] = (
    ((("fly",), {}), ("fly",)),
    ((("run",), {}), ("BOT_TOKEN is not set", "@BotFather")),
    ((("run",), {"BOT_TOKEN": "CANARYcanaryCANARY"}), ("not a bot token",)),
    ((("run",), WEBHOOK), ("WEBHOOK_SECRET",)),
    ((("run",), {"BOT_TOKEN": SECRET, "PROFILE": "atlantis"}), ("atlantis",)),
    ((("migrate",), {"TIMEZONE": "Mars/Olympus"}), ("TIMEZONE",)),
    ((("migrate",), {"SENDING_RATE": "0"}), ("SENDING_RATE",)),
    ((("migrate",), {"WEBHOOK_PORT": "99999"}), ("WEBHOOK_PORT",)),
    ((("migrate",), {"STOP_SECONDS": "soon"}), ("STOP_SECONDS",)),
    ((("migrate",), {"LOG_LEVEL": "LOUD"}), ("LOG_LEVEL",)),
    ((("invite",), {}), ("role",)),
    ((("invite", "curator"), {}), ("--organisation",)),
    ((("invite", "king", *OF_COLLEGE), {}), ("king",)),
    ((("invite", "mentee", *OF_COLLEGE), {}), ("--programme",)),
    ((("invite", "mentee", *OF_COLLEGE, "--programme", "нет такой"), {}), ("--programme",)),
    ((("invite", "guardian", *OF_COLLEGE), {}), ("in the chat",)),
    (((*INVITE, "   "), {}), ("--organisation",)),
    (((*INVITE, "x" * 200), {}), ("--organisation",)),
)


def test_what_cannot_be_is_said_in_words_before_the_messengers_library_is_loaded(
    ready: Shell,
) -> None:
    """Bug: who had mistyped the token or the profile waited four seconds to hear it."""
    found, modules = ready.runs_each(*(asked for asked, _ in MISUSES))
    for said, (asked, words) in zip(found, MISUSES, strict=True):
        assert (said.code, said.out) == (MISUSED, ""), asked
        assert "Traceback" not in said.err, asked
        assert "CANARY" not in said.err, asked
        for word in words:
            assert word in said.err, asked
    assert "bot.cli" in modules
    assert "aiogram" not in modules


@pytest.mark.parametrize("token", [SECRET, "1:x", "1:", ":x", "x:1", "1", "1:a b", "1:a\n", " 1:a"])
def test_a_token_is_what_the_messengers_library_takes_for_one(token: str) -> None:
    try:
        known = validate_token(token)
    except TokenValidationError:
        known = False
    assert (TOKEN.fullmatch(token) is not None) is known


def test_run_on_a_database_that_is_not_migrated_says_so(shell: Shell) -> None:
    said = shell.runs("run", settings={"BOT_TOKEN": SECRET})
    assert said.code == FAILED
    assert "tandem migrate" in said.err
    assert "CANARY" not in said.all


def test_settings_are_read_from_a_file_too(shell: Shell) -> None:
    (shell.folder / ".env").write_text("TIMEZONE=Mars/Olympus\n", encoding="utf-8")
    assert "TIMEZONE" in shell.runs("migrate").err


def test_migrate_makes_the_database_and_may_be_repeated(shell: Shell) -> None:
    for _ in range(2):
        said = shell.runs("migrate")
        assert said.code == 0, said.err
        assert "revision" in said.out
    assert (shell.folder / "bot.db").exists()


def test_invite_on_a_database_that_is_not_migrated_says_what_to_do(shell: Shell) -> None:
    said = shell.runs("invite", "curator", "--organisation", "Колледж №1")
    assert said.code == FAILED
    assert "tandem migrate" in said.err
    assert "Traceback" not in said.err


async def test_the_printed_payload_lets_one_curator_in(
    ready: Shell, profile: Profile, wall: Wall
) -> None:
    said = ready.runs("invite", "curator", "--organisation", "Колледж №1")
    assert said.code == 0, said.err
    payload = PAYLOAD.findall(said.out)[0]
    assert f"?start={payload}" in said.out
    assert re.fullmatch("[A-Za-z0-9_-]{1,64}", payload)  # what a deep link may carry
    db = Database.open(ready.settings["DATABASE_URL"], system_clock)
    village = Village(db, profile, wall)
    opened = await village.opens(1, payload)
    assert opened.role is Role.CURATOR
    assert (await village.actor(1)).roles == {Role.CURATOR}
    await db.close()


async def test_the_link_names_the_bot_when_it_can_be_asked(ready: Shell) -> None:
    telegram = messenger(SECRET, "tandem_test_bot")
    async with serving(telegram, backstage=None, port=0) as address:
        said = await asyncio.to_thread(
            ready.runs,
            "invite",
            "curator",
            "--organisation",
            "Колледж №1",
            settings={"BOT_TOKEN": SECRET, "BOT_API_URL": address},
        )
    assert said.code == 0, said.err
    assert "https://t.me/tandem_test_bot?start=" in said.out
    assert "CANARY" not in said.all


def test_without_a_messenger_the_bots_name_is_left_to_fill_in(ready: Shell) -> None:
    said = ready.runs(
        "invite", "curator", "--organisation", "Колледж", settings={
            "BOT_TOKEN": SECRET, "BOT_API_URL": "http://127.0.0.1:9"
        },
    )  # fmt: skip
    assert said.code == 0
    assert "CANARY" not in said.all
    assert "<your-bot>" in said.out
