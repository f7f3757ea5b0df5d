"""What was changed in forms after they had been sent."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.corrections import Correction
from bot.storage.tables import corrections


class CorrectionStore:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session, self._now = session, now

    async def of(self, participation_id: UUID, *, most: int) -> Sequence[Correction]:
        """Newest first."""
        c = corrections.c
        query = select(Correction).where(c.participation_id == participation_id)
        query = query.order_by(c.at.desc(), c.id.desc()).limit(most)
        return (await self._session.scalars(query)).all()

    async def unseen_of(self, participation_id: UUID) -> dict[str, Correction]:
        """By item."""
        c = corrections.c
        query = select(Correction).where(
            c.participation_id == participation_id, c.seen_at.is_(None)
        )
        return {one.item: one for one in await self._session.scalars(query)}

    async def unseen_in(self, programme_id: UUID) -> Sequence[Correction]:
        """Oldest first."""
        c = corrections.c
        query = select(Correction).where(c.programme_id == programme_id, c.seen_at.is_(None))
        return (await self._session.scalars(query.order_by(c.at, c.id))).all()

    async def forget(self, correction: Correction) -> None:
        await self._session.delete(correction)

    async def seen(self, participation_id: UUID) -> None:
        c = corrections.c
        await self._session.execute(
            update(corrections)
            .where(c.participation_id == participation_id, c.seen_at.is_(None))
            .values(seen_at=self._now)
        )
