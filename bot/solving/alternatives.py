"""What another wish would cost: a bound for every pair, and the exact price of one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.solving.certificate import Certificate
from bot.solving.instance import NOBODY, Assignment, Instance, Ints

_FAR = 1 << 60  # twice this is still a whole number of 64 bits


def losses(instance: Instance, proof: Certificate, pairs: Ints | slice = slice(None)) -> Ints:
    """For each allowed pair: insisting on it loses at least so much worth; 0 for chosen ones."""
    surplus, price = proof.surplus[instance.mentee[pairs]], proof.price[instance.mentor[pairs]]
    return surplus + price - instance.gain[pairs] - instance.bonus


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
    """Insist on one allowed pair: the cheapest chain of others who move.

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
    search = _Search(instance, answer, proof, skip=mentee, asked=asked)
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
    """Shortest ways between mentors' places; the last one stands for free places and for nobody.

    Bellman and Ford, over those who hang together with the start: what is beyond, no way that pays
    comes back from.
    """

    def __init__(
        self, instance: Instance, answer: Assignment, proof: Certificate, *, skip: int, asked: int
    ) -> None:
        self.outside = instance.mentors
        pairs = np.flatnonzero(instance.component == instance.component[asked])
        mentors = np.unique(instance.mentor[pairs])
        pairs = pairs[instance.mentee[pairs] != skip]
        at = np.where(answer.mentor == NOBODY, self.outside, answer.mentor)
        mentees = np.unique(instance.mentee[pairs])
        mentees = mentees[answer.mentor[mentees] != NOBODY]
        load = answer.load(instance.mentors)[mentors]
        free, held = mentors[load < instance.places[mentors]], mentors[load > 0]
        steps = (
            (
                at[instance.mentee[pairs]],
                instance.mentor[pairs],
                losses(instance, proof, pairs),
                instance.mentee[pairs],
            ),
            (at[mentees], _same(mentees, self.outside), proof.surplus[mentees], mentees),
            (free, _same(free, self.outside), _same(free, 0), _same(free, NOBODY)),
            # a place is given up, and stays empty
            (_same(held, self.outside), held, proof.price[held], _same(held, NOBODY)),
        )
        source, target, cost, who = (np.concatenate(part) for part in zip(*steps, strict=True))
        order = np.argsort(target, kind="stable")
        self._source, self._target = source[order], target[order]
        self._cost, self._who = cost[order], who[order]

    def way(self, start: int, target: int) -> list[tuple[int, int]]:
        """(mentee, new mentor or NOBODY) for each who moves."""
        known, starts = np.unique(self._target, return_index=True)
        ends = np.append(starts, self._target.size)[1:]
        best = np.full(self.outside + 1, _FAR)
        best[start] = 0
        when, number = np.zeros(self.outside + 1, np.int64), 0
        while known.size:
            number += 1
            found = np.minimum.reduceat(best[self._source] + self._cost, starts)
            nearer = found < best[known]
            if not nearer.any():
                break
            best[known[nearer]], when[known[nearer]] = found[nearer], number
        into = dict(
            zip(known.tolist(), zip(starts.tolist(), ends.tolist(), strict=True), strict=True)
        )
        moves, place = [], target
        while place != start:
            steps = slice(*into[place])
            # whoever reached this place was reached before it: a walk back never turns in a circle
            came = self._source[steps]
            led = (best[came] + self._cost[steps] == best[place]) & (when[came] < when[place])
            step = steps.start + int(np.flatnonzero(led)[0])
            if self._who[step] != NOBODY:
                moves.append((int(self._who[step]), place if place != self.outside else NOBODY))
            place = int(self._source[step])
        return moves


def _same(like: Ints, value: int) -> Ints:
    return np.full(like.size, value, np.int64)


@dataclass(frozen=True)
class Options:
    """The best other mentors of everybody; arrays that go together, sorted by mentee and loss."""

    pair: Ints  # numbers of pairs in the instance
    loss: Ints  # in worth
    exact: NDArray[np.bool_]  # else the loss is at least so much


def options(
    instance: Instance, answer: Assignment, proof: Certificate, *, most: int, exact_up_to: int
) -> Options:
    """Of everybody placed the `most` other mentors who cost all of them least.

    Exact among as many mentors as hang together up to `exact_up_to`: the ways between all their
    places at once (Floyd and Warshall). Among more, the bound that the prices give.
    """
    loss = losses(instance, proof)
    now = answer.mentor[instance.mentee]
    others = np.flatnonzero((instance.mentor != now) & (now != NOBODY))
    others = others[instance.places[instance.mentor[others]] > 0]
    label = instance.component
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
