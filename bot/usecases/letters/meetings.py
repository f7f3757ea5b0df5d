"""Letters about a meeting: offer, agreement with its file, reminders, the question after."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from bot.domain.meeting_words import in_words
from bot.domain.meetings import LENGTH, Meeting, MeetingState
from bot.domain.notices import Notice
from bot.domain.pairs import PairState
from bot.domain.spoken import When
from bot.usecases.letters.base import CalendarEntry, Desk, Letter, Letters, Press

# what would bring two together of whom one must not meet anybody now
_NOT_WHILE_PAUSED = frozenset(
    {"meeting-offered", "meeting-moved", "meeting-agreed", "meeting-tomorrow", "meeting-soon"}
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
        other = (Press("button-other-time", "counter-meeting", meeting.id),)
        if meeting.was_at is not None:
            was = When(meeting.was_at, zone, desk.tx.now)
            moved = {"partner": partner, "at": was, **_why(desk, meeting)}
            return Letter("letter-meeting-moved", moved, buttons=(*rows, other))
        facts = {
            "partner": partner,
            "kind": desk.profile.meeting_cards[meeting.kind].title,
            "counter": meeting.changed_by is not None,
            "repeats": str(meeting.repeats or "once"),
            **_spot(meeting),
        }
        return Letter("letter-meeting-offered", facts, buttons=(*rows, other))

    return await _write(desk, notices, write)


def _facts(desk: Desk, meeting: Meeting, partner: str, zone: str) -> dict[str, object]:
    assert meeting.at is not None
    at = When(meeting.at, zone, desk.tx.now)
    return {"partner": partner, "at": at, **_spot(meeting)}


def _spot(meeting: Meeting) -> dict[str, object]:
    """Where: online or not, and the link or the place in words when there is one."""
    return {
        "place": meeting.place,
        "has_where": meeting.where is not None,
        "where": meeting.where or "",
    }


def _why(desk: Desk, meeting: Meeting) -> dict[str, object]:
    """The reason in words, as who moved it or called it off has given it."""
    reason = in_words(desk.profile.meeting_reasons, meeting.reason)
    return {"has_reason": reason is not None, "reason": reason or ""}


def _entry(desk: Desk, meeting: Meeting, at: datetime, partner: str, zone: str) -> CalendarEntry:
    return CalendarEntry(
        meeting_id=meeting.id,
        sequence=meeting.sequence,
        starts_at=at,
        length=LENGTH,
        stamped_at=desk.tx.now,
        zone=zone,
        with_whom=partner,
        place=meeting.place,
        where=meeting.where,
        cancelled=meeting.state is MeetingState.CANCELLED,
    )


async def agreed(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To both, with a file for their calendars: of the whole series, if that begins with it."""
    found = await desk.tx.meetings.many({n.subject for n in notices})
    series = await desk.tx.meetings.of_series({m.series_id for m in found.values() if m.series_id})

    def write(meeting: Meeting, notice: Notice, partner: str, zone: str) -> Letter | None:
        if meeting.state is not MeetingState.AGREED or meeting.at is None:
            return None
        together = [meeting]
        begins = meeting.repeats is not None and meeting.was_at is None  # moved, it is an exception
        if begins and meeting.series_id is not None:
            together += [m for m in series[meeting.series_id] if m is not meeting]
        entries = tuple(
            _entry(desk, one, one.at, partner, zone)
            for one in together
            if one.at is not None and one.state is MeetingState.AGREED
        )
        facts = _facts(desk, meeting, partner, zone) | {"number": len(entries)}
        key = "letter-series-agreed" if len(entries) > 1 else "letter-meeting-agreed"
        if notice.kind == "meeting-where":
            key = "letter-meeting-where"
            entries = (_entry(desk, meeting, meeting.at, partner, zone),)
        return Letter(key, facts, calendar=entries)

    return await _write(desk, notices, write)


async def ahead(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """The day before and an hour before."""

    def write(meeting: Meeting, notice: Notice, partner: str, zone: str) -> Letter | None:
        if meeting.state is not MeetingState.AGREED or meeting.at is None:
            return None
        if meeting.at <= desk.tx.now:
            return None
        buttons = (
            (Press("button-move-meeting", "move-meeting", meeting.id),),
            (Press("button-cancel-meeting", "cancel-meeting", meeting.id),),
        )
        card = desk.profile.meeting_cards[meeting.kind]
        facts = _facts(desk, meeting, partner, zone) | {"kind": card.title, "bring": card.bring}
        return Letter(f"letter-{notice.kind}", facts, buttons=buttons)

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
        if meeting.logged_by is not None:
            key, presses = "letter-meeting-logged", (presses[0], presses[2])  # it was not moved
        else:
            key = "letter-meeting-receipt"
        return Letter(key, _facts(desk, meeting, partner, zone), buttons=(presses,))

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
        why = _why(desk, meeting)
        was_at = meeting.at or meeting.was_at
        if was_at is None:
            refused = notice.to == meeting.offered_by
            key = "letter-no-time-fitted" if refused else "letter-offer-withdrawn"
            return Letter(key, {"partner": partner, **why}, buttons=((press,),))
        facts = {"partner": partner, "at": When(was_at, zone, desk.tx.now), **why}
        key = f"letter-meeting-cancelled-{'mentor' if offer_anew else 'mentee'}"
        entry = _entry(desk, meeting, was_at, partner, zone)
        return Letter(key, facts, buttons=((press,),), calendar=(entry,))

    return await _write(desk, notices, write)


async def series_cancelled(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """All that were to come are off, with a file that takes them out of the calendar."""
    found = await desk.tx.meetings.many({n.subject for n in notices})
    series = await desk.tx.meetings.of_series({m.series_id for m in found.values() if m.series_id})

    def write(meeting: Meeting, notice: Notice, partner: str, zone: str) -> Letter | None:
        off = [
            one
            for one in (series[meeting.series_id] if meeting.series_id else ())
            if one.state is MeetingState.CANCELLED and one.at is not None and one.at > desk.tx.now
        ]
        if not off:
            return None
        entries = tuple(_entry(desk, one, one.at, partner, zone) for one in off if one.at)
        facts = {"partner": partner, "number": len(off), **_why(desk, meeting)}
        return Letter("letter-series-cancelled", facts, calendar=entries)

    return await _write(desk, notices, write)


async def to_attend(desk: Desk, notices: Sequence[Notice]) -> Letters:
    """To the curator: an adult and a minor meet, and not alone."""
    found = await desk.tx.meetings.many({n.subject for n in notices})
    names = await desk.tx.people.names({id_ for m in found.values() for id_ in m.parties})
    zones = await desk.tx.programmes.zones({m.organisation_id for m in found.values()})
    letters: dict[UUID, Letter] = {}
    for notice in notices:
        meeting = found.get(notice.subject)
        if meeting is None or meeting.at is None or meeting.state is not MeetingState.AGREED:
            continue
        at = When(meeting.at, zones[meeting.organisation_id], desk.tx.now)
        facts = {"mentee": names[meeting.mentee_id], "mentor": names[meeting.mentor_id], "at": at}
        letters[notice.id] = Letter(
            "letter-meeting-to-attend",
            facts,
            buttons=((Press("button-open-pair", "open-pair", meeting.pair_id),),),
        )
    return letters
