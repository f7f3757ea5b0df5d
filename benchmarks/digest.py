"""How long the digest of a programme of 1,000 pairs takes: every light judged from its facts.

Half a year of meetings, ratings and goals stands behind each pair. Measured is the use case, on
SQLite, and the drawing of its picture, which is done in another process.
"""

import asyncio
import random
import statistics
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.table import Row
from bot.domain.access import Actor, Assignment, Role
from bot.domain.meetings import Meeting, MeetingState, Receipt
from bot.domain.pair_words import About, PairWord
from bot.domain.pairs import Pair, PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.plans import Goal
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.messenger.digest_view import digest_message, digest_picture_of
from bot.profiles import load_profile
from bot.reports.drawing import draw_digest
from bot.storage.database import Database, Transaction
from bot.storage.migrations import migrate
from bot.texts import Texts
from bot.usecases.monitoring import digests

PAIRS, MEETINGS, ROUNDS = 1000, 12, 6
TIMES = 9
PERMITTED, WITH_PICTURE = 0.5, 1.5  # seconds
DAY = timedelta(days=1)


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(f"sqlite+aiosqlite:///{Path(folder) / 'digest.db'}"))


async def _measure(url: str) -> list[Row]:
    await migrate(url)
    db, profile = Database.open(url), load_profile("chelyabinsk")
    try:
        programme, actor = await seed(db)
        return await _time(db, actor, programme, profile)
    finally:
        await db.close()


async def _time(db: Database, actor: Actor, programme: UUID, profile: Profile) -> list[Row]:
    taken, worked, drawn, texts = [], [], [], Texts()
    for _ in range(TIMES + 1):
        began, worked_before = time.perf_counter(), time.process_time()
        facts = await digests.digest(db, actor, programme_id=programme, profile=profile)
        digest_message(texts, "ru", "vy", facts)
        taken.append(time.perf_counter() - began)
        worked.append(time.process_time() - worked_before)
        draw_digest(digest_picture_of(texts, "ru", "vy", facts))
        drawn.append(time.perf_counter() - began)
    rows = []
    for what, found, permitted in (
        ("digest", taken[1:], PERMITTED),  # the first one compiles the statements
        ("digest, of the processor's time alone,", worked[1:], PERMITTED),
        ("digest with its picture", drawn[1:], WITH_PICTURE),
    ):
        usual, slowest = statistics.median(found), max(found)
        rows.append(
            Row(
                f"{what} of {PAIRS:,} pairs: median, slowest of {TIMES}",
                f"{usual * 1000:.0f}, {slowest * 1000:.0f} ms",
                f"median under {permitted * 1000:.0f} ms",
                usual < permitted,
            )
        )
    return rows


async def seed(db: Database) -> tuple[UUID, Actor]:
    now, chance = db.clock(), random.Random(7)
    started = now - 200 * DAY
    async with db.transaction() as tx:
        house = Organisation(
            name="College", timezone="Asia/Yekaterinburg", profile="chelyabinsk", created_at=now
        )
        tx.add(house)
        await tx.flush()
        programme = Programme(
            organisation_id=house.id,
            name="Path",
            forms=["employer_learner"],
            starts_on=date(2029, 9, 1),
            ends_on=date(2040, 5, 31),
            created_at=now,
        )
        curator = Person(locale="ru", name="Анна", created_at=now)
        tx.add_all([programme, curator])
        await tx.flush()
    where: dict[str, Any] = {"organisation_id": house.id, "programme_id": programme.id}
    for part in range(0, PAIRS, 100):
        async with db.transaction() as tx:
            await _pairs(tx, where, curator.id, range(part, part + 100), started, now, chance)
    role = Assignment(Role.CURATOR, house.id, programme.id)
    return programme.id, Actor(curator.id, "ru", "vy", (role,))


async def _pairs(
    tx: Transaction,
    where: dict[str, Any],
    curator: UUID,
    numbers: range,
    started: datetime,
    now: datetime,
    chance: random.Random,
) -> None:
    sides = {
        role: [Person(locale="ru", name=f"{role} {n}", created_at=now) for n in numbers]
        for role in (Role.MENTEE, Role.MENTOR)
    }
    tx.add_all([*sides[Role.MENTEE], *sides[Role.MENTOR]])
    await tx.flush()
    for mentee, mentor in zip(sides[Role.MENTEE], sides[Role.MENTOR], strict=True):
        joined = [
            Participation(
                **where,
                person_id=one.id,
                role=role,
                created_at=started,
                state=ParticipationState.APPROVED,
                form_sent=True,
            )
            for role, one in ((Role.MENTEE, mentee), (Role.MENTOR, mentor))
        ]
        tx.add_all(joined)
        await tx.flush()
        pair = Pair(
            **where,
            form="employer_learner",
            mentee_participation_id=joined[0].id,
            mentor_participation_id=joined[1].id,
            mentee_id=mentee.id,
            mentor_id=mentor.id,
            proposed_at=started,
            proposed_by=curator,
            expires_at=started + 7 * DAY,
            score=80,
            reasons=[],
            state=PairState.ACTIVE,
            active_since=started,
        )
        tx.add(pair)
        await tx.flush()
        theirs = {**where, "pair_id": pair.id}
        for _ in range(MEETINGS):
            at = now - chance.randint(1, 190) * DAY
            told = chance.random() < 0.8
            tx.add(
                Meeting(
                    **theirs,
                    mentor_id=mentor.id,
                    mentee_id=mentee.id,
                    offered_by=mentor.id,
                    offered_at=at - DAY,
                    times=[at.isoformat()],
                    place="online",
                    at=at,
                    state=MeetingState.HELD if told else MeetingState.AGREED,
                    mentor_says=Receipt.HELD if told else None,
                    mentee_says=Receipt.HELD if told else None,
                    taken=True,
                )
            )
        for person in (mentee, mentor):
            for n in range(1, ROUNDS + 1):
                tx.add(
                    PairWord(
                        **theirs,
                        person_id=person.id,
                        about=About.RATING,
                        said={"rating": str(chance.randint(4, 10)), "round": str(n)},
                        said_at=started + n * 30 * DAY + DAY,
                        settled_at=now,
                        settled_by=person.id,
                    )
                )
        tx.add(
            Goal(
                **theirs,
                mentor_id=mentor.id,
                mentee_id=mentee.id,
                made_by=mentor.id,
                made_at=started,
                title="x",
                measure="y",
                due_on=(now + chance.randint(-60, 60) * DAY).date(),
            )
        )
    await tx.flush()
