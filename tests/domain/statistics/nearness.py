"""How near ours and theirs must be: nine digits."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.statistics.figures import Estimate, Figure, Interval

DAY = date(2027, 5, 20)
NEAR = 1e-9


def near(ours: float, theirs: float, rel: float = NEAR, abs_: float = 1e-12) -> None:
    assert ours == pytest.approx(float(theirs), rel=rel, abs=abs_)


def estimate(found: Figure) -> tuple[float, Interval]:
    """The number and its interval, which must both be given."""
    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    return found.value, found.interval
