"""Meetings of a pair: offer, pick, cancel, and afterwards one tap from each side."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import DoubleBooking, Gone, PairPaused
from bot.domain.meeting_places import spot
from bot.domain.meetings import (
    Every,
    Meeting,
    MeetingKind,
    MeetingState,
    Progress,
    Receipt,
)
from bot.domain.pairs import Pair, PairState
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.bases.speaking_for import who_acts
from bot.usecases.pairs import recurring
from bot.usecases.pairs.meeting_hours import pair_to_meet, taken
from bot.usecases.pairs.meeting_kinds import must_be_guarded, next_kind
from bot.usecases.pairs.moving import meeting_held
from bot.usecases.pairs.reminding import OFFERED_KINDS, REMINDERS, announce, tell, tidy


async def offer(
    db: Database,
    actor: Actor,
    *,
    pair_id: UUID,
    times: Collection[datetime],
    place: str,
    where: str | None = None,
    kind: MeetingKind | None = None,
    repeats: Every | None = None,
    repeats_until: date | None = None,
    speaking_for: UUID | None = None,
) -> UUID:
    """Up to three times for the other side to choose from; an earlier open offer is replaced.

    Without a `kind` it is the next one on the pair's way. Without a place of its own an online
    meeting has the link of the last one. Raises `NothingChosen`, `TooManyTimes`,
    `MeetingInThePast`, `DoubleBooking`, `PlaceNotAllowed`.
    """
    async with db.transaction() as tx:
        pair, me, _ = await pair_to_meet(tx, actor, pair_id, May.OFFER_MEETING, speaking_for)
        await tx.people.lock(pair.parties)
        kind = kind or await next_kind(tx, pair)
        await must_be_guarded(tx, pair, kind, place)
        meeting = Meeting.offer(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            pair_id=pair.id,
            mentor_id=pair.mentor_id,
            mentee_id=pair.mentee_id,
            offered_by=me,
            times=sorted(times),
            place=place,
            kind=kind,
            where=spot(where, place) if where else await tx.meetings.last_where(pair.id, place),
            now=tx.now,
        )
        meeting.said_by(me, actor.person_id)
        meeting.repeats = repeats
        if repeats is not None:
            programme = await tx.get(Programme, pair.programme_id)
            meeting.repeats_until = min(repeats_until or programme.ends_on, programme.ends_on)
        await _must_be_free(tx, meeting, meeting.offered_times)
        for earlier in await tx.meetings.open_of_pair(pair.id):
            if earlier.state is MeetingState.OFFERED and not earlier.moved:
                earlier.cancel()
                await tx.notices.forget(earlier.id, OFFERED_KINDS)
        tx.add(meeting)
        await tell(tx, "meeting-offered", meeting, meeting.picker())
        return meeting.id


async def offer_anew(
    db: Database,
    actor: Actor,
    *,
    meeting_id: UUID,
    times: Collection[datetime],
    reason: str | None = None,
    speaking_for: UUID | None = None,
) -> None:
    """Either side offers other times for this very meeting: a counter-proposal, or a move.

    A meeting that was agreed on is off until the other side chooses. The same press again changes
    nothing. Raises what `offer` does, and `Gone`.
    """
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        pair, me, _ = await pair_to_meet(tx, actor, meeting.pair_id, May.PICK_MEETING, speaking_for)
        await tx.people.lock(pair.parties)
        wanted = sorted(set(times))
        if meeting.offered_by == me and meeting.at is None and meeting.offered_times == wanted:
            return
        await _must_be_free(tx, meeting, wanted)
        meeting.offer_anew(me, wanted, tx.now, tidy(reason))
        meeting.said_by(me, actor.person_id)
        await tx.notices.forget(meeting.id, (*REMINDERS, *OFFERED_KINDS, "meeting-agreed"))
        kind = "meeting-moved" if meeting.moved else "meeting-offered"
        await tell(tx, kind, meeting, meeting.picker())


async def _must_be_free(tx: Transaction, meeting: Meeting, times: Sequence[datetime]) -> None:
    """Raises `DoubleBooking`."""
    if not times:
        return
    busy = await tx.meetings.busy(meeting.parties, times[0], times[-1], but=meeting.id)
    if any(taken(at, busy) for at in times):
        raise DoubleBooking


async def pick(
    db: Database,
    actor: Actor,
    *,
    meeting_id: UUID,
    at: datetime,
    speaking_for: UUID | None = None,
) -> None:
    """The other side chooses; both get the calendar file and reminders.

    The first of a series brings the others along. A second press does nothing.

    Raises `DoubleBooking` when somebody has taken the hour meanwhile, `MeetingInThePast`, `Gone`.
    """
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        pair = await tx.get(Pair, meeting.pair_id)
        me = await who_acts(tx, actor, pair, May.PICK_MEETING, speaking_for)
        if me != meeting.picker():
            raise Gone
        if pair.state is PairState.PAUSED:
            raise PairPaused
        await tx.people.lock(meeting.parties)
        if meeting.state is MeetingState.OFFERED:
            await _must_be_free(tx, meeting, [at])
        if not meeting.pick(at, tx.now):
            return
        meeting.said_by(me, actor.person_id)
        house = await tx.get(Organisation, meeting.organisation_id)
        followers = await recurring.follow(tx, meeting, house)
        await tx.flush()
        await announce(tx, meeting, *followers)


async def cancel(
    db: Database,
    actor: Actor,
    *,
    meeting_id: UUID,
    reason: str | None = None,
    speaking_for: UUID | None = None,
) -> UUID:
    """Either side calls it off; the other hears of it and why. Returns the pair, to offer anew.

    A second press does nothing. Raises `Gone` for a meeting that is over.
    """
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        pair = await tx.get(Pair, meeting.pair_id)
        me = await who_acts(tx, actor, pair, May.PICK_MEETING, speaking_for)
        if meeting.state is MeetingState.CANCELLED:
            return meeting.pair_id
        meeting.cancel(me, tidy(reason))
        meeting.said_by(me, actor.person_id)
        await tx.notices.forget(
            meeting.id, (*REMINDERS, *OFFERED_KINDS, "meeting-agreed", "meeting-to-attend")
        )
        await tell(tx, "meeting-cancelled", meeting, *(meeting.parties - {me}))
        return meeting.pair_id


async def set_where(db: Database, actor: Actor, *, meeting_id: UUID, where: str) -> None:
    """The link, or the place in words, of a meeting agreed on; the other side is told.

    Raises `LinkNotUnderstood`, `Gone`.
    """
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        actor.must(May.PICK_MEETING, meeting)
        if meeting.state is not MeetingState.AGREED:
            raise Gone
        known = spot(where, meeting.place)
        if meeting.where == known:
            return
        meeting.meet_at(known)
        await tell(tx, "meeting-where", meeting, *(meeting.parties - {actor.person_id}))


async def confirm(
    db: Database,
    actor: Actor,
    *,
    meeting_id: UUID,
    receipt: Receipt,
    speaking_for: UUID | None = None,
) -> MeetingState:
    """What one side says became of the meeting; both words are kept when they disagree.

    Raises `AlreadySettled` when both had said the same and this is something else.
    """
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        pair = await tx.get(Pair, meeting.pair_id)
        me = await who_acts(tx, actor, pair, May.CONFIRM_MEETING, speaking_for)
        meeting.confirm(me, receipt, tx.now)
        meeting.said_by(me, actor.person_id)
        if meeting.settled and meeting.state is MeetingState.HELD and not meeting.taken:
            meeting.taken = True
            await meeting_held(tx, pair, meeting.kind)
        return meeting.state


@dataclass(frozen=True)
class MeetingView:
    meeting_id: UUID
    pair_id: UUID
    side: Role
    partner: str
    name: str | None  # of whom the team speaks for; None: the actor speaks for themselves
    zone: str
    state: MeetingState
    kind: MeetingKind
    at: datetime | None
    was_at: datetime | None  # agreed on before it was to be moved
    times: tuple[datetime, ...]  # still to choose from
    place: str
    where: str | None
    reason: str | None  # why it was moved or called off: a key of the profile, or words
    mine_to_pick: bool
    over: bool
    my_word: Receipt | None
    repeats: Every | None
    repeats_until: date | None
    in_series: bool
    logged_by_me: bool
    minutes: int | None
    progress: Progress | None
    mood: int | None  # of the mentor; None for the mentee
    next_step: str | None
    now: datetime


async def view(
    db: Database, actor: Actor, *, meeting_id: UUID, speaking_for: UUID | None = None
) -> MeetingView:
    async with db.reading() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        pair = await tx.get(Pair, meeting.pair_id)
        me = await who_acts(tx, actor, pair, May.CONFIRM_MEETING, speaking_for)
        names = await tx.people.names(meeting.parties)
        house = await tx.get(Organisation, meeting.organisation_id)
        is_mentor = me == meeting.mentor_id
        return MeetingView(
            meeting_id=meeting.id,
            pair_id=meeting.pair_id,
            side=Role.MENTOR if is_mentor else Role.MENTEE,
            partner=names[pair.partner(me)],
            name=names[me] if speaking_for is not None else None,
            zone=house.timezone,
            state=meeting.state,
            kind=meeting.kind,
            at=meeting.at,
            was_at=meeting.was_at,
            times=tuple(at for at in meeting.offered_times if at > tx.now),
            place=meeting.place,
            where=meeting.where,
            reason=meeting.reason,
            mine_to_pick=meeting.state is MeetingState.OFFERED and meeting.picker() == me,
            over=meeting.ends_at is not None and meeting.ends_at <= tx.now,
            my_word=meeting.says(me),
            repeats=meeting.repeats,
            repeats_until=meeting.repeats_until,
            in_series=meeting.series_id is not None,
            logged_by_me=meeting.logged_by == me,
            minutes=meeting.minutes,
            progress=meeting.progress,
            mood=meeting.mood if is_mentor else None,
            next_step=meeting.next_step,
            now=tx.now,
        )


def utc_of(text: str) -> datetime:
    """An instant from a button: seconds since 1970. Callback data is attacker input."""
    if not text.isdecimal() or len(text) > 12:
        raise Gone
    return datetime.fromtimestamp(int(text), UTC)
