"""Jobs tick; run twice they change nothing, and one that fails does not stop the others."""

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from bot.domain.access import Role
from bot.domain.profile import Profile
from bot.domain.roadmap import ProgrammeStage
from bot.storage.conversations import Conversations
from bot.storage.database import Database
from bot.storage.inbox import Inbox
from bot.storage.tables import metadata
from bot.usecases.monitoring import digests
from bot.usecases.programme import roadmap
from scheduler.delivery import Delivery
from scheduler.jobs import Job, jobs, start
from tests.scheduler.conftest import Wire
from tests.village import Village


@pytest.fixture
def all_jobs(db: Database, delivery: Delivery, profile: Profile) -> Sequence[Job]:
    return jobs(
        db=db,
        profile=profile,
        delivery=delivery,
        inbox=Inbox(db),
        conversations=Conversations(db),
    )


async def everything(db: Database) -> dict[str, list[object]]:
    """All rows of all tables."""
    found: dict[str, list[object]] = {}
    async with db.reader.connect() as connection:
        for table in metadata.sorted_tables:
            rows = (await connection.execute(table.select())).all()
            found[table.name] = sorted((tuple(row) for row in rows), key=repr)
    return found


async def test_every_job_run_twice_leaves_the_same_rows(
    village: Village, all_jobs: Sequence[Job]
) -> None:
    anna = await village.curator()
    dima, igor = await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    sonya = await village.joins(anna, Role.MENTEE)
    await village.pair(anna, dima, igor)
    await village.proposes(anna, sonya, igor)
    await village.opens_wave(anna)
    village.later(days=15)  # the proposal and the wave are over, a digest is due
    for job in all_jobs:
        await job.work()
        once = await everything(village.db)
        await job.work()
        assert await everything(village.db) == once, job.name


async def test_the_digest_comes_on_monday_morning_to_each_curator_once(
    village: Village, all_jobs: Sequence[Job], wire: Wire
) -> None:
    anna = await village.curator()
    await village.applies(anna, Role.MENTEE)  # there is something to say
    for _ in range(3):
        await digests.plan_due(village.db)
    [planned] = await village.notices("digest")
    assert planned.due_at.isoformat() == "2030-03-18T04:00:00+00:00"  # 9:00 in Chelyabinsk
    village.wall.set(planned.due_at)
    for _ in range(2):
        for job in all_jobs:
            await job.work()
    assert wire.to(anna.account) == ["digest"]
    village.later(hours=1)
    await digests.plan_due(village.db)
    [following] = await village.notices("digest")
    assert following.due_at.isoformat() == "2030-03-25T04:00:00+00:00"


async def test_what_the_digest_says_does_not_come_again_the_day_after(
    village: Village, all_jobs: Sequence[Job], wire: Wire
) -> None:
    anna = await village.curator()
    await roadmap.add(
        village.db, await village.actor(anna), programme_id=anna.programme_id,
        stage=ProgrammeStage.WORK, title="Отчёт", due_on=date(2030, 3, 20),
    )  # fmt: skip
    for job in all_jobs:
        await job.work()
    [planned] = await village.notices("digest")
    [reminder] = await village.notices("road-map-due")
    assert planned.due_at < reminder.due_at
    for moment in (planned.due_at, reminder.due_at, reminder.due_at + timedelta(days=1, hours=4)):
        village.wall.set(moment)
        for job in all_jobs:
            await job.work()
    assert wire.to(anna.account) == ["digest"]


async def test_a_programme_that_has_ended_sends_no_digests(village: Village) -> None:
    await village.curator()
    village.later(days=200)
    await digests.plan_due(village.db)
    assert await village.notices("digest") == []


async def test_a_failing_job_is_logged_and_ticks_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ran: list[str] = []
    again = asyncio.Event()

    async def fails() -> None:
        ran.append("fails")
        raise RuntimeError("Дима Орлов")  # what somebody wrote must not get into the log

    async def works() -> None:
        ran.append("works")
        if ran.count("fails") > 1:
            again.set()

    scheduler = start((Job("bad", 0.05, fails), Job("good", 0.05, works)))
    async with asyncio.timeout(5):
        await again.wait()
    scheduler.shutdown(wait=False)
    await asyncio.sleep(0)
    assert "Орлов" not in "".join(capsys.readouterr())


def test_what_plans_comes_before_what_sends(all_jobs: Sequence[Job]) -> None:
    assert all_jobs[-1].name == "deliver"
