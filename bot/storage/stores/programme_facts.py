"""Facts about a programme in two numbers each: so many, of so many."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.assessments import Evidence, Fact
from bot.domain.meetings import MeetingState
from bot.domain.pairs import PairState
from bot.domain.participations import ParticipationState
from bot.domain.plans import WHOLE
from bot.storage.tables import certificates, goals, meetings, pairs, participations

_OVER = (MeetingState.HELD, MeetingState.NOT_HELD, MeetingState.DISPUTED)


class FactStore:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session, self._now = session, now

    async def of(self, programme_id: UUID) -> dict[Evidence, Fact]:
        """Meetings held, goals reached, mentors trained, pairs that did not break up."""
        m, g, p, t = meetings.c, goals.c, pairs.c, participations.c
        trained = select(certificates.c.id).where(certificates.c.participation_id == t.id).exists()
        counted = {
            Evidence.MEETINGS: (
                and_(m.programme_id == programme_id, m.state.in_(_OVER), m.at <= self._now),
                m.state == MeetingState.HELD,
            ),
            Evidence.GOALS: (
                and_(g.programme_id == programme_id, g.dropped_at.is_(None)),
                g.progress >= WHOLE,
            ),
            Evidence.TRAINING: (
                and_(
                    t.programme_id == programme_id,
                    t.role == Role.MENTOR,
                    t.state == ParticipationState.APPROVED,
                ),
                trained,
            ),
            Evidence.PAIRS: (
                and_(p.programme_id == programme_id, p.active_since.is_not(None)),
                p.state != PairState.DISSOLVED,
            ),
        }
        return {name: await self._count(*both) for name, both in counted.items()}

    async def _count(self, which: ColumnElement[bool], good: ColumnElement[bool]) -> Fact:
        query = select(func.count(), func.sum(case((good, 1), else_=0))).where(which)
        row = (await self._session.execute(query)).one()
        return Fact(row[1] or 0, row[0])
