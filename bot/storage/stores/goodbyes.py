"""Endings of pairs, and what each of the two does in them."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Integer, bindparam, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.goodbyes import Farewell, Goodbye, ThanksState
from bot.domain.participations import ParticipationState
from bot.domain.responses import DONE_WITH
from bot.domain.waves import Wave, WaveState
from bot.storage.stores.at_work import at_work
from bot.storage.stores.by_id import by_id
from bot.storage.tables import farewells, goodbyes, participations, responses, waves

_G, _F, _R = goodbyes.c, farewells.c, responses.c
_SOMETHING_LEFT = (
    select(_F.id)
    .outerjoin_from(farewells, responses, _R.id == _F.response_id)
    .where(
        _F.pair_id == _G.pair_id,
        or_(_F.next.is_(None), _R.state.is_(None), _R.state.not_in(DONE_WITH)),
    )
    .exists()
)
_TO_END = (
    select(Goodbye)
    .where(
        _G.ended_at.is_(None),
        _G.last_on < bindparam("before"),
        or_(_G.last_on < bindparam("late"), ~_SOMETHING_LEFT),
        at_work(_G.programme_id),
    )
    .order_by(_G.last_on, _G.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)


class GoodbyeStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_pair(self, pair_id: UUID) -> Goodbye | None:
        query = select(Goodbye).where(goodbyes.c.pair_id == pair_id)
        return (await self._session.scalars(query)).one_or_none()

    async def of_pairs(self, pair_ids: Collection[UUID]) -> dict[UUID, Goodbye]:
        query = select(Goodbye).where(goodbyes.c.pair_id.in_(pair_ids))
        return {one.pair_id: one for one in await self._session.scalars(query)}

    async def farewells(self, pair_ids: Collection[UUID]) -> dict[tuple[UUID, UUID], Farewell]:
        """By pair and person."""
        f = farewells.c
        query = select(Farewell).where(f.pair_id.in_(pair_ids)).order_by(f.pair_id, f.id)
        return {(one.pair_id, one.person_id): one for one in await self._session.scalars(query)}

    async def answered_in(self, wave: Wave, person_ids: Collection[UUID]) -> None:
        """Their answers in this wave are those of the goodbyes begun since it is open."""
        f, g, r = farewells.c, goodbyes.c, responses.c
        theirs = select(r.id).where(r.wave_id == wave.id, r.person_id == f.person_id)
        begun = select(g.pair_id).where(
            g.programme_id == wave.programme_id, g.begun_at > wave.opened_at
        )
        await self._session.execute(
            update(farewells)
            .where(
                f.person_id.in_(person_ids), f.pair_id.in_(begun), f.response_id.is_(None)
            )
            .values(
                response_id=theirs.correlate(farewells).scalar_subquery(), version=f.version + 1
            )
        )

    async def asked_in_waves(
        self, programme_id: UUID, person_ids: Collection[UUID]
    ) -> dict[UUID, UUID]:
        """Who says goodbye to another pair here and is asked by a wave: the response."""
        f = farewells.c
        query = (
            select(f.person_id, f.response_id)
            .join(responses, responses.c.id == f.response_id)
            .join(waves, waves.c.id == responses.c.wave_id)
            .where(
                f.person_id.in_(person_ids),
                f.programme_id == programme_id,
                waves.c.state == WaveState.OPEN,
            )
        )
        return {who: response_id for who, response_id in await self._session.execute(query)}

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Farewell]:
        return await by_id(self._session, Farewell, ids)

    async def held(self, programme_id: UUID, *, limit: int) -> Sequence[Farewell]:
        """Notes of thanks that wait for the curator's eye, the oldest first."""
        f = farewells.c
        query = (
            select(Farewell)
            .where(f.programme_id == programme_id, f.thanks_state == ThanksState.HELD)
            .order_by(f.thanks_at, f.id)
            .limit(limit)
        )
        return (await self._session.scalars(query)).all()

    async def held_in(self, programme_id: UUID) -> int:
        f = farewells.c
        query = select(func.count()).where(
            f.programme_id == programme_id, f.thanks_state == ThanksState.HELD
        )
        return await self._session.scalar(query) or 0

    async def fast_lane(self, programme_id: UUID) -> tuple[int, int]:
        """How many mentees here went on to become mentors, and how many of them are approved."""
        p = participations.c
        approved = case((p.state == ParticipationState.APPROVED, 1))
        query = select(func.count(), func.count(approved)).where(
            p.programme_id == programme_id,
            p.mentored_in.is_not(None),
            p.state != ParticipationState.WITHDRAWN,
        )
        came, taken = (await self._session.execute(query)).one()
        return came, taken

    async def to_end(self, before: date, late: date, limit: int = 200) -> Sequence[Goodbye]:
        """Not ended yet, of programmes at work: with a last meeting before the day `before` and

        nothing left to do for either side; or one before `late`, whatever is left.
        """
        given = {"before": before, "late": late, "most": limit}
        return (await self._session.scalars(_TO_END, given)).all()
