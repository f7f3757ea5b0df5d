"""The bot as a process that can be killed at any instant and started again in a moment.

A server process has imported everything and forks each bot: a cold start would cost seconds.
"""

import asyncio
import multiprocessing
import os
import signal
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from pathlib import Path

from bot.storage.database import system_clock

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(
    ["bot.app", "bot.cli", "asyncpg", "aiosqlite", "tests.soak.held_ready", __name__]
)
LANES = 3  # letters on the wire at once, as many as at the messenger's real rate


@dataclass(frozen=True)
class Place:
    """Where a bot works, and how far its clock is ahead."""

    database_url: str
    api_url: str
    token: str
    ahead: timedelta
    log: Path


def _live(place: Place, ready: Event, hears: Event) -> None:
    """The life of one bot, in its own process."""
    from bot import logs
    from bot.app import Application, build
    from bot.cli import serve
    from bot.settings import Settings

    with place.log.open("ab") as log:
        os.dup2(log.fileno(), 2)
    logs.set_up("WARNING")
    settings = Settings.model_validate(
        {
            "bot_token": place.token,
            "bot_api_url": place.api_url,
            "database_url": place.database_url,
            "sending_rate": 1000.0,
            "chat_rate": 1000.0,
        }
    )

    def clock() -> datetime:
        return system_clock() + place.ahead

    parts = build(settings, clock)
    parts.delivery.lanes = LANES

    async def live() -> None:
        asyncio.get_running_loop().call_soon(hears.set)  # when `serve` has begun
        await serve(Application(parts, on_ready=ready.set))

    asyncio.run(live())


class Bot:
    """One life of the bot."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._ready = _FORKS.Event()
        self._hears = _FORKS.Event()  # signals are not lost any more
        self._process: ForkServerProcess = _FORKS.Process(
            target=_live, args=(place, self._ready, self._hears)
        )

    async def starts(self) -> None:
        await asyncio.to_thread(self._process.start)

    @property
    def is_ready(self) -> bool:
        return self._ready.is_set()

    async def gets_ready(self, seconds: float = 30) -> None:
        async with asyncio.timeout(seconds):
            while not self.is_ready:
                assert self._process.exitcode is None, self._place.log.read_text("utf-8")[-3000:]
                await asyncio.sleep(0.005)

    async def dies(self) -> None:
        """`kill -9`, at this very instant."""
        assert self._process.pid is not None
        os.kill(self._process.pid, signal.SIGKILL)
        await self._gone(10)

    async def stops(self, seconds: float = 30) -> int:
        """SIGTERM, once it is heard; the exit code."""
        assert self._process.pid is not None
        assert await asyncio.to_thread(self._hears.wait, 30), "the bot does not begin"
        os.kill(self._process.pid, signal.SIGTERM)
        return await self._gone(seconds)

    async def _gone(self, seconds: float) -> int:
        await asyncio.to_thread(self._process.join, seconds)
        code = self._process.exitcode
        assert code is not None, "the bot does not end"
        return code

    def end(self) -> None:
        """Whatever happened in a test, no process is left behind."""
        if self._process.pid is not None and self._process.exitcode is None:
            self._process.kill()
            self._process.join(10)
