"""Whether people answer the same when asked again though nothing changed. Loads scipy."""

from datetime import date

import numpy as np
from scipy import stats

from bot.domain.statistics.answers import Floats, both
from bot.domain.statistics.figures import (
    LEVEL,
    Estimate,
    Formula,
    Interval,
    Values,
    Why,
    Withheld,
)
from bot.domain.statistics.gates import Basis
from bot.domain.statistics.summaries import average, same


def retest(first: Values, again: Values, *, on: date) -> Estimate | Withheld:
    """ICC(A,1) of the scores of a scale, one to three weeks apart.

    McGraw & Wong 1996, Psychol Methods 1:30-46: two-way, absolute agreement, one answer. Raises
    ValueError when the lists are of different length.
    """
    one, other, missing = both(first, again)
    basis = Basis(len(one), missing, on)
    if closed := basis.held_back(Formula.RETEST):
        return closed
    found = icc_of_agreement(np.column_stack([one, other]))
    if found is None:
        return basis.withheld(Formula.RETEST, Why.ALL_SAME)
    return basis.estimate(Formula.RETEST, *found)


def icc_of_agreement(answers: Floats) -> tuple[float, Interval] | None:
    """People by occasions, none missing; None where all answers are the same."""
    n, k = answers.shape
    if same(answers.ravel()):
        return None
    x = answers - average(answers.ravel())
    people, times = x.mean(axis=1), x.mean(axis=0)
    between = k * float(((people - x.mean()) ** 2).sum()) / (n - 1)
    moments = n * float(((times - x.mean()) ** 2).sum()) / (k - 1)
    rest = x - people[:, None] - times + x.mean()
    error = float((rest**2).sum()) / ((n - 1) * (k - 1))
    r = (between - error) / (between + (k - 1) * error + k / n * (moments - error))
    if error <= 1e-24 * (between + moments) or r >= 1:
        return r, Interval(r, r)
    a, b = k * r / (n * (1 - r)), 1 + k * r * (n - 1) / (n * (1 - r))
    df = (a * moments + b * error) ** 2 / (
        (a * moments) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1))
    )
    tail = (1 - LEVEL) / 2
    low, high = float(stats.f.isf(tail, n - 1, df)), float(stats.f.isf(tail, df, n - 1))
    common = k * moments + (k * n - k - n) * error
    return r, Interval(
        n * (between - low * error) / (low * common + n * between),
        n * (high * between - error) / (common + n * high * between),
    )
