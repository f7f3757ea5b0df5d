"""From lists with gaps to arrays without, and answers turned and summed. Loads numpy."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.domain.statistics.figures import Rows, Values

Floats = NDArray[np.float64]
SMALLEST = 1e-70  # the fourth power of a smaller number is none


def filled(values: Values) -> tuple[Floats, int]:
    """The answers given, and how many are missing. NaN counts as missing.

    Raises ValueError for an infinite number, or as good as that.
    """
    array = np.array([np.nan if one is None else one for one in values], dtype=np.float64)
    return _finite(array[~np.isnan(array)]), int(np.isnan(array).sum())


def both(before: Values, after: Values) -> tuple[Floats, Floats, int]:
    """Answers of those who answered both times, in pairs, and how many did not.

    Raises ValueError when the lists are of different length.
    """
    if len(before) != len(after):
        raise ValueError(f"{len(before)} answers before, {len(after)} after")
    pairs = matrix([list(pair) for pair in zip(before, after, strict=True)], 2)
    whole = pairs[~np.isnan(pairs).any(axis=1)]
    return whole[:, 0], whole[:, 1], len(pairs) - len(whole)


def matrix(rows: Rows, items: int | None = None) -> Floats:
    """People by items, NaN where there is no answer.

    Raises ValueError when the rows are of different length.
    """
    width = items if items is not None else (len(rows[0]) if rows else 0)
    if any(len(row) != width for row in rows):
        raise ValueError("rows of different length")
    array = np.array(
        [[np.nan if one is None else one for one in row] for row in rows], dtype=np.float64
    )
    return _finite(array.reshape(len(rows), width))


def complete(rows: Rows) -> tuple[Floats, int]:
    """Rows with every answer (people by items), and how many rows have a gap."""
    array = matrix(rows)
    whole = array[~np.isnan(array).any(axis=1)]
    return whole, len(array) - len(whole)


def _finite(array: Floats) -> Floats:
    size = np.abs(array)
    if (size > 1 / SMALLEST).any():
        raise ValueError("an answer too large to reckon with")
    array[size < SMALLEST] = 0.0
    return array


def reversed_answer(value: float | None, low: float, high: float) -> float | None:
    """The answer to an item asked the other way round, on a scale from `low` to `high`."""
    if value is None:
        return None
    if not low <= value <= high:
        raise ValueError(f"{value} is not between {low} and {high}")
    return low + high - value


def turned(
    rows: Rows, reversed_items: Collection[int], low: float, high: float
) -> list[list[float | None]]:
    """Rows with the items at these positions turned round, so that more always means more."""
    return [
        [
            reversed_answer(value, low, high) if position in reversed_items else value
            for position, value in enumerate(row)
        ]
        for row in rows
    ]


def scale_scores(rows: Rows, *, least: float = 0.5) -> list[float | None]:
    """The mean of each person's answers, already turned; None below the share `least` of answers.

    Half of the items is the usual rule ("half rule", Fayers & Machin, Quality of Life, ch. 11).
    """
    return [_score(row, least) for row in rows]


def _score(row: Sequence[float | None], least: float) -> float | None:
    given = [one for one in row if one is not None]
    if not given or len(given) < least * len(row):
        return None
    return sum(given) / len(given)
