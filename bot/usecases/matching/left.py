"""Who has no proposal in the run in force, why, and which places would help most."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.domain.access import Actor
from bot.domain.errors import Gone
from bot.domain.matching.runs import OPEN_LINES, LineState, MatchingRun
from bot.domain.pairs import OPEN
from bot.domain.participations import Participation, ParticipationState
from bot.storage.database import Database, Transaction
from bot.usecases.applications.waiting import waits_since
from bot.usecases.matching.run_people import called, people_of, run_in_force

LEFT_PAGE = 8
MOST_HELPS = 3
FELL_THROUGH = "rule-fell-through"  # taken away, moved or declined, and no other found yet


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


@dataclass(frozen=True)
class Left:
    """Who has no proposal now, who has waited longest first, and why: by participation."""

    waiting: list[Participation]
    why: dict[UUID, dict[str, Any]]
    stood: int  # mentees on a card that is open or was approved
    served: int  # ... and it has not come to nothing


async def left_of(tx: Transaction, run: MatchingRun) -> Left:
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
    return Left(
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
        left = await left_of(tx, run)
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
