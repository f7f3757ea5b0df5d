"""What one answer to a survey costs: the whole way through the bot, beside its libraries alone.

CPU time of the process with all its threads, from the raw update to the mark that it is done. The
product and the two references take turns, batch by batch, so that a busy machine slows all of them;
medians.
"""

import asyncio
import cProfile
import gc
import json
import pstats
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import respondents
from benchmarks.bare import BarePress, BareSession
from benchmarks.silent_session import SilentSession
from benchmarks.table import Row
from benchmarks.updates import DATE, press
from bot.app import Parts, build
from bot.settings import Settings
from bot.storage.migrations import migrate

PEOPLE = range(1, 101)
QUESTIONS = 4  # of the wave, with buttons
BATCHES = {1: 1, 25: 3, 100: 4}  # size: rounds
AT_MOST = 1.5  # times the sum of the references
ABOUT = 20  # people of a round in which everybody comes alone


class Product:
    """The whole bot as `tandem run` builds it; only the messenger is silent."""

    def __init__(self, parts: Parts, invited: dict[int, Any]) -> None:
        self.parts, self._invited = parts, invited
        self.session = SilentSession()
        self.session.middleware = parts.bot.session.middleware
        parts.bot.session = self.session

    async def open(self, people: Sequence[int]) -> None:
        """Everybody opens the survey from the letter's button, with nothing answered."""
        await respondents.blank(self.parts.db)
        opening = [
            json.dumps(press(p, 1, respondents.open_survey(self._invited[p]))) for p in people
        ]
        await self.take(opening)

    def presses(self, people: Sequence[int]) -> list[str]:
        """Each of them presses the first answer they see."""
        return [json.dumps(self._first_answer(person)) for person in people]

    def _first_answer(self, person: int) -> dict[str, Any]:
        message_id, buttons = self.session.screen(person)
        answer = next(data for data in buttons if data.partition("\x1d")[2].startswith("q:"))
        return press(person, message_id, answer)

    async def take(self, updates: Sequence[str]) -> None:
        await self.parts.receiver.take([json.loads(raw) for raw in updates])
        await self.parts.switchboard.settled()


@asynccontextmanager
async def product(folder: Path) -> AsyncIterator[Product]:
    url = f"sqlite+aiosqlite:///{folder / 'product.db'}"
    await migrate(url)
    settings = Settings.model_validate(
        {
            "bot_token": "42:" + "silent" * 6,
            "database_url": url,
            "sending_rate": 1e6,
            "chat_rate": 1e6,
        }
    )
    parts = build(settings, lambda: DATE)
    await parts.bot.session.close()
    running = asyncio.get_running_loop().create_task(parts.switchboard.run())
    try:
        invited = await respondents.invite(parts.db, parts.profile, PEOPLE)
        yield Product(parts, invited)
    finally:
        parts.switchboard.stop()
        await running
        await parts.worker.close()
        await parts.db.close()


@dataclass
class Costs:
    """Microseconds of CPU for one answer, a figure for each batch."""

    ours: list[float] = field(default_factory=list)
    threads: list[float] = field(default_factory=list)
    press: list[float] = field(default_factory=list)
    session: list[float] = field(default_factory=list)

    @property
    def reference(self) -> float:
        return median(self.press) + median(self.session)

    @property
    def times(self) -> float:
        return median(self.ours) / self.reference


async def _cpu(work: Awaitable[None], count: int) -> tuple[float, float]:
    """Microseconds for each of `count`: of the process, and outside of the main thread."""
    whole, main = time.process_time(), time.thread_time()
    await work
    whole, main = time.process_time() - whole, time.thread_time() - main
    return whole / count * 1e6, (whole - main) / count * 1e6


async def _round(ours: Product, bare: BarePress, rows: BareSession, size: int, into: Costs) -> None:
    everybody = list(PEOPLE)[: ABOUT if size == 1 else None]
    await ours.open(everybody)
    for _ in range(QUESTIONS):
        for start in range(0, len(everybody), size):
            people = everybody[start : start + size]
            whole, threads = await _cpu(ours.take(ours.presses(people)), size)
            into.ours.append(whole)
            into.threads.append(threads)
            into.press.append((await _cpu(bare.take(bare.presses(people)), size))[0])
            into.session.append((await _cpu(rows.write(people), size))[0])


async def _measure() -> tuple[dict[int, Costs], dict[str, float]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with product(folder) as ours:
            bare, rows = BarePress(), BareSession(folder)
            await bare.open(PEOPLE)
            await rows.open(PEOPLE)
            gc.collect()
            gc.freeze()
            await _round(ours, bare, rows, 25, Costs())  # warm
            found = {size: Costs() for size in BATCHES}
            for size, rounds in BATCHES.items():
                for _ in range(rounds):
                    await _round(ours, bare, rows, size, found[size])
            where = await _profiled(ours)
            await rows.close()
            await bare.bot.session.close()
        return found, where


async def _profiled(ours: Product) -> dict[str, float]:
    """Where the main thread's time goes, as shares of it, by package."""
    everybody = list(PEOPLE)
    await ours.open(everybody)
    profile = cProfile.Profile(time.thread_time)
    for _ in range(QUESTIONS):
        presses = ours.presses(everybody)
        profile.enable()
        await ours.take(presses)
        profile.disable()
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]  # not in typeshed
        if file != "~":
            spent[_package(file)] += own
            continue
        for (caller, _, _), (_, _, part, _) in callers.items():  # what C code took, for whom
            spent[_package(caller)] += part
    whole = sum(spent.values())
    return {name: own / whole for name, own in spent.most_common(10)}


def _package(file: str) -> str:
    parts = Path(file).parts
    if "site-packages" in parts:
        return Path(parts[parts.index("site-packages") + 1]).stem
    root = Path(__file__).parent.parent.parts
    if parts[: len(root)] == root:
        return ".".join(parts[len(root) : len(root) + 2]).removesuffix(".py")
    return next((name for name in ("asyncio", "json") if name in parts), "Python")


def measure() -> list[Row]:
    found, where = asyncio.run(_measure())
    rows = []
    for size, costs in found.items():
        alone = "one at a time" if size == 1 else f"{size} at once"
        rows += [
            Row(
                f"an answer, {alone}",
                f"{median(costs.ours):.0f} us",
                f"{costs.times:.2f} times the references (at most {AT_MOST})",
                costs.times <= AT_MOST,
            ),
            Row("  of it in the database's threads", f"{median(costs.threads):.0f} us"),
            Row("  reference: an aiogram-dialog press", f"{median(costs.press):.0f} us"),
            Row("  reference: a read-write session", f"{median(costs.session):.0f} us"),
        ]
    rows += [
        Row(f"  profile: {name}", f"{share:.0%}", "of the main thread")
        for name, share in where.items()
    ]
    return rows
