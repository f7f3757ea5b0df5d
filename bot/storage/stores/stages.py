"""Road maps of programmes and school calendars of organisations."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.programmes import Organisation, Programme
from bot.domain.roadmap import RoadMapItem
from bot.domain.school_calendar import CalendarSpan
from bot.storage.stores.at_work import at_work
from bot.storage.stores.by_id import among
from bot.storage.tables import calendar_spans, organisations, programmes, road_map_items

_SPANS = calendar_spans.c
_CALENDAR = (
    select(CalendarSpan)
    .where(among(_SPANS.organisation_id), _SPANS.ends_on >= bindparam("since"))
    .order_by(_SPANS.starts_on, _SPANS.id)
)


class StageStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def road_map(self, programme_id: UUID) -> Sequence[RoadMapItem]:
        """By stage as it was drawn up; within a stage by date."""
        i = road_map_items.c
        query = select(RoadMapItem).where(i.programme_id == programme_id)
        return (await self._session.scalars(query.order_by(i.due_on, i.position, i.id))).all()

    async def last_position(self, programme_id: UUID) -> int:
        i = road_map_items.c
        query = select(func.max(i.position)).where(i.programme_id == programme_id)
        return await self._session.scalar(query) or 0

    async def open_until(
        self, day: date, programme_ids: Collection[UUID] | None = None
    ) -> Sequence[tuple[RoadMapItem, Programme, Organisation]]:
        """Lines not done, due by that day, of programmes at work; soonest first."""
        i = road_map_items.c
        query = (
            select(RoadMapItem, Programme, Organisation)
            .join(programmes, programmes.c.id == i.programme_id)
            .join(organisations, organisations.c.id == i.organisation_id)
            .where(i.done_at.is_(None), i.due_on <= day, at_work(i.programme_id))
            .order_by(i.due_on, i.position, i.id)
        )
        if programme_ids is not None:
            query = query.where(i.programme_id.in_(programme_ids))
        return [(item, run, house) for item, run, house in await self._session.execute(query)]

    async def remove(self, entity: RoadMapItem | CalendarSpan) -> None:
        await self._session.delete(entity)

    async def calendar(
        self, organisation_ids: Collection[UUID], since: date
    ) -> Sequence[CalendarSpan]:
        """Spans not over by that day, soonest first."""
        given = {"ids": list(organisation_ids), "since": since}
        return (await self._session.scalars(_CALENDAR, given)).all()
