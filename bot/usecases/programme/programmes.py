"""The curator's programmes: making one, and what is waiting in it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bot.domain import moments
from bot.domain.access import TEAM, Actor, May, Role
from bot.domain.errors import NotAllowed
from bot.domain.health import Light
from bot.domain.pairs import MEETING, OPEN, PairState
from bot.domain.participations import ParticipationState
from bot.domain.people import Person
from bot.domain.profile import Profile
from bot.domain.programmes import (
    Organisation,
    Programme,
    academic_years,
    likely_ends,
    likely_starts,
    tidy_name,
)
from bot.storage.database import Database, Transaction
from bot.usecases.desk.overview import Overview, of_programme
from bot.usecases.monitoring.waves import WaveProgress, running
from bot.usecases.pairs.pairs import lines, within

_GONE = (ParticipationState.DECLINED, ParticipationState.WITHDRAWN)


@dataclass(frozen=True)
class ProgrammeLine:
    programme_id: UUID
    name: str
    organisation: str
    waiting: int  # applications that need a decision
    opens_applications: bool  # the actor; for others the number is only a number
    free_mentees: int
    active_pairs: int  # of those the actor may see
    proposed_pairs: int


class Step(StrEnum):
    """What a curator may do next with a programme."""

    INVITE = "invite"
    APPLICATIONS = "applications"
    MATCHING = "matching"
    PAIRS = "pairs"
    MONITORING = "monitoring"


@dataclass(frozen=True)
class Desk:
    """A programme on the curator's desk: its figures and what is the most urgent in it."""

    line: ProgrammeLine
    people: int  # came by a link and are still here
    waiting_for_guardian: int
    mentors: int  # approved
    red_pairs: int
    wave: WaveProgress | None  # the open one
    starts_on: date
    ends_on: date
    zone: str
    now: datetime
    first: Step
    rights: frozenset[May]  # of the actor, in this very programme
    archived: bool
    at_desk: Overview  # questions, tasks

    @property
    def today(self) -> date:
        return moments.local(self.now, self.zone).date()


@dataclass(frozen=True)
class LikelyDays:
    """Days a curator most likely chooses, the likeliest first."""

    today: date
    days: tuple[date, ...]
    years: tuple[tuple[date, date], ...] = ()


async def introduction(db: Database, actor: Actor) -> str | None:
    """The name by which the curator is known to participants, if she has given one."""
    async with db.reading() as tx:
        return (await tx.get(Person, actor.person_id)).name


async def introduce_curator(db: Database, actor: Actor, *, name: str) -> None:
    """The curator's own name: participants are told who sees their data."""
    async with db.transaction() as tx:
        (await tx.get(Person, actor.person_id)).name = tidy_name(name)


async def likely_beginning(
    db: Database, actor: Actor, *, organisation_id: UUID | None = None
) -> LikelyDays:
    """Raises `NotAllowed` for whoever curates nothing."""
    async with db.reading() as tx:
        house = await tx.get(Organisation, _house(actor, organisation_id))
        today = moments.local(tx.now, house.timezone).date()
        return LikelyDays(today, likely_starts(today), academic_years(today))


async def likely_end(
    db: Database, actor: Actor, *, starts_on: date, organisation_id: UUID | None = None
) -> LikelyDays:
    """Raises `NotAllowed` for whoever curates nothing."""
    async with db.reading() as tx:
        house = await tx.get(Organisation, _house(actor, organisation_id))
        today = moments.local(tx.now, house.timezone).date()
        return LikelyDays(today, likely_ends(starts_on))


def _house(actor: Actor, wished: UUID | None = None) -> UUID:
    """The organisation a programme is made in: the wished one, or else the first one curated."""
    curated = [
        a.organisation_id
        for a in actor.assignments
        if a.role is Role.CURATOR and a.programme_id is None
    ]
    if not curated or wished not in (None, *curated):
        raise NotAllowed
    return wished or curated[0]


async def create(
    db: Database,
    actor: Actor,
    *,
    name: str,
    forms: list[str],
    starts_on: date,
    ends_on: date,
    organisation_id: UUID | None = None,
) -> UUID:
    """A new programme of an organisation in which the actor is a curator.

    Raises `NothingChosen` (no form), `DatesOutOfOrder`, `NameTooLong`, `NotAllowed`.
    """
    house_id = _house(actor, organisation_id)
    async with db.transaction() as tx:
        programme = Programme.plan(
            organisation_id=house_id,
            name=name,
            forms=forms,
            starts_on=starts_on,
            ends_on=ends_on,
            now=tx.now,
        )
        actor.must(May.MANAGE_PROGRAMME, programme)
        tx.add(programme)
        return programme.id


async def rights(db: Database, actor: Actor, *, programme_id: UUID) -> frozenset[May]:
    """What the actor may do in this very programme. Raises `NotAllowed` for whoever is not in."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PROGRAMME, programme)
        return actor.rights(programme)


async def mine(
    db: Database, actor: Actor, *, right: May = May.ENTER_PROGRAMME
) -> list[ProgrammeLine]:
    """The programmes in whose team the actor is, with that right there; oldest first.

    One that was put away is not among them.
    """
    houses = {a.organisation_id for a in actor.assignments if a.role in TEAM}
    if not houses:
        return []
    async with db.reading() as tx:
        found = await tx.programmes.of_organisations(houses)
        allowed = [(p, house) for p, house in found if actor.may(right, p)]
        ids = [programme.id for programme, _ in allowed]
        people, pairs = await tx.participations.counts_of(ids), await tx.pairs.counts_of(ids)
        seen = await _seen(tx, actor, [programme for programme, _ in allowed], pairs)
        return [
            _line(actor, p, house, people[p.id], pairs[p.id], seen[p.id]) for p, house in allowed
        ]


async def _seen(
    tx: Transaction,
    actor: Actor,
    at_work: Sequence[Programme],
    pairs: Mapping[UUID, Mapping[PairState, int]],
) -> dict[UUID, Mapping[PairState, int]]:
    """`pairs` of each programme; of who has a share of a caseload, theirs only."""
    found = dict(pairs)
    shares = {
        programme.id: share
        for programme in at_work
        if (share := actor.share_of(May.SEE_PAIRS, programme)) is not None
    }
    if not shares:
        return found
    theirs = (await tx.pairs.many(frozenset().union(*shares.values()))).values()
    for programme_id, share in shares.items():
        here = [one for one in theirs if one.programme_id == programme_id and one.id in share]
        found[programme_id] = Counter(one.state for one in here)
    return found


def _line(
    actor: Actor,
    programme: Programme,
    house: Organisation,
    people: Mapping[tuple[Role, ParticipationState], int],
    pairs: Mapping[PairState, int],
    seen: Mapping[PairState, int],
) -> ProgrammeLine:
    """`seen`: those of the pairs that the actor may see."""
    applied = ParticipationState.APPLIED
    approved = people.get((Role.MENTEE, ParticipationState.APPROVED), 0)
    taken = sum(pairs.get(state, 0) for state in OPEN)
    return ProgrammeLine(
        programme_id=programme.id,
        name=programme.name,
        organisation=house.name,
        waiting=sum(n for (_, state), n in people.items() if state is applied),
        opens_applications=actor.may(May.SEE_APPLICATIONS, programme),
        free_mentees=max(approved - taken, 0),
        active_pairs=sum(seen.get(state, 0) for state in MEETING),
        proposed_pairs=seen.get(PairState.PROPOSED, 0),
    )


async def desk(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> Desk:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PROGRAMME, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        people = await tx.participations.counts(programme.id)
        pairs = await tx.pairs.counts_of([programme.id])
        seen = await _seen(tx, actor, [programme], pairs)
        line = _line(actor, programme, house, people, pairs[programme.id], seen[programme.id])
        private = actor.may(May.PROPOSE_PAIRS, programme)
        share = actor.share_of(May.SEE_PAIRS, programme)
        shown = await lines(
            tx, programme, profile, private=private, only=lambda one: within(share, one.id)
        )
        red = sum(p.health.light is Light.RED for p in shown)
        guardian = ParticipationState.GUARDIAN
        mentors = people.get((Role.MENTOR, ParticipationState.APPROVED), 0)
        return Desk(
            line=line,
            people=sum(n for (_, state), n in people.items() if state not in _GONE),
            waiting_for_guardian=sum(n for (_, state), n in people.items() if state is guardian),
            mentors=mentors,
            red_pairs=red,
            wave=await running(tx, programme),
            starts_on=programme.starts_on,
            ends_on=programme.ends_on,
            zone=house.timezone,
            now=tx.now,
            first=_first(line, red_pairs=red, mentors=mentors),
            rights=actor.rights(programme),
            archived=programme.archived_at is not None,
            at_desk=await of_programme(tx, actor, programme, house),
        )


def _first(line: ProgrammeLine, *, red_pairs: int, mentors: int) -> Step:
    """Whoever waits for an answer comes first, then pairs in trouble, then those without a pair."""
    if line.waiting:
        return Step.APPLICATIONS
    if red_pairs:
        return Step.PAIRS
    if line.free_mentees and mentors:
        return Step.MATCHING
    return Step.PAIRS if line.active_pairs else Step.INVITE
