"""Steps of a goal: something small to do by a day, ticked off by either of the two."""

from datetime import date
from uuid import UUID

from bot.domain.access import Actor
from bot.domain.errors import Gone
from bot.domain.pairs import Pair
from bot.domain.plans import LONGEST_STEP, GoalStep, day_ahead, room_for_step
from bot.domain.roadmap import tidy
from bot.storage.database import Database, Transaction
from bot.usecases.pairs.plans import goal_of, nudge, today_of


async def add_step(
    db: Database, actor: Actor, *, goal_id: UUID, words: str, due_on: date
) -> UUID:
    """Raises `StepsEnough`, `DayIsOver`, `DayTooFar`, `AnswerEmpty`, `AnswerTooLong`."""
    async with db.transaction() as tx:
        found, pair = await goal_of(tx, actor, goal_id, changing=True)
        if not found.at_work:
            raise Gone
        steps = (await tx.plans.steps([found.id]))[found.id]
        words = tidy(words, LONGEST_STEP)
        for one in steps:
            if one.words == words and one.done_at is None:
                return one.id
        room_for_step(steps)
        step = GoalStep(
            organisation_id=pair.organisation_id,
            programme_id=pair.programme_id,
            pair_id=pair.id,
            goal_id=found.id,
            words=words,
            due_on=day_ahead(due_on, await today_of(tx, pair)),
        )
        tx.add(step)
        await nudge(tx, pair, step.due_on)
        return step.id


async def tick_step(db: Database, actor: Actor, *, step_id: UUID, done: bool = True) -> str:
    """Done, or not done after all; its words."""
    async with db.transaction() as tx:
        step, _ = await _step(tx, actor, step_id)
        if done:
            step.tick(by=actor.person_id, now=tx.now)
        else:
            step.untick()
        return step.words


async def remove_step(db: Database, actor: Actor, *, step_id: UUID) -> None:
    async with db.transaction() as tx:
        step, _ = await _step(tx, actor, step_id)
        await tx.plans.forget_step(step)


async def _step(tx: Transaction, actor: Actor, step_id: UUID) -> tuple[GoalStep, Pair]:
    step = await tx.get(GoalStep, step_id)
    _, pair = await goal_of(tx, actor, step.goal_id, changing=True)
    return step, pair
