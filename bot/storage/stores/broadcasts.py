"""Letters to many: those under way, whom each may reach, what became of it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.broadcasts import Broadcast
from bot.domain.notices import NoticeState
from bot.domain.pair_states import PairState
from bot.storage.stores.by_id import by_id
from bot.storage.tables import broadcasts, contacts, notices, pairs, people

KIND = "broadcast"
_B, _N, _Q, _C = broadcasts.c, notices.c, pairs.c, contacts.c
# literally as in the index of what is due: a bound value would have every row read
_UNDER_WAY = text("broadcasts.state IN ('planned', 'sending')")


class BroadcastStore:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session, self._now = session, now

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Broadcast]:
        return await by_id(self._session, Broadcast, ids)

    async def of_programme(
        self, programme_id: UUID, *, limit: int, offset: int = 0
    ) -> Sequence[Broadcast]:
        query = select(Broadcast).where(_B.programme_id == programme_id)
        query = query.order_by(_B.made_at.desc(), _B.id.desc()).limit(limit).offset(offset)
        return (await self._session.scalars(query)).all()

    async def due(self) -> UUID | None:
        """The one that has waited longest of those whose hour has come."""
        query = (
            select(_B.id)
            .where(_UNDER_WAY, _B.due_at <= self._now)
            .order_by(_B.due_at, _B.id)
            .limit(1)
        )
        found: UUID | None = await self._session.scalar(query)
        return found

    async def next_due(self) -> datetime | None:
        query = select(func.min(_B.due_at)).where(_UNDER_WAY)
        found: datetime | None = await self._session.scalar(query)
        return found

    async def in_pairs(
        self,
        participation_ids: Collection[UUID],
        states: Collection[PairState],
        among: Collection[UUID] = (),
    ) -> set[UUID]:
        """Of these participations, those on either side of a pair in one of these states.

        `among`: of these pairs only, when there are any.
        """
        found: set[UUID] = set()
        for side in (_Q.mentee_participation_id, _Q.mentor_participation_id):
            query = select(side).where(side.in_(participation_ids), _Q.state.in_(states))
            if among:
                query = query.where(_Q.id.in_(among))
            found |= set(await self._session.scalars(query))
        return found

    async def accounts(self, person_ids: Collection[UUID]) -> dict[UUID, bool]:
        """Of those with an account: whether letters reach one of them."""
        query = select(_C.person_id, _C.reachable).where(_C.person_id.in_(person_ids))
        found: dict[UUID, bool] = {}
        for id_, there in await self._session.execute(query):
            found[id_] = there or found.get(id_, False)
        return found

    async def have_letter(self, id_: UUID, person_ids: Collection[UUID]) -> set[UUID]:
        query = select(_N.to).where(_N.subject == id_, _N.kind == KIND, _N.to.in_(person_ids))
        return set(await self._session.scalars(query))

    async def outcomes(
        self, ids: Collection[UUID]
    ) -> dict[UUID, dict[tuple[NoticeState, str | None, bool], int]]:
        """By broadcast: how many letters in each state, for each reason, with an account or not."""
        account = exists().where(_C.person_id == _N.to).label("account")
        query = (
            select(_N.subject, _N.state, _N.reason, account, func.count())
            .where(_N.subject.in_(ids), _N.kind == KIND)
            .group_by(_N.subject, _N.state, _N.reason, account)
        )
        found: dict[UUID, dict[tuple[NoticeState, str | None, bool], int]]
        found = {id_: {} for id_ in ids}
        for subject, state, reason, has, number in await self._session.execute(query):
            found[subject][state, reason, bool(has)] = number
        return found

    async def not_reached(
        self, id_: UUID, states: Collection[NoticeState], *, limit: int, offset: int
    ) -> Sequence[Any]:
        """person_id, name, state, reason, account of those whom it did not reach; by name."""
        account = exists().where(_C.person_id == _N.to).label("account")
        query = (
            select(people.c.id, people.c.name, _N.state, _N.reason, account)
            .join(people, people.c.id == _N.to)
            .where(_N.subject == id_, _N.kind == KIND, _N.state.in_(states))
            .order_by(people.c.search_name, people.c.id)
            .limit(limit)
            .offset(offset)
        )
        return (await self._session.execute(query)).all()
