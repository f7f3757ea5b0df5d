"""Another mentor for one mentee: who could it be, what it would cost the others, and doing it.

The cost is not guessed: everything is worked out once more with this pair given and all other
proposals kept where they can be. A swap is one decision, so it can be undone.
"""

import json
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import DecidedMeanwhile, Gone, PairNotPossible, WhyMissing
from bot.domain.matching import Problem
from bot.domain.matching.runs import LineState, MatchingLine, MatchingRun
from bot.domain.own_reasons import own_reason
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.domain.spoken import Phrase
from bot.solving.rows import Choice, Rows, choices, rows
from bot.storage.database import Database, Transaction
from bot.usecases.matching.decisions import Deciding, run_to_decide
from bot.usecases.matching.matching import of_two
from bot.usecases.matching.runs import TRIES, Basis, Run, basis, nearby, solved

CHOICES = 5


@dataclass(frozen=True)
class Named:
    mentor_id: UUID
    name: str
    score: int
    places: int  # free, before any proposal of the run
    now: bool  # it is this one already
    soft: str | None  # the rule a reason is needed for
    hard: str | None  # the rule that forbids it


@dataclass(frozen=True)
class Choices:
    mentee: str
    lines: tuple[Named, ...]
    page: int
    more: bool


@dataclass(frozen=True)
class Move:
    """What changes for one mentee: the mentor and the score, before and after; None: nobody."""

    mentee_id: UUID
    mentee: str
    before: tuple[str, int] | None
    after: tuple[str, int] | None


@dataclass(frozen=True)
class WhatIf:
    asked: Move
    others: tuple[Move, ...]
    soft: str | None  # the rule that is gone round
    fewer_placed: int
    lost: int  # points of all together


async def candidates(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    mentee_id: UUID,
    profile: Profile,
    run: Run,
    page: int = 0,
) -> Choices:
    """Every mentor for one mentee (a participation id), those the rules allow first."""
    async with db.reading() as tx:
        made = await _basis(tx, actor, programme_id, mentee_id, profile)
    alone = _alone(made, mentee_id)
    found: list[Choice] = await nearby(run, alone, choices, alone, mentee_id)
    names = _names(made)
    mentors = {one.participation_id: one for one in made.pool.mentors}
    now = dict(made.problem.standing).get(mentee_id)
    part = found[page * CHOICES : (page + 1) * CHOICES]
    return Choices(
        mentee=names[mentee_id],
        lines=tuple(
            Named(
                mentor_id=one.mentor,
                name=names[one.mentor],
                score=one.score,
                places=max(mentors[one.mentor].capacity - mentors[one.mentor].load, 0),
                now=one.mentor == now,
                soft=one.soft,
                hard=one.hard,
            )
            for one in part
        ),
        page=page,
        more=len(found) > (page + 1) * CHOICES,
    )


async def _basis(
    tx: Transaction, actor: Actor, programme_id: UUID, mentee_id: UUID, profile: Profile
) -> Basis:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.PROPOSE_PAIRS, programme)
    made = await basis(tx, programme, profile)
    if made.before is None or mentee_id not in _names(made):
        raise Gone
    return made


def _alone(made: Basis, mentee_id: UUID) -> Problem:
    """The problem of this mentee and all mentors."""
    mentees = tuple(one for one in made.problem.mentees if one.participation_id == mentee_id)
    return replace(made.problem, mentees=mentees)


def _names(made: Basis) -> dict[UUID, str]:
    everybody = (*made.pool.mentees, *made.pool.mentors)
    return {one.participation_id: made.pool.names[one.person_id] for one in everybody}


async def what_if(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    mentee_id: UUID,
    mentor_id: UUID,
    profile: Profile,
    run: Run,
) -> WhatIf:
    """Raises `PairNotPossible` when a rule forbids it that no reason goes round."""
    async with db.reading() as tx:
        made = await _basis(tx, actor, programme_id, mentee_id, profile)
    soft = await _soft_rule(made, mentee_id, mentor_id, run)
    changed = await _changes(made, mentee_id, mentor_id, run)
    names = _names(made)
    moves = [
        Move(
            mentee,
            names.get(mentee, "—"),
            (names.get(old.mentor_participation_id, "—"), old.score) if old else None,
            (names[UUID(new["mentor"])], new["score"]) if new else None,
        )
        for mentee, (old, new) in changed.items()
    ]
    asked = next((move for move in moves if move.mentee_id == mentee_id), None)
    if asked is None:  # the two are together already
        raise Gone
    others = [move for move in moves if move.mentee_id != mentee_id]
    lost = sum(m.after is None for m in moves) - sum(m.before is None for m in moves)
    points = sum(m.before[1] for m in moves if m.before) - sum(m.after[1] for m in moves if m.after)
    return WhatIf(asked, tuple(others), soft, lost, points)


async def _soft_rule(made: Basis, mentee_id: UUID, mentor_id: UUID, run: Run) -> str | None:
    mentors = tuple(one for one in made.problem.mentors if one.participation_id == mentor_id)
    if not mentors:
        raise Gone
    both = replace(_alone(made, mentee_id), mentors=mentors)
    [found] = await nearby(run, both, choices, both, mentee_id)
    if found.hard is not None:
        raise PairNotPossible(rule=Phrase(of_two(found.hard)))
    soft: str | None = found.soft
    return soft


Changes = dict[UUID, tuple[MatchingLine | None, dict[str, Any] | None]]


async def _changes(made: Basis, mentee_id: UUID, mentor_id: UUID, run: Run) -> Changes:
    """Mentee -> the line of now and the line instead, of all for whom they differ."""
    old = {one.mentee_participation_id: one for one in made.lines if one.group_number is None}
    found: Rows = await run(rows, _given(made, mentee_id, mentor_id))
    new = {UUID(one["mentee"]): one for piece in found.pieces for one in json.loads(piece)}
    return {
        mentee: (old.get(mentee), new.get(mentee))
        for mentee in sorted(old.keys() | new.keys())
        if _mentor(old.get(mentee)) != _mentor(new.get(mentee))
    }


def _mentor(line: MatchingLine | dict[str, Any] | None) -> UUID | None:
    if line is None:
        return None
    return line.mentor_participation_id if isinstance(line, MatchingLine) else UUID(line["mentor"])


def _given(made: Basis, mentee_id: UUID, mentor_id: UUID) -> Problem:
    """The problem in which the pair is given. Groups of the run stay out of it, as they are."""
    problem = made.problem
    grouped = [one for one in made.lines if one.group_number is not None]
    in_groups = {one.mentee_participation_id for one in grouped}
    leading = {one.mentor_participation_id for one in grouped}
    known = {one.mentee_participation_id for one in made.lines}
    assert made.before is not None
    known |= {UUID(one["mentee"]) for one in made.before.left} | {mentee_id}
    if mentor_id in leading or mentee_id in in_groups:
        raise Gone
    return replace(
        problem,
        mentees=tuple(
            one
            for one in problem.mentees
            if one.participation_id in known and one.participation_id not in in_groups
        ),
        mentors=tuple(one for one in problem.mentors if one.participation_id not in leading),
        forms=tuple(f for f in problem.forms if f.key not in problem.tuning.group_forms),
        tuning=replace(problem.tuning, keep=True, group_forms=frozenset()),
        locked=(
            *((a, b) for a, b in problem.locked if a != mentee_id and a not in in_groups),
            (mentee_id, mentor_id),
        ),
        standing=tuple((a, b) for a, b in problem.standing if a not in in_groups),
        by_hand=(*problem.by_hand, (mentee_id, mentor_id)),
    )


async def swap(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    mentee_id: UUID,
    mentor_id: UUID,
    profile: Profile,
    run: Run,
    reason: str = "",
) -> None:
    """Give the mentee this mentor, and let those move who have to. A second press is harmless.

    Raises `WhyMissing` when a rule is gone round and nobody says why.
    """
    words = own_reason(reason)
    for _ in range(TRIES):
        async with db.reading() as tx:
            made = await _basis(tx, actor, programme_id, mentee_id, profile)
        if any(one.sides == (mentee_id, mentor_id) for one in made.lines):
            return
        soft = await _soft_rule(made, mentee_id, mentor_id, run)
        if soft is not None and not words:
            raise WhyMissing
        changed = await _changes(made, mentee_id, mentor_id, run)
        assert made.before is not None
        if await _carry_out(db, actor, made.before, changed, mentee_id, words):
            return
    raise DecidedMeanwhile


async def _carry_out(
    db: Database,
    actor: Actor,
    before: MatchingRun,
    changed: Changes,
    mentee_id: UUID,
    words: str,
) -> bool:
    """False when somebody decided meanwhile."""
    async with db.transaction() as tx:
        run = await run_to_decide(tx, actor, before.programme_id)
        if (run.id, run.decisions) != (before.id, before.decisions):
            return False
        deciding = Deciding(tx, run, actor)
        last = await tx.matching.last_place(run.id)
        for mentee, (old, new) in changed.items():
            place = last + 1
            if old is not None:
                line = await tx.get(MatchingLine, old.id)
                deciding.to(line, LineState.DROPPED)
                place = line.place
            elif new is not None:
                last += 1
            if new is not None:
                asked = mentee == mentee_id
                deciding.made(_line(run, new, place, asked=asked, note=words if asked else ""))
        return True


def _line(
    run: MatchingRun, new: dict[str, Any], place: int, *, asked: bool, note: str
) -> MatchingLine:
    return MatchingLine(
        **solved(run, new),
        place=place,
        state=LineState.LOCKED if asked else LineState.PROPOSED,
        by_hand=asked,
        note=note or None,
    )
