"""Which words say what a figure is, what it means and why it is not given. Plain Python.

Keys of `locales/*/statistics.ftl`; each text of a reason knows $n, $needed and $few.
"""

from collections.abc import Mapping
from typing import Any

from bot.domain.small_cells import LEAST
from bot.domain.statistics.figures import Band, Counted, Formula, Sign, Verdict, Why, Withheld

# Reasons that count what may be told however few: questions and schools, not people.
_OPEN = {Why(f"too-few-{Counted.ITEMS}"), Why(f"too-few-{Counted.SCHOOLS}")}
# Below which p; the first that holds. Above all of them it is usual.
CHANCES = ((0.001, "hardly"), (0.01, "rare"), (0.05, "seldom"))
# From which size in standard deviations (Cohen 1988).
SIZES = ((0.8, "large"), (0.5, "middling"), (0.2, "small"))


def name(formula: Formula) -> str:
    return f"figure-{formula}"


def meaning(formula: Formula) -> str:
    """One sentence a curator understands."""
    return f"figure-{formula}-means"


def reckoning(formula: Formula) -> str:
    """One sentence on how it is computed."""
    return f"figure-{formula}-how"


def reason(held: Withheld) -> tuple[str, Mapping[str, Any]]:
    """Why a figure is not given; a group of one to four people is not counted aloud."""
    few = 0 < held.n < LEAST and held.reason not in _OPEN
    # what is hidden does not travel either: a text could show it by mistake
    said = {"n": LEAST if few else held.n, "needed": held.needed, "few": few}
    return f"withheld-{held.reason}", said


def verdict(of: Verdict) -> str:
    return f"verdict-{of}"


def band(of: Band) -> str:
    return f"band-{of}"


def sign(of: Sign) -> str:
    return f"careless-{of}"


def chance(p: float) -> str:
    """How seldom chance alone would do as much."""
    return f"chance-{next((word for below, word in CHANCES if p < below), 'usual')}"


def size(d: float) -> str:
    """How large a standardised difference is, whichever way it goes."""
    return f"size-{next((word for least, word in SIZES if abs(d) >= least), 'none')}"
