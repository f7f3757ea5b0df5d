"""A series comes with its first meeting: every one of them is a meeting of its own.

So each can be moved or called off alone, and has its own receipt.
"""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.meeting_series import following
from bot.domain.meetings import LENGTH, Meeting, MeetingState
from bot.domain.programmes import Organisation
from bot.domain.school_calendar import CalendarSpan, SpanKind
from bot.storage.database import Database, Transaction
from bot.usecases.pairs.reminding import OFFERED_KINDS, REMINDERS, tell, tidy


async def follow(tx: Transaction, first: Meeting, house: Organisation) -> list[Meeting]:
    """The meetings after the first one; none in holidays, and none at an hour that is taken."""
    if first.repeats is None or first.repeats_until is None or first.series_id is not None:
        return []
    assert first.at is not None
    zone = house.timezone
    times = following(first.at, first.repeats, first.repeats_until, zone)
    first.series_id = new_id()
    if not times:
        return []
    off = await holidays(tx, house.id, moments.local(first.at, zone).date())
    busy = await tx.meetings.busy(first.parties, times[0], times[-1], but=first.id)
    found = [
        _next(first, at)
        for at in times
        if not on_holiday(at, zone, off) and all(abs(at - one) >= LENGTH for one in busy)
    ]
    for meeting in found:
        tx.add(meeting)
    return found


async def holidays(tx: Transaction, organisation_id: UUID, since: date) -> list[CalendarSpan]:
    spans = await tx.stages.calendar({organisation_id}, since)
    return [span for span in spans if span.kind is SpanKind.HOLIDAYS]


def on_holiday(at: datetime, zone: str, spans: Collection[CalendarSpan]) -> bool:
    day = moments.local(at, zone).date()
    return any(span.holds(day) for span in spans)


def _next(first: Meeting, at: datetime) -> Meeting:
    return Meeting(
        organisation_id=first.organisation_id,
        programme_id=first.programme_id,
        pair_id=first.pair_id,
        mentor_id=first.mentor_id,
        mentee_id=first.mentee_id,
        offered_by=first.offered_by,
        offered_at=first.offered_at,
        times=[at.isoformat()],
        place=first.place,
        kind=first.kind,
        where=first.where,
        at=at,
        state=MeetingState.AGREED,
        sequence=first.sequence,
        series_id=first.series_id,
    )


async def cancel_series(
    db: Database, actor: Actor, *, meeting_id: UUID, reason: str | None = None
) -> int:
    """This meeting and all that follow in its series; how many were called off. One letter."""
    async with db.transaction() as tx:
        meeting = await tx.get(Meeting, meeting_id)
        actor.must(May.PICK_MEETING, meeting)
        if meeting.series_id is None:
            raise Gone
        since = meeting.at or tx.now
        rest = [
            one
            for one in await tx.meetings.ahead_of_series(meeting.series_id, tx.now)
            if one.at is None or one.at >= since
        ]
        for one in rest:
            one.cancel(actor.person_id, tidy(reason))
        await tx.notices.forget_about(
            [one.id for one in rest], (*REMINDERS, *OFFERED_KINDS, "meeting-agreed")
        )
        if rest:
            await tell(tx, "series-cancelled", meeting, *(meeting.parties - {actor.person_id}))
        return len(rest)
