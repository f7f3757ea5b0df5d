"""Logs tell kinds, places and numbers: no names, no answers, no token, whatever goes wrong."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from bot import logs
from bot.domain.access import Role
from sandbox.people_of_demo import Invented
from tests.shell import SECRET
from tests.town import House

CANARY = "Канарейкин"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the program writes at its most talkative; everything is put back afterwards."""
    root = logging.getLogger()
    before = root.handlers, root.level, {
        name: logging.getLogger(name).level for name in list(logging.root.manager.loggerDict)
    }
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    logs.set_up("DEBUG")
    yield written
    structlog.reset_defaults()
    root.handlers, root.level = before[0], before[1]
    for name in list(logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(before[2].get(name, logging.NOTSET))


def lines(log: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.mark.parametrize(
    "text",
    [
        f"https://api.telegram.org/bot{SECRET}/getMe",
        f"Cannot connect to {SECRET}",
        f"token={SECRET}, and again {SECRET}",
    ],
)
def test_a_token_is_cut_out_wherever_it_stands(text: str) -> None:
    assert "CANARY" not in logs.redact(text)
    assert "<token>" in logs.redact(text)


def test_a_time_of_day_is_no_token() -> None:
    assert logs.redact("at 12:30:45 and 10:00") == "at 12:30:45 and 10:00"


def test_an_exception_is_told_by_kind_and_place_alone() -> None:
    try:
        raise ValueError(f"{CANARY} wrote {SECRET}")
    except ValueError as error:
        said = logs.describe(error)
    assert said.startswith("ValueError at test_logs.py:")
    assert CANARY not in said
    assert "CANARY" not in said


def test_every_line_is_json_with_a_time_and_a_level(log: io.StringIO) -> None:
    structlog.get_logger("x").info("it happened", number=1, url=f"bot{SECRET}/x")
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("aiohttp.access").exception("failed for %s", f"bot{SECRET}")
    own, theirs = lines(log)
    assert own["event"] == "it happened"
    assert {"at", "level"} <= set(own)
    assert (theirs["error"], theirs["from"]) == ("ValueError", "aiohttp.access")
    assert "CANARY" not in log.getvalue()
    assert CANARY not in log.getvalue()


async def test_a_story_leaves_no_names_answers_or_tokens_in_the_log(
    log: io.StringIO, house: House
) -> None:
    """People come in, write, are refused, an update fails and a letter cannot be delivered."""
    anna = await house.curator()
    mentee = Invented(
        account=301,
        name=f"Дима {CANARY}",
        year=2010,
        answers={
            "kind": "student",
            "group": CANARY,
            "needs": ["drawing"],
            "free_time": ["tue-16"],
            "formats": ["online"],
            "wishes": [f"{CANARY} телефон 8-900-123-45-67"],
        },
    )
    mentor = Invented(
        account=201,
        name=f"Игорь {CANARY}",
        year=1990,
        answers={
            "kind": "employer",
            "workplace": CANARY,
            "own_children": "no",
            "hours": "up-to-2",
            "competences": ["drawing"],
            "capacity": "1",
            "formats": ["online"],
            "free_time": ["tue-16"],
        },
    )
    dima, igor = await house.joined(mentee), await house.joined(mentor)
    await house.pair(301, 201)
    await dima.says(f"просто слова: {CANARY}")
    await dima.says("/menu")
    stranger = await house.newcomer(CANARY)
    await stranger.starts("CANARY-no-such-link")
    await igor.blocks()
    await house.settles()
    await house.passes(days=8)  # digests, reminders, a letter that cannot be delivered
    await anna.says("/digest")
    await house.settles()
    await house.link(Role.MENTOR)
    written = log.getvalue()
    assert lines(log)
    assert CANARY not in written
    assert "8-900" not in written
    assert "CANARY" not in written
    assert house.stage.parts.settings.token not in written
