"""How long pairs live: Kaplan-Meier, the log-rank test, Cox with a penalty. Loads scipy.

A life is (days, whether it ended early); one that goes on, or came to its good end, counts up to
that day and no further.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy import special

from bot.domain.statistics.answers import Floats
from bot.domain.statistics.figures import (
    LEVEL,
    Formula,
    Interval,
    Survival,
    SurvivalStep,
    Withheld,
)
from bot.domain.statistics.gates import Basis
from bot.domain.statistics.newton import lowest

Z = float(special.ndtri((1 + LEVEL) / 2))
Lives = Sequence[tuple[float, bool]]
Flags = NDArray[np.bool_]


def kaplan_meier(lives: Lives, *, on: date) -> Survival | Withheld:
    """The share still together after each day on which a pair fell apart.

    Kaplan & Meier 1958, JASA 53:457-481; interval of log(-log) with Greenwood's variance
    (Kalbfleisch & Prentice), which stays between 0 and 1. Raises ValueError for days below zero.
    """
    days, ended = _arrays(lives)
    basis = Basis(len(days), 0, on)
    if closed := basis.held_back(Formula.SURVIVAL):
        return closed
    steps, share, variance = [], 1.0, 0.0
    for day in np.unique(days[ended]):
        at_risk, ends = int((days >= day).sum()), int(ended[days == day].sum())
        share *= 1 - ends / at_risk
        if at_risk == ends:
            interval = None  # nobody is left: nothing says how sure that is
        else:
            variance += ends / (at_risk * (at_risk - ends))
            half = Z * variance**0.5 / abs(np.log(share))
            interval = Interval(float(share ** np.exp(half)), float(share ** np.exp(-half)))
        steps.append(SurvivalStep(float(day), at_risk, ends, float(share), interval))
    return Survival(
        formula=Formula.SURVIVAL,
        n=basis.n,
        missing=0,
        on=on,
        steps=tuple(steps),
        ended=int(ended.sum()),
        longest=float(days.max()),
    )


def score_test(days: Floats, ended: Flags, x: Floats) -> tuple[float, float] | None:
    """Whether pairs with more of a trait live longer or shorter; two groups: trait 0 and 1.

    Mantel 1966 with the variance of ties; of a trait in numbers the test of trend (Tarone 1975),
    which is the score test of Cox's model: observed less expected over its deviation (above zero:
    with the trait pairs end earlier), and its two-sided p. None: nothing to compare.
    """
    observed, variance = 0.0, 0.0
    for day in np.unique(days[ended]):
        here, ends = x[days >= day], x[(days == day) & ended]
        n, d = len(here), len(ends)
        observed += float(ends.sum() - d * here.mean())
        if n > 1:
            variance += d * (n - d) / (n - 1) * float(here.var())
    if not variance > 0:
        return None
    z = observed / variance**0.5
    return z, float(2 * special.ndtr(-abs(z)))


def cox(lives: Lives, traits: Floats, penalty: float) -> tuple[Floats, Floats] | None:
    """Log hazard ratios of each trait (pairs by traits) and their standard errors.

    Cox 1972, JRSS B 34:187-220, ties by Efron 1977; `penalty` times half the sum of squared
    coefficients is added (Verweij & van Houwelingen 1994, Stat Med 13:2427-2436): few pairs give
    no loud numbers. None: no ending, or no optimum was found.
    """
    days, ended = _arrays(lives)
    if not ended.any() or not traits.shape[1]:
        return None
    x = traits - traits.mean(axis=0)
    ends = np.unique(days[ended])

    def at(beta: Floats) -> tuple[float, Floats, Floats]:
        """Minus the penalised log likelihood, its slope and its curvature."""
        weights = np.exp(x @ beta)
        value = 0.5 * penalty * float(beta @ beta)
        slope = penalty * beta
        curve = penalty * np.eye(len(beta))
        for day in ends:
            risk, dying = days >= day, (days == day) & ended
            value -= float((x[dying] @ beta).sum())
            slope = slope - x[dying].sum(axis=0)
            d = int(dying.sum())
            moments = [_moments(x[which], weights[which]) for which in (risk, dying)]
            for turn in range(d):
                total, first, second = (
                    whole - turn / d * part
                    for whole, part in zip(moments[0], moments[1], strict=True)
                )
                value += float(np.log(total))
                slope = slope + first / total
                curve = curve + second / total - np.outer(first, first) / total**2
        return value, slope, curve

    return lowest(at, x.shape[1])


def _moments(x: Floats, weights: Floats) -> tuple[Floats, Floats, Floats]:
    weighted = x * weights[:, None]
    return np.asarray(weights.sum()), weighted.sum(axis=0), weighted.T @ x


def _arrays(lives: Lives) -> tuple[Floats, Flags]:
    days = np.array([day for day, _ in lives], dtype=np.float64)
    if not np.isfinite(days).all() or (days < 0).any():
        raise ValueError("a life of less than no days")
    return days, np.array([ended for _, ended in lives], dtype=bool)


def smaller_side(x: Floats) -> int:
    """Of two groups the smaller; of a trait in numbers the fewer beside its middle."""
    kinds, counts = np.unique(x, return_counts=True)
    if len(kinds) <= 2:
        return int(counts.min()) if len(kinds) == 2 else 0
    middle = np.median(x)
    return int(min((x > middle).sum(), (x < middle).sum()))
