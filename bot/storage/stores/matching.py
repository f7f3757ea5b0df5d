"""Runs of the matching and their lines: the newest run that is ready counts.

A card is what the curator decides at once: one pair, or a group. The lines of one card share their
place.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case, delete, distinct, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.matching.runs import (
    OPEN_LINES,
    LineScore,
    LineState,
    MatchingLine,
    MatchingRun,
    Veto,
)
from bot.domain.pairs import PairState
from bot.storage.tables import matching_lines, matching_runs, pairs, vetoes

_LINE = matching_lines.c


class MatchingStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def current_id(self, programme_id: UUID) -> UUID | None:
        """Of the run in force."""
        r = matching_runs.c
        query = (
            select(r.id)
            .where(r.programme_id == programme_id, r.ready_at.is_not(None), r.replaced_at.is_(None))
            .order_by(r.made_at.desc(), r.id.desc())
            .limit(1)
        )
        found: UUID | None = await self._session.scalar(query)
        return found

    async def latest(self, programme_id: UUID, limit: int) -> Sequence[MatchingRun]:
        """Of those that are ready, the newest first."""
        r = matching_runs.c
        query = (
            select(MatchingRun)
            .where(r.programme_id == programme_id, r.ready_at.is_not(None))
            .order_by(r.ready_at.desc(), r.replaced_at.is_(None).desc(), r.id.desc())
            .limit(limit)
        )
        return (await self._session.scalars(query)).all()

    async def keep_lines(self, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            await self._session.execute(insert(matching_lines), list(rows))

    async def forget_unfinished(self, programme_id: UUID, before: datetime) -> None:
        """Runs of which a crash or a stop left only a part."""
        r = matching_runs.c
        parts = r.programme_id == programme_id, r.ready_at.is_(None), r.made_at < before
        inside = _LINE.run_id.in_(select(r.id).where(*parts))
        await self._session.execute(delete(matching_lines).where(inside))
        await self._session.execute(delete(matching_runs).where(*parts))

    async def forget(self, run_id: UUID) -> None:
        await self._session.execute(delete(matching_lines).where(_LINE.run_id == run_id))
        await self._session.execute(delete(matching_runs).where(matching_runs.c.id == run_id))

    async def lines(
        self, run_id: UUID, states: Collection[LineState] = tuple(LineState)
    ) -> Sequence[MatchingLine]:
        query = (
            select(MatchingLine)
            .where(_LINE.run_id == run_id, _LINE.state.in_(states))
            .order_by(_LINE.place, _LINE.score.desc(), _LINE.id)
        )
        return (await self._session.scalars(query)).all()

    async def scores(self, run_id: UUID) -> list[LineScore]:
        """Of every line."""
        query = (
            select(
                _LINE.place,
                _LINE.mentee_participation_id,
                _LINE.mentor_participation_id,
                _LINE.score,
                _LINE.state,
            )
            .where(_LINE.run_id == run_id)
            .order_by(_LINE.place, _LINE.id)
        )
        return [LineScore(*row) for row in await self._session.execute(query)]

    async def on_cards(self, run_id: UUID) -> set[UUID]:
        """Both sides of every line that is open: participations."""
        query = select(_LINE.mentee_participation_id, _LINE.mentor_participation_id).where(
            *self._open(run_id)
        )
        return {id_ for sides in await self._session.execute(query) for id_ in sides}

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

    async def cards(self, run_id: UUID) -> int:
        """How many cards are open."""
        query = select(func.count(distinct(_LINE.place))).where(*self._open(run_id))
        return await self._session.scalar(query) or 0

    async def around(self, run_id: UUID, place: int) -> tuple[int, int, int | None, int | None]:
        """Of the card at this place: its number, how many there are, the places beside it."""
        here = case((_LINE.place <= place, _LINE.place))
        query = select(
            func.count(distinct(here)),
            func.count(distinct(_LINE.place)),
            func.max(case((_LINE.place < place, _LINE.place))),
            func.min(case((_LINE.place > place, _LINE.place))),
        ).where(*self._open(run_id))
        number, total, before, after = (await self._session.execute(query)).one()
        return number, total, before, after

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

    async def remove(self, ids: Collection[UUID]) -> None:
        if ids:
            await self._session.execute(delete(matching_lines).where(_LINE.id.in_(ids)))

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

    async def take_back_proposals(self, lines: Collection[MatchingLine]) -> list[UUID] | None:
        """Undo what approving these lines made; None when somebody has answered already."""
        p = pairs.c
        twos = {one.sides for one in lines}
        query = select(
            p.id,
            p.mentee_participation_id,
            p.mentor_participation_id,
            p.mentee_accepts.is_(None) & p.mentor_accepts.is_(None),
        ).where(
            p.mentee_participation_id.in_({mentee for mentee, _ in twos}),
            p.state == PairState.PROPOSED,
        )
        found = [row for row in await self._session.execute(query) if (row[1], row[2]) in twos]
        if len(found) < len(twos) or not all(unanswered for *_, unanswered in found):
            return None
        ids = [row[0] for row in found]
        await self._session.execute(delete(pairs).where(p.id.in_(ids)))
        return ids

    async def vetoes_of(self, lines: Collection[MatchingLine]) -> list[Veto]:
        """Those in force between the two of any of these lines."""
        v = vetoes.c
        twos = {one.sides for one in lines}
        query = select(Veto).where(
            v.mentee_participation_id.in_({mentee for mentee, _ in twos}), v.lifted_at.is_(None)
        )
        return [veto for veto in await self._session.scalars(query) if veto.sides in twos]
