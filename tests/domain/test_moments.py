"""Local time: a table of known days, and properties over every zone there is."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.moments import (
    QUIET_HOURS,
    ClockRules,
    QuietHours,
    Slot,
    after_quiet,
    before,
    day_before_at,
    in_quiet_hours,
    instant,
    local,
    next_times,
    next_weekly,
)
from tests.lengths import length

ZONES = sorted(available_timezones())
# eight properties of the wall share a million cases in `make soak`
CASES = settings(max_examples=length(100, 145_000), deadline=None)
LATE = QuietHours(time(21), time(2, 30))
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

zones = st.sampled_from(ZONES)
# Zones change their clocks often in these years: Samoa's lost Friday, the Kazakh and Russian moves.
moments = st.datetimes(datetime(1985, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC))
days = st.dates(date(1985, 1, 1), date(2037, 1, 1))
walls = st.times()
hours = st.integers(0, 23)
quiets = st.builds(QuietHours, walls, walls)
slots = st.builds(Slot, st.integers(0, 6), st.integers(0, 22))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def near_a_clock_change(zone: str, start: datetime) -> datetime:
    """An instant minutes before the zone's next change of clocks, or `start` when there is none."""
    tz, step = ZoneInfo(zone), timedelta(days=20)
    low = start
    for _ in range(20):
        if low.astimezone(tz).utcoffset() != (low + step).astimezone(tz).utcoffset():
            break
        low += step
    else:
        return start
    while step > MINUTE:
        step /= 2
        if low.astimezone(tz).utcoffset() == (low + step).astimezone(tz).utcoffset():
            low += step
    return low


@pytest.mark.parametrize(
    ("zone", "day", "at", "expected"),
    [
        ("Asia/Yekaterinburg", "2026-03-12", "15:30", "2026-03-12T10:30"),
        ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00"),  # gap: shown as 03:00
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30"),  # repeated: the first
        ("America/New_York", "2026-03-08", "02:00", "2026-03-08T07:00"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30"),  # a gap of 30 min
        ("Pacific/Apia", "2011-12-30", "10:00", "2011-12-30T10:00"),  # a day that never was
        ("America/Sao_Paulo", "2018-11-04", "00:00", "2018-11-04T03:00"),  # midnight in a gap
        ("Asia/Almaty", "2024-02-29", "10:00", "2024-02-29T04:00"),  # +6 until that night,
        ("Asia/Almaty", "2024-03-01", "10:00", "2024-03-01T05:00"),  # +5 after it
        ("Asia/Kathmandu", "2026-01-01", "05:45", "2026-01-01T00:00"),
    ],
)
def test_a_wall_time_becomes_the_known_instant(zone: str, day: str, at: str, expected: str) -> None:
    assert instant(date.fromisoformat(day), time.fromisoformat(at), zone) == utc(expected)


@CASES
@given(zones, days, walls)
def test_an_instant_shows_the_asked_wall_time_or_the_first_one_after_it(
    zone: str, day: date, at: time
) -> None:
    wanted = datetime.combine(day, at)
    found = instant(day, at, zone)
    shown = local(found, zone).replace(tzinfo=None)
    assert found.tzinfo is UTC
    assert shown >= wanted
    if shown != wanted:  # a gap: a moment ago the wall still showed less than was asked
        assert local(found - timedelta(seconds=1), zone).replace(tzinfo=None) < wanted


@CASES
@given(zones, moments, st.integers(-180, 180))
def test_around_a_change_of_clocks_an_instant_is_the_first_that_reaches_the_wall_time(
    zone: str, start: datetime, minutes: int
) -> None:
    change = near_a_clock_change(zone, start)
    wanted = (local(change, zone).replace(tzinfo=None) + minutes * MINUTE).replace(
        second=0, microsecond=0
    )
    found = instant(wanted.date(), wanted.time(), zone)
    assert local(found, zone).replace(tzinfo=None) >= wanted
    earlier = [local(found - step * MINUTE, zone).replace(tzinfo=None) for step in range(1, 300)]
    assert all(shown < wanted for shown in earlier)


@CASES
@given(zones, moments)
def test_local_time_and_back_is_the_same_instant_except_in_the_second_of_two_equal_hours(
    zone: str, moment: datetime
) -> None:
    wall = local(moment, zone)
    back = instant(wall.date(), wall.time(), zone)
    assert back == moment if wall.fold == 0 else back < moment


@CASES
@given(zones, moments, hours)
def test_the_day_before_is_the_previous_page_of_the_calendar(
    zone: str, when: datetime, hour: int
) -> None:
    found = day_before_at(when, zone, hour)
    yesterday = local(when, zone).date() - DAY
    assert found < when
    assert found == instant(yesterday, time(hour), zone)
    skipped = local(found, zone).replace(tzinfo=None) != datetime.combine(yesterday, time(hour))
    assert not skipped or local(found - MINUTE, zone).date() <= yesterday


def test_an_hour_before_is_an_hour_of_life_on_the_night_the_clocks_change() -> None:
    meeting = datetime(2026, 3, 29, 3, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    assert before(meeting, HOUR) == utc("2026-03-29T00:30")
    assert local(before(meeting, HOUR), "Europe/Berlin").hour == 1


@pytest.mark.parametrize(
    ("at", "quiet"),
    [("20:59", False), ("21:00", True), ("23:59", True), ("00:00", True), ("07:59", True),
     ("08:00", False), ("12:00", False)],
)  # fmt: skip
def test_quiet_hours_begin_at_nine_in_the_evening_and_end_at_eight(at: str, quiet: bool) -> None:
    zone = "Asia/Yekaterinburg"
    moment = instant(date(2026, 3, 12), time.fromisoformat(at), zone)
    assert in_quiet_hours(moment, zone) is quiet


@pytest.mark.parametrize(
    ("zone", "quiet", "given_at", "expected"),
    [
        ("UTC", QUIET_HOURS, "2026-03-12T12:00", "2026-03-12T12:00"),
        ("UTC", QUIET_HOURS, "2026-03-12T22:15", "2026-03-13T08:00"),
        ("UTC", QUIET_HOURS, "2026-03-12T03:00", "2026-03-12T08:00"),
        ("UTC", QuietHours(time(13), time(15)), "2026-03-12T14:59", "2026-03-12T15:00"),
        ("UTC", QuietHours(time(9), time(9)), "2026-03-12T09:00", "2026-03-12T09:00"),
        # The end falls into a gap: over as soon as the wall has jumped past it.
        ("Europe/Berlin", LATE, "2026-03-28T22:00", "2026-03-29T01:00"),
        # The end comes twice, and the given instant lies between the two: the second one.
        ("Europe/Berlin", LATE, "2026-10-25T01:10", "2026-10-25T01:30"),
        # The clocks go back from quiet to lively: no need to wait for the morning.
        ("Europe/Berlin", QuietHours(time(2, 30), time(8)), "2026-10-25T00:40", "2026-10-25T01:00"),
        # Samoa skipped a whole day: its Thursday night ends on Saturday morning.
        ("Pacific/Apia", QUIET_HOURS, "2011-12-30T09:00", "2011-12-30T18:00"),
    ],
)
def test_what_waits_for_the_end_of_quiet_hours_goes_at_the_known_instant(
    zone: str, quiet: QuietHours, given_at: str, expected: str
) -> None:
    assert after_quiet(utc(given_at), zone, quiet) == utc(expected)


@settings(max_examples=length(60, 145_000), deadline=None)
@given(zones, moments, st.integers(-1500, 1500), quiets, st.booleans())
def test_waiting_for_the_end_of_quiet_hours_is_as_short_as_it_can_be(
    zone: str, start: datetime, minutes: int, quiet: QuietHours, at_a_change: bool
) -> None:
    moment = (near_a_clock_change(zone, start) if at_a_change else start) + minutes * MINUTE
    found = after_quiet(moment, zone, quiet)
    assert found >= moment
    assert not in_quiet_hours(found, zone, quiet)
    assert found == moment or in_quiet_hours(moment, zone, quiet)
    step = max((found - moment) / 200, timedelta(microseconds=1))
    waited = [moment + n * step for n in range(200) if moment + n * step < found]
    assert all(in_quiet_hours(earlier, zone, quiet) for earlier in waited)
    if found > moment:
        assert in_quiet_hours(found - timedelta(microseconds=1), zone, quiet)


@CASES
@given(zones, moments, st.integers(0, 6), hours)
def test_next_weekly_is_later_within_a_week_and_on_its_day(
    zone: str, after: datetime, weekday: int, hour: int
) -> None:
    found = next_weekly(after, zone, weekday, hour)
    # A clock change inside the week stretches it, at most by Samoa's day.
    assert after < found <= after + timedelta(days=8, hours=1)
    shown = local(found, zone)
    if (shown.weekday(), shown.time()) != (weekday, time(hour)):
        assert local(found - timedelta(seconds=1), zone).utcoffset() != shown.utcoffset()


def test_next_weekly_at_its_own_instant_is_a_week_later() -> None:
    monday = next_weekly(utc("2026-03-12T10:30"), "Asia/Yekaterinburg", 0, 9)
    assert monday == utc("2026-03-16T04:00")
    assert next_weekly(monday, "Asia/Yekaterinburg", 0, 9) == monday + 7 * DAY



def test_a_slot_is_two_hours_on_a_weekday() -> None:
    slot = Slot.parse("tue-16")
    assert (slot.weekday, slot.start, slot.end) == (1, time(16), time(18))
    assert str(slot) == "tue-16"
    assert str(Slot.parse("wed-9")) == "wed-09"
    assert Slot.parse("sun-22").end == time(0)


@given(slots)
def test_a_slot_reads_back_what_it_writes(slot: Slot) -> None:
    assert Slot.parse(str(slot)) == slot


@pytest.mark.parametrize(
    "code",
    ["", "tue", "tue-", "-16", "tue-23", "tue--1", "tue-4pm", "Tue-16", "tue-16-18", "tue-²"],
)
def test_what_is_not_a_slot_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="slot"):
        Slot.parse(code)


def test_next_times_are_offered_in_order_and_never_earlier_than_asked() -> None:
    free = [Slot.parse("thu-15"), Slot.parse("tue-16"), Slot.parse("thu-15")]
    thursday = utc("2026-03-12T10:30")  # 15:30 in Yekaterinburg: today's slot has begun
    offered = next_times(free, thursday, "Asia/Yekaterinburg", count=3, days=14)
    assert offered == [utc("2026-03-17T11:00"), utc("2026-03-19T10:00"), utc("2026-03-24T11:00")]
    assert next_times(free, thursday, "Asia/Yekaterinburg", count=3, days=4) == []
    assert next_times([], thursday, "Asia/Yekaterinburg", count=3, days=14) == []


@CASES
@given(zones, moments, st.frozensets(slots, max_size=6), st.integers(0, 5), st.integers(0, 20))
def test_next_times_begin_a_slot_within_the_days_asked_for(
    zone: str, after: datetime, free: frozenset[Slot], count: int, ahead: int
) -> None:
    offered = next_times(free, after, zone, count, ahead)
    assert len(offered) <= count
    assert offered == sorted(set(offered))
    for begins in offered:
        assert begins > after
        shown = local(begins, zone)
        if Slot(shown.weekday(), min(shown.hour, 22)) not in free or shown.minute:
            assert local(begins - timedelta(seconds=1), zone).utcoffset() != shown.utcoffset()


def test_an_instant_without_a_zone_is_an_error_and_not_the_zone_of_the_server() -> None:
    naive = datetime(2026, 3, 12, 10, 30)
    with pytest.raises(ValueError, match="time zone"):
        local(naive, "UTC")
    with pytest.raises(ValueError, match="time zone"):
        before(naive, HOUR)
    with pytest.raises(ValueError, match="zone of its own"):
        instant(date(2026, 3, 12), time(10, tzinfo=UTC), "UTC")


def test_an_unknown_zone_is_an_error() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        local(utc("2026-03-12T10:30"), "Asia/Tandem")


def test_a_government_that_changes_the_clocks_moves_what_was_planned() -> None:
    """Kazakhstan's decree of January 2024, effective on the first of March."""
    before = ClockRules(utc("2024-01-01"), utc("2025-01-01"), ((utc("2024-01-01"), 6 * HOUR),))
    five_in_march, five_in_february = utc("2024-03-05T11:00"), utc("2024-02-29T11:00")
    assert before.same_wall(five_in_march, "Asia/Almaty") == five_in_march + HOUR
    assert before.same_wall(five_in_february, "Asia/Almaty") == five_in_february
    assert before.same_wall(utc("2025-01-02"), "Asia/Almaty") == utc("2025-01-02")  # not known


def test_rules_that_say_the_same_of_what_lies_ahead_are_as_good() -> None:
    since, until = utc("2024-01-01"), utc("2025-01-01")
    start = (since, 6 * HOUR)
    kept = ClockRules(since, until, (start, (utc("2024-03-01"), 5 * HOUR)))
    abolished = ClockRules(since, until, (start,))
    later = ClockRules(utc("2024-06-01"), utc("2026-01-01"), ((utc("2024-06-01"), 5 * HOUR),))
    at_last = (utc("2025-06-01"), 6 * HOUR)
    assert kept.as_good_as(kept, since)
    assert kept.as_good_as(later, utc("2024-06-01"))
    assert not kept.as_good_as(abolished, since)
    assert not abolished.as_good_as(kept, since)
    over = ClockRules(later.since, later.until, (*later.changes, at_last))
    assert kept.as_good_as(over, utc("2024-06-01")), "nothing is planned so far ahead"
    assert not later.as_good_as(kept, since)
    assert not later.as_good_as(over, utc("2024-06-01"))


@settings(max_examples=length(100, 2_000), deadline=None)
@given(zones, moments, moments)
def test_rules_that_are_as_good_move_nothing(
    zone: str, since: datetime, when: datetime
) -> None:
    now = since + timedelta(days=2)
    rules = ClockRules.of(zone, since, since + timedelta(days=60))
    today = ClockRules.of(zone, since + DAY, since + timedelta(days=61))
    assert rules.as_good_as(today, now)
    asked = now + abs(when - now) % timedelta(days=90)
    assert rules.same_wall(asked, zone) == asked


@CASES
@given(zones, moments, zones, st.integers(0, 398))
def test_rules_are_read_as_they_are_and_what_they_keep_is_the_wall(
    zone: str, since: datetime, other: str, days: int
) -> None:
    rules = ClockRules.of(zone, since, since + timedelta(days=400))
    when = since + timedelta(days=days, minutes=days)
    shown = local(when, zone)
    assert rules.ahead(when) == shown.utcoffset()
    assert rules.same_wall(when, zone) == when
    elsewhere = rules.same_wall(when, other)  # as if the whole zone went over to the other's rules
    assert elsewhere in (when, instant(shown.date(), shown.time(), other))
    assert elsewhere != when or rules.ahead(when) == local(when, other).utcoffset() or (
        instant(shown.date(), shown.time(), other) == when
    )


@CASES
@given(zones, moments, zones, st.integers(0, 398))
def test_rules_as_good_as_others_move_nobody(
    zone: str, since: datetime, other: str, days: int
) -> None:
    kept, after = ClockRules.of(zone, since, since + timedelta(days=400)), since + days * DAY
    now = ClockRules.of(other, after - 2 * DAY, after + 800 * DAY)
    edges = [at for at, _ in kept.changes + now.changes if after < at <= kept.until]
    looked = [after, *edges, *(at - timedelta(seconds=1) for at in edges)]
    good = kept.as_good_as(now, after)
    assert good == all(kept.ahead(at) == local(at, other).utcoffset() for at in looked)
    assert not good or all(kept.same_wall(at, other) == at for at in looked)
