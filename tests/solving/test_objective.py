"""The objective in its order: held against all answers of a handful, and proved stage by stage."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.solving import components
from bot.solving.alternatives import as_points, forced, options
from bot.solving.balance import check_even
from bot.solving.certificate import NotOptimal, certify
from bot.solving.components import assign_in_parts
from bot.solving.floor import Cover, cover, highest_floor, most_placed
from bot.solving.flow import assign
from bot.solving.instance import NOBODY, Assignment, Instance, Ints
from bot.solving.objective import Solved, Wanted, gap_per_mille, solve, worth
from bot.solving.stability import (
    Preferences,
    blocking,
    deferred_acceptance,
    wishes,
    with_scores,
)
from tests.solving.engines import every_answer, town
from tests.solving.test_solving import handfuls


@st.composite
def wanted(draw: st.DrawFn) -> Wanted:
    instance = draw(handfuls())
    size = instance.mentee.size
    standing = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    keep = draw(st.booleans())
    busy = draw(st.lists(st.integers(0, 2), min_size=instance.mentors, max_size=instance.mentors))
    return Wanted(
        instance,
        instance.gain,
        np.array(standing, bool) & keep,
        np.array(busy, np.int64),
        fair=draw(st.booleans()),
        stable=None,
    )


Value = tuple[int, int, int, int, int]


def value(asked: Wanted, answer: Assignment) -> Value:
    """What the objective compares, the larger the better."""
    placed = np.flatnonzero(answer.mentor != NOBODY)
    pairs = asked.instance.pair_numbers(placed, answer.mentor[placed])
    judged = asked.score[pairs][~asked.standing[pairs]]
    load = answer.load(asked.instance.mentors)
    return (
        answer.placed,
        int(asked.standing[pairs].sum()),
        int(judged.min(initial=10**6)) if asked.fair else 0,
        answer.gain(asked.instance),
        -unevenness(load, asked.busy),
    )


def unevenness(load: Ints, busy: Ints) -> int:
    """When the next mentee of a mentor costs as much as there are already: smaller is more even."""
    return int(((load + busy) * (load + busy - 1) - busy * (busy - 1)).sum()) // 2


@settings(max_examples=300, deadline=None)
@given(wanted())
def test_of_a_handful_it_is_the_best_of_all_answers_in_the_order_of_the_stages(
    asked: Wanted,
) -> None:
    solved = solve(asked)
    everything = [value(asked, answer) for answer in every_answer(asked.instance)]
    assert value(asked, solved.answer) == max(everything)
    assert solved.proof.bound == worth(solved.instance, solved.answer)
    assert gap_per_mille(solved, asked.instance) == 0
    if asked.fair:
        assert solved.floor.proved


def whole(instance: Instance, **changes: bool) -> Wanted:
    nothing = np.zeros(instance.mentee.size, bool)
    busy = np.zeros(instance.mentors, np.int64)
    fair = changes.get("fair", True)
    return Wanted(instance, instance.gain, nothing, busy, fair=fair, stable=None)


def test_the_floor_at_a_thousand_is_reached_and_no_higher_one_is() -> None:
    instance = town(5, 1000, 300, each=25, most=100)
    fair, plain = solve(whole(instance)), solve(whole(instance, fair=False))
    floor = fair.floor.floor
    assert floor is not None
    assert fair.floor.proved
    assert fair.answer.placed == plain.answer.placed
    assert fair.answer.gain(instance) <= plain.answer.gain(instance)
    placed = np.flatnonzero(fair.answer.mentor != NOBODY)
    used = instance.pair_numbers(placed, fair.answer.mentor[placed])
    assert instance.gain[used].min() >= floor
    above = instance.only(instance.gain > floor)
    assert most_placed(above).placed < fair.answer.placed


@settings(max_examples=150, deadline=None)
@given(handfuls())
def test_a_cover_proves_how_many_can_be_placed_and_a_spoiled_one_proves_nothing(
    instance: Instance,
) -> None:
    most = most_placed(instance)
    assert most.placed == assign(instance).placed
    found = cover(instance, most)
    assert found.holds(instance, most.placed + 1)
    assert not found.holds(instance, most.placed)
    nobody = Cover(np.zeros_like(found.mentees), np.zeros_like(found.mentors))
    assert nobody.holds(instance, 1) is (instance.mentee.size == 0)


def test_a_floor_is_not_called_proved_when_as_many_could_be_placed_above_it() -> None:
    instance = Instance.of(1, [1, 1], [(0, 0, 10), (0, 1, 90)])
    low = Assignment(np.array([0]))
    found = highest_floor(instance, low, instance.gain, np.zeros(2, bool))
    assert (found.floor, found.proved) == (90, True)


def test_work_is_shared_where_it_costs_nobody_anything() -> None:
    pairs = [(i, j, 5) for i in range(6) for j in range(3)]
    instance = Instance.of(6, [6, 6, 6], pairs)
    asked = replace(whole(instance), busy=np.array([0, 3, 0]))
    assert solve(asked).answer.load(3).tolist() == [3, 0, 3]


def test_uneven_work_that_could_be_even_for_nothing_is_refused() -> None:
    pairs = [(i, j, 5) for i in range(4) for j in range(2)]
    instance = Instance.of(4, [4, 4], pairs)
    uneven = Assignment(np.array([0, 0, 0, 1]))
    proof = certify(instance, uneven)
    with pytest.raises(NotOptimal):
        check_even(instance, uneven, proof, np.zeros(2, np.int64))
    check_even(instance, uneven, proof, np.array([0, 2]))


def beside(*towns: Instance) -> Instance:
    """Towns that share nobody, as one instance."""
    mentees = np.cumsum([0, *(one.mentees for one in towns)])
    mentors = np.cumsum([0, *(one.mentors for one in towns)])
    return Instance.from_arrays(
        int(mentees[-1]),
        np.concatenate([one.places for one in towns]),
        np.concatenate([one.mentee + n for one, n in zip(towns, mentees, strict=False)]),
        np.concatenate([one.mentor + n for one, n in zip(towns, mentors, strict=False)]),
        np.concatenate([one.gain for one in towns]),
    )


@pytest.mark.parametrize("seed", range(3))
def test_in_parts_the_answer_is_as_good(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    instance = beside(
        town(seed, 120, 40, each=4), town(seed + 9, 80, 30, each=5), town(1, 9, 9, each=2)
    )
    label = instance.component
    assert np.unique(label).size > 1
    assert all(np.unique(label[instance.first_of(i)]).size <= 1 for i in range(instance.mentees))
    monkeypatch.setattr(components, "_AT_ONCE", 100)
    split, together = assign_in_parts(instance), assign(instance)
    split.check(instance)
    assert (split.placed, split.gain(instance)) == (together.placed, together.gain(instance))


@settings(max_examples=150, deadline=None)
@given(handfuls())
def test_the_best_others_of_everybody_cost_what_insisting_on_them_costs(
    instance: Instance,
) -> None:
    answer = assign(instance)
    check_options(instance, answer)


def test_the_best_others_at_a_hundred_and_fifty_cost_what_insisting_on_them_costs() -> None:
    instance = town(8, 150, 45, each=6)
    check_options(instance, assign(instance))


def check_options(instance: Instance, answer: Assignment) -> None:
    proof = certify(instance, answer)
    exactly = options(instance, answer, proof, most=3, exact_up_to=1000)
    bound = options(instance, answer, proof, most=10**6, exact_up_to=0)
    at_least = dict(zip(bound.pair.tolist(), bound.loss.tolist(), strict=True))
    assert exactly.exact.all()
    assert not bound.exact.any()
    for pair, loss in zip(exactly.pair.tolist(), exactly.loss.tolist(), strict=True):
        who, to = int(instance.mentee[pair]), int(instance.mentor[pair])
        found = forced(instance, answer, proof, mentee=who, mentor=to)
        assert as_points(loss, instance.bonus, 0) == (found.fewer_placed, found.lost_gain)
        assert at_least[pair] <= loss
    assert np.bincount(instance.mentee[exactly.pair], minlength=1).max() <= 3


# --- stability


def likes(instance: Instance, seed: int) -> Preferences:
    dice = np.random.default_rng(seed)
    size = instance.mentee.size
    return wishes(dice.integers(0, 4, size), dice.integers(0, 4, size))


def counted(instance: Instance, answer: Assignment, asked: Preferences) -> int:
    """As the words say it, pair by pair."""
    liking = {
        (i, j): (a, b)
        for i, j, a, b in zip(
            *(part.tolist() for part in (instance.mentee, instance.mentor)),
            asked.mentee.tolist(),
            asked.mentor.tolist(),
            strict=True,
        )
    }
    now = answer.mentor.tolist()
    members: dict[int, list[int]] = {}
    for i, j in enumerate(now):
        members.setdefault(j, []).append(i)
    found = 0
    for (i, j), (mine, theirs) in liking.items():
        glad = now[i] == NOBODY or mine < liking[i, now[i]][0]
        here = members.get(j, [])
        free = len(here) < instance.places[j]
        found += glad and (free or any(theirs < liking[one, j][1] for one in here))
    return found


@settings(max_examples=150, deadline=None)
@given(handfuls(), st.integers(0, 1000))
def test_a_stable_answer_has_no_two_who_would_rather_have_each_other(
    instance: Instance, seed: int
) -> None:
    asked = likes(instance, seed)
    stable = deferred_acceptance(instance, with_scores(asked, instance.gain))
    stable.check(instance)
    assert blocking(instance, stable, asked) == counted(instance, stable, asked) == 0
    best = assign(instance)
    assert blocking(instance, best, asked) == counted(instance, best, asked)


def test_a_stable_answer_at_a_thousand_says_what_it_costs() -> None:
    instance = town(4, 1000, 300, each=20, most=100)
    asked = likes(instance, 1)
    solved: Solved = solve(replace(whole(instance), stable=with_scores(asked, instance.gain)))
    assert counted(instance, solved.answer, asked) == 0
    assert counted(instance, assign(instance), asked) > 0
    assert solved.answer.placed < solved.plain[0]
    assert gap_per_mille(solved, instance) > 0


# --- published instances


def ranked(table: list[list[tuple[int, int]]]) -> tuple[Instance, Preferences]:
    """Rows of (rank by the row, rank by the column), as Gale and Shapley print them."""
    pairs = [(i, j, 0) for i, row in enumerate(table) for j in range(len(row))]
    instance = Instance.of(len(table), [1] * len(table[0]), pairs)
    flat: Ints = np.array([cell for row in table for cell in row], np.int64)
    return instance, wishes(flat[:, 0], flat[:, 1])


def test_the_first_example_of_gale_and_shapley() -> None:
    """College admissions and the stability of marriage (1962): of six sets three are stable."""
    instance, asked = ranked(
        [[(1, 3), (2, 2), (3, 1)], [(3, 1), (1, 3), (2, 2)], [(2, 2), (3, 1), (1, 3)]]
    )
    assert deferred_acceptance(instance, asked).mentor.tolist() == [0, 1, 2]
    full = [one for one in every_answer(instance) if one.placed == 3]
    assert len(full) == 6
    assert sum(blocking(instance, one, asked) == 0 for one in full) == 3


def test_the_rated_example_of_kuhn() -> None:
    """The Hungarian method for the assignment problem (1955): the best total is 27."""
    rating = [[8, 7, 9, 9], [5, 2, 7, 8], [6, 1, 4, 9], [2, 3, 2, 6]]
    pairs = [(i, j, rating[i][j]) for i in range(4) for j in range(4)]
    instance = Instance.of(4, [1] * 4, pairs)
    answer = assign(instance)
    assert (answer.placed, answer.gain(instance)) == (4, 27)
    certify(instance, answer)
