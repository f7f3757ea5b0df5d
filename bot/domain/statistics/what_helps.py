"""Which traits of pairs go with a longer life and with content pairs. Loads scipy.

Each trait by itself: with a few dozen pairs a model of all at once says nothing. What goes together
is not yet a cause, and the words say so.
"""

import math
from collections.abc import Sequence
from datetime import date

import numpy as np

from bot.domain.pair_lives import PairLife, TraitEffect, WhatHelps
from bot.domain.statistics.answers import Floats
from bot.domain.statistics.comparisons import benjamini_hochberg
from bot.domain.statistics.figures import Counted, Estimate, Formula, Interval, Why, Withheld
from bot.domain.statistics.gates import Basis
from bot.domain.statistics.odds import logistic, trend
from bot.domain.statistics.summaries import same, sd
from bot.domain.statistics.survival import Z, cox, kaplan_meier, score_test, smaller_side

# Of the coefficient of a trait in standard deviations: as if it were known beforehand that a ratio
# beyond 1 : 7 per standard deviation is hardly met (a normal prior of deviation one).
PENALTY = 1.0
Found = tuple[Estimate | Withheld, float | None]


def what_helps(pairs: Sequence[PairLife], *, on: date) -> WhatHelps:
    """Everything at once, for the worker process. Tests are corrected together."""
    rated = [pair for pair in pairs if pair.content is not None]
    found = []
    for trait in sorted({key for pair in pairs for key in pair.traits}):
        known = [pair for pair in pairs if trait in pair.traits]
        if len({pair.traits[trait] for pair in known}) > 1:
            also_rated = [pair for pair in rated if trait in pair.traits]
            risk = _risk(known, trait, len(pairs) - len(known), on)
            odds = _odds(also_rated, trait, len(pairs) - len(also_rated), on)
            found.append((trait, risk, odds))
    corrected = benjamini_hochberg(
        [p for _, risk, odds in found for p in (risk[1], odds[1])], on=on
    )
    return WhatHelps(
        survival=kaplan_meier([(pair.days, pair.ended) for pair in pairs], on=on),
        effects=tuple(
            TraitEffect(trait, risk[0], corrected.p[2 * at], odds[0], corrected.p[2 * at + 1])
            for at, (trait, risk, odds) in enumerate(found)
        ),
        tests=corrected.n,
        rated=len(rated),
        content=sum(1 for pair in rated if pair.content),
        on=on,
    )


def _risk(known: Sequence[PairLife], trait: str, missing: int, on: date) -> Found:
    basis = Basis(len(known), missing, on)
    x = np.array([pair.traits[trait] for pair in known])
    ended = np.array([pair.ended for pair in known], dtype=bool)
    had = {
        Counted.PAIRS: basis.n,
        Counted.ENDINGS: int(ended.sum()),
        Counted.EACH: smaller_side(x),
    }
    if closed := basis.held_back(Formula.HAZARD, had):
        return closed, None
    days = np.array([pair.days for pair in known])
    tested = score_test(days, ended, x)
    lives = list(zip(days.tolist(), ended.tolist(), strict=True))
    fitted = cox(lives, (x / sd(x))[:, None], PENALTY)
    return _ratio(Formula.HAZARD, fitted, tested, x, basis)


def _odds(known: Sequence[PairLife], trait: str, missing: int, on: date) -> Found:
    basis = Basis(len(known), missing, on)
    x = np.array([pair.traits[trait] for pair in known])
    yes = np.array([float(bool(pair.content)) for pair in known])
    smaller = int(min(yes.sum(), len(yes) - yes.sum()))
    had = {Counted.PAIRS: basis.n, Counted.EACH: min(smaller, smaller_side(x))}
    if closed := basis.held_back(Formula.ODDS, had):
        return closed, None
    return _ratio(
        Formula.ODDS, logistic(yes, (x / sd(x))[:, None], PENALTY), trend(yes, x), x, basis
    )


def _ratio(
    formula: Formula,
    fitted: tuple[Floats, Floats] | None,
    tested: tuple[float, float] | None,
    x: Floats,
    basis: Basis,
) -> Found:
    if fitted is None or tested is None or same(x):
        return basis.withheld(formula, Why.NO_SOLUTION), None
    per_step = 1 / sd(x)
    middle, half = float(fitted[0][0]) * per_step, Z * float(fitted[1][0]) * per_step
    if abs(middle) + half > 300:
        return basis.withheld(formula, Why.NO_SOLUTION), None
    interval = Interval(math.exp(middle - half), math.exp(middle + half))
    return basis.estimate(formula, math.exp(middle), interval), tested[1]
