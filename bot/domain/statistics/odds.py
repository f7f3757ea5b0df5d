"""What goes with a yes: logistic model with a penalty, and the test of trend. Loads scipy."""

import numpy as np
from scipy import special

from bot.domain.statistics.answers import Floats
from bot.domain.statistics.newton import lowest
from bot.domain.statistics.summaries import same


def logistic(yes: Floats, traits: Floats, penalty: float) -> tuple[Floats, Floats] | None:
    """Log odds ratios of each trait (people by traits) and their standard errors.

    le Cessie & van Houwelingen 1992, Appl Stat 41:191-201: `penalty` times half the sum of squared
    coefficients, the constant goes free. None: all the same, or no optimum was found.
    """
    if not traits.shape[1] or same(yes):
        return None
    x = np.column_stack([np.ones(len(yes)), traits - traits.mean(axis=0)])
    strength = np.full(x.shape[1], penalty)
    strength[0] = 0.0

    def at(beta: Floats) -> tuple[float, Floats, Floats]:
        line = x @ beta
        chance = special.expit(line)
        value = float((np.logaddexp(0, line) - yes * line).sum())
        value += 0.5 * float(strength @ beta**2)
        slope = x.T @ (chance - yes) + strength * beta
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(strength)
        return value, slope, curve

    found = lowest(at, x.shape[1])
    return None if found is None else (found[0][1:], found[1][1:])


def trend(yes: Floats, x: Floats) -> tuple[float, float] | None:
    """Armitage 1955: above zero, those with more of it say yes more often; with two-sided p."""
    if same(yes) or same(x):
        return None
    off = x - x.mean()
    share = float(yes.mean())
    z = float(off @ yes) / (share * (1 - share) * float(off @ off)) ** 0.5
    return z, float(2 * special.ndtr(-abs(z)))
