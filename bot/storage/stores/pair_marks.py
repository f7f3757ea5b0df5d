"""What was done about pairs: by a few queries for all pairs of a programme."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.pair_marks import Done, PairMark
from bot.storage.tables import pair_marks


class PairMarkStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def lately(
        self, programme_id: UUID, today: date, since: datetime | None
    ) -> Sequence[PairMark]:
        """Those that may still hide a pair, and those made since then; the newest first."""
        m = pair_marks.c
        which = m.until > today
        if since is not None:
            which = or_(which, m.at >= since)
        query = select(PairMark).where(m.programme_id == programme_id, which)
        return (await self._session.scalars(query.order_by(m.at.desc(), m.id.desc()))).all()

    async def of_day(
        self, pair_id: UUID, made_by: UUID, what: Done, on_day: date
    ) -> PairMark | None:
        m = pair_marks.c
        query = select(PairMark).where(
            m.pair_id == pair_id, m.made_by == made_by, m.what == what, m.on_day == on_day
        )
        return (await self._session.scalars(query)).one_or_none()

    async def last(self, pair_id: UUID) -> PairMark | None:
        m = pair_marks.c
        query = select(PairMark).where(m.pair_id == pair_id)
        return await self._session.scalar(query.order_by(m.at.desc(), m.id.desc()).limit(1))

    async def of_pair(self, pair_id: UUID, *, limit: int) -> Sequence[PairMark]:
        """The newest first."""
        m = pair_marks.c
        query = select(PairMark).where(m.pair_id == pair_id)
        return (
            await self._session.scalars(query.order_by(m.at.desc(), m.id.desc()).limit(limit))
        ).all()
