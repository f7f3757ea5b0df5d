"""The hard rules: a mentor and a mentee who break one are never proposed to each other.

A rule is one row of `RULES`, in the order in which a curator is told why nobody was left. What is
not known (no year of birth, no free time given) forbids nothing; the curator sees it as a lack.
Written over `Both`, a rule answers for one pair and for arrays of pairs alike.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.matching.parts import PARTS, ScorePart
from bot.domain.matching.people import Candidate, Facts
from bot.domain.matching.traits import Both, Number
from bot.domain.matching.tuning import Tuning, Weight
from bot.domain.profile import Form


@dataclass(frozen=True)
class Rule:
    key: str
    breaks: Callable[[Both], Number]
    fixed: bool = False  # nobody may switch it off
    must: str | None = None  # holds only where this part of the score must be


def _differ(both: Both, trait: str) -> Number:
    """Both said something, and none of it is the same."""
    said = (both.asked(trait) > 0) & (both.offered(trait) > 0)
    return said & (both.shared(trait) == 0)


def _younger_mentor(both: Both) -> Number:
    """Among learners; where every role in use is one of equals, nobody asks."""
    if both.form.of_equals:
        return False
    mentee, mentor = both.mentee("birth-year"), both.mentor("birth-year")
    known = (both.mentor("learner") > 0) & (mentee > 0) & (mentor > 0)
    return known & (mentor + both.form.older_by > mentee)


def _no_shared_slot(both: Both) -> Number:
    """Who can meet online finds an hour of their own."""
    return _differ(both, "slots") & (both.shared("online") == 0)


def _must(part: ScorePart) -> Rule:
    return Rule(
        f"rule-must-{part.key}",
        lambda both: (part.weighs(both) > 0) & (part.share(both) == 0),
        must=part.key,
    )


NO_SHARED_SLOT = "rule-no-shared-slot"
NO_MENTORS = "rule-no-mentors"
NO_PLACE = "rule-no-place"
NO_GROUP = "rule-no-group"  # a mentor there was, but no group of enough people at one hour
RULES: tuple[Rule, ...] = (
    Rule("rule-other-form", lambda both: both.fits_form() == 0, fixed=True),
    Rule("rule-themselves", lambda both: both.share("person"), fixed=True),
    Rule("rule-own-ward", lambda both: both.share("ward"), fixed=True),
    Rule("rule-taught", lambda both: both.share("taught")),
    Rule("rule-childs-class", lambda both: both.share("childrens")),
    Rule(
        "rule-other-organisation",
        lambda both: both.form.same_organisation & (both.same_organisation() == 0),
        fixed=True,
    ),
    Rule("rule-younger-mentor", _younger_mentor),
    Rule("rule-language", lambda both: _differ(both, "languages")),
    Rule("rule-vetoed", lambda both: both.share("vetoed"), fixed=True),
    Rule("rule-tried-before", lambda both: both.share("tried")),
    Rule("rule-no-shared-format", lambda both: _differ(both, "formats")),
    Rule(NO_SHARED_SLOT, _no_shared_slot),
    *(_must(part) for part in PARTS if part.may_be_must),
    Rule(NO_PLACE, lambda both: both.mentor("room") <= 0, fixed=True),
)
MAY_BE_OFF = frozenset(rule.key for rule in RULES if not rule.fixed and rule.must is None)


def holding(tuning: Tuning) -> list[Rule]:
    """The rules that hold in this programme, in their order."""
    return [
        rule
        for rule in RULES
        if (rule.key not in tuning.off or rule.fixed)
        and (rule.must is None or tuning.weights.get(rule.must) is Weight.MUST)
    ]


def broken(
    mentee: Candidate, mentor: Candidate, form: Form, facts: Facts, tuning: Tuning
) -> Rule | None:
    """The first rule this pair breaks in this form."""
    both = Both(mentee, mentor, form, facts)
    return next((rule for rule in holding(tuning) if rule.breaks(both)), None)


def fitting_form(
    mentee: Candidate, mentor: Candidate, forms: Sequence[Form], facts: Facts, tuning: Tuning
) -> Form | None:
    """The first form, in the programme's order, in which the two break no rule."""
    fitting = (form for form in forms if broken(mentee, mentor, form, facts, tuning) is None)
    return next(fitting, None)


def last_obstacle(
    mentee: Candidate,
    mentors: Sequence[Candidate],
    forms: Sequence[Form],
    facts: Facts,
    tuning: Tuning,
) -> str:
    """The key of the rule that took away this mentee's last mentor.

    When every rule leaves somebody, the places went to other mentees: `NO_PLACE`.
    """
    left = [Both(mentee, mentor, form, facts) for mentor in mentors for form in forms]
    if not left:
        return NO_MENTORS
    for rule in holding(tuning):
        left = [both for both in left if not rule.breaks(both)]
        if not left:
            return rule.key
    return NO_PLACE
