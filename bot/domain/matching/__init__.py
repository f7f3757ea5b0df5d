"""Who could work with whom: hard rules first, then scores with reasons. Advice to the curator."""

from bot.domain.matching.drafts import (
    Alternative,
    Draft,
    Help,
    LeftOver,
    Problem,
    Proposal,
    Reason,
    Two,
)
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
    Part,
    allowed,
    judge,
    ranked,
)
from bot.domain.matching.tuning import Tuning, Weight

__all__ = [
    "NO_MENTORS",
    "NO_PLACE",
    "PARTS",
    "RULES",
    "Alternative",
    "Candidate",
    "Draft",
    "Facts",
    "Help",
    "LeftOver",
    "Part",
    "Problem",
    "Proposal",
    "Reason",
    "Rule",
    "Tuning",
    "Two",
    "Weight",
    "allowed",
    "broken",
    "fitting_form",
    "judge",
    "last_obstacle",
    "ranked",
]
