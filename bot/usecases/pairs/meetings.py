"""Meetings of a pair: offer, pick, cancel, and afterwards one tap from each side."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.errors import DoubleBooking, Gone, PairPaused
from bot.domain.meetings import LENGTH, Meeting, MeetingState, Receipt
from bot.domain.notice_kinds import plan, plan_each
from bot.domain.notices import Notice
from bot.domain.pairs import MEETING, Pair, PairState
from bot.domain.programmes import Organisation
from bot.storage.database import Database, Transaction
from bot.usecases.matching.pool import free_slots

DAY_BEFORE_HOUR = 17  # after lessons and before the evening
RECEIPT_AFTER = timedelta(minutes=30)
FIRST_HOUR, LAST_HOUR = 8, 20
REMINDERS = ("meeting-tomorrow", "meeting-soon", "meeting-receipt")


@dataclass(frozen=True)
class Hours:
    """A day's hours for the offer screen; `shared` are free for both by their forms."""

    day: date
    zone: str
    partner: str
    free: tuple[datetime, ...]
    shared: tuple[datetime, ...]
    now: datetime


@dataclass(frozen=True)
class Suggestions:
    """The likely answers: the nearest shared times of both."""

    pair_id: UUID
    partner: str
    zone: str
    times: tuple[datetime, ...]
    today: date
    now: datetime


async def _pair_to_meet(tx: Transaction, actor: Actor, pair_id: UUID) -> tuple[Pair, str]:
    pair = await tx.get(Pair, pair_id)
    actor.must(May.OFFER_MEETING, pair)
    if pair.state is PairState.PAUSED:
        raise PairPaused
    if pair.state not in MEETING:
        raise Gone
    house = await tx.get(Organisation, pair.organisation_id)
    return pair, house.timezone


async def _shared(tx: Transaction, pair: Pair) -> frozenset[str]:
    mentee = await free_slots(tx, pair.mentee_participation_id)
    return mentee & await free_slots(tx, pair.mentor_participation_id)


async def suggestions(db: Database, actor: Actor, *, pair_id: UUID) -> Suggestions:
    async with db.reading() as tx:
        pair, zone = await _pair_to_meet(tx, actor, pair_id)
        names = await tx.people.names([pair.partner(actor.person_id)])
        slots = {moments.Slot.parse(code) for code in await _shared(tx, pair)}
        near = moments.next_times(slots, tx.now + timedelta(hours=3), zone, 8, 14)
        free = [at for at in near if not await tx.meetings.clash(pair.parties, at)]
        return Suggestions(
            pair_id=pair.id,
            partner=next(iter(names.values())),
            zone=zone,
            times=tuple(free[:6]),
            today=moments.local(tx.now, zone).date(),
            now=tx.now,
        )


async def hours(db: Database, actor: Actor, *, pair_id: UUID, day: date) -> Hours:
    """What may be offered on a day: whole hours, in the future, not taken on either side."""
    async with db.reading() as tx:
        pair, zone = await _pair_to_meet(tx, actor, pair_id)
        names = await tx.people.names([pair.partner(actor.person_id)])
        slots = [moments.Slot.parse(code) for code in await _shared(tx, pair)]
        taken = await tx.meetings.taken(pair.parties, day)
        free, shared = [], []
        for hour in range(FIRST_HOUR, LAST_HOUR + 1):
            at = moments.instant(day, time(hour), zone)
            if at <= tx.now or any(abs(at - other) < LENGTH for other in taken):
                continue
            free.append(at)
            if any(s.weekday == day.weekday() and s.hour <= hour < s.hour + 2 for s in slots):
                shared.append(at)
        partner = next(iter(names.values()))
        return Hours(day, zone, partner, tuple(free), tuple(shared), tx.now)


async def offer(
    db: Database, actor: Actor, *, pair_id: UUID, times: Collection[datetime], place: str
) -> UUID:
    """Up to three times for the other side to choose from; an earlier open offer is replaced.

    Raises `NothingChosen`, `TooManyTimes`, `MeetingInThePast`, `DoubleBooking`.
    """
    async with db.transaction() as tx:
        pair, _ = await _pair_to_meet(tx, actor, pair_id)
        await tx.people.lock(pair.parties)
        meeting = Meeting.offer(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            pair_id=pair.id,
            mentor_id=pair.mentor_id,
            mentee_id=pair.mentee_id,
            offered_by=actor.person_id,
            times=sorted(times),
            place=place,
            now=tx.now,
        )
        for at in meeting.offered_times:
            if await tx.meetings.clash(pair.parties, at):
                raise DoubleBooking
        for earlier in await tx.meetings.of_pair(pair.id):
            if earlier.state is MeetingState.OFFERED:
                earlier.cancel()
                await tx.notices.forget(earlier.id, ("meeting-offered",))
        tx.add(meeting)
        await tx.notices.plan(
            plan(
                "meeting-offered",
                to=meeting.picker(),
                subject=meeting.id,
                organisation_id=meeting.organisation_id,
                due_at=tx.now,
                useful_until=max(meeting.offered_times),
            )
        )
        return meeting.id


async def pick(db: Database, actor: Actor, *, meeting_id: UUID, at: datetime) -> None:
    """The other side chooses; both get the calendar file and reminders.

    A second press does nothing.

    Raises `DoubleBooking` when somebody has taken the hour meanwhile, `MeetingInThePast`, `Gone`.
    """
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        actor.must(May.PICK_MEETING, meeting)
        if actor.person_id != meeting.picker():
            raise Gone
        if (await tx.get(Pair, meeting.pair_id)).state is PairState.PAUSED:
            raise PairPaused
        await tx.people.lock(meeting.parties)
        if meeting.state is MeetingState.OFFERED and await tx.meetings.clash(meeting.parties, at):
            raise DoubleBooking
        if not meeting.pick(at, tx.now):
            return
        house = await tx.get(Organisation, meeting.organisation_id)
        await tx.notices.replan(
            meeting.id, REMINDERS, list(_reminders(meeting, house.timezone, tx.now))
        )
        await tx.notices.plan(
            *plan_each(
                "meeting-agreed",
                to=sorted(meeting.parties),
                subject=meeting.id,
                organisation_id=meeting.organisation_id,
                due_at=tx.now,
                useful_until=meeting.at,
            )
        )


def _reminders(meeting: Meeting, zone: str, now: datetime) -> Sequence[Notice]:
    """The day before at a sensible local hour, an hour before, and the question afterwards."""
    assert meeting.at is not None
    assert meeting.ends_at is not None
    ends = meeting.ends_at
    moments_of = (
        ("meeting-tomorrow", moments.day_before_at(meeting.at, zone, DAY_BEFORE_HOUR), meeting.at),
        ("meeting-soon", moments.before(meeting.at, timedelta(hours=1)), meeting.at),
        ("meeting-receipt", ends + RECEIPT_AFTER, None),
    )
    return [
        plan(
            kind,
            to=to,
            subject=meeting.id,
            organisation_id=meeting.organisation_id,
            due_at=due_at,
            useful_until=until,
        )
        for kind, due_at, until in moments_of
        if due_at > now
        for to in sorted(meeting.parties)
    ]


async def cancel(db: Database, actor: Actor, *, meeting_id: UUID) -> UUID:
    """Either side calls it off; the other hears of it. Returns the pair, to offer anew.

    A second press does nothing. Raises `Gone` for a meeting that is over.
    """
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        actor.must(May.PICK_MEETING, meeting)
        if meeting.state is MeetingState.CANCELLED:
            return meeting.pair_id
        meeting.cancel()
        await tx.notices.forget(meeting.id, (*REMINDERS, "meeting-offered", "meeting-agreed"))
        other = next(iter(meeting.parties - {actor.person_id}))
        await tx.notices.plan(
            plan(
                "meeting-cancelled",
                to=other,
                subject=meeting.id,
                organisation_id=meeting.organisation_id,
                due_at=tx.now,
            )
        )
        return meeting.pair_id


async def confirm(
    db: Database, actor: Actor, *, meeting_id: UUID, receipt: Receipt
) -> MeetingState:
    """What one side says became of the meeting; both words are kept when they disagree."""
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        actor.must(May.CONFIRM_MEETING, meeting)
        meeting.confirm(actor.person_id, receipt, tx.now)
        return meeting.state


@dataclass(frozen=True)
class MeetingView:
    meeting_id: UUID
    pair_id: UUID
    side: Role
    partner: str
    zone: str
    state: MeetingState
    at: datetime | None
    times: tuple[datetime, ...]  # still to choose from
    place: str
    mine_to_pick: bool
    over: bool
    my_word: Receipt | None
    now: datetime


async def view(db: Database, actor: Actor, *, meeting_id: UUID) -> MeetingView:
    async with db.reading() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        actor.must(May.CONFIRM_MEETING, meeting)
        me = actor.person_id
        names = await tx.people.names(meeting.parties - {me})
        house = await tx.get(Organisation, meeting.organisation_id)
        return MeetingView(
            meeting_id=meeting.id,
            pair_id=meeting.pair_id,
            side=Role.MENTOR if me == meeting.mentor_id else Role.MENTEE,
            partner=next(iter(names.values())),
            zone=house.timezone,
            state=meeting.state,
            at=meeting.at,
            times=tuple(at for at in meeting.offered_times if at > tx.now),
            place=meeting.place,
            mine_to_pick=meeting.state is MeetingState.OFFERED and meeting.picker() == me,
            over=meeting.ends_at is not None and meeting.ends_at <= tx.now,
            my_word=meeting.says(me),
            now=tx.now,
        )


def utc_of(text: str) -> datetime:
    """An instant from a button: seconds since 1970. Callback data is attacker input."""
    if not text.isdecimal() or len(text) > 12:
        raise Gone
    return datetime.fromtimestamp(int(text), UTC)
