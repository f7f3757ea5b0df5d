"""Runs of the matching and their lines: the newest run that is ready counts.

A card is what the curator decides at once: one pair, or a group. The lines of one card share their
place.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, distinct, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.matching.runs import OPEN_LINES, LineState, MatchingLine, MatchingRun, Veto
from bot.storage.tables import matching_lines, matching_runs, programmes, vetoes

_LINE = matching_lines.c


class MatchingStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def current(self, programme_id: UUID) -> MatchingRun | None:
        r = matching_runs.c
        query = (
            select(MatchingRun)
            .where(r.programme_id == programme_id, r.ready_at.is_not(None), r.replaced_at.is_(None))
            .order_by(r.made_at.desc(), r.id)
            .limit(1)
        )
        return (await self._session.scalars(query)).first()

    async def latest(self, programme_id: UUID, limit: int) -> Sequence[MatchingRun]:
        """Of those that are ready, the newest first."""
        r = matching_runs.c
        query = (
            select(MatchingRun)
            .where(r.programme_id == programme_id, r.ready_at.is_not(None))
            .order_by(r.ready_at.desc(), r.replaced_at.is_(None).desc(), r.id)
            .limit(limit)
        )
        return (await self._session.scalars(query)).all()

    async def turn_of(self, programme_id: UUID) -> None:
        """Until the end of the transaction nobody else puts a run in force here."""
        query = select(programmes.c.id).where(programmes.c.id == programme_id)
        await self._session.execute(query.with_for_update(key_share=True))

    async def keep_lines(self, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            await self._session.execute(insert(matching_lines), list(rows))

    async def forget_unfinished(self, programme_id: UUID, before: datetime) -> None:
        """Runs of which a crash or a stop left only a part."""
        r = matching_runs.c
        parts = select(r.id).where(
            r.programme_id == programme_id, r.ready_at.is_(None), r.made_at < before
        )
        await self._session.execute(delete(matching_lines).where(_LINE.run_id.in_(parts)))
        await self._session.execute(
            delete(matching_runs).where(r.programme_id == programme_id, r.ready_at.is_(None), r.made_at < before)
        )

    async def forget(self, run_id: UUID) -> None:
        await self._session.execute(delete(matching_lines).where(_LINE.run_id == run_id))
        await self._session.execute(delete(matching_runs).where(matching_runs.c.id == run_id))

    async def replace(self, run_id: UUID, now: datetime) -> None:
        r = matching_runs.c
        await self._session.execute(
            update(matching_runs).where(r.id == run_id).values(replaced_at=now)
        )

    async def lines(
        self, run_id: UUID, states: Collection[LineState] = tuple(LineState)
    ) -> Sequence[MatchingLine]:
        query = (
            select(MatchingLine)
            .where(_LINE.run_id == run_id, _LINE.state.in_(states))
            .order_by(_LINE.place, _LINE.score.desc(), _LINE.id)
        )
        return (await self._session.scalars(query)).all()

    async def scores(self, run_id: UUID) -> list[tuple[int, UUID, UUID, int, LineState]]:
        """(place, mentee, mentor, score, state) of every line that was not dropped."""
        query = (
            select(
                _LINE.place,
                _LINE.mentee_participation_id,
                _LINE.mentor_participation_id,
                _LINE.score,
                _LINE.state,
            )
            .where(_LINE.run_id == run_id, _LINE.state != LineState.DROPPED)
            .order_by(_LINE.place, _LINE.id)
        )
        return [tuple(row) for row in await self._session.execute(query)]  # type: ignore[misc]

    async def at(self, run_id: UUID, place: int) -> Sequence[MatchingLine]:
        """The open lines of one card."""
        query = (
            select(MatchingLine)
            .where(_LINE.run_id == run_id, _LINE.place == place, _LINE.state.in_(OPEN_LINES))
            .order_by(_LINE.score.desc(), _LINE.id)
        )
        return (await self._session.scalars(query)).all()

    async def counts(self, run_id: UUID) -> dict[LineState, int]:
        """How many lines are in each state."""
        query = (
            select(_LINE.state, func.count()).where(_LINE.run_id == run_id).group_by(_LINE.state)
        )
        return {state: n for state, n in await self._session.execute(query)}

    async def cards(self, run_id: UUID, up_to: int | None = None) -> int:
        """How many cards are open; `up_to`: of those at this place and before."""
        query = select(func.count(distinct(_LINE.place))).where(*self._open(run_id))
        if up_to is not None:
            query = query.where(_LINE.place <= up_to)
        return await self._session.scalar(query) or 0

    async def place_after(self, run_id: UUID, place: int) -> int | None:
        """Of the next open card."""
        query = select(func.min(_LINE.place)).where(*self._open(run_id), _LINE.place > place)
        found: int | None = await self._session.scalar(query)
        return found

    async def place_before(self, run_id: UUID, place: int) -> int | None:
        query = select(func.max(_LINE.place)).where(*self._open(run_id), _LINE.place < place)
        found: int | None = await self._session.scalar(query)
        return found

    @staticmethod
    def _open(run_id: UUID) -> tuple[Any, ...]:
        return _LINE.run_id == run_id, _LINE.state.in_(OPEN_LINES)

    async def last_place(self, run_id: UUID) -> int:
        found: int | None = await self._session.scalar(
            select(func.max(_LINE.place)).where(_LINE.run_id == run_id)
        )
        return -1 if found is None else found

    async def last_decision(self, run_id: UUID, person_id: UUID) -> int | None:
        """The newest of this person's decisions that has not been undone."""
        found: int | None = await self._session.scalar(
            select(func.max(_LINE.decision)).where(
                _LINE.run_id == run_id, _LINE.decided_by == person_id
            )
        )
        return found

    async def decided(self, run_id: UUID, decision: int) -> Sequence[MatchingLine]:
        query = (
            select(MatchingLine)
            .where(_LINE.run_id == run_id, _LINE.decision == decision)
            .order_by(_LINE.place, _LINE.id)
        )
        return (await self._session.scalars(query)).all()

    async def vetoes_of(self, lines: Collection[MatchingLine]) -> list[Veto]:
        """Those in force between the two of any of these lines."""
        v = vetoes.c
        twos = {(one.mentee_participation_id, one.mentor_participation_id) for one in lines}
        query = select(Veto).where(
            v.mentee_participation_id.in_({mentee for mentee, _ in twos}), v.lifted_at.is_(None)
        )
        return [
            veto
            for veto in await self._session.scalars(query)
            if (veto.mentee_participation_id, veto.mentor_participation_id) in twos
        ]
