"""The curator opens wishes after the general meeting: for how long, who has spoken, who said no."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone, NobodyFound
from bot.domain.matching.runs import VetoBy
from bot.domain.notice_kinds import plan
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.matching.pool import Pool, people_to_match
from bot.usecases.matching.wishes import is_open

LENGTHS = (3, 5, 7, 14)  # days
REMINDED_AT = time(10)  # on the last day
LAST = time(23, 59)
_PLANNED = ("wishes-reminder", "wishes-over")
_OF_PARTICIPANTS = (VetoBy.MENTEE, VetoBy.MENTOR, VetoBy.GUARDIAN)


@dataclass(frozen=True)
class VetoLine:
    mentee: str
    mentor: str
    by: VetoBy


@dataclass(frozen=True)
class Overview:
    until: datetime | None  # None: not open
    over: datetime | None  # when wishes were open last
    people: Mapping[Role, int]  # who may say wishes
    voices: Mapping[Role, int]  # who of these has
    vetoes: tuple[VetoLine, ...]
    ends: tuple[tuple[int, datetime], ...]  # days, and when wishes would close
    zone: str
    now: datetime


async def overview(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> Overview:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        pool = await people_to_match(tx, programme, profile)
        open_ = is_open(programme, tx.now)
        asked = {role: {id_ for id_, _ in some} for role, some in _asked(pool).items()}
        return Overview(
            until=programme.wishes_until if open_ else None,
            over=None if open_ else programme.wishes_until,
            people={role: len(ids) for role, ids in asked.items()},
            voices={role: _voices(pool, ids) for role, ids in asked.items()},
            vetoes=await _vetoes(tx, programme_id),
            ends=tuple((days, _end(tx.now, house.timezone, days)) for days in LENGTHS),
            zone=house.timezone,
            now=tx.now,
        )


async def open_wishes(
    db: Database, actor: Actor, *, programme_id: UUID, days: int, profile: Profile
) -> int:
    """Until the end of that day; both sides get a letter. How many people.

    While wishes are open this moves the last day, and nobody is written to again.
    """
    if days not in LENGTHS:
        raise Gone
    async with db.transaction() as tx:
        await tx.programmes.lock(programme_id)
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        asked = _asked(await people_to_match(tx, programme, profile))
        if not all(asked.values()):
            raise NobodyFound
        again = is_open(programme, tx.now)
        programme.wishes_until = until = _end(tx.now, house.timezone, days)
        everybody = [one for some in asked.values() for one in some]
        await tx.notices.forget_about([programme_id, *(id_ for id_, _ in everybody)], _PLANNED)
        remind_at = moments.instant(
            moments.local(until, house.timezone).date(), REMINDED_AT, house.timezone
        )
        curators = await tx.people.in_charge(house.id, programme_id)
        told = [] if again else [("wishes-open", to, id_, tx.now) for id_, to in everybody]
        if remind_at > tx.now:
            told += [("wishes-reminder", to, id_, remind_at) for id_, to in everybody]
        told += [("wishes-over", to, programme_id, until) for to in curators]
        await tx.notices.plan(
            *(
                plan(
                    kind,
                    to=to,
                    subject=subject,
                    organisation_id=house.id,
                    due_at=at,
                    useful_until=None if kind == "wishes-over" else until,
                )
                for kind, to, subject, at in told
            )
        )
        return len(everybody)


async def close_wishes(db: Database, actor: Actor, *, programme_id: UUID) -> None:
    """Before the day; what has been said stays."""
    async with db.transaction() as tx:
        await tx.programmes.lock(programme_id)
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        if not is_open(programme, tx.now):
            return
        programme.wishes_until = tx.now
        approved = await tx.participations.ids_of(programme_id)
        await tx.notices.forget_about([programme_id, *approved], (*_PLANNED, "wishes-open"))


def _asked(pool: Pool) -> dict[Role, list[tuple[UUID, UUID]]]:
    """(participation, person) of who has a choice: a mentor without a free place has none."""
    return {
        Role.MENTEE: [(one.participation_id, one.person_id) for one in pool.mentees],
        Role.MENTOR: [
            (one.participation_id, one.person_id) for one in pool.mentors if one.load < one.capacity
        ],
    }


def _voices(pool: Pool, asked: Collection[UUID]) -> int:
    """How many of these have wished for somebody."""
    both = (*pool.mentees, *pool.mentors)
    return sum(bool(one.ranks) for one in both if one.participation_id in asked)


def _end(now: datetime, zone: str, days: int) -> datetime:
    """Late on the last day."""
    return moments.instant(moments.local(now, zone).date() + timedelta(days=days), LAST, zone)


async def _vetoes(tx: Transaction, programme_id: UUID) -> tuple[VetoLine, ...]:
    found = await tx.wishes.vetoes_in(programme_id, _OF_PARTICIPANTS)
    ids = {id_ for veto in found for id_ in veto.sides}
    people = await tx.participations.many(ids)
    names = await tx.people.names({one.person_id for one in people.values()})

    def name(participation_id: UUID) -> str:
        return names[people[participation_id].person_id]

    return tuple(
        VetoLine(name(v.mentee_participation_id), name(v.mentor_participation_id), v.by)
        for v in found
    )
