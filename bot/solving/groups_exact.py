"""The best groups among chosen options and seats, by an integer program.

Only whether an option is open must be whole; a seat can be no fuller than its option is open, which
makes the program's relaxation as tight as the bound of `groups_prices`. The solver's limit is a
number of nodes and not of seconds, so that the same people give the same answer.
"""

from dataclasses import dataclass

import numpy as np
from ortools.linear_solver import pywraplp

from bot.solving.groups_flow import fill
from bot.solving.groups_instance import GroupInstance, Groups, Options
from bot.solving.instance import Ints

# Worth is whole: an answer within less than a point of the best is the best. The relaxation is as
# tight as it gets, so looking for cuts is lost time.
LIMITS = """
limits/absgap = 0.99
limits/gap = 0
limits/nodes = {nodes}
separating/maxrounds = 0
separating/maxroundsroot = 0
"""


@dataclass(frozen=True)
class Found:
    groups: Groups | None
    most: int | None  # worth that nothing in these seats exceeds; None: the limit came first


def exact(
    instance: GroupInstance, options: Options, seats: Ints, *, bonus: int, nodes: int
) -> Found:
    """Of all groups in these seats one with the most gain + bonus * placed.

    The program says which options open; who sits where is then a flow, and whole.
    """
    solver = pywraplp.Solver.CreateSolver("SCIP")
    endless = solver.infinity()
    used, place = np.unique(options.seat_option[seats], return_inverse=True)
    opened = [solver.BoolVar("") for _ in used]
    sits = [solver.NumVar(0, 1, "") for _ in seats]
    least = [solver.Constraint(0, endless) for _ in used]
    most = [solver.Constraint(-endless, 0) for _ in used]
    one_of: dict[int, pywraplp.Constraint] = {}  # a mentor opens one option
    for n, option in enumerate(used.tolist()):
        least[n].SetCoefficient(opened[n], -int(options.smallest[option]))
        most[n].SetCoefficient(opened[n], -int(options.largest[option]))
        mentor = int(options.mentor[option])
        if mentor not in one_of:
            one_of[mentor] = solver.Constraint(-endless, 1)
        one_of[mentor].SetCoefficient(opened[n], 1)
    once: dict[int, pywraplp.Constraint] = {}  # a mentee sits in one seat
    objective = solver.Objective()
    objective.SetMaximization()
    gains, mentees = options.seat_gain[seats].tolist(), options.seat_mentee[seats].tolist()
    for seat, n, gain, mentee in zip(sits, place.tolist(), gains, mentees, strict=True):
        objective.SetCoefficient(seat, gain + bonus)
        least[n].SetCoefficient(seat, 1)
        most[n].SetCoefficient(seat, 1)
        if mentee not in once:
            once[mentee] = solver.Constraint(-endless, 1)
        once[mentee].SetCoefficient(seat, 1)
        only_if_open = solver.Constraint(-endless, 0)
        only_if_open.SetCoefficient(seat, 1)
        only_if_open.SetCoefficient(opened[n], -1)
    exactly = pywraplp.MPSolverParameters()
    exactly.SetDoubleParam(exactly.RELATIVE_MIP_GAP, 0.0)
    solver.SetSolverSpecificParametersAsString(LIMITS.format(nodes=nodes))
    status = solver.Solve(exactly)
    if status not in (solver.OPTIMAL, solver.FEASIBLE):
        return Found(None, None)
    opening = np.fromiter((one.solution_value() > 0.5 for one in opened), bool)
    bound = round(objective.Value()) if status == solver.OPTIMAL else None
    return Found(fill(instance, options, used[opening], seats), bound)
