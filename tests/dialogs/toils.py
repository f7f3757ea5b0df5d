"""Long work for the worker process, which loads this file before it begins: so it is light."""

import time
from typing import Any

from bot.solving.rows import rows


def toils(problem: Any) -> Any:
    """Work that never ends by itself and takes a whole processor, as a large matching does."""
    _until(time.monotonic() + 60)
    return problem


def toils_a_while(problem: Any) -> Any:
    _until(time.monotonic() + 1.0)
    return rows(problem)


def _until(end: float) -> None:
    while time.monotonic() < end:
        sum(range(1000))
