"""The machine's clock is set, by a second or by a month: nothing is said twice, nothing is lost."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self

import pytest
from sqlalchemy import select

from bot.domain.access import Role
from bot.domain.notices import FINAL, Notice, NoticeState
from bot.domain.profile import Profile
from bot.storage.database import Database
from bot.storage.outgoing import Outgoing
from bot.usecases.monitoring import digests
from sandbox.wall import Wall
from scheduler.delivery import Delivery
from scheduler.jobs import Job, keep_ticking, start
from tests.lengths import length
from tests.scheduler.conftest import Wire
from tests.town import MOMENT
from tests.village import Curator, Village

SPANS = [timedelta(seconds=1), timedelta(minutes=2), timedelta(hours=2), timedelta(hours=26),
         timedelta(days=8), timedelta(days=30)][length(-1, 0):]  # fmt: skip
WEEKS = 2


class Fortnight:
    """A meeting of a pair, a wave with its reminders, two digests; ticks at all that is due."""

    def __init__(self, db: Database, profile: Profile, wall: Wall) -> None:
        self.wall, self.wire = wall, Wire()
        self.village = Village(db, profile, wall)
        self.delivery = Delivery(
            db=db, outgoing=Outgoing(db, "test:1:a"), courier=self.wire, profile=profile, rate=1000
        )
        self.anna: Curator
        self.kept: Sequence[Notice] = ()

    async def begins(self) -> None:
        village = self.village
        self.anna = await village.curator()
        dima = await village.joins(self.anna, Role.MENTEE)
        igor = await village.joins(self.anna, Role.MENTOR)
        pair_id = await village.pair(self.anna, dima, igor)
        await village.meets(dima, igor, pair_id, MOMENT + timedelta(days=3))
        await village.opens_wave(self.anna)
        await digests.plan_due(village.db)

    async def tick(self) -> None:
        await self.delivery.mend()
        await self.delivery.deliver_due()

    async def goes_on(self, until: datetime) -> None:
        """From one due thing to the next, and a look each day."""
        while self.wall() < until:
            async with self.village.db.reading() as tx:
                due = await tx.notices.next_due() or until
            soon, tomorrow = timedelta(minutes=1), timedelta(days=1)
            self.wall.set(max(self.wall() + soon, min(due, self.wall() + tomorrow)))
            await self.tick()
            if self.wall() < MOMENT + timedelta(weeks=WEEKS):
                await digests.plan_due(self.village.db)

    async def rows(self) -> Sequence[Notice]:
        async with self.village.db.reading() as tx:
            return (await tx._session.scalars(select(Notice))).all()

    def said(self) -> Counter[tuple[str, str]]:
        return Counter((chat, key) for chat, key, _ in self.wire.carried)


async def lived(
    path: Path, template: Path, profile: Profile, *, set_at: timedelta, by: Sequence[timedelta]
) -> Fortnight:
    path.write_bytes(template.read_bytes())
    wall = Wall(MOMENT, runs=False)
    db = Database.open(f"sqlite+aiosqlite:///{path}", wall)
    try:
        two_weeks = Fortnight(db, profile, wall)
        await two_weeks.begins()
        await two_weeks.goes_on(MOMENT + set_at)
        for jump in by:
            wall.move(jump)
            await two_weeks.tick()
        await two_weeks.goes_on(MOMENT + timedelta(weeks=WEEKS, days=1))
        two_weeks.kept = await two_weeks.rows()
        return two_weeks
    finally:
        await db.close()


@pytest.fixture(scope="module")
def undisturbed() -> dict[str, Counter[tuple[str, str]]]:
    return {}


@pytest.mark.parametrize("span", SPANS, ids=str)
@pytest.mark.parametrize("ahead_first", [True, False])
async def test_a_clock_that_was_wrong_for_a_while_changes_nothing_that_was_of_use(
    span: timedelta, ahead_first: bool, tmp_path: Path, sqlite_template: Path, profile: Profile,
    undisturbed: dict[str, Counter[tuple[str, str]]],
) -> None:  # fmt: skip
    """Wrong by the span, and put right an instant later: all that was to be said is said once."""
    at = timedelta(hours=30)
    if "said" not in undisturbed:
        usual = await lived(tmp_path / "a.db", sqlite_template, profile, set_at=at, by=())
        undisturbed["said"] = usual.said()
        assert len(usual.said()) > 12
    jumps = (span, -span) if ahead_first else (-span, span)
    wrong = await lived(tmp_path / "b.db", sqlite_template, profile, set_at=at, by=jumps)
    early = {key for _, key in wrong.said()} - {key for _, key in undisturbed["said"]}
    assert not early, "something was said that never was true"
    assert wrong.said() == undisturbed["said"]
    assert all(one.state in FINAL or one.due_at > MOMENT + timedelta(weeks=WEEKS)
               for one in wrong.kept)  # fmt: skip


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("span", SPANS, ids=str)
async def test_a_clock_that_is_set_and_stays_repeats_nothing_and_leaves_nothing_behind(
    span: timedelta, sign: int, tmp_path: Path, sqlite_template: Path, profile: Profile
) -> None:
    lives = await lived(
        tmp_path / "c.db", sqlite_template, profile, set_at=timedelta(hours=30), by=(sign * span,)
    )
    rows = lives.kept
    sent = [one for one in rows if one.state is NoticeState.SENT]
    assert len(lives.wire.carried) == len(sent), "one letter for each notice"
    assert len({(one.kind, one.to, one.subject, one.due_at) for one in rows}) == len(rows)
    for one in rows:
        assert one.state in FINAL or one.try_at > lives.wall(), one
        if one.state is NoticeState.MISSED:
            assert one.settled_at is not None
            assert one.settled_at > one.useful_until or one.reason == "no good hour in time"


async def test_jobs_tick_on_when_the_clock_has_been_set_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What APScheduler would sleep through: it looks at the machine's clock and at nothing else."""
    shift = timedelta()
    ran: list[int] = []

    class Machine(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp((datetime.now(UTC) + shift).timestamp(), tz or UTC)

    async def work() -> None:
        ran.append(1)

    for module in ("schedulers.base", "triggers.interval"):
        monkeypatch.setattr(f"apscheduler.{module}.datetime", Machine)
    scheduler = start((Job("a", 0.02, work),))
    watching = asyncio.create_task(keep_ticking(scheduler, Machine.now, 0.02))
    try:
        await asyncio.sleep(0.1)
        shift, before = timedelta(days=-30), len(ran)
        await asyncio.sleep(0.2)
        assert before > 0
        assert len(ran) > before + 2
    finally:
        watching.cancel()
        scheduler.shutdown(wait=False)
        await asyncio.sleep(0)
