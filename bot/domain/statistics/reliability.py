"""Whether the items of a scale measure one thing: alpha, omega, what each item adds. Loads scipy.

Rows are people by items, reverse-scored items already turned (`answers.turned`).
"""

from datetime import date
from itertools import combinations_with_replacement

import numpy as np
from scipy import optimize, stats

from bot.domain.statistics.answers import Floats, complete
from bot.domain.statistics.correlations import correlation
from bot.domain.statistics.figures import (
    LEVEL,
    Counted,
    Estimate,
    Formula,
    Interval,
    ItemFigures,
    Rows,
    ScaleFigures,
    Verdict,
    Why,
    Withheld,
)
from bot.domain.statistics.gates import VERDICT_PEOPLE, VERDICT_PER_ITEM, Basis
from bot.domain.statistics.summaries import same

GOOD_FROM, REDUNDANT_FROM = 0.70, 0.95  # Terwee et al. 2007


def reliability(rows: Rows, *, on: date) -> ScaleFigures:
    """Everything about one scale, from those who answered all of its items.

    Any figure below its gate, or that the answers do not bear, is `Withheld` inside.
    """
    whole, missing = complete(rows)
    n, items = len(whole), whole.shape[1]
    basis = Basis(n, missing, on)
    had = {Counted.PEOPLE: n, Counted.ITEMS: items}
    alpha = basis.held_back(Formula.ALPHA, had) or _alpha(whole, basis, Formula.ALPHA)
    return ScaleFigures(
        formula=Formula.ALPHA,
        n=n,
        missing=missing,
        on=on,
        alpha=alpha,
        omega=basis.held_back(Formula.OMEGA, had) or _omega(whole, basis),
        verdict=_verdict(alpha, items, basis),
        items=tuple(
            ItemFigures(
                position=position,
                rest=basis.held_back(Formula.ITEM_REST, had) or _rest(whole, position, basis),
                without=basis.held_back(Formula.ALPHA_WITHOUT, had)
                or _alpha(np.delete(whole, position, axis=1), basis, Formula.ALPHA_WITHOUT),
            )
            for position in range(items)
        ),
    )


def cronbach(answers: Floats) -> float | None:
    """Cronbach's alpha of complete answers (people by items); None where all sums are the same.

    Cronbach 1951, Psychometrika 16:297-334. At least two people and two items. With gaps (NaN) it
    is reckoned from pairwise covariances, as R `psych::alpha` does.
    """
    k = answers.shape[1]
    covariance = _covariance(answers)
    total = float(covariance.sum())
    if not total > 0 or _sums_same(answers):
        return None
    return float(k / (k - 1) * (1 - np.trace(covariance) / total))


def feldt(alpha: float, n: int, k: int) -> Interval:
    """Feldt's interval of alpha by the F distribution (Feldt, Woodruff & Salih 1987)."""
    tail = (1 - LEVEL) / 2
    df = (n - 1, (n - 1) * (k - 1))
    return Interval(
        1 - (1 - alpha) * float(stats.f.isf(tail, *df)),
        1 - (1 - alpha) * float(stats.f.ppf(tail, *df)),
    )


def mcdonald(answers: Floats) -> float | None:
    """McDonald's omega total from one common factor by maximum likelihood.

    McDonald 1999, Test Theory, ch. 6: (sum of loadings)^2 / ((sum of loadings)^2 + sum of unique
    variances), in the items' own units. None where no proper one-factor model fits: an item is the
    same for all, or explains itself wholly (Heywood case).
    """
    if any(same(column) for column in answers.T):
        return None
    covariance = np.cov(answers, rowvar=False)
    deviations = np.sqrt(np.diag(covariance))
    unique = _unique_variances(covariance / np.outer(deviations, deviations))
    if unique is None:
        return None
    scaled = covariance / np.outer(deviations, deviations)
    loadings = _loadings(scaled, unique) * deviations
    common = float(loadings.sum()) ** 2
    left = float((unique * deviations**2).sum())
    return common / (common + left)


LEAST_UNIQUE = 0.005  # as R `factanal` and SPSS: below it an item is said to explain itself
HALF_THE_DIGITS = 1e-4


def _unique_variances(correlations: Floats) -> Floats | None:
    """Those of the one-factor model of highest likelihood (Joereskog 1967)."""
    k = len(correlations)

    def misfit(unique: Floats) -> float:
        scale = 1 / np.sqrt(unique)
        values = np.linalg.eigvalsh(correlations * np.outer(scale, scale))[:-1]
        return float((values - np.log(values) - 1).sum()) if values[0] > 0 else np.inf

    def slope(unique: Floats) -> Floats:
        loadings = _loadings(correlations, unique)
        fitted = np.outer(loadings, loadings) + np.diag(unique)
        return np.asarray((np.diag(fitted) - np.diag(correlations)) / unique**2)

    try:
        start = (1 - 0.5 / k) / np.diag(np.linalg.inv(correlations))
    except np.linalg.LinAlgError:
        return None
    if not np.isfinite(start).all() or np.linalg.cond(correlations) > 1e12:
        return None
    found = optimize.minimize(
        misfit,
        np.clip(start, LEAST_UNIQUE, 1),
        jac=slope,
        method="L-BFGS-B",
        bounds=[(LEAST_UNIQUE, 1)] * k,
        options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 1000},
    )
    if not np.isfinite(found.fun) or (found.x <= LEAST_UNIQUE).any():
        return None
    # The search ends where the value changes no more, at half the digits; the rest come from what
    # holds at the highest point: every item is explained in full.
    exact = optimize.root(
        lambda unique: _loadings(correlations, np.abs(unique)) ** 2 + unique - 1, found.x, tol=1e-14
    )
    near = np.abs(exact.x - found.x).max() < HALF_THE_DIGITS
    return np.asarray(exact.x if near else found.x)


def _loadings(correlations: Floats, unique: Floats) -> Floats:
    """Of one factor given the unique variances; the sign makes their sum positive."""
    scale = np.sqrt(unique)
    values, vectors = np.linalg.eigh(correlations / np.outer(scale, scale))
    loadings = scale * vectors[:, -1] * np.sqrt(max(float(values[-1]) - 1, 0.0))
    return np.asarray(loadings if loadings.sum() >= 0 else -loadings)


def _alpha(answers: Floats, basis: Basis, formula: Formula) -> Estimate | Withheld:
    value = cronbach(answers)
    if value is None:
        return basis.withheld(formula, Why.ALL_SAME)
    if value <= 0:
        return basis.withheld(formula, Why.NOT_ONE_THING)
    return basis.estimate(formula, value, feldt(value, basis.n, answers.shape[1]))


def _omega(answers: Floats, basis: Basis) -> Estimate | Withheld:
    value = mcdonald(answers)
    if value is None:
        alike = any(same(column) for column in answers.T)
        return basis.withheld(Formula.OMEGA, Why.ALL_SAME if alike else Why.NO_SOLUTION)
    # its usual intervals are by resampling: chance has no place in a figure that must repeat
    return basis.estimate(Formula.OMEGA, value, basis.withheld(Formula.OMEGA, Why.NO_INTERVAL))


def _rest(answers: Floats, position: int, basis: Basis) -> Estimate | Withheld:
    rest = np.delete(answers, position, axis=1).sum(axis=1)
    return correlation(answers[:, position], rest, basis, Formula.ITEM_REST)


def _verdict(alpha: Estimate | Withheld, items: int, basis: Basis) -> Verdict | Withheld:
    needed = max(VERDICT_PEOPLE, VERDICT_PER_ITEM * items)
    if isinstance(alpha, Withheld):
        return alpha
    if basis.n < needed:
        return basis.withheld(Formula.ALPHA, Why.TOO_FEW_PEOPLE, needed=needed)
    if alpha.value > REDUNDANT_FROM:
        return Verdict.REDUNDANT
    return Verdict.GOOD if alpha.value >= GOOD_FROM else Verdict.LOW


def _covariance(answers: Floats) -> Floats:
    """Covariances of items, each from the people who answered both of the two."""
    if not np.isnan(answers).any():
        return np.atleast_2d(np.cov(answers, rowvar=False))
    k = answers.shape[1]
    found = np.empty((k, k))
    for one, other in combinations_with_replacement(range(k), 2):
        pairs = answers[:, [one, other]]
        known = pairs[~np.isnan(pairs).any(axis=1)]
        found[one, other] = found[other, one] = np.cov(known, rowvar=False)[0, 1]
    return found


def _sums_same(answers: Floats) -> bool:
    return not np.isnan(answers).any() and same(answers.sum(axis=1))
