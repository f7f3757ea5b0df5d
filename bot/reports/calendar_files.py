"""A meeting as a calendar file (iCalendar, RFC 5545) that any phone opens.

- One meeting keeps one UID for ever; each change raises SEQUENCE, so that a calendar moves the
  entry it has instead of adding a second one.
- The time is written as wall time with its zone and the zone's rules beside it.
- Nothing about a person gets in except the words passed by the caller, and those are private.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from bot.domain import moments

if TYPE_CHECKING:  # a library that most processes never need, and slow to import
    from icalendar import Alarm, Event, Timezone

PRODUCT = "-//Tandem//Mentoring meetings//EN"


@dataclass(frozen=True, kw_only=True)
class MeetingAlarm:
    """A ring of the reader's own phone, `before` the meeting."""

    before: timedelta
    text: str


@dataclass(frozen=True, kw_only=True)
class MeetingEntry:
    """One meeting in the reader's language; `starts_at` and `stamped_at` are instants."""

    meeting: UUID
    sequence: int
    starts_at: datetime
    zone: str
    duration: timedelta
    stamped_at: datetime
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    alarms: tuple[MeetingAlarm, ...] = ()
    cancelled: bool = False


def meeting_file(*entries: MeetingEntry, name: str | None = None) -> bytes:
    """The .ics file of one meeting, of a series, or (with a `name`) of a whole calendar.

    A few milliseconds, but a slow first import of the library.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name is not None:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry))
    years = [entry.starts_at.year for entry in entries]
    for zone in sorted(calendar.get_missing_tzids()):
        calendar.subcomponents.insert(0, _rules(zone, min(years), max(years)))
    content: bytes = calendar.to_ical()
    return content


def feed_file(entries: Sequence[MeetingEntry], name: str) -> bytes:
    """A whole calendar, also one without a meeting in it."""
    return meeting_file(*entries, name=name)


@cache
def _rules(zone: str, first: int, last: int) -> "Timezone":
    """The rules of the years around the meetings are enough, and keep the file small.

    Kept: finding them out takes 30 ms, and a school lives in one zone.
    """
    from icalendar import Timezone

    return Timezone.from_tzid(
        zone, first_date=date(first - 1, 1, 1), last_date=date(last + 2, 1, 1)
    )


def _event(entry: MeetingEntry) -> "Event":
    from icalendar import Event

    event = Event()
    # RFC 7986 wants a bare UUID here: no host name, nothing about anybody.
    event.add("uid", str(entry.meeting))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamped_at.astimezone(UTC))
    event.add("last-modified", entry.stamped_at.astimezone(UTC))
    event.add("dtstart", _start(entry))
    # Not DTEND: an end in the hour that clocks repeat could not be told from its twin.
    event.add("duration", entry.duration)
    event.add("summary", entry.summary)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    for name, text in (
        ("description", entry.description),
        ("location", entry.location),
        ("url", entry.url),
    ):
        if text:
            event.add(name, text)
    if not entry.cancelled:
        for alarm in entry.alarms:
            event.add_component(_alarm(alarm))
    return event


def _start(entry: MeetingEntry) -> datetime:
    wall = moments.local(entry.starts_at, entry.zone)
    # A wall time with a zone always means the first of two equal hours; the second needs UTC.
    return entry.starts_at.astimezone(UTC) if wall.fold else wall


def _alarm(alarm: MeetingAlarm) -> "Alarm":
    from icalendar import Alarm

    ring = Alarm()
    ring.add("action", "DISPLAY")
    ring.add("trigger", -alarm.before)
    ring.add("description", alarm.text)
    return ring
