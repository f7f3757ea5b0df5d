"""What is to be solved when mentees meet in groups: pairs allowed, sizes of groups, free hours.

A group is one mentor with several mentees in one weekly slot in which all of them are free. So a
choice is an *option*: this mentor in this slot; a mentor opens at most one. Hours that each two
share do not make an hour that all share, which is why options stand in the model.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.solving.instance import NOBODY, Instance, Ints

Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class GroupInstance:
    """`pairs`: what the rules allow, with the largest group of each mentor as places."""

    pairs: Instance
    smallest: Ints  # of each mentor's group, at least 1
    mentee_free: Bools  # mentees x slots; without slots one in which everybody is free
    mentor_free: Bools

    @classmethod
    def of(
        cls,
        *,
        mentees: int,
        smallest: Ints,
        largest: Ints,
        mentee: Ints,
        mentor: Ints,
        gain: Ints,
        mentee_free: Bools | None = None,
        mentor_free: Bools | None = None,
    ) -> "GroupInstance":
        """Raises ValueError for what cannot be. A mentor with largest < smallest leads nobody."""
        mentors = largest.size
        if mentee_free is None or mentor_free is None:
            mentee_free, mentor_free = np.ones((mentees, 1), bool), np.ones((mentors, 1), bool)
        if (
            smallest.size != mentors
            or (smallest < 1).any()
            or mentee_free.shape[0] != mentees
            or mentor_free.shape != (mentors, mentee_free.shape[1])
        ):
            raise ValueError("sizes or hours do not belong to these people")
        places = np.where(largest >= smallest, largest, 0).astype(np.int64)
        pairs = Instance.from_arrays(mentees, places, mentee, mentor, gain)
        free = mentee_free.astype(bool), mentor_free.astype(bool)
        return cls(pairs, smallest.astype(np.int64), *free)

    @property
    def mentees(self) -> int:
        return self.pairs.mentees

    @property
    def mentors(self) -> int:
        return self.pairs.mentors

    def shared(self) -> Bools:
        """Pairs x slots: when the two of each pair are both free."""
        return self.mentee_free[self.pairs.mentee] & self.mentor_free[self.pairs.mentor]

    def part(self, mentees: Ints, mentors: Ints) -> "GroupInstance":
        """These people alone, numbered anew in the order given (which must be rising)."""
        pairs = self.pairs
        inside = np.isin(pairs.mentee, mentees) & np.isin(pairs.mentor, mentors)
        smaller = Instance(
            mentees.size,
            pairs.places[mentors],
            np.searchsorted(mentees, pairs.mentee[inside]).astype(np.int64),
            np.searchsorted(mentors, pairs.mentor[inside]).astype(np.int64),
            pairs.gain[inside],
        )
        return GroupInstance(
            smaller, self.smallest[mentors], self.mentee_free[mentees], self.mentor_free[mentors]
        )

    def components(self) -> Iterator[tuple[Ints, Ints]]:
        """(mentees, mentors) who have nothing to do with the others; people without pairs not."""
        pairs = self.pairs
        use = pairs.places[pairs.mentor] > 0
        who, whom = pairs.mentee[use], pairs.mentor[use] + self.mentees
        label = np.arange(self.mentees + self.mentors)
        while True:  # the smallest number spreads, and is followed to its own label
            before = label.copy()
            least = np.minimum(label[who], label[whom])
            np.minimum.at(label, who, least)
            np.minimum.at(label, whom, least)
            label = label[label]
            if np.array_equal(before, label):
                break
        of_pairs = np.unique(label[who])
        ones, others = label[: self.mentees], label[self.mentees :]
        by_one, by_other = np.argsort(ones, kind="stable"), np.argsort(others, kind="stable")
        for one in of_pairs:
            a, b = np.searchsorted(ones[by_one], (one, one + 1))
            c, d = np.searchsorted(others[by_other], (one, one + 1))
            yield by_one[a:b].astype(np.int64), by_other[c:d].astype(np.int64)


@dataclass(frozen=True)
class Options:
    """Every (mentor, slot) with enough free mentees, by mentor; `seat`: one entry for each

    mentee who could sit in it, by option and then mentee.
    """

    mentor: Ints
    slot: Ints
    smallest: Ints
    largest: Ints
    start: Ints  # of each option's seats; one more at the end
    seat_option: Ints
    seat_pair: Ints
    seat_mentee: Ints
    seat_gain: Ints

    @classmethod
    def of(cls, instance: GroupInstance) -> "Options":
        pairs = instance.pairs
        slots = instance.mentee_free.shape[1]
        pair, slot = np.nonzero(instance.shared())
        key = pairs.mentor[pair] * slots + slot
        order = np.argsort(key, kind="stable")  # by mentor and slot, then mentee
        pair, key = pair[order], key[order]
        found, inverse, count = np.unique(key, return_inverse=True, return_counts=True)
        mentor = found // max(slots, 1)
        wide = (count >= instance.smallest[mentor]) & (pairs.places[mentor] > 0)
        number = np.cumsum(wide) - 1
        kept = wide[inverse]
        pair, option = pair[kept].astype(np.int64), number[inverse[kept]].astype(np.int64)
        mentor = mentor[wide].astype(np.int64)
        return cls(
            mentor=mentor,
            slot=(found[wide] % max(slots, 1)).astype(np.int64),
            smallest=instance.smallest[mentor],
            largest=pairs.places[mentor],
            start=np.concatenate([[0], np.cumsum(count[wide])]).astype(np.int64),
            seat_option=option,
            seat_pair=pair,
            seat_mentee=pairs.mentee[pair],
            seat_gain=pairs.gain[pair],
        )

    @property
    def count(self) -> int:
        return self.mentor.size

    def seats_of(self, options: Ints) -> Ints:
        """The numbers of all seats in these options."""
        length = self.start[options + 1] - self.start[options]
        before = np.cumsum(length) - length
        return np.repeat(self.start[options] - before, length) + np.arange(length.sum())


@dataclass(frozen=True)
class Groups:
    """The mentor of each mentee or `NOBODY`, and the slot in which each mentor meets or -1."""

    mentor: Ints
    slot: Ints

    @property
    def placed(self) -> int:
        return int((self.mentor != NOBODY).sum())

    def worth(self, instance: GroupInstance) -> tuple[int, int]:
        """(placed, gain): more is better in this order."""
        who = np.flatnonzero(self.mentor != NOBODY)
        chosen = instance.pairs.pair_numbers(who, self.mentor[who])
        return who.size, int(instance.pairs.gain[chosen].sum())

    @classmethod
    def none(cls, instance: GroupInstance) -> "Groups":
        return cls(
            np.full(instance.mentees, NOBODY, np.int64), np.full(instance.mentors, -1, np.int64)
        )
