"""The sandbox as a process of its own."""

from __future__ import annotations

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE

import aiohttp


async def test_it_says_where_it_listens_and_stops_when_told() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-W", "error", "-m", "sandbox", "--port", "0", "--token", "7:x",
        "--limits", "off", "--people", "1", stdout=PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = (await asyncio.wait_for(process.stdout.readline(), 20)).decode().strip()
        assert line.startswith("sandbox: http://127.0.0.1:")
        base = line.removeprefix("sandbox: ")
        async with aiohttp.ClientSession(base) as http:
            async with http.post("/bot7:x/sendMessage", data={"chat_id": 1, "text": "x"}) as sent:
                assert sent.status == 200
            polling = asyncio.ensure_future(http.get("/bot7:x/getUpdates?timeout=50"))
            await asyncio.sleep(0.2)
            process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(polling, 5)
        assert await asyncio.wait_for(process.wait(), 5) == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
