"""Those who left against those who stayed, and what the missing could change at most. Loads scipy.

Bands: What Works Clearinghouse, Procedures and Standards Handbook 5.0: up to 0.05 the groups may be
compared, up to 0.25 with an adjustment, above it not.
"""

import math
from datetime import date

import numpy as np
from scipy import special

from bot.domain.statistics.answers import filled
from bot.domain.statistics.figures import (
    LEVEL,
    Attrition,
    Band,
    Bounds,
    Counted,
    Estimate,
    Formula,
    Interval,
    Values,
    Why,
    Withheld,
)
from bot.domain.statistics.gates import Basis
from bot.domain.statistics.summaries import average, same

FINE_UNTIL, ADJUST_UNTIL = 0.05, 0.25


def attrition(stayed: Values, left: Values, *, on: date) -> Attrition:
    """By what both groups answered before anyone left; figures below the gate are Withheld inside.

    Hedges' g with pooled standard deviation (Hedges 1981, J Educ Stat 6:107-128).
    """
    here, gap = filled(stayed)
    gone, other_gap = filled(left)
    basis = Basis(len(here) + len(gone), gap + other_gap, on)
    counted = {Counted.EACH: min(len(here), len(gone))}
    difference: Estimate | Withheld
    if closed := basis.held_back(Formula.SMD, counted):
        difference = closed
    elif same(here) and same(gone):
        difference = basis.withheld(Formula.SMD, Why.ALL_SAME)
    else:
        df = basis.n - 2
        squares = float(np.var(here)) * len(here) + float(np.var(gone)) * len(gone)
        g = (average(here) - average(gone)) / math.sqrt(squares / df) * (1 - 3 / (4 * df - 1))
        difference = _difference(g, len(here), len(gone), basis)
    return _attrition(difference, len(here), len(gone), basis)


def bounds(
    values: Values, low: float, high: float, *, on: date, more_is_better: bool = True
) -> Bounds | Withheld:
    """The mean had all the missing given the lowest, or the highest answer there is.

    Horowitz & Manski 2000, JASA 95:77-84. Of shares: values 0 and 1, `low` 0, `high` 1.
    Raises ValueError for an answer outside.
    """
    given, missing = filled(values)
    basis = Basis(len(given), missing, on)
    if closed := basis.held_back(Formula.BOUNDS):
        return closed
    if given.min() < low or given.max() > high:
        raise ValueError(f"an answer outside {low} to {high}")
    value = average(given)
    return _bounds(value, low, high, missing / len(values), basis, more_is_better)


def _bounds(
    value: float, low: float, high: float, gone: float, basis: Basis, more_is_better: bool
) -> Bounds:
    """`gone`: share of those who are thought to stand at `low`, or at `high`."""
    ends = ((1 - gone) * value + gone * low, (1 - gone) * value + gone * high)
    worst, best = ends if more_is_better else ends[::-1]
    return Bounds(
        formula=Formula.BOUNDS,
        n=basis.n,
        missing=basis.missing,
        on=basis.on,
        value=value,
        worst=worst,
        best=best,
    )


def _difference(value: float, here: int, gone: int, basis: Basis) -> Estimate:
    error = math.sqrt((here + gone) / (here * gone) + value**2 / (2 * (here + gone)))
    half = float(special.ndtri((1 + LEVEL) / 2)) * error
    return basis.estimate(Formula.SMD, value, Interval(value - half, value + half))


def _attrition(difference: Estimate | Withheld, stayed: int, left: int, basis: Basis) -> Attrition:
    return Attrition(
        formula=Formula.SMD,
        n=basis.n,
        missing=basis.missing,
        on=basis.on,
        stayed=stayed,
        left=left,
        difference=difference,
        band=difference if isinstance(difference, Withheld) else _band(abs(difference.value)),
    )


def _band(size: float) -> Band:
    if size <= FINE_UNTIL:
        return Band.FINE
    return Band.ADJUST if size <= ADJUST_UNTIL else Band.NOT_COMPARABLE
