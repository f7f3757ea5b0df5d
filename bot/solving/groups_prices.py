"""A bound no answer exceeds, from prices of the mentees: own arithmetic, in whole numbers.

Let each mentee have a price u >= 0, whatever it is. Any answer pays each placed mentee's worth at
most once, so its worth is at most the sum of the prices plus, for each mentor, the most a single
group of that mentor can earn above the prices of its members (or 0, closed). That inner question
needs no solver: of each option's mentees take the best. The better the prices, the closer the
bound; `better` looks for them step by step along the mentees that too many or no groups chose
(Held, Karp; Polyak's steps). Integer groups are inside the inner question, so this bound is tighter
than that of any flow.
"""

from dataclasses import dataclass

import numpy as np

from bot.solving.groups_instance import Bools, Options
from bot.solving.instance import Ints

FINE = 64  # prices are counted in so many parts of a point
MOMENTUM = 0.5
PATIENCE = 12  # steps without a better bound, after which they are halved
SMALLEST_STEP = 0.002


@dataclass(frozen=True)
class Prices:
    """`bound` holds for gain + bonus * placed of every answer, whatever the prices."""

    of_mentee: Ints  # in parts of a point
    bound: int  # in points


@dataclass(frozen=True)
class Inner:
    """What each option earns at given prices, and who sits in it then."""

    value: Ints  # of each option, with at least its smallest group
    best: Ints  # of each mentor, at least 0
    seat: Ints  # of the best option of each open mentor: taken seats
    last: Ints  # of each option: profit below which a seat is not taken by choice


class Bound:
    """The bound of one set of options for one bonus."""

    def __init__(self, options: Options, mentees: int, mentors: int, bonus: int) -> None:
        self.options, self._mentees, self._mentors = options, mentees, mentors
        self.bonus = bonus
        self._worth = (options.seat_gain + bonus) * FINE
        self._widest = int(options.largest.max(initial=1))
        length = np.diff(options.start)
        place = np.arange(self._widest)
        self._inside = place < np.minimum(length, options.largest)[:, None]
        self._forced = place < options.smallest[:, None]
        # a short option's row runs into its neighbour's seats: these are masked by `inside`
        self._rows = np.minimum(
            options.start[:-1, None] + place, max(options.seat_option.size - 1, 0)
        )
        self._shift = int(self._worth.max(initial=0)) + 1
        self._bits = max(int(length.max(initial=1)).bit_length(), 1)
        self._local = np.arange(options.seat_option.size) - options.start[options.seat_option]

    def inner(self, price: Ints) -> Inner:
        options = self.options
        profit = self._worth - price[options.seat_mentee]
        # one number to sort by: option, then profit falling, then who
        span = 2 * self._shift
        key = ((options.seat_option * span + (self._shift - profit)) << self._bits) | self._local
        key.sort()
        local = key & ((1 << self._bits) - 1)
        ordered = self._shift - ((key >> self._bits) % span)
        top = np.where(self._inside, ordered[self._rows], 0)
        taken = self._inside & (self._forced | (top > 0))
        value = np.where(taken, top, 0).sum(1)
        best = np.zeros(self._mentors, np.int64)
        np.maximum.at(best, options.mentor, value)
        leads = np.flatnonzero((value > 0) & (value == best[options.mentor]))
        leads = leads[np.unique(options.mentor[leads], return_index=True)[1]]
        seat = (options.start[:-1, None] + local[self._rows])[leads][taken[leads]]
        count = taken.sum(1)
        weakest = top[np.arange(options.count), count - 1] if options.count else value
        last = np.where(count < options.largest, np.minimum(weakest, 0), weakest)
        return Inner(value, best, seat, last)

    def start(self) -> Prices:
        """Of nothing known: each mentee costs what placing somebody brings."""
        return self._told(np.full(self._mentees, self.bonus * FINE, np.int64))

    def _told(self, price: Ints, inner: Inner | None = None) -> Prices:
        """With the bound of these prices: it holds by the inequality above alone."""
        best = (inner or self.inner(price)).best
        return Prices(price, int(price.sum() + best.sum()) // FINE)

    def better(self, prices: Prices, reached: int, rounds: int) -> Prices:
        """From these prices on. `reached`: worth of the best answer known."""
        best, price = prices, prices.of_mentee
        inner = self.inner(price)
        step, waiting = 1.0, 0
        direction = np.zeros(self._mentees)
        for _ in range(rounds):
            chosen = np.bincount(self.options.seat_mentee[inner.seat], minlength=self._mentees)
            slope = chosen - 1.0
            slope[(price == 0) & (slope < 0)] = 0
            direction = slope + MOMENTUM * direction
            length = float((direction * direction).sum())
            if best.bound <= reached or length == 0 or step < SMALLEST_STEP:
                break
            size = step * (best.bound - reached + 1) * FINE / length
            price = np.clip(np.rint(price + size * direction), 0, self._shift).astype(np.int64)
            inner = self.inner(price)
            found = self._told(price, inner)
            waiting += 1
            if found.bound < best.bound:
                best, waiting = found, 0
            elif waiting == PATIENCE:
                step, waiting, price = step / 2, 0, best.of_mentee
                inner = self.inner(price)
                direction[:] = 0
        return best

    def losses(self, prices: Prices) -> Ints:
        """Of each seat, in parts of a point: how much lower the bound is for answers that use it.

        The mentor must open the seat's option, and the seat then takes the place of the weakest.
        """
        options, inner = self.options, self.inner(prices.of_mentee)
        of_option = inner.best[options.mentor] - inner.value
        profit = self._worth - prices.of_mentee[options.seat_mentee]
        extra = np.maximum(inner.last[options.seat_option] - profit, 0)
        return of_option[options.seat_option] + extra

    def leading(self, prices: Prices) -> tuple[Ints, Ints]:
        """The option of each mentor that earns most, and those of them that earn something."""
        options, value = self.options, self.inner(prices.of_mentee).value
        order = np.lexsort((-value, options.mentor))
        best = order[np.unique(options.mentor[order], return_index=True)[1]]
        return best, best[value[best] > 0]


def within(loss: Ints, allowed: int) -> Bools:
    """What an answer better than one `allowed` points below the bound may use; all else may not."""
    return loss < allowed * FINE
