"""Two other ways to the best answer, slow and simple, to hold the quick one against."""

from collections import deque
from collections.abc import Iterator
from itertools import product

import numpy as np

from bot.solving.instance import NOBODY, Assignment, Instance


def town(seed: int, mentees: int, mentors: int, *, each: int, most: int = 1000) -> Instance:
    """About `each` allowed mentors for a mentee, by district: some lack mentors, some have many."""
    dice = np.random.default_rng(seed)
    districts = max(1, mentors // 25)
    lives = dice.integers(0, districts, mentees)
    works = (dice.beta(2, 3, mentors) * districts).astype(int)
    pairs = []
    for mentee in range(mentees):
        near = np.flatnonzero(np.abs(works - lives[mentee]) <= 1)
        chosen = dice.choice(near, min(each, near.size), replace=False) if near.size else near
        pairs += [(mentee, int(j), int(dice.integers(0, most + 1))) for j in chosen]
    return Instance.of(mentees, dice.integers(0, 6, mentors), pairs)


def every_answer(instance: Instance) -> Iterator[Assignment]:
    """All of them: for a handful of people."""
    options = [
        [NOBODY, *instance.mentor[instance.first_of(i)].tolist()] for i in range(instance.mentees)
    ]
    for choice in product(*options):
        answer = Assignment(np.array(choice, np.int64).reshape(-1))
        if (answer.load(instance.mentors) <= instance.places).all():
            yield answer


def by_trying_all(instance: Instance) -> tuple[int, int]:
    """(placed, gain) of the best answer."""
    return max((one.placed, one.gain(instance)) for one in every_answer(instance))


def by_paths(instance: Instance) -> tuple[int, int]:
    """(placed, gain) by successive shortest augmenting paths, in plain Python (Busacker, Gowen).

    One more mentee at a time by the way that costs least, found with a queue that minds negative
    steps; each placed mentee is worth more than all gains, so the number grows as long as it can.
    """
    options = [
        list(zip(instance.mentor[pairs].tolist(), instance.gain[pairs].tolist(), strict=True))
        for pairs in map(instance.first_of, range(instance.mentees))
    ]
    gain_of = [dict(some) for some in options]
    mentor_of: list[int] = [NOBODY] * instance.mentees
    members: list[set[int]] = [set() for _ in range(instance.mentors)]
    while True:
        best, came = _ways(options, gain_of, mentor_of, members)
        open_ends = [m for m in best if len(members[m]) < instance.places[m]]
        if not open_ends:
            break
        place = max(open_ends, key=lambda m: (best[m], -m))
        while place != NOBODY:
            who, before = came[place]
            if before != NOBODY:
                members[before].discard(who)
            members[place].add(who)
            mentor_of[who] = place
            place = before
    answer = Assignment(np.array(mentor_of, np.int64).reshape(-1))
    return answer.placed, answer.gain(instance)


def _ways(
    options: list[list[tuple[int, int]]],
    gain_of: list[dict[int, int]],
    mentor_of: list[int],
    members: list[set[int]],
) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
    """The best way for one more mentee to each mentor: its gain, and who comes from where."""
    best: dict[int, int] = {}
    came: dict[int, tuple[int, int]] = {}
    queue: deque[int] = deque()

    def reach(mentor: int, gain: int, who: int, before: int) -> None:
        if mentor not in best or gain > best[mentor]:
            best[mentor], came[mentor] = gain, (who, before)
            queue.append(mentor)

    for who, some in enumerate(options):
        if mentor_of[who] == NOBODY:
            for mentor, gain in some:
                reach(mentor, gain, who, NOBODY)
    while queue:
        here = queue.popleft()
        for who in list(members[here]):
            for mentor, gain in options[who]:
                if mentor != here:
                    reach(mentor, best[here] - gain_of[who][here] + gain, who, here)
    return best, came
