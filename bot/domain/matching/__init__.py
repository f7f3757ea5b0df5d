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
from bot.domain.matching.parts import PARTS, ScorePart
from bot.domain.matching.people import Candidate, Facts
from bot.domain.matching.rules import (
    MAY_BE_OFF,
    NO_GROUP,
    NO_MENTORS,
    NO_PLACE,
    RULES,
    Rule,
    broken,
    fitting_form,
    holding,
    last_obstacle,
)
from bot.domain.matching.scores import BEST, allowed, explained, judge, ranked, score, weights
from bot.domain.matching.tuning import STABLE, Tuning, Weight

__all__ = [
    "BEST",
    "MAY_BE_OFF",
    "NO_GROUP",
    "NO_MENTORS",
    "NO_PLACE",
    "PARTS",
    "RULES",
    "STABLE",
    "Alternative",
    "Candidate",
    "Draft",
    "Facts",
    "Help",
    "LeftOver",
    "Problem",
    "Proposal",
    "Reason",
    "Rule",
    "ScorePart",
    "Tuning",
    "Two",
    "Weight",
    "allowed",
    "broken",
    "explained",
    "fitting_form",
    "holding",
    "judge",
    "last_obstacle",
    "ranked",
    "score",
    "weights",
]
