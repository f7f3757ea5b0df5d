"""Letters about a meeting: offer, agreement with its file, reminders, the question after."""

from collections.abc import Callable, Sequence
from uuid import UUID

from bot.domain.meetings import LENGTH, Meeting, MeetingState
from bot.domain.notices import Notice
from bot.domain.pairs import PairState
from bot.domain.spoken import When
from bot.usecases.letters.base import CalendarEntry, Desk, Letter, Letters, Press

# what would bring two together of whom one must not meet anybody now
_NOT_WHILE_PAUSED = frozenset(
    {"meeting-offered", "meeting-agreed", "meeting-tomorrow", "meeting-soon"}
)
Write = Callable[[Meeting, Notice, str, str], Letter | None]


async def _write(desk: Desk, notices: Sequence[Notice], write: Write) -> Letters:
    meetings = await desk.tx.meetings.many({n.subject for n in notices})
    names = await desk.tx.people.names({id_ for m in meetings.values() for id_ in m.parties})
    zones = await desk.tx.programmes.zones({m.organisation_id for m in meetings.values()})
    pairs = await desk.tx.pairs.many({m.pair_id for m in meetings.values()})
    letters: dict[UUID, Letter] = {}
    for notice in notices:
        meeting = meetings.get(notice.subject)
        if meeting is None or notice.to not in meeting.parties:
            continue
        if pairs[meeting.pair_id].state is PairState.PAUSED and notice.kind in _NOT_WHILE_PAUSED:
            continue
        other = next(iter(meeting.parties - {notice.to}))
        letter = write(meeting, notice, names[other], zones[meeting.organisation_id])
        if letter is not None:
            letters[notice.id] = letter
    return letters


async def offered(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """The times as buttons: one tap agrees."""

    def write(meeting: Meeting, notice: Notice, partner: str, zone: str) -> Letter | None:
        ahead = [at for at in meeting.offered_times if at > desk.tx.now]
        if meeting.state is not MeetingState.OFFERED or not ahead:
            return None
        rows = tuple(
            (
                Press(
                    "button-time",
                    "pick-time",
                    meeting.id,
                    {"at": When(at, zone, desk.tx.now)},
                    value=str(int(at.timestamp())),
                ),
            )
            for at in ahead
        )
        other = (Press("button-no-time-fits", "no-time-fits", meeting.id),)
        return Letter(
            "letter-meeting-offered",
            {"partner": partner, "place": meeting.place},
            buttons=(*rows, other),
        )

    return await _write(desk, notices, write)


def _facts(desk: Desk, meeting: Meeting, partner: str, zone: str) -> dict[str, object]:
    assert meeting.at is not None
    at = When(meeting.at, zone, desk.tx.now)
    return {"partner": partner, "at": at, "place": meeting.place}


async def agreed(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To both, with a file for their calendars."""

    def write(meeting: Meeting, notice: Notice, partner: str, zone: str) -> Letter | None:
        if meeting.state is not MeetingState.AGREED or meeting.at is None:
            return None
        entry = CalendarEntry(
            meeting_id=meeting.id,
            sequence=meeting.sequence,
            starts_at=meeting.at,
            length=LENGTH,
            stamped_at=desk.tx.now,
            zone=zone,
            with_whom=partner,
            place=meeting.place,
        )
        return Letter("letter-meeting-agreed", _facts(desk, meeting, partner, zone), calendar=entry)

    return await _write(desk, notices, write)


async def ahead(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """The day before and an hour before."""

    def write(meeting: Meeting, notice: Notice, partner: str, zone: str) -> Letter | None:
        if meeting.state is not MeetingState.AGREED or meeting.at is None:
            return None
        if meeting.at <= desk.tx.now:
            return None
        buttons = ((Press("button-cancel-meeting", "cancel-meeting", meeting.id),),)
        return Letter(
            f"letter-{notice.kind}", _facts(desk, meeting, partner, zone), buttons=buttons
        )

    return await _write(desk, notices, write)


async def receipt(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """One tap: it took place, it was moved, it did not."""

    def write(meeting: Meeting, notice: Notice, partner: str, zone: str) -> Letter | None:
        if meeting.at is None or meeting.says(notice.to) is not None:
            return None
        if meeting.state in (MeetingState.CANCELLED, MeetingState.OFFERED):
            return None
        presses = tuple(
            Press(f"button-receipt-{word}", "confirm-meeting", meeting.id, value=word)
            for word in ("held", "moved", "not-held")
        )
        return Letter(
            "letter-meeting-receipt",
            _facts(desk, meeting, partner, zone),
            buttons=(presses,),
        )

    return await _write(desk, notices, write)


async def cancelled(desk: Desk, notices: Sequence[Notice]) -> Letters:
    def write(meeting: Meeting, notice: Notice, partner: str, zone: str) -> Letter | None:
        if meeting.state is not MeetingState.CANCELLED:
            return None
        offer_anew = notice.to == meeting.mentor_id
        press = (
            Press("button-offer-meeting", "offer-meeting", meeting.pair_id)
            if offer_anew
            else Press("button-to-menu", "open-menu", meeting.id)
        )
        if meeting.at is None:
            refused = notice.to == meeting.offered_by
            key = "letter-no-time-fitted" if refused else "letter-offer-withdrawn"
            return Letter(key, {"partner": partner}, buttons=((press,),))
        facts = _facts(desk, meeting, partner, zone)
        key = f"letter-meeting-cancelled-{'mentor' if offer_anew else 'mentee'}"
        return Letter(key, facts, buttons=((press,),))

    return await _write(desk, notices, write)
