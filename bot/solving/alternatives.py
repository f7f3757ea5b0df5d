"""What another wish would cost: a bound for every pair, and the exact price of one."""

import heapq
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.solving.certificate import Certificate
from bot.solving.components import components
from bot.solving.instance import NOBODY, Assignment, Instance, Ints

_FAR = 1 << 60  # twice this is still a whole number of 64 bits


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


@dataclass(frozen=True)
class Options:
    """The best other mentors of everybody; arrays that go together, sorted by mentee and loss."""

    pair: Ints  # numbers of pairs in the instance
    loss: Ints  # in worth
    exact: NDArray[np.bool_]  # else the loss is at least so much


def options(
    instance: Instance, answer: Assignment, proof: Certificate, *, most: int, exact_up_to: int
) -> Options:
    """Of everybody the `most` other mentors who cost all of them least.

    Exact among as many mentors as hang together up to `exact_up_to`: the ways between all their
    places at once (Floyd and Warshall). Among more, the bound that the prices give.
    """
    loss = losses(instance, proof)
    others = np.flatnonzero(instance.mentor != answer.mentor[instance.mentee])
    others = others[instance.places[instance.mentor[others]] > 0]
    label = components(instance)
    way, exact = np.zeros(instance.mentee.size, np.int64), np.zeros(instance.mentee.size, bool)
    mentors_of = np.bincount(label[_first_of_mentors(instance)], minlength=instance.mentors)
    small = mentors_of[label] <= exact_up_to
    exact[small] = True
    by_component = np.argsort(label, kind="stable")
    known, starts = np.unique(label[by_component], return_index=True)
    ends = np.append(starts, label.size)[1:]
    for number, begin, end in zip(known.tolist(), starts.tolist(), ends.tolist(), strict=True):
        if mentors_of[number] <= exact_up_to:
            pairs = by_component[begin:end]
            way[pairs] = _ways(instance, answer, proof, loss, pairs)
    whole = loss + way
    order = others[np.lexsort((instance.mentor[others], whole[others], instance.mentee[others]))]
    first = np.searchsorted(instance.mentee[order], instance.mentee[order])
    chosen = order[np.arange(order.size) - first < most]
    return Options(chosen, whole[chosen], exact[chosen])


def _first_of_mentors(instance: Instance) -> Ints:
    return np.unique(instance.mentor, return_index=True)[1].astype(np.int64)


def _ways(
    instance: Instance, answer: Assignment, proof: Certificate, loss: Ints, pairs: Ints
) -> Ints:
    """For pairs of one component: what others lose when their mentor's place is taken."""
    mentors, there = np.unique(instance.mentor[pairs], return_inverse=True)
    mentees, who = np.unique(instance.mentee[pairs], return_inverse=True)
    outside = mentors.size
    number = np.append(np.full(instance.mentors, outside), outside)  # NOBODY is the last one
    number[mentors] = np.arange(mentors.size)
    now = number[answer.mentor[mentees]]  # where each is: a mentor, or outside
    ways = np.full((outside + 1, outside + 1), _FAR)
    np.fill_diagonal(ways, 0)
    np.minimum.at(ways, (now[who], there), loss[pairs])
    load = np.bincount(now, minlength=outside + 1)[:-1]
    np.minimum.at(ways, (now, np.full(now.size, outside)), proof.surplus[mentees])
    free = np.flatnonzero(load < instance.places[mentors])
    ways[free, outside] = 0
    held = np.flatnonzero(load > 0)
    ways[outside, held] = np.minimum(ways[outside, held], proof.price[mentors[held]])
    for middle in range(outside + 1):
        np.minimum(ways, ways[:, middle, None] + ways[None, middle, :], out=ways)
    found: Ints = ways[there, now[who]]
    return found


def as_points(loss: int, bonus: int, keeping: int) -> tuple[int, int]:
    """(fewer placed, points lost) of a loss in worth; kept pairs are not points."""
    fewer = (loss + bonus // 2) // bonus
    lost = loss - fewer * bonus
    if keeping:
        lost -= (lost + keeping // 2) // keeping * keeping
    return fewer, lost
