"""Who could work with whom: hard rules first, then scores with reasons. Advice to the curator."""

from bot.domain.matching.people import Candidate, Facts
from bot.domain.matching.rules import (
    NO_MENTORS,
    NO_PLACE,
    RULES,
    Rule,
    broken,
    fitting_form,
    last_obstacle,
)
from bot.domain.matching.scores import (
    PARTS,
    Draft,
    LeftOver,
    Part,
    Proposal,
    Reason,
    allowed,
    judge,
    ranked,
)

__all__ = [
    "NO_MENTORS",
    "NO_PLACE",
    "PARTS",
    "RULES",
    "Candidate",
    "Draft",
    "Facts",
    "LeftOver",
    "Part",
    "Proposal",
    "Reason",
    "Rule",
    "allowed",
    "broken",
    "fitting_form",
    "judge",
    "last_obstacle",
    "ranked",
]
