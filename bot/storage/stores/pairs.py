"""Pairs: whose, in what state, and who is taken already."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.pair_words import About, PairWord
from bot.domain.pairs import (
    AGREED,
    ANOTHER,
    CLOSED,
    CONSENT_WITHDRAWN,
    FINISHED,
    OPEN,
    Pair,
    PairState,
)
from bot.domain.participations import ParticipationState
from bot.storage.stores.at_rest import at_rest
from bot.storage.stores.at_work import at_work
from bot.storage.stores.by_id import among, by_id
from bot.storage.tables import pair_words, pairs, participations

_P, _W = pairs.c, pair_words.c
_WORDS = (
    select(PairWord)
    .where(among(_W.pair_id), among(_W.about, "about"))
    .order_by(_W.said_at, _W.id)
)
_OF_PROGRAMME = (
    select(Pair)
    .where(_P.programme_id == bindparam("programme"), among(_P.state, "states"))
    .order_by(_P.proposed_at, _P.id)
)

_AT_WORK = (
    select(Pair).where(among(_P.state, "states"), at_work(_P.programme_id)).order_by(_P.id)
)
_AT_WORK_OF = _AT_WORK.where(or_(among(_P.mentee_id), among(_P.mentor_id)))
_DUE_TO_EXPIRE = (
    select(Pair)
    .where(_P.state == PairState.PROPOSED, _P.expires_at <= bindparam("now"))
    .order_by(_P.expires_at, _P.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)


class PairStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_person(
        self, person_id: UUID, states: Collection[PairState] = OPEN
    ) -> Sequence[Pair]:
        p = pairs.c
        query = select(Pair).where(
            or_(p.mentee_id == person_id, p.mentor_id == person_id), p.state.in_(states)
        )
        return (await self._session.scalars(query.order_by(p.proposed_at, p.id))).all()

    async def of_programme(
        self, programme_id: UUID, states: Collection[PairState] = OPEN
    ) -> Sequence[Pair]:
        given = {"programme": programme_id, "states": list(states)}
        return (await self._session.scalars(_OF_PROGRAMME, given)).all()

    async def failed_in(self, organisation_id: UUID) -> dict[UUID, frozenset[UUID]]:
        """Person -> those with whom it did not work: declined, or closed before its end.

        Of all programmes of the organisation: a new year does not make them fit.
        """
        p = pairs.c
        query = select(p.mentee_id, p.mentor_id).where(
            p.organisation_id == organisation_id,
            or_(
                p.state == PairState.DECLINED,
                and_(p.state.in_(CLOSED), p.reason.not_in((FINISHED, CONSENT_WITHDRAWN))),
            ),
        )
        found: dict[UUID, set[UUID]] = {}
        for mentee, mentor in await self._session.execute(query):
            found.setdefault(mentee, set()).add(mentor)
            found.setdefault(mentor, set()).add(mentee)
        return {one: frozenset(some) for one, some in found.items()}

    async def at_work(
        self, states: Collection[PairState], *, person_ids: Collection[UUID] | None = None
    ) -> Sequence[Pair]:
        """In these states, in programmes that were not put away; of these people, or all."""
        given: dict[str, Any] = {"states": list(states)}
        if person_ids is None:
            return (await self._session.scalars(_AT_WORK, given)).all()
        given["ids"] = list(person_ids)
        return (await self._session.scalars(_AT_WORK_OF, given)).all()

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Pair]:
        return await by_id(self._session, Pair, ids)

    async def due_to_expire(self, now: datetime, limit: int = 500) -> Sequence[Pair]:
        given = {"now": now, "most": limit}
        return (await self._session.scalars(_DUE_TO_EXPIRE, given)).all()

    async def to_follow_up(self, limit: int = 100) -> Sequence[Pair]:
        """Proposals that came to nothing and whose mentee nobody has looked after yet."""
        p = pairs.c
        query = select(Pair).where(
            p.state.in_((PairState.DECLINED, PairState.EXPIRED)), p.followed_up_at.is_(None)
        )
        return (await self._session.scalars(query.order_by(p.ended_at, p.id).limit(limit))).all()

    async def came_to_nothing(self, mentee_participation_id: UUID) -> frozenset[UUID]:
        """Mentors (participations) whose proposals to this mentee were declined or left silent."""
        p = pairs.c
        query = select(p.mentor_participation_id).where(
            p.mentee_participation_id == mentee_participation_id,
            p.state.in_((PairState.DECLINED, PairState.EXPIRED)),
        )
        return frozenset(await self._session.scalars(query))

    async def waiting_again(self, programme_id: UUID) -> list[tuple[UUID, UUID]]:
        """(participation, person) of mentees whose proposal came to nothing and who have no other.

        Who has waited longest since comes first. A reserve or a goodbye is no waiting.
        """
        p, one = pairs.c, participations.c
        taken = select(p.mentee_participation_id).where(
            p.programme_id == programme_id, p.state.in_(OPEN)
        )
        query = (
            select(one.id, one.person_id)
            .join_from(pairs, participations, p.mentee_participation_id == one.id)
            .where(
                p.programme_id == programme_id,
                p.state.in_((PairState.DECLINED, PairState.EXPIRED)),
                p.followed_up_at.is_not(None),
                one.state == ParticipationState.APPROVED,
                one.id.not_in(taken),
                ~at_rest(),
            )
            .group_by(one.id, one.person_id)
            .order_by(func.min(p.ended_at), one.id)
        )
        return [(id_, person_id) for id_, person_id in await self._session.execute(query)]

    async def of_group(self, group_id: UUID) -> Sequence[Pair]:
        """Its open pairs: of one mentor, or of two."""
        return await self.of_groups([group_id])

    async def of_groups(self, group_ids: Collection[UUID]) -> Sequence[Pair]:
        """The open pairs of these groups."""
        if not group_ids:
            return []
        p = pairs.c
        query = select(Pair).where(p.group_id.in_(group_ids), p.state.in_(OPEN))
        return (await self._session.scalars(query.order_by(p.proposed_at, p.id))).all()

    async def left_group(self, participation_id: UUID) -> Pair | None:
        """The mentee's last pair, when it was in a group and another mentor is looked for."""
        p = pairs.c
        query = select(Pair).where(p.mentee_participation_id == participation_id).limit(1)
        last = await self._session.scalar(query.order_by(p.proposed_at.desc(), p.id.desc()))
        wanted = last is not None and last.reason == ANOTHER and last.group_id is not None
        return last if wanted else None

    async def words(
        self, pair_ids: Collection[UUID], about: Collection[About] = tuple(About)
    ) -> Sequence[PairWord]:
        """What the sides told the curator, the oldest first."""
        given = {"ids": list(pair_ids), "about": list(about)}
        return (await self._session.scalars(_WORDS, given)).all()

    async def waiting_words(self, programme_id: UUID) -> Sequence[PairWord]:
        """Of a programme's pairs that have not ended, what is not settled yet."""
        w = pair_words.c
        open_ones = select(pairs.c.id).where(
            pairs.c.programme_id == programme_id, pairs.c.state.in_(AGREED)
        )
        query = select(PairWord).where(
            w.programme_id == programme_id, w.settled_at.is_(None), w.pair_id.in_(open_ones)
        )
        found = await self._session.scalars(query.order_by(w.said_at, w.id))
        return [word for word in found if word.waits]

    async def counts_of(
        self, programme_ids: Collection[UUID]
    ) -> dict[UUID, dict[PairState, int]]:
        p = pairs.c
        query = (
            select(p.programme_id, p.state, func.count())
            .where(p.programme_id.in_(programme_ids))
            .group_by(p.programme_id, p.state)
        )
        found: dict[UUID, dict[PairState, int]] = {id_: {} for id_ in programme_ids}
        for programme_id, state, n in await self._session.execute(query):
            found[programme_id][state] = n
        return found

    async def forms_of(
        self, programme_ids: Collection[UUID], states: Collection[PairState]
    ) -> dict[str, int]:
        """How many pairs of these programmes work in each form."""
        p = pairs.c
        query = (
            select(p.form, func.count())
            .where(p.programme_id.in_(programme_ids), p.state.in_(states))
            .group_by(p.form)
        )
        return {form: n for form, n in await self._session.execute(query)}

    async def next_expiry(self) -> datetime | None:
        query = select(func.min(pairs.c.expires_at)).where(pairs.c.state == PairState.PROPOSED)
        found: datetime | None = await self._session.scalar(query)
        return found
