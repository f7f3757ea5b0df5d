"""Signs that somebody answered without reading. They are shown and never delete anything.

The same answer all the way at an end of the scale is often meant (Reuning & Plutzer 2020, Surv Res
Methods 14:439-459), so an analysis is shown with and without.
"""

import math
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from statistics import median
from typing import TypeVar

from bot.domain.statistics.answers import reversed_answer
from bot.domain.statistics.figures import Careless, Formula, Rows, Sign, Values, Withheld
from bot.domain.statistics.gates import Basis

T = TypeVar("T")
HASTY_BELOW = 1.0  # seconds per item, the median (Wood et al. 2017, Soc Psychol Pers Sci 8:454-464)
LONGEST_STRING = 0.5  # share of the items (Curran 2016, J Exp Soc Psychol 66:4-19)
LEAST_STRING = 6  # items; a shorter run says nothing
EVEN_ODD_BELOW = 0.30  # Jackson 1976, in Curran 2016
LEAST_SCALES = 4  # halves of fewer cannot contradict one another


def careless(
    rows: Rows,
    *,
    on: date,
    seconds: Rows | None = None,
    scales: Sequence[Sequence[int]] = (),
    reversed_items: Sequence[int] = (),
    ends: tuple[float, float] | None = None,
) -> Careless | Withheld:
    """Signs of each row: people by closed items in the order asked, as answered (not turned).

    `seconds`: how long each item took. `scales`: positions of the items of each scale;
    `reversed_items` are turned within `ends` for the halves. A sign that cannot be looked for is
    not given. Raises ValueError where `seconds` and `rows` differ in shape.
    """
    if seconds is not None and [len(row) for row in seconds] != [len(row) for row in rows]:
        raise ValueError("seconds of another shape than the answers")
    if reversed_items and ends is None:
        raise ValueError("reversed items without the ends of the scale")
    answered = [any(one is not None for one in row) for row in rows]
    basis = Basis(sum(answered), len(answered) - sum(answered), on)
    if closed := basis.held_back(Formula.CARELESS):
        return closed
    signs = []
    for at, row in enumerate(rows):
        turned = [
            reversed_answer(one, *ends) if ends and position in reversed_items else one
            for position, one in enumerate(row)
        ]
        found = {
            Sign.HASTY: seconds is not None and _hasty(seconds[at]),
            Sign.LONG_STRING: _long_string(row),
            Sign.UNEVEN: _uneven(turned, scales),
        }
        signs.append(frozenset(sign for sign, there in found.items() if there))
    return Careless(
        formula=Formula.CARELESS,
        n=basis.n,
        missing=basis.missing,
        on=on,
        signs=tuple(signs),
        flagged=sum(1 for each in signs if each),
    )


def attentive(rows: Sequence[T], found: Careless) -> list[T]:
    """The rows without any sign, for the same analysis a second time."""
    return [row for row, keep in zip(rows, found.attentive, strict=True) if keep]


def _hasty(seconds: Values) -> bool:
    taken = [one for one in seconds if one is not None]
    return bool(taken) and median(taken) < HASTY_BELOW


def _long_string(row: Values) -> bool:
    given = [one for one in row if one is not None]
    longest = max((len(list(run)) for _, run in groupby(given)), default=0)
    return longest >= max(LEAST_STRING, LONGEST_STRING * len(given) + 1)


def _uneven(row: Values, scales: Sequence[Sequence[int]]) -> bool:
    """Means of the first, third, ... and of the second, fourth, ... items go together too little.

    Correlated over the scales and lengthened (Spearman-Brown) to the whole questionnaire.
    """
    halves = []
    for scale in scales:
        even = [one for at in scale[::2] if (one := row[at]) is not None]
        odd = [one for at in scale[1::2] if (one := row[at]) is not None]
        if even and odd:
            halves.append((sum(even) / len(even), sum(odd) / len(odd)))
    if len(halves) < LEAST_SCALES:
        return False
    r = _correlation(halves)
    return r is not None and (2 * r / (1 + r) if r > 0 else r) < EVEN_ODD_BELOW


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    first, other = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
    together = sum((x - first) * (y - other) for x, y in pairs)
    squares = [sum((x - first) ** 2 for x, _ in pairs), sum((y - other) ** 2 for _, y in pairs)]
    if min(squares) <= 1e-12 * max(1.0, first**2, other**2):
        return None
    return float(together / math.sqrt(squares[0] * squares[1]))
