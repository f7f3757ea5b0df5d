"""Intake forms that were begun and not sent."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.participations import Participation, ParticipationState
from bot.domain.responses import Response
from bot.storage.stores.at_work import at_work
from bot.storage.tables import participations, responses

_LEFT = and_(
    participations.c.response_id == responses.c.id,
    participations.c.state == ParticipationState.FORM,
    participations.c.entered_by.is_(None),  # the team fills it in itself
    at_work(participations.c.programme_id),
    # literally as in the index of what was left: a bound value would have every row read
    text("responses.state = 'started' AND responses.wave_id IS NULL"),
)


class UnfinishedStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def silent(
        self, pauses: Sequence[timedelta], now: datetime, *, most: int
    ) -> Sequence[Response]:
        """Forms left alone for the pause that goes with how often we have reminded of them."""
        due = or_(*(_reminded(n, now - pause) for n, pause in enumerate(pauses)))
        left = select(Response).select_from(responses).join(participations, _LEFT)
        query = left.where(due).limit(most)
        locked = query.with_for_update(skip_locked=True, of=responses)
        return (await self._session.scalars(locked)).all()

    async def next_silence(self, pauses: Sequence[timedelta]) -> datetime | None:
        """When the next such pause is over."""
        found = []
        for number, pause in enumerate(pauses):
            query = (
                select(func.min(responses.c.touched_at))
                .select_from(responses).join(participations, _LEFT)
                .where(responses.c.reminders == number)
            )
            touched: datetime | None = await self._session.scalar(query)
            if touched is not None:
                found.append(touched + pause)
        return min(found, default=None)

    async def participations_of(
        self, response_ids: Sequence[UUID]
    ) -> dict[UUID, tuple[Response, Participation]]:
        """Those that are still unfinished, by response."""
        query = (
            select(Response, Participation)
            .select_from(responses).join(participations, _LEFT)
            .where(responses.c.id.in_(response_ids))
        )
        rows = await self._session.execute(query)
        return {response.id: (response, participation) for response, participation in rows}


def _reminded(times: int, touched_before: datetime) -> ColumnElement[bool]:
    return and_(responses.c.reminders == times, responses.c.touched_at <= touched_before)
