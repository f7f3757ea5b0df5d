"""The best answer is the best, says so with a proof, and knows the price of every other wish."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.solving.alternatives import forced, losses
from bot.solving.certificate import NotOptimal, certify
from bot.solving.flow import TooLarge, assign
from bot.solving.instance import NOBODY, Assignment, Instance
from tests.solving.engines import by_paths, by_trying_all, town


@st.composite
def handfuls(draw: st.DrawFn) -> Instance:
    mentees, mentors = draw(st.integers(0, 5)), draw(st.integers(0, 4))
    places = draw(st.lists(st.integers(0, 2), min_size=mentors, max_size=mentors))
    cells = [(i, j) for i in range(mentees) for j in range(mentors)]
    allowed = draw(st.lists(st.sampled_from(cells), unique=True)) if cells else []
    gains = st.integers(0, draw(st.sampled_from([1, 5, 1000])))
    return Instance.of(mentees, places, [(i, j, draw(gains)) for i, j in allowed])


def value(instance: Instance, answer: Assignment) -> tuple[int, int]:
    answer.check(instance)
    return answer.placed, answer.gain(instance)


@settings(max_examples=400, deadline=None)
@given(handfuls())
def test_of_a_handful_it_finds_the_best_of_all_answers_and_proves_it(instance: Instance) -> None:
    answer = assign(instance)
    assert value(instance, answer) == by_trying_all(instance)
    proof = certify(instance, answer)
    assert proof.bound == answer.placed * instance.bonus + answer.gain(instance)


@settings(max_examples=300, deadline=None)
@given(handfuls(), st.data())
def test_every_answer_that_is_not_the_best_is_refused(
    instance: Instance, data: st.DataObject
) -> None:
    choice = [
        data.draw(st.sampled_from([NOBODY, *instance.mentor[instance.first_of(i)].tolist()]))
        for i in range(instance.mentees)
    ]
    answer = Assignment(np.array(choice, np.int64).reshape(-1))
    if (answer.load(instance.mentors) > instance.places).any():
        with pytest.raises(NotOptimal):
            certify(instance, answer)
    elif value(instance, answer) == by_trying_all(instance):
        certify(instance, answer)
    else:
        with pytest.raises(NotOptimal):
            certify(instance, answer)


@pytest.mark.parametrize(("mentees", "mentors"), [(100, 30), (300, 90), (600, 150)])
def test_another_engine_comes_to_the_same_number_and_total(mentees: int, mentors: int) -> None:
    instance = town(mentees, mentees, mentors, each=15)
    answer = assign(instance)
    assert value(instance, answer) == by_paths(instance)
    certify(instance, answer)


def test_a_spoiled_answer_is_refused_at_a_thousand() -> None:
    instance = town(7, 1000, 300, each=40)
    answer = assign(instance)
    dice = np.random.default_rng(1)
    refused = 0
    for _ in range(20):
        spoiled = answer.mentor.copy()
        one, other = dice.choice(np.flatnonzero(spoiled != NOBODY), 2, replace=False)
        spoiled[[one, other]] = spoiled[[other, one]]
        try:
            worse = value(instance, Assignment(spoiled)) != value(instance, answer)
        except ValueError:
            worse = True
        if not worse:
            continue
        with pytest.raises(NotOptimal):
            certify(instance, Assignment(spoiled))
        refused += 1
    assert refused > 10


def test_the_same_people_in_another_order_give_the_same_answer() -> None:
    instance = town(3, 400, 120, each=20, most=5)  # many answers are equally good
    answer, dice = assign(instance), np.random.default_rng(2)
    for _ in range(20):
        order = dice.permutation(instance.mentee.size)
        shuffled = Instance.from_arrays(
            instance.mentees,
            instance.places,
            instance.mentee[order],
            instance.mentor[order],
            instance.gain[order],
        )
        assert np.array_equal(assign(shuffled).mentor, answer.mentor)


@settings(max_examples=200, deadline=None)
@given(handfuls())
def test_one_mentor_more_never_serves_fewer(instance: Instance) -> None:
    before = assign(instance).placed
    more = Instance.from_arrays(
        instance.mentees,
        np.append(instance.places, 1),
        np.append(instance.mentee, np.arange(instance.mentees)),
        np.append(instance.mentor, np.full(instance.mentees, instance.mentors)),
        np.append(instance.gain, np.ones(instance.mentees, np.int64)),
    )
    assert assign(more).placed >= before


def solved_anew(instance: Instance, mentee: int, mentor: int) -> tuple[int, int]:
    """The best answer with one pair taken out of the instance and put back into the sum."""
    keep = instance.mentee != mentee
    places = instance.places.copy()
    places[mentor] -= 1
    rest = Instance.from_arrays(
        instance.mentees, places, instance.mentee[keep], instance.mentor[keep], instance.gain[keep]
    )
    pair = instance.pair_numbers(np.array([mentee]), np.array([mentor]))
    answer = assign(rest)
    return answer.placed + 1, answer.gain(rest) + int(instance.gain[pair][0])


def insists(instance: Instance, mentee: int, mentor: int) -> None:
    answer = assign(instance)
    proof = certify(instance, answer)
    found = forced(instance, answer, proof, mentee=mentee, mentor=mentor)
    assert found.answer.mentor[mentee] == mentor
    assert value(instance, found.answer) == solved_anew(instance, mentee, mentor)
    assert (found.fewer_placed, found.lost_gain) == (
        answer.placed - found.answer.placed,
        answer.gain(instance) - found.answer.gain(instance),
    )
    pair = instance.pair_numbers(np.array([mentee]), np.array([mentor]))
    lost = found.fewer_placed * instance.bonus + found.lost_gain
    assert lost >= losses(instance, proof)[pair][0] >= 0
    moved = np.flatnonzero(found.answer.mentor != answer.mentor)
    assert set(moved.tolist()) == set(found.moved)


@settings(max_examples=300, deadline=None)
@given(handfuls(), st.data())
def test_the_price_of_a_pair_is_what_a_new_solve_says(
    instance: Instance, data: st.DataObject
) -> None:
    possible = np.flatnonzero(instance.places[instance.mentor] > 0)
    if possible.size:
        pair = data.draw(st.sampled_from(possible.tolist()))
        insists(instance, int(instance.mentee[pair]), int(instance.mentor[pair]))


def test_the_price_of_sixty_pairs_at_a_thousand_is_what_a_new_solve_says() -> None:
    instance = town(11, 1000, 300, each=40)
    dice = np.random.default_rng(4)
    for pair in dice.choice(np.flatnonzero(instance.places[instance.mentor] > 0), 60):
        insists(instance, int(instance.mentee[pair]), int(instance.mentor[pair]))


def test_what_cannot_be_is_refused() -> None:
    for places, pairs in (
        ([1], [(0, 1, 5)]),
        ([1], [(2, 0, 5)]),
        ([-1], []),
        ([1], [(0, 0, -1)]),
        ([1], [(0, 0, 1), (0, 0, 2)]),
    ):
        with pytest.raises(ValueError, match=r"not there|negative|twice"):
            Instance.of(2, places, pairs)
    full = Instance.of(1, [0], [(0, 0, 5)])
    with pytest.raises(ValueError, match="without places"):
        forced(full, assign(full), certify(full, assign(full)), mentee=0, mentor=0)


def test_gains_too_large_for_the_solver_are_said_and_not_answered() -> None:
    instance = Instance.of(2, [1, 1], [(i, j, 2**61 + i + j) for i in (0, 1) for j in (0, 1)])
    with pytest.raises(TooLarge):
        assign(instance)


def test_a_published_small_instance() -> None:
    """Four people, four jobs, who is qualified for which: three can work, and no more.

    H. W. Kuhn, The Hungarian method for the assignment problem (1955), the simple assignment.
    """
    qualified = [(0, 0), (0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 3)]
    instance = Instance.of(4, [1] * 4, [(i, j, 1) for i, j in qualified])
    answer = assign(instance)
    assert value(instance, answer) == by_trying_all(instance) == (3, 3)
