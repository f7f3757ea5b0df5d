"""Meetings of people and pairs, and the figures that a digest needs about all pairs at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.meetings import LENGTH, Meeting, MeetingState
from bot.storage.tables import meetings

_TAKES_TIME = (MeetingState.AGREED, MeetingState.HELD)


@dataclass(frozen=True)
class PairMeetings:
    """A pair's meetings in figures."""

    held: int = 0
    last_held: datetime | None = None
    next_at: datetime | None = None
    disputed: int = 0


class MeetingStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_person(
        self, person_id: UUID, states: Collection[MeetingState], limit: int = 20
    ) -> Sequence[Meeting]:
        """Nearest first; those without a time yet come last."""
        m = meetings.c
        query = (
            select(Meeting)
            .where(or_(m.mentor_id == person_id, m.mentee_id == person_id), m.state.in_(states))
            .order_by(m.at.is_(None), m.at, m.offered_at, m.id)
            .limit(limit)
        )
        return (await self._session.scalars(query)).all()

    async def number_of(self, person_id: UUID) -> int:
        m = meetings.c
        query = select(func.count()).where(or_(m.mentor_id == person_id, m.mentee_id == person_id))
        return await self._session.scalar(query) or 0

    async def of_pair(self, pair_id: UUID, limit: int = 10) -> Sequence[Meeting]:
        """Newest first."""
        m = meetings.c
        query = select(Meeting).where(m.pair_id == pair_id)
        query = query.order_by(m.at.is_(None).desc(), m.at.desc(), m.offered_at.desc(), m.id.desc())
        return (await self._session.scalars(query.limit(limit))).all()

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Meeting]:
        query = select(Meeting).where(meetings.c.id.in_(ids))
        return {m.id: m for m in await self._session.scalars(query)}

    async def clash(self, person_ids: Collection[UUID], at: datetime) -> bool:
        """Whether one of them already meets somebody at a time that overlaps."""
        m = meetings.c
        query = select(func.count()).where(
            or_(m.mentor_id.in_(person_ids), m.mentee_id.in_(person_ids)),
            m.state.in_(_TAKES_TIME),
            m.at > at - LENGTH,
            m.at < at + LENGTH,
        )
        return bool(await self._session.scalar(query))

    async def figures(
        self, *, now: datetime, programme_id: UUID | None = None, pair_id: UUID | None = None
    ) -> dict[UUID, PairMeetings]:
        """For each pair that has any meeting: held, last, next and disputed, in one query."""
        m = meetings.c
        held = m.state == MeetingState.HELD
        query = select(
            m.pair_id,
            func.count(case((held, 1))),
            func.max(case((held, m.at))),
            func.min(case(((m.state == MeetingState.AGREED) & (m.at > now), m.at))),
            func.count(case((m.state == MeetingState.DISPUTED, 1))),
        ).group_by(m.pair_id)
        if programme_id is not None:
            query = query.where(m.programme_id == programme_id)
        if pair_id is not None:
            query = query.where(m.pair_id == pair_id)
        return {row[0]: PairMeetings(*row[1:]) for row in await self._session.execute(query)}

    async def held_between(
        self, programme_id: UUID, start: datetime, end: datetime
    ) -> list[datetime]:
        """When the programme's meetings of the span took place."""
        m = meetings.c
        query = select(m.at).where(
            m.programme_id == programme_id,
            m.state == MeetingState.HELD,
            m.at >= start,
            m.at < end,
        )
        return list(await self._session.scalars(query.order_by(m.at, m.id)))

    async def taken(self, person_ids: Collection[UUID], around: date) -> list[datetime]:
        """When these people already meet, on that day and the days beside it."""
        m = meetings.c
        start = datetime.combine(around, time(0), UTC)
        query = select(m.at).where(
            or_(m.mentor_id.in_(person_ids), m.mentee_id.in_(person_ids)),
            m.state.in_(_TAKES_TIME),
            m.at >= start - timedelta(days=1),
            m.at < start + timedelta(days=2),
        )
        return list(await self._session.scalars(query))
