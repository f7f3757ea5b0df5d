"""How well two people fit, in parts with reasons. Who is proposed to whom: `bot/solving`.

A part weighs in only when the mentee said something about it, so that a short form is not a poor
one. Reasons and lacks are keys with values of the catalogues; their words live in the locales.
The result does not depend on the order of the input.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.matching.drafts import Proposal, Reason
from bot.domain.matching.people import ONLINE, Candidate, Facts
from bot.domain.matching.rules import fitting_form
from bot.domain.matching.tuning import Tuning
from bot.domain.profile import Form

_MOST_NAMED = 2  # reasons of one part on a card
_SLOTS_ENOUGH = 2  # shared free times a week that leave nothing to wish


@dataclass(frozen=True)
class Part:
    score: float  # 0 to 1
    reasons: tuple[Reason, ...] = ()
    lacks: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Scored:
    """One row of `PARTS`: what it is called, how much it weighs, how it is judged."""

    key: str
    weight: int
    part: Callable[[Candidate, Candidate, Facts], Part | None]


def _competence(mentee: Candidate, mentor: Candidate, facts: Facts) -> Part | None:
    if not mentee.needs:
        return None
    reasons, lacks = [], []
    for need in mentee.needs:
        answering = [c for c in facts.helps.get(need, (need,)) if c in mentor.competences]
        if answering:
            args = (("what", need), ("competence", answering[0]))
            reasons.append(Reason("reason-competence", args))
        else:
            lacks.append(Reason("lack-competence", (("what", need),)))
    return Part(len(reasons) / len(mentee.needs), tuple(reasons), tuple(lacks))


def _own_need(mentee: Candidate, mentor: Candidate, facts: Facts) -> Part | None:
    """Own words are for the curator's eyes: they are pointed at and not judged."""
    if mentee.own_need is None:
        return None
    return Part(0.5, lacks=(Reason("lack-own-need", (("what", mentee.own_need),)),))


def _slot(mentee: Candidate, mentor: Candidate, facts: Facts) -> Part | None:
    if not mentee.slots:
        return None
    if not mentor.slots:
        return Part(0, lacks=(Reason("lack-slot"),))
    shared = sorted(mentee.slots & mentor.slots)
    reasons = [Reason("reason-slot", (("slot", slot),)) for slot in shared[:_MOST_NAMED]]
    return Part(min(1.0, len(shared) / _SLOTS_ENOUGH), tuple(reasons))


def _format(mentee: Candidate, mentor: Candidate, facts: Facts) -> Part | None:
    if not mentee.formats:
        return None
    if not mentor.formats:
        return Part(0, lacks=(Reason("lack-format-unknown"),))
    shared = sorted(mentee.formats & mentor.formats)
    missing = sorted(mentee.formats - mentor.formats)
    return Part(
        len(shared) / len(mentee.formats),
        tuple(Reason("reason-format", (("format", one),)) for one in shared if one != ONLINE),
        tuple(Reason("lack-format", (("format", one),)) for one in missing),
    )


def _interest(mentee: Candidate, mentor: Candidate, facts: Facts) -> Part | None:
    if not mentee.interests:
        return None
    shared = sorted(mentee.interests & mentor.interests)
    enough = min(len(mentee.interests), _MOST_NAMED)
    reasons = [Reason("reason-interest", (("what", one),)) for one in shared[:_MOST_NAMED]]
    return Part(min(1.0, len(shared) / enough), tuple(reasons))


def _room(mentee: Candidate, mentor: Candidate, facts: Facts) -> Part | None:
    """Mentors with free hands first, so that the work is shared."""
    return Part(max(0, mentor.capacity - mentor.load) / max(1, mentor.capacity))


PARTS: tuple[Scored, ...] = (
    Scored("competence", 45, _competence),
    Scored("own-need", 10, _own_need),
    Scored("slot", 20, _slot),
    Scored("format", 10, _format),
    Scored("interest", 10, _interest),
    Scored("room", 5, _room),
)


def judge(
    mentee: Candidate, mentor: Candidate, form: Form, facts: Facts, tuning: Tuning
) -> Proposal:
    """The pair with its score, whether or not the rules allow it."""
    weighed = [(row.weight, row.part(mentee, mentor, facts)) for row in PARTS]
    parts = [(weight, part) for weight, part in weighed if part is not None]
    total = sum(weight for weight, _ in parts)
    score = round(100 * sum(weight * part.score for weight, part in parts) / total)
    return Proposal(
        mentee,
        mentor,
        form,
        score,
        tuple(reason for _, part in parts for reason in part.reasons),
        tuple(lack for _, part in parts for lack in part.lacks),
    )


def ranked(
    mentee: Candidate,
    mentors: Sequence[Candidate],
    *,
    forms: Sequence[Form],
    facts: Facts,
    tuning: Tuning,
) -> list[Proposal]:
    """Every mentor the rules allow, the best first."""
    return sorted(allowed(mentee, mentors, forms, facts, tuning), key=lambda one: one.place)


def allowed(
    mentee: Candidate,
    mentors: Sequence[Candidate],
    forms: Sequence[Form],
    facts: Facts,
    tuning: Tuning,
) -> Iterator[Proposal]:
    """Every pair of this mentee that the rules allow, in the order of the mentors."""
    for mentor in mentors:
        form = fitting_form(mentee, mentor, forms, facts, tuning)
        if form is not None:
            yield judge(mentee, mentor, form, facts, tuning)
