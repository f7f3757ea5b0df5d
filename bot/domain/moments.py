"""Local time as pure functions: what the clock on a person's wall says, and which instant that is.

An *instant* is an aware datetime; everything returned as an instant is in UTC. Rules:
- a wall time that does not exist (clocks went forward) means the first instant after the gap;
- a wall time that happens twice (clocks went back) means the first time, so a thing happens once;
- "an hour before" is elapsed time, "the day before at ten" is wall time;
- quiet hours are wall time, start included, end not, and may cross midnight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Self
from zoneinfo import ZoneInfo, available_timezones

# Rows keep the IANA name, code that looked it up once keeps the object: both are a zone.
Zone = ZoneInfo | str

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # index = date.weekday()
SLOT_LENGTH = timedelta(hours=2)
_LAST_SLOT_HOUR = 22  # a later one would run into the next day


@dataclass(frozen=True)
class QuietHours:
    """From `start` to `end` on the wall; equal ends mean that no hour is quiet."""

    start: time
    end: time

    def __contains__(self, wall: time) -> bool:
        if self.start <= self.end:
            return self.start <= wall < self.end
        return wall >= self.start or wall < self.end


@dataclass(frozen=True)
class ClockRules:
    """How far the wall of a zone is ahead of UTC, from an instant to another, as known today.

    Governments change their minds. What was planned by other rules is moved by `same_wall`.
    """

    since: datetime
    until: datetime
    changes: tuple[tuple[datetime, timedelta], ...]  # from then on so far ahead; the first: `since`

    @classmethod
    def of(cls, zone: Zone, since: datetime, until: datetime) -> Self:
        tz, day = _zone(zone), timedelta(days=1)
        since, until = _utc(since).replace(microsecond=0), _utc(until)
        at, ahead = since, _ahead(since, tz)
        changes = [(since, ahead)]
        while at < until:
            then = _ahead(at + day, tz)
            if then != ahead:
                change = _offset_change(at, at + day, tz)
                changes.append((change, _ahead(change, tz)))
            at, ahead = at + day, then
        return cls(since, until, tuple(changes))

    def ahead(self, when: datetime) -> timedelta:
        """Nothing is known before `since` and after `until`: the nearest that is."""
        found = self.changes[0][1]
        for change, ahead in self.changes:
            if change <= when:
                found = ahead
        return found

    def as_good_as(self, other: "ClockRules", after: datetime) -> bool:
        """Whether both say the same of every instant from `after` to the end of these rules."""
        changes = {change for change, _ in (*self.changes, *other.changes)}
        asked = [after, *(one for one in changes if after < one <= self.until)]
        return all(self.ahead(one) == other.ahead(one) for one in asked)

    def same_wall(self, when: datetime, zone: Zone) -> datetime:
        """What the wall was to show at `when` by these rules, it shows at the returned instant."""
        if when > self.until or self.ahead(when) == _ahead(when, _zone(zone)):
            return when
        wall = (_utc(when) + self.ahead(when)).replace(tzinfo=None)
        return instant(wall.date(), wall.time(), zone)


QUIET_HOURS = QuietHours(time(21), time(8))


@dataclass(frozen=True, order=True)
class Slot:
    """Two free hours of a person's week: "tue-16" is Tuesday, 16:00-18:00 where they live."""

    weekday: int
    hour: int

    def __post_init__(self) -> None:
        if not (0 <= self.weekday < len(WEEKDAYS) and 0 <= self.hour <= _LAST_SLOT_HOUR):
            raise ValueError(f"no such slot in a week: day {self.weekday}, hour {self.hour}")

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read "tue-16" (or "tue-9"); ValueError for anything else."""
        day, dash, hour = code.partition("-")
        if day not in WEEKDAYS or not dash or not (hour.isascii() and hour.isdigit()):
            raise ValueError(f"not a slot: {code!r}")
        return cls(WEEKDAYS.index(day), int(hour))

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.weekday]}-{self.hour:02d}"

    @property
    def start(self) -> time:
        return time(self.hour)

    @property
    def end(self) -> time:
        """The end of the slot; midnight when it ends with the day."""
        return (datetime.combine(date.min, self.start) + SLOT_LENGTH).time()


@cache  # the machine's zones are read from its disk
def zones() -> frozenset[str]:
    """The names of all time zones there are."""
    return frozenset(available_timezones())


def local(instant: datetime, zone: Zone) -> datetime:
    """The same instant as the wall in `zone` shows it."""
    return _utc(instant).astimezone(_zone(zone))


def instant(day: date, at: time, zone: Zone) -> datetime:
    """When the wall in `zone` first shows `at` on `day`, or first jumps over it."""
    if at.tzinfo is not None:
        raise ValueError("a wall time has no zone of its own")
    tz = _zone(zone)
    wall = datetime.combine(day, at.replace(fold=0))
    as_before = wall.replace(tzinfo=tz).astimezone(UTC)
    if as_before.astimezone(tz).replace(tzinfo=None, fold=0) == wall:
        return as_before
    # In a gap fold=1 reads the wall with the offset after the jump, which lies before the jump.
    as_after = wall.replace(tzinfo=tz, fold=1).astimezone(UTC)
    return _offset_change(as_after, as_before, tz)


def before(when: datetime, span: timedelta) -> datetime:
    """The instant `span` of elapsed time earlier.

    Not `when - span`: on a datetime that carries a zone Python counts wall time, and an hour before
    a meeting would be two hours or none on the night the clocks change.
    """
    return _utc(when) - span


def day_before_at(when: datetime, zone: Zone, hour: int) -> datetime:
    """The instant when it is `hour` o'clock in `zone` on the day before the day of `when`."""
    return instant(local(when, zone).date() - timedelta(days=1), time(hour), zone)


def in_quiet_hours(instant: datetime, zone: Zone, quiet: QuietHours = QUIET_HOURS) -> bool:
    """Whether a person in `zone` should be left in peace at `instant`."""
    return local(instant, zone).time() in quiet


def after_quiet(instant: datetime, zone: Zone, quiet: QuietHours = QUIET_HOURS) -> datetime:
    """The earliest instant, not before the given one, that is outside quiet hours."""
    tz = _zone(zone)
    moment = _utc(instant)
    while in_quiet_hours(moment, tz, quiet):
        wall = local(moment, tz).replace(tzinfo=None)
        morning = datetime.combine(wall.date(), quiet.end)
        if morning <= wall:
            morning += timedelta(days=1)
        end = moment + (morning - wall)
        # Quiet until `end` as long as the clocks stay as they are. If they change on the way, all
        # up to the change is quiet, and what the wall shows then has to be looked at afresh.
        moment = end if _same_offset(moment, end, tz) else _offset_change(moment, end, tz)
    return moment


def next_weekly(after: datetime, zone: Zone, weekday: int, hour: int) -> datetime:
    """The first instant later than `after` when it is `hour` o'clock on `weekday` (0 is Monday)."""
    today = local(after, zone).date()
    day = today + timedelta(days=(weekday - today.weekday()) % len(WEEKDAYS))
    found = instant(day, time(hour), zone)
    if found <= after:
        found = instant(day + timedelta(weeks=1), time(hour), zone)
    return found


def next_times(
    slots: Iterable[Slot], after: datetime, zone: Zone, count: int, days: int
) -> list[datetime]:
    """At most `count` beginnings of `slots` later than `after`, in order.

    Looked for on the local day of `after` and the `days` days that follow it.
    """
    today = local(after, zone).date()
    wanted = set(slots)
    found = {
        begins
        for ahead in range(days + 1)
        for slot in wanted
        if slot.weekday == (day := today + timedelta(days=ahead)).weekday()
        and (begins := instant(day, slot.start, zone)) > after
    }
    return sorted(found)[:count]


def _zone(zone: Zone) -> ZoneInfo:
    return zone if isinstance(zone, ZoneInfo) else _named(zone)


@cache  # a process keeps to one set of rules, also when new ones are installed meanwhile
def _named(zone: str) -> ZoneInfo:
    return ZoneInfo(zone)


def _utc(instant: datetime) -> datetime:
    # Python would read a naive datetime in the zone of the server: a wrong answer, not an error.
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(UTC)


def _ahead(when: datetime, tz: ZoneInfo) -> timedelta:
    ahead = when.astimezone(tz).utcoffset()
    assert ahead is not None
    return ahead


def _same_offset(one: datetime, other: datetime, tz: ZoneInfo) -> bool:
    return one.astimezone(tz).utcoffset() == other.astimezone(tz).utcoffset()


def _offset_change(start: datetime, end: datetime, tz: ZoneInfo) -> datetime:
    """The first instant after `start` with another offset; `end` must already have another.

    zoneinfo does not tell its transitions, so they are searched by halves; they fall on whole
    seconds, and no zone has two within the day or so between our ends.
    """
    low, high = int(start.timestamp()), -int(-end.timestamp() // 1)
    while high - low > 1:
        middle = (low + high) // 2
        if _same_offset(start, datetime.fromtimestamp(middle, UTC), tz):
            low = middle
        else:
            high = middle
    return datetime.fromtimestamp(high, UTC)
