"""Tasks of the team, each of one person in one programme."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.desk_tasks import DeskTask
from bot.storage.tables import desk_tasks

_T = desk_tasks.c


class DeskTaskStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(
        self, programme_id: UUID, person_id: UUID, *, done_since: datetime
    ) -> Sequence[DeskTask]:
        """Open ones by their day, and those done since then behind them."""
        query = (
            select(DeskTask)
            .where(
                _T.programme_id == programme_id,
                _T.person_id == person_id,
                or_(_T.done_at.is_(None), _T.done_at >= done_since),
            )
            .order_by(_T.done_at.is_not(None), _T.due_on, _T.id)
        )
        return (await self._session.scalars(query)).all()

    async def due(self, programme_id: UUID, person_id: UUID, today: date) -> int:
        query = select(func.count()).where(
            _T.programme_id == programme_id,
            _T.person_id == person_id,
            _T.done_at.is_(None),
            _T.due_on <= today,
        )
        return await self._session.scalar(query) or 0

    async def open(self, programme_id: UUID, person_id: UUID) -> int:
        query = select(func.count()).where(
            _T.programme_id == programme_id, _T.person_id == person_id, _T.done_at.is_(None)
        )
        return await self._session.scalar(query) or 0
