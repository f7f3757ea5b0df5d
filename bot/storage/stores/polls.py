"""Polls of times within a group: those under way, and what was answered."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.group_polls import GroupPoll, GroupPollAnswer, PollState
from bot.storage.stores.at_work import at_work
from bot.storage.stores.by_id import by_id
from bot.storage.tables import group_poll_answers, group_polls


class PollStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def many(self, ids: Collection[UUID]) -> dict[UUID, GroupPoll]:
        return await by_id(self._session, GroupPoll, ids)

    async def open_of(self, group_ids: Collection[UUID], now: datetime) -> Sequence[GroupPoll]:
        """Under way in these groups, the oldest first."""
        p = group_polls.c
        query = select(GroupPoll).where(
            p.group_id.in_(group_ids), p.state == PollState.OPEN, p.ends_at > now
        )
        return (await self._session.scalars(query.order_by(p.offered_at, p.id))).all()

    async def open_in(self, programme_id: UUID, now: datetime) -> Sequence[GroupPoll]:
        """Under way in a programme, the one that ends first before the others."""
        p = group_polls.c
        query = select(GroupPoll).where(
            p.programme_id == programme_id, p.state == PollState.OPEN, p.ends_at > now
        )
        return (await self._session.scalars(query.order_by(p.ends_at, p.id))).all()

    async def over(self, now: datetime, limit: int = 100) -> list[UUID]:
        """Whose end has come and which nobody has counted yet."""
        p = group_polls.c
        due = (p.state == PollState.OPEN, p.ends_at <= now)
        query = select(p.id).where(*due, at_work(p.programme_id))
        return list(await self._session.scalars(query.order_by(p.ends_at, p.id).limit(limit)))

    async def answers(self, poll_ids: Collection[UUID]) -> Sequence[GroupPollAnswer]:
        a = group_poll_answers.c
        query = select(GroupPollAnswer).where(a.poll_id.in_(poll_ids))
        return (await self._session.scalars(query.order_by(a.poll_id, a.id))).all()
