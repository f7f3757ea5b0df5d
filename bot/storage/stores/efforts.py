"""What people of a programme have done, whose name may stand on the board, who was thanked."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.efforts import BoardPlace, EffortOf, EffortThanks
from bot.domain.meetings import MeetingState
from bot.domain.pairs import PairState
from bot.domain.participations import Participation, ParticipationState
from bot.domain.responses import ResponseState
from bot.storage.tables import (
    board_places,
    certificates,
    effort_thanks,
    meetings,
    pairs,
    participations,
    people,
    responses,
)

_ROLES = (Role.MENTOR, Role.MENTEE)
_P = participations.c


class Doer(NamedTuple):
    """Somebody who takes part, with a name."""

    participation_id: UUID
    person_id: UUID
    role: Role
    name: str


class EffortStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def doers(self, programme_id: UUID) -> list[Doer]:
        """Mentors and mentees who take part today, by their names."""
        query = (
            select(_P.id, _P.person_id, _P.role, people.c.name)
            .join(people, people.c.id == _P.person_id)
            .where(
                _P.programme_id == programme_id,
                _P.role.in_(_ROLES),
                _P.state == ParticipationState.APPROVED,
                people.c.name.is_not(None),
            )
            .order_by(people.c.search_name, _P.id)
        )
        return [Doer(*row) for row in await self._session.execute(query)]

    async def unasked(self, person_id: UUID, role: Role) -> Sequence[Participation]:
        """Where the person takes part in this role and was not asked about the board yet."""
        asked = select(board_places.c.id).where(board_places.c.participation_id == _P.id).exists()
        query = select(Participation).where(
            _P.person_id == person_id,
            _P.role == role,
            _P.state == ParticipationState.APPROVED,
            ~asked,
        )
        return (await self._session.scalars(query.order_by(_P.created_at, _P.id))).all()

    async def done(
        self, programme_id: UUID, role: Role, person_id: UUID | None = None
    ) -> dict[UUID, dict[EffortOf, int]]:
        """By person: how much of each, of those who have done any of it; or of one person."""
        found: dict[UUID, dict[EffortOf, int]] = {}
        for of, query in self._counts(programme_id, role, person_id).items():
            for row in await self._session.execute(query):
                found.setdefault(row[0], {})[of] = row[1]
        return found

    def _counts(
        self, programme_id: UUID, role: Role, person_id: UUID | None
    ) -> dict[EffortOf, Select[Any]]:
        m, q, r, c = meetings.c, pairs.c, responses.c, certificates.c
        met = m.mentor_id if role is Role.MENTOR else m.mentee_id
        paired = q.mentor_id if role is Role.MENTOR else q.mentee_id
        here = (_P.programme_id == programme_id) & (_P.role == role)
        counts = {
            EffortOf.MEETINGS: (  # a whole group at one hour is one meeting
                met,
                select(met, func.count(m.at.distinct())).where(
                    m.programme_id == programme_id, m.state == MeetingState.HELD
                ),
            ),
            EffortOf.TRAINING: (
                c.person_id,
                select(c.person_id, func.count())
                .join(participations, (_P.id == c.participation_id) & here)
                .where(c.programme_id == programme_id),
            ),
            EffortOf.ANSWERS: (  # the form of an application is no feedback
                r.person_id,
                select(r.person_id, func.count())
                .join(participations, (_P.person_id == r.person_id) & here)
                .where(
                    r.programme_id == programme_id,
                    r.participation_id.is_(None),
                    r.state == ResponseState.FINISHED,
                ),
            ),
            EffortOf.FINISHED: (
                paired,
                select(paired, func.count()).where(
                    q.programme_id == programme_id, q.state == PairState.COMPLETED
                ),
            ),
        }
        return {
            of: (query if person_id is None else query.where(whose == person_id)).group_by(whose)
            for of, (whose, query) in counts.items()
        }

    async def place(self, participation_id: UUID) -> BoardPlace | None:
        query = select(BoardPlace).where(board_places.c.participation_id == participation_id)
        return (await self._session.scalars(query)).one_or_none()

    async def shown(self, programme_id: UUID) -> set[UUID]:
        """Participations whose people want to stand on the board."""
        b = board_places.c
        query = select(b.participation_id).where(b.programme_id == programme_id, b.shown)
        return set(await self._session.scalars(query))

    async def leave_board(self, participation_ids: Collection[UUID]) -> None:
        b = board_places.c
        await self._session.execute(
            delete(board_places).where(b.participation_id.in_(participation_ids))
        )

    async def thanks(self, participation_ids: Collection[UUID]) -> dict[UUID, list[EffortThanks]]:
        """What these were thanked for, the latest first."""
        t = effort_thanks.c
        query = select(EffortThanks).where(t.participation_id.in_(participation_ids))
        found: dict[UUID, list[EffortThanks]] = {}
        for one in await self._session.scalars(query.order_by(t.sent_at.desc(), t.id)):
            found.setdefault(one.participation_id, []).append(one)
        return found

    async def thanked(self, programme_id: UUID) -> set[tuple[UUID, EffortOf]]:
        """(participation, effort) of every letter of thanks so far."""
        t = effort_thanks.c
        query = select(t.participation_id, t.effort).where(t.programme_id == programme_id)
        return {(id_, effort) for id_, effort in await self._session.execute(query)}
