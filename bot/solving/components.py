"""Parts of an instance that share nobody: each is solved alone, quicker than all at once."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from bot.solving.flow import assign
from bot.solving.instance import NOBODY, Assignment, Instance, Ints

_AT_ONCE = 1_000_000  # pairs below which splitting is not worth its own time


def parcels(instance: Instance) -> Iterator[NDArray[np.bool_]]:
    """The pairs in parcels of whole components, none needlessly small."""
    known, which, sizes = np.unique(instance.component, return_inverse=True, return_counts=True)
    parcel, filled = np.zeros(known.size, np.int64), 0
    for number, size in enumerate(sizes.tolist()):
        parcel[number] = filled // _AT_ONCE
        filled += size
    of_pair = parcel[which]
    for number in np.unique(parcel).tolist():
        yield of_pair == number


def assign_in_parts(instance: Instance) -> Assignment:
    """As `assign`; the answer is as good, and found sooner when there is much to look at."""
    if instance.mentee.size <= _AT_ONCE:
        return assign(instance)
    mentor_of = np.full(instance.mentees, NOBODY, np.int64)
    for chosen in parcels(instance):
        part, mentees, mentors = _renumbered(instance.only(chosen))
        found = assign(part).mentor
        placed = found != NOBODY
        mentor_of[mentees[placed]] = mentors[found[placed]]
    return Assignment(mentor_of)


def _renumbered(instance: Instance) -> tuple[Instance, Ints, Ints]:
    mentees, mentee = np.unique(instance.mentee, return_inverse=True)
    mentors, mentor = np.unique(instance.mentor, return_inverse=True)
    part = Instance(mentees.size, instance.places[mentors], mentee, mentor, instance.gain)
    return part, mentees, mentors
