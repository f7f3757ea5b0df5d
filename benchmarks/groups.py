"""What groups cost and how near the best they come, with and without hours.

The flow bound counts mentees and points as if no group had a smallest size and each two could meet
by themselves: nothing can be better. The own bound knows of groups and is closer.
"""

import time

from benchmarks.group_towns import Town, town
from benchmarks.table import Row
from bot.solving.flow import assign
from bot.solving.groups import GroupAnswer, GroupInstance, gap_per_mille, solve_groups
from bot.solving.groups_check import check

SEED = 1
SIZES = ((100, 30), (300, 90), (1000, 300), (3000, 900), (10_000, 3000))
WITH_HOURS = ((100, 30), (300, 90), (1000, 300))
RANGES = ((4, (6, 6)), (3, (3, 8)))  # the usual groups, and smaller ones with mentors who differ
PROVED_UP_TO, PROVED_IN = 1000, 60  # mentees, seconds
LARGEST_IN = 30  # seconds
FEWER, LESS = 1, 7  # per mille of the bound, without hours
FEWER_WITH_HOURS = 10


def measure() -> list[Row]:
    rows = [row for sizes in RANGES for row in _without_hours(*sizes)]
    rows += [row for size in WITH_HOURS for row in _with_hours(*size)]
    return [*rows, *_each_two_is_not_all()]


def _solved(instance: GroupInstance) -> tuple[GroupAnswer, float]:
    began = time.perf_counter()
    answer = solve_groups(instance)
    took = time.perf_counter() - began
    check(instance, answer.groups)
    return answer, took


def _without_hours(smallest: int, largest: tuple[int, int]) -> list[Row]:
    return [row for n, m in SIZES for row in _size(Town(n, m, smallest, largest))]


def _size(shape: Town) -> list[Row]:
    instance = town(SEED, shape, slots=False)
    flow = assign(instance.pairs)
    answer, took = _solved(instance)
    most, points = flow.placed, flow.gain(instance.pairs)
    fewer = gap_per_mille((answer.placed, most))
    less = (points - answer.gain) / points * 1000
    proved, small = answer.gap_per_mille == 0, shape.mentees <= PROVED_UP_TO
    within = PROVED_IN if small else LARGEST_IN
    low, high = shape.smallest, shape.largest[1]
    name = f"{shape.mentees} x {shape.mentors}, groups of {low}-{high}"
    own = (answer.bound_gain - answer.gain) / max(answer.bound_gain, 1) * 1000
    return [
        Row(name, f"{took:.1f} s", f"at most {within} s", took <= within),
        Row(
            "  placed, of the flow bound",
            f"{answer.placed} / {most}",
            f"{FEWER} per mille",
            fewer <= FEWER,
        ),
        Row("  points below the flow bound", f"{less:.2f} per mille"),
        Row(
            "  points below the own bound",
            "proved best" if proved else f"{own:.3f} per mille",
            "proved" if small else f"{LESS}",
            proved if small else own <= LESS,
        ),
    ]


def _with_hours(mentees: int, mentors: int) -> list[Row]:
    answer, took = _solved(town(SEED, Town(mentees, mentors), slots=True))
    fewer = gap_per_mille((answer.placed, answer.bound_placed))
    less = (answer.bound_gain - answer.gain) / max(answer.bound_gain, 1) * 1000
    return [
        Row(f"{mentees} x {mentors}, one hour for all of a group", f"{took:.1f} s"),
        Row(
            "  placed, of the bound",
            f"{answer.placed} / {answer.bound_placed}",
            f"{FEWER_WITH_HOURS} per mille",
            fewer <= FEWER_WITH_HOURS,
        ),
        Row(
            "  points below the own bound",
            "proved best" if answer.gap_per_mille == 0 else f"{less:.1f} per mille",
        ),
    ]


def _each_two_is_not_all() -> list[Row]:
    """The trap: in the best groups of people of whom each shares an hour with the mentor."""
    rows = []
    for n, m in WITH_HOURS:
        timed = town(SEED, Town(n, m), slots=True)
        groups = solve_groups(town(SEED, Town(n, m), slots=False)).groups
        led = sorted(set(groups.mentor[groups.mentor >= 0].tolist()))
        without = sum(
            not (timed.mentor_free[j] & timed.mentee_free[groups.mentor == j].all(0)).any()
            for j in led
        )
        rows.append(
            Row(f"  {n} x {m}: groups of pairs without an hour", f"{without} of {len(led)}")
        )
    return rows
