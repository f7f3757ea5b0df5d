"""The rules of clocks by which everything ahead was planned, and moving it to other rules."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Column, Table, delete, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.meetings import MeetingState
from bot.domain.moments import ClockRules
from bot.domain.notices import NoticeState
from bot.storage.columns import Moment
from bot.storage.tables import clock_rules, meetings, metadata, notices, organisations

_OF_A_PROCESS = frozenset({"lease_until"})  # no wall shows it


class ClockStore:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session, self._now = session, now

    async def zones(self) -> dict[str, set[UUID]]:
        """The organisations of each zone."""
        found: dict[str, set[UUID]] = {}
        o = organisations.c
        for id_, zone in await self._session.execute(select(o.id, o.timezone)):
            found.setdefault(zone, set()).add(id_)
        return found

    async def kept(self) -> dict[str, ClockRules]:
        rows = await self._session.execute(select(clock_rules))
        return {
            row.zone: ClockRules(
                row.since,
                row.until,
                tuple(
                    (datetime.fromtimestamp(at, UTC), timedelta(seconds=ahead))
                    for at, ahead in row.changes
                ),
            )
            for row in rows
        }

    async def keep(self, zone: str, rules: ClockRules) -> None:
        await self._session.execute(delete(clock_rules).where(clock_rules.c.zone == zone))
        await self._session.execute(
            insert(clock_rules).values(
                zone=zone,
                since=rules.since,
                until=rules.until,
                changes=[
                    [int(at.timestamp()), int(ahead.total_seconds())]
                    for at, ahead in rules.changes
                ],
            )
        )

    async def move(self, organisation_ids: Collection[UUID], rules: ClockRules, zone: str) -> int:
        """Whatever lies ahead there keeps its time on the wall; how many rows were moved.

        Every moment of every table that belongs to an organisation: what people have been told is
        a wall time, whichever row it stands in.
        """
        moved = 0
        for table in metadata.sorted_tables:
            if "organisation_id" not in table.c or "id" not in table.c:
                continue
            for column in table.c:
                if isinstance(column.type, Moment) and column.name not in _OF_A_PROCESS:
                    moved += await self._move(table, column, organisation_ids, rules, zone)
        return moved + await self._move_offered(organisation_ids, rules, zone)

    async def _move(
        self,
        table: Table,
        column: Column[datetime],
        organisation_ids: Collection[UUID],
        rules: ClockRules,
        zone: str,
    ) -> int:
        query = select(table.c.id, column).where(
            table.c.organisation_id.in_(organisation_ids), column > self._now
        )
        if table is notices:
            query = query.where(notices.c.state == NoticeState.PLANNED)
        rows = await self._session.execute(query.order_by(column, table.c.id))
        changed = [
            (id_, at, new) for id_, at in rows if (new := rules.same_wall(at, zone)) != at
        ]
        # the last first when all go later: none may stand where another stands until it has gone
        for id_, at, new in sorted(changed, key=lambda one: one[1], reverse=True):
            if new < at:
                break
            await self._set(table, column, id_, new)
        for id_, at, new in changed:
            if new < at:
                await self._set(table, column, id_, new)
        return len(changed)

    async def _set(
        self, table: Table, column: Column[datetime], id_: UUID, new: datetime
    ) -> None:
        if table is notices and column.name == "due_at":
            mine, other = notices.alias(), notices.c
            there = (
                exists()
                .where(mine.c.id == id_, mine.c.kind == other.kind, mine.c.to == other.to)
                .where(mine.c.subject == other.subject, other.due_at == new)
            )
            if await self._session.scalar(select(there)):  # said, or to be said, at that time
                await self._session.execute(
                    delete(notices).where(
                        notices.c.id == id_, notices.c.state == NoticeState.PLANNED
                    )
                )
                return
        await self._session.execute(update(table).where(table.c.id == id_).values({column: new}))

    async def _move_offered(
        self, organisation_ids: Collection[UUID], rules: ClockRules, zone: str
    ) -> int:
        """The times that a meeting was offered at are a list of their own."""
        m = meetings.c
        rows = await self._session.execute(
            select(m.id, m.times).where(
                m.organisation_id.in_(organisation_ids),
                m.state.in_((MeetingState.OFFERED, MeetingState.AGREED)),
            )
        )
        moved = 0
        for id_, times in rows.all():
            offered = [datetime.fromisoformat(text) for text in times]
            new = [
                (rules.same_wall(at, zone) if at > self._now else at).isoformat() for at in offered
            ]
            if new != times:
                await self._session.execute(
                    update(meetings).where(m.id == id_).values(times=new)
                )
                moved += 1
        return moved
