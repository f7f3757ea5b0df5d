"""What the health of pairs is judged by, for all pairs of a programme (or one of them) at once.

Plain rows, no objects: a programme of 1,000 pairs is read whenever its digest is.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.pair_words import About
from bot.domain.plans import WHOLE
from bot.domain.ratings import Rated
from bot.domain.responses import ResponseState
from bot.storage.tables import goal_steps, goals, pair_words, responses, waves

_UNFINISHED = (ResponseState.INVITED, ResponseState.STARTED)


class HealthStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def ratings(
        self, programme_id: UUID, since: datetime, pair_id: UUID | None = None
    ) -> dict[UUID, list[Rated]]:
        """By pair, what the sides have said since then, the oldest first."""
        w = pair_words.c
        query = select(w.pair_id, w.person_id, w.said, w.said_at).where(
            w.programme_id == programme_id, w.about == About.RATING, w.said_at >= since
        )
        if pair_id is not None:
            query = query.where(w.pair_id == pair_id)
        found: dict[UUID, list[Rated]] = {}
        for of, person_id, said, at in await self._session.execute(query.order_by(w.said_at, w.id)):
            if said:  # whoever was deleted has said nothing
                one = Rated(person_id, int(said["round"]), int(said["rating"]), at)
                found.setdefault(of, []).append(one)
        return found

    async def surveys_closing(
        self, programme_id: UUID, until: datetime, pair: tuple[UUID, UUID] | None = None
    ) -> dict[UUID, datetime]:
        """Person -> when the soonest questionnaire closes that waits for them, if by `until`.

        Of named waves only: who has not answered an anonymous one is nobody's business.
        """
        r, w = responses.c, waves.c
        query = (
            select(r.person_id, func.min(r.closes_at))
            .join(waves, w.id == r.wave_id)
            .where(
                r.programme_id == programme_id,
                r.state.in_(_UNFINISHED),
                r.closes_at <= until,
                w.anonymous.is_(False),
            )
            .group_by(r.person_id)
        )
        if pair is not None:
            query = query.where(r.person_id.in_(pair))
        return {person_id: at for person_id, at in await self._session.execute(query)}

    async def overdue(
        self, programme_id: UUID, today: date, pair_id: UUID | None = None
    ) -> dict[UUID, date]:
        """Pair -> the oldest day of a goal or of a step that is over and not done."""
        g, s = goals.c, goal_steps.c
        late_goals = select(g.pair_id, func.min(g.due_on)).where(
            g.programme_id == programme_id,
            g.dropped_at.is_(None),
            g.progress < WHOLE,
            g.due_on < today,
        )
        late_steps = (
            select(s.pair_id, func.min(s.due_on))
            .join(goals, g.id == s.goal_id)
            .where(
                s.programme_id == programme_id,
                s.done_at.is_(None),
                s.due_on < today,
                g.dropped_at.is_(None),
                g.progress < WHOLE,
            )
        )
        if pair_id is not None:
            late_goals = late_goals.where(g.pair_id == pair_id)
            late_steps = late_steps.where(s.pair_id == pair_id)
        found: dict[UUID, date] = {}
        for query in (late_goals.group_by(g.pair_id), late_steps.group_by(s.pair_id)):
            for of, day in await self._session.execute(query):
                found[of] = min(day, found.get(of, day))
        return found
