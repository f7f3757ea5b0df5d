"""The hard rules: a mentor and a mentee who break one are never proposed to each other.

A rule is one row of `RULES`, in the order in which a curator is told why nobody was left. What is
not known (no year of birth, no free time given) forbids nothing; the curator sees it as a lack.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.matching.people import Candidate, Facts
from bot.domain.matching.tuning import Tuning
from bot.domain.profile import LEARNER, Form

Breaks = Callable[[Candidate, Candidate, Form, Facts], bool]


@dataclass(frozen=True)
class Rule:
    key: str
    breaks: Breaks  # (mentee, mentor, form, facts)


def _themselves(mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> bool:
    return mentee.person_id == mentor.person_id


def _own_ward(mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> bool:
    return (mentor.person_id, mentee.person_id) in facts.wards


def _other_form(mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> bool:
    return not form.fits(mentee_kind=mentee.kind, mentor_kind=mentor.kind)


def _other_organisation(mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> bool:
    return form.same_organisation and mentee.organisation_id != mentor.organisation_id


def _younger_mentor(mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> bool:
    if mentor.kind != LEARNER or mentee.birth_year is None or mentor.birth_year is None:
        return False
    return mentor.birth_year > mentee.birth_year


def _tried_before(mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> bool:
    return mentor.person_id in mentee.declined_with or mentee.person_id in mentor.declined_with


def _no_shared_format(mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> bool:
    return bool(mentee.formats and mentor.formats) and not mentee.formats & mentor.formats


def _no_shared_slot(mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> bool:
    return bool(mentee.slots and mentor.slots) and not mentee.slots & mentor.slots


def _no_place(mentee: Candidate, mentor: Candidate, form: Form, facts: Facts) -> bool:
    return mentor.load >= mentor.capacity


NO_MENTORS = "rule-no-mentors"
NO_PLACE = "rule-no-place"
RULES: tuple[Rule, ...] = (
    Rule("rule-other-form", _other_form),  # first: it settles most pairs at once
    Rule("rule-themselves", _themselves),
    Rule("rule-own-ward", _own_ward),
    Rule("rule-other-organisation", _other_organisation),
    Rule("rule-younger-mentor", _younger_mentor),
    Rule("rule-tried-before", _tried_before),
    Rule("rule-no-shared-format", _no_shared_format),
    Rule("rule-no-shared-slot", _no_shared_slot),
    Rule(NO_PLACE, _no_place),
)


def broken(
    mentee: Candidate, mentor: Candidate, form: Form, facts: Facts, tuning: Tuning
) -> Rule | None:
    """The first rule this pair breaks in this form."""
    holding = (rule for rule in RULES if rule.key not in tuning.off)
    return next((rule for rule in holding if rule.breaks(mentee, mentor, form, facts)), None)


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
    left = [(mentor, form) for mentor in mentors for form in forms]
    if not left:
        return NO_MENTORS
    for rule in (rule for rule in RULES if rule.key not in tuning.off):
        left = [(who, form) for who, form in left if not rule.breaks(mentee, who, form, facts)]
        if not left:
            return rule.key
    return NO_PLACE
