"""The curator's queue: who waits for what, longest first, by role and by step, or by name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import NobodyFound
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import searchable
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.domain.selection import ORDER, Awaits, Stage
from bot.storage.database import Database, Transaction
from bot.storage.stores.queue import Named, Reached
from bot.usecases.applications.selection import today_of

PAGE = 6
BATCH = 100  # decided together at most
ROLES = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)


class Show(StrEnum):
    """Which list: all who wait for the team, one step of it, or who is not in work now."""

    ALL = "all"
    DECISION = "decision"
    CHECK = "check"
    INTERVIEW = "interview"
    TRAINING = "training"
    GUARDIAN = "guardian"
    RESERVE = "reserve"
    DECLINED = "declined"


_STATES = {
    Show.GUARDIAN: ParticipationState.GUARDIAN,
    Show.RESERVE: ParticipationState.RESERVE,
    Show.DECLINED: ParticipationState.DECLINED,
}
_STEPS = {
    Show.DECISION: Awaits.DECISION,
    Show.CHECK: Awaits.CHECK,
    Show.INTERVIEW: Awaits.INTERVIEW,
    Show.TRAINING: Awaits.TRAINING,
}


@dataclass(frozen=True)
class Line:
    participation_id: UUID
    name: str | None
    role: Role
    state: ParticipationState
    awaits: Awaits | None  # of who is in the queue
    since: datetime
    days: int  # how long the person has waited


@dataclass(frozen=True)
class Queue:
    lines: tuple[Line, ...]
    page: int
    more: bool
    counts: dict[Show, int]  # of the chosen role
    roles: dict[Role, int]  # of who is in the queue, whatever they wait for
    complete: int  # of the chosen role: only the decision is missing


def awaits_of(participation: Participation, profile: Profile) -> Awaits | None:
    if participation.state is ParticipationState.GUARDIAN:
        return Awaits.GUARDIAN
    if participation.state is not ParticipationState.APPLIED:
        return None
    return profile.selection_for(participation.role, participation.kind).awaits(participation.stage)


async def page(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    profile: Profile,
    show: Show = Show.ALL,
    role: Role | None = None,
    page: int = 0,
) -> Queue:
    """Who waits, longest first, a page at a time, and how many wait elsewhere."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_APPLICATIONS, programme)
        found = await _waiting(tx, programme_id, profile, show, role, PAGE + 1, page * PAGE)
        counts, roles = await _counts(tx, programme_id, profile, role)
        return Queue(
            lines=tuple(_line(one, profile, tx.now) for one in found[:PAGE]),
            page=page,
            more=len(found) > PAGE,
            counts=counts,
            roles=roles,
            complete=counts[Show.DECISION],
        )


async def _waiting(
    tx: Transaction,
    programme_id: UUID,
    profile: Profile,
    show: Show,
    role: Role | None,
    limit: int,
    offset: int = 0,
) -> Sequence[Named]:
    step = _STEPS.get(show)
    return await tx.queue.page(
        programme_id,
        _STATES.get(show, ParticipationState.APPLIED),
        role=role,
        others=step in (None, Awaits.DECISION),
        mentors=_places(profile, step) if step is not None else None,
        limit=limit,
        offset=offset,
    )


def _places(profile: Profile, awaited: Awaits) -> Reached:
    """At which steps mentors of which kinds wait for this."""
    reached: tuple[Stage | None, ...] = (None, *ORDER)
    return {
        stage: [kind for kind, one in profile.selection.items() if one.awaits(stage) is awaited]
        for stage in reached
    }


async def _counts(
    tx: Transaction, programme_id: UUID, profile: Profile, role: Role | None
) -> tuple[dict[Show, int], dict[Role, int]]:
    counts, roles = Counter[Show](), Counter[Role]()
    for group in await tx.queue.groups(programme_id):
        applied = group.state is ParticipationState.APPLIED
        if applied:
            roles[group.role] += group.number
        if role not in (None, group.role):
            continue
        if applied:
            counts[Show.ALL] += group.number
            selection = profile.selection_for(group.role, group.kind)
            counts[Show(selection.awaits(group.stage))] += group.number
        for show, state in _STATES.items():
            if group.state is state:
                counts[show] += group.number
    return {show: counts[show] for show in Show}, {one: roles[one] for one in ROLES}


def _line(found: Named, profile: Profile, now: datetime) -> Line:
    participation, name = found
    since = participation.applied_at or participation.created_at
    return Line(
        participation_id=participation.id,
        name=name,
        role=participation.role,
        state=participation.state,
        awaits=awaits_of(participation, profile),
        since=since,
        days=(now - since).days,
    )


@dataclass(frozen=True)
class Found:
    lines: tuple[Line, ...]
    page: int
    more: bool


async def search(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    typed: str,
    profile: Profile,
    page: int = 0,
) -> Found:
    """By the beginnings of words of a name, capitals or not. Raises `NobodyFound`."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_APPLICATIONS, programme)
        found: Sequence[Named] = ()
        if searchable(typed[:LONGEST_SEARCH]):
            found = await tx.queue.named(
                programme_id, typed[:LONGEST_SEARCH], limit=PAGE + 1, offset=page * PAGE
            )
        if not found and page == 0:
            raise NobodyFound
        lines = tuple(_line(one, profile, tx.now) for one in found[:PAGE])
        return Found(lines, page, len(found) > PAGE)


LONGEST_SEARCH = 80


async def complete(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    profile: Profile,
    role: Role | None = None,
) -> tuple[Line, ...]:
    """Who has everything that is needed and may be approved together, at most `BATCH`."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.DECIDE_APPLICATIONS, programme)
        found = await _waiting(tx, programme_id, profile, Show.DECISION, role, BATCH)
        approvable = await ready(tx, found, profile)
        return tuple(_line(one, profile, tx.now) for one in found if one[0].id in approvable)


async def ready(tx: Transaction, found: Sequence[Named], profile: Profile) -> frozenset[UUID]:
    """Of these, who lacks nothing but the decision: documents must hold today."""
    if not found:
        return frozenset()
    house = found[0][0].organisation_id
    today = await today_of(tx, house)
    checks = await tx.selection.checks_of([one.person_id for one, _ in found], house)
    chosen = set()
    for one, _ in found:
        selection = profile.selection_for(one.role, one.kind)
        valid = {check.kind for check in checks[one.person_id] if check.valid_on(today)}
        if awaits_of(one, profile) is Awaits.DECISION and set(selection.checks) <= valid:
            chosen.add(one.id)
    return frozenset(chosen)
