"""A large matching at the curator's desk: how long it takes, and what others notice meanwhile.

The run itself as the use case does it, in the worker process and written in pieces; made-up people
stand in place of what the forms would say. Beside it somebody else looks something up and writes,
fifty times a second, on the same SQLite.
"""

import asyncio
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

from benchmarks.matching_people import FORMS, town
from benchmarks.table import Row
from bot.domain.access import Actor, Assignment, Role
from bot.domain.matching import Candidate, Problem
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person, Tone
from bot.domain.programmes import Organisation, Programme
from bot.profiles import load_profile
from bot.reports.worker import Worker
from bot.storage.database import Database
from bot.storage.migrations import migrate
from bot.usecases import people as acquaintance
from bot.usecases.matching import cards as matching_cards
from bot.usecases.matching import runs as matching_runs
from bot.usecases.matching.pool import Pool

SIZES = ((300, 90), (1_000, 300), (10_000, 3_000))
OTHERS_P95 = 0.150  # seconds
PAUSE = 0.020
CARD = 0.050  # to draw one card, whatever the size of the run


def measure() -> list[Row]:
    rows = []
    for mentees, mentors in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite+aiosqlite:///{Path(folder) / 'desk.db'}"
            rows += asyncio.run(_measure(url, mentees, mentors))
    return rows


async def _measure(url: str, mentees: int, mentors: int) -> list[Row]:
    await migrate(url)
    db, worker, profile = Database.open(url), Worker(), load_profile("chelyabinsk")
    problem = town(4, mentees, mentors)
    programme_id, actor = await _seed(db, problem)
    stand_in = Pool(problem.mentees, problem.mentors, problem.facts, {})

    async def made_up(*_: Any) -> Pool:
        return stand_in

    asked: dict[str, Any] = {
        "programme_id": programme_id, "profile": profile, "run": worker.run,
    }  # fmt: skip
    try:
        await worker.run(len, ())  # the process is there
        noticed: list[float] = []
        others = asyncio.create_task(_others(db, programme_id, noticed))
        began = time.perf_counter()
        with (
            patch.object(matching_runs, "people_to_match", made_up),
            patch.object(matching_runs, "forms_of", lambda *_: FORMS),
        ):
            await matching_runs.work(db, actor, **asked)
        took = time.perf_counter() - began
        others.cancel()
        drawn = await _cards(db, actor, programme_id)
    finally:
        await worker.close()
        await db.close()
    p95 = statistics.quantiles(noticed, n=20)[18] if len(noticed) > 1 else max(noticed)
    size = f"{mentees:,} x {mentors:,}"
    return [
        Row(f"{size}: the run, read, solved, proved and kept", f"{took:.2f} s"),
        Row(
            f"{size}: others meanwhile, p95 of {len(noticed)}",
            f"{1000 * p95:.0f} ms",
            f"under {1000 * OTHERS_P95:.0f} ms",
            p95 < OTHERS_P95,
        ),
        Row(f"{size}: others meanwhile, the slowest", f"{1000 * max(noticed):.0f} ms"),
        Row(
            f"{size}: a card is drawn", f"{1000 * drawn:.0f} ms",
            f"under {1000 * CARD:.0f} ms", drawn < CARD,
        ),
    ]  # fmt: skip


async def _others(db: Database, programme_id: UUID, noticed: list[float]) -> None:
    """Somebody else's update: who is it, one look, one write."""
    while True:
        began = time.perf_counter()
        await acquaintance.acquaint(db, messenger="telegram", address="1")
        async with db.transaction(effect=False) as tx:
            programme = await tx.get(Programme, programme_id)
            programme.targets = {"pairs": len(noticed)}
        noticed.append(time.perf_counter() - began)
        await asyncio.sleep(PAUSE)


async def _cards(db: Database, actor: Actor, programme_id: UUID) -> float:
    """The median of some cards from all over the run."""
    result = await matching_cards.result(db, actor, programme_id=programme_id)
    assert result is not None
    took = []
    for place in range(0, result.cards, max(result.cards // 9, 1)):
        began = time.perf_counter()
        await matching_cards.card(db, actor, programme_id=programme_id, place=place)
        took.append(time.perf_counter() - began)
    return statistics.median(took)


async def _seed(db: Database, problem: Problem) -> tuple[UUID, Actor]:
    now = db.clock()
    async with db.transaction() as tx:
        house = Organisation(
            name="College", timezone="Asia/Yekaterinburg", profile="chelyabinsk", created_at=now
        )
        curator = Person(locale="ru", name="Анна", created_at=now)
        tx.add_all([house, curator])
        await tx.flush()
        programme = Programme(
            organisation_id=house.id,
            name="Path",
            forms=[form.key for form in FORMS],
            starts_on=date(2029, 9, 1),
            ends_on=date(2030, 5, 31),
            created_at=now,
        )
        tx.add(programme)
    everybody: list[tuple[Candidate, Role]] = [
        *((one, Role.MENTEE) for one in problem.mentees),
        *((one, Role.MENTOR) for one in problem.mentors),
    ]
    async with db.transaction() as tx:
        tx.add_all(
            Person(id=one.person_id, locale="ru", name=f"N {n}", created_at=now, tone=Tone.TY)
            for n, (one, _) in enumerate(everybody)
        )
        await tx.flush()
        tx.add_all(
            Participation(
                id=one.participation_id,
                organisation_id=house.id,
                programme_id=programme.id,
                person_id=one.person_id,
                role=role,
                state=ParticipationState.APPROVED,
                created_at=now,
                form_sent=True,
            )
            for one, role in everybody
        )
    held = Assignment(Role.CURATOR, house.id)
    return programme.id, Actor(curator.id, "ru", "vy", (held,))


