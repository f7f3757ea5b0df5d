"""Who takes part, who waits for a decision, and the answers of their intake forms."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.pairs import OPEN
from bot.domain.participations import Participation, ParticipationState
from bot.domain.responses import Response
from bot.storage.stores.at_rest import at_rest
from bot.storage.stores.at_work import at_work
from bot.storage.stores.by_id import by_id
from bot.storage.tables import pairs, participations, responses


class ParticipationStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_person(self, person_id: UUID) -> Sequence[Participation]:
        p = participations.c
        query = select(Participation).where(p.person_id == person_id).order_by(p.created_at, p.id)
        return (await self._session.scalars(query)).all()

    async def at_work(
        self,
        states: Collection[ParticipationState],
        *,
        person_ids: Collection[UUID] | None = None,
    ) -> Sequence[Participation]:
        """For what ticks: in these states, in programmes that were not put away."""
        p = participations.c
        query = select(Participation).where(p.state.in_(states), at_work(p.programme_id))
        if person_ids is not None:
            query = query.where(p.person_id.in_(person_ids))
        return (await self._session.scalars(query.order_by(p.created_at, p.id))).all()

    async def one(self, programme_id: UUID, person_id: UUID, role: Role) -> Participation | None:
        p = participations.c
        return await self._session.scalar(
            select(Participation).where(
                p.programme_id == programme_id, p.person_id == person_id, p.role == role
            )
        )

    async def approved(
        self,
        programme_id: UUID,
        role: Role,
        *,
        limit: int,
        alone: bool,
        among: Collection[UUID] | None = None,
    ) -> Sequence[Participation]:
        """Who may be proposed a pair, longest first; only who is in no open pair when `alone`."""
        query = self._approved(select(Participation), programme_id, role, alone=alone)
        if among is not None:
            query = query.where(participations.c.id.in_(among))
        return (await self._session.scalars(query.limit(limit))).all()

    async def alone_told(
        self, programme_id: UUID, role: Role, *, limit: int
    ) -> list[tuple[UUID, date | None]]:
        """As `approved` of who is in no open pair: ids and the round each has heard of."""
        p = participations.c
        query = self._approved(select(p.id, p.round_told), programme_id, role, alone=True)
        rows = await self._session.execute(query.limit(limit))
        return [(id_, told) for id_, told in rows]

    @staticmethod
    def _approved(
        query: Select[Any], programme_id: UUID, role: Role, *, alone: bool
    ) -> Select[Any]:
        p = participations.c
        query = query.where(
            p.programme_id == programme_id,
            p.state == ParticipationState.APPROVED,
            p.role == role,
            ~at_rest(),
        )
        if alone:
            side = {Role.MENTEE: "mentee", Role.MENTOR: "mentor"}[role]
            taken = select(pairs.c[f"{side}_participation_id"]).where(
                pairs.c.programme_id == programme_id, pairs.c.state.in_(OPEN)
            )
            query = query.where(p.id.not_in(taken))
        return query.order_by(p.created_at, p.id)

    async def counts(self, programme_id: UUID) -> dict[tuple[Role, ParticipationState], int]:
        return (await self.counts_of([programme_id]))[programme_id]

    async def counts_of(
        self, programme_ids: Collection[UUID]
    ) -> dict[UUID, dict[tuple[Role, ParticipationState], int]]:
        p = participations.c
        query = (
            select(p.programme_id, p.role, p.state, func.count())
            .where(p.programme_id.in_(programme_ids))
            .group_by(p.programme_id, p.role, p.state)
        )
        found: dict[UUID, dict[tuple[Role, ParticipationState], int]]
        found = {id_: {} for id_ in programme_ids}
        for programme_id, role, state, n in await self._session.execute(query):
            found[programme_id][role, state] = n
        return found

    async def people_by_house(
        self, programme_ids: Collection[UUID], state: ParticipationState
    ) -> dict[tuple[UUID, Role], int]:
        """How many people of each organisation are in that state, each counted once in a role."""
        p = participations.c
        query = (
            select(p.organisation_id, p.role, func.count(p.person_id.distinct()))
            .where(p.programme_id.in_(programme_ids), p.state == state)
            .group_by(p.organisation_id, p.role)
        )
        return {(house, role): n for house, role, n in await self._session.execute(query)}

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Participation]:
        return await by_id(self._session, Participation, ids)

    async def ids_of(self, programme_id: UUID) -> list[UUID]:
        query = select(participations.c.id).where(participations.c.programme_id == programme_id)
        return list(await self._session.scalars(query))

    async def forms_of(self, found: Sequence[Participation]) -> dict[UUID, Response]:
        """The intake answers of each participation that has any, by participation id."""
        wanted = [p.response_id for p in found if p.response_id]
        query = select(Response).where(responses.c.id.in_(wanted))
        by_id = {r.id: r for r in await self._session.scalars(query)}
        return {p.id: by_id[p.response_id] for p in found if p.response_id in by_id}
