"""From candidates to the best draft of pairs: most mentees placed, then the largest total fit.

Meant for the worker process. The solver is loaded when it is first needed, so that the bot itself
may import this module.
"""

from collections.abc import Sequence
from uuid import UUID

from bot.domain.matching import (
    Candidate,
    Draft,
    LeftOver,
    Problem,
    Proposal,
    allowed,
    last_obstacle,
)


def best(problem: Problem) -> Draft:
    """The best fit first. The answer does not depend on the order of the input and is proved."""
    from bot.solving.certificate import certify
    from bot.solving.flow import assign
    from bot.solving.instance import NOBODY, Instance

    ones, others = _in_order(problem.mentees), _in_order(problem.mentors)
    asked = problem.forms, problem.facts, problem.tuning
    number = {mentor.participation_id: n for n, mentor in enumerate(others)}
    # numbers alone are kept: there may be more possible pairs than memory for their reasons
    pairs = [
        (n, number[found.mentor.participation_id], found.score)
        for n, mentee in enumerate(ones)
        for found in allowed(mentee, others, *asked)
    ]
    instance = Instance.of(len(ones), [max(m.capacity - m.load, 0) for m in others], pairs)
    answer = assign(instance)
    proof = certify(instance, answer)
    proposals: list[Proposal] = []
    left: list[LeftOver] = []
    for mentee, chosen in zip(ones, answer.mentor.tolist(), strict=True):
        if chosen == NOBODY:
            left.append(LeftOver(mentee, last_obstacle(mentee, others, *asked)))
        else:
            proposals += allowed(mentee, [others[chosen]], *asked)
    total = answer.gain(instance)
    return Draft(
        tuple(sorted(proposals, key=lambda one: one.place)),
        tuple(left),
        figures={
            "mentees": len(ones),
            "mentors": len(others),
            "places": int(instance.places.sum()),
            "placed": answer.placed,
            "total": total,
            "floor": min((one.score for one in proposals), default=0),
        },
        proof={
            "bound": total,
            "gap_per_mille": 0,
            "prices": {
                str(who.participation_id): price
                for who, price in zip(others, proof.price.tolist(), strict=True)
            },
        },
    )


def _in_order(people: Sequence[Candidate]) -> list[Candidate]:
    def by_id(one: Candidate) -> UUID:
        return one.participation_id

    return sorted(people, key=by_id)
