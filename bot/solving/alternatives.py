"""What another wish would cost: a bound for every pair, and the exact price of one."""

import heapq
from dataclasses import dataclass

import numpy as np

from bot.solving.certificate import Certificate
from bot.solving.instance import NOBODY, Assignment, Instance, Ints


def losses(instance: Instance, proof: Certificate) -> Ints:
    """For each allowed pair: insisting on it loses at least so much worth; 0 for chosen ones."""
    return proof.surplus[instance.mentee] + proof.price[instance.mentor] - proof.worth


@dataclass(frozen=True)
class Forced:
    """The best answer in which one pair is given."""

    answer: Assignment
    fewer_placed: int
    lost_gain: int  # may be negative when fewer are placed
    moved: tuple[int, ...]  # the mentee asked for, then whoever moves because of it


def forced(
    instance: Instance, answer: Assignment, proof: Certificate, *, mentee: int, mentor: int
) -> Forced:
    """Insist on one allowed pair: the cheapest chain of others who move, found by Dijkstra.

    The overflow of the wished mentor's places moves on from mentor to mentor until it meets the
    place the mentee gave up, a free place, or somebody who stays without a mentor; reduced costs
    are never negative, so the first way found is the cheapest. Raises ValueError for a forbidden
    pair.
    """
    asked = int(instance.pair_numbers(np.array([mentee]), np.array([mentor]))[0])
    before = int(answer.mentor[mentee])
    if before == mentor:
        return Forced(answer, 0, 0, ())
    if instance.places[mentor] == 0:
        raise ValueError("a mentor without places")
    search = _Search(instance, answer, losses(instance, proof), proof, skip=mentee)
    moves = search.way(mentor, before if before != NOBODY else search.outside)
    mentor_of = answer.mentor.copy()
    for who, to in moves:
        mentor_of[who] = to
    mentor_of[mentee] = instance.mentor[asked]
    changed = Assignment(mentor_of)
    return Forced(
        changed,
        fewer_placed=answer.placed - changed.placed,
        lost_gain=answer.gain(instance) - changed.gain(instance),
        moved=(mentee, *(who for who, _ in moves)),
    )


class _Search:
    """Shortest ways between mentors' places; `outside` stands for free places and for nobody."""

    def __init__(
        self,
        instance: Instance,
        answer: Assignment,
        loss: Ints,
        proof: Certificate,
        *,
        skip: int,
    ) -> None:
        self.outside = instance.mentors
        self._instance, self._answer, self._loss, self._proof = instance, answer, loss, proof
        self._skip = skip
        self._load = answer.load(instance.mentors)
        order = np.argsort(answer.mentor, kind="stable")
        ends = np.searchsorted(answer.mentor[order], np.arange(-1, instance.mentors + 1))
        self._members = [order[a:b] for a, b in zip(ends[1:], [*ends[2:], order.size], strict=True)]
        self._unplaced = order[: ends[1]]

    def way(self, start: int, target: int) -> list[tuple[int, int]]:
        """(mentee, new mentor or NOBODY) for each who moves."""
        best = {start: 0}
        came: dict[int, tuple[int, int]] = {}  # place -> (from, who moved there)
        queue, done = [(0, start)], set[int]()
        while queue:
            cost, place = heapq.heappop(queue)
            if place in done:
                continue
            done.add(place)
            if place == target:
                break
            for to, who, step in self._steps(place):
                if to not in done and cost + step < best.get(to, cost + step + 1):
                    best[to] = cost + step
                    came[to] = (place, who)
                    heapq.heappush(queue, (cost + step, to))
        moves = []
        place = target
        while place != start:
            previous, who = came[place]
            if who != NOBODY:
                moves.append((who, place if place != self.outside else NOBODY))
            place = previous
        return moves

    def _steps(self, place: int) -> list[tuple[int, int, int]]:
        """(to, who moves or NOBODY, cost)."""
        proof = self._proof
        if place == self.outside:
            # a place is given up (and stays empty), or somebody unplaced takes one
            steps = [(int(j), NOBODY, int(proof.price[j])) for j in np.flatnonzero(self._load > 0)]
            return steps + [s for u in self._unplaced if u != self._skip for s in self._of(int(u))]
        steps = []
        if self._load[place] < self._instance.places[place]:
            steps.append((self.outside, NOBODY, 0))
        for who in self._members[place]:
            if who != self._skip:
                steps.append((self.outside, int(who), int(proof.surplus[who])))
                steps += self._of(int(who))
        return steps

    def _of(self, who: int) -> list[tuple[int, int, int]]:
        pairs = self._instance.first_of(who)
        mentors, loss = self._instance.mentor[pairs].tolist(), self._loss[pairs].tolist()
        return [(to, who, cost) for to, cost in zip(mentors, loss, strict=True)]
