"""Two who would both rather have each other: counted, and avoided where that is asked for.

Somebody would rather have whom they wished for, in the order of their wishes; all others are as
welcome as each other, and anybody is better than nobody. The stable answer settles what is equal by
the score and by number; whoever is content with it is content without that, too.
"""

from dataclasses import dataclass

import numpy as np

from bot.solving.instance import NOBODY, Assignment, Instance, Ints

_UNRANKED = 1 << 20
_HALF, _STEP = 50, 10  # of the points of the dial: a first wish, and how much less the next is


@dataclass(frozen=True)
class Preferences:
    """For each allowed pair how much each side wants it: less is better."""

    mentee: Ints
    mentor: Ints


def wishes(by_mentee: Ints, by_mentor: Ints) -> Preferences:
    """By the ranks of wishes, 0 for none."""

    def wanted(rank: Ints) -> Ints:
        return np.where(rank > 0, rank, _UNRANKED).astype(np.int64)

    return Preferences(wanted(by_mentee), wanted(by_mentor))


def with_scores(wanted: Preferences, score: Ints) -> Preferences:
    """As wished, and where nothing was wished by the score."""

    def finer(side: Ints) -> Ints:
        return np.where(side == _UNRANKED, _UNRANKED - score, side).astype(np.int64)

    return Preferences(finer(wanted.mentee), finer(wanted.mentor))


def liking(wanted: Preferences) -> Ints:
    """0 to 100 for each pair: half from each side, all of it for a first wish."""

    def half(side: Ints) -> Ints:
        return np.maximum(0, _HALF - _STEP * (side - 1)).astype(np.int64)

    return half(wanted.mentee) + half(wanted.mentor)


def blocking(instance: Instance, answer: Assignment, wanted: Preferences) -> int:
    """Pairs in which both would be strictly better off: they look at every pair once."""
    if not instance.mentee.size:
        return 0
    placed = np.flatnonzero(answer.mentor != NOBODY)
    chosen = instance.pair_numbers(placed, answer.mentor[placed])
    mine = np.full(instance.mentees, 2 * _UNRANKED)
    mine[placed] = wanted.mentee[chosen]
    worst = np.full(instance.mentors, -1)
    np.maximum.at(worst, answer.mentor[placed], wanted.mentor[chosen])
    worst[answer.load(instance.mentors) < instance.places] = 2 * _UNRANKED
    better = (wanted.mentee < mine[instance.mentee]) & (wanted.mentor < worst[instance.mentor])
    return int(better.sum())


def deferred_acceptance(instance: Instance, wanted: Preferences) -> Assignment:
    """Gale and Shapley: mentees ask in their order, mentors keep the best so far. No pair blocks.

    Of equally wanted ones the lower number counts as better, so the answer is one.
    """
    order = np.lexsort((instance.mentor, wanted.mentee, instance.mentee))
    mentor, liking = instance.mentor[order].tolist(), wanted.mentor[order].tolist()
    bounds = np.searchsorted(instance.mentee, np.arange(instance.mentees + 1)).tolist()
    asks = bounds[:-1]
    places = instance.places.tolist()
    kept: list[dict[int, int]] = [{} for _ in places]  # mentee -> how much wanted
    waiting = list(range(instance.mentees))[::-1]
    while waiting:
        who = waiting.pop()
        while asks[who] < bounds[who + 1]:
            at = asks[who]
            asks[who] += 1
            taken = kept[mentor[at]]
            if len(taken) < places[mentor[at]]:
                taken[who] = liking[at]
                break
            last = max(taken, key=lambda one: (taken[one], one), default=None)
            if last is not None and (liking[at], who) < (taken[last], last):
                del taken[last]
                taken[who] = liking[at]
                waiting.append(last)
                break
    mentor_of = np.full(instance.mentees, NOBODY, np.int64)
    for number, some in enumerate(kept):
        for who in some:
            mentor_of[who] = number
    return Assignment(mentor_of)
