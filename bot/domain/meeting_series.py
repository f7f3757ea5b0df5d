"""A series of meetings: the same hour on the wall, every week, every two weeks or every month."""

import calendar
from datetime import date, datetime, timedelta

from bot.domain import moments
from bot.domain.meetings import Every
from bot.domain.moments import Zone

MOST = 45  # a school year of weeks
_WEEKS = {Every.WEEK: 1, Every.FORTNIGHT: 2}


def following(first: datetime, every: Every, until: date, zone: Zone) -> list[datetime]:
    """The meetings after the first one, in order; the last day included.

    The hour is that on the wall: it stays when the clocks change. Every month means the same
    weekday of the month ("the second Tuesday"); where there is no fifth one it is the last.
    """
    wall = moments.local(first, zone)
    found: list[datetime] = []
    for number in range(1, MOST):
        day = _nth_day(wall.date(), every, number)
        if day > until:
            break
        found.append(moments.instant(day, wall.time(), zone))
    return found


def _nth_day(first: date, every: Every, number: int) -> date:
    if every in _WEEKS:
        return first + timedelta(weeks=_WEEKS[every] * number)
    months = first.year * 12 + first.month - 1 + number
    year, month = months // 12, months % 12 + 1
    week = (first.day - 1) // 7
    earliest = date(year, month, 1)
    day = 1 + (first.weekday() - earliest.weekday()) % 7 + 7 * week
    last = calendar.monthrange(year, month)[1]
    return date(year, month, day if day <= last else day - 7)
