"""One question at a time: how the answers lie, their mean, median, spread, shares. Loads scipy."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np
from scipy import special, stats

from bot.domain.statistics.answers import Floats, filled
from bot.domain.statistics.figures import (
    LEVEL,
    Distribution,
    Ends,
    Estimate,
    Formula,
    Interval,
    Values,
    Why,
    Withheld,
)
from bot.domain.statistics.gates import Basis

END_FLAG = 0.15  # Terwee et al. 2007, J Clin Epidemiol 60:34-42


def distribution(
    values: Values, *, on: date, points: Sequence[float] = ()
) -> Distribution | Withheld:
    """How many gave each answer. `points`: what was offered, so that nothing chosen shows as 0."""
    given, missing = filled(values)
    basis = Basis(len(given), missing, on)
    if closed := basis.held_back(Formula.DISTRIBUTION):
        return closed
    counts = Counter({float(point): 0 for point in points})
    counts.update(given.tolist())
    return Distribution(
        formula=Formula.DISTRIBUTION,
        n=len(given),
        missing=missing,
        on=on,
        counts=tuple(sorted(counts.items())),
    )


def share(count: int, n: int, *, on: date, missing: int = 0) -> Estimate | Withheld:
    """`count` of `n` as a share from 0 to 1 with Wilson's interval.

    Wilson 1927, JASA 22:209-212. Raises ValueError unless 0 <= count <= n.
    """
    if not 0 <= count <= n:
        raise ValueError(f"{count} of {n}")
    basis = Basis(n, missing, on)
    return basis.held_back(Formula.SHARE) or share_of(basis, count)


def share_of(basis: Basis, count: int) -> Estimate:
    """`share` where it is known that there is somebody."""
    n = basis.n
    z = float(special.ndtri((1 + LEVEL) / 2))
    middle = (count + z * z / 2) / (n + z * z)
    half = z / (n + z * z) * float(np.sqrt(count * (n - count) / n + z * z / 4))
    # the ends are 0 and 1 by the formula too, but for the last digit
    low = 0.0 if count == 0 else middle - half
    high = 1.0 if count == n else middle + half
    return basis.estimate(Formula.SHARE, count / n, Interval(low, high))


def mean(values: Values, *, on: date) -> Estimate | Withheld:
    """The mean with Student's interval; one answer or all the same: without an interval."""
    given, missing = filled(values)
    basis = Basis(len(given), missing, on)
    return basis.held_back(Formula.MEAN) or mean_of(Formula.MEAN, given, basis)


def mean_of(formula: Formula, given: Floats, basis: Basis) -> Estimate:
    """The mean of at least one number, none missing, with Student's interval."""
    n, middle = len(given), average(given)
    interval: Interval | Withheld
    if n < 2:
        interval = basis.withheld(formula, Why.TOO_FEW_PEOPLE, needed=2)
    elif same(given):
        interval = basis.withheld(formula, Why.ALL_SAME)
    else:
        half = float(special.stdtrit(n - 1, (1 + LEVEL) / 2)) * sd(given) / n**0.5
        interval = Interval(middle - half, middle + half)
    return basis.estimate(formula, middle, interval)


def median(values: Values, *, on: date) -> Estimate | Withheld:
    """The median with the interval between two of the ordered answers.

    Exact by the binomial distribution, at least 95 % (Conover, Practical Nonparametric Statistics,
    3.2). Below six answers no two of them are that far apart: no interval.
    """
    given, missing = filled(values)
    n = len(given)
    basis = Basis(n, missing, on)
    if closed := basis.held_back(Formula.MEDIAN):
        return closed
    ordered = np.sort(given)
    # how many of the lowest, and of the highest, lie outside: at most 2.5 % on each side
    tails = stats.binom.cdf(np.arange(n), n, 0.5)
    outside = int((tails <= (1 - LEVEL) / 2).sum())
    interval: Interval | Withheld
    if outside == 0:
        interval = basis.withheld(Formula.MEDIAN, Why.TOO_FEW_PEOPLE, needed=6)
    else:
        interval = Interval(float(ordered[outside - 1]), float(ordered[n - outside]))
    return basis.estimate(Formula.MEDIAN, float(np.median(ordered)), interval)


def spread(values: Values, *, on: date) -> Estimate | Withheld:
    """The standard deviation (n - 1), interval by chi-squared (answers about normal)."""
    given, missing = filled(values)
    n = len(given)
    basis = Basis(n, missing, on)
    if closed := basis.held_back(Formula.SPREAD):
        return closed
    if same(given):
        return basis.estimate(Formula.SPREAD, 0.0, basis.withheld(Formula.SPREAD, Why.ALL_SAME))
    value, tail = sd(given), (1 - LEVEL) / 2
    low = value * float(np.sqrt((n - 1) / stats.chi2.isf(tail, n - 1)))
    high = value * float(np.sqrt((n - 1) / stats.chi2.ppf(tail, n - 1)))
    return basis.estimate(Formula.SPREAD, value, Interval(low, high))


def ends(values: Values, low: float, high: float, *, on: date) -> Ends | Withheld:
    """Shares at the ends of the scale; above 15 % one cannot see who went further.

    Terwee et al. 2007. Raises ValueError for an answer outside.
    """
    given, missing = filled(values)
    n = len(given)
    basis = Basis(n, missing, on)
    if closed := basis.held_back(Formula.ENDS):
        return closed
    if given.min() < low or given.max() > high:
        raise ValueError(f"an answer outside {low} to {high}")
    at_lowest = share_of(basis, int((given == low).sum()))
    at_highest = share_of(basis, int((given == high).sum()))
    return Ends(
        formula=Formula.ENDS,
        n=n,
        missing=missing,
        on=on,
        at_lowest=at_lowest,
        at_highest=at_highest,
        floor=at_lowest.value > END_FLAG,
        ceiling=at_highest.value > END_FLAG,
    )


def same(given: Floats) -> bool:
    """Whether every number is the very same; asked of the numbers, not of their variance."""
    return bool((given == given[0]).all())


def sd(given: Floats) -> float:
    """Standard deviation of at least two numbers (n - 1)."""
    return float(np.std(given - average(given), ddof=1))


def average(given: Floats) -> float:
    """The mean of at least one number; that of equal numbers is the number to the last digit."""
    first = float(given[0])
    return first + float(np.mean(given - first))
