"""The run in force as the curator looks through it: the result, its cards, and who is left over."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.matching.runs import OPEN_LINES, LineScore, LineState, MatchingLine, MatchingRun
from bot.domain.pairs import OPEN
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Person
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.applications.waiting import waits_since

LEFT_PAGE = 8
AT_ONCE = 200  # people read from the database
GRACE = timedelta(minutes=5)  # what was approved leaves after it, and can be undone until then
SWAPPED = "swapped"
MOST_HELPS = 3
_CHANGING = (LineState.DROPPED, LineState.VETOED)
FELL_THROUGH = "rule-fell-through"  # taken away, moved or declined, and no other found yet


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


@dataclass(frozen=True)
class LeftLine:
    mentee_id: UUID
    name: str
    rule: str
    days: int


@dataclass(frozen=True)
class Wanted:
    """So many more places of this kind would serve so many of those left over."""

    count: int
    form: str
    need: str | None
    slot: str | None


@dataclass(frozen=True)
class LeftOvers:
    lines: tuple[LeftLine, ...]
    total: int
    page: int
    more: bool
    wanted: tuple[Wanted, ...]


async def run_in_force(tx: Transaction, actor: Actor, programme_id: UUID) -> MatchingRun | None:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.PROPOSE_PAIRS, programme)
    found = await tx.matching.current_id(programme_id)
    return await tx.get(MatchingRun, found) if found else None


async def result(db: Database, actor: Actor, *, programme_id: UUID) -> Result | None:
    """None when nothing has been matched yet."""
    async with db.reading() as tx:
        run = await run_in_force(tx, actor, programme_id)
        if run is None:
            return None
        house = await tx.get(Organisation, run.organisation_id)
        first = await tx.matching.place_after(run.id, -1)
        decided, left = await tx.matching.counts(run.id), await _left(tx, run)
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


async def people_of(tx: Transaction, participation_ids: Collection[UUID]) -> dict[UUID, Person]:
    """By participation; of thousands some at a time, so that others have their turn."""
    ids, found = list(participation_ids), dict[UUID, Person]()
    for begin in range(0, len(ids), AT_ONCE):
        some = await tx.participations.many(ids[begin : begin + AT_ONCE])
        people = await tx.people.many({one.person_id for one in some.values()})
        found |= {id_: people[one.person_id] for id_, one in some.items()}
    return found


def called(people: dict[UUID, Person], participation_id: UUID) -> str:
    person = people.get(participation_id)
    return person.name if person is not None and person.name else "—"


@dataclass(frozen=True)
class _Left:
    """Who has no proposal now, who has waited longest first, and why: by participation."""

    waiting: list[Participation]
    why: dict[UUID, dict[str, Any]]
    stood: int  # mentees on a card that is open or was approved
    served: int  # ... and it has not come to nothing


async def _left(tx: Transaction, run: MatchingRun) -> _Left:
    why = {UUID(one["mentee"]): one for one in run.left}
    pairs = await tx.pairs.of_programme(run.programme_id, OPEN)
    placed = {pair.mentee_participation_id for pair in pairs}
    stood: set[UUID] = set()
    for _, mentee, _, _, state in await tx.matching.scores(run.id):
        if state in OPEN_LINES:
            placed.add(mentee)
        else:
            why.setdefault(mentee, {"rule": FELL_THROUGH, "helps": []})
        if state in OPEN_LINES or state is LineState.APPROVED:
            stood.add(mentee)
    known = await tx.participations.many(why.keys() - placed)
    waiting = [one for one in known.values() if one.state is ParticipationState.APPROVED]
    return _Left(
        waiting=sorted(waiting, key=lambda one: (waits_since(one), one.id)),
        why=why,
        stood=len(stood),
        served=len(stood - {one.id for one in waiting}),
    )


async def left_over(
    db: Database, actor: Actor, *, programme_id: UUID, page: int = 0
) -> LeftOvers:
    """Who waits on and why, the longest first, and what would help most of them."""
    async with db.reading() as tx:
        run = await run_in_force(tx, actor, programme_id)
        if run is None:
            raise Gone
        left = await _left(tx, run)
        waiting, why = left.waiting, left.why
        shown = waiting[page * LEFT_PAGE : (page + 1) * LEFT_PAGE]
        people = await people_of(tx, [one.id for one in shown])
        return LeftOvers(
            lines=tuple(
                LeftLine(
                    mentee_id=one.id,
                    name=called(people, one.id),
                    rule=why[one.id]["rule"],
                    days=(tx.now - waits_since(one)).days,
                )
                for one in shown
            ),
            total=len(waiting),
            page=page,
            more=len(waiting) > (page + 1) * LEFT_PAGE,
            wanted=wanted([why[one.id]["helps"] for one in waiting]),
        )


def wanted(helps: Sequence[Sequence[dict[str, Any]]]) -> tuple[Wanted, ...]:
    """Which places would help most: each time the kind that serves most of those still waiting."""
    waiting = [{(h["form"], h["need"], h["slot"]) for h in each} for each in helps if each]
    found: list[Wanted] = []
    while waiting and len(found) < MOST_HELPS:
        votes = Counter(kind for each in waiting for kind in each)
        # of equals the one that says most, then by its words: the same list gives the same advice
        kind = min(votes, key=lambda k: (-votes[k], -sum(x is not None for x in k), str(k)))
        found.append(Wanted(votes[kind], *kind))
        waiting = [each for each in waiting if kind not in each]
    return tuple(found)
