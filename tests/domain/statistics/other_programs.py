"""The statistics a third time, by pingouin and statsmodels, on 1,000 random sets: `make soak`."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pingouin
import pytest
from scipy import optimize, stats
from statsmodels.discrete.discrete_model import Logit
from statsmodels.duration.hazard_regression import PHReg
from statsmodels.duration.survfunc import SurvfuncRight, survdiff
from statsmodels.multivariate.factor import Factor
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from bot.domain.statistics import attrition as leaving
from bot.domain.statistics.agreement import retest
from bot.domain.statistics.change import change
from bot.domain.statistics.clustering import schools
from bot.domain.statistics.comparisons import benjamini_hochberg, holm
from bot.domain.statistics.figures import Change, Estimate, Survival
from bot.domain.statistics.odds import logistic
from bot.domain.statistics.reliability import cronbach, feldt, mcdonald, reliability
from bot.domain.statistics.summaries import share
from bot.domain.statistics.survival import cox, kaplan_meier, score_test
from tests.domain.statistics import random_data
from tests.domain.statistics.nearness import DAY, NEAR, estimate, near

SETS = 1000


def alpha_whole_with_gaps_and_without_each_item() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        k, n = int(chance.integers(3, 12)), int(chance.integers(30, 200))
        rows = random_data.scale(chance, n, k)
        if any(np.ptp(column) == 0 for column in rows.T):
            continue
        theirs, ends = pingouin.cronbach_alpha(pd.DataFrame(rows), nan_policy="listwise")
        ours = cronbach(rows)
        assert ours is not None
        near(ours, theirs)
        interval = feldt(ours, n, k)
        # they print three digits
        assert (interval.low, interval.high) == pytest.approx(tuple(ends), abs=0.000501)
        for item in reliability(rows.tolist(), on=DAY).items:
            if isinstance(item.without, Estimate):
                rest = pd.DataFrame(np.delete(rows, item.position, axis=1))
                near(item.without.value, pingouin.cronbach_alpha(rest, nan_policy="listwise")[0])
        gaps = np.where(chance.random(rows.shape) < 0.05, np.nan, rows)
        ours = cronbach(gaps)
        assert ours is not None
        near(ours, pingouin.cronbach_alpha(pd.DataFrame(gaps), nan_policy="pairwise")[0])


def strength_of_change_and_of_leaving() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        before, after = random_data.twice(chance, int(chance.integers(20, 120)))
        if np.ptp(before) == 0 or np.ptp(after) == 0:
            continue
        found = change(before.tolist(), after.tolist(), on=DAY)
        assert isinstance(found, Change)
        value, _ = estimate(found.dav)
        near(value, pingouin.compute_effsize(after, before, paired=True, eftype="cohen"))

        left = after[: int(chance.integers(10, len(after) + 1))]
        value, interval = estimate(
            leaving.attrition(before.tolist(), left.tolist(), on=DAY).difference
        )
        near(value, pingouin.compute_effsize(before, left, eftype="hedges"))
        n = len(before), len(left)
        error = np.sqrt(sum(n) / (n[0] * n[1]) + value**2 / (2 * sum(n)))
        low, high = stats.norm.interval(0.95, value, error)
        near(interval.low, low)
        near(interval.high, high)


def schools_of_equal_size() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        values, where = random_data.in_schools(chance)
        size = int((where == 0).sum())
        people = pd.DataFrame(
            {"school": where, "seat": np.tile(np.arange(size), where.max() + 1), "answer": values}
        )
        icc = pingouin.intraclass_corr(
            people, targets="school", raters="seat", ratings="answer"
        ).iloc[0]
        value, interval = estimate(schools(values.tolist(), where.tolist(), on=DAY).icc)
        near(value, icc["ICC"])
        bounds = next(icc[name] for name in icc.index if str(name).startswith("CI95"))
        assert (interval.low, interval.high) == pytest.approx(tuple(bounds), abs=0.00501)


def omega() -> None:
    """Two searches for the same maximum; the other one is led on to where its own slope ends."""
    seen = 0
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        k, n = int(chance.integers(4, 10)), int(chance.integers(50, 200))
        rows = random_data.scale(chance, n, k)
        ours = mcdonald(rows)
        theirs = Factor(corr=np.corrcoef(rows.T), n_factor=1, method="ml", nobs=n)
        found = theirs.fit(maxiter=500, tol=1e-10)
        if ours is None or (found.uniqueness < 0.005).any():
            continue
        begun = theirs._pack(found.loadings, found.uniqueness)
        unique, loadings = theirs._unpack(optimize.root(theirs.score, begun, tol=1e-14).x)
        deviations = rows.std(axis=0, ddof=1)
        common = (loadings[:, 0] * deviations).sum() ** 2
        near(ours, common / (common + (unique * deviations**2).sum()))
        seen += 1
    assert seen > SETS // 2


def many_tests() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        p = chance.random(int(chance.integers(1, 20))) ** 3
        for ours, method in ((holm, "holm"), (benjamini_hochberg, "fdr_bh")):
            theirs = tuple(multipletests(p, method=method)[1])
            assert ours(p.tolist(), on=DAY).p == pytest.approx(theirs, rel=NEAR)


def mean_of_schools() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        values, where = random_data.in_schools(chance)
        kept = chance.random(len(values)) < 0.8
        values, where = values[kept], where[kept]
        if len(set(where)) < 10:
            continue
        _, interval = estimate(schools(values.tolist(), where.tolist(), on=DAY).mean)
        fitted = OLS(values, np.ones(len(values))).fit(
            cov_type="cluster", cov_kwds={"groups": where}, use_t=True
        )
        low, high = fitted.conf_int()[0]
        near(interval.low, low, abs_=1e-9)
        near(interval.high, high, abs_=1e-9)


def shares() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        n = int(chance.integers(1, 300))
        count = int(chance.integers(0, n + 1))
        value, interval = estimate(share(count, n, on=DAY))
        assert value == count / n
        low, high = proportion_confint(count, n, method="wilson")
        near(interval.low, low)
        near(interval.high, high)


def lives_of_pairs() -> None:
    compared = 0
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        days, ended, traits = random_data.lives(chance)
        lives = list(zip(days.tolist(), ended.tolist(), strict=True))
        found = kaplan_meier(lives, on=DAY)
        assert isinstance(found, Survival)
        theirs = SurvfuncRight(days, ended.astype(int))
        shares = dict(zip(theirs.surv_times, theirs.surv_prob, strict=True))
        for step in found.steps:
            near(step.share, shares[step.day])
        tested = score_test(days, ended, traits[:, 0])
        if tested is not None:
            chi, p = survdiff(days, ended.astype(int), traits[:, 0])
            near(tested[0] ** 2, chi)
            near(tested[1], p)
            compared += 1
        ours = cox(lives, traits, 0.0)
        model = PHReg(days, traits, status=ended.astype(int), ties="efron")
        fitted = model.fit(disp=0, method="newton", maxiter=300, tol=1e-14)
        assert ours is not None
        assert ours[0] == pytest.approx(fitted.params, rel=NEAR)
        assert ours[1] == pytest.approx(fitted.bse, rel=NEAR)
    assert compared > SETS // 2


def odds_of_a_yes() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        _, _, traits = random_data.lives(chance)
        yes = (chance.random(len(traits)) < 1 / (1 + np.exp(-traits[:, 1]))).astype(float)
        design = np.column_stack([np.ones(len(yes)), traits])
        theirs = Logit(yes, design).fit(disp=0, tol=1e-13, maxiter=200)
        ours = logistic(yes, traits, 0.0)
        assert ours is not None
        assert ours[0] == pytest.approx(theirs.params[1:], rel=NEAR)
        assert ours[1] == pytest.approx(theirs.bse[1:], rel=NEAR)


def answers_given_again() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        n = int(chance.integers(50, 120))
        first = np.rint(np.clip(chance.normal(3, 1, n), 1, 5))
        again = np.clip(first + chance.integers(-1, 2, n), 1, 5).astype(float)
        value, interval = estimate(retest(first.tolist(), again.tolist(), on=DAY))
        people = pd.DataFrame(
            {"who": [*range(n), *range(n)], "time": [1] * n + [2] * n, "said": [*first, *again]}
        )
        icc = pingouin.intraclass_corr(people, targets="who", raters="time", ratings="said").iloc[1]
        near(value, icc["ICC"])
        bounds = next(icc[name] for name in icc.index if str(name).startswith("CI95"))
        assert (interval.low, interval.high) == pytest.approx(tuple(bounds), abs=0.00501)
