"""The doctor: what is wrong, what to do, and an exit code for scripts."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.checks import Finding, _clock, examine
from bot.settings import Settings
from bot.storage.database import system_clock
from sandbox.telegram import Limits, Telegram
from sandbox.telegram.server import serving
from tests.shell import SECRET, Shell
from tests.town import MOMENT


def messenger(token: str, username: str) -> Telegram:
    return Telegram(token=token, username=username, clock=system_clock, limits=Limits.off())


def settings(**given: object) -> Settings:
    return Settings.model_validate({"bot_token": SECRET} | given)


async def findings(**given: object) -> dict[str, Finding]:
    return {one.what: one for one in await examine(settings(**given))}


async def test_all_is_well_with_a_good_installation(sqlite_url: str) -> None:
    telegram = messenger(SECRET, "tandem_test_bot")
    async with serving(telegram, backstage=None, port=0) as address:
        found = await findings(database_url=sqlite_url, bot_api_url=address)
    assert [one for one in found.values() if not one.good] == []
    assert "@tandem_test_bot" in found["token"].says
    assert set(found) >= {"settings", "profile", "database", "disk", "token", "clock"}


async def test_a_token_of_another_bot_is_found(sqlite_url: str) -> None:
    telegram = messenger("1:" + "x" * 35, "other_bot")
    async with serving(telegram, backstage=None, port=0) as address:
        found = await findings(database_url=sqlite_url, bot_api_url=address)
    assert not found["token"].good
    assert "@BotFather" in found["token"].advice


async def test_a_messenger_that_does_not_answer_is_found(sqlite_url: str) -> None:
    found = await findings(database_url=sqlite_url, bot_api_url="http://127.0.0.1:9")
    assert not found["messenger"].good


async def test_a_missing_token_is_found(sqlite_url: str) -> None:
    found = await findings(database_url=sqlite_url, bot_token=None)
    assert not found["token"].good


async def test_a_database_that_is_not_migrated_is_found(tmp_path: Path) -> None:
    found = await findings(database_url=f"sqlite+aiosqlite:///{tmp_path / 'new.db'}")
    assert not found["database"].good
    assert found["database"].advice == "tandem migrate"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:////nowhere/at/all/bot.db",
        "postgresql+asyncpg://u:hunter2@127.0.0.1:9/x",
        "mysql://somewhere",
        "not an address",
    ],
)
async def test_a_database_that_cannot_be_opened_is_found_and_its_password_not_told(
    url: str,
) -> None:
    found = await findings(database_url=url)
    assert not found["database"].good
    assert "hunter2" not in str(found)


async def test_an_unknown_profile_is_found_with_those_there_are(sqlite_url: str) -> None:
    found = await findings(database_url=sqlite_url, profile="atlantis")
    assert not found["profile"].good
    assert "chelyabinsk" in found["profile"].advice


async def test_a_webhook_without_a_secret_is_found(sqlite_url: str) -> None:
    found = await findings(database_url=sqlite_url, webhook_url="https://example.org/hook")
    assert not found["settings"].good


@pytest.mark.parametrize(("drift", "good"), [(0, True), (-29, True), (31, False), (-3600, False)])
def test_a_clock_that_is_wrong_is_found(drift: int, good: bool) -> None:
    assert _clock(MOMENT, MOMENT + timedelta(seconds=drift)).good is good


async def test_the_exit_code_tells_good_from_bad(sqlite_url: str, tmp_path: Path) -> None:
    shell = Shell(tmp_path, {"DATABASE_URL": sqlite_url, "BOT_TOKEN": SECRET})
    telegram = messenger(SECRET, "tandem_test_bot")
    async with serving(telegram, backstage=None, port=0) as address:
        good = await asyncio.to_thread(shell.runs, "doctor", settings={"BOT_API_URL": address})
    bad = await asyncio.to_thread(
        shell.runs, "doctor", settings={"BOT_API_URL": "http://127.0.0.1:9"}
    )
    assert (good.code, bad.code) == (0, 1), good.all
    assert "BAD" in bad.out
    assert "->" in bad.out
    assert "CANARY" not in good.all + bad.all
