"""Who waits for what: lists of a programme a page at a time, oldest first, and by name."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.pairs import OPEN
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import searchable
from bot.domain.profile import OTHER
from bot.domain.selection import Stage
from bot.storage.columns import Moment
from bot.storage.stores.at_rest import at_rest
from bot.storage.stores.by_id import among
from bot.storage.tables import pairs, participations, people

Named = tuple[Participation, str | None]
Reached = Mapping[Stage | None, Collection[str]]  # the last step -> kinds of mentors it is true of

_WAITING = (
    ParticipationState.GUARDIAN,
    ParticipationState.APPLIED,
    ParticipationState.APPROVED,
    ParticipationState.RESERVE,
    ParticipationState.DECLINED,
)


class Group(NamedTuple):
    """How many of a programme stand at the same place."""

    role: Role
    state: ParticipationState
    kind: str | None
    stage: Stage | None
    number: int


class QueueStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def page(
        self,
        programme_id: UUID,
        state: ParticipationState,
        *,
        role: Role | None = None,
        others: bool = True,
        mentors: Reached | None = None,
        limit: int,
        offset: int = 0,
    ) -> Sequence[Named]:
        """Longest waiting first. `mentors`: only those, `others`: whoever is no mentor as well."""
        p = participations.c
        query = (
            select(Participation, people.c.name)
            .join(people, people.c.id == p.person_id)
            .where(p.programme_id == programme_id, p.state == state)
        )
        if role is not None:
            query = query.where(p.role == role)
        if mentors is not None:
            chosen = and_(p.role == Role.MENTOR, _reached(mentors))
            query = query.where(or_(p.role != Role.MENTOR, chosen) if others else chosen)
        since = p.applied_at if state is not ParticipationState.GUARDIAN else p.created_at
        query = query.order_by(since, p.id).limit(limit).offset(offset)
        return [(found, name) for found, name in await self._session.execute(query)]

    async def groups(self, programme_id: UUID) -> list[Group]:
        p = participations.c
        place = (p.role, p.state, p.kind, p.stage)
        query = (
            select(*place, func.count()).where(p.programme_id == programme_id).group_by(*place)
        )
        return [Group(*row) for row in await self._session.execute(query)]

    async def named(
        self, programme_id: UUID, typed: str, *, limit: int, offset: int = 0
    ) -> Sequence[Named]:
        """Whose names have words that begin as the typed ones do, in the order of the alphabet."""
        p = participations.c
        words = (searchable(typed) or "").split()
        query = (
            select(Participation, people.c.name)
            .join(people, people.c.id == p.person_id)
            .where(
                p.programme_id == programme_id,
                p.state.in_(_WAITING),
                *((" " + people.c.search_name).contains(f" {w}", autoescape=True) for w in words),
            )
            .order_by(people.c.search_name, p.id)
            .limit(limit)
            .offset(offset)
        )
        return [(found, name) for found, name in await self._session.execute(query)]

    async def many(self, ids: Collection[UUID]) -> Sequence[Named]:
        """Longest waiting first."""
        p = participations.c
        query = (
            select(Participation, people.c.name)
            .join(people, people.c.id == p.person_id)
            .where(p.id.in_(ids))
            .order_by(p.applied_at, p.id)
            .with_for_update(of=participations)
        )
        return [(found, name) for found, name in await self._session.execute(query)]

    async def waiting_for(
        self,
        programme_ids: Collection[UUID],
        now: datetime,
        *,
        every: timedelta,
        times: int,
        within: timedelta,
    ) -> Sequence[Participation]:
        """Who has waited `every`, or twice that and so on, since less than `within`.

        For a guardian's consent, for the curator's decision, or as an approved mentee without a
        pair.
        """
        asked: dict[str, object] = {"ids": list(programme_ids)}
        for n in range(1, times + 1):
            asked[f"after{n}"] = now - every * n - within
            asked[f"until{n}"] = now - every * n
        return (await self._session.scalars(_waiting(times), asked)).all()


    async def alone(self, participation_ids: Collection[UUID]) -> set[UUID]:
        """Of these, the approved mentees without a pair."""
        query = select(participations.c.id).where(
            participations.c.id.in_(participation_ids), _alone()
        )
        return set(await self._session.scalars(query))

    async def waiting_longer(self, programme_id: UUID, moment: datetime) -> tuple[int, int, int]:
        """Who has waited since before the moment: for the team, for a guardian, for a mentor."""
        p = participations.c
        counted = [
            select(func.count())
            .select_from(participations)
            .where(p.programme_id == programme_id, place, since <= moment)
            .scalar_subquery()
            for place, since in _PLACES
        ]
        applied, guardians, alone = (await self._session.execute(select(*counted))).one()
        return applied, guardians, alone


def _alone() -> ColumnElement[bool]:
    """An approved mentee without a pair or the proposal of one."""
    p = participations.c
    paired = exists().where(pairs.c.mentee_participation_id == p.id, pairs.c.state.in_(OPEN))
    return and_(p.state == ParticipationState.APPROVED, p.role == Role.MENTEE, ~paired, ~at_rest())


# whose waiting is counted, and since when they wait
_PLACES: tuple[tuple[ColumnElement[bool], ColumnElement[datetime]], ...] = (
    (participations.c.state == ParticipationState.APPLIED, participations.c.applied_at),
    (participations.c.state == ParticipationState.GUARDIAN, participations.c.created_at),
    (_alone(), participations.c.decided_at),
)


@cache  # looked at every quarter of an hour: making it takes longer than asking it
def _waiting(times: int) -> Select[Participation]:
    """Who began to wait in one of so many spans (after1, until1] ..., in the programmes `ids`."""
    p = participations.c
    spans = [
        (bindparam(f"after{n}", type_=Moment()), bindparam(f"until{n}", type_=Moment()))
        for n in range(1, times + 1)
    ]
    due = (
        and_(place, or_(*(and_(since > after, since <= until) for after, until in spans)))
        for place, since in _PLACES
    )
    where = among(p.programme_id), or_(*due)
    return select(Participation).where(*where).order_by(p.programme_id, p.id)


def _reached(mentors: Reached) -> ColumnElement[bool]:
    p = participations.c
    kind = func.coalesce(p.kind, OTHER)
    return or_(
        false(),
        *(
            and_(p.stage.is_(None) if stage is None else p.stage == stage, kind.in_(kinds))
            for stage, kinds in mentors.items()
            if kinds
        ),
    )
