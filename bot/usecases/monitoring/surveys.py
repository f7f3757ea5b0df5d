"""Answering questionnaires, one item at a time.

The same functions serve an intake form (it belongs to a participation), a survey of a wave and one
that is asked of a single person: all are responses.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.absences import Absence
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.programmes import Organisation
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import GATHERED, CalendarDate, Lexicon, Option
from bot.domain.questions.base import named
from bot.domain.responses import Progress, Response, ResponseState
from bot.domain.waves import WaveState
from bot.storage.database import Database, Transaction
from bot.usecases.bases.speaking_for import must_answer_survey, must_speak_for
from bot.usecases.joining import ages
from bot.usecases.monitoring.handing_in import hand_in
from bot.usecases.monitoring.purposes import agreed


@dataclass(frozen=True)
class Screen:
    """What the person sees now: a question, or (item None) the review of all answers."""

    response_id: UUID
    questionnaire: Questionnaire
    item: Item | None
    progress: Progress
    chosen: Any
    answers: dict[str, Any]
    state: ResponseState
    wave_id: UUID | None
    participation_id: UUID | None
    going_back: bool
    absent: Absence | None  # of an item gone back to: it was left out, or hard to say
    shown: tuple[Item, ...]  # every question this person is asked


def screen_of(response: Response, questionnaire: Questionnaire) -> Screen:
    item = response.current(questionnaire)
    return Screen(
        response_id=response.id,
        questionnaire=questionnaire,
        item=item,
        progress=response.progress(questionnaire),
        chosen=response.chosen(item.key) if item else None,
        answers=response.counted(questionnaire),
        state=response.state,
        wave_id=response.wave_id,
        participation_id=response.participation_id,
        going_back=response.cursor is not None,
        absent=response.passed_over(item.key) if item else None,
        shown=response.visible(questionnaire),
    )


async def must_answer(tx: Transaction, actor: Actor, response: Response) -> None:
    if response.participation_id is None:  # of a wave, or asked of this person alone
        await must_answer_survey(tx, actor, response)
    elif not actor.may(May.FILL_APPLICATION, response):
        await must_speak_for(tx, actor, response.participation_id)


async def screen(db: Database, actor: Actor, *, response_id: UUID) -> Screen:
    async with db.reading() as tx:
        response = await tx.get(Response, response_id)
        await must_answer(tx, actor, response)
        return screen_of(response, await tx.surveys.version(response.questionnaire_id))


async def _open(tx: Transaction, actor: Actor, response_id: UUID) -> tuple[Response, Questionnaire]:
    """The response, ready to be answered.

    Raises `Gone` when its wave is over, or the consent it needs has been taken back.
    """
    response, wave_state = await tx.surveys.to_answer(response_id)
    await must_answer(tx, actor, response)
    if not response.open or wave_state is WaveState.CLOSED:
        raise Gone
    if response.closes_at is not None and response.closes_at <= tx.now:
        raise Gone
    questionnaire = await tx.surveys.version(response.questionnaire_id)
    if response.person_id not in await agreed(
        tx, questionnaire.consent, response.organisation_id, [response.person_id]
    ):
        raise Gone
    response.entered_by = None if actor.person_id == response.person_id else actor.person_id
    return response, questionnaire


async def answer(
    db: Database, actor: Actor, *, response_id: UUID, key: str | None, raw: str, lexicon: Lexicon
) -> Screen:
    """One press or one typed message. A choice of several is toggled, all else is answered.

    A press for a question that is not on the screen changes nothing. What is typed (`key` None)
    answers the question on the screen, or says to leave it out, or to go on. The last answer of a
    wave's survey hands it in. Raises `AnswerNotUnderstood` and its kin.
    """
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        item = questionnaire.item(key) if key else response.current(questionnaire)
        if item is None:
            return screen_of(response, questionnaire)
        if isinstance(item.kind, CalendarDate):  # "today" is today where the person lives
            house = await tx.get(Organisation, response.organisation_id)
            lexicon = lexicon.on(moments.local(tx.now, house.timezone).date())
        said(response, questionnaire, item, key, raw, lexicon, tx.now)
        await ages.heed(tx, response, item.key)
        await _hand_in(tx, response, questionnaire)
        return screen_of(response, questionnaire)


def said(
    response: Response,
    questionnaire: Questionnaire,
    item: Item,
    key: str | None,
    raw: str,
    lexicon: Lexicon,
    now: datetime,
) -> None:
    """What a press (its `key`) or a typed message does with the question it is for."""
    if key is None and _unsure(item, raw, lexicon):
        response.hard_to_say(questionnaire, item.key, now)
    elif key is None and _left_out(item, raw, lexicon):
        response.skip(questionnaire, item.key, now)
    elif not isinstance(item.kind, GATHERED):
        response.answer(questionnaire, item.key, raw, lexicon, now)
    elif key is None and lexicon.goes_on(raw):
        response.commit_multiple(questionnaire, item.key, now)
    else:
        response.toggle(questionnaire, item.key, raw, lexicon, now)


def _left_out(item: Item, raw: str, lexicon: Lexicon) -> bool:
    """ "No" typed to a question without buttons for it, which may be left out."""
    return item.optional and lexicon.skips(raw) and named(item.kind.options(), raw) is None


def _unsure(item: Item, raw: str, lexicon: Lexicon) -> bool:
    """ "Hard to say" typed where it may be answered and is no button of its own."""
    said = lexicon.hard_to_say(raw) or (
        item.hard_label is not None and named([Option("hard", item.hard_label)], raw) is not None
    )
    return item.hard_to_say and said and named(item.kind.options(), raw) is None


async def next_item(db: Database, actor: Actor, *, response_id: UUID, key: str) -> Screen:
    """ "Next" under a multiple choice."""
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        response.commit_multiple(questionnaire, key, tx.now)
        await _hand_in(tx, response, questionnaire)
        return screen_of(response, questionnaire)


async def skip(db: Database, actor: Actor, *, response_id: UUID, key: str) -> Screen:
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        response.skip(questionnaire, key, tx.now)
        await _hand_in(tx, response, questionnaire)
        return screen_of(response, questionnaire)


async def hard_to_say(db: Database, actor: Actor, *, response_id: UUID, key: str) -> Screen:
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        response.hard_to_say(questionnaire, key, tx.now)
        await _hand_in(tx, response, questionnaire)
        return screen_of(response, questionnaire)


async def back(db: Database, actor: Actor, *, response_id: UUID, key: str) -> Screen:
    """To the question before `key`; nothing at the first one, or when another is on the screen."""
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        current = response.current(questionnaire)
        if current is not None and current.key == key:
            response.back(questionnaire)
        return screen_of(response, questionnaire)


async def edit(db: Database, actor: Actor, *, response_id: UUID, key: str) -> None:
    """From the review to one answer."""
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        response.edit(questionnaire, key)


async def keep_as_is(db: Database, actor: Actor, *, response_id: UUID, key: str) -> Screen:
    """From the answer `key`, gone back to, on to where the person was, without a change."""
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        if response.cursor == key:
            response.review()
        return screen_of(response, questionnaire)


async def _hand_in(tx: Transaction, response: Response, questionnaire: Questionnaire) -> None:
    """A survey ends with its last answer; an intake form waits for its review."""
    if response.participation_id is None and response.current(questionnaire) is None:
        await hand_in(tx, response, questionnaire)


@dataclass(frozen=True)
class OpenSurvey:
    response_id: UUID
    questionnaire: Questionnaire
    progress: Progress
    closes_at: datetime
    zone: str
    now: datetime


async def waiting_for(db: Database, actor: Actor) -> list[OpenSurvey]:
    """The person's unfinished surveys of open waves."""
    async with db.reading() as tx:
        responses = await tx.surveys.open_of(actor.person_id)
        zones = await tx.programmes.zones({r.organisation_id for r in responses})
        found = []
        for response in responses:
            assert response.closes_at is not None
            questionnaire = await tx.surveys.version(response.questionnaire_id)
            found.append(
                OpenSurvey(
                    response_id=response.id,
                    questionnaire=questionnaire,
                    progress=response.progress(questionnaire),
                    closes_at=response.closes_at,
                    zone=zones[response.organisation_id],
                    now=tx.now,
                )
            )
        return found
