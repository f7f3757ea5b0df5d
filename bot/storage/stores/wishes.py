"""Whom participants would like, and with whom nobody is to be paired."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.matching.runs import Veto, VetoBy, Wish
from bot.domain.participations import Participation, ParticipationState
from bot.storage.tables import (
    guardianships,
    participations,
    programmes,
    vetoes,
    wishes,
)


class WishStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, participation_id: UUID) -> Sequence[Wish]:
        """The first wish first."""
        w = wishes.c
        query = select(Wish).where(w.participation_id == participation_id).order_by(w.rank, w.id)
        return (await self._session.scalars(query)).all()

    async def forget(self, wish: Wish) -> None:
        await self._session.delete(wish)

    async def ranks(self, programme_id: UUID) -> dict[UUID, dict[UUID, int]]:
        """Participation -> whom it wished -> 1 for the first wish."""
        w = wishes.c
        query = select(w.participation_id, w.wished_participation_id, w.rank).where(
            w.programme_id == programme_id
        )
        found: dict[UUID, dict[UUID, int]] = {}
        for who, whom, rank in await self._session.execute(query):
            found.setdefault(who, {})[whom] = rank
        return found

    async def vetoed(self, programme_id: UUID) -> dict[UUID, frozenset[UUID]]:
        """Participation -> with whom never, whoever said so; each veto stands on both sides."""
        v = vetoes.c
        query = select(v.mentee_participation_id, v.mentor_participation_id).where(
            v.programme_id == programme_id, v.lifted_at.is_(None)
        )
        found: dict[UUID, set[UUID]] = {}
        for mentee, mentor in await self._session.execute(query):
            found.setdefault(mentee, set()).add(mentor)
            found.setdefault(mentor, set()).add(mentee)
        return {one: frozenset(some) for one, some in found.items()}

    async def vetoes_of(self, participation_id: UUID, by: VetoBy) -> Sequence[Veto]:
        """Those in force that this side (or its guardian) has given."""
        v = vetoes.c
        query = select(Veto).where(
            or_(
                v.mentee_participation_id == participation_id,
                v.mentor_participation_id == participation_id,
            ),
            v.by == by,
            v.lifted_at.is_(None),
        )
        return (await self._session.scalars(query.order_by(v.at, v.id))).all()

    async def vetoes_in(self, programme_id: UUID, by: Collection[VetoBy]) -> Sequence[Veto]:
        """Those in force, the newest first."""
        v = vetoes.c
        query = (
            select(Veto)
            .where(v.programme_id == programme_id, v.by.in_(by), v.lifted_at.is_(None))
            .order_by(v.at.desc(), v.id.desc())
        )
        return (await self._session.scalars(query)).all()

    async def said(self, participation_ids: Collection[UUID]) -> dict[UUID, int]:
        """How many wishes each of them has, if any."""
        w = wishes.c
        query = (
            select(w.participation_id, func.count())
            .where(w.participation_id.in_(participation_ids))
            .group_by(w.participation_id)
        )
        return {one: n for one, n in await self._session.execute(query)}

    async def open_for(self, person_id: UUID, now: datetime) -> Sequence[Participation]:
        """Where the person may say wishes now, and where a child of theirs may be spoken for."""
        p, g = participations.c, guardianships.c
        wards = (
            select(g.ward_id)
            .where(
                g.guardian_id == person_id,
                g.organisation_id == p.organisation_id,
                g.ended_at.is_(None),
            )
            .correlate(participations)
        )
        query = (
            select(Participation)
            .join(programmes, programmes.c.id == p.programme_id)
            .where(
                programmes.c.wishes_until > now,
                p.state == ParticipationState.APPROVED,
                or_(
                    and_(p.person_id == person_id, p.role.in_((Role.MENTEE, Role.MENTOR))),
                    and_(p.person_id.in_(wards), p.role == Role.MENTEE),
                ),
            )
            .order_by(p.created_at, p.id)
        )
        return (await self._session.scalars(query)).all()

    async def counts(self, programme_ids: Collection[UUID]) -> dict[tuple[UUID, Role], int]:
        """How many of each role have said a wish, by programme."""
        w, p = wishes.c, participations.c
        query = (
            select(w.programme_id, p.role, func.count(w.participation_id.distinct()))
            .join_from(wishes, participations, w.participation_id == p.id)
            .where(w.programme_id.in_(programme_ids))
            .group_by(w.programme_id, p.role)
        )
        return {(id_, role): n for id_, role, n in await self._session.execute(query)}
