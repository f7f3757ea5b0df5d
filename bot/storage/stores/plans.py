"""Goals of pairs, their steps, and what is written in diaries."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.plans import WHOLE, DiaryNote, Goal, GoalStep
from bot.storage.stores.by_id import by_id
from bot.storage.tables import diary_notes, goal_steps, goals


class PlanStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def goals(self, pair_ids: Collection[UUID]) -> dict[UUID, list[Goal]]:
        """By pair: goals that were not dropped, the soonest due first; each pair stands in it."""
        g = goals.c
        query = select(Goal).where(g.pair_id.in_(pair_ids), g.dropped_at.is_(None))
        found: dict[UUID, list[Goal]] = {id_: [] for id_ in pair_ids}
        for goal in await self._session.scalars(query.order_by(g.due_on, g.id)):
            found[goal.pair_id].append(goal)
        return found

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Goal]:
        return await by_id(self._session, Goal, ids)

    async def steps(self, goal_ids: Collection[UUID]) -> dict[UUID, list[GoalStep]]:
        """By goal, in the order of their days; each goal stands in it."""
        s = goal_steps.c
        query = select(GoalStep).where(s.goal_id.in_(goal_ids)).order_by(s.due_on, s.id)
        found: dict[UUID, list[GoalStep]] = {id_: [] for id_ in goal_ids}
        for step in await self._session.scalars(query):
            found[step.goal_id].append(step)
        return found

    async def forget_step(self, step: GoalStep) -> None:
        await self._session.delete(step)

    async def due(
        self, pair_ids: Collection[UUID], days: Collection[date]
    ) -> tuple[Sequence[Goal], Sequence[GoalStep]]:
        """What of these pairs is due on one of the days and is not done yet."""
        g, s = goals.c, goal_steps.c
        due_goals = select(Goal).where(
            g.pair_id.in_(pair_ids),
            g.due_on.in_(days),
            g.dropped_at.is_(None),
            g.progress < WHOLE,
        )
        due_steps = (
            select(GoalStep)
            .join(goals, g.id == s.goal_id)
            .where(
                s.pair_id.in_(pair_ids),
                s.due_on.in_(days),
                s.done_at.is_(None),
                g.dropped_at.is_(None),
            )
        )
        return (
            (await self._session.scalars(due_goals.order_by(g.due_on, g.id))).all(),
            (await self._session.scalars(due_steps.order_by(s.due_on, s.id))).all(),
        )

    async def notes(
        self, pair_id: UUID, *, reader: UUID | None, limit: int, offset: int = 0
    ) -> Sequence[DiaryNote]:
        """Newest first: those for both, and the reader's own private ones."""
        n = diary_notes.c
        seen = or_(n.private.is_(False), n.person_id == reader) if reader else n.private.is_(False)
        query = select(DiaryNote).where(n.pair_id == pair_id, seen)
        query = query.order_by(n.at.desc(), n.id.desc()).limit(limit).offset(offset)
        return (await self._session.scalars(query)).all()

    async def forget_note(self, note: DiaryNote) -> None:
        await self._session.delete(note)
