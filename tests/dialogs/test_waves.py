"""The curator starts a survey and watches it, as conversations."""

import asyncio

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes
from tests.town import House


async def at_waves(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Мониторинг")
    await anna.clicks("Опросы")
    await anna.waits_for("📝 Анкеты")


async def test_a_wave_is_started_once_and_its_progress_shown(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await at_waves(anna)
    await anna.clicks("Запустить анкету")
    shown = await anna.waits_for("обоим в каждой работающей паре: 2 человека")
    assert "5 вопросов" in shown.text
    start = next(b["data"] for row in shown.inline for b in row if b["text"].startswith("7 дней"))
    await asyncio.gather(anna.presses(shown.id, start), anna.presses(shown.id, start))
    await anna.waits_for("Середина пути")
    await house.settles()
    assert "«Середина пути»: 0 из 2, до ср 20 марта" in anna.sees
    assert "Запустить анкету" not in anna.buttons
    await dima.waits_for_button("Ответить")

    await house.passes(days=8)
    await at_waves(anna)
    assert "«Середина пути»: 0 из 2, закрыта" in anna.sees
    assert anna.buttons[0] == "Запустить анкету"
    await anna.clicks("Назад")
    await anna.waits_for("📊 Мониторинг")
    await anna.clicks("Назад")
    await anna.waits_for_button("Сводка")


async def test_with_no_pairs_there_is_nobody_to_ask(house: House) -> None:
    anna = await house.curator()
    await at_waves(anna)
    await anna.clicks("Запустить анкету")
    await anna.waits_for("Пока некого спрашивать")
    assert not any("дней" in label for label in anna.buttons)
    await anna.clicks("Назад")
    await anna.waits_for("Анкет ещё не было")
