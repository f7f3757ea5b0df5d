"""People and pairs of one programme by a part of a name."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.pairs import AGREED, PairState
from bot.domain.participations import ParticipationState
from bot.storage.tables import pairs, participations, people

_P, _H, _Q = participations.c, people.c, pairs.c
_GONE = (PairState.DECLINED, PairState.EXPIRED)
Rows = Sequence[Any]


class FindingStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def people(self, programme_id: UUID, stems: Sequence[str], *, limit: int) -> Rows:
        """id, name, role, state: those whose words begin so come first, then by name."""
        query = (
            select(_P.id, _H.name, _P.role, _P.state)
            .join(people, _H.id == _P.person_id)
            .where(
                _P.programme_id == programme_id,
                _P.state != ParticipationState.WITHDRAWN,
                *_holds(_H.search_name, stems),
            )
            .order_by(*_best(_H.search_name, stems), _H.search_name, _P.id)
            .limit(limit)
        )
        rows: Rows = (await self._session.execute(query)).all()
        return rows

    async def pairs(
        self,
        programme_id: UUID,
        stems: Sequence[str],
        *,
        limit: int,
        share: Collection[UUID] | None = None,
    ) -> Rows:
        """id, state, mentee, mentor: the words may be of either name. Those at work come first.

        `share`: of these pairs only.
        """
        mentee, mentor = people.alias("mentee"), people.alias("mentor")
        both = mentee.c.search_name + " " + mentor.c.search_name
        query = (
            select(
                _Q.id, _Q.state, mentee.c.name.label("mentee"), mentor.c.name.label("mentor")
            )
            .join(mentee, mentee.c.id == _Q.mentee_id)
            .join(mentor, mentor.c.id == _Q.mentor_id)
            .where(
                _Q.programme_id == programme_id, _Q.state.not_in(_GONE), *_holds(both, stems)
            )
            .order_by(
                case((_Q.state.in_(AGREED), 0), else_=1),
                *_best(both, stems),
                mentee.c.search_name,
                _Q.id,
            )
            .limit(limit)
        )
        if share is not None:
            query = query.where(_Q.id.in_(share))
        rows: Rows = (await self._session.execute(query)).all()
        return rows


def _holds(name: ColumnElement[Any], stems: Sequence[str]) -> list[ColumnElement[bool]]:
    return [name.contains(stem, autoescape=True) for stem in stems]


def _best(name: ColumnElement[Any], stems: Sequence[str]) -> list[ColumnElement[int]]:
    """What is typed is most often how a word begins."""
    return [
        case(((" " + name).contains(f" {stem}", autoescape=True), 0), else_=1) for stem in stems
    ]
