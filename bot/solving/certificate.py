"""The proof that an answer is the best: prices of places for which the sums meet.

Linear programming duality: with a price `p` for each mentor's place and the surplus `v` of each
mentee, v + p >= worth for every allowed pair, no answer is worth more than sum(v) + sum(places*p).
An answer worth exactly that is optimal, whoever found it. `worth` is the pair's gain plus a bonus
for placing somebody, larger than all gains together: most mentees first, then the largest total.
"""

from dataclasses import dataclass

import numpy as np

from bot.solving.instance import NOBODY, Assignment, Instance, Ints


class NotOptimal(ValueError):
    """A better answer exists, or this one is none."""


@dataclass(frozen=True)
class Certificate:
    price: Ints  # of one place of each mentor: how contested it is
    surplus: Ints  # of each mentee
    worth: Ints  # of each allowed pair
    bound: int  # what no answer exceeds, and this one reaches


def certify(instance: Instance, answer: Assignment) -> Certificate:
    """The smallest prices that prove the answer. Raises `NotOptimal`.

    Bellman and Ford on the places: a price rises until nobody would rather have another's place.
    For the best answer this ends within as many rounds as there are mentors with pairs.
    """
    try:
        answer.check(instance)
    except ValueError as error:
        raise NotOptimal(str(error)) from error
    worth = instance.gain + instance.bonus
    placed = np.flatnonzero(answer.mentor != NOBODY)
    mentor_of = answer.mentor[placed]
    worth_of = worth[instance.pair_numbers(placed, mentor_of)] if placed.size else worth[:0]
    price = np.zeros(instance.mentors, np.int64)
    surplus = np.zeros(instance.mentees, np.int64)
    has_place = answer.load(instance.mentors) < instance.places
    by_mentor = np.argsort(instance.mentor, kind="stable")
    wanted, starts = np.unique(instance.mentor[by_mentor], return_index=True)
    who, offered = instance.mentee[by_mentor], worth[by_mentor]
    for _ in range(wanted.size + 2):
        surplus[placed] = worth_of - price[mentor_of]
        risen = price.copy()
        if wanted.size:
            risen[wanted] = np.maximum(
                price[wanted], np.maximum.reduceat(offered - surplus[who], starts)
            )
        if (risen[has_place] > 0).any() or (surplus < 0).any():
            raise NotOptimal("somebody could be placed better")
        if np.array_equal(risen, price):
            break
        price = risen
    else:
        raise NotOptimal("places could be exchanged for the better")
    bound = int(surplus.sum() + (price * instance.places).sum())
    enough = surplus[instance.mentee] + price[instance.mentor] >= worth
    if int(worth_of.sum()) != bound or not enough.all():
        raise NotOptimal("the sums do not meet")
    return Certificate(price, surplus, worth, bound)
