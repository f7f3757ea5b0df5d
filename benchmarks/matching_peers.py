"""Other ways to match the same people, each in a process of its own: time, memory, answers."""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from benchmarks.table import Row
from bot.solving.components import assign_in_parts
from bot.solving.instance import NOBODY, Assignment, Instance, Ints
from bot.solving.stability import (
    Preferences,
    blocking,
    deferred_acceptance,
    wishes,
    with_scores,
)

PATIENCE = 150  # seconds for each


@dataclass(frozen=True)
class Task:
    instance: Instance
    wanted: Preferences


def ours(task: Task) -> Assignment:
    return assign_in_parts(task.instance)


def ours_stable(task: Task) -> Assignment:
    return deferred_acceptance(task.instance, with_scores(task.wanted, task.instance.gain))


def greedy(task: Task) -> Assignment:
    """The best pair first, then the next best: what many tools do."""
    instance = task.instance
    room, mentor_of = instance.places.tolist(), np.full(instance.mentees, NOBODY, np.int64)
    for pair in np.argsort(-instance.gain, kind="stable").tolist():
        who, to = int(instance.mentee[pair]), int(instance.mentor[pair])
        if mentor_of[who] == NOBODY and room[to]:
            mentor_of[who] = to
            room[to] -= 1
    return Assignment(mentor_of)


def _grid(instance: Instance) -> tuple[Any, Ints]:
    """Worth of each mentee at each single place, 0 where the rules forbid it; whose place it is."""
    seat_of = np.repeat(np.arange(instance.mentors), instance.places)
    whole = np.zeros((instance.mentees, instance.mentors), np.int64)
    whole[instance.mentee, instance.mentor] = instance.gain + instance.bonus
    return whole[:, seat_of], seat_of


def _seated(instance: Instance, rows: Any, seats: Any, grid: Any, seat_of: Ints) -> Assignment:
    mentor_of = np.full(instance.mentees, NOBODY, np.int64)
    for row, seat in zip(rows, seats, strict=True):
        if grid[row, seat] > 0:
            mentor_of[row] = seat_of[seat]
    return Assignment(mentor_of)


def scipy_dense(task: Task) -> Assignment:
    from scipy.optimize import linear_sum_assignment

    grid, seat_of = _grid(task.instance)
    rows, seats = linear_sum_assignment(grid, maximize=True)
    return _seated(task.instance, rows, seats, grid, seat_of)


def scipy_sparse(task: Task) -> Assignment:
    """LAPJVsp on single places, and one seat of nobody for each mentee: exact, another method."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    instance = task.instance
    seats = instance.places[instance.mentor]
    first = np.cumsum(instance.places) - instance.places
    row = np.repeat(instance.mentee, seats)
    begins = np.repeat(np.cumsum(seats) - seats, seats)
    column = np.repeat(first[instance.mentor], seats) + np.arange(row.size) - begins
    most = 2 * instance.bonus
    cost = most - np.repeat(instance.gain + instance.bonus, seats)
    everybody, total = np.arange(instance.mentees), int(instance.places.sum())
    table = csr_array(
        (
            np.append(cost, np.full(instance.mentees, most)).astype(float),
            (np.append(row, everybody), np.append(column, total + everybody)),
        ),
        shape=(instance.mentees, total + instance.mentees),
    )
    rows, found = min_weight_full_bipartite_matching(table)
    seat_of = np.repeat(np.arange(instance.mentors), instance.places)
    mentor_of = np.full(instance.mentees, NOBODY, np.int64)
    taken = found < total
    mentor_of[rows[taken]] = seat_of[found[taken]]
    return Assignment(mentor_of)


def munkres(task: Task) -> Assignment:
    from munkres import Munkres

    grid, seat_of = _grid(task.instance)
    found = Munkres().compute((int(grid.max()) - grid).tolist())
    rows, seats = zip(*found, strict=True)
    return _seated(task.instance, rows, seats, grid, seat_of)


def matching(task: Task) -> Assignment:
    """Hospitals and residents: stable, from ranked lists of both sides."""
    from matching.games import HospitalResident

    instance = task.instance
    wanted = with_scores(task.wanted, instance.gain)
    by_mentee = np.lexsort((instance.mentor, wanted.mentee, instance.mentee))
    by_mentor = np.lexsort((instance.mentee, wanted.mentor, instance.mentor))
    mentees: dict[str, list[str]] = {}
    mentors: dict[str, list[str]] = {}
    for pair in by_mentee.tolist():
        mentees.setdefault(f"e{instance.mentee[pair]}", []).append(f"o{instance.mentor[pair]}")
    for pair in by_mentor.tolist():
        mentors.setdefault(f"o{instance.mentor[pair]}", []).append(f"e{instance.mentee[pair]}")
    room = {name: int(instance.places[int(name[1:])]) for name in mentors}
    game = HospitalResident.create_from_dictionaries(mentees, mentors, room)
    mentor_of = np.full(instance.mentees, NOBODY, np.int64)
    for at, residents in game.solve().items():
        for one in residents:
            mentor_of[int(one.name[1:])] = int(at.name[1:])
    return Assignment(mentor_of)


def mentor_match(task: Task) -> Assignment:
    """One mentee a mentor and round: as many rounds as a mentor may have mentees."""
    from matching.mentee import Mentee
    from matching.mentor import Mentor
    from matching.process import process_data
    from matching.rules.rule import Disqualify, Rule

    instance = task.instance
    pairs = zip(instance.mentee.tolist(), instance.mentor.tolist(), strict=True)
    worth = dict(zip(pairs, (instance.gain + instance.bonus).tolist(), strict=True))

    places = instance.places.tolist()

    class Fit(Rule):  # type: ignore[misc]  # the peer is not typed here
        def evaluate(self, match: Any) -> bool:
            return True

        def apply(self, match: Any) -> int:
            return int(worth.get((match.mentee.grade, match.mentor.grade), 0))

    def not_possible(match: Any) -> bool:
        pair = (match.mentee.grade, match.mentor.grade)
        full = len(match.mentor.mentees) >= places[pair[1]]
        return pair not in worth or full or bool(match.mentee.mentors)

    ones = [Mentee(grade=n, email=f"e{n}") for n in range(instance.mentees)]
    others = [Mentor(grade=n, email=f"o{n}") for n in range(instance.mentors)]
    rounds = max(places)
    process_data(others, ones, [[Fit(), Disqualify(not_possible)] for _ in range(rounds)])
    mentor_of = np.full(instance.mentees, NOBODY, np.int64)
    for one in ones:
        for mentor in one.mentors:
            mentor_of[one.grade] = mentor.grade
    return Assignment(mentor_of)


PEERS: dict[str, tuple[str | None, Callable[[Task], Assignment]]] = {
    "ours, most placed": (None, ours),
    "ours, stable": (None, ours_stable),
    "the best pair first": (None, greedy),
    "scipy, sparse": ("scipy", scipy_sparse),
    "scipy, dense": ("scipy", scipy_dense),
    "munkres": ("munkres", munkres),
    "matching": ("matching", matching),
    "mentor-match": ("mentor-match", mentor_match),
}


def compare(name: str, task: Task, peers: tuple[str, ...] = tuple(PEERS)) -> list[Row]:
    rows = []
    for peer in peers:
        package, _ = PEERS[peer]
        what = f"{name}, {peer}: placed, points, blocking"
        if package is not None:
            try:
                version(package)
            except PackageNotFoundError:
                rows.append(Row(what, "not installed"))
                continue
        rows.append(Row(what, *_judged(task, _alone(peer, task))))
    return rows


def _judged(task: Task, found: str | tuple[Assignment, float, int]) -> tuple[str, str]:
    if isinstance(found, str):
        return found, ""
    answer, seconds, megabytes = found
    answer.check(task.instance)
    count = blocking(task.instance, answer, task.wanted)
    said = f"{answer.placed:,}, {answer.gain(task.instance):,}, {count:,}"
    return said, f"{seconds:.3f} s, {megabytes} MB"


def _alone(peer: str, task: Task) -> str | tuple[Assignment, float, int]:
    """In a process of its own; what it raised, when it did."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_run, args=(peer, task, there))
    process.start()
    there.close()
    try:
        found: str | tuple[Assignment, float, int] = (
            here.recv() if here.poll(PATIENCE) else f"more than {PATIENCE} s"
        )
    except EOFError:
        found = "it died"
    process.kill()
    process.join()
    return found


def _tiny() -> Task:
    instance = Instance.of(2, [1, 1], [(i, j, 1 + i) for i in range(2) for j in range(2)])
    nothing = np.zeros(4, np.int64)
    return Task(instance, wishes(nothing, nothing))


def _run(peer: str, task: Task, there: Connection) -> None:
    try:
        PEERS[peer][1](_tiny())  # its modules are loaded
        began = time.process_time()
        answer = PEERS[peer][1](task)
        taken = time.process_time() - began
    except Exception as error:  # noqa: BLE001 - it is another's program: its failure is the figure
        there.send(type(error).__name__)
        return
    there.send((answer, taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))
    sys.stdout.flush()
