"""Who agreed to what, and who answers for whom."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.checks import Check
from bot.domain.people import Consent, Guardianship
from bot.storage.stores.by_id import among
from bot.storage.tables import checks, consents, guardianships

Housed = tuple[UUID, UUID]  # person, organisation
_C = consents.c
_IN_FORCE = select(_C.person_id, _C.organisation_id, _C.kind, _C.version).where(
    among(_C.person_id), _C.withdrawn_at.is_(None)
)
_CHECKS = select(Check).where(among(checks.c.person_id))


class ConsentStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, person_id: UUID, organisation_id: UUID) -> Sequence[Consent]:
        """Every answer, the oldest first."""
        return (await self.by_house([person_id])).get((person_id, organisation_id), [])

    async def by_house(self, person_ids: Collection[UUID]) -> dict[Housed, list[Consent]]:
        """Every answer of these people, by person and organisation; the oldest first."""
        c = consents.c
        query = select(Consent).where(c.person_id.in_(person_ids)).order_by(c.given_at, c.id)
        found: dict[Housed, list[Consent]] = {}
        for one in await self._session.scalars(query):
            found.setdefault((one.person_id, one.organisation_id), []).append(one)
        return found

    async def in_force(
        self, person_ids: Collection[UUID]
    ) -> dict[Housed, set[tuple[str, str]]]:
        """(kind, version) of what is in force, by person and organisation; no rows are loaded."""
        rows = await self._session.execute(_IN_FORCE, {"ids": list(person_ids)})
        found: dict[Housed, set[tuple[str, str]]] = {}
        for person_id, house_id, kind, version in rows:
            found.setdefault((person_id, house_id), set()).add((kind, version))
        return found

    async def checks_of(self, person_ids: Collection[UUID]) -> dict[Housed, list[Check]]:
        """What these people have shown, valid or not, by person and organisation."""
        found: dict[Housed, list[Check]] = {}
        for one in await self._session.scalars(_CHECKS, {"ids": list(person_ids)}):
            found.setdefault((one.person_id, one.organisation_id), []).append(one)
        return found

    async def guardianship(
        self, organisation_id: UUID, guardian_id: UUID, ward_id: UUID
    ) -> Guardianship | None:
        """Also one that has ended: there is one row for the two."""
        g = guardianships.c
        return await self._session.scalar(
            select(Guardianship).where(
                g.organisation_id == organisation_id,
                g.guardian_id == guardian_id,
                g.ward_id == ward_id,
            )
        )

    async def guardians(self, ward_ids: Collection[UUID]) -> Sequence[Guardianship]:
        """Everybody who answers for one of these today."""
        g = guardianships.c
        query = select(Guardianship).where(g.ward_id.in_(ward_ids), g.ended_at.is_(None))
        return (await self._session.scalars(query.order_by(g.since, g.id))).all()

    async def every_guardianship(self) -> Sequence[Guardianship]:
        query = select(Guardianship).where(guardianships.c.ended_at.is_(None))
        return (await self._session.scalars(query)).all()

    async def given_by(self, person_id: UUID) -> Sequence[Consent]:
        """What somebody agreed to, for themselves and for others."""
        query = select(Consent).where(consents.c.given_by == person_id)
        query = query.order_by(consents.c.given_at, consents.c.id)
        return (await self._session.scalars(query)).all()

    async def close_all(
        self, person_id: UUID, organisation_id: UUID, *, now: datetime, by: UUID
    ) -> None:
        c = consents.c
        await self._session.execute(
            update(consents)
            .where(
                c.person_id == person_id,
                c.organisation_id == organisation_id,
                c.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=now, withdrawn_by=by)
        )
