"""People of one school answer alike: how much, and an interval that knows of it. Loads scipy."""

from collections.abc import Hashable, Sequence
from datetime import date

import numpy as np
from scipy import special, stats

from bot.domain.statistics.answers import Floats, filled
from bot.domain.statistics.figures import (
    LEVEL,
    Counted,
    Estimate,
    Formula,
    Interval,
    Schools,
    Values,
    Why,
    Withheld,
)
from bot.domain.statistics.gates import GATES, Basis
from bot.domain.statistics.summaries import average, same


def schools(values: Values, school: Sequence[Hashable], *, on: date) -> Schools:
    """ICC(1) of schools with its interval, and the mean with an interval robust to them.

    From one-way analysis of variance with the mean size of unbalanced groups (Donner 1986, Int Stat
    Rev 54:67-82; interval Searle 1971). Design effect: Kish 1965. Raises ValueError when the lists
    are of different length.
    """
    if len(values) != len(school):
        raise ValueError(f"{len(values)} answers, {len(school)} schools")
    given, missing = filled(values)
    basis = Basis(len(given), missing, on)
    groups = _groups(values, school)
    had = {Counted.SCHOOLS: len(groups), Counted.PEOPLE: basis.n}
    icc = basis.held_back(Formula.SCHOOLS, had) or _icc(groups, basis)
    effect = None
    if isinstance(icc, Estimate):
        weighted = sum(len(group) ** 2 for group in groups) / basis.n
        effect = 1 + (weighted - 1) * max(0.0, icc.value)
    enough = min(gate.least for gate in GATES[Formula.CLUSTERED] if gate.of is Counted.SCHOOLS)
    return Schools(
        formula=Formula.SCHOOLS,
        n=basis.n,
        missing=missing,
        on=on,
        schools=len(groups),
        icc=icc,
        design_effect=effect,
        warning=2 <= len(groups) < enough,
        mean=basis.held_back(Formula.CLUSTERED, had) or _clustered(groups, basis),
    )


def one_way(groups: Sequence[Floats]) -> tuple[float, float, float, float] | None:
    """Mean squares between and within, F, and p of one-way analysis of variance.

    None: there is no spread within groups, or as many groups as people.
    """
    everyone = np.concatenate(groups)
    # the middle taken off first: sums of squares of large numbers lose their digits
    middle = average(everyone)
    shifted = [group - middle for group in groups]
    n, k = len(everyone), len(groups)
    means = [float(group.mean()) for group in shifted]
    within = sum(float(((g - m) ** 2).sum()) for g, m in zip(shifted, means, strict=True))
    whole = float(np.concatenate(shifted).mean())
    between = sum(len(g) * (m - whole) ** 2 for g, m in zip(shifted, means, strict=True))
    if k < 2 or n <= k or within == 0 or all(same(group) for group in groups):
        return None
    f = (between / (k - 1)) / (within / (n - k))
    return between / (k - 1), within / (n - k), f, float(special.fdtrc(k - 1, n - k, f))


def _groups(values: Values, school: Sequence[Hashable]) -> list[Floats]:
    found: dict[Hashable, list[float]] = {}
    for value, where in zip(values, school, strict=True):
        if value is not None and not np.isnan(value):
            found.setdefault(where, []).append(value)
    return [np.array(group, dtype=np.float64) for group in found.values()]


def _icc(groups: list[Floats], basis: Basis) -> Estimate | Withheld:
    found = one_way(groups)
    if found is None:
        return basis.withheld(Formula.SCHOOLS, Why.ALL_SAME)
    between, within, f, _ = found
    n, k = basis.n, len(groups)
    size = (n - sum(len(group) ** 2 for group in groups) / n) / (k - 1)
    tail = (1 - LEVEL) / 2
    lowest = f / float(stats.f.isf(tail, k - 1, n - k))
    highest = f * float(stats.f.isf(tail, n - k, k - 1))
    return basis.estimate(
        Formula.SCHOOLS,
        (between - within) / (between + (size - 1) * within),
        Interval((lowest - 1) / (lowest + size - 1), (highest - 1) / (highest + size - 1)),
    )


def _clustered(groups: list[Floats], basis: Basis) -> Estimate:
    """Liang & Zeger 1986 for a mean, with G / (G - 1) and Student's t of G - 1 degrees."""
    everyone = np.concatenate(groups)
    middle = average(everyone)
    if same(everyone):
        interval: Interval | Withheld = basis.withheld(Formula.CLUSTERED, Why.ALL_SAME)
    else:
        k = len(groups)
        sums = sum(float((group - middle).sum()) ** 2 for group in groups)
        error = (k / (k - 1) * sums) ** 0.5 / basis.n
        half = float(special.stdtrit(k - 1, (1 + LEVEL) / 2)) * error
        interval = Interval(middle - half, middle + half)
    return basis.estimate(Formula.CLUSTERED, middle, interval)
