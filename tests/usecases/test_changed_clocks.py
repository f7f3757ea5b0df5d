"""A government changes its clocks between planning and saying: the time on the wall holds."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.meetings import Meeting
from bot.domain.moments import ClockRules
from bot.storage import tables
from bot.storage.stores.clocks import ClockStore
from bot.usecases.monitoring import digests
from bot.usecases.programme import changed_clocks
from tests.village import Curator, Village

HERE, AS_IT_WAS = "Asia/Almaty", "Etc/GMT-6"  # until the decree; then five hours
FEBRUARY = datetime(2024, 2, 27, 6, tzinfo=UTC)


async def lives_in(village: Village, anna: Curator, zone: str) -> None:
    async with village.db.statements() as connection:
        await connection.execute(tables.organisations.update().values(timezone=zone))


async def the_decree(village: Village, anna: Curator) -> None:
    """The bot starts anew with the new rules; everything ahead was planned by the old ones."""
    async with village.db.transaction() as tx:
        now = tx.now
        rules = ClockRules.of(AS_IT_WAS, now - timedelta(2), now + timedelta(800))
        await tx.clocks.keep(HERE, rules)
    await lives_in(village, anna, HERE)


@pytest.fixture
async def anna(village: Village) -> Curator:
    village.wall.set(FEBRUARY)
    curator = await village.curator()
    await lives_in(village, curator, AS_IT_WAS)
    return curator


async def test_a_meeting_and_its_reminders_keep_their_time_on_the_wall(
    village: Village, anna: Curator
) -> None:
    dima = await village.joins(anna, Role.MENTEE, born="2000")
    igor = await village.joins(anna, Role.MENTOR)
    pair_id = await village.pair(anna, dima, igor)
    at = moments.instant(date(2024, 3, 5), time(16), AS_IT_WAS)
    february = moments.instant(date(2024, 2, 29), time(16), AS_IT_WAS)
    meeting_id = await village.meets(dima, igor, pair_id, at)
    before = await village.meets(dima, igor, pair_id, february)
    kinds = ("meeting-tomorrow", "meeting-soon", "meeting-receipt")
    walls = [moments.local(n.due_at, AS_IT_WAS).replace(tzinfo=None)
             for n in await village.notices(*kinds)]  # fmt: skip
    await the_decree(village, anna)
    assert await changed_clocks.follow(village.db) > 0
    async with village.db.reading() as tx:
        late, early = await tx.get(Meeting, meeting_id), await tx.get(Meeting, before)
    assert late.at == at + timedelta(hours=1)
    assert late.offered_times == [late.at]
    assert early.at == february
    planned = await village.notices(*kinds)
    assert [moments.local(n.due_at, HERE).replace(tzinfo=None) for n in planned] == walls
    assert all(n.try_at == n.due_at < n.useful_until for n in planned)
    assert await changed_clocks.follow(village.db) == 0, "once is enough"


async def test_the_digest_is_moved_and_not_doubled(village: Village, anna: Curator) -> None:
    village.later(days=3)  # Friday, the first of March
    await digests.plan_due(village.db)
    await the_decree(village, anna)
    await changed_clocks.follow(village.db)
    await digests.plan_due(village.db)
    [digest] = await village.notices("digest")
    assert moments.local(digest.due_at, HERE).isoformat() == "2024-03-04T09:00:00+05:00"


async def test_what_has_been_said_at_that_time_is_not_said_again(
    village: Village, anna: Curator
) -> None:
    village.later(days=3)
    await digests.plan_due(village.db)
    [digest] = await village.notices("digest")
    await village.said()
    async with village.db.statements() as connection:
        await connection.execute(
            tables.notices.update().where(tables.notices.c.id == digest.id)
            .values(due_at=digest.due_at + timedelta(hours=1))
        )  # fmt: skip
    await digests.plan_due(village.db)
    await the_decree(village, anna)
    await changed_clocks.follow(village.db)
    async with village.db.reading() as tx:
        n = tables.notices.c
        rows = await tx._session.scalars(select(n.state).where(n.kind == "digest"))
    assert len(rows.all()) == 1


async def test_a_new_zone_and_a_quiet_government_move_nothing(
    village: Village, anna: Curator
) -> None:
    await digests.plan_due(village.db)
    assert await changed_clocks.follow(village.db) == 0
    village.later(days=30)
    assert await changed_clocks.follow(village.db) == 0
    async with village.db.reading() as tx:
        assert set(await tx.clocks.kept()) == {AS_IT_WAS}


async def test_a_quiet_hour_looks_at_no_row_and_writes_nothing(
    village: Village, anna: Curator, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def kept() -> ClockRules:
        async with village.db.reading() as tx:
            return (await tx.clocks.kept())[AS_IT_WAS]

    await changed_clocks.follow(village.db)
    monkeypatch.setattr(ClockStore, "move", None)
    first = await kept()
    village.later(hours=23)
    await changed_clocks.follow(village.db)
    assert await kept() == first
    village.later(hours=1)
    await changed_clocks.follow(village.db)
    assert (await kept()).until == first.until + timedelta(days=1)
