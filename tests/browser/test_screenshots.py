"""The pictures of the documentation can be drawn: every kind of step once, on the stand."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from sandbox.screenshots import POCKET, clicks, hands_link, passes, says, shows, starts, tell
from tests.browser.stand import Stand

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PNG = b"\x89PNG"


async def test_a_story_becomes_pictures(stand: Stand, tmp_path: Path) -> None:
    story = [
        starts("Наставляемая"),
        clicks("Наставляемая", "Ещё раз", "Ссылка для мамы"),
        hands_link("Наставляемая", "Мама Лены"),
        says("Куратор", "Как дела?"),
        passes(timedelta(days=1)),
        passes(),
        shows("two", phones=("Мама Лены", "Наставляемая"), dark=True),
        shows("pocket", POCKET, language="en"),
    ]
    await tell(stand.url, story, tmp_path, quiet=0.1)
    assert stand.bot.heard == [
        "/start", "press count:1", "press link", "/start guardian_1", "Как дела?",
    ]  # fmt: skip
    assert {path.name for path in tmp_path.iterdir()} == {"two.png", "pocket.png"}
    assert all(path.read_bytes().startswith(PNG) for path in tmp_path.iterdir())
