"""Values that are put into words only at the edge: moments, days, lists.

The reader's language decides how.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.words import Words


@dataclass(frozen=True)
class When:
    """A moment as somebody in `zone` says it, seen from `now`: "tomorrow, Thu 12 March, 15:30"."""

    at: datetime
    zone: str
    now: datetime


@dataclass(frozen=True)
class Day:
    """A calendar day: "12 March", with the year when it is not this one."""

    day: date
    today: date


@dataclass(frozen=True)
class Listed:
    """Several things in a row: "maths, physics"."""

    items: tuple["Words | Phrase | str", ...]


@dataclass(frozen=True)
class Phrase:
    """Another text by its key, put inside this one."""

    key: str
    args: tuple[tuple[str, Any], ...] = ()  # pairs: a phrase can be looked up
