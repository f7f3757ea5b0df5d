"""Groups that keep every promise, and the bound that says how good they are."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.group_towns import Town, town
from bot.solving.flow import assign
from bot.solving.groups import Effort, GroupInstance, solve_groups
from bot.solving.groups_check import BrokenGroups, check
from bot.solving.groups_instance import Groups, Options
from bot.solving.groups_prices import Bound
from bot.solving.instance import NOBODY

QUICK = Effort(rounds=40, steps=6, seats=400, seats_with_slots=150, nodes=5)


def asked(
    pairs: list[tuple[int, int, int]],
    mentees: list[set[int]],
    mentors: list[set[int]],
    *,
    sizes: tuple[int, int] = (2, 3),
    slots: int = 3,
) -> GroupInstance:
    """Pairs are (mentee, mentor, gain); people are sets of the slots in which they are free."""
    table = np.array(pairs, np.int64).reshape(-1, 3)
    return GroupInstance.of(
        mentees=len(mentees),
        smallest=np.full(len(mentors), sizes[0]),
        largest=np.full(len(mentors), sizes[1]),
        mentee=table[:, 0],
        mentor=table[:, 1],
        gain=table[:, 2],
        mentee_free=np.array([[s in one for s in range(slots)] for one in mentees]).reshape(
            len(mentees), slots
        ),
        mentor_free=np.array([[s in one for s in range(slots)] for one in mentors]).reshape(
            len(mentors), slots
        ),
    )


def by_trying_all(instance: GroupInstance) -> tuple[int, int]:
    """(placed, gain) of the best answer: for a handful of people."""
    slots = range(instance.mentee_free.shape[1])
    options = [
        [NOBODY, *instance.pairs.mentor[instance.pairs.first_of(n)].tolist()]
        for n in range(instance.mentees)
    ]
    best = (0, 0)
    for choice in product(*options):
        slot = np.full(instance.mentors, -1, np.int64)
        for mentor in {one for one in choice if one != NOBODY}:
            members = [n for n, one in enumerate(choice) if one == mentor]
            slot[mentor] = next(
                (
                    s
                    for s in slots
                    if instance.mentor_free[mentor, s] and instance.mentee_free[members, s].all()
                ),
                -1,
            )
        groups = Groups(np.array(choice, np.int64), slot)
        try:
            check(instance, groups)
        except BrokenGroups:
            continue
        best = max(best, groups.worth(instance))
    return best


@st.composite
def few_people(draw: st.DrawFn) -> GroupInstance:
    mentees, mentors = draw(st.integers(0, 6)), draw(st.integers(0, 3))
    free = st.sets(st.integers(0, 2))
    pairs = [
        (i, j, draw(st.integers(0, 100)))
        for i in range(mentees)
        for j in range(mentors)
        if draw(st.integers(0, 4))
    ]
    least = draw(st.integers(1, 3))
    return asked(
        pairs,
        [draw(free) for _ in range(mentees)],
        [draw(free) for _ in range(mentors)],
        sizes=(least, least + draw(st.integers(0, 2))),
    )


@given(few_people())
@settings(max_examples=80, deadline=None)
def test_of_a_handful_the_answer_is_the_best_of_all_and_proved(instance: GroupInstance) -> None:
    answer = solve_groups(instance)
    check(instance, answer.groups)
    assert (answer.placed, answer.gain) == by_trying_all(instance)
    assert answer.gap_per_mille == 0


def test_hours_that_each_two_share_are_not_an_hour_of_the_group() -> None:
    # each mentee shares an hour with the mentor, and each two share one: all three never do
    instance = asked(
        [(0, 0, 90), (1, 0, 90), (2, 0, 90)], [{0, 1}, {1, 2}, {0, 2}], [{0, 1, 2}], sizes=(3, 3)
    )
    assert assign(instance.pairs).placed == 3  # what pairs alone would promise
    assert solve_groups(instance).placed == 0
    together = Groups(np.zeros(3, np.int64), np.zeros(1, np.int64))
    with pytest.raises(BrokenGroups, match="mentee 1 is not free in slot 0"):
        check(instance, together)


def test_one_group_of_four_is_better_than_two_that_are_too_small() -> None:
    everybody = [{0}] * 4
    instance = asked(
        [(n, j, 50 if n // 2 == j else 10) for n in range(4) for j in range(2)],
        everybody,
        [{0}, {0}],
        sizes=(4, 6),
    )
    answer = solve_groups(instance)
    assert answer.placed == 4
    assert len(set(answer.groups.mentor.tolist())) == 1


@pytest.mark.parametrize("slots", [False, True])
def test_spoiled_answers_are_refused(slots: bool) -> None:
    instance = town(3, Town(48, 16), slots=slots)
    good = solve_groups(instance, QUICK).groups
    check(instance, good)
    leader = int(good.mentor[good.mentor != NOBODY][0])
    members = np.flatnonzero(good.mentor == leader)
    lonely = good.mentor.copy()
    lonely[members[:-2]] = NOBODY
    with pytest.raises(BrokenGroups, match="a group of 2"):
        check(instance, replace(good, mentor=lonely))
    crowd = good.mentor.copy()
    able = instance.pairs.mentee[instance.pairs.mentor == leader]
    crowd[able[:7]] = leader
    with pytest.raises(BrokenGroups, match="a group of"):
        check(instance, replace(good, mentor=crowd))
    forbidden = good.mentor.copy()
    forbidden[members[0]] = next(
        j
        for j in range(instance.mentors)
        if j not in instance.pairs.mentor[instance.pairs.first_of(int(members[0]))]
    )
    with pytest.raises(BrokenGroups, match="not allowed"):
        check(instance, replace(good, mentor=forbidden))
    nowhere = good.slot.copy()
    nowhere[leader] = -1
    with pytest.raises(BrokenGroups, match="not free in slot"):
        check(instance, replace(good, slot=nowhere))
    closed = good.slot.copy()
    closed[next(j for j in range(instance.mentors) if j not in good.mentor)] = 0
    with pytest.raises(BrokenGroups, match="nobody to meet"):
        check(instance, replace(good, slot=closed))


@given(few_people())
@settings(max_examples=60, deadline=None)
def test_no_prices_whatever_bound_below_the_best(instance: GroupInstance) -> None:
    options = Options.of(instance)
    placed, gain = by_trying_all(instance)
    for bonus in (0, 50, 1000):
        search = Bound(options, instance.mentees, instance.mentors, bonus)
        prices = search.start()
        assert prices.bound >= placed * bonus + gain
        better = search.better(prices, placed * bonus + gain, 40)
        assert prices.bound >= better.bound >= placed * bonus + gain


@pytest.mark.parametrize("slots", [False, True])
def test_the_order_of_the_arrays_does_not_matter(slots: bool) -> None:
    instance = town(5, Town(36, 12), slots=slots)
    first = solve_groups(instance, QUICK)
    pairs = instance.pairs
    for seed in range(2):
        order = np.random.default_rng(seed).permutation(pairs.mentee.size)
        again = solve_groups(
            GroupInstance.of(
                mentees=instance.mentees,
                smallest=instance.smallest,
                largest=pairs.places,
                mentee=pairs.mentee[order],
                mentor=pairs.mentor[order],
                gain=pairs.gain[order],
                mentee_free=instance.mentee_free,
                mentor_free=instance.mentor_free,
            ),
            QUICK,
        )
        assert np.array_equal(first.groups.mentor, again.groups.mentor)
        assert np.array_equal(first.groups.slot, again.groups.slot)


def test_three_hundred_people_without_hours_are_proved_best() -> None:
    answer = solve_groups(town(1, Town(300, 90), slots=False))
    assert (answer.placed, answer.gap_per_mille) == (300, 0)


def test_with_hours_placements_are_within_one_in_a_hundred_of_the_bound() -> None:
    answer = solve_groups(town(2, Town(100, 30), slots=True), QUICK)
    assert answer.placed >= 0.99 * answer.bound_placed


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="do not belong"):
        asked([(0, 0, 1)], [{0}], [{0}], sizes=(0, 3))
