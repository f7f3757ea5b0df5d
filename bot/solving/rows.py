"""A draft as rows that can be kept, made in the worker process.

The lines come back as JSON in pieces: reading a small piece takes a few milliseconds, and the bot
answers other people between two of them.
"""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.domain.matching import (
    Candidate,
    Draft,
    Problem,
    Proposal,
    Tuning,
    fitting_form,
    judge,
    last_obstacle,
)
from bot.solving.draft import best

PIECE = 200  # lines


@dataclass(frozen=True)
class Rows:
    pieces: tuple[bytes, ...]
    left: list[dict[str, Any]]
    figures: dict[str, Any]
    proof: dict[str, Any]


def rows(problem: Problem) -> Rows:
    draft = best(problem)
    lines = as_lines(draft)
    return Rows(
        pieces=tuple(json.dumps(piece).encode() for piece in _in_pieces(lines)),
        left=[
            {
                "mentee": str(one.mentee.participation_id),
                "rule": one.rule,
                "helps": [help_.as_dict() for help_ in one.helps],
                "waiting": one.mentee.waiting_days,
            }
            for one in draft.left_over
        ],
        figures=dict(draft.figures),
        proof=dict(draft.proof),
    )


def _in_pieces(lines: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    return [lines[at : at + PIECE] for at in range(0, len(lines), PIECE)]


def as_lines(draft: Draft) -> list[dict[str, Any]]:
    """The members of a group share the place of their best pair."""
    places: dict[object, int] = {}
    found = []
    for number, one in enumerate(draft.proposals):
        card = ("group", one.group) if one.group is not None else ("pair", number)
        found.append(as_line(one, places.setdefault(card, len(places))))
    return found


def as_line(one: Proposal, place: int) -> dict[str, Any]:
    return {
        "place": place,
        "mentee": str(one.mentee.participation_id),
        "mentor": str(one.mentor.participation_id),
        "form": one.form.key,
        "score": one.score,
        "reasons": [reason.as_dict() for reason in one.reasons],
        "lacks": [lack.as_dict() for lack in one.lacks],
        "alternatives": [other.as_dict() for other in one.alternatives],
        "group": one.group,
        "slot": one.slot,
    }


def without_anybody(problem: Problem) -> list[tuple[UUID, str]]:
    """Mentees for whom the rules leave no mentor at all, and the rule that took the last one."""
    asked = problem.forms, problem.facts, problem.tuning
    settled = {mentee for mentee, _ in problem.locked}
    return [
        (mentee.participation_id, last_obstacle(mentee, problem.mentors, *asked))
        for mentee in problem.mentees
        if mentee.participation_id not in settled
        and all(fitting_form(mentee, mentor, *asked) is None for mentor in problem.mentors)
    ]


@dataclass(frozen=True)
class Choice:
    """A mentor somebody may think of for a mentee, whether or not the rules allow it."""

    mentor: UUID
    score: int
    soft: str | None  # a rule that may be gone round with a reason
    hard: str | None  # a rule that may not


def choices(problem: Problem, mentee_id: UUID) -> list[Choice]:
    """Every mentor: first whom the rules allow, the best first; then who needs a reason."""
    mentee = next(one for one in problem.mentees if one.participation_id == mentee_id)
    eased = problem.eased or problem.tuning
    found = [_choice(problem, eased, mentee, mentor) for mentor in problem.mentors]
    return sorted(
        found, key=lambda c: (c.hard is not None, c.soft is not None, -c.score, c.mentor.int)
    )


def _choice(problem: Problem, eased: Tuning, mentee: Candidate, mentor: Candidate) -> Choice:
    forms, facts, tuning = problem.forms, problem.facts, problem.tuning
    form = fitting_form(mentee, mentor, forms, facts, tuning)
    if form is not None:
        score = judge(mentee, mentor, form, facts, tuning).score
        return Choice(mentor.participation_id, score, None, None)
    form = fitting_form(mentee, mentor, forms, facts, eased)
    if form is None:
        rule = last_obstacle(mentee, [mentor], forms, facts, eased)
        return Choice(mentor.participation_id, 0, None, rule)
    rule = last_obstacle(mentee, [mentor], forms, facts, tuning)
    score = judge(mentee, mentor, form, facts, eased).score
    return Choice(mentor.participation_id, score, rule, None)
