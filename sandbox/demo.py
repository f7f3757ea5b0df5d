"""`tandem demo`: the product without a token, in the browser, with a seeded programme.

The page answers at once and says that the programme is being prepared; the libraries are loaded and
the seeded weeks lived through meanwhile.
"""

import asyncio
import importlib
import signal
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sandbox import people_of_demo as demo
from sandbox.page_api import ClockView
from sandbox.telegram import Limits, Telegram
from sandbox.telegram.errors import Impossible
from sandbox.telegram.server import serving
from sandbox.wall import TOKEN, USERNAME, Wall

if TYPE_CHECKING:
    from sandbox.stage import Stage

START_HOUR = 15  # where the programme is: an hour at which people are awake and letters go out


class Opening:
    """Backstage from the first second: hands on to the stage as soon as there is one."""

    def __init__(self) -> None:
        self.stage: Stage | None = None

    @property
    def preparing(self) -> bool:
        return self.stage is None or self.stage.preparing

    def _ready(self) -> "Stage":
        if self.stage is None or self.stage.preparing:
            raise Impossible("the programme is still being prepared")
        return self.stage

    async def clock(self) -> ClockView:
        return await self._ready().clock()

    async def advance(self, by: timedelta) -> ClockView:
        return await self._ready().advance(by)

    async def advance_to_next(self) -> ClockView:
        return await self._ready().advance_to_next()

    async def reset(self) -> None:
        await self._ready().reset()


async def show(*, port: int, directory: str | None) -> None:
    """Serve until Ctrl-C. Raises `OSError` when the port is taken."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    with ExitStack() as keep:
        folder = Path(directory or keep.enter_context(tempfile.TemporaryDirectory("tandem-demo")))
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("demo.db*"):
            old.unlink()
        wall, opening = Wall(_start()), Opening()
        telegram = Telegram(token=TOKEN, username=USERNAME, clock=wall, limits=Limits.real())
        async with serving(telegram, backstage=opening, port=port) as address:
            print(f"\n  Tandem: {address}\n", flush=True)
            await asyncio.to_thread(importlib.import_module, "sandbox.stage")
            opening.stage = demo_stage(
                f"sqlite+aiosqlite:///{folder / 'demo.db'}", wall=wall, telegram=telegram
            )
            async with opening.stage.playing(address):
                telegram.events.add(lambda: {"type": "reset", "user": None})
                print("  Everything is ready. Ctrl-C stops it.\n", flush=True)
                await stop.wait()


def demo_stage(
    database_url: str, *, wall: Wall | None = None, telegram: Telegram | None = None
) -> "Stage":
    """The seeded programme, ready to be played."""
    from sandbox.seed import seed_demo
    from sandbox.stage import Stage

    return Stage(
        database_url=database_url,
        wall=wall or Wall(_start()),
        limits=Limits.real(),
        seed=seed_demo,
        zone=demo.ZONE,
        telegram=telegram,
    )


def _start() -> datetime:
    """Today at a good hour where the programme is."""
    today = datetime.now(UTC).astimezone(ZoneInfo(demo.ZONE)).date()
    return datetime.combine(today, time(START_HOUR), ZoneInfo(demo.ZONE)).astimezone(UTC)
