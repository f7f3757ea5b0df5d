"""Questionnaire versions as they were used, and the responses of people."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.questionnaires import Questionnaire, digest, dump, load
from bot.domain.responses import Response, ResponseState
from bot.domain.waves import WaveState
from bot.storage.stores.by_id import by_id
from bot.storage.tables import questionnaires, responses, waves

# what every answer asks: one question instead of two
_TO_ANSWER = (
    select(Response, waves.c.state)
    .outerjoin(waves, waves.c.id == responses.c.wave_id)
    .where(responses.c.id == bindparam("id"))
    .with_for_update(of=responses)
)
# a stored version never changes, so it is parsed once in the life of a process
_parsed: dict[UUID, Questionnaire] = {}


class SurveyStore:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session, self._now = session, now

    async def keep(self, questionnaire: Questionnaire) -> UUID:
        """The id of exactly this content, stored now unless it was before."""
        fingerprint = digest(questionnaire)
        known: UUID | None = await self._session.scalar(
            select(questionnaires.c.id).where(questionnaires.c.digest == fingerprint)
        )
        if known is not None:
            return known
        new = new_id()
        await self._session.execute(
            insert(questionnaires).values(
                id=new,
                key=questionnaire.key,
                version=questionnaire.version,
                digest=fingerprint,
                content=dump(questionnaire),
                stored_at=self._now,
            )
        )
        return new

    async def version(self, questionnaire_id: UUID) -> Questionnaire:
        if questionnaire_id not in _parsed:
            query = select(questionnaires.c.content).where(questionnaires.c.id == questionnaire_id)
            _parsed[questionnaire_id] = load((await self._session.execute(query)).scalar_one())
        return _parsed[questionnaire_id]

    async def to_answer(self, response_id: UUID) -> tuple[Response, WaveState | None]:
        """A response, locked, with the state of its wave. Raises `Gone`."""
        row = (await self._session.execute(_TO_ANSWER, {"id": response_id})).one_or_none()
        if row is None:
            raise Gone
        response, state = row
        return response, state

    async def open_of(self, person_id: UUID) -> Sequence[Response]:
        """The person's surveys that wait for answers, oldest first."""
        r = responses.c
        query = (
            select(Response)
            .join(waves, waves.c.id == r.wave_id)
            .where(
                r.person_id == person_id,
                r.state.in_((ResponseState.INVITED, ResponseState.STARTED)),
                waves.c.state == WaveState.OPEN,
                r.closes_at > self._now,
            )
            .order_by(waves.c.opened_at, r.id)
        )
        return (await self._session.scalars(query)).all()

    async def open_of_people(
        self, programme_id: UUID, person_ids: Collection[UUID]
    ) -> Sequence[tuple[Response, datetime]]:
        """As `open_of`, for several people of one programme; with the end of each."""
        r = responses.c
        query = (
            select(Response, r.closes_at)
            .join(waves, waves.c.id == r.wave_id)
            .where(
                r.person_id.in_(person_ids),
                r.programme_id == programme_id,
                r.state.in_((ResponseState.INVITED, ResponseState.STARTED)),
                waves.c.state == WaveState.OPEN,
                r.closes_at > self._now,
            )
        )
        return [(response, until) for response, until in await self._session.execute(query)]

    async def of_person(self, person_id: UUID) -> Sequence[Response]:
        query = select(Response).where(responses.c.person_id == person_id)
        query = query.order_by(responses.c.started_at, responses.c.id)
        return (await self._session.scalars(query)).all()

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Response]:
        return await by_id(self._session, Response, ids)
