"""A survey of a wave, as conversations."""

import re
from pathlib import Path
from uuid import UUID

from bot.domain.access import Role
from bot.domain.responses import ResponseState
from bot.usecases.monitoring import handing_in, surveys, wave_plans, waves
from sandbox.people import Letter, Person
from tests.dialogs.cast import DIMA, IGOR, comes, village_of
from tests.town import House
from tests.village import Curator, Village


async def asked(house: House, *, days: int = 10) -> Person:
    """Dima, whose pair is at work, at the first question."""
    await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await waves.open_wave(
        house.stage.parts.db,
        await house.world.actor(101),
        programme_id=house.programme_id,
        days=days,
        profile=house.stage.parts.profile,
    )
    await house.settles()
    await dima.says("/menu")
    await dima.clicks("«Середина пути» · 5 вопросов")
    await dima.waits_for("1 из 5")
    return dima


def data_of(letter: Letter, label: str) -> str:
    return next(b["data"] for row in letter.inline for b in row if b["text"] == label)


async def test_five_questions_by_taps_and_words(house: House) -> None:
    dima = await asked(house)
    assert "Насколько полезны ваши встречи?" in dima.sees
    assert "░░░░░" in dima.sees
    await dima.clicks("9")
    await dima.waits_for("▓░░░░")
    await dima.says("7 из 10")
    await dima.waits_for("3 из 5")
    await dima.clicks("Назад")
    await dima.waits_for("Сейчас: 7")
    await dima.clicks("Оставить как есть")
    await dima.waits_for("3 из 5")
    await dima.clicks("Раз в месяц")
    await dima.waits_for("4 из 5")
    await dima.says("ага")
    await dima.waits_for("5 из 5")
    await dima.clicks("Пропустить")
    await dima.waits_for("Спасибо! Анкета «Середина пути» заполнена")
    assert "только куратор" in dima.sees
    await dima.clicks("В меню")
    await dima.waits_for("Дима Орлов")
    assert "осталось" not in dima.sees


async def test_a_double_press_never_answers_the_next_question(house: House) -> None:
    dima = await asked(house)
    shown = dima.letters[-1]
    await dima.presses(shown.id, data_of(shown, "9"))
    await dima.presses(shown.id, data_of(shown, "9"))
    await house.settles()
    await dima.waits_for("2 из 5")


async def test_it_goes_on_after_a_pause_where_it_was(house: House) -> None:
    dima = await asked(house)
    await dima.clicks("9")
    await dima.waits_for("2 из 5")
    await dima.clicks("Пауза")
    await dima.waits_for("осталось 4 вопроса")
    await dima.clicks("· 4 вопроса")
    await dima.waits_for("2 из 5")


async def test_words_that_are_no_answer_are_explained(house: House) -> None:
    dima = await asked(house)
    await dima.says("ёлка")
    await dima.waits_for("Подойдёт: 1–10")
    await dima.clicks("9")
    await dima.waits_for("2 из 5")


async def test_an_answer_after_the_end_is_refused_and_the_end_is_said(house: House) -> None:
    dima = await asked(house, days=3)
    await dima.clicks("9")
    await dima.waits_for("2 из 5")
    await house.passes(days=4)
    await dima.clicks("9")
    await dima.waits_for_alert("Этого уже нет")


async def test_nobody_answers_for_somebody_else(house: House) -> None:
    dima = await asked(house)
    igor = await house.town.person(IGOR)
    shown = dima.letters[-1]
    await igor.says("/menu")
    mine = await igor.waits_for("Игорь")
    assert not any(data_of(shown, "9") == b.get("data") for row in mine.inline for b in row)
    waiting = await surveys.waiting_for(house.stage.parts.db, await house.world.actor(DIMA))
    seen = await surveys.screen(
        house.stage.parts.db,
        await house.world.actor(DIMA),
        response_id=waiting[0].response_id,
    )
    assert seen.state is ResponseState.INVITED


async def test_the_same_in_english(house: House) -> None:
    dima = await asked(house)
    await dima.says("/language")
    await dima.clicks("English")
    await dima.waits_for("5 questions left")
    await dima.clicks("“Halfway” · 5 questions")
    await dima.waits_for("How useful are your meetings?")
    await dima.clicks("9")
    await dima.waits_for("2 of 5")


async def test_a_letter_opened_too_late_says_that_the_survey_is_closed(house: House) -> None:
    dima = await asked(house, days=3)
    await dima.clicks("Пауза")
    await dima.waits_for("осталось 5 вопросов")
    await house.passes(days=4)
    await dima.clicks("Ответить")
    await dima.waits_for("«Середина пути» уже закрыта")


async def enough_to_be_anonymous(house: House) -> tuple[Person, Village, Curator]:
    """Dima's pair and two more are at work."""
    await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    village, curator = await village_of(house)
    for _ in range(2):
        await village.pair(
            curator,
            await village.joins(curator, Role.MENTEE),
            await village.joins(curator, Role.MENTOR),
        )
    return dima, village, curator


async def test_the_first_screen_counts_the_questions_this_person_is_asked_and_not_all(
    house: House,
) -> None:
    dima, village, curator = await enough_to_be_anonymous(house)
    await village.opens_wave(curator, key="swot")
    invitation = (await dima.waits_for("🔒 Анонимно")).text
    [asked] = re.findall(r"(\d+) вопрос", invitation)
    await dima.clicks("Ответить")
    assert f"· {asked} вопросов" in (await dima.waits_for("даже куратор")).text
    await dima.clicks("Начать")
    await dima.waits_for(f"1 из {asked}")


async def test_what_is_typed_anonymously_is_nowhere_but_in_the_ballots(
    house: House, tmp_path: Path
) -> None:
    """The screen says it first; after the close inbox, dialogs and free pages have nothing."""
    dima, village, curator = await enough_to_be_anonymous(house)
    parts, anna = house.stage.parts, await house.world.actor(101)
    await wave_plans.change(
        parts.db, anna, programme_id=house.programme_id, key=waves.HALF_WAY,
        anonymous=True, profile=parts.profile,
    )  # fmt: skip
    wave_id = await village.opens_wave(curator)
    await house.settles()
    await dima.waits_for("🔒 Анонимно")
    await dima.clicks("Ответить")
    await dima.waits_for("даже куратор")
    await dima.clicks("Начать")
    await dima.waits_for("1 из 5")
    for said in ("9", "8", "каждую неделю", "да", "секрет семь"):
        await dima.says(said)
        await house.settles()
    await dima.waits_for("отделены от имени")
    for n, who in enumerate(await others(house, wave_id)):
        await village.writes(who, {"useful": str(n + 1), "comfort": "5", "often": "weekly",
                                   "glad": "yes"})  # fmt: skip
        async with parts.db.transaction() as tx:
            response, _ = await tx.surveys.to_answer(who)
            form = await tx.surveys.version(response.questionnaire_id)
            await handing_in.hand_in(tx, response, form)
    await waves.close_now(parts.db, anna, wave_id=wave_id)
    files = b"".join(one.read_bytes() for one in sorted(tmp_path.glob("tandem.db*")))
    assert files.count("секрет семь".encode()) == 1


async def others(house: House, wave_id: UUID) -> list[UUID]:
    async with house.stage.parts.db.reading() as tx:
        found = await tx.waves.unanswered(wave_id, after=0, limit=100)
        return [response.id for response, _, _ in found]
