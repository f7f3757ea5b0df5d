"""`tandem demo`: the product without a token, in the browser, with a seeded programme."""

import asyncio
import signal
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime, time
from pathlib import Path

from bot.domain import moments
from sandbox import people_of_demo as demo
from sandbox.seed import seed_demo
from sandbox.stage import Stage, Wall
from sandbox.telegram import Limits

START_HOUR = 15  # where the programme is: an hour at which people are awake and letters go out


async def show(*, port: int, directory: str | None) -> None:
    """Serve until Ctrl-C. Raises `OSError` when the port is taken."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    with ExitStack() as keep:
        folder = Path(directory or keep.enter_context(tempfile.TemporaryDirectory("tandem-demo")))
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "demo.db"
        for old in folder.glob("demo.db*"):
            old.unlink()
        stage = demo_stage(f"sqlite+aiosqlite:///{file}")
        async with stage.open(port) as address:
            print(f"\n  Tandem: {address}\n\n  Ctrl-C stops it.\n", flush=True)
            await stop.wait()


def demo_stage(database_url: str, limits: Limits | None = None) -> Stage:
    today = moments.local(datetime.now(UTC), demo.ZONE).date()
    start = moments.instant(today, time(START_HOUR), demo.ZONE)
    return Stage(
        database_url=database_url,
        wall=Wall(start),
        limits=limits or Limits.real(),
        seed=seed_demo,
        zone=demo.ZONE,
    )
