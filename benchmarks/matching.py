"""How good and how quick the matching is, from a class of a hundred to a whole region.

Seconds are those of the processor, so that a busy machine does not change them much. Each size runs
in a process of its own, as in the bot, and its memory is what that process had at most.
"""

import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
from ortools.graph.python import min_cost_flow

from benchmarks.matching_peers import Task, compare, scipy_sparse
from benchmarks.matching_people import shuffled, told, town
from benchmarks.table import Row
from bot.domain.matching import STABLE, Problem
from bot.solving.alternatives import forced
from bot.solving.components import assign_in_parts
from bot.solving.draft import best
from bot.solving.drafting import Drafting
from bot.solving.floor import most_placed
from bot.solving.flow import assign
from bot.solving.instance import Assignment, Instance, Ints
from bot.solving.objective import worth
from bot.solving.stability import wishes

SIZES = ((100, 30), (1000, 300), (10_000, 3000), (50_000, 15_000))
SECONDS = {1000: 0.1, 10_000: 3.0, 50_000: 20.0}
TIMES = {100: 9, 1000: 7, 10_000: 3, 50_000: 1}
MEGABYTES = 2048
T = TypeVar("T")
SMALL_TOWNS = range(7, 27)


def measure() -> list[Row]:
    rows: list[Row] = []
    for size in SIZES:
        rows += _apart(_of_size, *size)
    for ask in (_insisting, _same_bytes, _fairness, _dial, _keeping, _arrivals, _small_arrivals):
        rows += _apart(ask)
    return rows + _peers()


def _apart(ask: Callable[..., list[Row]], *args: int) -> list[Row]:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
        return alone.submit(ask, *args).result()


def _timed(ask: Callable[..., T], *args: Any, **named: Any) -> tuple[float, T]:
    began = time.process_time()
    answer = ask(*args, **named)
    return time.process_time() - began, answer


def _bare(instance: Instance) -> int:
    """The engine with nothing around it."""
    n, m = instance.mentees, instance.mentors
    solver = min_cost_flow.SimpleMinCostFlow()
    add = solver.add_arcs_with_capacity_and_unit_cost
    add(instance.mentee, instance.mentor + n, np.ones(instance.mentee.size), -instance.gain)
    add(np.full(n, n + m), np.arange(n), np.ones(n), np.zeros(n))
    add(np.arange(m) + n, np.full(m, n + m + 1), instance.places, np.zeros(m))
    solver.set_node_supply(n + m, n)
    solver.set_node_supply(n + m + 1, -n)
    solver.solve_max_flow_with_min_cost()
    return -int(solver.optimal_cost())


_PARTS = {
    "rules and scores": "pairs",
    "solve and proof of every stage": "solved",
    "three others of everybody": "alternatives",
    "words for everybody": "draft",
}


def _step(drafting: Drafting, name: str) -> None:
    step = getattr(drafting, name)  # what is reckoned once is reckoned here
    if callable(step):
        step()


def _of_size(mentees: int, mentors: int) -> list[Row]:
    name, problem = f"{mentees:,} x {mentors:,}", town(1, mentees, mentors)
    best(town(1, 60, 20))  # the solver is loaded, as in a worker that has worked before
    parts: dict[str, list[float]] = {}
    drafting = Drafting(problem)
    for _ in range(TIMES[mentees]):
        drafting = Drafting(problem)
        for part, name_of in _PARTS.items():
            parts.setdefault(part, []).append(_timed(_step, drafting, name_of)[0])
    taken = {part: statistics.median(some) for part, some in parts.items()}
    asked = sum(taken.values()) - taken["words for everybody"]
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    limit = SECONDS.get(mentees)
    each = np.bincount(drafting.pairs.mentee, minlength=mentees)
    low, middle, high = np.percentile(each, (5, 50, 95)).astype(int).tolist()
    figures, proof = drafting.draft().figures, drafting.draft().proof
    return [
        Row(
            f"{name}: placed, points, possible pairs (of a mentee p5/p50/p95)",
            f"{figures['placed']:,}, {figures['total']:,}, {each.sum():,} ({low}/{middle}/{high})",
        ),
        *(Row(f"{name}: {part}", f"{seconds:.3f} s") for part, seconds in taken.items()),
        Row(
            f"{name}: rules, scores, solve, proof, three others",
            f"{asked:.3f} s",
            f"under {limit} s" if limit else "",
            asked < limit if limit else None,
        ),
        Row(f"{name}: memory", f"{megabytes} MB", f"under {MEGABYTES} MB", megabytes < MEGABYTES),
        Row(
            f"{name}: gap, primal and dual sum",
            f"{proof['gap_per_mille']} ‰, {proof['worth']}, {proof['worth_bound']}",
            "equal",
            proof["worth"] == proof["worth_bound"] and proof["gap_per_mille"] == 0,
        ),
        *_exact(name, drafting.points, TIMES[mentees]),
    ]


def _exact(name: str, instance: Instance, times: int) -> list[Row]:
    bare, solved = [], []
    total, answer = 0, Assignment(np.zeros(0, np.int64))
    for _ in range(times):
        seconds, total = _timed(_bare, instance)
        bare.append(seconds)
        seconds, answer = _timed(assign_in_parts, instance)
        solved.append(seconds)
    ratio = statistics.median(solved) / statistics.median(bare)
    most = most_placed(instance).placed
    rows = [
        Row(
            f"{name}: solve, the bare engine",
            f"{statistics.median(solved):.3f}, {statistics.median(bare):.3f} s",
            "at most 1.2 times",
            ratio <= 1.2,
        ),
        Row(
            f"{name}: placed and points, maximum flow and the bare engine",
            f"{answer.placed}, {answer.gain(instance)}; {most}, {total}",
            "equal",
            (answer.placed, answer.gain(instance)) == (most, total),
        ),
    ]
    if instance.mentees <= 10_000:
        nothing = np.zeros(instance.mentee.size, np.int64)
        task = Task(instance, wishes(nothing, nothing))
        try:
            other = scipy_sparse(task)
        except ImportError:
            rows.append(Row(f"{name}: a second engine (scipy)", "not installed"))
        else:
            same = other.placed, other.gain(instance)
            equal = same == (answer.placed, answer.gain(instance))
            rows.append(
                Row(f"{name}: a second engine (scipy)", f"{same[0]}, {same[1]}", "equal", equal)
            )
    return rows


def _insisting() -> list[Row]:
    """A pair is forced: how long, and whether a new solve says the same."""
    rows = []
    for mentees, mentors, pairs, anew in ((1000, 300, 1000, 1000), (10_000, 3000, 200, 20)):
        solved = Drafting(town(1, mentees, mentors)).solved
        instance, dice = solved.instance, np.random.default_rng(3)
        possible = np.flatnonzero(instance.places[instance.mentor] > 0)
        taken, equal = [], 0
        for number, pair in enumerate(dice.choice(possible, pairs).tolist()):
            who, to = int(instance.mentee[pair]), int(instance.mentor[pair])
            seconds, found = _timed(
                forced, instance, solved.answer, solved.proof, mentee=who, mentor=to
            )
            taken.append(seconds)
            if number < anew:
                equal += worth(instance, found.answer) == _anew(instance, who, to)
        usual, slow = np.percentile(taken, (50, 95))
        rows += [
            Row(
                f"{mentees:,} x {mentors:,}: exact loss of a forced pair, median, p95",
                f"{usual * 1000:.1f}, {slow * 1000:.1f} ms",
                "median under 50 ms",
                bool(usual < 0.05),
            ),
            Row(
                f"{mentees:,} x {mentors:,}: the same from a new solve",
                f"{equal} of {anew}",
                "all",
                equal == anew,
            ),
        ]
    return rows


def _anew(instance: Instance, mentee: int, mentor: int) -> int:
    """The worth of the best answer with this pair, solved from the beginning."""
    places = instance.places.copy()
    places[mentor] -= 1
    rest = replace(instance.only(instance.mentee != mentee), places=places)
    answer = assign(rest)
    pair = instance.pair_numbers(np.array([mentee]), np.array([mentor]))[0]
    gain = answer.gain(rest) + int(instance.gain[pair])
    return (answer.placed + 1) * instance.bonus + gain


def _same_bytes() -> list[Row]:
    problem = town(2, 1000, 300, wishes=True)
    said = told(best(problem))
    same = sum(told(best(shuffled(problem, seed))) == said for seed in range(20))
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as other:
        same += other.submit(_said, shuffled(problem, 77)).result() == said
    return [
        Row("1,000 x 300: 20 shufflings and another process", f"{same} the same", "21", same == 21)
    ]


def _said(problem: Problem) -> bytes:
    return told(best(problem))


def _fairness() -> list[Row]:
    rows = []
    for mentees, mentors in SIZES[:3]:
        problem = town(1, mentees, mentors)
        fair = best(problem).figures
        plain = best(replace(problem, tuning=replace(problem.tuning, fair=False))).figures
        price = (plain["total"] - fair["total"]) / plain["total"]
        rows.append(
            Row(
                f"{mentees:,} x {mentors:,}: lowest score without and with the floor, its price",
                f"{plain['floor']}, {fair['floor']}; {price:.3%}",
                "proved, none fewer placed",
                fair["floor_proved"] and fair["placed"] == plain["placed"],
            )
        )
    return rows


def _dial() -> list[Row]:
    problem = town(6, 1000, 300, wishes=True)
    rows = []
    for dial in (0, 1, 3, 10, STABLE):
        draft = best(replace(problem, tuning=replace(problem.tuning, stability=dial)))
        count = draft.figures["blocking"]
        rows.append(
            Row(
                f"1,000 x 300, stability {dial}: blocking pairs; placed, points",
                f"{count:,}; {draft.figures['placed']}, {draft.figures['total']:,}",
                "0 blocking" if dial == STABLE else "",
                count == 0 if dial == STABLE else None,
            )
        )
    return rows


def _keeping() -> list[Row]:
    """Of ten thousand two in a hundred mentees come late and one in a hundred mentors leaves."""
    before = town(3, 10_000, 3000)
    first = best(before)
    after = replace(
        before,
        mentors=before.mentors[30:],
        mentees=before.mentees[200:] + town(3, 200, 3000, cohort=1).mentees,
    )
    tuning = replace(after.tuning, keep=True)
    there = {one.participation_id for one in (*after.mentees, *after.mentors)}
    standing = tuple(two for two in _two(first) if there.issuperset(two))
    free, kept = best(after), best(replace(after, standing=standing, tuning=tuning))
    share = len(set(standing) & set(_two(kept))) / len(standing)
    alone = len(set(standing) & set(_two(free))) / len(standing)
    return [
        Row(
            "10,000 x 3,000: standing pairs kept, without asking for it",
            f"{share:.2%}, {alone:.2%}",
            "98 %, none fewer placed",
            share >= 0.98 and kept.figures["placed"] == free.figures["placed"],
        ),
        Row(
            "10,000 x 3,000: points with most kept, without",
            f"{kept.figures['total']:,}, {free.figures['total']:,}",
        ),
    ]


def _two(draft: Any) -> list[tuple[Any, Any]]:
    return [(p.mentee.participation_id, p.mentor.participation_id) for p in draft.proposals]


def _arrivals() -> list[Row]:
    """Everybody comes alone and is placed for good, by the prices of another cohort."""
    rows = []
    for mentees, mentors in SIZES[:3]:
        learnt = Drafting(town(7, mentees, mentors, cohort=1)).solved.proof.price
        here = Drafting(town(7, mentees, mentors))
        hindsight = here.solved.answer
        by_price = _one_by_one(here.points, learnt)
        by_score = _one_by_one(here.points, np.zeros_like(learnt))
        share = by_price[0] / hindsight.placed
        rows.append(
            Row(
                f"{mentees:,} x {mentors:,}: placed and points one by one, by price; by score",
                f"{by_price[0]:,}, {by_price[1]:,}; {by_score[0]:,}, {by_score[1]:,}",
                f"98 % of {hindsight.placed:,}, {hindsight.gain(here.points):,}: {share:.1%}",
                share >= 0.98 if mentees >= 1000 else None,
            )
        )
    return rows


def _small_arrivals() -> list[Row]:
    """At a hundred one cohort is a small sample: several towns, by the prices of one and of six."""
    placed = {"one other cohort": 0, "the mean of six": 0}
    best_of_all = 0
    for seed in SMALL_TOWNS:
        here = Drafting(town(seed, *SIZES[0]))
        learnt = [
            Drafting(town(seed, *SIZES[0], cohort=cohort)).solved.proof.price
            for cohort in range(1, 7)
        ]
        best_of_all += here.solved.answer.placed
        for name, some in zip(placed, (learnt[:1], learnt), strict=True):
            placed[name] += _one_by_one(here.points, np.mean(some, axis=0).astype(np.int64))[0]
    return [
        Row(
            f"100 x 30, {len(SMALL_TOWNS)} towns: placed one by one, by prices of {name}",
            f"{count}",
            f"98 % of {best_of_all}: {count / best_of_all:.1%}",
        )
        for name, count in placed.items()
    ]


def _one_by_one(instance: Instance, price: Ints) -> tuple[int, int]:
    room, placed, points = instance.places.copy(), 0, 0
    for who in np.random.default_rng(0).permutation(instance.mentees).tolist():
        pairs = instance.first_of(who)
        mentors, gain = instance.mentor[pairs], instance.gain[pairs]
        free = room[mentors] > 0
        if free.any():
            chosen = int(np.argmax(np.where(free, gain - price[mentors], np.iinfo(np.int64).min)))
            room[mentors[chosen]] -= 1
            placed, points = placed + 1, points + int(gain[chosen])
    return placed, points


def _peers() -> list[Row]:
    rows = []
    for mentees, mentors in SIZES[:2]:
        drafting = Drafting(town(6, mentees, mentors, wishes=True))
        wanted = drafting.wishes
        assert wanted is not None
        rows += compare(f"{mentees:,} x {mentors:,}", Task(drafting.points, wanted))
    return rows
