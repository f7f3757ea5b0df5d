"""Everything of one programme as plain rows, slice by slice: for the curator's workbook."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.meetings import MeetingState
from bot.domain.pair_states import PairState
from bot.domain.pairs import ENDED
from bot.storage.tables import (
    contacts,
    desk_notes,
    meetings,
    pairs,
    participations,
    people,
    ticket_messages,
    tickets,
)

_P, _H, _Q, _M, _T = participations.c, people.c, pairs.c, meetings.c, tickets.c
Rows = Sequence[Any]


class DeskBookStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def people(self, programme_id: UUID, *, limit: int, offset: int) -> Rows:
        """name, role, state, created_at, decided_at, accounts, reachable, notes; by name."""
        account = contacts.c.person_id == _P.person_id
        query = (
            select(
                _H.name, _P.role, _P.state, _P.created_at, _P.decided_at,
                _number(contacts.c.id, account).label("accounts"),
                _number(contacts.c.id, account, contacts.c.reachable).label("reachable"),
                _number(desk_notes.c.id, desk_notes.c.participation_id == _P.id).label("notes"),
            )
            .join(people, _H.id == _P.person_id)
            .where(_P.programme_id == programme_id)
            .order_by(_H.search_name, _P.id)
            .limit(limit)
            .offset(offset)
        )  # fmt: skip
        return (await self._session.execute(query)).all()

    async def ended(self, programme_id: UUID, *, limit: int, offset: int) -> Rows:
        """id, mentee, mentor, form, state, active_since, ended_at, held; the last ended first."""
        mentee, mentor = people.alias(), people.alias()
        begun = [state for state in ENDED if state not in (PairState.DECLINED, PairState.EXPIRED)]
        query = (
            select(
                _Q.id, mentee.c.name.label("mentee"), mentor.c.name.label("mentor"),
                _Q.form, _Q.state, _Q.active_since, _Q.ended_at,
                _number(_M.id, _M.pair_id == _Q.id, _M.state == MeetingState.HELD).label("held"),
            )
            .join(mentee, mentee.c.id == _Q.mentee_id)
            .join(mentor, mentor.c.id == _Q.mentor_id)
            .where(
                _Q.programme_id == programme_id,
                _Q.state.in_(begun),
                _Q.active_since.is_not(None),
            )
            .order_by(_Q.ended_at.desc(), _Q.id)
            .limit(limit)
            .offset(offset)
        )  # fmt: skip
        return (await self._session.execute(query)).all()

    async def meetings(self, programme_id: UUID, *, limit: int, offset: int) -> Rows:
        """at, state, mentee, mentor of meetings with an hour; the latest first."""
        mentee, mentor = people.alias(), people.alias()
        query = (
            select(
                _M.at, _M.state, mentee.c.name.label("mentee"), mentor.c.name.label("mentor")
            )
            .join(mentee, mentee.c.id == _M.mentee_id)
            .join(mentor, mentor.c.id == _M.mentor_id)
            .where(_M.programme_id == programme_id, _M.at.is_not(None))
            .order_by(_M.at.desc(), _M.id)
            .limit(limit)
            .offset(offset)
        )
        return (await self._session.execute(query)).all()

    async def questions(self, programme_id: UUID, *, limit: int, offset: int) -> Rows:
        """at, name, state, mine (said by the asker), words; a talk after another, in its order."""
        m = ticket_messages.c
        query = (
            select(
                m.at, _H.name, _T.state, (m.person_id == _T.person_id).label("mine"), m.words
            )
            .join(tickets, _T.id == m.ticket_id)
            .join(people, _H.id == m.person_id)
            .where(_T.programme_id == programme_id)
            .order_by(_T.id.desc(), m.at, m.id)
            .limit(limit)
            .offset(offset)
        )
        return (await self._session.execute(query)).all()


def _number(what: ColumnElement[Any], *when: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count(what)).where(*when).scalar_subquery()
