"""Hours at which two can meet: free for both, near, and what the school does at the time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone, PairPaused
from bot.domain.meetings import LENGTH, MeetingKind
from bot.domain.pairs import MEETING, Pair, PairState
from bot.domain.programmes import Organisation, Programme
from bot.domain.school_calendar import CalendarSpan, after_lessons
from bot.storage.database import Database, Transaction
from bot.usecases.bases.speaking_for import who_acts
from bot.usecases.matching.pool import free_slots
from bot.usecases.pairs import recurring
from bot.usecases.pairs.meeting_kinds import must_be_guarded, next_kind

FIRST_HOUR, LAST_HOUR = 8, 20


@dataclass(frozen=True)
class Hours:
    """A day's hours for the offer screen; `shared` are free for both by their forms."""

    day: date
    zone: str
    free: tuple[datetime, ...]
    shared: tuple[datetime, ...]
    lessons: tuple[datetime, ...]  # of these, in which the school is at lessons
    off: CalendarSpan | None  # the holidays or exams the day lies in
    now: datetime


@dataclass(frozen=True)
class Suggestions:
    """The likely answers: the nearest shared times of both."""

    pair_id: UUID
    partner: str
    name: str | None  # of whom the team speaks for; None: the actor speaks for themselves
    zone: str
    times: tuple[datetime, ...]
    kind: MeetingKind  # what the next meeting is most likely for
    guarded: bool  # only on the organisation's ground, or with the curator
    until: date  # the last day of the programme
    group: int  # how many mentees the actor mentors together with this one; 0: no group
    today: date
    now: datetime


async def pair_to_meet(
    tx: Transaction, actor: Actor, pair_id: UUID, right: May, speaking_for: UUID | None = None
) -> tuple[Pair, UUID, Organisation]:
    """The pair, who of the two it is, and where. Raises `PairPaused`, `Gone`."""
    pair = await tx.get(Pair, pair_id)
    me = await who_acts(tx, actor, pair, right, speaking_for)
    if pair.state is PairState.PAUSED:
        raise PairPaused
    if pair.state not in MEETING:
        raise Gone
    return pair, me, await tx.get(Organisation, pair.organisation_id)


async def mentored_together(tx: Transaction, pair: Pair) -> tuple[Pair, ...]:
    """The pairs of its group that have the same mentor and may meet; none without a group."""
    if pair.group_id is None:
        return ()
    return await group_of(tx, pair.group_id, pair.mentor_id)


async def group_of(tx: Transaction, group_id: UUID, mentor_id: UUID) -> tuple[Pair, ...]:
    pairs = await tx.pairs.of_group(group_id)
    return tuple(one for one in pairs if one.mentor_id == mentor_id and one.state in MEETING)


def taken(at: datetime, busy: Collection[datetime]) -> bool:
    return any(abs(at - other) < LENGTH for other in busy)


async def _shared(tx: Transaction, pair: Pair) -> frozenset[str]:
    mentee = await free_slots(tx, pair.mentee_participation_id)
    return mentee & await free_slots(tx, pair.mentor_participation_id)


async def suggestions(
    db: Database, actor: Actor, *, pair_id: UUID, speaking_for: UUID | None = None
) -> Suggestions:
    async with db.reading() as tx:
        pair, me, house = await pair_to_meet(tx, actor, pair_id, May.PICK_MEETING, speaking_for)
        names = await tx.people.names(pair.parties)
        slots = {moments.Slot.parse(code) for code in await _shared(tx, pair)}
        near = moments.next_times(slots, tx.now + timedelta(hours=3), house.timezone, 12, 14)
        busy = await tx.meetings.busy(pair.parties, tx.now, tx.now + timedelta(days=15))
        today = moments.local(tx.now, house.timezone).date()
        holidays = await recurring.holidays(tx, house.id, today)
        free = [
            at
            for at in near
            if not taken(at, busy) and not recurring.on_holiday(at, house.timezone, holidays)
        ]
        kind = await next_kind(tx, pair)
        programme = await tx.get(Programme, pair.programme_id)
        together = await mentored_together(tx, pair) if me == pair.mentor_id else ()
        return Suggestions(
            pair_id=pair.id,
            partner=names[pair.partner(me)],
            name=names[me] if speaking_for is not None else None,
            zone=house.timezone,
            times=tuple(free[:6]),
            kind=kind,
            guarded=await must_be_guarded(tx, pair, kind),
            until=programme.ends_on,
            group=len(together) if len(together) > 1 else 0,
            today=today,
            now=tx.now,
        )


async def hours(
    db: Database, actor: Actor, *, pair_id: UUID, day: date, speaking_for: UUID | None = None
) -> Hours:
    """What may be offered on a day: whole hours, in the future, not taken on either side."""
    async with db.reading() as tx:
        pair, _, house = await pair_to_meet(tx, actor, pair_id, May.PICK_MEETING, speaking_for)
        zone = house.timezone
        slots = [moments.Slot.parse(code) for code in await _shared(tx, pair)]
        wanted = [moments.instant(day, time(h), zone) for h in range(FIRST_HOUR, LAST_HOUR + 1)]
        busy = await tx.meetings.busy(pair.parties, wanted[0], wanted[-1])
        free = [at for at in wanted if at > tx.now and not taken(at, busy)]
        spans = await tx.stages.calendar({house.id}, day)
        off = next((span for span in spans if span.holds(day)), None)
        shared, lessons = [], []
        for at in free:
            hour = moments.local(at, zone).hour
            if any(s.weekday == day.weekday() and s.hour <= hour < s.hour + 2 for s in slots):
                shared.append(at)
            if off is None and after_lessons(at, zone, house.lessons) != at:
                lessons.append(at)
        return Hours(day, zone, tuple(free), tuple(shared), tuple(lessons), off, tx.now)
