"""Before and after of the same people, and how much of it may be chance. Loads scipy.

Figures are of groups. What one person's change means is not said here by design: nearly always it
lies within what the same answers given twice would differ by.
"""

import math
from datetime import date

import numpy as np
from scipy import optimize, special

from bot.domain.statistics.answers import Floats, both, filled
from bot.domain.statistics.figures import (
    LEVEL,
    Change,
    Estimate,
    Formula,
    Interval,
    Moved,
    Precision,
    Test,
    Values,
    Why,
    Withheld,
)
from bot.domain.statistics.gates import Basis
from bot.domain.statistics.ranks import signed_ranks
from bot.domain.statistics.summaries import average, mean_of, same, sd, share_of

DIGITS = 14  # of the largest answer that are its own and not of reckoning
Z = 1.96  # as the formula of the minimal detectable change is published


def change(
    before: Values, after: Values, *, on: date, more_is_better: bool = True
) -> Change | Withheld:
    """Answers of the same people in the same order, None where there is none.

    Raises ValueError when the lists are of different length.
    """
    first, then, missing = both(before, after)
    basis = Basis(len(first), missing, on)
    if closed := basis.held_back(Formula.MOVED):
        return closed
    settled = _settled(first, then)
    differences = settled if same(settled) else then - first
    return Change(
        formula=Formula.DIFFERENCE,
        n=basis.n,
        missing=missing,
        on=on,
        before=mean_of(Formula.MEAN, first, basis),
        after=mean_of(Formula.MEAN, then, basis),
        difference=basis.held_back(Formula.DIFFERENCE)
        or mean_of(Formula.DIFFERENCE, differences, basis),
        moved=_moved(settled, 0.0, more_is_better, basis, Formula.MOVED),
        t=basis.held_back(Formula.PAIRED_T) or _t(differences, basis),
        wilcoxon=basis.held_back(Formula.WILCOXON) or _wilcoxon(settled, basis),
        dz=basis.held_back(Formula.DZ) or _dz(differences, basis),
        dav=basis.held_back(Formula.DAV) or _dav(first, then, basis),
    )


def precision(
    values: Values, reliability: Estimate | Withheld, *, on: date
) -> Precision | Withheld:
    """SEM = SD * sqrt(1 - r) and MDC95 = 1.96 * sqrt(2) * SEM of the scale's scores.

    `reliability`: alpha, or better the ICC of test and retest. Weir 2005, J Strength Cond Res
    19:231-240. Where it is withheld, so is this.
    """
    given, missing = filled(values)
    basis = Basis(len(given), missing, on)
    if closed := basis.held_back(Formula.MDC):
        return closed
    if isinstance(reliability, Withheld):
        return basis.withheld(Formula.MDC, Why.NOT_RELIABLE)
    if same(given):
        return basis.withheld(Formula.MDC, Why.ALL_SAME)
    sem = sd(given) * math.sqrt(1 - reliability.value)
    return Precision(
        formula=Formula.MDC,
        n=basis.n,
        missing=missing,
        on=on,
        sem=sem,
        mdc=Z * math.sqrt(2) * sem,
    )


def beyond(
    before: Values, after: Values, precision: Precision, *, on: date, more_is_better: bool = True
) -> Moved | Withheld:
    """How many changed by more than the minimal detectable change; of the group only."""
    first, then, missing = both(before, after)
    basis = Basis(len(first), missing, on)
    return basis.held_back(Formula.BEYOND) or _moved(
        _settled(first, then), precision.mdc, more_is_better, basis, Formula.BEYOND
    )


def paired_t(differences: Floats) -> tuple[float, float] | None:
    """Student's t of the differences (df = n - 1) and its two-sided p; None: no spread."""
    n = len(differences)
    if n < 2 or same(differences):
        return None
    t = average(differences) / (sd(differences) / math.sqrt(n))
    return t, float(2 * special.stdtr(n - 1, -abs(t)))


def dz_interval(dz: float, n: int) -> Interval | None:
    """Exact interval by the noncentral t distribution (Steiger 2004, Psychol Methods 9:164-182).

    None where the distribution cannot be reckoned that far out.
    """
    root = math.sqrt(n)
    t, df, tail = abs(dz) * root, n - 1, (1 - LEVEL) / 2
    low, high = _noncentrality(t, df, 1 - tail), _noncentrality(t, df, tail)
    if low is None or high is None:
        return None
    return Interval(low / root, high / root) if dz >= 0 else Interval(-high / root, -low / root)


def dav_from(
    difference: float, before: float, after: float, covariance: float, n: int
) -> tuple[float, Interval]:
    """The difference in mean standard deviations, from the variances and covariance of n people.

    Cumming 2012, Understanding the New Statistics, ch. 11; interval Bonett 2008, Psychol Methods
    13:99-109. At least three people, one of the variances above zero.
    """
    df, pooled = n - 1, (before + after) / 2
    value = difference / math.sqrt(pooled)
    variance = value**2 * (before**2 + after**2 + 2 * covariance**2) / (8 * df * pooled**2)
    variance += (before + after - 2 * covariance) / (df * pooled)
    half = float(special.ndtri((1 + LEVEL) / 2)) * math.sqrt(variance)
    return value, Interval(value - half, value + half)


def _settled(first: Floats, then: Floats) -> Floats:
    """Changes. Means of items differ in the last digit though nobody moved: it is taken off."""
    largest = float(np.abs(np.concatenate([first, then])).max(initial=0.0))
    if largest == 0:
        return then - first
    digits = DIGITS - math.ceil(math.log10(largest))
    return np.round(then - first, digits) if digits < 300 else then - first


def _moved(
    differences: Floats, least: float, more_is_better: bool, basis: Basis, formula: Formula
) -> Moved:
    rose, fell = int((differences > least).sum()), int((differences < -least).sum())
    improved, worse = (rose, fell) if more_is_better else (fell, rose)
    unchanged = basis.n - rose - fell
    return Moved(
        formula=formula,
        n=basis.n,
        missing=basis.missing,
        on=basis.on,
        improved=improved,
        same=unchanged,
        worse=worse,
        shares=(
            share_of(basis, improved),
            share_of(basis, unchanged),
            share_of(basis, worse),
        ),
    )


def _no_spread(differences: Floats, basis: Basis, formula: Formula) -> Withheld:
    return basis.withheld(formula, Why.SAME_CHANGE if differences.any() else Why.NO_CHANGE)


def _t(differences: Floats, basis: Basis) -> Test | Withheld:
    found = paired_t(differences)
    if found is None:
        return _no_spread(differences, basis, Formula.PAIRED_T)
    return Test(
        formula=Formula.PAIRED_T,
        n=basis.n,
        missing=basis.missing,
        on=basis.on,
        statistic=found[0],
        p=found[1],
        df=basis.n - 1,
    )


def _wilcoxon(differences: Floats, basis: Basis) -> Test | Withheld:
    found = signed_ranks(differences)
    if found is None:
        return _no_spread(differences, basis, Formula.WILCOXON)
    rises, p, exact = found
    return Test(
        formula=Formula.WILCOXON,
        n=basis.n,
        missing=basis.missing,
        on=basis.on,
        statistic=rises,
        p=p,
        exact=exact,
    )


def _dz(differences: Floats, basis: Basis) -> Estimate | Withheld:
    if same(differences):
        return _no_spread(differences, basis, Formula.DZ)
    value = average(differences) / sd(differences)
    interval = dz_interval(value, basis.n) or basis.withheld(Formula.DZ, Why.NO_INTERVAL)
    return basis.estimate(Formula.DZ, value, interval)


def _dav(first: Floats, then: Floats, basis: Basis) -> Estimate | Withheld:
    if same(first) and same(then):
        return basis.withheld(Formula.DAV, Why.ALL_SAME)
    moments = np.cov(first - average(first), then - average(then))
    difference = average(then) - average(first)
    before, after, covariance = moments[0, 0], moments[1, 1], moments[0, 1]
    return basis.estimate(Formula.DAV, *dav_from(difference, before, after, covariance, basis.n))


def _noncentrality(t: float, df: int, p: float) -> float | None:
    """The noncentrality under which a t so small, or smaller, is seen with chance p; t >= 0."""
    reach = 10 * math.sqrt(1 + t * t / (2 * df))

    def off(noncentrality: float) -> float:
        chance = float(special.nctdtr(df, noncentrality, t))
        if math.isnan(chance):  # far out in a tail, where it is as good as certain
            chance = float(noncentrality < t)
        return chance - p

    if not off(t - reach) > 0 > off(t + reach):
        return None
    found = float(optimize.brentq(off, t - reach, t + reach, xtol=1e-13, rtol=1e-14))
    return found if abs(off(found)) < 1e-9 else None
