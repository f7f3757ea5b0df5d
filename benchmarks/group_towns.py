"""Made-up programmes that meet in groups: people with a form, a district, wishes and free hours.

Seeded: the same number gives the same people. Nothing here is a claim about real schools.
"""

from dataclasses import dataclass

import numpy as np

from bot.solving.groups import GroupInstance

SLOTS = 42  # hours of a week after school
FORMS = (0.4, 0.3, 0.2, 0.1)  # their shares; a small town has fewer
SUBJECTS = 24


@dataclass(frozen=True)
class Town:
    """How many people, and between how many mentees a mentor takes."""

    mentees: int
    mentors: int
    smallest: int = 4
    largest: tuple[int, int] = (6, 6)  # each mentor's own largest group lies between these
    near: int = 60  # about so many allowed mentors for a mentee, where the town is large enough


def town(seed: int, shape: Town, *, slots: bool) -> GroupInstance:
    """The people of one seed are the same with slots and without; so are the allowed pairs."""
    dice = np.random.default_rng(seed)
    n, m = shape.mentees, shape.mentors
    share = np.array(FORMS[: max(1, m // 45)])
    forms = np.arange(share.size)
    form = tuple(dice.choice(forms, people, p=share / share.sum()) for people in (n, m))
    districts = max(1, m * 2 // (forms.size * shape.near))
    # districts differ in size between the sides, so that some lack mentors
    home = dice.integers(0, districts, n), (dice.beta(1.2, 1.4, m) * districts).astype(np.int64)
    free = _hours(dice, n, 3, 8), _hours(dice, m, 3, 8)
    wanted, offered = _some(dice, n, SUBJECTS, 1, 4), _some(dice, m, SUBJECTS, 3, 8)
    likes = _some(dice, n, 16, 1, 5), _some(dice, m, 16, 1, 5)
    largest = dice.integers(shape.largest[0], shape.largest[1] + 1, m)
    mentee, mentor, gain = [], [], []
    for kind in forms:
        for district in range(districts):
            ones = np.flatnonzero((form[0] == kind) & (home[0] == district))
            others = np.flatnonzero((form[1] == kind) & (np.abs(home[1] - district) <= 1))
            shared = free[0][ones].astype(np.int64) @ free[1][others].T.astype(np.int64)
            tried = dice.random(shared.shape) < 0.05
            i, j = np.nonzero((shared > 0) & ~tried)
            who, whom = ones[i], others[j]
            needs = wanted[who]
            met = (needs & offered[whom]).sum(1) / needs.sum(1)
            alike = (likes[0][who] & likes[1][whom]).sum(1)
            score = (
                400 * met
                + 100 * np.minimum(alike, 3) / 3
                + 150 * np.minimum(shared[i, j], 2) / 2
                + 150 * (home[0][who] == home[1][whom])
                + dice.integers(0, 201, who.size)
            )
            mentee.append(who)
            mentor.append(whom)
            gain.append(score.astype(np.int64))
    return GroupInstance.of(
        mentees=n,
        smallest=np.full(m, shape.smallest),
        largest=largest,
        mentee=np.concatenate(mentee),
        mentor=np.concatenate(mentor),
        gain=np.concatenate(gain),
        mentee_free=free[0] if slots else None,
        mentor_free=free[1] if slots else None,
    )


def _some(dice: np.random.Generator, people: int, of: int, least: int, most: int) -> np.ndarray:
    """For each of the people between `least` and `most` things."""
    order = dice.random((people, of)).argsort(1).argsort(1)
    return order < dice.integers(least, most + 1, (people, 1))


def _hours(dice: np.random.Generator, people: int, least: int, most: int) -> np.ndarray:
    return _some(dice, people, SLOTS, least, most)
