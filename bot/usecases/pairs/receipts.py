"""After a meeting: what the mentor adds about it, and a meeting written down when it was over."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.meeting_errors import AlreadyLogged
from bot.domain.meetings import OLDEST_LOGGED, Meeting, MeetingKind, MeetingState, Progress
from bot.domain.pairs import Pair
from bot.storage.database import Database
from bot.usecases.bases.speaking_for import who_acts
from bot.usecases.pairs.meeting_hours import pair_to_meet
from bot.usecases.pairs.meeting_kinds import next_kind
from bot.usecases.pairs.moving import meeting_held
from bot.usecases.pairs.reminding import tell, tidy

LONGEST_MINUTES = 480
SILENCE = timedelta(days=3)  # after the question, which stays useful as long
MOODS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Details:
    """What of it the mentor tells now; None leaves what is there."""

    kind: MeetingKind | None = None
    minutes: int | None = None
    progress: Progress | None = None
    mood: int | None = None
    next_step: str | None = None


async def take_silence(db: Database) -> int:
    """Who says nothing against the other's word for days agrees to it; how many pairs went on.

    Without this a pair of which one never answers would stay before its first meeting for ever.
    """
    async with db.reading() as tx:
        due = await tx.meetings.half_told(tx.now - SILENCE)
    moved = 0
    for meeting_id, pair_id in due:
        async with db.transaction() as tx:
            meeting, pair = await tx.get(Meeting, meeting_id), await tx.get(Pair, pair_id)
            if meeting.state is MeetingState.HELD and not meeting.taken:
                meeting.taken = True
                await meeting_held(tx, pair, meeting.kind)
                moved += 1
    return moved


async def tell_more(
    db: Database,
    actor: Actor,
    *,
    meeting_id: UUID,
    details: Details,
    speaking_for: UUID | None = None,
) -> None:
    """One thing or all; a second press says the same again.

    Raises `Gone` for a meeting the mentor does not say was held, or a value nobody offered.
    """
    if details.minutes is not None and not 0 < details.minutes <= LONGEST_MINUTES:
        raise Gone
    if details.mood is not None and details.mood not in MOODS:
        raise Gone
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        pair = await tx.get(Pair, meeting.pair_id)
        me = await who_acts(tx, actor, pair, May.CONFIRM_MEETING, speaking_for)
        if me != meeting.mentor_id or not meeting.was_held_to(me):
            raise Gone
        told: dict[str, Any] = {
            "kind": details.kind,
            "minutes": details.minutes,
            "progress": details.progress,
            "mood": details.mood,
            "next_step": tidy(details.next_step),
        }
        for name, value in told.items():
            if value is not None:
                setattr(meeting, name, value)
        meeting.said_by(me, actor.person_id)


@dataclass(frozen=True)
class Past:
    """What is needed to write down a meeting that was."""

    partner: str
    name: str | None  # of whom the team speaks for; None: the actor speaks for themselves
    is_mentor: bool
    earliest: date
    today: date
    zone: str
    now: datetime


async def to_log(
    db: Database, actor: Actor, *, pair_id: UUID, speaking_for: UUID | None = None
) -> Past:
    """Since they are a pair, as long as people remember. Raises `PairPaused`, `Gone`."""
    async with db.reading() as tx:
        pair, me, house = await pair_to_meet(tx, actor, pair_id, May.CONFIRM_MEETING, speaking_for)
        names = await tx.people.names(pair.parties)
        since = max(pair.active_since or tx.now, tx.now - OLDEST_LOGGED)
        return Past(
            partner=names[pair.partner(me)],
            name=names[me] if speaking_for is not None else None,
            is_mentor=me == pair.mentor_id,
            earliest=moments.local(since, house.timezone).date(),
            today=moments.local(tx.now, house.timezone).date(),
            zone=house.timezone,
            now=tx.now,
        )


async def log_past(
    db: Database,
    actor: Actor,
    *,
    pair_id: UUID,
    at: datetime,
    place: str,
    kind: MeetingKind | None = None,
    speaking_for: UUID | None = None,
) -> UUID:
    """Either side writes down a meeting that was; the other is asked to confirm it.

    Raises `AlreadyLogged` when the pair has a meeting at that time, `TooEarly`, `MeetingTooOld`.
    """
    async with db.transaction() as tx:
        pair, me, house = await pair_to_meet(tx, actor, pair_id, May.CONFIRM_MEETING, speaking_for)
        since = moments.local(pair.active_since or tx.now, house.timezone).date()
        if moments.local(at, house.timezone).date() < since:
            raise Gone
        await tx.people.lock(pair.parties)
        known = await tx.meetings.around(pair.id, at)
        if mine := next((one for one in known if one.logged_by == me and one.at == at), None):
            return mine.id  # a second press
        if known:
            raise AlreadyLogged
        meeting = Meeting.log(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            pair_id=pair.id,
            mentor_id=pair.mentor_id,
            mentee_id=pair.mentee_id,
            logged_by=me,
            at=at,
            place=place,
            kind=kind or await next_kind(tx, pair),
            now=tx.now,
        )
        meeting.said_by(me, actor.person_id)
        tx.add(meeting)
        await tell(tx, "meeting-receipt", meeting, pair.partner(me))
        return meeting.id
