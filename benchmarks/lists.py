"""How long a page of a list of 5,000 people takes: the queue by every filter, and search by name.

A page is measured as its use case answers it, on SQLite: rights, the page, the counts of all
filters. The median is judged; the slowest also tells how busy the machine was.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from benchmarks.table import Row
from bot.domain.access import Actor, Assignment, Role
from bot.domain.checks import Check
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.profile import MENTOR_KINDS, Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.selection import Stage
from bot.profiles import load_profile
from bot.storage.database import Database
from bot.storage.migrations import migrate
from bot.usecases.applications import queue
from bot.usecases.applications.queue import Show

PEOPLE, OTHERS = 5000, 5000  # in the programme, and in another one of the same database
PERMITTED = 0.150  # seconds
TIMES = 15
FIRST = ("Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор", "Жанна", "Зоя", "Игорь", "Пётр")
LAST = ("Ильин", "Ким", "Лебедь", "Мороз", "Ёлкин", "Орлов", "Попов", "Рыбин", "Сафонов", "Юдин")
STAGES = (None, *Stage)
STATES = (
    *(ParticipationState.APPLIED,) * 6,
    ParticipationState.APPROVED,
    ParticipationState.GUARDIAN,
    ParticipationState.RESERVE,
    ParticipationState.DECLINED,
)
Look = Callable[[Database, Actor, UUID, Profile, int], Awaitable[object]]


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(f"sqlite+aiosqlite:///{Path(folder) / 'lists.db'}"))


async def _measure(url: str) -> list[Row]:
    await migrate(url)
    db, profile = Database.open(url), load_profile("chelyabinsk")
    try:
        programme, actor = await _seed(db)
        return [
            await _time(what, look, db, actor, programme, profile) for what, look in _looks()
        ]
    finally:
        await db.close()


def _looks() -> list[tuple[str, Look]]:
    def page(show: Show, role: Role | None = None, number: int = 0) -> Look:
        return lambda db, actor, programme, profile, n: queue.page(
            db,
            actor,
            programme_id=programme,
            profile=profile,
            show=show,
            role=role,
            page=number or n,
        )

    def search(typed: str, number: int = 0) -> Look:
        return lambda db, actor, programme, profile, n: queue.search(
            db, actor, programme_id=programme, typed=typed, profile=profile, page=number
        )

    return [
        *((f"queue, {show}", page(show)) for show in Show),
        ("queue, mentors who wait for an interview", page(Show.INTERVIEW, Role.MENTOR)),
        ("queue, page 400 of all", page(Show.ALL, number=400)),
        ("search, half a surname", search("ёлк")),
        ("search, name and surname", search("петр елкин")),
        ("search, a letter, page 300", search("и", 300)),
        (
            "who can be approved together",
            lambda db, actor, programme, profile, n: queue.complete(
                db, actor, programme_id=programme, profile=profile
            ),
        ),
    ]


async def _time(
    what: str, look: Look, db: Database, actor: Actor, programme: UUID, profile: Profile
) -> Row:
    taken = []
    for number in range(TIMES + 1):
        began = time.perf_counter()
        await look(db, actor, programme, profile, number)
        taken.append(time.perf_counter() - began)
    taken = taken[1:]  # the first one compiles the statements
    slowest, usual = max(taken), statistics.median(taken)
    return Row(
        f"{what}: median, slowest of {TIMES}",
        f"{usual * 1000:.0f}, {slowest * 1000:.0f} ms",
        f"median under {PERMITTED * 1000:.0f} ms",
        usual < PERMITTED,
    )


async def _seed(db: Database) -> tuple[UUID, Actor]:
    """A programme of 5,000 at every step of the queue, and another one beside it."""
    now = db.clock()
    async with db.transaction() as tx:
        house = Organisation(
            name="College", timezone="Asia/Yekaterinburg", profile="chelyabinsk", created_at=now
        )
        tx.add(house)
        await tx.flush()
        programmes = [
            Programme(
                organisation_id=house.id,
                name=name,
                forms=["employer_learner"],
                starts_on=date(2029, 9, 1),
                ends_on=date(2030, 5, 31),
                created_at=now,
            )
            for name in ("Path", "Road")
        ]
        curator = Person(locale="ru", name="Анна", created_at=now)
        tx.add_all([*programmes, curator])
        await tx.flush()
        for programme, number in zip(programmes, (PEOPLE, OTHERS), strict=True):
            people = [
                Person(
                    locale="ru",
                    name=f"{LAST[n // 10 % 10]} {FIRST[n % 10]} {n}",
                    created_at=now - timedelta(hours=n),
                )
                for n in range(number)
            ]
            tx.add_all(people)
            await tx.flush()
            tx.add_all(_part(programme, person, n) for n, person in enumerate(people))
            tx.add_all(
                _shown(house.id, person.id, curator.id, kind, person, n)
                for n, person in enumerate(people)
                if n % 2
                for kind in ("identity", "no-criminal-record")
            )
    actor = Actor(curator.id, "ru", "vy", (Assignment(Role.CURATOR, house.id),))
    return programmes[0].id, actor


def _part(programme: Programme, person: Person, n: int) -> Participation:
    mentor = n % 2 == 1
    return Participation(
        organisation_id=programme.organisation_id,
        programme_id=programme.id,
        person_id=person.id,
        role=Role.MENTOR if mentor else Role.MENTEE,
        created_at=person.created_at,
        applied_at=person.created_at,
        state=STATES[n // 2 % len(STATES)],
        form_sent=True,
        kind=MENTOR_KINDS[n % len(MENTOR_KINDS)] if mentor else None,
        stage=STAGES[n // 4 % len(STAGES)] if mentor else None,
    )


def _shown(house: UUID, person: UUID, by: UUID, kind: str, of: Person, n: int) -> Check:
    return Check(
        organisation_id=house,
        person_id=person,
        kind=kind,
        issued_on=date(2029, 9, 1),
        expires_on=date(2099, 9, 1),
        number_hash=f"{n:064}" if kind != "identity" else None,
        verified_by=by,
        verified_at=of.created_at,
    )
