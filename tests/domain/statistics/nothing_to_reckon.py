"""Answers that bear no figure: it is said why, and never NaN, a warning or a crash."""

from __future__ import annotations

import math
import pickle
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import product
from typing import Any

import numpy as np
import pytest

from bot.domain.statistics.agreement import retest
from bot.domain.statistics.answers import reversed_answer, scale_scores
from bot.domain.statistics.attrition import attrition, bounds
from bot.domain.statistics.carelessness import attentive, careless
from bot.domain.statistics.change import beyond, change, precision
from bot.domain.statistics.clustering import schools
from bot.domain.statistics.comparisons import benjamini_hochberg, holm
from bot.domain.statistics.figures import (
    Band,
    Careless,
    Change,
    Corrected,
    Distribution,
    Ends,
    Estimate,
    Figure,
    Formula,
    Interval,
    Precision,
    Sign,
    Verdict,
    Why,
    Withheld,
)
from bot.domain.statistics.gates import GATES
from bot.domain.statistics.reliability import reliability
from bot.domain.statistics.summaries import distribution, ends, mean, median, share, spread
from tests.domain.statistics import random_data
from tests.domain.statistics.nearness import DAY

LISTS: tuple[list[float | None], ...] = (
    [],
    [None],
    [None] * 40,
    [3.0],
    [3.0, None],
    [3.0, 3.0],
    [1.0, 5.0],
    [3.0] * 40,
    [0.1 + 0.2] * 40,
    [1.0, *[5.0] * 39],
    [1.0, 5.0] * 20,
    [float("nan"), 2.0] * 20,
    [1e15 + one for one in range(40)],
    [1e-300 * one for one in range(40)],
    [1 / 3 + one * 1e-16 for one in range(40)],
)


def _numbers(found: Any) -> Iterator[float]:
    if isinstance(found, bool):
        return
    if isinstance(found, float | int):
        yield float(found)
    elif is_dataclass(found) and not isinstance(found, type):
        for field in fields(found):
            yield from _numbers(getattr(found, field.name))
    elif isinstance(found, tuple | list):
        for one in found:
            yield from _numbers(one)


def _sound(found: Figure) -> None:
    """Every number in it is one, it carries what a figure must, and it comes back from a worker."""
    assert all(math.isfinite(one) for one in _numbers(found)), found
    assert found.on == DAY
    assert found.n >= 0
    assert found.missing >= 0
    assert pickle.loads(pickle.dumps(found)) == found


def _why(found: object) -> Why:
    assert isinstance(found, Withheld)
    return found.reason


def every_list_of_answers_gives_a_figure_or_a_reason() -> None:
    for values in LISTS:
        for figure in (mean, median, spread, distribution):
            _sound(figure(values, on=DAY))
        given = [one for one in values if one is not None and not math.isnan(one)]
        low, high = min(given, default=1.0), max(given, default=5.0)
        _sound(ends(values, low, high, on=DAY))
        _sound(bounds(values, low, high, on=DAY))
        reliable = Estimate(
            formula=mean(values, on=DAY).formula,
            n=9,
            missing=0,
            on=DAY,
            value=0.8,
            interval=Interval(0.7, 0.9),
        )
        _sound(precision(values, reliable, on=DAY))


def every_two_lists_give_figures_or_reasons() -> None:
    for before, after in product(LISTS, LISTS):
        _sound(attrition(before, after, on=DAY))
        if len(before) == len(after):
            _sound(change(before, after, on=DAY))
            _sound(retest([*before, *before], [*after, *after], on=DAY))
            _sound(schools(before, [str(one) for one in after], on=DAY))


def every_table_of_answers_gives_figures_or_reasons() -> None:
    chance = np.random.default_rng(5)
    whole = random_data.scale(chance, 40, 4)
    opposed = np.column_stack([whole[:, 0], -whole[:, 0], whole[:, 1], -whole[:, 1]])
    tables: tuple[Any, ...] = (
        [],
        [[]],
        [[], []],
        [[1.0]],
        [[None, None, None]] * 40,
        [[3.0, 3.0, 3.0]] * 40,
        [[float(one % 5), 3.0, 3.0] for one in range(40)],
        [[float(one % 5)] * 4 for one in range(40)],
        whole[:2].tolist(),
        whole[:29].tolist(),
        whole[:, :2].tolist(),
        opposed.tolist(),
        np.column_stack([whole, whole]).tolist(),
        chance.integers(0, 2, (40, 12)).tolist(),
    )
    for rows in tables:
        _sound(reliability(rows, on=DAY))
        _sound(careless(rows, on=DAY))


def reasons_are_the_right_ones() -> None:
    assert _why(mean([], on=DAY)) is Why.NOBODY
    assert _why(mean([None, None], on=DAY)) is Why.NOBODY
    one = mean([4.0], on=DAY)
    assert isinstance(one, Estimate)
    assert _why(one.interval) is Why.TOO_FEW_PEOPLE
    same = mean([0.1] * 7, on=DAY)
    assert isinstance(same, Estimate)
    assert same.value == 0.1
    assert _why(same.interval) is Why.ALL_SAME
    five = median([1.0, 2.0, 3.0, 4.0, 5.0], on=DAY)
    assert isinstance(five, Estimate)
    assert _why(five.interval) is Why.TOO_FEW_PEOPLE
    assert isinstance(five.interval, Withheld)
    assert five.interval.needed == 6
    assert isinstance(median([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], on=DAY), Estimate)
    assert _why(share(0, 0, on=DAY)) is Why.NOBODY

    nobody_moved = change([2.0, 3.0] * 15, [2.0, 3.0] * 15, on=DAY)
    assert isinstance(nobody_moved, Change)
    for found in (nobody_moved.t, nobody_moved.wilcoxon, nobody_moved.dz):
        assert _why(found) is Why.NO_CHANGE
    all_moved = change([2.0, 3.0] * 15, [3.0, 4.0] * 15, on=DAY)
    assert isinstance(all_moved, Change)
    assert _why(all_moved.t) is Why.SAME_CHANGE
    assert all_moved.moved.improved == 30
    # a third and a sum of thirds differ in the last digit: nobody moved
    thirds = change([1 / 3 + 1 / 3 + 1 / 3] * 30, [1.0 - 1e-16] * 30, on=DAY)
    assert isinstance(thirds, Change)
    assert thirds.moved.same == 30

    alike = reliability([[3.0, 3.0, 3.0]] * 40, on=DAY)
    assert _why(alike.alpha) is Why.ALL_SAME
    assert _why(alike.omega) is Why.ALL_SAME
    opposed = [[float(n % 5), 4.0 - n % 5, float(n * 7 % 5)] for n in range(40)]
    assert _why(reliability(opposed, on=DAY).alpha) is Why.NOT_ONE_THING


def gates_open_at_their_number_and_not_before() -> None:
    """Of the table of gates every row that counts people of one list."""
    chance = np.random.default_rng(1)
    rows = random_data.scale(chance, 200, 5)
    assert _why(reliability(rows[:29].tolist(), on=DAY).alpha) is Why.TOO_FEW_PEOPLE
    shown = reliability(rows[:30].tolist(), on=DAY)
    assert isinstance(shown.alpha, Estimate)
    assert isinstance(shown.omega, Estimate)
    assert _why(shown.omega.interval) is Why.NO_INTERVAL
    assert isinstance(shown.verdict, Withheld)
    assert shown.verdict.needed == 100
    assert isinstance(reliability(rows[:100].tolist(), on=DAY).verdict, Verdict)
    wide = np.column_stack([random_data.scale(chance, 120, 10)] * 2)[:, :18]
    assert _why(reliability(wide.tolist(), on=DAY).verdict) is Why.TOO_FEW_PEOPLE  # 7 x 18 = 126
    assert _why(reliability(rows[:, :2].tolist(), on=DAY).alpha) is Why.TOO_FEW_ITEMS

    before, after = rows[:, 0].tolist(), rows[:, 1].tolist()
    few = change(before[:19], after[:19], on=DAY)
    assert isinstance(few, Change)
    for held in (few.t, few.wilcoxon, few.dz, few.dav):
        assert _why(held) is Why.TOO_FEW_BOTH
        assert isinstance(held, Withheld)
        assert (held.n, held.needed) == (19, 20)
    assert isinstance(few.difference, Estimate)
    enough = change(before[:20], after[:20], on=DAY)
    assert isinstance(enough, Change)
    assert not any(
        isinstance(each, Withheld) for each in (enough.t, enough.wilcoxon, enough.dz, enough.dav)
    )
    known = Precision(formula=few.formula, n=40, missing=0, on=DAY, sem=1.0, mdc=2.0)
    assert _why(beyond(before[:19], after[:19], known, on=DAY)) is Why.TOO_FEW_BOTH
    assert _why(precision(before, few.dz, on=DAY)) is Why.NOT_RELIABLE

    assert _why(attrition(before[:9], after, on=DAY).difference) is Why.TOO_FEW_EACH
    assert isinstance(attrition(before[:10], after, on=DAY).band, Band)

    ten = [n % 10 for n in range(200)]
    known_schools = schools(before, ten, on=DAY)
    assert isinstance(known_schools.mean, Estimate)
    assert not known_schools.warning
    nine = schools(before, [n % 9 for n in range(200)], on=DAY)
    assert _why(nine.mean) is Why.TOO_FEW_SCHOOLS
    assert nine.warning
    assert set(Formula) - set(GATES) == {Formula.HOLM, Formula.FDR}  # they count no people


def bands_end_where_the_handbook_says() -> None:
    first = [float(n % 10) for n in range(1000)]
    deviation = float(np.std(first, ddof=1))
    for shift, band in ((0.0, Band.FINE), (0.2, Band.ADJUST), (0.3, Band.NOT_COMPARABLE)):
        left = [one - shift * deviation for one in first]
        assert attrition(first, left, on=DAY).band is band


def distributions_and_ends_count_what_was_offered() -> None:
    found = distribution([1, 1, 5, None, 3], on=DAY, points=[1, 2, 3, 4, 5])
    assert isinstance(found, Distribution)
    assert list(found.counts) == [(1, 2), (2, 0), (3, 1), (4, 0), (5, 1)]
    assert (found.n, found.missing) == (4, 1)
    at = ends([1.0] * 3 + [3.0] * 14 + [5.0] * 3, 1, 5, on=DAY)
    assert isinstance(at, Ends)
    assert not at.floor  # exactly 15 %
    more = ends([1.0] * 4 + [3.0] * 16, 1, 5, on=DAY)
    assert isinstance(more, Ends)
    assert more.floor
    assert not more.ceiling


def careless_rows_are_flagged_and_stay() -> None:
    attentive_row = [1.0, 3.0, 4.0, 2.0, 5.0, 4.0, 2.0, 3.0, 1.0, 5.0]
    rows: list[list[float | None]] = [
        [*attentive_row],
        [4.0] * 10,
        [4.0, 4.0, 4.0, 4.0, 4.0, 1.0, 2.0, 3.0, 4.0, 5.0],
        [*attentive_row],
        [None] * 10,
    ]
    slow, fast = [4.0] * 10, [0.4] * 9 + [600.0]
    found = careless(rows, on=DAY, seconds=[slow, slow, slow, fast, [None] * 10])
    assert isinstance(found, Careless)
    assert found.signs == (
        frozenset(),
        frozenset({Sign.LONG_STRING}),
        frozenset(),
        frozenset({Sign.HASTY}),
        frozenset(),
    )
    assert (found.n, found.missing, found.flagged) == (4, 1, 2)
    assert attentive(rows, found) == [rows[0], rows[2], rows[4]]

    scales = [(0, 1), (2, 3), (4, 5), (6, 7), (8, 9)]
    even = [1.0, 1, 5, 4, 3, 3, 2, 2, 4, 5]
    uneven = [1.0, 5, 5, 1, 3, 3, 2, 4, 4, 1]
    halves = careless([even, uneven], on=DAY, scales=scales)
    assert isinstance(halves, Careless)
    assert halves.signs == (frozenset(), frozenset({Sign.UNEVEN}))
    # the second item of each pair is asked the other way round: now the first one contradicts
    other_way = careless(
        [even, uneven], on=DAY, scales=scales, reversed_items=[1, 3, 5, 7, 9], ends=(1, 5)
    )
    assert isinstance(other_way, Careless)
    assert other_way.signs == (frozenset({Sign.UNEVEN}), frozenset())


def corrections_of_no_tests_and_of_those_not_made() -> None:
    for correct in (holm, benjamini_hochberg):
        nothing = correct([], on=DAY)
        assert isinstance(nothing, Corrected)
        assert nothing.p == ()
        some = correct([0.01, None, 0.5], on=DAY)
        assert some.p[1] is None
        assert (some.n, some.missing) == (2, 1)
        assert some.p[0] == pytest.approx(0.02)


def impossible_answers_are_our_bug_and_said_so() -> None:
    for wrong in (
        lambda: mean([float("inf")], on=DAY),
        lambda: share(3, 2, on=DAY),
        lambda: change([1.0], [1.0, 2.0], on=DAY),
        lambda: ends([6.0], 1, 5, on=DAY),
        lambda: bounds([6.0], 1, 5, on=DAY),
        lambda: reversed_answer(6, 1, 5),
        lambda: reliability([[1.0, 2.0], [1.0]], on=DAY),
        lambda: schools([1.0], [], on=DAY),
        lambda: holm([1.2], on=DAY),
        lambda: careless([[1.0]], on=DAY, seconds=[[1.0, 2.0]]),
        lambda: careless([[1.0]], on=DAY, reversed_items=[0]),
    ):
        with pytest.raises(ValueError, match=r"."):
            wrong()


def half_of_the_items_make_a_score() -> None:
    assert scale_scores([[1, 2, None, None], [1, None, None, None], [None] * 4, []]) == [
        1.5,
        None,
        None,
        None,
    ]
