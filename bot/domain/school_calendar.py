"""When the school is at lessons, on holiday or at exams: learners are left in peace then."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain import moments
from bot.domain.errors import DatesOutOfOrder, HoursNotUnderstood
from bot.domain.ids import new_id
from bot.domain.moments import WEEKDAYS, Zone
from bot.domain.words import Words

AFTER_HOLIDAYS = time(12)
LONGEST_SPAN = timedelta(days=120)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?![\d:.])", re.ASCII)
# "mon": [["08:30", "14:00"]]; a day that is not there has no lessons
Lessons = Mapping[str, Sequence[Sequence[str]]]


class SpanKind(StrEnum):
    HOLIDAYS = "holidays"
    EXAMS = "exams"


@dataclass(eq=False, kw_only=True)
class CalendarSpan:
    """Days of the school year, the last one included."""

    organisation_id: UUID
    kind: SpanKind
    starts_on: date
    ends_on: date
    title: str | None = None
    id: UUID = field(default_factory=new_id)

    @classmethod
    def plan(
        cls, *, organisation_id: UUID, kind: SpanKind, starts_on: date, ends_on: date
    ) -> "CalendarSpan":
        if starts_on > ends_on or ends_on - starts_on > LONGEST_SPAN:
            raise DatesOutOfOrder
        return cls(organisation_id=organisation_id, kind=kind, starts_on=starts_on, ends_on=ends_on)

    def holds(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


def days_within(first: date, last: date, spans: Iterable[tuple[date, date]]) -> int:
    """How many days from the first to the last lie in the spans (first and last days); none twice,
    where two of them overlap."""
    days, counted = 0, first
    for begin, end in sorted(spans):
        begin, end = max(begin, counted), min(end, last)
        if begin <= end:
            days += (end - begin).days + 1
            counted = end + timedelta(days=1)
    return days


@dataclass(frozen=True)
class UsualSpan:
    """A span as it usually lies: (month, day) of its first and last day."""

    title: Words
    first: tuple[int, int]
    last: tuple[int, int]

    def within(self, starts_on: date, ends_on: date) -> list[tuple[date, date]]:
        """The spans of this kind that touch the days of a programme."""
        found = []
        for year in range(starts_on.year - 1, ends_on.year + 1):
            first = date(year, *self.first)
            last = date(year + (self.last < self.first), *self.last)
            if first <= ends_on and last >= starts_on:
                found.append((first, last))
        return found


@dataclass(frozen=True)
class LessonHours:
    key: str
    title: Words
    start: time
    end: time


@dataclass(frozen=True)
class UsualYear:
    holidays: tuple[UsualSpan, ...]
    lessons: tuple[LessonHours, ...]


def every_school_day(start: time, end: time) -> dict[str, list[list[str]]]:
    """These lesson hours from Monday to Friday."""
    return {day: [[f"{start:%H:%M}", f"{end:%H:%M}"]] for day in WEEKDAYS[:5]}


def typed_hours(raw: str) -> tuple[time, time]:
    """Two times, whatever stands between: "8:30-14:00", "9 to 15". Raises `HoursNotUnderstood`."""
    found = _TIME.findall(raw)
    try:
        start, end = (time(int(hour), int(minute or 0)) for hour, minute in found)
    except ValueError:
        raise HoursNotUnderstood from None
    if start >= end:
        raise HoursNotUnderstood
    return start, end


def after_lessons(moment: datetime, zone: Zone, lessons: Lessons) -> datetime:
    """The earliest instant, not before the given one, that is outside of lessons."""
    wall = moments.local(moment, zone)
    for start, end in sorted(tuple(span) for span in lessons.get(WEEKDAYS[wall.weekday()], ())):
        if time.fromisoformat(start) <= wall.time() < time.fromisoformat(end):
            moment = moments.instant(wall.date(), time.fromisoformat(end), zone)
            wall = moments.local(moment, zone)
    return moment


@dataclass(frozen=True)
class School:
    """What one organisation's calendar says about when to write to its learners."""

    zone: str
    lessons: Lessons
    holidays: tuple[CalendarSpan, ...]

    def after_holidays(self, moment: datetime) -> datetime:
        """The moment itself, or noon of the first day after the holidays it lies in."""
        day = moments.local(moment, self.zone).date()
        while span := next((one for one in self.holidays if one.holds(day)), None):
            day = span.ends_on + timedelta(days=1)
        if day == moments.local(moment, self.zone).date():
            return moment
        return moments.instant(day, AFTER_HOLIDAYS, self.zone)
