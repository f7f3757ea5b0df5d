"""The objective in its order, each stage exact and proved before the next is asked.

Most mentees placed; then as many as can stay with whom they stood (where that is asked for); then
the highest floor of the scores; then the most points; then the evenest load that costs no point.
"""

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from bot.solving.balance import balanced
from bot.solving.certificate import Certificate, NotOptimal, certify
from bot.solving.components import assign_in_parts
from bot.solving.floor import Floor, highest_floor
from bot.solving.instance import NOBODY, Assignment, Instance, Ints
from bot.solving.stability import Preferences, deferred_acceptance


@dataclass(frozen=True)
class Wanted:
    """What is to be solved, beside the rules; arrays go with the pairs of the instance."""

    instance: Instance  # its gain are the points alone
    score: Ints
    standing: NDArray[np.bool_]
    busy: Ints  # of each mentor: how many there are already
    fair: bool
    stable: Preferences | None  # asked for stability before everything else


@dataclass(frozen=True)
class Solved:
    instance: Instance  # the pairs the answer was chosen from, with the gains it was chosen by
    answer: Assignment
    proof: Certificate  # of `answer`, or of the best one where stability came first
    keeping: int  # what one standing pair weighs in the gains, 0 for nothing
    floor: Floor
    plain: tuple[int, int]  # (placed, points) with neither floor nor stability

    @property
    def proved_best(self) -> bool:
        return self.proof.bound == worth(self.instance, self.answer)


def worth(instance: Instance, answer: Assignment) -> int:
    return answer.placed * instance.bonus + answer.gain(instance)


def solve(wanted: Wanted) -> Solved:
    """Raises `NotOptimal` when an answer cannot be proved, `TooLarge` for too many points."""
    points = wanted.instance
    keeping = 0
    if wanted.standing.any():
        keeping = 2 * points.mentees * int(points.gain.max(initial=0)) + 1
    instance = Instance(
        points.mentees,
        points.places,
        points.mentee,
        points.mentor,
        points.gain + keeping * wanted.standing,
    )
    answer = assign_in_parts(instance)
    plain = answer.placed, answer.gain(points)
    if wanted.stable is not None:
        proof = certify(instance, answer)
        stable = deferred_acceptance(instance, wanted.stable)
        stable.check(instance)
        return Solved(instance, stable, proof, keeping, Floor(None, proved=False), plain)
    floor = Floor(None, proved=False)
    if wanted.fair:
        floor = highest_floor(instance, answer, wanted.score, wanted.standing)
        instance, answer = _above(instance, answer, wanted, floor)
    proof = certify(instance, answer)
    answer = balanced(instance, answer, proof, wanted.busy)
    if worth(instance, answer) != proof.bound:
        raise NotOptimal("sharing the work cost something")
    answer.check(instance)
    return Solved(instance, answer, proof, keeping, floor, plain)


def _above(
    instance: Instance, answer: Assignment, wanted: Wanted, floor: Floor
) -> tuple[Instance, Assignment]:
    """The pairs at or above the floor; another answer only when this one goes below it."""
    if floor.floor is None:
        return instance, answer
    fine = wanted.standing | (wanted.score >= floor.floor)
    above = instance.only(fine)
    placed = np.flatnonzero(answer.mentor != NOBODY)
    used = instance.pair_numbers(placed, answer.mentor[placed])
    if fine[used].all():
        return above, answer  # with fewer to choose from it is the best all the more
    return above, assign_in_parts(above)


def gap_per_mille(solved: Solved, points: Instance) -> int:
    """How far the answer may be from the best, rounded up: of the placed first, then of points."""
    if solved.proved_best:
        return 0
    placed, most = solved.plain
    if solved.answer.placed < placed:
        return ceil(1000 * (placed - solved.answer.placed) / placed)
    return max(1, ceil(1000 * (most - solved.answer.gain(points)) / max(most, 1)))
