"""What must hold whatever the answers: of units, of order, of turned scales, of doubled samples."""

from __future__ import annotations

import numpy as np
import pytest

from bot.domain.statistics.answers import scale_scores, turned
from bot.domain.statistics.attrition import attrition, bounds
from bot.domain.statistics.change import beyond, change, precision
from bot.domain.statistics.figures import (
    Bounds,
    Change,
    Estimate,
    Figure,
    Moved,
    Precision,
    Test,
    Values,
)
from bot.domain.statistics.reliability import mcdonald, reliability
from bot.domain.statistics.summaries import mean, median, share
from tests.domain.statistics import random_data
from tests.domain.statistics.nearness import DAY, estimate
from tests.lengths import length

SETS = length(10, 1000)
NEAR = 1e-8


def _change(before: Values, after: Values, *, more_is_better: bool = True) -> Change:
    found = change(before, after, on=DAY, more_is_better=more_is_better)
    assert isinstance(found, Change)
    return found


def _tests(found: Change) -> tuple[float, ...]:
    assert isinstance(found.t, Test)
    assert isinstance(found.wilcoxon, Test)
    return (found.t.p, found.wilcoxon.p, abs(found.t.statistic))


def units_do_not_matter() -> None:
    """Minutes or hours, a scale from 0 or from 100: tests and effect sizes stay, means follow."""
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        before, after = random_data.twice(chance, 40)
        if np.ptp(before) == 0 or np.ptp(after - before) == 0:
            continue
        # a power of two and a whole shift: nothing is lost by writing it in other units
        factor, shift = 2.0 ** chance.integers(-3, 4), float(chance.integers(-10, 10))
        one = _change(before.tolist(), after.tolist())
        other = _change((before * factor + shift).tolist(), (after * factor + shift).tolist())
        assert _tests(other) == pytest.approx(_tests(one), rel=NEAR)
        for name in ("dz", "dav"):
            value, interval = estimate(getattr(one, name))
            scaled, bounds_ = estimate(getattr(other, name))
            assert scaled == pytest.approx(value, rel=NEAR, abs=1e-12)
            assert bounds_.low == pytest.approx(interval.low, rel=NEAR, abs=1e-9)
        difference, _ = estimate(one.difference)
        scaled, _ = estimate(other.difference)
        assert scaled == pytest.approx(difference * factor, rel=NEAR, abs=1e-9)
        assert other.moved.improved == one.moved.improved


def the_order_of_people_and_items_does_not_matter() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        rows = random_data.scale(chance, 60, 6)
        mixed = rows[chance.permutation(60)]
        columns = chance.permutation(6)
        one = reliability(rows.tolist(), on=DAY)
        other = reliability(mixed[:, columns].tolist(), on=DAY)
        for name in ("alpha", "omega"):
            found, again = getattr(one, name), getattr(other, name)
            assert type(found) is type(again)
            if isinstance(found, Estimate):
                # omega is searched for: as near as the search goes
                assert again.value == pytest.approx(found.value, rel=1e-6)
        for position, column in enumerate(columns):
            value, _ = estimate(one.items[column].rest)
            moved, _ = estimate(other.items[position].rest)
            assert moved == pytest.approx(value, rel=NEAR, abs=1e-12)


def a_turned_item_turned_back_changes_nothing() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        rows = np.rint(np.clip(random_data.scale(chance, 50, 5), 1, 5)).tolist()
        asked = turned(rows, {1, 3}, 1, 5)
        assert turned(asked, {1, 3}, 1, 5) == rows
        one, other = (reliability(each, on=DAY) for each in (rows, turned(asked, {1, 3}, 1, 5)))
        assert one == other
        # the whole scale turned measures the same
        whole = reliability(turned(rows, set(range(5)), 1, 5), on=DAY).alpha
        assert type(whole) is type(one.alpha)
        if isinstance(whole, Estimate) and isinstance(one.alpha, Estimate):
            assert whole.value == pytest.approx(one.alpha.value, rel=NEAR)


def before_and_after_changed_places() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        before, after = random_data.twice(chance, 30)
        if np.ptp(before) == 0 or np.ptp(after - before) == 0:
            continue
        one = _change(before.tolist(), after.tolist())
        back = _change(after.tolist(), before.tolist())
        assert _tests(back) == pytest.approx(_tests(one), rel=NEAR)
        assert (back.moved.improved, back.moved.worse) == (one.moved.worse, one.moved.improved)
        value, interval = estimate(one.dz)
        other, mirrored = estimate(back.dz)
        assert other == pytest.approx(-value, rel=NEAR)
        assert mirrored.low == pytest.approx(-interval.high, rel=NEAR)
        less = _change(before.tolist(), after.tolist(), more_is_better=False)
        assert less.moved.improved == one.moved.worse


def a_doubled_sample_knows_more_and_says_the_same() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        values = random_data.answers(chance, 40)
        if np.ptp(values) == 0:
            continue
        for figure in (mean, median):
            value, interval = estimate(figure(values.tolist(), on=DAY))
            doubled, narrower = estimate(figure([*values, *values], on=DAY))
            assert doubled == pytest.approx(value, rel=1e-12)
            assert narrower.high - narrower.low <= interval.high - interval.low
        rows = random_data.scale(chance, 40, 4)
        one, other = mcdonald(rows), mcdonald(np.vstack([rows, rows]))
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            assert other == pytest.approx(one, rel=1e-6)


def gaps_are_counted_and_nothing_else() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        values = random_data.answers(chance, 30)
        gaps = random_data.with_gaps(chance, values, 0.3)
        given = [one for one in gaps if one is not None]
        found, whole = mean(gaps, on=DAY), mean(given, on=DAY)
        assert (found.n, found.missing) == (len(given), 30 - len(given))
        assert isinstance(found, Estimate)
        assert isinstance(whole, Estimate)
        assert found.value == whole.value


def bounds_hold_whatever_the_missing_would_have_said() -> None:
    for seed in range(SETS):
        chance = np.random.default_rng(seed)
        after = chance.integers(1, 6, 40).astype(float)
        gaps = random_data.with_gaps(chance, after, 0.4)
        if all(one is None for one in gaps):
            continue
        found = bounds(gaps, 1, 5, on=DAY)
        turned_ = bounds(gaps, 1, 5, on=DAY, more_is_better=False)
        assert isinstance(found, Bounds)
        assert isinstance(turned_, Bounds)
        assert found.worst - 1e-12 <= after.mean() <= found.best + 1e-12
        assert (turned_.worst, turned_.best) == (found.best, found.worst)


def intervals_hold_the_truth_as_often_as_they_say() -> None:
    """95 of 100; a share here sees a gross error, 4,000 with `make soak`."""
    rounds = length(200, 4000)
    chance = np.random.default_rng(7)
    held = {"mean": 0, "median": 0, "share": 0, "dz": 0, "dav": 0, "smd": 0}
    for _ in range(rounds):
        values = chance.normal(3, 1, 25)
        truths: list[tuple[str, Figure, float]] = [
            ("mean", mean(values.tolist(), on=DAY), 3.0),
            ("median", median(values.tolist(), on=DAY), 3.0),
            ("share", share(int(chance.binomial(40, 0.3)), 40, on=DAY), 0.3),
        ]
        first = chance.normal(0, 1, 30)
        then = 0.6 * first + chance.normal(0.5, 0.8, 30)  # both have variance 1
        found = _change(first.tolist(), then.tolist())
        truths += [("dz", found.dz, 0.5 / np.sqrt(0.8)), ("dav", found.dav, 0.5)]
        left = chance.normal(0.3, 1, 20)
        truths.append(("smd", attrition(first.tolist(), left.tolist(), on=DAY).difference, -0.3))
        for name, figure, truth in truths:
            _, interval = estimate(figure)
            held[name] += interval.low <= truth <= interval.high
    slack = 3.5 * np.sqrt(0.05 * 0.95 / rounds)
    assert {name: n / rounds for name, n in held.items() if n / rounds < 0.94 - slack} == {}
    assert held["dz"] / rounds < 0.95 + slack + 0.01


def a_change_within_the_error_of_measurement_is_nobodys() -> None:
    rows = random_data.scale(np.random.default_rng(3), 80, 6)
    scores = scale_scores(rows.tolist())
    alpha = reliability(rows.tolist(), on=DAY).alpha
    assert isinstance(alpha, Estimate)
    found = precision(scores, alpha, on=DAY)
    assert isinstance(found, Precision)
    small = [one + 0.9 * found.mdc for one in scores if one is not None]
    large = [one - 1.1 * found.mdc for one in scores if one is not None]
    for after, expected in ((small, (0, 80, 0)), (large, (0, 0, 80))):
        moved = beyond(scores, after, found, on=DAY)
        assert isinstance(moved, Moved)
        assert (moved.improved, moved.same, moved.worse) == expected
