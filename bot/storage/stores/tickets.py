"""Questions to the curator: of a programme, of a person, and what was said in each."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.tickets import Ticket, TicketMessage, TicketState
from bot.storage.stores.by_id import by_id
from bot.storage.tables import ticket_messages, tickets

_T, _M = tickets.c, ticket_messages.c


def _within(share: Collection[UUID] | None) -> list[ColumnElement[bool]]:
    return [] if share is None else [_T.person_id.in_(share)]


class TicketStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Ticket]:
        return await by_id(self._session, Ticket, ids)

    async def of_person(self, person_id: UUID, *, limit: int) -> Sequence[Ticket]:
        """The one that moved last comes first."""
        query = select(Ticket).where(_T.person_id == person_id)
        query = query.order_by(_T.moved_at.desc(), _T.id.desc()).limit(limit)
        return (await self._session.scalars(query)).all()

    async def unanswered_of(self, person_id: UUID) -> int:
        query = select(func.count()).where(
            _T.person_id == person_id, _T.state == TicketState.NEW
        )
        return await self._session.scalar(query) or 0

    async def in_state(
        self,
        programme_id: UUID,
        state: TicketState,
        *,
        limit: int,
        offset: int,
        share: Collection[UUID] | None = None,
    ) -> Sequence[Ticket]:
        """Who has waited longest comes first; of what is answered or closed, the latest.

        `share`: of these people only; None: of all.
        """
        order = (
            (_T.asked_at, _T.id)
            if state is TicketState.NEW
            else (_T.moved_at.desc(), _T.id.desc())
        )
        query = select(Ticket).where(
            _T.programme_id == programme_id, _T.state == state, *_within(share)
        )
        query = query.order_by(*order, _T.id).limit(limit).offset(offset)
        return (await self._session.scalars(query)).all()

    async def counts(
        self, programme_id: UUID, share: Collection[UUID] | None = None
    ) -> dict[TicketState, int]:
        query = (
            select(_T.state, func.count())
            .where(_T.programme_id == programme_id, *_within(share))
            .group_by(_T.state)
        )
        return {state: number for state, number in await self._session.execute(query)}

    async def waiting(
        self, programme_ids: Collection[UUID]
    ) -> dict[UUID, tuple[int, datetime]]:
        """By programme: how many have no answer, and since when the oldest waits."""
        query = (
            select(_T.programme_id, func.count(), func.min(_T.asked_at))
            .where(_T.programme_id.in_(programme_ids), _T.state == TicketState.NEW)
            .group_by(_T.programme_id)
        )
        return {id_: (n, since) for id_, n, since in await self._session.execute(query)}

    async def waiting_by_person(self, programme_id: UUID) -> dict[UUID, tuple[int, datetime]]:
        """By who asks: how many have no answer, and since when the oldest waits."""
        query = (
            select(_T.person_id, func.count(), func.min(_T.asked_at))
            .where(_T.programme_id == programme_id, _T.state == TicketState.NEW)
            .group_by(_T.person_id)
        )
        return {id_: (n, since) for id_, n, since in await self._session.execute(query)}

    async def messages(self, ticket_ids: Collection[UUID]) -> dict[UUID, list[TicketMessage]]:
        """By ticket, the oldest first."""
        found: dict[UUID, list[TicketMessage]] = {id_: [] for id_ in ticket_ids}
        query = select(TicketMessage).where(_M.ticket_id.in_(ticket_ids))
        for one in await self._session.scalars(query.order_by(_M.at, _M.id)):
            found[one.ticket_id].append(one)
        return found

    async def first_words(self, ticket_ids: Collection[UUID]) -> dict[UUID, str]:
        """By ticket: what it began with. A talk may be long, and a list shows no more of it."""
        first = select(_M.words).where(_M.ticket_id == _T.id).order_by(_M.at, _M.id).limit(1)
        query = select(_T.id, first.scalar_subquery()).where(_T.id.in_(ticket_ids))
        return {id_: words or "" for id_, words in await self._session.execute(query)}

    async def last_said(self, ticket_id: UUID, *, limit: int) -> Sequence[TicketMessage]:
        """The last of a talk, the oldest of these first."""
        query = select(TicketMessage).where(_M.ticket_id == ticket_id)
        query = query.order_by(_M.at.desc(), _M.id.desc()).limit(limit)
        return (await self._session.scalars(query)).all()[::-1]

    async def close_of(self, person_id: UUID, organisation_id: UUID, now: datetime) -> None:
        """Nobody waits for an answer who has left."""
        await self._session.execute(
            update(tickets)
            .where(
                _T.person_id == person_id,
                _T.organisation_id == organisation_id,
                _T.state != TicketState.CLOSED,
            )
            .values(state=TicketState.CLOSED, moved_at=now, version=_T.version + 1)
        )
