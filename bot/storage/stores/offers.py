"""What alumni offer: the curator's register."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.offers import Offer, OfferState
from bot.domain.participations import ParticipationState
from bot.storage.stores.by_id import by_id
from bot.storage.tables import offers, participations


class OfferStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_participation(self, participation_id: UUID) -> Sequence[Offer]:
        o = offers.c
        query = select(Offer).where(o.participation_id == participation_id)
        return (await self._session.scalars(query.order_by(o.made_at, o.id))).all()

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Offer]:
        return await by_id(self._session, Offer, ids)

    async def in_state(
        self, programme_id: UUID, state: OfferState, *, limit: int, offset: int
    ) -> Sequence[Offer]:
        """Of alumni whom the curator has let in; those who have waited longest first."""
        o, p = offers.c, participations.c
        query = (
            select(Offer)
            .join(participations, p.id == o.participation_id)
            .where(
                o.programme_id == programme_id,
                o.state == state,
                p.state == ParticipationState.APPROVED,
            )
            .order_by(o.made_at, o.id)
        )
        return (await self._session.scalars(query.limit(limit).offset(offset))).all()

    async def counts(self, programme_id: UUID) -> dict[OfferState, int]:
        o, p = offers.c, participations.c
        query = (
            select(o.state, func.count())
            .join(participations, p.id == o.participation_id)
            .where(o.programme_id == programme_id, p.state == ParticipationState.APPROVED)
            .group_by(o.state)
        )
        return {state: number for state, number in await self._session.execute(query)}

    async def forget(self, offer: Offer) -> None:
        await self._session.delete(offer)
