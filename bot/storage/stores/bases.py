"""Lists of people as a base has them: searched, paged, compared, added by the hundred."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.pairs import AGREED, CLOSED
from bot.domain.participations import ParticipationState
from bot.domain.people import Person
from bot.storage.tables import (
    consents,
    contacts,
    invitations,
    pairs,
    participations,
    people,
    responses,
)

Rows = Sequence[Any]  # plain rows: each method says what stands in them
_TABLES = {table.name: table for table in (people, responses, participations, invitations)}
_P, _H = participations.c, people.c
_ACCOUNT = exists().where(contacts.c.person_id == _P.person_id)


def _like(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


class BaseStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self, programme_id: UUID, role: Role, words: str, *, limit: int, offset: int
    ) -> Rows:
        """id, name, state, here (has an account), entered_by; by name, the nameless last."""
        columns = (_P.id, _H.name, _H.search_name, _P.state, _P.entered_by, _P.person_id)
        query = _in_base(select(*columns), programme_id, role, words)
        query = query.order_by(_H.search_name.is_(None), _H.search_name, _P.id)
        # accounts are looked for last, and only those of the page
        shown = query.limit(limit).offset(offset).subquery()
        here = exists().where(contacts.c.person_id == shown.c.person_id).label("here")
        ordered = select(shown, here).order_by(
            shown.c.search_name.is_(None), shown.c.search_name, shown.c.id
        )
        rows: Rows = (await self._session.execute(ordered)).all()
        return rows

    async def number(self, programme_id: UUID, role: Role, words: str) -> int:
        query = select(func.count()).select_from(participations)
        query = query.where(_P.programme_id == programme_id, _P.role == role)
        if words:
            query = _in_base(select(func.count()), programme_id, role, words)
        return await self._session.scalar(query) or 0

    async def likenesses(self, programme_id: UUID, role: Role) -> Rows:
        """id, search_name, birth_year, group: by what somebody is known again."""
        group = responses.c.answers["group"].as_string().label("group")
        query = (
            select(_P.id, _H.search_name, _H.birth_year, group)
            .select_from(participations)
            .join(people, _H.id == _P.person_id)
            .outerjoin(responses, responses.c.id == _P.response_id)
            .where(_P.programme_id == programme_id, _P.role == role, _H.search_name.is_not(None))
        )
        return (await self._session.execute(query)).all()

    async def add(self, **rows_of: Sequence[Mapping[str, Any]]) -> None:
        """Many rows in one statement for each table, in the order in which they are named."""
        await self._session.flush()
        for name, rows in rows_of.items():
            if rows:
                await self._session.execute(insert(_TABLES[name]), [dict(row) for row in rows])

    async def strangers(
        self,
        programme_id: UUID,
        role: Role | None,
        states: Collection[ParticipationState],
        *,
        only: UUID | None = None,
    ) -> Rows:
        """id, person_id, role, name of those entered by the team who have no account yet."""
        query = (
            select(_P.id, _P.person_id, _P.role, _H.name)
            .join(people, _H.id == _P.person_id)
            .where(
                _P.programme_id == programme_id,
                _P.entered_by.is_not(None),
                _P.state.in_(states),
                ~_ACCOUNT,
            )
            .order_by(_H.search_name, _P.id)
        )
        if role is not None:
            query = query.where(_P.role == role)
        if only is not None:
            query = query.where(_P.id == only)
        return (await self._session.execute(query)).all()

    async def not_come(self, programme_id: UUID) -> int:
        """How many are entered by the team and have not opened their link."""
        query = select(func.count()).select_from(participations).where(
            _P.programme_id == programme_id,
            _P.entered_by.is_not(None),
            _P.state == ParticipationState.CONSENT,
            ~_ACCOUNT,
        )
        return await self._session.scalar(query) or 0

    async def has_account(self, person_id: UUID) -> bool:
        query = select(exists().where(contacts.c.person_id == person_id))
        return bool(await self._session.scalar(query))

    async def unfinished(self, programme_id: UUID, entered_by: UUID, limit: int) -> Rows:
        """id, name, role of those this member of the team began to enter and has not sent."""
        query = (
            select(_P.id, _H.name, _P.role)
            .join(people, _H.id == _P.person_id)
            .where(
                _P.programme_id == programme_id,
                _P.entered_by == entered_by,
                _P.state == ParticipationState.FORM,
                ~_ACCOUNT,
            )
            .order_by(_P.created_at.desc(), _P.id.desc())
            .limit(limit)
        )
        return (await self._session.execute(query)).all()

    async def revoke_links(self, person_ids: Collection[UUID], now: datetime) -> None:
        """Only the newest link of a person opens."""
        i = invitations.c
        await self._session.execute(
            update(invitations)
            .where(i.person_id.in_(person_ids), i.revoked_at.is_(None), i.uses_left > 0)
            .values(revoked_at=now)
        )

    async def remove(self, participation_id: UUID, person: Person, *, person_too: bool) -> None:
        """Somebody who was only entered: the answers, the links and, if wished, the person."""
        await self._session.flush()
        await self._session.execute(
            update(participations).where(_P.id == participation_id).values(response_id=None)
        )
        r, i = responses.c, invitations.c
        await self._session.execute(delete(responses).where(r.participation_id == participation_id))
        await self._session.execute(delete(participations).where(_P.id == participation_id))
        if person_too:
            await self._session.execute(delete(invitations).where(i.person_id == person.id))
            self._session.expunge(person)
            await self._session.execute(delete(people).where(_H.id == person.id))

    async def give_over(self, person: Person, to: UUID) -> None:
        """The consents of somebody who is `to`; the person entered for them is no more."""
        await self._session.flush()
        await self._session.execute(
            update(consents).where(consents.c.person_id == person.id).values(person_id=to)
        )
        await self._session.execute(delete(invitations).where(invitations.c.person_id == person.id))
        self._session.expunge(person)
        await self._session.execute(delete(people).where(_H.id == person.id))

    async def exported(
        self,
        programme_id: UUID,
        role: Role,
        states: Collection[ParticipationState],
        *,
        limit: int,
        offset: int,
    ) -> Rows:
        """A slice of those of the role in these states, as plain rows."""
        r = responses.c
        query = (
            select(
                _P.id, _P.person_id, _P.state, _P.decided_at, _P.guardian_needed,
                _H.name, _H.birth_year, _ACCOUNT.label("here"), r.answers, r.questionnaire_id,
            )
            .select_from(participations)
            .join(people, _H.id == _P.person_id)
            .outerjoin(responses, r.id == _P.response_id)
            .where(_P.programme_id == programme_id, _P.role == role, _P.state.in_(states))
            .order_by(_H.search_name, _P.id)
            .limit(limit)
            .offset(offset)
        )  # fmt: skip
        return (await self._session.execute(query)).all()

    async def pairings(self, programme_id: UUID) -> Rows:
        """Pairs that work or have worked: whose, in which form, and how they ended."""
        q = pairs.c
        query = (
            select(
                q.mentee_participation_id, q.mentor_participation_id,
                q.form, q.active_since, q.ended_at, q.reason,
            )
            .where(
                q.programme_id == programme_id,
                q.state.in_(AGREED | CLOSED),
                q.active_since.is_not(None),
            )
            .order_by(q.active_since, q.id)
        )  # fmt: skip
        return (await self._session.execute(query)).all()

    async def on_paper(self, programme_id: UUID, kind: str) -> set[UUID]:
        """People whose consent of this kind was given on paper."""
        c = consents.c
        query = (
            select(c.person_id)
            .join(participations, _P.person_id == c.person_id)
            .where(
                _P.programme_id == programme_id,
                c.organisation_id == _P.organisation_id,
                c.kind == kind,
                c.channel == "paper",
                c.withdrawn_at.is_(None),
            )
        )
        return set(await self._session.scalars(query))


def _in_base(query: Select[Any], programme_id: UUID, role: Role, words: str) -> Select[Any]:
    query = (
        query.select_from(participations)
        .join(people, _H.id == _P.person_id)
        .where(_P.programme_id == programme_id, _P.role == role)
    )
    if words:
        query = query.where(_H.search_name.like(_like(words), escape="\\"))
    return query
