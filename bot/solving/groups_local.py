"""Better groups step by step: a few mentors who share mentees are solved anew, exactly.

Each step frees the mentors nearest to one of them, with their members and some of those left over,
and asks the integer program for the best groups of these alone. A step never makes an answer worse.
The steps come in an order of dice with a fixed seed, and their number is fixed too: no clock.
"""

import numpy as np

from bot.solving.groups_exact import exact
from bot.solving.groups_instance import Bools, GroupInstance, Groups, Options
from bot.solving.instance import NOBODY, Ints

AT_ONCE = 16  # mentors of one step, but not more than half of all
LEFT_OVER = 12  # people left over who take part in a step, at most
NODES = 60  # of the integer program in one step


def improve(
    instance: GroupInstance,
    options: Options,
    groups: Groups,
    promising: Bools,
    *,
    bonus: int,
    steps: int,
) -> Groups:
    """`promising`: the seats worth trying beside those that are taken."""
    near = _Near(instance, options)
    dice = np.random.default_rng(0)
    leaders = near.leaders
    at_once = min(AT_ONCE, leaders.size // 2 + 1)
    mentor_of, slot_of = groups.mentor.copy(), groups.slot.copy()
    turns, fruitless = dice.permutation(leaders), 0
    for step in range(steps):
        left = near.placeable(np.flatnonzero(mentor_of == NOBODY))
        first = int(turns[step % turns.size])
        if left.size and step % 2 == 0:
            first = int(dice.choice(near.mentors_of(int(dice.choice(left)))))
        mentors = near.around(first, mentor_of, dice, at_once)
        members = np.flatnonzero(np.isin(mentor_of, mentors))
        some = near.some_of(left, mentors, dice)
        seats = near.seats(mentors, np.concatenate([members, some]))
        mentor = options.mentor[options.seat_option[seats]]
        taken = (mentor_of[options.seat_mentee[seats]] == mentor) & (
            slot_of[mentor] == options.slot[options.seat_option[seats]]
        )
        found = exact(
            instance, options, seats[promising[seats] | taken], bonus=bonus, nodes=NODES
        ).groups
        before = Groups(np.where(np.isin(mentor_of, mentors), mentor_of, NOBODY), slot_of)
        if found is None or found.worth(instance) <= before.worth(instance):
            fruitless += 1
            if fruitless > leaders.size:
                break
            continue
        fruitless = 0
        mentor_of[members] = NOBODY
        who = np.flatnonzero(found.mentor != NOBODY)
        mentor_of[who] = found.mentor[who]
        slot_of[mentors] = found.slot[mentors]
    return Groups(mentor_of, slot_of)


class _Near:
    """Who could sit with whom."""

    def __init__(self, instance: GroupInstance, options: Options) -> None:
        self._options = options
        self._could = np.zeros((instance.mentees, instance.mentors), bool)
        self._could[options.seat_mentee, options.mentor[options.seat_option]] = True
        self.leaders = np.unique(options.mentor)

    def mentors_of(self, mentee: int) -> Ints:
        return np.flatnonzero(self._could[mentee])

    def placeable(self, mentees: Ints) -> Ints:
        return mentees[self._could[mentees].any(1)]

    def around(self, first: int, mentor_of: Ints, dice: np.random.Generator, at_once: int) -> Ints:
        """The first and those whose members could change with its own; dice among them."""
        count = self._could.shape[1]
        could_come = mentor_of[self._could[:, first] & (mentor_of != NOBODY)]
        could_go = self._could[mentor_of == first].sum(0)
        weight = (np.bincount(could_come, minlength=count) + could_go) * dice.random(count)
        weight[first] = np.inf
        nearest = np.argsort(-weight, kind="stable")[:at_once]
        return np.sort(nearest[weight[nearest] > 0])

    def some_of(self, left: Ints, mentors: Ints, dice: np.random.Generator) -> Ints:
        able = left[self._could[np.ix_(left, mentors)].any(1)]
        return able if able.size <= LEFT_OVER else dice.choice(able, LEFT_OVER, replace=False)

    def seats(self, mentors: Ints, mentees: Ints) -> Ints:
        options = self._options
        seats = options.seats_of(np.flatnonzero(np.isin(options.mentor, mentors)))
        inside = np.zeros(self._could.shape[0], bool)
        inside[mentees] = True
        return seats[inside[options.seat_mentee[seats]]]
