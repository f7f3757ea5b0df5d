"""Pearson's correlation with Fisher's interval. Loads scipy."""

import math

from scipy import special

from bot.domain.statistics.answers import Floats
from bot.domain.statistics.figures import LEVEL, Estimate, Formula, Interval, Why, Withheld
from bot.domain.statistics.gates import Basis
from bot.domain.statistics.summaries import average, same


def pearson(one: Floats, other: Floats) -> float | None:
    """Of two lists of the same length (>= 2); None where one of them is all the same."""
    if same(one) or same(other):
        return None
    x, y = one - average(one), other - average(other)
    r = float(x @ y) / math.sqrt(float(x @ x) * float(y @ y))
    return max(-1.0, min(1.0, r))


def correlation(one: Floats, other: Floats, basis: Basis, formula: Formula) -> Estimate | Withheld:
    """Fisher 1921, Metron 1:3-32: the interval is that of arctanh r, more than three people."""
    r = pearson(one, other)
    if r is None:
        return basis.withheld(formula, Why.ALL_SAME)
    interval: Interval | Withheld
    if basis.n <= 3:
        interval = basis.withheld(formula, Why.TOO_FEW_PEOPLE, needed=4)
    elif abs(r) == 1:
        interval = Interval(r, r)
    else:
        half = float(special.ndtri((1 + LEVEL) / 2)) / math.sqrt(basis.n - 3)
        interval = Interval(math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half))
    return basis.estimate(formula, r, interval)
