"""The best groups: most mentees placed, then the largest total fit; with a bound and its gap.

Each part of the programme that has nothing to do with the others is solved alone: prices give a
bound and a first answer, small integer programs improve it, and one over everything that could
still be better proves it, where it is small enough. What is told is checked by itself first.
"""

from dataclasses import dataclass, replace

import numpy as np

from bot.solving.flow import assign
from bot.solving.groups_check import check
from bot.solving.groups_exact import exact
from bot.solving.groups_flow import fill
from bot.solving.groups_instance import GroupInstance, Groups, Options
from bot.solving.groups_local import improve
from bot.solving.groups_prices import Bound, Prices, within
from bot.solving.instance import NOBODY, Ints

__all__ = ["NORMAL", "Effort", "GroupAnswer", "GroupInstance", "gap_per_mille", "solve_groups"]

STARTS = 3  # times prices are searched and filled in turn
# How far below the bound the integer program looks for seats, in per mille of the largest gain.
WIDTHS = (10, 25, 60, 150, 400)
PROMISING = 100  # the same, of a seat that local search tries
FIRST_BONUS = 3  # of one more placed, in largest gains; raised when that leaves somebody over


@dataclass(frozen=True)
class Effort:
    """Limits that are counts, so that a slow machine gives the same answer."""

    rounds: int = 120  # of each search for prices
    steps: int = 60  # of small programs, for all parts together
    seats: int = 6_000  # the largest integer program where everybody is always free
    seats_with_slots: int = 800
    nodes: int = 200


NORMAL = Effort()


@dataclass(frozen=True)
class GroupAnswer:
    """`bound_gain`: of an answer that places as many; neither bound is ever exceeded."""

    groups: Groups
    placed: int
    gain: int
    bound_placed: int
    bound_gain: int

    @property
    def gap_per_mille(self) -> int:
        """0: proved best."""
        return gap_per_mille(
            (self.placed, self.bound_placed),
            (self.gain, self.bound_gain),
        )


def solve_groups(instance: GroupInstance, effort: Effort = NORMAL) -> GroupAnswer:
    """The same arrays give the same answer, on any machine."""
    whole = Groups.none(instance)
    placed = gain = 0
    leaders = max(int((instance.pairs.places > 0).sum()), 1)
    for mentees, mentors in instance.components():
        part = instance.part(mentees, mentors)
        share = -(-effort.steps * mentors.size // leaders)
        found = _Part(part, replace(effort, steps=share)).solve()
        has = found.groups.mentor != NOBODY
        whole.mentor[mentees[has]] = mentors[found.groups.mentor[has]]
        whole.slot[mentors] = found.groups.slot
        placed, gain = placed + found.bound_placed, gain + found.bound_gain
    check(instance, whole)
    return GroupAnswer(whole, *whole.worth(instance), placed, gain)


def gap_per_mille(*goals: tuple[int, int]) -> int:
    """Of (reached, bound) the widest gap, rounded up."""
    return max(-(-1000 * (bound - reached) // max(bound, 1)) for reached, bound in goals)


class _Part:
    """One part whose people are connected."""

    def __init__(self, instance: GroupInstance, effort: Effort) -> None:
        self._instance, self._effort = instance, effort
        self._options = Options.of(instance)
        self._slots = instance.mentee_free.shape[1] > 1

    def solve(self) -> GroupAnswer:
        instance, options = self._instance, self._options
        groups = Groups.none(instance)
        if not options.count:
            return GroupAnswer(groups, 0, 0, 0, 0)
        bound_placed = assign(instance.pairs).placed
        largest = int(instance.pairs.gain.max()) + 1
        enough = instance.mentees * largest
        bonus, steps = min(FIRST_BONUS * largest, enough), self._effort.steps
        bounds: list[tuple[int, int]] = []
        while True:
            groups, bound = self._climb(options, groups, bonus, steps)
            bounds.append((bonus, bound))
            placed, gain = groups.worth(instance)
            if placed < bound_placed:
                bound_placed = min(bound_placed, self._most_placed(groups))
            if placed >= bound_placed or bonus >= enough:
                break
            bonus, steps = enough, 0
        # of all that place as many: each bonus bounds them, and a small one most closely
        most = min(bound - bonus * placed for bonus, bound in bounds)
        return GroupAnswer(groups, placed, gain, bound_placed, most)

    def _most_placed(self, groups: Groups) -> int:
        """A bound of how many can be placed, whatever the fit."""
        alike = replace(self._options, seat_gain=np.zeros_like(self._options.seat_gain))
        return self._climb(alike, groups, 1, 0)[1]

    def _climb(
        self, options: Options, groups: Groups, bonus: int, steps: int
    ) -> tuple[Groups, int]:
        """(better groups, a bound of gain + bonus * placed)."""
        instance, effort = self._instance, self._effort
        search = Bound(options, instance.mentees, instance.mentors, bonus)
        best = _Best(options, instance, bonus, groups)
        best.offer(fill(instance, options, _fullest(options)))
        prices = search.start()
        for _ in range(STARTS):
            prices = search.better(prices, best.worth, effort.rounds)
            if prices.bound <= best.worth:
                return best.groups, prices.bound
            for opened in search.leading(prices):
                best.offer(fill(instance, options, opened))
        bound = self._widen(search, prices, best)
        if self._slots and steps and bound > best.worth:
            promising = within(search.losses(prices), _points(options, PROMISING))
            groups = improve(instance, options, best.groups, promising, bonus=bonus, steps=steps)
            best.offer(groups)
            prices = search.better(prices, best.worth, effort.rounds)
            bound = min(bound, prices.bound)
        return best.groups, bound

    def _widen(self, search: Bound, prices: Prices, best: "_Best") -> int:
        """Integer programs over more and more of the seats that could still do better; a bound."""
        effort, loss = self._effort, search.losses(prices)
        most = effort.seats_with_slots if self._slots else effort.seats
        widths = [_points(search.options, one) for one in WIDTHS]
        for width in (*widths, prices.bound):  # at last everything that could do better
            reached = best.worth
            gap = prices.bound - reached
            seats = np.flatnonzero(within(loss, min(width, gap)))
            if gap <= 0 or seats.size > most:
                break
            found = exact(
                self._instance, search.options, seats, bonus=search.bonus, nodes=effort.nodes
            )
            if found.groups is not None:
                best.offer(found.groups)
            if found.most is None:
                break
            if width >= gap:  # whatever is better than `reached` uses these seats alone
                return min(prices.bound, max(found.most, reached))
        return prices.bound


class _Best:
    """The best groups so far: most placed, then the gain of these options."""

    def __init__(
        self, options: Options, instance: GroupInstance, bonus: int, groups: Groups
    ) -> None:
        self._counts = bool(options.seat_gain.any())
        self._instance, self._bonus = instance, bonus
        self.groups = groups

    def _rank(self, groups: Groups) -> tuple[int, int]:
        placed, gain = groups.worth(self._instance)
        return placed, gain if self._counts else 0

    @property
    def worth(self) -> int:
        placed, gain = self._rank(self.groups)
        return placed * self._bonus + gain

    def offer(self, groups: Groups) -> None:
        if self._rank(groups) > self._rank(self.groups):
            self.groups = groups


def _points(options: Options, per_mille: int) -> int:
    """Of the largest gain, at least one point."""
    return max(per_mille * int(options.seat_gain.max(initial=0)) // 1000, 1)


def _fullest(options: Options) -> Ints:
    """Of each mentor the slot in which most could come."""
    order = np.lexsort((-np.diff(options.start), options.mentor))
    return order[np.unique(options.mentor[order], return_index=True)[1]]
