"""Stopping under load, and two processes by mistake."""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path
from random import Random

from bot.storage.inbox import Inbox
from tests.soak.theatre import theatre

MOST_SECONDS = 20  # the promise of a graceful stop


async def test_a_stop_under_load_is_quick_and_loses_nothing(
    database_url: str, tmp_path: Path
) -> None:
    chance = Random(7)
    loop = asyncio.get_running_loop()
    async with theatre(database_url, tmp_path, people=15) as scene:
        scene.telegram.faults.add(method="sendMessage", kind="slow", seconds=0.1, times=10**9)
        await scene.crowd.plan_letters(scene.db, 200, timedelta(seconds=-1))
        bot = await scene.born()
        await bot.gets_ready()
        await asyncio.sleep(0.4)
        for _ in range(150):
            scene.crowd.act(chance)
        async with asyncio.timeout(20):
            while (await Inbox(scene.db).counts()).get("waiting", 0) < 20:
                await asyncio.sleep(0.01)
        began = loop.time()
        assert await bot.stops() == 0
        took = loop.time() - began
        assert took < MOST_SECONDS
        counts = await Inbox(scene.db).counts()
        assert counts.get("waiting", 0) > 0, "it had nothing left to lose"
        assert "applied" not in counts  # what was begun is finished
        assert await scene.unsettled(on_the_wire=True) == 0
        scene.telegram.faults.clear()
        last = await scene.born()
        await scene.nothing_waits()
        assert await last.stops() == 0
        await scene.check_updates()
        assert not scene.strange
    assert scene.crowd.acts == 150


async def test_a_second_process_waits_and_takes_over_when_the_first_is_gone(
    database_url: str, tmp_path: Path
) -> None:
    chance = Random(8)
    async with theatre(database_url, tmp_path, people=5) as scene:
        first = await scene.born()
        await first.gets_ready()
        await asyncio.sleep(0.2)
        conflicts = scene.telegram.journal.errors["getUpdates", 409]
        second = await scene.born()
        for _ in range(40):
            scene.crowd.act(chance)
            await asyncio.sleep(0.05)
        await scene.nothing_waits(20)
        assert not second.is_ready
        assert scene.telegram.journal.errors["getUpdates", 409] == conflicts
        await first.dies()
        for _ in range(20):
            scene.crowd.act(chance)
        await second.gets_ready(5)
        await scene.nothing_waits(20)
        third = await scene.born()
        assert await second.stops() == 0
        await third.gets_ready(5)
        assert await third.stops() == 0
        await scene.check_updates()


async def test_two_processes_that_start_at_the_same_instant_are_one_at_work(
    database_url: str, tmp_path: Path
) -> None:
    async with theatre(database_url, tmp_path, people=1) as scene:
        bots = await asyncio.gather(*(scene.born() for _ in range(3)))
        async with asyncio.timeout(20):
            while not any(bot.is_ready for bot in bots):
                await asyncio.sleep(0.01)
        await asyncio.sleep(1.5)
        assert [bot.is_ready for bot in bots].count(True) == 1
        for bot in sorted(bots, key=lambda bot: bot.is_ready):  # who waits can be stopped too
            assert await bot.stops(5) == 0


async def test_a_webhook_without_a_secret_does_not_start() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run",
        env={**os.environ, "BOT_TOKEN": "42:" + "x" * 35, "WEBHOOK_URL": "https://bot.example",
             "WEBHOOK_SECRET": "", "DATABASE_URL": "sqlite+aiosqlite:///:memory:"},
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, said = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 2
    assert "WEBHOOK_SECRET" in said.decode()
