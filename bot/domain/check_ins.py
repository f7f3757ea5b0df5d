"""The contact standard: how often the curator talks with each side of a pair, and what is due.

The rule is of the profile (`check_ins.yaml`): some talks spread over the first days of the pair,
then one again and again. Days are of the organisation's calendar.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


@dataclass(frozen=True)
class CheckInRules:
    first_days: int  # the first month of a pair
    first_times: int  # so many talks in it, with each side
    every: int  # days, later on
    soon: int  # days before it is due it stands on the list


@dataclass(frozen=True)
class Talks:
    """With one side of one pair: how many, and the day of the last."""

    count: int = 0
    last: date | None = None


class Due(StrEnum):
    LATE = "late"
    SOON = "soon"
    AHEAD = "ahead"


@dataclass(frozen=True)
class CheckIn:
    """When the next talk is due. `late`: days since then, 0 while there is time."""

    due_on: date
    due: Due
    late: int


def due_on(
    begun: date, went_on: date, talks: Talks, rules: CheckInRules, since: date | None = None
) -> date:
    """`begun`: the first day of the pair; `went_on`: the day its last pause was over; `since`: the
    day from which the standard holds.

    Whoever comes back from a pause, or is there already when the standard begins, is given as long
    as at the beginning of a pair.
    """
    went_on = max(went_on, since) if since is not None else went_on
    step = rules.first_days // rules.first_times
    if talks.last is None:
        due = begun + timedelta(days=step)
    elif talks.count < rules.first_times and talks.last < begun + timedelta(days=rules.first_days):
        due = begun + timedelta(days=step * (talks.count + 1))
    else:
        due = talks.last + timedelta(days=rules.every)
    if went_on > begun and (talks.last is None or talks.last < went_on):
        due = max(due, went_on + timedelta(days=step))
    return due


def check_in(due: date, today: date, rules: CheckInRules) -> CheckIn:
    late = max((today - due).days, 0)
    soon = (due - today).days <= rules.soon
    return CheckIn(due, Due.LATE if late else Due.SOON if soon else Due.AHEAD, late)
