"""A run of the matching: what will happen, the work itself, and how it is kept.

Read, solve in the worker process, keep. Nothing goes to anybody. What other curators decide while
it works is not overwritten: then it is worked out once more from what they decided.
"""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import DecidedMeanwhile
from bot.domain.ids import new_id
from bot.domain.matching import Problem, Tuning
from bot.domain.matching.runs import OPEN_LINES, LineState, MatchingLine, MatchingRun
from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.solving.packing import Packing, of_packed
from bot.solving.rows import Rows, rows, without_anybody
from bot.storage.database import Database, Transaction
from bot.storage.unhurried import unhurried
from bot.usecases.matching.matching import forms_of
from bot.usecases.matching.pool import Pool, people_to_match

Run = Callable[..., Awaitable[Any]]  # heavy work beside the bot: the worker process
TRIES = 3
FEW_PAIRS = 200  # looked at one by one: 12 to 40 ms
_A_PART_IS_LOST = timedelta(hours=1)  # after so long nobody is writing its lines any more


@dataclass(frozen=True)
class Basis:
    """What a run is made from."""

    programme: Programme
    pool: Pool
    problem: Problem
    before: MatchingRun | None  # the run in force
    lines: Sequence[MatchingLine]  # of that run, those that are open
    locked: dict[tuple[UUID, UUID], MatchingLine]


@dataclass(frozen=True)
class Blocked:
    participation_id: UUID
    name: str
    rule: str


@dataclass(frozen=True)
class Outlook:
    """What will happen when a run is started now."""

    mentees: int
    mentors: int
    places: int
    locked: int
    blocked: tuple[Blocked, ...]  # for whom the rules leave nobody
    tuning: Tuning
    again: bool  # there is a run already


async def basis(tx: Transaction, programme: Programme, profile: Profile) -> Basis:
    """The people, the settings, and what stays of the run in force."""
    pool = await people_to_match(tx, programme, profile)
    in_force = await tx.matching.current_id(programme.id)
    before = await tx.get(MatchingRun, in_force) if in_force else None
    lines = await tx.matching.lines(before.id, OPEN_LINES) if before else []
    mentees = {one.participation_id for one in pool.mentees}
    mentors = {one.participation_id for one in pool.mentors}
    twos = {
        (line.mentee_participation_id, line.mentor_participation_id): line
        for line in lines
        if line.mentee_participation_id in mentees and line.mentor_participation_id in mentors
    }
    locked = {two: line for two, line in twos.items() if line.state is LineState.LOCKED}
    problem = Problem(
        mentees=pool.mentees,
        mentors=pool.mentors,
        forms=forms_of(programme, profile),
        facts=pool.facts,
        tuning=profile.matching.tuned(programme.matching),
        locked=tuple(sorted(locked)),
        standing=tuple(sorted(twos)),
        by_hand=tuple(sorted(two for two, line in locked.items() if line.note)),
        eased=profile.matching.eased(programme.matching),
    )
    return Basis(programme, pool, problem, before, lines, locked)


async def outlook(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile, run: Run
) -> Outlook:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        made = await basis(tx, programme, profile)
    found: list[tuple[UUID, str]] = await nearby(run, without_anybody, made.problem)
    people = {one.participation_id: one.person_id for one in made.pool.mentees}
    return Outlook(
        mentees=len(made.pool.mentees),
        mentors=len(made.pool.mentors),
        places=sum(max(m.capacity - m.load, 0) for m in made.pool.mentors),
        locked=len(made.locked),
        blocked=tuple(Blocked(id_, made.pool.names[people[id_]], rule) for id_, rule in found),
        tuning=made.problem.tuning,
        again=made.before is not None,
    )


async def nearby(run: Run, function: Callable[..., Any], problem: Problem, *given: Any) -> Any:
    """Of few people it is reckoned here: the worker process takes longer to start than that."""
    if len(problem.mentees) * len(problem.mentors) <= FEW_PAIRS:
        return function(problem, *given)
    return await beside(run, function, problem, *given)


async def beside(run: Run, function: Callable[..., Any], problem: Problem, *given: Any) -> Any:
    """In the worker process; handing thousands of people over leaves others their turn."""
    packing = Packing(problem)
    async for _ in unhurried(packing.steps(), at_once=1):
        pass
    return await run(of_packed, function, packing.done(), *given)


async def work(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile, run: Run
) -> UUID:
    """The id of the run that is in force now.

    Raises `DecidedMeanwhile` when others decided every time while it worked.
    """
    for _ in range(TRIES):
        async with db.reading() as tx:
            programme = await tx.get(Programme, programme_id)
            actor.must(May.PROPOSE_PAIRS, programme)
            made = await basis(tx, programme, profile)
        found: Rows = await beside(run, rows, made.problem)
        kept = await _keep(db, actor, made, found)
        if kept is not None:
            return kept
    raise DecidedMeanwhile


async def must_match(db: Database, actor: Actor, *, programme_id: UUID) -> None:
    """For what is about a run that is not kept yet, as stopping it. Raises `NotAllowed`."""
    async with db.reading() as tx:
        actor.must(May.PROPOSE_PAIRS, await tx.get(Programme, programme_id))


async def _keep(db: Database, actor: Actor, made: Basis, found: Rows) -> UUID | None:
    """In pieces, so that nobody waits for the whole of it; it counts once all are written."""
    programme = made.programme
    async with db.transaction() as tx:
        await tx.matching.forget_unfinished(programme.id, tx.now - _A_PART_IS_LOST)
        new = MatchingRun(
            organisation_id=programme.organisation_id,
            programme_id=programme.id,
            made_at=tx.now,
            made_by=actor.person_id,
            tuning=made.problem.tuning.as_dict(),
            figures=found.figures,
            proof=found.proof,
            left=found.left,
        )
        tx.add(new)
    for piece in found.pieces:
        ready = [_row(new, made, line) for line in json.loads(piece)]
        async with db.transaction() as tx:
            await tx.matching.keep_lines(ready)
    async with db.transaction() as tx:
        in_force = await tx.matching.current_id(programme.id)
        before = await tx.get(MatchingRun, in_force) if in_force else None  # locked: see decisions
        await tx.programmes.lock(programme.id)
        overtaken = await tx.matching.current_id(programme.id) != in_force
        if overtaken or _mark(before) != _mark(made.before):
            await tx.matching.forget(new.id)
            return None
        if before is not None:
            before.replaced_at = tx.now
        (await tx.get(MatchingRun, new.id)).ready_at = tx.now
        return new.id


def _mark(run: MatchingRun | None) -> tuple[UUID, int] | None:
    return (run.id, run.decisions) if run else None


def solved(run: MatchingRun, line: dict[str, Any]) -> dict[str, Any]:
    """What the solver says of a pair, as columns of a line of this run."""
    return {
        "organisation_id": run.organisation_id,
        "programme_id": run.programme_id,
        "run_id": run.id,
        "mentee_participation_id": UUID(line["mentee"]),
        "mentor_participation_id": UUID(line["mentor"]),
        "form": line["form"],
        "score": line["score"],
        "reasons": line["reasons"],
        "lacks": line["lacks"],
        "alternatives": line["alternatives"],
    }


def _row(run: MatchingRun, made: Basis, line: dict[str, Any]) -> dict[str, Any]:
    known = solved(run, line)
    locked = made.locked.get((known["mentee_participation_id"], known["mentor_participation_id"]))
    return {
        **known,
        "id": new_id(),
        "place": line["place"],
        "group_number": line["group"],
        "slot": line["slot"],
        "state": LineState.LOCKED if locked else LineState.PROPOSED,
        "by_hand": locked.by_hand if locked else False,
        "note": locked.note if locked else None,
        "version": 1,
    }
