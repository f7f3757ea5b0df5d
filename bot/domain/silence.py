"""A pair that does not meet: what is done about it and when, by one ladder that has an end.

Two weeks without a meeting: both are asked to agree on one. Three: the curator hears of it, and
what was tried. Then both once more, and the curator a last time: end it well, or let it rest. A
meeting, a pause or a new beginning sets the pair on the ground again. A group climbs as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.moments import Zone, local
from bot.domain.school_calendar import days_within


class Rung(StrEnum):
    NUDGE = "nudge"  # both are asked to agree on a meeting
    ALERT = "alert"  # the curator hears of it, and what was tried
    LAST = "last"  # the curator is asked to decide: nothing comes after it


LADDER: tuple[tuple[timedelta, Rung], ...] = (
    (timedelta(days=14), Rung.NUDGE),
    (timedelta(days=21), Rung.ALERT),
    (timedelta(days=35), Rung.NUDGE),
    (timedelta(days=42), Rung.LAST),
)


@dataclass(frozen=True)
class Climb:
    """What is due now, and how high the pair stands then."""

    rung: Rung
    height: int


def quiet_for(
    since: datetime, now: datetime, zone: Zone, holidays: Sequence[tuple[date, date]]
) -> timedelta:
    """How long nothing was heard; on holidays nobody expects a meeting, and they do not count."""
    first, last = local(since, zone).date(), local(now, zone).date()
    return now - since - timedelta(days=days_within(first, last, holidays))


def climb(*, quiet: timedelta, height: int) -> Climb | None:
    """The next thing to do, after `height` rungs since the last sign of life.

    After a long outage only the highest rung is taken: a nudge that is overtaken by an alert helps
    nobody.
    """
    reached = sum(quiet >= after for after, _ in LADDER)
    return Climb(LADDER[reached - 1][1], reached) if reached > height else None


def left_behind(quiet: timedelta, others: timedelta) -> bool:
    """Whether one of a group has been silent for so much longer that it is not of the group."""
    return quiet - others >= LADDER[0][0]
