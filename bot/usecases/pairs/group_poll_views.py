"""What is seen of a poll of times within a group: by its mentor, and by a mentee who is asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.group_polls import GroupPoll, PollState, ticks_of
from bot.domain.pairs import MEETING
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.storage.database import Database
from bot.usecases.pairs.group_polls import all_asked, pair_asked
from bot.usecases.pairs.meeting_hours import group_of, pair_to_meet, taken
from bot.usecases.pairs.meeting_kinds import must_be_guarded, next_kind


@dataclass(frozen=True)
class Group:
    """Whom a mentor would ask."""

    mentees: int
    guarded: bool  # some of them meet only on the organisation's ground, or with the curator
    zone: str
    now: datetime


async def group(db: Database, actor: Actor, *, pair_id: UUID) -> Group:
    """The group this pair is one of. Raises `Gone` when there is nobody else in it."""
    async with db.reading() as tx:
        pair, _, house = await pair_to_meet(tx, actor, pair_id, May.OFFER_MEETING)
        pairs = await all_asked(tx, pair)
        guarded = [await must_be_guarded(tx, one, await next_kind(tx, one)) for one in pairs]
        return Group(len(pairs), any(guarded), house.timezone, tx.now)


@dataclass(frozen=True)
class Asked:
    """The poll as a mentee sees it: what the others have ticked is not shown."""

    mentor: str
    name: str | None  # of whom the team speaks for; None: the actor speaks for themselves
    zone: str
    place: str
    where: str | None
    times: tuple[datetime, ...]
    taken: frozenset[datetime]  # at which the mentee already meets somebody
    ticked: frozenset[datetime]
    answered: bool
    open: bool
    ends_at: datetime
    at: datetime | None  # agreed on
    now: datetime


async def asked(
    db: Database, actor: Actor, *, poll_id: UUID, speaking_for: UUID | None = None
) -> Asked:
    async with db.reading() as tx:
        poll = await tx.get(GroupPoll, poll_id)
        pair, _ = await pair_asked(tx, actor, poll, speaking_for)
        house = await tx.get(Organisation, poll.organisation_id)
        names = await tx.people.names([poll.offered_by, pair.mentee_id])
        mine = next(
            (
                one
                for one in await tx.polls.answers([poll.id])
                if one.participation_id == pair.mentee_participation_id
            ),
            None,
        )
        times = poll.offered_times
        busy = await tx.meetings.busy({pair.mentee_id}, times[0], times[-1])
        return Asked(
            mentor=names[poll.offered_by],
            name=names[pair.mentee_id] if speaking_for is not None else None,
            zone=house.timezone,
            place=poll.place,
            where=poll.where,
            times=tuple(times),
            taken=frozenset(at for at in times if taken(at, busy)),
            ticked=frozenset(mine.ticked if mine else ()),
            answered=mine is not None,
            open=poll.open_at(tx.now),
            ends_at=poll.ends_at,
            at=poll.at,
            now=tx.now,
        )


@dataclass(frozen=True)
class Counted:
    """The poll as its mentor sees it: numbers, and not who ticked what."""

    zone: str
    place: str
    votes: tuple[tuple[datetime, int], ...]
    mentees: int
    answered: int
    quorum: int
    state: PollState
    ends_at: datetime
    at: datetime | None
    now: datetime


async def counted(db: Database, actor: Actor, *, poll_id: UUID, profile: Profile) -> Counted:
    async with db.reading() as tx:
        poll = await tx.get(GroupPoll, poll_id)
        actor.must(May.OFFER_MEETING, poll)
        pairs = await group_of(tx, poll.group_id, poll.offered_by)
        theirs = {one.mentee_participation_id for one in pairs}
        said = {
            one.participation_id: one.ticked
            for one in await tx.polls.answers([poll.id])
            if one.participation_id in theirs
        }
        house = await tx.get(Organisation, poll.organisation_id)
        votes = ticks_of(poll.offered_times, said)
        return Counted(
            zone=house.timezone,
            place=poll.place,
            votes=tuple((at, len(some)) for at, some in votes.items()),
            mentees=len(pairs),
            answered=len(said),
            quorum=profile.group_quorum.of(len(pairs)),
            state=poll.state,
            ends_at=poll.ends_at,
            at=poll.at,
            now=tx.now,
        )


@dataclass(frozen=True)
class MyPoll:
    """A poll under way in the menu of who offered it, or is asked."""

    poll_id: UUID
    offered: bool  # by the actor
    answered: bool  # by the actor
    mentor: str
    pair_ids: frozenset[UUID]  # those of the actor's pairs that find their time by it


async def mine(db: Database, actor: Actor) -> list[MyPoll]:
    """Under way: offered by the actor, or asked of the actor."""
    async with db.reading() as tx:
        pairs = [one for one in await tx.pairs.of_person(actor.person_id, MEETING) if one.group_id]
        if not pairs:
            return []
        polls = await tx.polls.open_of({one.group_id for one in pairs if one.group_id}, tx.now)
        answers = await tx.polls.answers([one.id for one in polls]) if polls else ()
        done = {(one.poll_id, one.participation_id) for one in answers}
        names = await tx.people.names({one.offered_by for one in polls})
        theirs = {
            (one.group_id, one.mentor_id): one.mentee_participation_id
            for one in pairs
            if one.mentee_id == actor.person_id
        }
        found = []
        for poll in polls:
            participation_id = theirs.get((poll.group_id, poll.offered_by))
            offered = poll.offered_by == actor.person_id
            if offered or participation_id is not None:
                found.append(
                    MyPoll(
                        poll_id=poll.id,
                        offered=offered,
                        answered=(poll.id, participation_id) in done,
                        mentor=names[poll.offered_by],
                        pair_ids=frozenset(
                            one.id for one in pairs
                            if (one.group_id, one.mentor_id) == (poll.group_id, poll.offered_by)
                        ),
                    )
                )  # fmt: skip
        return found
