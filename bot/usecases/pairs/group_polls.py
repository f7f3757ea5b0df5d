"""A poll of times within a group: offered by its mentor, ticked by each mentee, counted once.

Who is to come is decided in the transaction that counts: whose hour was taken meanwhile, or whose
pair may not meet any more, is not among them.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import DoubleBooking, Gone, NotAllowed
from bot.domain.group_polls import GroupPoll, GroupPollAnswer, PollState, ticks_of, winner
from bot.domain.meeting_places import spot
from bot.domain.meetings import GUARDED_PLACES, Meeting
from bot.domain.notice_kinds import plan_each
from bot.domain.pairs import MEETING, Pair
from bot.domain.profile import Profile
from bot.storage.database import Database, Transaction
from bot.usecases.bases.speaking_for import must_speak_for
from bot.usecases.pairs.meeting_hours import group_of, mentored_together, pair_to_meet, taken
from bot.usecases.pairs.meeting_kinds import must_be_guarded, next_kind
from bot.usecases.pairs.reminding import announce

ASKS = ("poll-offered", "poll-reminder")


async def all_asked(tx: Transaction, pair: Pair) -> Sequence[Pair]:
    """Raises `Gone` when there is nobody to ask but this one."""
    pairs = await mentored_together(tx, pair)
    if len(pairs) < 2:
        raise Gone
    return pairs


async def offer(
    db: Database,
    actor: Actor,
    *,
    pair_id: UUID,
    times: Collection[datetime],
    place: str,
    where: str | None = None,
) -> UUID:
    """Up to three times to everybody the actor mentors in the group of this pair.

    An earlier poll of the actor there is replaced; the same press again changes nothing. `where`: a
    link or the place in words. Half way who has not answered is asked once more.

    Raises `NothingChosen`, `TooManyTimes`, `MeetingInThePast`, `DoubleBooking`, `PlaceNotAllowed`,
    `LinkNotUnderstood`, `Gone`.
    """
    async with db.transaction() as tx:
        await _hold_polls(tx, pair_id)
        pair, me, _ = await pair_to_meet(tx, actor, pair_id, May.OFFER_MEETING)
        pairs = await all_asked(tx, pair)
        assert pair.group_id is not None
        await tx.people.lock({me})
        for one in pairs:
            await must_be_guarded(tx, one, await next_kind(tx, one), place)
        poll = GroupPoll.offer(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            group_id=pair.group_id,
            offered_by=me,
            times=sorted(set(times)),
            place=place,
            now=tx.now,
        )
        poll.where = spot(where, place) if where else None
        busy = await tx.meetings.busy({me}, poll.offered_times[0], poll.offered_times[-1])
        if any(taken(at, busy) for at in poll.offered_times):
            raise DoubleBooking
        for earlier in await tx.polls.open_of([pair.group_id], tx.now):
            if earlier.offered_by != me:
                continue
            same = (poll.times, place, poll.where)
            if (earlier.times, earlier.place, earlier.where) == same:
                return earlier.id
            earlier.state = PollState.REPLACED
            await tx.notices.forget(earlier.id, ASKS)
        tx.add(poll)
        mentees = {one.mentee_id for one in pairs}
        await _tell(tx, "poll-offered", poll, mentees, poll.ends_at)
        if (half_way := poll.remind_at()) is not None:
            await _tell(tx, "poll-reminder", poll, mentees, poll.ends_at, at=half_way)
        return poll.id


async def call_off(db: Database, actor: Actor, *, poll_id: UUID) -> None:
    """The mentor no longer asks; the mentees hear of it. Raises `Gone` when it was counted."""
    async with db.transaction() as tx:
        poll = await tx.get(GroupPoll, poll_id)
        actor.must(May.OFFER_MEETING, poll)
        if not poll.call_off():
            return
        await tx.notices.forget(poll.id, ASKS)
        pairs = await group_of(tx, poll.group_id, poll.offered_by)
        await _tell(tx, "poll-called-off", poll, {one.mentee_id for one in pairs})


async def _hold_polls(tx: Transaction, pair_id: UUID) -> None:
    """As wherever a poll is counted, it is locked before the pairs and the people."""
    for pair in (await tx.pairs.many([pair_id])).values():
        if pair.group_id is not None:
            for poll in await tx.polls.open_of([pair.group_id], tx.now):
                await tx.get(GroupPoll, poll.id)


async def answer(
    db: Database,
    actor: Actor,
    *,
    poll_id: UUID,
    times: Collection[datetime],
    profile: Profile,
    speaking_for: UUID | None = None,
) -> None:
    """Every time that suits the actor, none if none does; it may be changed until the end.

    The last answer ends the poll. Raises `DoubleBooking`, `Gone`.
    """
    async with db.transaction() as tx:
        poll = await tx.get(GroupPoll, poll_id)
        pair, pairs = await pair_asked(tx, actor, poll, speaking_for)
        said = poll.chosen(times, tx.now)
        if times:
            busy = await tx.meetings.busy({pair.mentee_id}, min(times), max(times))
            if any(taken(at, busy) for at in times):
                raise DoubleBooking
        answers = {one.participation_id: one for one in await tx.polls.answers([poll.id])}
        mine = answers.get(pair.mentee_participation_id)
        if mine is None:
            mine = GroupPollAnswer(
                organisation_id=poll.organisation_id,
                poll_id=poll.id,
                participation_id=pair.mentee_participation_id,
                times=said,
                answered_at=tx.now,
            )
            tx.add(mine)
        mine.times, mine.answered_at = said, tx.now
        mine.entered_by = actor.person_id if speaking_for is not None else None
        await tx.notices.forget_of(pair.mentee_id, [poll.id], ASKS)
        await tx.flush()
        if {one.mentee_participation_id for one in pairs} <= {*answers, mine.participation_id}:
            await _count(tx, poll, profile)


async def pair_asked(
    tx: Transaction, actor: Actor, poll: GroupPoll, speaking_for: UUID | None = None
) -> tuple[Pair, Sequence[Pair]]:
    """Among those asked the pair of the actor, or of whom they speak for. Raises `NotAllowed`."""
    pairs = await group_of(tx, poll.group_id, poll.offered_by)
    for one in pairs:
        if speaking_for is None and one.mentee_id == actor.person_id:
            actor.must(May.PICK_MEETING, one)
            return one, pairs
        if one.mentee_participation_id == speaking_for:
            await must_speak_for(tx, actor, speaking_for)
            return one, pairs
    raise NotAllowed


async def end_due(db: Database, profile: Profile) -> int:
    """Polls whose end has come are counted with whatever was answered; the clock asks."""
    async with db.reading() as tx:
        due = await tx.polls.over(tx.now)
    for poll_id in due:
        async with db.transaction() as tx:
            poll = await tx.get(GroupPoll, poll_id)
            if poll.state is PollState.OPEN and poll.ends_at <= tx.now:
                await _count(tx, poll, profile)
    return len(due)


async def _count(tx: Transaction, poll: GroupPoll, profile: Profile) -> None:
    """The best time becomes a meeting of every pair that can come, or the mentor hears of none."""
    pairs = await _who_may_meet(tx, poll)
    people = {poll.offered_by, *(one.mentee_id for one in pairs)}
    await tx.people.lock(people)
    times = poll.offered_times
    busy = await tx.meetings.busy_each(people, times[0], times[-1])
    free = [at for at in times if at > tx.now and not taken(at, busy[poll.offered_by])]
    said = {one.participation_id: one.ticked for one in await tx.polls.answers([poll.id])}
    ticked = {
        one.id: [
            at
            for at in said.get(one.mentee_participation_id, ())
            if not taken(at, busy[one.mentee_id])
        ]
        for one in pairs
    }
    at = winner(free, ticked, profile.group_quorum.of(len(pairs)))
    await tx.notices.forget(poll.id, ASKS)
    if at is None:
        poll.state = PollState.NO_QUORUM
        await _tell(tx, "poll-no-quorum", poll, {poll.offered_by})
        return
    poll.agree(at)
    coming = ticks_of([at], ticked)[at]
    for pair in pairs:
        if pair.id in coming:
            await _meet(tx, poll, pair, at)
    without = {one.mentee_id for one in pairs if one.id not in coming}
    await _tell(tx, "poll-without-you", poll, without, at)


async def _who_may_meet(tx: Transaction, poll: GroupPoll) -> list[Pair]:
    """The pairs asked, as they are now: held until the end, and only where they may meet there."""
    found = []
    for one in sorted(await group_of(tx, poll.group_id, poll.offered_by), key=lambda p: p.id):
        pair = await tx.get(Pair, one.id)
        if pair.state not in MEETING:
            continue
        guarded = await must_be_guarded(tx, pair, await next_kind(tx, pair))
        if not guarded or poll.place in GUARDED_PLACES:
            found.append(pair)
    return found


async def _meet(tx: Transaction, poll: GroupPoll, pair: Pair, at: datetime) -> None:
    meeting = Meeting.offer(
        organisation_id=pair.organisation_id,
        programme_id=pair.programme_id,
        pair_id=pair.id,
        mentor_id=pair.mentor_id,
        mentee_id=pair.mentee_id,
        offered_by=poll.offered_by,
        times=[at],
        place=poll.place,
        kind=await next_kind(tx, pair),
        where=poll.where or await tx.meetings.last_where(pair.id, poll.place),
        now=tx.now,
    )
    meeting.pick(at, tx.now)
    tx.add(meeting)
    await tx.flush()
    await announce(tx, meeting)


async def _tell(
    tx: Transaction,
    kind: str,
    poll: GroupPoll,
    people: Collection[UUID],
    useful_until: datetime | None = None,
    *,
    at: datetime | None = None,
) -> None:
    await tx.notices.plan(
        *plan_each(
            kind,
            to=sorted(people),
            subject=poll.id,
            organisation_id=poll.organisation_id,
            due_at=at or tx.now,
            useful_until=useful_until,
        )
    )
