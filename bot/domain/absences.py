"""Why there is no answer: figures and exports tell these apart and never count one as an answer.

Stored under the item's key, a skipped question is None and "hard to say" is `HARD_TO_SAY`; the
other reasons follow from what else is there (`Response.absence`).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class Absence(StrEnum):
    NOT_REACHED = "not reached"  # the person stopped before it, or was never asked at all
    NOT_ASKED = "not asked"  # an earlier answer, the role or the form made it needless
    SKIPPED = "skipped"  # the person left it out
    HARD_TO_SAY = "hard to say"  # or "not assessed", where that is offered
    REFUSED = "refused"  # the person refused the whole questionnaire


HARD_TO_SAY: Mapping[str, Any] = {"absent": Absence.HARD_TO_SAY.value}


def is_hard_to_say(value: Any) -> bool:
    return bool(value == HARD_TO_SAY)


def meant(value: Any) -> Any:
    """A stored value as an answer; None when it is none."""
    return None if is_hard_to_say(value) else value
