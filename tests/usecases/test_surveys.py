"""A wave asks a frozen list of people until its date; a press counts once, silence is reminded."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from bot.domain.access import Role
from bot.domain.errors import (
    AnswerNotUnderstood,
    Gone,
    NobodyToAsk,
    NotAllowed,
    QuestionsLeft,
    WaveAlreadyOpen,
)
from bot.domain.responses import Response, ResponseState
from bot.domain.waves import WaveState
from bot.usecases.joining import intake
from bot.usecases.monitoring import inviting, surveys, wave_plans, waves
from bot.usecases.monitoring.surveys import Screen
from tests.village import Curator, Member, Village


@dataclass
class Asked:
    village: Village
    anna: Curator
    dima: Member
    igor: Member
    wave_id: UUID

    async def response(self, who: Member) -> UUID:
        [waiting] = await surveys.waiting_for(self.village.db, await self.village.actor(who))
        return waiting.response_id

    async def taps(self, who: Member, response_id: UUID, key: str, raw: str) -> Screen:
        return await self.village.taps(await self.village.actor(who), response_id, key, raw)

    async def screen(self, who: Member, response_id: UUID) -> Screen:
        return await surveys.screen(
            self.village.db, await self.village.actor(who), response_id=response_id
        )

    async def finishes(self, who: Member) -> UUID:
        response_id = await self.response(who)
        screen = await self.screen(who, response_id)
        me = await self.village.actor(who)
        while screen.item is not None:
            options = screen.item.kind.options()
            key = screen.item.key
            if options:
                screen = await self.taps(who, response_id, key, options[0].value)
            else:
                screen = await surveys.skip(
                    self.village.db, me, response_id=response_id, key=key
                )
        return response_id

    async def progress(self) -> waves.WaveProgress:
        [seen] = await waves.wave_progress(
            self.village.db,
            await self.village.actor(self.anna),
            programme_id=self.anna.programme_id,
        )
        return seen


@pytest.fixture
async def asked(village: Village) -> Asked:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE, name="Дима")
    igor = await village.joins(anna, Role.MENTOR, name="Игорь")
    await village.pair(anna, dima, igor)
    await village.said()
    return Asked(village, anna, dima, igor, await village.opens_wave(anna))


async def test_everybody_in_a_working_pair_is_asked_and_nobody_else(asked: Asked) -> None:
    invited = {n.to for n in await asked.village.notices("survey-invitation")}
    assert invited == {asked.dima.person_id, asked.igor.person_id}


async def test_the_list_is_frozen_when_the_wave_opens(asked: Asked) -> None:
    village = asked.village
    sonya = await village.joins(asked.anna, Role.MENTEE)
    await village.pair(asked.anna, sonya, asked.igor)
    assert await surveys.waiting_for(village.db, await village.actor(sonya)) == []
    assert (await asked.progress()).planned == 2


async def test_a_second_wave_waits_for_the_first(asked: Asked) -> None:
    with pytest.raises(WaveAlreadyOpen):
        await asked.village.opens_wave(asked.anna)


async def test_two_presses_at_once_open_one_wave(village: Village) -> None:
    anna = await village.curator()
    await village.pair(
        anna, await village.joins(anna, Role.MENTEE), await village.joins(anna, Role.MENTOR)
    )
    done = await asyncio.gather(
        *(village.opens_wave(anna) for _ in range(3)), return_exceptions=True
    )
    assert sum(isinstance(one, UUID) for one in done) == 1


async def test_a_programme_without_pairs_has_nobody_to_ask(village: Village) -> None:
    anna = await village.curator()
    with pytest.raises(NobodyToAsk):
        await village.opens_wave(anna)


async def test_the_same_press_twice_counts_once_and_never_answers_the_next_question(
    asked: Asked,
) -> None:
    response = await asked.response(asked.dima)
    first = await asked.screen(asked.dima, response)
    assert first.item is not None
    after = await asked.taps(asked.dima, response, first.item.key, "7")
    again = await asked.taps(asked.dima, response, first.item.key, "3")
    assert again.answers == after.answers == {first.item.key: 7}
    assert again.item == after.item


async def test_presses_at_once_answer_one_question(asked: Asked) -> None:
    response = await asked.response(asked.dima)
    first = await asked.screen(asked.dima, response)
    assert first.item is not None
    key = first.item.key
    await asyncio.gather(*(asked.taps(asked.dima, response, key, str(n)) for n in range(1, 9)))
    screen = await asked.screen(asked.dima, response)
    assert list(screen.answers) == [key]
    assert screen.progress.number == 2


async def test_what_is_not_understood_changes_nothing(asked: Asked) -> None:
    response = await asked.response(asked.dima)
    with pytest.raises(AnswerNotUnderstood):
        await asked.taps(asked.dima, response, "useful", "одиннадцать тысяч")
    assert (await asked.screen(asked.dima, response)).answers == {}


async def test_the_last_answer_hands_the_survey_in(asked: Asked) -> None:
    response = await asked.finishes(asked.dima)
    assert (await asked.screen(asked.dima, response)).state is ResponseState.FINISHED
    seen = await asked.progress()
    assert (seen.planned, seen.finished, seen.started) == (2, 1, 0)
    with pytest.raises(Gone):
        await asked.taps(asked.dima, response, "useful", "1")


async def test_nobody_is_reminded_after_the_last_answer(asked: Asked) -> None:
    village = asked.village
    await village.said()
    await asked.finishes(asked.dima)
    village.later(days=3, hours=2)
    assert await inviting.remind_due(village.db, village.profile) == 1
    assert await village.letters("survey-reminder", to=asked.dima.person_id) == []
    assert await village.letters("survey-reminder", to=asked.igor.person_id)


async def test_who_has_begun_is_told_how_much_is_left(asked: Asked) -> None:
    village, response = asked.village, await asked.response(asked.dima)
    await village.said()
    screen = await asked.taps(asked.dima, response, "useful", "7")
    village.later(days=3, hours=2)
    await inviting.remind_due(village.db, village.profile)
    [letter, *_] = await village.letters("survey-reminder", to=asked.dima.person_id)
    assert letter.key == "letter-survey-go-on"
    assert letter.args["left"] == screen.progress.total - 1


async def test_a_wave_closes_at_its_date_and_keeps_what_was_answered(asked: Asked) -> None:
    village = asked.village
    response = await asked.response(asked.dima)
    await asked.taps(asked.dima, response, "useful", "7")
    village.later(days=10, seconds=-1)
    assert await inviting.close_due(village.db) == 0
    village.later(seconds=1)
    with pytest.raises(Gone):  # already before the job has come round
        await asked.taps(asked.dima, response, "comfort", "7")
    assert await inviting.close_due(village.db) == 1
    assert await inviting.close_due(village.db) == 0
    seen = await asked.progress()
    assert (seen.state, seen.planned, seen.finished) == (WaveState.CLOSED, 2, 0)
    screen = await asked.screen(asked.dima, response)
    assert (screen.state, screen.answers) == (ResponseState.CLOSED, {"useful": 7})
    assert await surveys.waiting_for(village.db, await village.actor(asked.dima)) == []
    assert await village.letters("survey-invitation", "survey-reminder") == []


async def test_no_reminder_is_planned_for_after_the_end(asked: Asked) -> None:
    for notice in await asked.village.notices("survey-invitation", "survey-reminder"):
        assert notice.due_at < asked.village.wall() + timedelta(days=10)
        assert notice.useful_until <= asked.village.wall() + timedelta(days=10)


async def test_going_back_changes_one_answer_and_returns(asked: Asked) -> None:
    village, response = asked.village, await asked.response(asked.dima)
    me = await village.actor(asked.dima)
    await asked.taps(asked.dima, response, "useful", "7")
    screen = await surveys.back(village.db, me, response_id=response, key="comfort")
    assert screen.item is not None
    assert screen.item.key == "useful"
    # a second press on the same "back", drawn for the question that was left
    assert (await surveys.back(village.db, me, response_id=response, key="comfort")).item == (
        screen.item
    )
    after = await asked.taps(asked.dima, response, "useful", "9")
    assert after.answers == {"useful": 9}
    assert after.item is not None
    assert after.item.key == "comfort"


async def test_a_multiple_choice_is_toggled_and_kept_before_next(village: Village) -> None:
    anna = await village.curator()
    igor = await village.enters(anna, Role.MENTEE)
    await village.agrees(igor)
    me = await village.actor(igor)
    form = await intake.form_of(village.db, me, participation_id=igor.participation_id)
    first = (("name", "Игорь"), ("birth_year", "2008"), ("kind", "pupil"), ("group", "1"))
    for key, value in first:
        await village.taps(me, form, key, value)
    for value in ("drawing", "physics"):
        await village.taps(me, form, "needs", value)
    screen = await village.taps(me, form, "needs", "drawing")
    assert screen.chosen["options"] == ["physics"]
    reread = await surveys.screen(village.db, me, response_id=form)
    assert reread.chosen == screen.chosen


async def test_a_form_with_questions_left_is_not_handed_in(village: Village) -> None:
    anna = await village.curator()
    igor = await village.enters(anna, Role.MENTOR)
    await village.agrees(igor)
    with pytest.raises(QuestionsLeft):
        await village.sends(igor)


async def test_nobody_sees_or_answers_for_somebody_else(asked: Asked) -> None:
    village, response = asked.village, await asked.response(asked.dima)
    for who in (asked.igor, asked.anna):
        me = await village.actor(who)
        with pytest.raises(NotAllowed):
            await surveys.screen(village.db, me, response_id=response)
        with pytest.raises(NotAllowed):
            await village.taps(me, response, "useful", "1")


async def test_today_is_the_day_where_the_person_lives_also_after_midnight(
    village: Village,
) -> None:
    anna = await village.curator()
    dima = await village.joins(anna, Role.MENTEE)
    await village.pair(anna, dima, await village.joins(anna, Role.MENTOR))
    me = await village.actor(anna)
    about: dict[str, Any] = {"programme_id": anna.programme_id, "profile": village.profile}
    key = await wave_plans.add(village.db, me, **about, questionnaire="needs-map")
    await waves.open_wave(village.db, me, **about, key=key, days=10)
    [waiting] = await surveys.waiting_for(village.db, await village.actor(dima))
    village.wall.set(datetime(2030, 3, 14, 20, 30, tzinfo=UTC))  # half past one there
    response_id = waiting.response_id
    async with village.db.transaction() as tx:
        (await tx.get(Response, response_id)).cursor = "until"
    await village.taps(await village.actor(dima), response_id, None, "сегодня")
    async with village.db.reading() as tx:
        assert (await tx.get(Response, response_id)).answers["until"] == "2030-03-15"
