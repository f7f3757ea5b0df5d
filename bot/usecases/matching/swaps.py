"""Another mentor for one mentee: who could it be, what it would cost the others, and doing it.

The cost is not guessed: everything is worked out once more with this pair given and all other
proposals kept where they can be. A swap is one decision, so it can be undone.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
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
from bot.usecases.matching.group_moves import GroupMoves, size
from bot.usecases.matching.matching import of_two
from bot.usecases.matching.runs import TRIES, Basis, Run, basis, beside, nearby, solved

CHOICES = 5
T = TypeVar("T")
Names = dict[UUID, str]  # by participation
Lines = Sequence[MatchingLine]  # with a second mentor a member of a group has two


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
    joins: int | None  # how many the group has then, where the mentor leads one
    stays: int | None  # how many are left in the group that is left
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
    found: list[Choice] = await nearby(run, choices, alone, mentee_id)
    names = _names(made)
    mentors = {one.participation_id: one for one in made.pool.mentors}
    now, groups = dict(made.problem.standing).get(mentee_id), _groups(made)
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
                hard=one.hard or groups.obstacle(mentee_id, one.mentor),
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
    moves = [_move(mentee, old, new, names) for mentee, (old, new) in changed.items()]
    asked = next((move for move in moves if move.mentee_id == mentee_id), None)
    if asked is None:  # the two are together already
        raise Gone
    others = [move for move in moves if move.mentee_id != mentee_id]
    lost = sum(m.after is None for m in moves) - sum(m.before is None for m in moves)
    points = sum(m.before[1] for m in moves if m.before) - sum(m.after[1] for m in moves if m.after)
    groups = _groups(made)
    joined, left = groups.led_by(mentor_id), groups.of_mentee(mentee_id)
    return WhatIf(
        asked,
        tuple(others),
        soft,
        joins=size(joined) + 1 if joined else None,
        stays=size(left) - 1 if left else None,
        fewer_placed=lost,
        lost=points,
    )


def _move(mentee: UUID, old: Lines, new: Sequence[dict[str, Any]], names: Names) -> Move:
    before = (names.get(old[0].mentor_participation_id, "—"), old[0].score) if old else None
    after = (names[UUID(new[0]["mentor"])], new[0]["score"]) if new else None
    return Move(mentee, names.get(mentee, "—"), before, after)


async def _soft_rule(made: Basis, mentee_id: UUID, mentor_id: UUID, run: Run) -> str | None:
    mentors = tuple(one for one in made.problem.mentors if one.participation_id == mentor_id)
    if not mentors:
        raise Gone
    both = replace(_alone(made, mentee_id), mentors=mentors)
    [found] = await nearby(run, choices, both, mentee_id)
    if found.hard is not None:
        raise PairNotPossible(rule=Phrase(of_two(found.hard)))
    rule = _groups(made).obstacle(mentee_id, mentor_id)
    if rule is not None:
        raise PairNotPossible(rule=Phrase(of_two(rule)))
    soft: str | None = found.soft
    return soft


def _groups(made: Basis) -> GroupMoves:
    return GroupMoves(made.problem, made.lines)


Changes = dict[UUID, tuple[Lines, Sequence[dict[str, Any]]]]


async def _changes(made: Basis, mentee_id: UUID, mentor_id: UUID, run: Run) -> Changes:
    """Mentee -> the lines of now and those instead, of all for whom they differ."""
    groups = _groups(made)
    mine = [one for one in made.lines if one.mentee_participation_id == mentee_id]
    if groups.led_by(mentor_id):
        return {mentee_id: (mine, groups.joining(mentee_id, mentor_id))}
    old = {one.mentee_participation_id: one for one in made.lines if one.group_number is None}
    if mine:
        old[mentee_id] = mine[0]
    found: Rows = await beside(run, rows, _given(made, mentee_id, mentor_id))
    new = {UUID(one["mentee"]): one for piece in found.pieces for one in json.loads(piece)}
    changed: Changes = {
        mentee: (_some(old.get(mentee)), _some(new.get(mentee)))
        for mentee in sorted(old.keys() | new.keys())
        if _mentor(old.get(mentee)) != _mentor(new.get(mentee))
    }
    if mentee_id in changed:
        changed[mentee_id] = (mine, changed[mentee_id][1])
    return changed


def _some(line: T | None) -> list[T]:
    return [] if line is None else [line]


def _mentor(line: MatchingLine | dict[str, Any] | None) -> UUID | None:
    if line is None:
        return None
    return line.mentor_participation_id if isinstance(line, MatchingLine) else UUID(line["mentor"])


def _given(made: Basis, mentee_id: UUID, mentor_id: UUID) -> Problem:
    """The problem in which the pair is given. Groups of the run stay out of it, as they are."""
    problem = made.problem
    grouped = [
        one
        for one in made.lines
        if one.group_number is not None and one.mentee_participation_id != mentee_id
    ]
    in_groups = {one.mentee_participation_id for one in grouped}
    leading = {one.mentor_participation_id for one in grouped}
    known = {one.mentee_participation_id for one in made.lines}
    assert made.before is not None
    known |= {UUID(one["mentee"]) for one in made.before.left} | {mentee_id}
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
        standing=tuple((a, b) for a, b in problem.standing if a not in {*in_groups, mentee_id}),
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
) -> int:
    """Give the mentee this mentor, and let those move who have to; the place of their card.

    A second press is harmless.

    Raises `WhyMissing` when a rule is gone round and nobody says why.
    """
    words = own_reason(reason)
    for _ in range(TRIES):
        async with db.reading() as tx:
            made = await _basis(tx, actor, programme_id, mentee_id, profile)
        for one in made.lines:
            if one.sides == (mentee_id, mentor_id):
                return one.place
        soft = await _soft_rule(made, mentee_id, mentor_id, run)
        if soft is not None and not words:
            raise WhyMissing
        changed = await _changes(made, mentee_id, mentor_id, run)
        assert made.before is not None
        place = await _carry_out(db, actor, made.before, changed, mentee_id, words)
        if place is not None:
            return place
    raise DecidedMeanwhile


async def _carry_out(
    db: Database,
    actor: Actor,
    before: MatchingRun,
    changed: Changes,
    mentee_id: UUID,
    words: str,
) -> int | None:
    """The place of the mentee's card now; None when somebody decided meanwhile."""
    async with db.transaction() as tx:
        run = await run_to_decide(tx, actor, before.programme_id)
        if (run.id, run.decisions) != (before.id, before.decisions):
            return None
        deciding = Deciding(tx, run, actor)
        last = await tx.matching.last_place(run.id)
        of_asked: int | None = None
        for mentee, (old, new) in changed.items():
            place = None
            for one in old:
                line = await tx.get(MatchingLine, one.id)
                deciding.to(line, LineState.DROPPED)
                if line.group_number is None:
                    place = line.place
            for made in new:
                asked = mentee == mentee_id
                if made["group"] is not None:
                    place = made["place"]
                elif place is None:
                    place = last = last + 1
                deciding.made(_line(run, made, place, asked=asked, note=words if asked else ""))
                of_asked = place if asked else of_asked
        await _lock_group(tx, deciding, changed[mentee_id][1])
        return last if of_asked is None else of_asked


async def _lock_group(tx: Transaction, deciding: Deciding, new: Sequence[dict[str, Any]]) -> None:
    """Who joined by hand stays, and so does the whole group: it is decided as one."""
    numbers = {one["group"] for one in new} - {None}
    for line in await tx.matching.lines(deciding.run.id, (LineState.PROPOSED,)):
        if line.group_number in numbers:
            deciding.to(line, LineState.LOCKED)


def _line(
    run: MatchingRun, new: dict[str, Any], place: int, *, asked: bool, note: str
) -> MatchingLine:
    return MatchingLine(
        **solved(run, new),
        place=place,
        group_number=new["group"],
        slot=new["slot"],
        state=LineState.LOCKED if asked else LineState.PROPOSED,
        by_hand=asked,
        note=note or None,
    )
