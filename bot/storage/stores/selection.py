"""Steps and documents of mentors: what was passed, what was seen, what ends soon."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.checks import Check
from bot.domain.selection import SelectionStep
from bot.storage.tables import checks, selection_steps


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

    async def checks_by_id(self, ids: Collection[UUID]) -> dict[UUID, Check]:
        query = select(Check).where(checks.c.id.in_(ids))
        return {check.id: check for check in await self._session.scalars(query)}
