"""Results of 100,000 answers to 20 questions, and how long a picture takes: time and memory."""

import asyncio
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Boolean, Date, Enum, Integer, insert

from benchmarks.table import Row
from bot.domain.access import Role
from bot.domain.ids import new_id
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import Likert, Scale, Single
from bot.domain.questions.base import Option
from bot.domain.responses import ResponseState
from bot.domain.waves import Wave, WaveState
from bot.domain.words import Words
from bot.reports.drawing import draw_result
from bot.reports.pictures import Bar, BarsPicture
from bot.reports.wave_results import wave_results
from bot.reports.worker import Worker
from bot.starting import loading
from bot.storage.columns import Moment
from bot.storage.database import Database
from bot.storage.migrations import migrate
from bot.storage.tables import organisations, people, programmes, responses

RESPONSES, ITEMS, AT_ONCE = 100_000, 20, 2_000
NOW = datetime(2030, 3, 16, 12, tzinfo=UTC)
READ, LONGEST = 10.0, 50.0  # seconds; milliseconds of the loop at a time
FIRST_PICTURE, NEXT_PICTURE = 3.0, 0.5  # seconds a curator waits without wondering


def say(text: str) -> Words:
    return Words.of({"ru": text, "en": text})


def questionnaire() -> Questionnaire:
    steps = tuple(say(f"step {n}") for n in range(5))
    kinds = (
        Scale(), Likert(labels=steps), Single(choices=tuple(Option(o, say(o)) for o in "abcd"))
    )  # fmt: skip
    items = tuple(
        Item(f"q{n}", kinds[n % 3], say(f"Question {n}"), scale="all" if n % 3 == 1 else None)
        for n in range(ITEMS)
    )
    return Questionnaire("bench", 1, say("Bench"), items, "mentee", scales=(("all", say("All")),))


def measure() -> list[Row]:
    return asyncio.run(_measure())


async def _measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder, 'bench.sqlite')}"
        await migrate(url)
        with loading():  # as the bot starts: what is imported is not looked through for garbage
            db = Database.open(url, lambda: NOW)
        wave_id = await _filled(db)
        rows = await _results(db, wave_id)
        await db.close()
    return rows + await _pictures()


async def _results(db: Database, wave_id: UUID) -> list[Row]:
    before, begun = _memory(), time.perf_counter()
    longest = asyncio.create_task(_longest_gap())
    async with db.reading() as tx:
        pages = await tx.waves.answers(wave_id, purpose="bench")
    read, held = time.perf_counter() - begun, _memory() - before
    worker = Worker()
    begun = time.perf_counter()
    found = await worker.run(wave_results, pages)
    reckoned, whole = time.perf_counter() - begun, _memory() - before
    longest.cancel()
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    await worker.close()
    theirs = max(theirs, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    assert len(found.items) == ITEMS
    return [
        Row(f"{RESPONSES:,} responses x {ITEMS} items, read", f"{read:.1f} s", f"{READ:.0f} s",
            read <= READ),
        Row("  memory of the bot for them", f"{held:.0f} MB"),
        Row("  handed over and reckoned in the worker", f"{reckoned:.1f} s"),
        Row("  memory of the bot, handing over included", f"{whole:.0f} MB"),
        Row("  memory of the worker at its most", f"{theirs / 1024:.0f} MB"),
        Row("  longest the bot stood still", f"{_gap * 1000:.0f} ms", f"{LONGEST:.0f} ms",
            _gap * 1000 <= LONGEST),
    ]


_gap = 0.0


async def _longest_gap() -> None:
    """CPU time of the process, whichever thread held up the loop: not what other programs took."""
    global _gap
    last = time.process_time()
    while True:
        await asyncio.sleep(0)
        now = time.process_time()
        _gap, last = max(_gap, now - last), now


async def _pictures() -> list[Row]:
    bars = tuple(Bar(label=str(n), says=f"{n} · 10 %", part=n / 10) for n in range(1, 11))
    picture = BarsPicture(
        title="Насколько понятно, что делать между встречами?", lines=("Ответили 48",),
        bars=bars, footer="16 марта 2030",
    )  # fmt: skip
    worker = Worker()
    seconds = []
    for _ in range(6):
        begun = time.perf_counter()
        await worker.run(draw_result, picture)
        seconds.append(time.perf_counter() - begun)
    await worker.close()
    first, others = seconds[0], sorted(seconds[1:])
    middle = others[len(others) // 2]
    return [
        Row("first picture, its process included", f"{first:.2f} s", f"{FIRST_PICTURE} s",
            first <= FIRST_PICTURE),
        Row("each further picture", f"{middle:.2f} s", f"{NEXT_PICTURE} s",
            middle <= NEXT_PICTURE),
    ]  # fmt: skip


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


async def _filled(db: Database) -> UUID:
    chance = random.Random(1)
    house, programme, curator = new_id(), new_id(), new_id()
    async with db.statements() as connection:
        await connection.execute(insert(organisations).values(**_row(organisations, id=house)))
        await connection.execute(insert(people).values(**_row(people, id=curator)))
        await connection.execute(
            insert(programmes).values(**_row(programmes, id=programme, organisation_id=house))
        )
    async with db.transaction() as tx:
        asked = await tx.surveys.keep(questionnaire())
        wave = Wave(
            organisation_id=house, programme_id=programme, questionnaire_id=asked,
            opened_at=NOW, opened_by=curator, closes_at=NOW, state=WaveState.CLOSED, closed_at=NOW,
        )  # fmt: skip
        tx.add(wave)
    fixed = {
        "organisation_id": house, "programme_id": programme, "questionnaire_id": asked,
        "wave_id": wave.id, "state": ResponseState.FINISHED,
    }  # fmt: skip
    for _ in range(RESPONSES // AT_ONCE):
        ids = [new_id() for _ in range(AT_ONCE)]
        async with db.statements() as connection:
            await connection.execute(insert(people), [_row(people, id=id_) for id_ in ids])
            rows = [
                _row(responses, **fixed, id=new_id(), person_id=id_, answers=_said(chance),
                     role=chance.choice((Role.MENTEE, Role.MENTOR)), form=chance.choice("xyz"),
                     group_name=str(chance.randint(1, 40)))
                for id_ in ids
            ]  # fmt: skip
            await connection.execute(insert(responses), rows)
    return wave.id


def _said(chance: random.Random) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for n in range(ITEMS):
        number = chance.randint(1, 10 if n % 3 == 0 else 5)
        given[f"q{n}"] = number if n % 3 < 2 else "abcd"[number % 4]
    return given


def _row(table: Any, **known: Any) -> dict[str, Any]:
    """What must be said of a row is invented."""
    return {**dict(_needed(table, known)), **known}


def _needed(table: Any, known: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for column in table.c:
        if column.name in known or column.nullable:
            continue
        if isinstance(column.type, Moment):
            yield column.name, NOW
        elif isinstance(column.type, Date):
            yield column.name, NOW.date()
        elif isinstance(column.type, JSON):
            yield column.name, {}
        elif isinstance(column.type, Integer | Boolean):
            yield column.name, 0
        elif isinstance(column.type, Enum):
            yield column.name, column.type.python_type(column.type.enums[0])
        else:
            yield column.name, "Europe/Moscow"
