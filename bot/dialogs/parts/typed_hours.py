"""An hour of the day as people type it: "16", "16:30", "9.15"."""

import re
from datetime import time

from bot.domain.errors import AnswerNotUnderstood

_CLOCK = re.compile(r"\s*([01]?\d|2[0-3])(?:\s*[:.\-]\s*([0-5]\d))?\s*")


def typed_clock(raw: str) -> time:
    """Raises `AnswerNotUnderstood`."""
    found = _CLOCK.fullmatch(raw)
    if found is None:
        raise AnswerNotUnderstood(hint="16:30")
    return time(int(found[1]), int(found[2] or 0))
