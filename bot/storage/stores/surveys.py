"""Questionnaire versions as they were used, waves, and the responses of people."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.questionnaires import Questionnaire, digest, dump, load
from bot.domain.responses import Response, ResponseState
from bot.domain.waves import Wave, WaveState
from bot.storage.stores.by_id import by_id
from bot.storage.tables import questionnaires, responses, waves

# what every answer asks: one question instead of two
_TO_ANSWER = (
    select(Response, waves.c.state, waves.c.closes_at)
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

    async def to_answer(
        self, response_id: UUID
    ) -> tuple[Response, WaveState | None, datetime | None]:
        """A response, locked, with the state and the end of its wave. Raises `Gone`."""
        row = (await self._session.execute(_TO_ANSWER, {"id": response_id})).one_or_none()
        if row is None:
            raise Gone
        response, state, closes_at = row
        return response, state, closes_at

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
                waves.c.closes_at > self._now,
            )
            .order_by(waves.c.opened_at, waves.c.id)
        )
        return (await self._session.scalars(query)).all()

    async def open_of_people(
        self, programme_id: UUID, person_ids: Collection[UUID]
    ) -> Sequence[tuple[Response, datetime]]:
        """As `open_of`, for several people of one programme; with the end of each wave."""
        r = responses.c
        query = (
            select(Response, waves.c.closes_at)
            .join(waves, waves.c.id == r.wave_id)
            .where(
                r.person_id.in_(person_ids),
                r.programme_id == programme_id,
                r.state.in_((ResponseState.INVITED, ResponseState.STARTED)),
                waves.c.state == WaveState.OPEN,
                waves.c.closes_at > self._now,
            )
        )
        return [(response, until) for response, until in await self._session.execute(query)]

    async def of_person(self, person_id: UUID) -> Sequence[Response]:
        query = select(Response).where(responses.c.person_id == person_id)
        query = query.order_by(responses.c.started_at, responses.c.id)
        return (await self._session.scalars(query)).all()

    async def many(self, ids: Collection[UUID]) -> dict[UUID, Response]:
        return await by_id(self._session, Response, ids)

    async def waves_by_id(self, ids: Collection[UUID]) -> dict[UUID, Wave]:
        query = select(Wave).where(waves.c.id.in_(ids))
        return {w.id: w for w in await self._session.scalars(query)}

    async def waves_of(self, programme_id: UUID) -> Sequence[Wave]:
        """Newest first."""
        query = select(Wave).where(waves.c.programme_id == programme_id)
        query = query.order_by(waves.c.opened_at.desc(), waves.c.id.desc())
        return (await self._session.scalars(query)).all()

    async def due_to_close(self, now: datetime) -> Sequence[Wave]:
        w = waves.c
        query = select(Wave).where(w.state == WaveState.OPEN, w.closes_at <= now)
        return (await self._session.scalars(query.with_for_update(skip_locked=True))).all()

    async def next_close(self) -> datetime | None:
        query = select(func.min(waves.c.closes_at)).where(waves.c.state == WaveState.OPEN)
        found: datetime | None = await self._session.scalar(query)
        return found

    async def close_unfinished(self, wave_id: UUID) -> None:
        """What was answered stays, nothing more is; one statement whatever the number of people.

        Who is answering at this moment holds an older version of the row, and is refused.
        """
        r = responses.c
        await self._session.execute(
            update(responses)
            .where(
                r.wave_id == wave_id, r.state.in_((ResponseState.INVITED, ResponseState.STARTED))
            )
            .values(state=ResponseState.CLOSED, touched_at=self._now, version=r.version + 1)
        )

    async def progress(self, wave_ids: Collection[UUID]) -> dict[UUID, dict[ResponseState, int]]:
        """How many invited people of each wave are in each state; the list is frozen."""
        r = responses.c
        query = (
            select(r.wave_id, r.state, func.count())
            .where(r.wave_id.in_(wave_ids))
            .group_by(r.wave_id, r.state)
        )
        found: dict[UUID, dict[ResponseState, int]] = {id_: {} for id_ in wave_ids}
        for wave_id, state, n in await self._session.execute(query):
            found[wave_id][state] = n
        return found
