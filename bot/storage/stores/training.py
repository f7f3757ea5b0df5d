"""Who learned what: tries at modules, and certificates."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.participations import Participation, ParticipationState
from bot.domain.programmes import Organisation
from bot.domain.responses import Response, ResponseState
from bot.domain.training import Certificate, TrainingRecord
from bot.storage.tables import (
    certificates,
    organisations,
    participations,
    questionnaires,
    responses,
    training_records,
)

_HERE = (ParticipationState.APPLIED, ParticipationState.APPROVED, ParticipationState.RESERVE)


class TrainingStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def records(
        self, participation_ids: Collection[UUID]
    ) -> dict[UUID, list[TrainingRecord]]:
        """Every try of these participations, oldest first; each participation stands in it."""
        r = training_records.c
        query = select(TrainingRecord).where(r.participation_id.in_(participation_ids))
        found: dict[UUID, list[TrainingRecord]] = {id_: [] for id_ in participation_ids}
        for record in await self._session.scalars(query.order_by(r.started_at, r.id)):
            found[record.participation_id].append(record)
        return found

    async def certificates(self, participation_ids: Collection[UUID]) -> dict[UUID, Certificate]:
        c = certificates.c
        query = select(Certificate).where(c.participation_id.in_(participation_ids))
        return {one.participation_id: one for one in await self._session.scalars(query)}

    async def certificates_of(self, programme_id: UUID) -> Sequence[Certificate]:
        """Of everybody who is still there, by number."""
        c, p = certificates.c, participations.c
        query = (
            select(Certificate)
            .join(participations, p.id == c.participation_id)
            .where(c.programme_id == programme_id, p.state.in_(_HERE))
        )
        return (await self._session.scalars(query.order_by(c.number, c.id))).all()

    async def lock_house(self, organisation_id: UUID) -> Organisation:
        """Certificates of an organisation are numbered one after the other."""
        query = select(Organisation).where(organisations.c.id == organisation_id)
        return (await self._session.scalars(query.with_for_update())).one()

    async def issued(self, organisation_id: UUID, since: datetime) -> int:
        """How many certificates the organisation has issued since the moment."""
        c = certificates.c
        query = select(func.count()).where(
            c.organisation_id == organisation_id, c.issued_at >= since
        )
        return await self._session.scalar(query) or 0

    async def learners(
        self, programme_id: UUID, *, limit: int, offset: int
    ) -> Sequence[Participation]:
        """Who may learn: those still at it first, whose training opened longest ago first."""
        p = participations.c
        query = (
            select(Participation)
            .outerjoin(certificates, certificates.c.participation_id == p.id)
            .where(
                p.programme_id == programme_id,
                p.role == Role.MENTOR,
                p.training_open_at.is_not(None),
                p.state.in_(_HERE),
            )
            .order_by(certificates.c.id.is_not(None), p.training_open_at, p.id)
            .limit(limit)
            .offset(offset)
        )
        return (await self._session.scalars(query)).all()

    async def counts(self, programme_id: UUID) -> tuple[int, int]:
        """How many may learn, and how many of them have a certificate."""
        p = participations.c
        query = (
            select(func.count(), func.count(certificates.c.id))
            .select_from(participations)
            .outerjoin(certificates, certificates.c.participation_id == p.id)
            .where(
                p.programme_id == programme_id,
                p.role == Role.MENTOR,
                p.training_open_at.is_not(None),
                p.state.in_(_HERE),
            )
        )
        learners, trained = (await self._session.execute(query)).one()
        return learners, trained

    async def feedback(
        self, key: str, programme_id: UUID, *, person_id: UUID | None = None
    ) -> Sequence[Response]:
        """Responses to the questionnaire `key` outside of any wave; of one person, or finished."""
        r, q = responses.c, questionnaires.c
        query = (
            select(Response)
            .join(questionnaires, q.id == r.questionnaire_id)
            .where(q.key == key, r.programme_id == programme_id, r.wave_id.is_(None))
            .order_by(r.finished_at, r.id)
        )
        if person_id is not None:
            query = query.where(r.person_id == person_id)
        else:
            query = query.where(r.state == ResponseState.FINISHED)
        return (await self._session.scalars(query)).all()
