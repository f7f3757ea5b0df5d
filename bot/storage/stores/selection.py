"""Steps and documents of mentors: what was passed, what was seen, what ends soon."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.checks import Check
from bot.domain.participations import ParticipationState
from bot.domain.selection import SelectionStep
from bot.storage.tables import checks, participations, people, selection_steps


class SelectionStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def steps_of(self, participation_id: UUID) -> Sequence[SelectionStep]:
        """Oldest first."""
        s = selection_steps.c
        query = select(SelectionStep).where(s.participation_id == participation_id)
        return (await self._session.scalars(query.order_by(s.at, s.id))).all()

    async def checks_of(
        self, person_ids: Collection[UUID], organisation_id: UUID | None = None
    ) -> dict[UUID, list[Check]]:
        """What of these people was seen (there) and not taken back, newest first."""
        c = checks.c
        query = select(Check).where(c.person_id.in_(person_ids), c.revoked_at.is_(None))
        if organisation_id is not None:
            query = query.where(c.organisation_id == organisation_id)
        query = query.order_by(c.verified_at.desc(), c.id.desc())
        found: dict[UUID, list[Check]] = {id_: [] for id_ in person_ids}
        for check in await self._session.scalars(query):
            found[check.person_id].append(check)
        return found

    async def owners(self, organisation_id: UUID, number_hash: str) -> set[UUID]:
        """Whose document with this number was seen before."""
        c = checks.c
        query = select(c.person_id).where(
            c.organisation_id == organisation_id,
            c.number_hash == number_hash,
            c.revoked_at.is_(None),
        )
        return set(await self._session.scalars(query))

    async def ending(self, first: date, last: date) -> Sequence[Check]:
        """What ends within these days, in every organisation."""
        c = checks.c
        query = select(Check).where(c.expires_on.between(first, last), c.revoked_at.is_(None))
        return (await self._session.scalars(query.order_by(c.expires_on, c.id))).all()

    async def ending_in(
        self, programme_id: UUID, states: Collection[ParticipationState], first: date, last: date
    ) -> Sequence[Any]:
        """Of mentors of a programme, what ends within these days and is the newest of its kind.

        Rows of the check, its participation (id and kind) and the name; the soonest first.
        """
        c = checks.c
        query = self._of_mentors(programme_id, states).where(
            c.expires_on.between(first, last),
            ~self._another(lambda o: or_(o.expires_on.is_(None), o.expires_on > c.expires_on)),
        )
        found = await self._session.execute(query.order_by(c.expires_on, people.c.name, c.id))
        return found.all()

    async def renewed_in(
        self, programme_id: UUID, states: Collection[ParticipationState], since: datetime
    ) -> Sequence[Any]:
        """Rows as of `ending_in`: what was seen since then in the place of an older one."""
        c = checks.c
        query = self._of_mentors(programme_id, states).where(
            c.verified_at >= since,
            c.expires_on.is_not(None),
            self._another(lambda o: o.verified_at < c.verified_at),
        )
        found = await self._session.execute(query.order_by(c.verified_at.desc(), c.id))
        return found.all()

    def _of_mentors(self, programme_id: UUID, states: Collection[ParticipationState]) -> Any:
        c, p = checks.c, participations.c
        return (
            select(Check, p.id, p.kind, people.c.name)
            .join(
                participations,
                (p.person_id == c.person_id) & (p.organisation_id == c.organisation_id),
            )
            .join(people, people.c.id == c.person_id)
            .where(
                p.programme_id == programme_id,
                p.role == Role.MENTOR,
                p.state.in_(states),
                c.revoked_at.is_(None),
            )
        )

    def _another(self, which: Any) -> ColumnElement[bool]:
        """Whether there is one more document of the same person and kind, that ..."""
        c, o = checks.c, checks.alias().c
        return (
            select(o.id)
            .where(
                o.person_id == c.person_id,
                o.organisation_id == c.organisation_id,
                o.kind == c.kind,
                o.id != c.id,
                o.revoked_at.is_(None),
                which(o),
            )
            .correlate(checks)
            .exists()
        )

    async def checks_by_id(self, ids: Collection[UUID]) -> dict[UUID, Check]:
        query = select(Check).where(checks.c.id.in_(ids))
        return {check.id: check for check in await self._session.scalars(query)}
