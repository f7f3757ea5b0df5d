"""The commands: each explains itself, says what is wrong in words, and never the token."""

import asyncio
import re
from pathlib import Path

import pytest

from bot.cli import FAILED, MISUSED, cli
from bot.domain.access import Role
from bot.domain.profile import Profile
from bot.storage.database import Database, system_clock
from sandbox.telegram import Limits, Telegram
from sandbox.telegram.server import serving
from sandbox.wall import Wall
from tests.shell import SECRET, Shell
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


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(shell: Shell, command: str) -> None:
    said = shell.runs(command, "--help")
    assert (said.code, said.err) == (0, "")
    assert "Usage" in said.out
    assert "Traceback" not in said.all


def test_an_unknown_command_is_misuse(shell: Shell) -> None:
    said = shell.runs("fly")
    assert said.code == MISUSED
    assert "fly" in said.err


def test_run_without_a_token_says_where_to_get_one(ready: Shell) -> None:
    said = ready.runs("run")
    assert said.code == MISUSED
    assert "BOT_TOKEN is not set" in said.err
    assert "@BotFather" in said.err
    assert "Traceback" not in said.err


def test_run_with_what_is_no_token_does_not_repeat_it(ready: Shell) -> None:
    said = ready.runs("run", settings={"BOT_TOKEN": "CANARYcanaryCANARY"})
    assert said.code == MISUSED
    assert "not a bot token" in said.err
    assert "CANARY" not in said.all


def test_run_on_a_database_that_is_not_migrated_says_so(shell: Shell) -> None:
    said = shell.runs("run", settings={"BOT_TOKEN": SECRET})
    assert said.code == FAILED
    assert "tandem migrate" in said.err
    assert "CANARY" not in said.all


def test_run_with_a_webhook_and_no_secret_is_refused(ready: Shell) -> None:
    said = ready.runs(
        "run", settings={"BOT_TOKEN": SECRET, "WEBHOOK_URL": "https://example.org/hook"}
    )
    assert said.code == MISUSED
    assert "WEBHOOK_SECRET" in said.err


def test_run_with_an_unknown_profile_names_it(ready: Shell) -> None:
    said = ready.runs("run", settings={"BOT_TOKEN": SECRET, "PROFILE": "atlantis"})
    assert said.code == MISUSED
    assert "atlantis" in said.err
    assert "Traceback" not in said.err
    assert "CANARY" not in said.all


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TIMEZONE", "Mars/Olympus"),
        ("SENDING_RATE", "0"),
        ("WEBHOOK_PORT", "99999"),
        ("STOP_SECONDS", "soon"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_setting_that_is_not_right_is_named(ready: Shell, name: str, value: str) -> None:
    said = ready.runs("migrate", settings={name: value})
    assert said.code == MISUSED
    assert name in said.err
    assert "Traceback" not in said.err


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


@pytest.mark.parametrize(
    "words",
    [
        ("invite",),
        ("invite", "curator"),
        ("invite", "king", "--organisation", "Колледж"),
        ("invite", "mentee", "--organisation", "Колледж"),
        ("invite", "mentee", "--organisation", "Колледж", "--programme", "нет такой"),
        ("invite", "guardian", "--organisation", "Колледж"),
        ("invite", "curator", "--organisation", "   "),
        ("invite", "curator", "--organisation", "x" * 200),
    ],
)
def test_an_invitation_that_cannot_be_is_misuse(ready: Shell, words: tuple[str, ...]) -> None:
    said = ready.runs(*words)
    assert (said.code, said.out) == (MISUSED, "")
    assert said.err
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
