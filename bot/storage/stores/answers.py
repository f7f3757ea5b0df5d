"""What a wave has brought, as the table that figures and exports are made of."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.answer_tables import AnswerRow, AnswerTable, row_of
from bot.domain.ballots import ballot_row
from bot.domain.pseudonyms import pseudonym
from bot.domain.responses import Response
from bot.domain.waves import Wave, WaveState
from bot.storage.stores.surveys import SurveyStore
from bot.storage.tables import ballots, responses

AT_ONCE = 250  # rows between two turns of the loop
_R, _B = responses.c, ballots.c
_COLUMNS = tuple(column for column in _R if column.name != "version")


async def answer_table(
    session: AsyncSession, wave: Wave, surveys: SurveyStore, *, now: datetime, purpose: str
) -> AnswerTable:
    """Rows by id. Of a named wave everybody on its list; the groups: "role", "form", "group".

    Of an anonymous wave the ballots, which belong to no group: none before the wave is closed.
    """
    table = AnswerTable.of(await surveys.version(wave.questionnaire_id), (), now)
    batches = _ballots(session, wave) if wave.anonymous else _named(session, wave, surveys, purpose)
    async for batch in batches:
        table.extend(batch)
        await asyncio.sleep(0)
    return table


async def _ballots(session: AsyncSession, wave: Wave) -> AsyncIterator[list[AnswerRow]]:
    query = select(_B.id, _B.said).where(_B.wave_id == wave.id).order_by(_B.id).limit(AT_ONCE)
    found = (await session.execute(query)).all() if wave.state is WaveState.CLOSED else []
    while found:
        yield [ballot_row(id_, said) for id_, said in found]
        found = (await session.execute(query.where(_B.id > found[-1].id))).all()


async def _named(
    session: AsyncSession, wave: Wave, surveys: SurveyStore, purpose: str
) -> AsyncIterator[list[AnswerRow]]:
    query = select(*_COLUMNS).where(_R.wave_id == wave.id).order_by(_R.id).limit(AT_ONCE)
    found = (await session.execute(query)).mappings().all()
    while found:
        responses_ = [Response(**row) for row in found]
        yield [
            row_of(
                one,
                await surveys.version(one.questionnaire_id),
                id=pseudonym(one.person_id, purpose),
                group={name: value for name, value in _groups(one) if value},
            )
            for one in responses_
        ]
        page = query.where(_R.id > responses_[-1].id)
        found = (await session.execute(page)).mappings().all()


def _groups(one: Response) -> tuple[tuple[str, str | None], ...]:
    return ("role", one.role), ("form", one.form), ("group", one.group_name)
