"""Runs the sandbox alone: a Bot API server and the page, for a bot that is started elsewhere."""

from __future__ import annotations

import argparse
import asyncio
import signal
from datetime import UTC, datetime

from sandbox.telegram import Limits, Telegram
from sandbox.telegram.server import serving

TOKEN = "42:sandbox"
USERNAME = "tandem_sandbox_bot"


async def serve(telegram: Telegram, *, host: str, port: int) -> None:
    """Serves until SIGINT or SIGTERM; says the address when it listens."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with serving(telegram, host=host, port=port) as address:
        print(f"sandbox: {address}", flush=True)
        await stop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="0: any free port")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--limits", choices=("real", "off"), default="real")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--username", default=USERNAME)
    parser.add_argument("--people", type=int, default=0, help="so many people, ids from 1, started")
    options = parser.parse_args()
    telegram = Telegram(
        token=options.token,
        username=options.username,
        clock=lambda: datetime.now(UTC),
        limits=Limits.real() if options.limits == "real" else Limits.off(),
    )
    for number in range(1, options.people + 1):
        telegram.people.add(
            id=number, first_name=f"Person {number}", phone=number <= 2, started=True
        )
    asyncio.run(serve(telegram, host=options.host, port=options.port))


if __name__ == "__main__":
    main()
