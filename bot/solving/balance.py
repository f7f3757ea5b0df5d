"""Among the best answers, one that shares the work: it costs nobody anything.

By complementary slackness every best answer uses only pairs whose loss is 0, places everybody whose
surplus is above 0 and fills every place whose price is above 0. Among those, the next mentee of a
mentor costs as much as there are already: a convex price, so one more flow is exact.
"""

import numpy as np
from ortools.graph.python import min_cost_flow

from bot.solving.alternatives import losses
from bot.solving.certificate import Certificate, NotOptimal
from bot.solving.instance import NOBODY, Assignment, Instance, Ints


def balanced(instance: Instance, answer: Assignment, proof: Certificate, busy: Ints) -> Assignment:
    """`busy`: how many each mentor has already. The answer is as good, and proved even."""
    spare = instance.places > answer.load(instance.mentors)
    if not spare.any() or not answer.placed:
        return answer
    best = instance.only(losses(instance, proof) == 0)
    even = _even(best, answer, proof, busy)
    check_even(best, even, proof, busy)
    return even


def _even(best: Instance, answer: Assignment, proof: Certificate, busy: Ints) -> Assignment:
    seats = np.repeat(np.arange(best.mentors), best.places)
    first = np.repeat(np.cumsum(best.places) - best.places, best.places)
    price = busy[seats] + np.arange(seats.size) - first
    # what must be used is worth more than all evenness
    must = int(best.mentees * (price.max(initial=0) + 1) + 1)
    source = best.mentees + best.mentors
    solver = min_cost_flow.SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        best.mentee,
        best.mentor + best.mentees,
        np.ones(best.mentee.size, np.int64),
        np.zeros(best.mentee.size, np.int64),
    )
    solver.add_arcs_with_capacity_and_unit_cost(
        np.full(best.mentees, source),
        np.arange(best.mentees),
        np.ones(best.mentees, np.int64),
        -must * (proof.surplus > 0),
    )
    solver.add_arcs_with_capacity_and_unit_cost(
        seats + best.mentees,
        np.full(seats.size, source + 1),
        np.ones(seats.size, np.int64),
        price - must * (proof.price[seats] > 0),
    )
    solver.set_node_supply(source, best.mentees)
    solver.set_node_supply(source + 1, -best.mentees)
    if solver.solve_max_flow_with_min_cost() != solver.OPTIMAL:
        return answer  # too many for whole numbers to hold: the answer stays as good as it is
    used = solver.flows(arcs) > 0
    mentor_of = np.full(best.mentees, NOBODY, np.int64)
    mentor_of[best.mentee[used]] = best.mentor[used]
    return Assignment(mentor_of)


def check_even(best: Instance, answer: Assignment, proof: Certificate, busy: Ints) -> None:
    """Raises `NotOptimal` unless no chain of moves among `best` pairs makes the work more even.

    Bellman and Ford over the mentors, over "a free place" and over "those without a mentor": what
    one too many would cost at most; it comes to rest exactly when no round trip pays.
    """
    load = answer.load(best.mentors)
    free_place, nobody = best.mentors, best.mentors + 1
    at = np.where(answer.mentor == NOBODY, nobody, answer.mentor)
    pinned = proof.price > 0  # their places stay full
    placed = np.flatnonzero(answer.mentor != NOBODY)
    may_leave = np.unique(answer.mentor[placed[proof.surplus[placed] == 0]])
    takes = np.flatnonzero((load < best.places) & ~pinned)
    gives = np.flatnonzero((load > 0) & ~pinned)
    source = np.concatenate([at[best.mentee], may_leave, takes, np.full(gives.size, free_place)])
    target = np.concatenate(
        [best.mentor, np.full(may_leave.size, nobody), np.full(takes.size, free_place), gives]
    )
    cost = np.concatenate(
        [
            np.zeros(best.mentee.size + may_leave.size, np.int64),
            (busy + load)[takes],
            -(busy + load - 1)[gives],
        ]
    )
    order = np.argsort(target, kind="stable")
    source, target, cost = source[order], target[order], cost[order]
    known, starts = np.unique(target, return_index=True)
    way = np.zeros(best.mentors + 2, np.int64)
    for _ in range(best.mentors + 3):
        shorter = way.copy()
        shorter[known] = np.minimum(way[known], np.minimum.reduceat(way[source] + cost, starts))
        if np.array_equal(shorter, way):
            return
        way = shorter
    raise NotOptimal("the work could be shared more evenly")
