"""The answers of a closed wave, for its results: by whom they may be seen, and from when on."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.absences import Absence
from bot.domain.access import Actor, May
from bot.domain.answer_tables import AnswerPages
from bot.domain.errors import Gone
from bot.domain.measures import Measure, measure_of
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Questionnaire
from bot.domain.result_errors import ResultsNotYet, RowsInConfidence
from bot.domain.small_cells import LEAST_TEXTS
from bot.domain.waves import Wave, WaveState
from bot.storage.database import Database, Transaction

TEXTS_AT_ONCE = 5


@dataclass(frozen=True)
class Head:
    """A wave as its results begin: what was asked, when it was over."""

    wave_id: UUID
    programme_id: UUID
    programme: str
    questionnaire: Questionnaire
    anonymous: bool
    closed: bool
    closes_at: datetime
    day: date  # of the close, where the organisation is
    zone: str
    now: datetime


async def overview(db: Database, actor: Actor, *, programme_id: UUID) -> list[Head]:
    """Every wave of the programme, the newest first; those still open have no results yet."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        waves = await tx.waves.of_programme(programme_id)
        house = await tx.get(Organisation, programme.organisation_id)
        return [await head_of(tx, wave, programme, house) for wave in waves]


async def head_of(
    tx: Transaction, wave: Wave, programme: Programme, house: Organisation
) -> Head:
    over = wave.closed_at or wave.closes_at
    return Head(
        wave_id=wave.id,
        programme_id=wave.programme_id,
        programme=programme.name,
        questionnaire=await tx.surveys.version(wave.questionnaire_id),
        anonymous=wave.anonymous,
        closed=wave.state is WaveState.CLOSED,
        closes_at=wave.closes_at,
        day=moments.local(over, house.timezone).date(),
        zone=house.timezone,
        now=tx.now,
    )


async def head(db: Database, actor: Actor, *, wave_id: UUID) -> Head:
    async with db.reading() as tx:
        return await seen(tx, actor, wave_id)


async def seen(tx: Transaction, actor: Actor, wave_id: UUID) -> Head:
    """Raises `NotAllowed`, `Gone`; `ResultsNotYet` while the wave is open."""
    wave = await tx.get(Wave, wave_id)
    programme = await tx.get(Programme, wave.programme_id)
    actor.must(May.RUN_WAVES, programme)
    house = await tx.get(Organisation, programme.organisation_id)
    found = await head_of(tx, wave, programme, house)
    if not found.closed:
        raise ResultsNotYet
    return found


async def answers(db: Database, actor: Actor, *, wave_id: UUID) -> tuple[Head, AnswerPages]:
    """What figures are made of, in the worker process; dated by the close of the wave."""
    async with db.reading() as tx:
        found = await seen(tx, actor, wave_id)
        return found, await dated(tx, found, purpose=str(wave_id))


async def dated(tx: Transaction, found: Head, *, purpose: str) -> AnswerPages:
    pages = await tx.waves.answers(found.wave_id, purpose=purpose)
    at = datetime(found.day.year, found.day.month, found.day.day, tzinfo=found.now.tzinfo)
    return replace(pages, taken_at=at)


async def earlier(db: Database, actor: Actor, *, wave_id: UUID) -> list[Head]:
    """Waves that asked the same people something of the same before, the newest first.

    None of an anonymous wave: nobody knows whose answers they are.
    """
    async with db.reading() as tx:
        found = await seen(tx, actor, wave_id)
        if found.anonymous:
            return []
        programme = await tx.get(Programme, found.programme_id)
        house = await tx.get(Organisation, programme.organisation_id)
        waves = await tx.waves.of_programme(found.programme_id)
        here = next(place for place, wave in enumerate(waves) if wave.id == wave_id)
        heads = [await head_of(tx, one, programme, house) for one in waves[here + 1 :]]
        asked = found.questionnaire
        return [
            one
            for one in heads
            if one.closed and not one.anonymous and asked.asks_again(one.questionnaire)
        ]


async def twice(
    db: Database, actor: Actor, *, wave_id: UUID, before_id: UUID
) -> tuple[Head, Head, AnswerPages, AnswerPages]:
    """Two waves of the same programme, the same people under the same pseudonyms."""
    async with db.reading() as tx:
        later, first = await seen(tx, actor, wave_id), await seen(tx, actor, before_id)
        if later.programme_id != first.programme_id or later.anonymous or first.anonymous:
            raise Gone
        purpose = f"{before_id}-{wave_id}"
        pages = [await dated(tx, one, purpose=purpose) for one in (first, later)]
        return first, later, pages[0], pages[1]


@dataclass(frozen=True)
class Texts:
    question: Questionnaire
    page: int
    texts: tuple[str, ...]
    more: bool
    total: int


async def texts(db: Database, actor: Actor, *, wave_id: UUID, key: str, page: int) -> Texts:
    """What was written, without names, in the order of pseudonyms, which is none.

    Raises `Gone` of fewer than ten; `RowsInConfidence` of what only a psychologist may read.
    """
    found, pages = await answers(db, actor, wave_id=wave_id)
    if found.questionnaire.consent is not None:
        raise RowsInConfidence
    item = found.questionnaire.item(key)
    if item is None or measure_of(item.kind) is not Measure.WORDS:
        raise Gone
    written = await asyncio.to_thread(_written, pages, key)
    if len(written) < LEAST_TEXTS:
        raise Gone
    begin = max(page, 0) * TEXTS_AT_ONCE
    shown: Sequence[str] = written[begin : begin + TEXTS_AT_ONCE]
    more = len(written) > begin + TEXTS_AT_ONCE
    return Texts(found.questionnaire, page, tuple(shown), more, len(written))


def _written(pages: AnswerPages, key: str) -> list[str]:
    table = pages.table()
    found = [
        (id_, text)
        for id_, text in zip(table.ids, table.cells[key], strict=True)
        if not isinstance(text, Absence)
    ]
    return [text for _, text in sorted(found)]
