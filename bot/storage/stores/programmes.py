"""Organisations, their programmes, and invitations by their hash."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.programmes import Invitation, Organisation, Programme, hash_token
from bot.storage.stores.by_id import by_id
from bot.storage.tables import invitations, organisations, programmes

Housed = tuple[Programme, Organisation]
_HOUSED = (
    select(Programme, Organisation)
    .join(organisations, organisations.c.id == programmes.c.organisation_id)
    .order_by(programmes.c.created_at, programmes.c.id)
)


def _put_away(archived: bool) -> ColumnElement[bool]:
    at = programmes.c.archived_at
    return at.is_not(None) if archived else at.is_(None)


class ProgrammeStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._houses: dict[UUID, Organisation] = {}

    async def organisation_named(self, name: str) -> Organisation | None:
        return await self._session.scalar(select(Organisation).where(organisations.c.name == name))

    async def of_organisations(
        self, organisation_ids: Collection[UUID], *, archived: bool = False
    ) -> list[Housed]:
        """Those at work, or those that were put away; oldest first."""
        chosen = programmes.c.organisation_id.in_(organisation_ids)
        return await self._housed(_HOUSED.where(chosen, _put_away(archived)))

    async def named(self, organisation_id: UUID, name: str) -> Programme | None:
        p = programmes.c
        return await self._session.scalar(
            select(Programme).where(p.organisation_id == organisation_id, p.name == name)
        )

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Programme]:
        return await by_id(self._session, Programme, ids)

    async def every(self) -> list[Housed]:
        """All that are at work, oldest first: whatever ticks leaves an archived one alone."""
        return await self._housed(_HOUSED.where(_put_away(False)))

    async def _housed(self, query: Select[Programme, Organisation]) -> list[Housed]:
        return [(programme, house) for programme, house in await self._session.execute(query)]

    async def lock(self, programme_id: UUID) -> None:
        """Whoever else would begin something that a programme has one of waits until we are done.

        On SQLite there is one writer anyway.
        """
        query = select(programmes.c.id).where(programmes.c.id == programme_id)
        await self._session.execute(query.with_for_update())

    async def lock_house(self, organisation_id: UUID) -> None:
        """As `lock`, for what an organisation must have one of."""
        query = select(organisations.c.id).where(organisations.c.id == organisation_id)
        await self._session.execute(query.with_for_update())

    async def copy_of(self, programme_id: UUID) -> Programme | None:
        """The next year's programme that was made from this one."""
        query = select(Programme).where(programmes.c.copied_from == programme_id)
        first = query.order_by(programmes.c.created_at, programmes.c.id).limit(1)
        return await self._session.scalar(first)

    async def zones(self, organisation_ids: Collection[UUID]) -> dict[UUID, str]:
        return {id_: one.timezone for id_, one in (await self.houses(organisation_ids)).items()}

    async def houses(self, organisation_ids: Collection[UUID]) -> dict[UUID, Organisation]:
        """Each is asked for once in a transaction: nearly everything wants to know its zone."""
        if new := set(organisation_ids) - self._houses.keys():
            self._houses |= await by_id(self._session, Organisation, new)
        return {id_: self._houses[id_] for id_ in organisation_ids if id_ in self._houses}

    async def zones_at_work(self) -> set[str]:
        """Every time zone in which some programme is at work."""
        query = (
            select(organisations.c.timezone)
            .join(programmes, programmes.c.organisation_id == organisations.c.id)
            .where(_put_away(False))
            .distinct()
        )
        return set(await self._session.scalars(query))

    async def invitation(self, token: str) -> Invitation | None:
        query = select(Invitation).where(invitations.c.token_hash == hash_token(token))
        return await self._session.scalar(query.with_for_update())
