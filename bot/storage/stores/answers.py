"""What a wave has brought, as the table that figures and exports are made of."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.answer_tables import AnswerPages, AnswerRow, AnswerTable, row_of
from bot.domain.ballots import ballot_row
from bot.domain.pseudonyms import pseudonym
from bot.domain.questionnaires import Questionnaire
from bot.domain.responses import ResponseState
from bot.domain.waves import Wave, WaveState
from bot.storage.stores.surveys import SurveyStore
from bot.storage.tables import ballots, responses

AT_ONCE = 250  # rows between two turns of the loop
_R, _B = responses.c, ballots.c


async def answer_pages(
    session: AsyncSession, wave: Wave, surveys: SurveyStore, *, now: datetime, purpose: str
) -> AnswerPages:
    """Of a named wave everybody on its list, in no order; the groups: "role", "form", "group".

    Of an anonymous wave the ballots, which belong to no group: none before the wave is closed.
    """
    asked = await surveys.version(wave.questionnaire_id)
    found = AnswerPages(asked, now)
    batches = _ballots(session, wave) if wave.anonymous else _named(session, wave, asked, purpose)
    async for batch in batches:
        found.add(AnswerTable.of(asked, batch, now))
        await asyncio.sleep(0)
    return found


async def _ballots(session: AsyncSession, wave: Wave) -> AsyncIterator[list[AnswerRow]]:
    query = select(_B.id, _B.said).where(_B.wave_id == wave.id).order_by(_B.id).limit(AT_ONCE)
    found = (await session.execute(query)).all() if wave.state is WaveState.CLOSED else []
    while found:
        yield [ballot_row(id_, said) for id_, said in found]
        found = (await session.execute(query.where(_B.id > found[-1].id))).all()


class _Row(NamedTuple):
    person_id: UUID
    answers: dict[str, Any]
    seconds: dict[str, float] | None
    state: ResponseState
    touched_at: datetime | None
    role: Role | None
    form: str | None
    group_name: str | None


_COLUMNS = tuple(_R[name] for name in _Row._fields)


async def _named(
    session: AsyncSession, wave: Wave, questionnaire: Questionnaire, purpose: str
) -> AsyncIterator[list[AnswerRow]]:
    """Page by page along the index of who was invited to a wave."""
    query = select(*_COLUMNS).where(_R.wave_id == wave.id)
    query = query.order_by(_R.person_id, _R.id).limit(AT_ONCE)
    found = (await session.execute(query)).all()
    while found:
        yield [
            row_of(
                one, questionnaire, id=pseudonym(one.person_id, purpose), group=_groups(one)
            )
            for one in map(_Row._make, found)
        ]
        page = query.where(_R.person_id > found[-1].person_id)
        found = (await session.execute(page)).all()


def _groups(one: _Row) -> dict[str, str]:
    known = {"role": one.role, "form": one.form, "group": one.group_name}
    return {name: value for name, value in known.items() if value}
