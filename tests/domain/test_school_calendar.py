"""Lessons and holidays: what is typed, and when learners are left in peace."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest

from bot.domain.errors import DatesOutOfOrder, HoursNotUnderstood
from bot.domain.school_calendar import (
    CalendarSpan,
    School,
    SpanKind,
    UsualSpan,
    after_lessons,
    every_school_day,
    typed_hours,
)
from bot.domain.words import Words

ZONE = "Asia/Yekaterinburg"  # UTC+5
LESSONS = every_school_day(time(8, 30), time(14))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In Chelyabinsk, November 2026: the 2nd is a Monday."""
    return datetime(2026, 11, day, hour - 5, minute, tzinfo=UTC)


def span(first: date, last: date) -> CalendarSpan:
    return CalendarSpan.plan(
        organisation_id=uuid4(), kind=SpanKind.HOLIDAYS, starts_on=first, ends_on=last
    )


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("8:30-14:00", (time(8, 30), time(14))),
        ("8.30 – 14", (time(8, 30), time(14))),
        ("с 9 до 15:20", (time(9), time(15, 20))),
        ("from 9 to 15", (time(9), time(15))),
    ],
)
def test_hours_are_typed_as_people_say_them(said: str, hours: tuple[time, time]) -> None:
    assert typed_hours(said) == hours


@pytest.mark.parametrize("said", ["", "утром", "14:00-8:30", "8:30", "25-26", "8-9-10", "8:99-10"])
def test_what_is_no_span_of_hours_is_refused(said: str) -> None:
    with pytest.raises(HoursNotUnderstood):
        typed_hours(said)


@pytest.mark.parametrize(
    ("now", "free"),
    [
        (at(2, 8, 29), at(2, 8, 29)),
        (at(2, 8, 30), at(2, 14)),
        (at(2, 13, 59), at(2, 14)),
        (at(2, 14), at(2, 14)),
        (at(7, 10), at(7, 10)),  # Saturday
    ],
)
def test_nobody_is_written_to_at_lessons(now: datetime, free: datetime) -> None:
    assert after_lessons(now, ZONE, LESSONS) == free


def test_two_shifts_that_touch_are_one_stretch() -> None:
    both = {"mon": [["13:30", "18:00"], ["08:30", "14:00"]]}
    assert after_lessons(at(2, 9), ZONE, both) == at(2, 18)


def test_holidays_end_at_noon_of_the_first_school_day() -> None:
    free = (span(date(2026, 11, 2), date(2026, 11, 5)), span(date(2026, 11, 6), date(2026, 11, 8)))
    school = School(ZONE, LESSONS, free)
    assert school.after_holidays(at(2, 9)) == at(9, 12)
    assert school.after_holidays(at(9, 9)) == at(9, 9)


def test_holidays_neither_end_before_they_begin_nor_last_for_ever() -> None:
    for first, last in (
        (date(2026, 11, 5), date(2026, 11, 4)),
        (date(2026, 9, 1), date(2027, 5, 31)),
    ):
        with pytest.raises(DatesOutOfOrder):
            span(first, last)
    assert span(date(2026, 11, 5), date(2026, 11, 5)).holds(date(2026, 11, 5))


def test_winter_holidays_run_into_the_next_year() -> None:
    winter = UsualSpan(Words.of({"ru": "Зимние"}), (12, 30), (1, 11))
    assert winter.within(date(2026, 9, 1), date(2027, 5, 31)) == [
        (date(2026, 12, 30), date(2027, 1, 11))
    ]
    assert winter.within(date(2027, 1, 10), date(2027, 5, 31)) == [
        (date(2026, 12, 30), date(2027, 1, 11))
    ]
