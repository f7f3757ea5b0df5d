"""The calendar file of a meeting, read back as a phone would read it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Alarm, Calendar, Event

from bot.reports.calendar_files import MeetingAlarm, MeetingEntry, meeting_file

MEETING = MeetingEntry(
    meeting=UUID("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
    sequence=0,
    starts_at=datetime(2026, 3, 12, 10, 30, tzinfo=UTC),
    zone="Asia/Yekaterinburg",
    duration=timedelta(minutes=45),
    stamped_at=datetime(2026, 3, 1, 9, 0, tzinfo=UTC),
    summary="Встреча с Олегом",
    description="Физика; задачи, 1-я часть\nВозьми тетрадь",
    location="Школа 12, библиотека",
    url="https://example.org/room?a=1&b=2",
    alarms=(
        MeetingAlarm(before=timedelta(days=1), text="Завтра встреча"),
        MeetingAlarm(before=timedelta(hours=1), text="Через час встреча"),
    ),
)


def read(entry: MeetingEntry) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(meeting_file(entry))
    assert isinstance(calendar, Calendar)
    [event] = calendar.events
    return calendar, event


def starts(event: Event) -> datetime:
    assert isinstance(event.start, datetime)  # and not the date of a whole day
    return event.start.astimezone(UTC)


def test_a_phone_reads_the_same_meeting() -> None:
    calendar, event = read(MEETING)
    assert calendar["method"] == "PUBLISH"
    assert starts(event) == MEETING.starts_at
    assert event.duration == timedelta(minutes=45)
    assert event["summary"] == "Встреча с Олегом"
    assert event["description"] == "Физика; задачи, 1-я часть\nВозьми тетрадь"
    assert event["location"] == "Школа 12, библиотека"
    assert event["url"] == "https://example.org/room?a=1&b=2"
    assert event["status"] == "CONFIRMED"
    assert event["class"] == "PRIVATE"


def test_the_time_is_wall_time_with_its_zone_and_the_rules_of_the_zone() -> None:
    text = meeting_file(MEETING).decode()
    assert "DTSTART;TZID=Asia/Yekaterinburg:20260312T153000\r\n" in text
    assert "BEGIN:VTIMEZONE\r\nTZID:Asia/Yekaterinburg\r\n" in text
    assert text.count("BEGIN:VTIMEZONE") == 1


def test_both_alarms_ring_before_the_meeting() -> None:
    _, event = read(MEETING)
    alarms = [each for each in event.walk("VALARM") if isinstance(each, Alarm)]
    rings = {str(alarm["description"]): alarm.TRIGGER for alarm in alarms}
    assert rings == {
        "Завтра встреча": timedelta(days=-1),
        "Через час встреча": timedelta(hours=-1),
    }


def test_a_moved_meeting_is_the_same_entry_with_a_higher_sequence() -> None:
    moved = replace(MEETING, sequence=1, starts_at=MEETING.starts_at + timedelta(days=7))
    (_, before), (_, after) = read(MEETING), read(moved)
    assert before["uid"] == after["uid"] == str(MEETING.meeting)
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert starts(after) == moved.starts_at


def test_a_cancelled_meeting_is_the_same_entry_and_rings_no_more() -> None:
    calendar, event = read(replace(MEETING, sequence=2, cancelled=True))
    assert calendar["method"] == "PUBLISH"
    assert event["uid"] == str(MEETING.meeting)
    assert event["status"] == "CANCELLED"
    assert event.walk("VALARM") == []


def test_nothing_is_in_the_file_that_was_not_passed() -> None:
    bare = replace(MEETING, summary="Встреча", description="", location="", url="", alarms=())
    _, event = read(bare)
    assert set(event) == {
        "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DURATION", "SUMMARY", "CLASS",
        "STATUS",
    }  # fmt: skip


def test_words_cannot_smuggle_in_another_property() -> None:
    _, event = read(replace(MEETING, summary="Привет\r\nATTENDEE:mailto:x@example.org"))
    assert "ATTENDEE" not in event


@pytest.mark.parametrize("minutes", range(0, 181, 30))
def test_the_night_the_clocks_go_back_loses_no_hour(minutes: int) -> None:
    at = datetime(2026, 10, 24, 23, 30, tzinfo=UTC) + timedelta(minutes=minutes)
    _, event = read(replace(MEETING, zone="Europe/Berlin", starts_at=at))
    assert starts(event) == at
    assert event.duration == MEETING.duration


@settings(max_examples=40, deadline=None)
@given(
    zone=st.sampled_from(sorted(available_timezones())),
    starts_at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
)
def test_in_every_zone_the_instant_comes_back(zone: str, starts_at: datetime) -> None:
    starts_at = starts_at.replace(microsecond=0)
    _, event = read(replace(MEETING, zone=zone, starts_at=starts_at))
    assert starts(event) == starts_at
