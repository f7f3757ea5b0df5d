"""Many tests at once: by chance alone one in twenty would seem to have found something."""

from collections.abc import Sequence
from datetime import date

from bot.domain.statistics.figures import Corrected, Formula


def holm(p: Sequence[float | None], *, on: date) -> Corrected:
    """For questions asked beforehand: hardly ever one false alarm. Holm 1979, Scand J Stat 6:65-70.

    None stays None: no test was made. Raises ValueError for a p outside 0 to 1.
    """
    order = _ascending(p)
    adjusted: dict[int, float] = {}
    highest = 0.0
    for rank, (at, value) in enumerate(order):
        highest = max(highest, min(1.0, value * (len(order) - rank)))
        adjusted[at] = highest
    return _corrected(Formula.HOLM, p, adjusted, on)


def benjamini_hochberg(p: Sequence[float | None], *, on: date) -> Corrected:
    """For looking around: of what seems found, one in twenty is false.

    Benjamini & Hochberg 1995, JRSS B 57:289-300. As `holm` otherwise.
    """
    order = _ascending(p)
    adjusted: dict[int, float] = {}
    lowest = 1.0
    for rank, (at, value) in reversed(list(enumerate(order, start=1))):
        lowest = min(lowest, value * len(order) / rank)
        adjusted[at] = lowest
    return _corrected(Formula.FDR, p, adjusted, on)


def _ascending(p: Sequence[float | None]) -> list[tuple[int, float]]:
    made = [(at, value) for at, value in enumerate(p) if value is not None]
    if any(not 0 <= value <= 1 for _, value in made):
        raise ValueError("a p outside 0 to 1")
    return sorted(made, key=lambda one: one[1])


def _corrected(
    formula: Formula, p: Sequence[float | None], adjusted: dict[int, float], on: date
) -> Corrected:
    return Corrected(
        formula=formula,
        n=len(adjusted),
        missing=len(p) - len(adjusted),
        on=on,
        p=tuple(adjusted.get(at) for at in range(len(p))),
    )
