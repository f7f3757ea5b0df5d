"""The curator looks at the indicators, enters what only she knows, and assesses the programme."""

import pytest

from sandbox.people import Person
from tests.dialogs.cast import at_desk, goes_on_below
from tests.town import House


async def at_indicators(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Мониторинг")
    await anna.waits_for("📊 Мониторинг")
    await anna.clicks("Показатели")
    await anna.waits_for("📈 Показатели")


async def test_a_number_is_entered_and_the_share_stands_beside_its_target(house: House) -> None:
    anna = await house.curator()
    await at_indicators(anna)
    assert "1. Доля обучающихся в наставничестве: нужно число: всего обучающихся" in anna.sees
    assert "5. Удовлетворённость наставляемых: такой анкеты ещё не было" in anna.sees
    await anna.clicks("1")
    await anna.waits_for("Всего обучающихся: ещё не внесено")
    await anna.clicks("🔢 Всего обучающихся")
    await anna.waits_for("Сколько? Напишите числом")
    await anna.says("много")
    await anna.waits_for("Нужно число от 0")
    await anna.says("1 200")
    await anna.waits_for("На какой день это число?")
    await anna.says("1 марта")
    await anna.waits_for("0 % — 0 из 1\N{NO-BREAK SPACE}200, на 13 марта")
    assert "Цель на 2024 год — 70 %: пока ниже. На годы после неё цель не назначена" in anna.sees
    assert "✓ Всего обучающихся: 1\N{NO-BREAK SPACE}200 на 1 марта (Анна Петрова)" in anna.sees
    await anna.clicks("🔢 Обучающихся в наставничестве без бота")
    await anna.says("900")
    await anna.clicks("Сегодня")
    await anna.waits_for("75 % — 900 из 1\N{NO-BREAK SPACE}200")
    assert "✓ достигнута" in anna.sees
    await anna.clicks("Назад")
    await anna.waits_for("75 % (900 из 1\N{NO-BREAK SPACE}200) · ✓ цель 70 % достигнута")
    await anna.clicks("Картинкой")
    await anna.waits_for("📈 Показатели · Колледж №1 · 13 марта")
    await goes_on_below(anna, "75 % (900 из 1\N{NO-BREAK SPACE}200)")
    await anna.clicks("Внести численность")
    await anna.waits_for("Это знает только организация")


async def test_dynamics_are_entered_as_counts_and_drawn(house: House) -> None:
    anna = await house.curator()
    await at_indicators(anna)
    await anna.clicks("Динамика")
    await anna.waits_for("числа на входе и на выходе")
    await anna.clicks("Ученик — ученик")
    await anna.waits_for("6. Состоят на учёте: ещё нет → ещё нет")
    await anna.clicks("6")
    await anna.waits_for("имена и подробности сюда не пишут")
    for moment, said in (("на входе", "12 из 30"), ("на выходе", "7/30")):
        await anna.clicks(f"Внести {moment}")
        await anna.waits_for("Сколько из скольких?")
        await anna.says("примерно десять")
        await anna.waits_for("12 / 30")
        await anna.says(said)
        await anna.waits_for("На какой день это посчитано?")
        await anna.clicks("Сегодня")
        await anna.waits_for(f"Н{moment[1:]}: {said.replace('/', ' из ')}")
    await anna.waits_for("Меньше на 16,7 процентного пункта — стало лучше")
    await anna.clicks("Назад")
    await anna.waits_for("12 из 30 → 7 из 30 · ✓ лучше")
    await anna.clicks("Картинкой")
    await anna.waits_for("📉 Динамика · Ученик — ученик")
    await goes_on_below(anna, "12 из 30 → 7 из 30")


async def test_the_programme_is_assessed_in_ten_taps(house: House) -> None:
    anna = await house.curator()
    await at_desk(anna)
    await anna.clicks("Мониторинг")
    await anna.clicks("Оценка программы")
    await anna.waits_for("Девять вопросов — десять нажатий")
    await anna.clicks("Оценить: итог")
    await anna.waits_for("Итог · 1 из 9")
    await anna.clicks("Частично · 1")
    await anna.waits_for("2 из 9")
    await anna.clicks("Назад")
    await anna.waits_for("1 из 9")
    for place in range(1, 9):
        await anna.clicks("в полной мере · 2")
        await anna.waits_for(f"{place + 1} из 9")
    await anna.clicks("Не проявляется · 0")
    await anna.waits_for("16 из 18: оптимальный уровень")
    assert "этот уровень от 15 до 18" in anna.sees
    assert "Начать стоит отсюда: «Наставляемые применяют то, чему научились»" in anna.sees
    await anna.clicks("Назад")
    await anna.waits_for("Итог, 13 марта: 16 из 18 — оптимальный уровень")


async def test_the_curator_answers_her_own_questionnaire(house: House) -> None:
    anna = await house.curator()
    await at_desk(anna)
    await anna.clicks("Мониторинг")
    await anna.clicks("Оценка программы")
    await anna.clicks("Анкета куратора")
    await anna.waits_for("Её ещё не заполняли. В ней 15 вопросов")
    await anna.clicks("Заполнить")
    await anna.waits_for("«Анкета куратора» · 1 из 15")
    await anna.clicks("Да")
    await anna.waits_for("2 из 15")
    await anna.says("отчасти")
    await anna.waits_for("3 из 15")

    await at_desk(anna)  # and goes on where she was
    await anna.clicks("Мониторинг")
    await anna.clicks("Оценка программы")
    await anna.clicks("Анкета куратора")
    await anna.clicks("Продолжить · 3 из 15")
    for place in range(3, 13):
        await anna.waits_for(f"{place} из 15")
        await anna.clicks("Нет" if place == 10 else "Да")
    await anna.waits_for("13 из 15")
    await anna.says("4,5")
    await anna.waits_for("14 из 15")
    await anna.clicks("Отчёты")
    await anna.clicks("Дальше")
    await anna.waits_for("15 из 15")
    await anna.says("Второй куратор")
    await anna.waits_for("✓ Анкета куратора: заполнена")
    assert "Как организована программа: 13 из 14" in anna.sees
    assert "Подходы: 10 из 10" in anna.sees  # one was asked the other way round
    await anna.clicks("Назад")
    await anna.waits_for_button("13 марта · Анна Петрова")
    await anna.clicks("13 марта · Анна Петрова")
    await anna.waits_for("Приказ, положение и дорожная карта утверждены")


@pytest.mark.usefixtures("at_once")
async def test_the_same_in_english(house: House) -> None:
    anna = await house.curator()
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("pair")
    await at_desk_in_english(anna)
    await anna.clicks("Indicators")
    await anna.waits_for("a number is needed: learners in all")
    await anna.clicks("1")
    await anna.clicks("🔢 Learners in all")
    await anna.says("200")
    await anna.clicks("Today")
    await anna.waits_for("0 %: 0 of 200, on 13 March")
    await anna.clicks("Back")
    await anna.clicks("Dynamics")
    await anna.clicks("Pupil to pupil")
    await anna.waits_for("6. Are on a police or school record: not yet → not yet")
    await at_desk_in_english(anna)
    await anna.clicks("Programme assessment")
    await anna.clicks("Assess: final")
    for _ in range(9):
        await anna.clicks("Partly · 1")
    await anna.waits_for("9 of 18: acceptable")


async def at_desk_in_english(anna: Person) -> None:
    await anna.says("/menu")
    await anna.clicks("Траектория")
    await anna.clicks("Monitoring")
    await anna.waits_for("📊 Monitoring")
