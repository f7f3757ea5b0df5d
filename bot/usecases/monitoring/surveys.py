"""Answering questionnaires, one item at a time, and sending them out in waves.

The same functions serve an intake form (it belongs to a participation), a survey of a wave and one
that is asked of a single person: all are responses.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.absences import Absence
from bot.domain.access import Actor, May
from bot.domain.errors import Gone, NobodyToAsk, WaveAlreadyOpen
from bot.domain.notice_kinds import plan
from bot.domain.pairs import MEETING
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import GATHERED, Lexicon, Option
from bot.domain.questions.base import named
from bot.domain.responses import Progress, Response, ResponseState
from bot.domain.waves import Wave, WaveState
from bot.storage.database import Database, Transaction
from bot.usecases.bases.speaking_for import must_answer_survey, must_speak_for
from bot.usecases.joining import ages

WAVE_QUESTIONNAIRE = "wave-mid"
ASK_AT_HOUR = 16  # the local hour of invitations and reminders


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


def _screen(response: Response, questionnaire: Questionnaire) -> Screen:
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
        return _screen(response, await tx.surveys.version(response.questionnaire_id))


async def _open(tx: Transaction, actor: Actor, response_id: UUID) -> tuple[Response, Questionnaire]:
    """The response, ready to be answered. Raises `Gone` when its wave is over."""
    response, wave_state, closes_at = await tx.surveys.to_answer(response_id)
    await must_answer(tx, actor, response)
    if not response.open or wave_state is WaveState.CLOSED:
        raise Gone
    if closes_at is not None and closes_at <= tx.now:
        raise Gone
    response.entered_by = None if actor.person_id == response.person_id else actor.person_id
    return response, await tx.surveys.version(response.questionnaire_id)


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
            return _screen(response, questionnaire)
        lexicon = lexicon.on(tx.now.date())
        if key is None and _unsure(item, raw, lexicon):
            response.hard_to_say(questionnaire, item.key, tx.now)
        elif key is None and _left_out(item, raw, lexicon):
            response.skip(questionnaire, item.key, tx.now)
        elif isinstance(item.kind, GATHERED):
            if key is None and lexicon.goes_on(raw):
                response.commit_multiple(questionnaire, item.key, tx.now)
            else:
                response.toggle(questionnaire, item.key, raw, lexicon, tx.now)
        else:
            response.answer(questionnaire, item.key, raw, lexicon, tx.now)
        await ages.heed(tx, response, item.key)
        _hand_in(response, questionnaire, tx.now)
        return _screen(response, questionnaire)


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
        _hand_in(response, questionnaire, tx.now)
        return _screen(response, questionnaire)


async def skip(db: Database, actor: Actor, *, response_id: UUID, key: str) -> Screen:
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        response.skip(questionnaire, key, tx.now)
        _hand_in(response, questionnaire, tx.now)
        return _screen(response, questionnaire)


async def hard_to_say(db: Database, actor: Actor, *, response_id: UUID, key: str) -> Screen:
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        response.hard_to_say(questionnaire, key, tx.now)
        _hand_in(response, questionnaire, tx.now)
        return _screen(response, questionnaire)


async def back(db: Database, actor: Actor, *, response_id: UUID, key: str) -> Screen:
    """To the question before `key`; nothing at the first one, or when another is on the screen."""
    async with db.transaction() as tx:
        response, questionnaire = await _open(tx, actor, response_id)
        current = response.current(questionnaire)
        if current is not None and current.key == key:
            response.back(questionnaire)
        return _screen(response, questionnaire)


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
        return _screen(response, questionnaire)


def _hand_in(response: Response, questionnaire: Questionnaire, now: datetime) -> None:
    """A survey ends with its last answer; an intake form waits for its review."""
    if response.participation_id is None and response.current(questionnaire) is None:
        response.finish(questionnaire, now)


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
        waves = await tx.surveys.waves_by_id({r.wave_id for r in responses if r.wave_id})
        zones = await tx.programmes.zones({r.organisation_id for r in responses})
        found = []
        for response in responses:
            assert response.wave_id is not None
            questionnaire = await tx.surveys.version(response.questionnaire_id)
            found.append(
                OpenSurvey(
                    response_id=response.id,
                    questionnaire=questionnaire,
                    progress=response.progress(questionnaire),
                    closes_at=waves[response.wave_id].closes_at,
                    zone=zones[response.organisation_id],
                    now=tx.now,
                )
            )
        return found


async def open_wave(
    db: Database, actor: Actor, *, programme_id: UUID, days: int, profile: Profile
) -> UUID:
    """Ask everybody in an active pair; the list of invited people is frozen now.

    Raises `WaveAlreadyOpen`, `NobodyToAsk`.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        await tx.programmes.lock(programme_id)  # two presses at once open one wave
        if any(w.state is WaveState.OPEN for w in await tx.surveys.waves_of(programme_id)):
            raise WaveAlreadyOpen
        invited = await to_ask(tx, programme_id)
        if not invited:
            raise NobodyToAsk
        wave = Wave(
            organisation_id=programme.organisation_id,
            programme_id=programme_id,
            questionnaire_id=await tx.surveys.keep(profile.questionnaires[WAVE_QUESTIONNAIRE]),
            opened_at=tx.now,
            opened_by=actor.person_id,
            closes_at=tx.now + timedelta(days=days),
        )
        tx.add(wave)
        await tx.flush()
        house = await tx.get(Organisation, programme.organisation_id)
        remind = [day for day in profile.reminder_days if day < days]
        first = moments.after_quiet(tx.now, house.timezone)
        asked = [
            Response(
                organisation_id=wave.organisation_id,
                programme_id=programme_id,
                person_id=person_id,
                questionnaire_id=wave.questionnaire_id,
                wave_id=wave.id,
            )
            for person_id in invited
        ]
        tx.add_all(asked)
        moments_of = [("survey-invitation", first)] + [
            ("survey-reminder", _at_hour(tx.now + timedelta(days=day), house.timezone))
            for day in remind
        ]
        await tx.notices.plan(
            *(
                plan(
                    kind,
                    to=response.person_id,
                    subject=response.id,
                    organisation_id=wave.organisation_id,
                    due_at=due_at,
                    useful_until=wave.closes_at,
                )
                for response in asked
                for kind, due_at in moments_of
            )
        )
        return wave.id


async def to_ask(tx: Transaction, programme_id: UUID) -> list[UUID]:
    """Everybody in a pair that may meet."""
    active = await tx.pairs.of_programme(programme_id, MEETING)
    return sorted({person for pair in active for person in pair.parties})


def _at_hour(moment: datetime, zone: str) -> datetime:
    return moments.instant(moments.local(moment, zone).date(), time(ASK_AT_HOUR), zone)


async def close_due(db: Database) -> int:
    """Close the waves whose date has come: what was answered stays, nobody is asked any more."""
    async with db.transaction() as tx:
        due = await tx.surveys.due_to_close(tx.now)
        for wave in due:
            wave.close(tx.now)
            await tx.surveys.close_unfinished(wave.id)
        return len(due)


@dataclass(frozen=True)
class WaveProgress:
    """planned = finished + started + silent + refused: the list never changes after the start."""

    wave_id: UUID
    title: Questionnaire
    opened_at: datetime
    closes_at: datetime
    state: WaveState
    planned: int
    finished: int
    started: int
    zone: str
    now: datetime


async def wave_progress(db: Database, actor: Actor, *, programme_id: UUID) -> list[WaveProgress]:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.RUN_WAVES, programme)
        return await progress_of(tx, programme)


async def progress_of(tx: Transaction, programme: Programme) -> list[WaveProgress]:
    """Newest wave first."""
    waves = await tx.surveys.waves_of(programme.id)
    counted = await tx.surveys.progress([w.id for w in waves])
    house = await tx.get(Organisation, programme.organisation_id)
    found = []
    for wave in waves:
        counts = counted[wave.id]
        found.append(
            WaveProgress(
                wave_id=wave.id,
                title=await tx.surveys.version(wave.questionnaire_id),
                opened_at=wave.opened_at,
                closes_at=wave.closes_at,
                state=wave.state,
                planned=sum(counts.values()),
                finished=counts.get(ResponseState.FINISHED, 0),
                started=counts.get(ResponseState.STARTED, 0),
                zone=house.timezone,
                now=tx.now,
            )
        )
    return found
