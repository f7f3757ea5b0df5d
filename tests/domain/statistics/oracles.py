"""The statistics a second time, by scipy, on random data: a share, 1,000 sets with `make soak`.

There `other_programs` joins in, which take seconds to load.
"""

from __future__ import annotations

import numpy as np
from scipy import stats

from bot.domain.statistics.change import change
from bot.domain.statistics.clustering import one_way
from bot.domain.statistics.correlations import pearson
from bot.domain.statistics.figures import Change, Test
from bot.domain.statistics.ranks import EXACT_UNTIL, signed_ranks
from bot.domain.statistics.reliability import reliability
from bot.domain.statistics.summaries import mean, median, spread
from tests.domain.statistics import random_data
from tests.domain.statistics.nearness import DAY, estimate, near
from tests.lengths import length

SETS = length(12, 1000)


def means_medians_spreads() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        values = random_data.answers(chance, int(chance.integers(8, 200)))
        asked = random_data.with_gaps(chance, values, 0.1)
        given = np.array([one for one in asked if one is not None])
        if len(given) < 6 or np.ptp(given) == 0:
            continue
        value, interval = estimate(mean(asked, on=DAY))
        near(value, given.mean())
        t = stats.ttest_1samp(given, 0).confidence_interval()
        near(interval.low, t.low, abs_=1e-9 * abs(value))
        near(interval.high, t.high, abs_=1e-9 * abs(value))

        value, interval = estimate(median(asked, on=DAY))
        near(value, np.median(given))
        theirs = stats.quantile_test(given, p=0.5).confidence_interval()
        assert (interval.low, interval.high) == (theirs.low, theirs.high)

        value, interval = estimate(spread(asked, on=DAY))
        near(value, given.std(ddof=1))


def items_of_scales() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        rows = random_data.scale(chance, int(chance.integers(30, 200)), int(chance.integers(3, 12)))
        if any(np.ptp(column) == 0 for column in rows.T):
            continue
        for item in reliability(rows.tolist(), on=DAY).items:
            rest = np.delete(rows, item.position, axis=1).sum(axis=1)
            theirs = stats.pearsonr(rows[:, item.position], rest)
            value, interval = estimate(item.rest)
            near(value, theirs.statistic)
            bounds = theirs.confidence_interval()
            near(interval.low, bounds.low)
            near(interval.high, bounds.high)


def before_and_after() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        before, after = random_data.twice(chance, int(chance.integers(20, 120)))
        differences = after - before
        if np.ptp(differences) == 0 or np.ptp(before) == 0:
            continue
        found = change(before.tolist(), after.tolist(), on=DAY)
        assert isinstance(found, Change)
        assert isinstance(found.t, Test)
        theirs = stats.ttest_rel(after, before)
        near(found.t.statistic, theirs.statistic)
        near(found.t.p, theirs.pvalue, abs_=1e-300)
        value, interval = estimate(found.difference)
        bounds = theirs.confidence_interval()
        near(interval.low, bounds.low, abs_=1e-9 * abs(value))
        near(interval.high, bounds.high, abs_=1e-9 * abs(value))
        value, interval = estimate(found.dz)
        near(value, differences.mean() / differences.std(ddof=1))
        root, df = np.sqrt(found.n), found.n - 1
        for end, p in ((interval.low, 0.975), (interval.high, 0.025)):
            near(float(stats.nct.cdf(value * root, df, end * root)), p, rel=1e-8)


def signed_ranks_are_exact_while_there_are_few() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        smooth = chance.normal(0.2, 1, int(chance.integers(1, 50)))
        found = signed_ranks(smooth)
        assert found is not None
        theirs = stats.wilcoxon(smooth, method="exact")
        near(found[1], theirs.pvalue)
        tied = np.rint(chance.normal(0.4, 1.5, int(chance.integers(2, 10))))
        found = signed_ranks(tied)
        if found is not None:
            every = stats.PermutationMethod(n_resamples=np.inf)
            near(found[1], stats.wilcoxon(tied, method=every).pvalue)
        if seed % 10 == 0:
            many = np.rint(chance.normal(0.1, 3, 3 * EXACT_UNTIL))
            found = signed_ranks(many)
            assert found is not None
            assert not found[2]
            near(found[1], stats.wilcoxon(many, method="asymptotic").pvalue)


def variance_between_schools() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        values, where = random_data.in_schools(chance)
        groups = [values[where == each] for each in np.unique(where)]
        found = one_way(groups)
        assert found is not None
        theirs = stats.f_oneway(*groups)
        near(found[2], theirs.statistic)
        near(found[3], theirs.pvalue, abs_=1e-300)


def correlation() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        one, other = random_data.twice(chance, int(chance.integers(3, 100)))
        if np.ptp(one) and np.ptp(other):
            ours = pearson(one, other)
            assert ours is not None
            near(ours, stats.pearsonr(one, other).statistic)
