"""Most mentees placed and, of all such answers, one with the largest total: exactly, in integers.

A flow from each mentee (one) over the allowed pairs to each mentor's places. OR-Tools' solver first
makes the flow as large as it can be and then as cheap, so that no large constant stands for "most
mentees first" (Goldberg's cost scaling; `SimpleMinCostFlow.solve_max_flow_with_min_cost`).
"""

import numpy as np
from ortools.graph.python import min_cost_flow

from bot.solving.instance import NOBODY, Assignment, Instance


class TooLarge(ValueError):
    """Gains so large, or so many people, that the solver's whole numbers do not hold the sums."""


def assign(instance: Instance) -> Assignment:
    """Raises `TooLarge`; the solver says so instead of answering wrongly."""
    mentor_of = np.full(instance.mentees, NOBODY, np.int64)
    if not instance.mentee.size:
        return Assignment(mentor_of)
    first_mentor = instance.mentees
    source = first_mentor + instance.mentors
    sink = source + 1
    solver = min_cost_flow.SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        instance.mentee,
        instance.mentor + first_mentor,
        np.ones(instance.mentee.size, np.int64),
        -instance.gain,
    )
    everybody, mentors = np.arange(instance.mentees), np.arange(instance.mentors)
    solver.add_arcs_with_capacity_and_unit_cost(
        np.full(instance.mentees, source),
        everybody,
        np.ones(instance.mentees, np.int64),
        np.zeros(instance.mentees, np.int64),
    )
    solver.add_arcs_with_capacity_and_unit_cost(
        mentors + first_mentor,
        np.full(instance.mentors, sink),
        instance.places,
        np.zeros(instance.mentors, np.int64),
    )
    solver.set_node_supply(source, instance.mentees)
    solver.set_node_supply(sink, -instance.mentees)
    status = solver.solve_max_flow_with_min_cost()
    if status != solver.OPTIMAL:
        raise TooLarge(f"the solver answered {status.name}")
    used = solver.flows(arcs) > 0
    mentor_of[instance.mentee[used]] = instance.mentor[used]
    return Assignment(mentor_of)
