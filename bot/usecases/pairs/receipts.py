"""After a meeting: what the mentor adds about it, and a meeting written down when it was over."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import AlreadyLogged, Gone, PairPaused
from bot.domain.meetings import Meeting, MeetingKind, Progress
from bot.domain.pairs import MEETING, Pair, PairState
from bot.storage.database import Database
from bot.usecases.bases.speaking_for import who_acts
from bot.usecases.pairs.meeting_kinds import next_kind
from bot.usecases.pairs.reminding import tell, tidy

LONGEST_MINUTES = 480
MOODS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Details:
    """What of it the mentor tells now; None leaves what is there."""

    kind: MeetingKind | None = None
    minutes: int | None = None
    progress: Progress | None = None
    mood: int | None = None
    next_step: str | None = None


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
        pair = await tx.get(Pair, pair_id)
        me = await who_acts(tx, actor, pair, May.CONFIRM_MEETING, speaking_for)
        if pair.state is PairState.PAUSED:
            raise PairPaused
        if pair.state not in MEETING or (pair.active_since or tx.now) > at:
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
        tx.add(meeting)
        await tell(tx, "meeting-receipt", meeting, pair.partner(me))
        return meeting.id
