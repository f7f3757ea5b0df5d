"""A letter to thousands at the permitted rate: each gets it once, answers go on meanwhile."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median, quantiles
from uuid import UUID

from sqlalchemy import insert

from bot.domain.access import Role
from bot.domain.broadcasts import BroadcastState, Segment
from bot.domain.ids import new_id
from bot.domain.participations import ParticipationState
from bot.domain.people import Tone
from bot.storage.tables import contacts, memberships, participations, people
from bot.usecases.desk import broadcasts
from bot.usecases.programme import programmes
from sandbox import people_of_demo as demo
from sandbox.stage import Stage
from sandbox.telegram import Limits
from sandbox.wall import Wall
from sandbox.world import World
from tests.lengths import length
from tests.town import MOMENT
from tests.village import MESSENGER

PEOPLE = length(20, 5000)
FIRST = 20_001
WORDS = "Собрание в пятницу"
APART = 0.25  # seconds between two people who ask for their menu
PATIENCE = 60 + PEOPLE / 10


@dataclass
class Hall:
    """Everybody of one programme, made by rows: asking each in would take an hour."""

    world: World
    programme_id: UUID | None = None
    answered: list[float] = field(default_factory=list)  # seconds

    async def gathers(self, stage: Stage) -> None:
        db = stage.parts.db
        stage.telegram.people.add(id=demo.CURATOR, first_name="Anna", started=True)
        await self.world.open(demo.CURATOR, await stage.invite(Role.CURATOR, demo.ORGANISATION))
        anna = await self.world.actor(demo.CURATOR)
        await programmes.introduce_curator(db, anna, name=demo.CURATOR_NAME)
        today, now = stage.wall().date(), stage.wall()
        house = anna.assignments[0].organisation_id
        self.programme_id = await programmes.create(
            db, anna, name=demo.PROGRAMME, forms=["employer_learner"],
            starts_on=today, ends_on=today + timedelta(days=200),
        )  # fmt: skip
        here = {"organisation_id": house, "programme_id": self.programme_id, "role": Role.MENTEE}
        for account in range(FIRST, FIRST + PEOPLE):
            stage.telegram.people.add(id=account, first_name=f"P{account}", started=True)
        ids = [new_id() for _ in range(PEOPLE)]
        rows = {
            people: [
                {"id": id_, "name": f"P {n}", "locale": "ru", "tone": Tone.TY, "created_at": now,
                 "hour_before": True}
                for n, id_ in enumerate(ids)
            ],
            contacts: [
                {"id": new_id(), "person_id": id_, "messenger": MESSENGER,
                 "address": str(FIRST + n), "reachable": True}
                for n, id_ in enumerate(ids)
            ],
            memberships: [{"id": new_id(), "person_id": id_, "since": now, **here} for id_ in ids],
            participations: [
                {"id": new_id(), "person_id": id_, "created_at": now, "form_sent": True,
                 "state": ParticipationState.APPROVED, "guardian_needed": False,
                 "guardian_agreed": False, "decided_at": now, "version": 1, **here}
                for id_ in ids
            ],
        }  # fmt: skip
        async with db.statements() as connection:
            for table, some in rows.items():
                await connection.execute(insert(table), some)

    async def asks(self, stage: Stage, account: int) -> None:
        """Somebody wants their menu; how long until it is there."""
        telegram, seen = stage.telegram, stage.telegram.journal.accepted
        before, began = len(seen[account]), telegram.monotonic()
        telegram.people.say(account, "/menu")
        while True:
            new = [one for one in seen[account][before:] if WORDS not in one.text]
            if new:
                self.answered.append(new[0].at - began)
                return
            await asyncio.sleep(0.01)


async def test_thousands_of_letters_keep_to_the_rate_and_nobody_waits_for_an_answer(
    sqlite_url: str,
) -> None:
    halls: list[Hall] = []

    async def sow(stage: Stage) -> None:
        halls.append(hall := Hall(World(stage)))
        await hall.gathers(stage)

    stage = Stage(
        database_url=sqlite_url, wall=Wall(MOMENT), limits=Limits.real(), seed=sow,
        zone="Asia/Yekaterinburg",
    )  # fmt: skip
    stage.telegram.journal.accepted.keep_all = True
    async with stage.open(), asyncio.timeout(PATIENCE):
        [hall] = halls
        assert hall.programme_id is not None
        db, profile = stage.parts.db, stage.parts.profile
        anna, telegram = await hall.world.actor(demo.CURATOR), stage.telegram
        began = telegram.monotonic()
        sent = await broadcasts.plan(
            db, anna, programme_id=hall.programme_id, segment=Segment(), words=WORDS,
            profile=profile,
        )  # fmt: skip
        asking: list[asyncio.Task[None]] = []
        while True:
            card = await broadcasts.card(db, anna, broadcast_id=sent, profile=profile)
            report = card.line.report
            if card.line.state is BroadcastState.SENT and report.waiting == 0:
                break
            account = FIRST + len(asking) * 7 % PEOPLE
            asking.append(asyncio.create_task(hall.asks(stage, account)))
            await asyncio.sleep(APART)
        took = telegram.monotonic() - began
        await asyncio.gather(*asking)
        journal = telegram.journal
        got = [
            sum(WORDS in one.text for one in journal.accepted[FIRST + n]) for n in range(PEOPLE)
        ]
    answers = hall.answered
    p95 = quantiles(answers, n=20)[-1] if len(answers) > 1 else answers[0]
    print(
        f"{PEOPLE} letters in {took:.0f} s ({PEOPLE / took:.1f} a second), 429:"
        f" {journal.too_many.total()}; {len(answers)} people answered meanwhile:"
        f" median {median(answers):.2f} s, p95 {p95:.2f} s, longest {max(answers):.2f} s,"
        f" {sum(one > 1 for one in answers)} after more than a second"
    )
    assert got == [1] * PEOPLE
    assert (report.listed, report.sent) == (PEOPLE, PEOPLE)
    assert took > PEOPLE / 30 - 3, "faster than permitted"
    assert p95 < 1.0 * length(5, 1)  # in short: on a machine five times slower, too
