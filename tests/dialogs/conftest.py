"""What dialog tests share beside the running product."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.dialogs.matching import working as matching_working
from bot.reports.worker import Worker


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker's work on a thread of this process, and always worth waiting for."""

    async def run(_: Worker, work: Callable[..., Any], *given: Any) -> Any:
        return await asyncio.to_thread(work, *given)

    monkeypatch.setattr(Worker, "run", run)
    monkeypatch.setattr(matching_working, "PATIENCE", 60.0)
