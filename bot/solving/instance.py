"""What is to be solved: who may be paired with whom, how well they fit, how many places there are.

Mentees and mentors are numbered from 0; whoever numbers them sorts by an id that stays, so that the
same people give the same answer in whatever order they came.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
NOBODY = -1


@dataclass(frozen=True)
class Instance:
    """`mentee`, `mentor`, `gain`: one entry for each pair the rules allow, sorted by both."""

    mentees: int
    places: Ints  # of each mentor, at least 0
    mentee: Ints
    mentor: Ints
    gain: Ints  # at least 0; whole, so that sums are exact

    @classmethod
    def of(
        cls, mentees: int, places: Iterable[int], pairs: Iterable[tuple[int, int, int]]
    ) -> "Instance":
        """`pairs`: (mentee, mentor, gain). Raises ValueError for what cannot be."""
        capacity = np.fromiter(places, np.int64)
        table = np.array(list(pairs), np.int64).reshape(-1, 3)
        return cls.from_arrays(mentees, capacity, table[:, 0], table[:, 1], table[:, 2])

    @classmethod
    def from_arrays(
        cls, mentees: int, places: Ints, mentee: Ints, mentor: Ints, gain: Ints
    ) -> "Instance":
        if (places < 0).any() or (gain < 0).any():
            raise ValueError("places and gains are not negative")
        if mentee.size and not (
            0 <= mentee.min() <= mentee.max() < mentees
            and 0 <= mentor.min() <= mentor.max() < places.size
        ):
            raise ValueError("a pair names somebody who is not there")
        order = np.lexsort((mentor, mentee))
        mentee, mentor, gain = mentee[order], mentor[order], gain[order]
        twice = (np.diff(mentee) == 0) & (np.diff(mentor) == 0)
        if twice.any():
            raise ValueError("a pair stands twice")
        return cls(mentees, places, mentee, mentor, gain)

    @property
    def mentors(self) -> int:
        return self.places.size

    @cached_property
    def bonus(self) -> int:
        """Of one more mentee placed: more than gains can differ, so that a sum tells both."""
        return 2 * self.mentees * int(self.gain.max(initial=0)) + 1

    def only(self, pairs: NDArray[np.bool_]) -> "Instance":
        """The same people with these pairs alone."""
        return replace(
            self, mentee=self.mentee[pairs], mentor=self.mentor[pairs], gain=self.gain[pairs]
        )

    def first_of(self, mentee: int) -> slice:
        """The pairs of one mentee."""
        return slice(*np.searchsorted(self.mentee, (mentee, mentee + 1)))

    @cached_property
    def component(self) -> Ints:
        """Of each pair: the smallest number of a mentor with whom it hangs together."""
        label = np.arange(self.mentors)
        if not self.mentee.size:
            return label[:0]
        order = np.argsort(self.mentor, kind="stable")
        mentees, of_mentee = np.unique(self.mentee, return_index=True)
        mentors, of_mentor = np.unique(self.mentor[order], return_index=True)
        mine = np.zeros(self.mentees, np.int64)
        while True:
            mine[mentees] = np.minimum.reduceat(label[self.mentor], of_mentee)
            lower = label.copy()
            lower[mentors] = np.minimum.reduceat(mine[self.mentee[order]], of_mentor)
            lower = np.minimum(lower, lower[lower])
            if np.array_equal(lower, label):
                return label[self.mentor]
            label = lower

    @cached_property
    def _keys(self) -> Ints:
        return self.mentee * self.mentors + self.mentor

    def pair_numbers(self, mentees: Ints, mentors: Ints) -> Ints:
        """Where these pairs stand. Raises ValueError when one is not allowed."""
        keys, wanted = self._keys, mentees * self.mentors + mentors
        found = np.searchsorted(keys, wanted)
        inside = found < keys.size
        if not inside.all() or (keys[found] != wanted).any():
            raise ValueError("a pair that the rules do not allow")
        return found.astype(np.int64)


@dataclass(frozen=True)
class Assignment:
    """The mentor of each mentee, or `NOBODY`."""

    mentor: Ints

    @property
    def placed(self) -> int:
        return int((self.mentor != NOBODY).sum())

    def gain(self, instance: Instance) -> int:
        who = np.flatnonzero(self.mentor != NOBODY)
        return int(instance.gain[instance.pair_numbers(who, self.mentor[who])].sum())

    def load(self, mentors: int) -> Ints:
        return np.bincount(self.mentor[self.mentor != NOBODY], minlength=mentors).astype(np.int64)

    def check(self, instance: Instance) -> None:
        """Raises ValueError for a pair the rules forbid or a mentor with too many."""
        if self.mentor.size != instance.mentees:
            raise ValueError("not an answer to this instance")
        self.gain(instance)
        if (self.load(instance.mentors) > instance.places).any():
            raise ValueError("a mentor has more mentees than places")
