"""The run in force as the curator looks through it: the result, its cards, and who is left over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor
from bot.domain.errors import Gone
from bot.domain.matching.runs import LineScore, LineState, MatchingLine, MatchingRun
from bot.domain.programmes import Organisation
from bot.storage.database import Database, Transaction
from bot.usecases.matching.left import left_of
from bot.usecases.matching.run_people import called, people_of, run_in_force

GRACE = timedelta(minutes=5)  # what was approved leaves after it, and can be undone until then
SWAPPED = "swapped"
_CHANGING = (LineState.DROPPED, LineState.VETOED)


@dataclass(frozen=True)
class Result:
    run_id: UUID
    made_at: datetime
    zone: str
    now: datetime
    figures: dict[str, Any]
    proof: dict[str, Any]
    cards: int  # that wait for a decision
    first: int  # the place of the first of them
    decided: dict[LineState, int]
    placed: int  # mentees with a card that is open, or approved and not come to nothing
    left: int
    changed: bool  # by hand or by a veto, since it was worked out
    last: "Last | None"


@dataclass(frozen=True)
class Last:
    """What the actor decided last in this run."""

    run_id: UUID
    number: int
    what: str  # a state of its lines, or SWAPPED
    pairs: int
    group: bool  # they are one group
    mentee: str  # of the first of them
    mentor: str
    undoable: bool  # nothing has left yet


@dataclass(frozen=True)
class Member:
    """One mentee of a card."""

    line_id: UUID
    mentee_id: UUID  # participation
    name: str
    minor: bool
    score: int
    reasons: tuple[dict[str, Any], ...]
    lacks: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Other:
    """The next best mentor, and what taking them would cost."""

    mentor_id: UUID
    name: str
    score: int
    fewer_placed: int
    lost: int
    at_least: bool  # among very many: what it costs exactly is reckoned when it is asked for


@dataclass(frozen=True)
class Card:
    """What is decided at once: a pair, or a group."""

    run_id: UUID
    place: int
    number: int
    total: int
    before: int | None  # the places of the cards beside it
    after: int | None
    mentors: tuple[str, ...]
    members: tuple[Member, ...]
    form: str
    score: int
    slot: str | None
    group: bool
    locked: bool
    by_hand: bool
    note: str | None
    others: tuple[Other, ...]


async def result(db: Database, actor: Actor, *, programme_id: UUID) -> Result | None:
    """None when nothing has been matched yet."""
    async with db.reading() as tx:
        run = await run_in_force(tx, actor, programme_id)
        if run is None:
            return None
        house = await tx.get(Organisation, run.organisation_id)
        first = await tx.matching.place_after(run.id, -1)
        decided, left = await tx.matching.counts(run.id), await left_of(tx, run)
        return Result(
            run_id=run.id,
            made_at=run.made_at,
            zone=house.timezone,
            now=tx.now,
            figures=run.figures,
            proof=run.proof,
            cards=await tx.matching.cards(run.id),
            first=first or 0,
            decided=decided,
            placed=left.served,
            left=len(left.waiting),
            changed=left.stood != run.figures["placed"]
            or any(decided.get(state) for state in _CHANGING),
            last=await _last(tx, run, actor.person_id),
        )


async def last(db: Database, actor: Actor, *, programme_id: UUID) -> Last | None:
    async with db.reading() as tx:
        run = await run_in_force(tx, actor, programme_id)
        return await _last(tx, run, actor.person_id) if run else None


async def _last(tx: Transaction, run: MatchingRun, person_id: UUID) -> Last | None:
    number = await tx.matching.last_decision(run.id, person_id)
    if number is None:
        return None
    lines = await tx.matching.decided(run.id, number)
    new = [line for line in lines if line.by_hand and line.before is None]
    first = new[0] if new else lines[0]
    swapped = any(line.state is LineState.DROPPED or line.before is None for line in lines)
    people = await people_of(tx, first.sides)
    leaves = [line.decided_at for line in lines if line.state is LineState.APPROVED]
    return Last(
        run_id=run.id,
        number=number,
        what=SWAPPED if swapped else str(first.state),
        pairs=len({line.mentee_participation_id for line in lines}),
        group=first.group_number is not None
        and len({line.group_number for line in lines}) == 1,
        mentee=called(people, first.mentee_participation_id),
        mentor=called(people, first.mentor_participation_id),
        undoable=all(at is not None and tx.now < at + GRACE for at in leaves),
    )


async def card(db: Database, actor: Actor, *, programme_id: UUID, place: int) -> Card | None:
    """The open card at this place, else the next one, else the one before; None: all decided."""
    async with db.reading() as tx:
        run = await run_in_force(tx, actor, programme_id)
        if run is None:
            raise Gone
        lines = await tx.matching.at(run.id, place)
        if not lines:
            near = await tx.matching.place_after(run.id, place)
            near = await tx.matching.place_before(run.id, place) if near is None else near
            if near is None:
                return None
            place, lines = near, await tx.matching.at(run.id, near)
        return await _card(tx, run, place, lines)


async def _card(
    tx: Transaction, run: MatchingRun, place: int, lines: Sequence[MatchingLine]
) -> Card:
    best = lines[0]
    group = best.group_number is not None
    others = [] if group else best.alternatives[:2]
    mentors = dict.fromkeys(line.mentor_participation_id for line in lines)
    # with a second mentor everybody of a group stands in two lines
    of_mentee: dict[UUID, MatchingLine] = {}
    for line in lines:
        of_mentee.setdefault(line.mentee_participation_id, line)
    people = await people_of(tx, [*mentors, *of_mentee, *(UUID(one["mentor"]) for one in others)])
    house = await tx.get(Organisation, run.organisation_id)
    today = moments.local(tx.now, house.timezone).date()
    minors = {id_ for id_, one in people.items() if not one.is_adult(today)}
    number, total, before, after = await tx.matching.around(run.id, place)
    return Card(
        run_id=run.id,
        place=place,
        number=number,
        total=total,
        before=before,
        after=after,
        mentors=tuple(called(people, one) for one in mentors),
        members=tuple(
            Member(
                line_id=line.id,
                mentee_id=line.mentee_participation_id,
                name=called(people, line.mentee_participation_id),
                minor=line.mentee_participation_id in minors,
                score=line.score,
                reasons=tuple(line.reasons),
                lacks=tuple(line.lacks),
            )
            for line in of_mentee.values()
        ),
        form=best.form,
        score=score_of(lines),
        slot=best.slot,
        group=group,
        locked=all(line.state is LineState.LOCKED for line in lines),
        by_hand=best.by_hand,
        note=best.note,
        others=tuple(
            Other(
                mentor_id=UUID(one["mentor"]),
                name=called(people, UUID(one["mentor"])),
                score=one["score"],
                fewer_placed=one["fewer_placed"],
                lost=one["lost"],
                at_least=one.get("at_least", False),
            )
            for one in others
        ),
    )


def score_of(card: Sequence[MatchingLine | LineScore]) -> int:
    """A group counts with its average."""
    return sum(line.score for line in card) // len(card)
