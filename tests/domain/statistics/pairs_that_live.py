"""How long pairs live and what goes with it: printed values, planted traits, and no traits."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize

from bot.domain.pair_lives import PairLife, helps
from bot.domain.statistics.figures import Estimate, Interval, Survival, Why, Withheld
from bot.domain.statistics.odds import logistic
from bot.domain.statistics.survival import cox, kaplan_meier, score_test
from bot.domain.statistics.what_helps import what_helps
from tests.domain.statistics import random_data
from tests.domain.statistics.nearness import DAY
from tests.lengths import length

SETS = length(4, 40)
# Freireich et al. 1963, weeks of remission, in every textbook and as R `MASS::gehan`.
_ENDED = (6, 6, 6, 7, 10, 13, 16, 22, 23)
_STILL = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
TREATED = [(week, True) for week in _ENDED] + [(week, False) for week in _STILL]
_WEEKS = (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
CONTROL = [(week, True) for week in _WEEKS]


def leukaemia_as_the_textbooks_have_it() -> None:
    found = kaplan_meier(TREATED, on=DAY)
    assert isinstance(found, Survival)
    shares = {step.day: round(step.share, 3) for step in found.steps}
    assert shares == {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    first = found.steps[0].interval
    assert first is not None
    assert (round(first.low, 3), round(first.high, 3)) == (0.620, 0.952)
    assert (found.at(5), round(found.at(100), 3)) == (1.0, 0.448)
    everyone = [*TREATED, *CONTROL]
    control = np.array([0.0] * 21 + [1.0] * 21)
    days, ended = (np.array(column) for column in zip(*everyone, strict=True))
    tested = score_test(days.astype(float), ended, control)
    assert tested is not None
    assert round(tested[0] ** 2, 2) == 16.79
    fitted = cox(everyone, control[:, None], 0.0)
    assert fitted is not None
    assert (round(fitted[0][0], 4), round(fitted[1][0], 4)) == (1.5721, 0.4124)


def penalised_models_stand_where_the_penalised_likelihood_is_highest() -> None:
    """Found anew from the plain sums by a search that knows no slope."""
    for seed in range(SETS):
        days, ended, traits = random_data.lives(np.random.default_rng(seed))
        days = days + np.arange(len(days)) * 1e-3  # without ties the likelihood is one line

        def misfit(
            beta: np.ndarray, days: np.ndarray = days, ended: np.ndarray = ended,
            traits: np.ndarray = traits,
        ) -> float:  # fmt: skip
            line = traits @ beta
            losses = [
                np.log(np.exp(line[days >= days[at]]).sum()) - line[at]
                for at in np.flatnonzero(ended)
            ]
            return float(sum(losses) + beta @ beta)

        ours = cox(list(zip(days.tolist(), ended.tolist(), strict=True)), traits, 2.0)
        theirs = optimize.minimize(misfit, [0, 0], method="Nelder-Mead", options={"xatol": 1e-8})
        assert ours is not None
        assert ours[0] == pytest.approx(theirs.x, abs=1e-5)

        yes = (traits[:, 1] > 0.3).astype(float)  # parted completely: only the penalty holds it
        drawn = logistic(yes, traits, 1.0)
        assert drawn is not None
        assert np.isfinite(drawn[0]).all()


def _pairs(chance: np.random.Generator, n: int, *, effect: float) -> list[PairLife]:
    """Pairs of whom those with a shared hour live longer; `noise` does nothing."""
    made = []
    for _ in range(n):
        slot, noise = float(chance.random() < 0.5), float(chance.random() < 0.5)
        days = chance.exponential(120 * np.exp(effect * slot))
        likes = chance.random() < 1 / (1 + np.exp(-effect * (slot - 0.5) * 2))
        traits = {"slot": slot, "noise": noise, "score": float(chance.normal(7, 1))}
        made.append(PairLife(min(days, 270.0), days < 270, bool(likes), traits))
    return made


def a_trait_that_helps_is_found_and_one_that_does_not_is_not() -> None:
    found, noise = 0, 0
    rounds = length(6, 400)
    for seed in range(rounds):
        known = what_helps(_pairs(np.random.default_rng(seed), 150, effect=1.2), on=DAY)
        by_trait = {effect.trait: effect for effect in known.effects}
        found += helps(by_trait["slot"]) is True
        noise += helps(by_trait["noise"]) is not None
        risk = by_trait["slot"].risk
        assert isinstance(risk, Estimate)
        assert isinstance(risk.interval, Interval)
        assert risk.interval.low < risk.value < risk.interval.high
    assert found >= 0.95 * rounds
    assert noise <= _by_chance(rounds)


def _by_chance(rounds: int) -> float:
    """More than so many false finds would not be one in twenty."""
    return float(0.05 * rounds + 3 * (0.05 * 0.95 * rounds) ** 0.5)


def where_nothing_helps_nothing_is_found() -> None:
    """Corrected for their number, one round in twenty rings falsely."""
    rounds = length(10, 600)
    false = sum(
        bool(what_helps(_pairs(np.random.default_rng(seed), 80, effect=0.0), on=DAY).found)
        for seed in range(rounds)
    )
    assert false <= _by_chance(rounds)


def few_pairs_get_a_reason() -> None:
    chance = np.random.default_rng(4)
    pairs = _pairs(chance, 60, effect=0.5)
    assert what_helps([], on=DAY).tests == 0
    assert isinstance(what_helps(pairs[:9], on=DAY).survival, Withheld)
    assert isinstance(what_helps(pairs[:10], on=DAY).survival, Survival)
    for some, why in (
        (pairs[:29], Why.TOO_FEW_PAIRS),
        ([PairLife(one.days, False, None, one.traits) for one in pairs], Why.TOO_FEW_ENDINGS),
        ([PairLife(one.days, True, None, {"slot": float(n == 0)}) for n, one in enumerate(pairs)],
         Why.TOO_FEW_EACH),
    ):  # fmt: skip
        known = what_helps(some, on=DAY)
        assert known.tests == 0
        for effect in known.effects:
            assert isinstance(effect.risk, Withheld)
            assert effect.risk.reason is why
            assert isinstance(effect.odds, Withheld)
    # a trait that all of them have says nothing and is not named
    same = [PairLife(one.days, one.ended, one.content, {"slot": 1.0}) for one in pairs]
    assert what_helps(same, on=DAY).effects == ()


def all_that_begin_may_end_on_one_day() -> None:
    found = kaplan_meier([(5.0, True)] * 12, on=DAY)
    assert isinstance(found, Survival)
    assert [(step.share, step.interval) for step in found.steps] == [(0.0, None)]
    unharmed = kaplan_meier([(5.0, False)] * 12, on=DAY)
    assert isinstance(unharmed, Survival)
    assert (unharmed.steps, unharmed.at(3)) == ((), 1.0)
    with pytest.raises(ValueError, match="less than no days"):
        kaplan_meier([(-1.0, True)] * 12, on=DAY)
