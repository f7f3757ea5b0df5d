"""The worst-served as good as possible: the highest floor at which as many can still be placed.

A floor is reached by an answer that has it. That the next higher one cannot be reached is proved by
a cover (König): people so chosen that every pair of at least that score has one of them, while all
their places together are fewer than the placed.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python import max_flow

from bot.solving.certificate import certify
from bot.solving.flow import assign
from bot.solving.instance import NOBODY, Assignment, Instance, Ints


@dataclass(frozen=True)
class Cover:
    mentees: NDArray[np.bool_]
    mentors: NDArray[np.bool_]

    def holds(self, instance: Instance, fewer_than: int) -> bool:
        """Whether it shows that of these pairs not so many mentees can be placed."""
        covered = self.mentees[instance.mentee] | self.mentors[instance.mentor]
        size = int(self.mentees.sum() + instance.places[self.mentors].sum())
        return bool(covered.all()) and size < fewer_than


@dataclass(frozen=True)
class Floor:
    floor: int | None  # None: no pair is judged by it
    proved: bool  # the next higher one places fewer


def most_placed(instance: Instance) -> Assignment:
    """As many as can be, whatever they gain."""
    mentor_of = np.full(instance.mentees, NOBODY, np.int64)
    if not instance.mentee.size:
        return Assignment(mentor_of)
    source = instance.mentees + instance.mentors
    sink = source + 1
    solver = max_flow.SimpleMaxFlow()
    arcs = solver.add_arcs_with_capacity(
        instance.mentee,
        instance.mentor + instance.mentees,
        np.ones(instance.mentee.size, np.int64),
    )
    solver.add_arcs_with_capacity(
        np.full(instance.mentees, source),
        np.arange(instance.mentees),
        np.ones(instance.mentees, np.int64),
    )
    solver.add_arcs_with_capacity(
        np.arange(instance.mentors) + instance.mentees,
        np.full(instance.mentors, sink),
        instance.places,
    )
    status = solver.solve(source, sink)
    if status != solver.OPTIMAL:
        raise ValueError(f"the solver answered {status.name}")
    used = solver.flows(arcs) > 0
    mentor_of[instance.mentee[used]] = instance.mentor[used]
    return Assignment(mentor_of)


def cover(instance: Instance, answer: Assignment) -> Cover:
    """Mentees whom no unplaced one could replace, and the full mentors these could go to.

    Its size is the number placed exactly when the answer places as many as can be.
    """
    reached = answer.mentor == NOBODY
    full = np.zeros(instance.mentors + 1, bool)  # the last one stands for nobody
    new = reached
    while new.any():
        full[instance.mentor[new[instance.mentee]]] = True
        pushed = full[answer.mentor]
        new = pushed & ~reached
        reached = reached | pushed
    return Cover(~reached, full[:-1])


def highest_floor(
    instance: Instance, answer: Assignment, score: Ints, standing: NDArray[np.bool_]
) -> Floor:
    """For an answer that places as many as can be and keeps as many standing pairs as it can.

    Standing pairs are exempt from the floor, and it is never raised at the price of one.
    """
    if not answer.placed:
        return Floor(None, proved=True)
    # above any floor there can be
    judged = np.where(standing, int(score.max()) + 1, score)
    placed = np.flatnonzero(answer.mentor != NOBODY)
    present = int(judged[instance.pair_numbers(placed, answer.mentor[placed])].min())
    levels = np.unique(judged)
    levels = levels[levels >= present]
    kept = replace(instance, gain=standing.astype(np.int64)) if standing.any() else None
    low, high = 0, _limit(instance, answer, judged, levels)  # reached, not reached
    while high - low > 1:
        middle = (low + high) // 2
        above = judged >= levels[middle]
        if kept is not None:
            reached = _value(kept, assign(kept.only(above))) == _value(kept, answer)
        else:
            reached = most_placed(instance.only(above)).placed == answer.placed
        low, high = (middle, high) if reached else (low, middle)
    proved = _unreachable(instance, answer, judged, levels, low + 1)
    if not proved and kept is not None:
        proved = _keeps_fewer(kept, answer, judged >= levels[low + 1])
    return Floor(int(levels[low]), proved)


def _value(kept: Instance, answer: Assignment) -> int:
    """Most placed, then most kept, as one number."""
    return answer.placed * kept.bonus + answer.gain(kept)


def _keeps_fewer(kept: Instance, answer: Assignment, above: NDArray[np.bool_]) -> bool:
    """By the prices of the best answer above the floor."""
    higher = kept.only(above)
    proof = certify(higher, assign(higher))
    placed, gain = divmod(proof.bound, higher.bonus)
    return (placed, gain) < (answer.placed, answer.gain(kept))


def _limit(instance: Instance, answer: Assignment, score: Ints, levels: Ints) -> int:
    """The first level that cannot be reached because somebody who is needed has no such pair."""
    needed = cover(instance, answer).mentees
    best = np.zeros(instance.mentees, np.int64)
    np.maximum.at(best, instance.mentee, score)
    lowest = int(best[needed].min()) if needed.any() else int(levels[-1])
    return int(np.searchsorted(levels, lowest, side="right"))


def _unreachable(
    instance: Instance, answer: Assignment, score: Ints, levels: Ints, level: int
) -> bool:
    """Asks for a cover again, from an answer found for this level, and checks it."""
    if level >= levels.size:
        return True  # there is no higher score at all
    higher = instance.only(score >= levels[level])
    whole = cover(instance, answer)
    lacking = np.ones(instance.mentees, bool)
    lacking[higher.mentee] = False
    quick = Cover(whole.mentees & ~lacking, whole.mentors)
    if quick.holds(higher, answer.placed):
        return True
    return cover(higher, most_placed(higher)).holds(higher, answer.placed)
