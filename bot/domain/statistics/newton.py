"""The lowest point of a smooth convex function, by Newton's steps. Loads numpy."""

from collections.abc import Callable

import numpy as np

from bot.domain.statistics.answers import Floats

MOST_STEPS, MOST_HALVES = 100, 40
NEAR = 1e-11  # of the slope, beside the size of the function

At = Callable[[Floats], tuple[float, Floats, Floats]]  # value, slope, curvature


def lowest(at: At, size: int) -> tuple[Floats, Floats] | None:
    """Where it is, and the roots of the diagonal of the inverse curvature there.

    None: there is no lowest point, or it was not reached.
    """
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        here = np.zeros(size)
        value, slope, curve = at(here)
        for _ in range(MOST_STEPS):
            try:
                step = np.linalg.solve(curve, slope)
            except np.linalg.LinAlgError:
                return None
            if float(np.abs(slope).max()) <= NEAR * (1 + abs(value)):
                here = here - step  # doubles the digits: a small share may need them
                errors = np.diag(np.linalg.inv(at(here)[2]))
                usable = np.isfinite(errors).all() and (errors > 0).all()
                return (here, np.sqrt(errors)) if usable else None
            for halved in range(MOST_HALVES):
                there = here - step / 2**halved
                found = at(there)
                # the last steps gain less than a digit of the value
                if found[0] <= value + 1e-13 * abs(value):
                    break
            else:
                return None
            here, (value, slope, curve) = there, found
        return None
