"""Two runs beside each other: who got another mentor, and which of the two is better in what."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.matching.runs import LineState, MatchingRun
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.matching.run_people import called, people_of

LATEST = 6
SHOWN = 8


@dataclass(frozen=True)
class RunLine:
    run_id: UUID
    made_at: datetime
    in_force: bool
    placed: int
    total: int


@dataclass(frozen=True)
class Runs:
    lines: tuple[RunLine, ...]
    zone: str
    now: datetime


@dataclass(frozen=True)
class Side:
    made_at: datetime
    placed: int
    total: int
    floor: int


@dataclass(frozen=True)
class Change:
    mentee: str
    before: str | None  # the mentor's name; None: nobody
    after: str | None


@dataclass(frozen=True)
class Comparison:
    before: Side
    after: Side
    changed: int
    lines: tuple[Change, ...]  # some of them
    zone: str
    now: datetime


async def runs(db: Database, actor: Actor, *, programme_id: UUID) -> Runs:
    """The latest, the newest first."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        lines = tuple(
            RunLine(
                run_id=run.id,
                made_at=run.made_at,
                in_force=run.replaced_at is None,
                placed=run.figures.get("placed", 0),
                total=run.figures.get("total", 0),
            )
            for run in await tx.matching.latest(programme_id, LATEST)
        )
        return Runs(lines, house.timezone, tx.now)


async def compare(
    db: Database, actor: Actor, *, programme_id: UUID, run_id: UUID
) -> Comparison:
    """That run with the one in force, as both stand now."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.PROPOSE_PAIRS, programme)
        older = await tx.get(MatchingRun, run_id)
        in_force = await tx.matching.current_id(programme_id)
        if older.programme_id != programme_id or in_force in (None, run_id):
            raise Gone
        assert in_force is not None
        newer = await tx.get(MatchingRun, in_force)
        house = await tx.get(Organisation, programme.organisation_id)
        before, after = await _mentors(tx, older), await _mentors(tx, newer)
        changed = [
            (mentee, before.get(mentee), after.get(mentee))
            for mentee in sorted(before.keys() | after.keys())
            if _who(before.get(mentee)) != _who(after.get(mentee))
        ]
        shown = changed[:SHOWN]
        ids = {id_ for mentee, *sides in shown for id_ in (mentee, *map(_who, sides)) if id_}
        people = await people_of(tx, ids)
        return Comparison(
            before=_side(older, before),
            after=_side(newer, after),
            changed=len(changed),
            lines=tuple(
                Change(
                    called(people, mentee),
                    called(people, old[0]) if old else None,
                    called(people, new[0]) if new else None,
                )
                for mentee, old, new in shown
            ),
            zone=house.timezone,
            now=tx.now,
        )


Mentors = dict[UUID, tuple[UUID, int]]  # mentee -> mentor, score


async def _mentors(tx: Transaction, run: MatchingRun) -> Mentors:
    dropped = (LineState.DROPPED, LineState.VETOED)
    return {
        mentee: (mentor, score)
        for _, mentee, mentor, score, state in await tx.matching.scores(run.id)
        if state not in dropped
    }


def _who(two: tuple[UUID, int] | None) -> UUID | None:
    return two[0] if two else None


def _side(run: MatchingRun, mentors: Mentors) -> Side:
    scores = [score for _, score in mentors.values()]
    return Side(run.made_at, len(scores), sum(scores), min(scores, default=0))
