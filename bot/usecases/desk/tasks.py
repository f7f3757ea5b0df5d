"""What somebody of the team means to do by a day: written, ticked off, taken back."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.desk_tasks import LONGEST_TASK, MOST_TASKS, DeskTask, TasksEnough
from bot.domain.errors import NotAllowed
from bot.domain.plans import day_ahead
from bot.domain.programmes import Organisation, Programme
from bot.domain.said_words import said
from bot.storage.database import Database, Transaction

SHOWN_DONE = timedelta(days=1)  # as long as a tick may have been a slip


@dataclass(frozen=True)
class TaskLine:
    task_id: UUID
    words: str
    due_on: date
    done: bool


@dataclass(frozen=True)
class Tasks:
    lines: tuple[TaskLine, ...]  # the most urgent first, what is done behind
    today: date


async def mine(db: Database, actor: Actor, *, programme_id: UUID) -> Tasks:
    """The actor's own in this programme."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_DESK, programme)
        found = await tx.desk_tasks.of(
            programme_id, actor.person_id, done_since=tx.now - SHOWN_DONE
        )
        return Tasks(
            tuple(
                TaskLine(one.id, one.words, one.due_on, one.done_at is not None) for one in found
            ),
            await _today(tx, programme.organisation_id),
        )


async def add(
    db: Database, actor: Actor, *, programme_id: UUID, words: str, due_on: date
) -> UUID:
    """Raises `AnswerEmpty`, `AnswerTooLong`, `DayIsOver`, `DayTooFar`, `TasksEnough`."""
    kept = said(words, LONGEST_TASK)
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_DESK, programme)
        day_ahead(due_on, await _today(tx, programme.organisation_id))
        if await tx.desk_tasks.open(programme_id, actor.person_id) >= MOST_TASKS:
            raise TasksEnough(most=MOST_TASKS)
        task = DeskTask(
            organisation_id=programme.organisation_id,
            programme_id=programme_id,
            person_id=actor.person_id,
            words=kept,
            due_on=due_on,
            made_at=tx.now,
        )
        tx.add(task)
        return task.id


async def tick(db: Database, actor: Actor, *, task_id: UUID, done: bool = True) -> None:
    """Done with one tap, and not done with another."""
    async with db.transaction() as tx:
        task = await tx.get(DeskTask, task_id)
        actor.must(May.KEEP_DESK, task)
        if task.person_id != actor.person_id:
            raise NotAllowed
        if done:
            task.tick(tx.now)
        else:
            task.untick()


async def _today(tx: Transaction, organisation_id: UUID) -> date:
    house = await tx.get(Organisation, organisation_id)
    return moments.local(tx.now, house.timezone).date()
