"""The curator's own workbook: everything in her scope, today."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database
from bot.usecases.desk.tasks import TaskLine
from bot.usecases.pairs.pairs import PairLine, lines

SLICE = 500


@dataclass(frozen=True)
class Book:
    """Rows as the stores give them; `at_work` the worst light first."""

    programme: str
    organisation: str
    people: Sequence[Any]
    at_work: Sequence[PairLine]
    forms: dict[UUID, tuple[str, datetime | None]]  # of a pair at work: its form, since when
    ended: Sequence[Any]
    meetings: Sequence[Any]
    questions: Sequence[Any]
    tasks: Sequence[TaskLine]
    zone: str
    today: date


async def book(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> Book:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_DESK, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        at_work = await lines(
            tx, programme, profile, private=actor.may(May.PROPOSE_PAIRS, programme)
        )
        known = await tx.pairs.many([one.pair_id for one in at_work])
        found = await tx.desk_tasks.of(programme_id, actor.person_id, done_since=tx.now)
        today = moments.local(tx.now, house.timezone).date()
        return Book(
            programme=programme.name,
            organisation=house.name,
            people=await _all(tx.desk_book.people, programme_id),
            at_work=at_work,
            forms={id_: (pair.form, pair.active_since) for id_, pair in known.items()},
            ended=await _all(tx.desk_book.ended, programme_id),
            meetings=await _all(tx.desk_book.meetings, programme_id),
            questions=await _all(tx.desk_book.questions, programme_id),
            tasks=[
                TaskLine(one.id, one.words, one.due_on, done=one.done_at is not None)
                for one in found
            ],
            zone=house.timezone,
            today=today,
        )


async def _all(ask: Callable[..., Awaitable[Sequence[Any]]], programme_id: UUID) -> list[Any]:
    rows: list[Any] = []
    while found := await ask(programme_id, limit=SLICE, offset=len(rows)):
        rows += found
        if len(found) < SLICE:
            break
    return rows
