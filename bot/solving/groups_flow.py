"""Groups when it is known which option each mentor may open: flow, pull or close, repeat.

Once the open options are fixed the rest is a flow with a lower bound, and comes out whole. So the
answer is the best one for the options it keeps open; which to close is decided by rule of thumb.
"""

import numpy as np
from ortools.graph.python import min_cost_flow

from bot.solving.flow import TooLarge
from bot.solving.groups_instance import Bools, GroupInstance, Groups, Options
from bot.solving.instance import NOBODY, Ints


def fill(
    instance: GroupInstance, options: Options, opened: Ints, within: Ints | None = None
) -> Groups:
    """The best groups that "pull or close" finds in these options, at most one of a mentor.

    Mentors with too few mentees pull: their first places are worth more than any exchange. Of
    those who are still short the emptiest quarter closes, until none is short. `within`: the only
    seats to be taken, rising.
    """
    opened = np.sort(opened)
    pulling = np.zeros(opened.size, bool)
    while True:
        seats = options.seats_of(opened)
        if within is not None:
            seats = np.intersect1d(seats, within, assume_unique=True)
        load, chosen = _flow(instance, options, opened, seats, pulling)
        short = (load > 0) & (load < options.smallest[opened])
        if not short.any():
            return _groups(instance, options, opened, seats[chosen])
        if (short & pulling).any():  # they pulled and are still too small
            stays = ~_closing(options, opened, load, short & pulling)
            opened, pulling = opened[stays], pulling[stays]
        else:
            pulling = load > 0


def _closing(options: Options, opened: Ints, load: Ints, short: Bools) -> Bools:
    """The emptier part of those that are too small."""
    few = np.flatnonzero(short)
    lacking = options.smallest[opened[few]] - load[few]
    closing = np.zeros(opened.size, bool)
    closing[few[np.argsort(-lacking, kind="stable")][: few.size // 4 + 1]] = True
    return closing


def _flow(
    instance: GroupInstance, options: Options, opened: Ints, seats: Ints, pulling: Bools
) -> tuple[Ints, Bools]:
    """(load of each opened option, which of the seats are taken): most placed, then the gain."""
    mentees, count = instance.mentees, opened.size
    source, sink = mentees + count, mentees + count + 1
    solver = min_cost_flow.SimpleMinCostFlow()
    whole = np.arange(count, dtype=np.int64)
    place = np.searchsorted(opened, options.seat_option[seats]) + mentees
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        options.seat_mentee[seats], place, np.ones(seats.size, np.int64), -options.seat_gain[seats]
    )
    everybody = np.unique(options.seat_mentee[seats])
    solver.add_arcs_with_capacity_and_unit_cost(
        np.full(everybody.size, source),
        everybody,
        np.ones(everybody.size, np.int64),
        np.zeros(everybody.size, np.int64),
    )
    # the pull outweighs whatever an exchange among all of them could lose
    worth = int(options.seat_gain.max(initial=0)) * (mentees + 1) + 1
    first = options.smallest[opened]
    for capacity, cost in (
        (first, np.where(pulling, -worth, 0)),
        (options.largest[opened] - first, np.zeros(count, np.int64)),
    ):
        solver.add_arcs_with_capacity_and_unit_cost(
            whole + mentees, np.full(count, sink), capacity, cost
        )
    solver.set_node_supply(source, mentees)
    solver.set_node_supply(sink, -mentees)
    if count:
        status = solver.solve_max_flow_with_min_cost()
        if status != solver.OPTIMAL:
            raise TooLarge(f"the solver answered {status.name}")
        chosen = solver.flows(arcs) > 0
    else:
        chosen = np.zeros(0, bool)
    load = np.bincount(place[chosen] - mentees, minlength=count).astype(np.int64)
    return load, chosen


def _groups(instance: GroupInstance, options: Options, opened: Ints, seats: Ints) -> Groups:
    answer = Groups.none(instance)
    option = options.seat_option[seats]
    answer.mentor[options.seat_mentee[seats]] = options.mentor[option]
    answer.slot[options.mentor[opened]] = options.slot[opened]
    return Groups(answer.mentor, np.where(_led(instance, answer), answer.slot, -1))


def _led(instance: GroupInstance, answer: Groups) -> Bools:
    led = np.zeros(instance.mentors, bool)
    led[answer.mentor[answer.mentor != NOBODY]] = True
    return led
