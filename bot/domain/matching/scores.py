"""How well two people fit, in whole per cent with reasons. Who is proposed to whom: `bot/solving`.

The result does not depend on the order of the input.
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.matching.drafts import Proposal
from bot.domain.matching.parts import PARTS, WHOLE
from bot.domain.matching.people import Candidate, Facts
from bot.domain.matching.rules import fitting_form
from bot.domain.matching.traits import Both, Number
from bot.domain.matching.tuning import FACTORS, Tuning, Weight
from bot.domain.profile import Form

BEST = 100


def weights(tuning: Tuning) -> Mapping[str, Weight]:
    """Of every part: what the curator set, or what is usual."""
    return {part.key: tuning.weights.get(part.key, part.usual) for part in PARTS}


def score(both: Both, tuning: Tuning) -> Number:
    """0 to `BEST`, rounded to the nearest: the mean of what was spoken of, by weight."""
    known = weights(tuning)
    total, most = 0, 0
    for part in PARTS:
        if factor := FACTORS[known[part.key]]:
            weight = factor * part.weighs(both)
            total = total + weight * part.share(both)
            most = most + weight
    most = both.most(most, 1) * WHOLE
    return (2 * BEST * total + most) // (2 * most)


def judge(
    mentee: Candidate, mentor: Candidate, form: Form, facts: Facts, tuning: Tuning
) -> Proposal:
    """The pair with its score, whether or not the rules allow it."""
    points = int(score(Both(mentee, mentor, form, facts), tuning))
    return explained(mentee, mentor, form, facts, tuning, points)


def explained(
    mentee: Candidate, mentor: Candidate, form: Form, facts: Facts, tuning: Tuning, points: int
) -> Proposal:
    """The pair with the score it is known to have."""
    known = weights(tuning)
    spoken = [part for part in PARTS if known[part.key] is not Weight.OFF]
    return Proposal(
        mentee,
        mentor,
        form,
        points,
        tuple(reason for part in spoken for reason in part.reasons(mentee, mentor, facts)),
        tuple(lack for part in spoken for lack in part.lacks(mentee, mentor, facts)),
    )


def ranked(
    mentee: Candidate,
    mentors: Sequence[Candidate],
    *,
    forms: Sequence[Form],
    facts: Facts,
    tuning: Tuning,
    prices: Mapping[str, int] | None = None,
) -> list[Proposal]:
    """Every mentor the rules allow, the best first.

    `prices` of a proof: the score counts less what a place is worth to others. A mentor who was not
    there then costs nothing.
    """
    known = prices or {}

    def dear(one: Proposal) -> tuple[int, tuple[int, int, int]]:
        return known.get(str(one.mentor.participation_id), 0) - one.score, one.place

    return sorted(allowed(mentee, mentors, forms, facts, tuning), key=dear)


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
