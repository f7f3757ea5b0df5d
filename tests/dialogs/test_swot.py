"""The SWOT board on a phone."""

import pytest

from sandbox.people import Person
from tests.dialogs.cast import at_desk
from tests.town import House


async def test_a_board_is_written_and_put_together(house: House) -> None:
    anna: Person = await house.curator()
    await at_desk(anna)
    await anna.clicks("Мониторинг")
    await anna.clicks("Доска SWOT")
    await anna.waits_for("Сильные стороны · 0")
    await anna.clicks("Сильные стороны")
    await anna.waits_for("Что в программе удаётся?")
    for words in ("Наставники приходят вовремя", "Наставники всегда приходят вовремя"):
        await anna.clicks("Добавить свою")
        await anna.waits_for("одной фразой, без имён")
        await anna.says(words)
        await anna.waits_for(f"— {words}")
    await anna.clicks("Найти похожие")
    await anna.waits_for("Это об одном и том же?")
    await anna.clicks("Да, объединить")
    await anna.waits_for("Похожих записей больше не видно")
    await anna.clicks("Назад")
    await anna.waits_for("— Наставники приходят вовремя · 2 раза")
    await anna.clicks("Наставники приходят")
    await anna.waits_for("Прозвучало: 2 раза")
    await anna.clicks("Форма…")
    await anna.clicks("Ученик — ученик")
    await anna.waits_for("форма: Ученик — ученик")
    await anna.clicks("Изменить слова")
    await anna.says("Наставники не опаздывают <никогда>")
    await anna.waits_for("Прозвучало: 2 раза")
    await anna.clicks("Убрать с доски")
    await anna.waits_for("Пока пусто")
    await anna.clicks("Назад")
    await anna.clicks("Убранное (1)")
    await anna.clicks("Наставники не опаздывают")
    await anna.waits_for("Здесь пусто")
    await anna.clicks("Назад")
    await anna.waits_for("— Наставники не опаздывают <никогда> · 2 раза · Ученик — ученик")


@pytest.mark.usefixtures("at_once")
async def test_the_same_in_english(house: House) -> None:
    anna = await house.curator()
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for("pair")
    await anna.says("/menu")
    await anna.clicks("Траектория")
    await anna.clicks("Monitoring")
    await anna.clicks("SWOT board")
    await anna.clicks("Threats")
    await anna.waits_for("What outside may be in the way?")
    for words in ("The bus goes rarely", "The workshop closes"):
        await anna.clicks("Add one of your own")
        await anna.says(words)
        await anna.waits_for(f"— {words}")
    await anna.clicks("The bus")
    await anna.clicks("Merge with another")
    await anna.clicks("The workshop")
    await anna.waits_for("Said 2 times")
