"""How long a questionnaire takes: estimated before anybody has answered it.

The unit is measured by others: Pew Research Center caps its online surveys at 15 minutes and counts
85 points for them, one for an ordinary stand-alone question, so about 10.6 s; a row of a battery
takes less, several choices more, and questions answered in own words take up to minutes
(pewresearch.org/decoded, "How we keep our online surveys from running too long", 8 December 2022).
How many points each kind takes here is our estimate; the seconds kept with the answers will tell.
"""

from collections.abc import Iterable
from math import ceil

from bot.domain.questionnaires import Item
from bot.domain.questions import (
    Acknowledge,
    CalendarDate,
    Decimal,
    Kind,
    Multiple,
    Number,
    Ranking,
    Text,
    TimeOfDay,
    Week,
)

MOST_MINUTES = 15
SECONDS_A_POINT = MOST_MINUTES * 60 / 85
_ROW = 0.6  # points of one more row of a matrix: its lead and its buttons are known by then
_USUAL = 1.0
_LONG_TEXT = 5.0  # a minute to think of a few sentences and type them with thumbs
_POINTS: dict[type[Kind], float] = {
    Acknowledge: 0.5,
    Multiple: 1.5,
    Number: 1.2,
    Decimal: 1.2,
    CalendarDate: 1.5,
    TimeOfDay: 1.2,
    Text: 2.0,  # a line
    Week: 3.0,
}
_A_PLACE = 0.5  # of a ranking: each place is a choice of its own


def points(item: Item, *, in_matrix: bool = False) -> float:
    """`in_matrix`: a row after the first one."""
    kind = item.kind
    if in_matrix:
        return _ROW
    if isinstance(kind, Text) and kind.long:
        return _LONG_TEXT
    if isinstance(kind, Ranking):
        return _USUAL + _A_PLACE * kind.places
    return _POINTS.get(type(kind), _USUAL)


def seconds(items: Iterable[Item]) -> float:
    """Of these questions one after another."""
    total, before = 0.0, None
    for item in items:
        again = item.matrix is not None and item.matrix == before
        total += points(item, in_matrix=again) * SECONDS_A_POINT
        before = item.matrix
    return total


def minutes(items: Iterable[Item]) -> int:
    """As it is said to people: whole minutes, rounded up."""
    return max(1, ceil(seconds(items) / 60))
