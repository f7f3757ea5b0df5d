"""The curator plans a survey, starts it, watches it and ends it, as conversations."""

import asyncio

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, at_desk, comes, goes_on_below
from tests.town import House


async def at_waves(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Мониторинг")
    await anna.clicks("Опросы")
    await anna.waits_for("📝 Опросы")


async def plan_of_half_way(anna: Person) -> None:
    await at_waves(anna)
    await anna.clicks("План опросов")
    await anna.waits_for("«Середина пути» — в середине программы")
    await anna.clicks("Середина пути")
    await anna.waits_for("5 вопросов")


async def test_a_wave_is_started_once_watched_extended_and_closed(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    igor = await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await plan_of_half_way(anna)
    assert "Кого: наставляемые и наставники" in anna.sees
    shown = await anna.waits_for("Сейчас это 2 человека")
    await anna.clicks("Срок")
    await anna.clicks("7 дней")
    await anna.waits_for("На ответ: 7 дней")
    start = next(
        b["data"] for row in anna.letters[-1].inline for b in row if b["text"] == "Спросить сейчас"
    )
    await asyncio.gather(anna.presses(shown.id, start), anna.presses(shown.id, start))
    await anna.waits_for("Идёт до ср 20 марта")
    await house.settles()
    await dima.waits_for_button("Ответить")
    await igor.clicks("Не буду отвечать")
    await igor.waits_for("больше не напомню")

    await at_waves(anna)
    assert "«Середина пути»: 0 из 2, до ср 20 марта" in anna.sees
    await anna.clicks("📝 Середина пути")
    card = await anna.waits_for("Приглашены: 2")
    assert "Отказались: 1" in card.text
    assert "Ещё не открыли: 1" in card.text
    await anna.clicks("Картинкой")
    await anna.waits_for("Приглашены: 2")
    assert anna.photos
    await anna.clicks("Кому позвонить · 1")
    await anna.waits_for("Дима Орлов, ПО21 — приглашение не открыто")
    await anna.clicks("Назад")
    await anna.clicks("По группам")
    parts = await anna.waits_for("Наставники: 0 · 1 · 1")
    assert "Наставляемые: 0 · 0 · 1" in parts.text
    await anna.clicks("Назад")
    await anna.clicks("Продлить")
    await anna.clicks("На 3 дня — до сб 23 марта")
    await anna.waits_for("Идёт до сб 23 марта")
    await anna.clicks("Закрыть сейчас")
    await anna.clicks("Закрыть анкету")
    await anna.waits_for("Закрыта.")
    await dima.clicks("Ответить")
    await dima.waits_for("уже закрыта")


async def test_the_plan_says_who_and_when_and_anonymous(house: House) -> None:
    anna = await house.curator()
    await plan_of_half_way(anna)
    await anna.clicks("Кого")
    await anna.clicks("☑ Наставники")
    await anna.waits_for_button("☐ Наставники")
    await anna.clicks("Готово")
    await anna.waits_for("Кого: наставляемые")
    await anna.clicks("🔒 Анонимно")
    await anna.waits_for_button("С именами")
    await anna.clicks("День")
    await anna.says("1 апреля")
    await anna.waits_for("Включена: в середине программы, 1 апреля")
    await anna.clicks("Выключить")
    await anna.waits_for("Выключена")
    await anna.clicks("Назад")
    await anna.waits_for("(1 апреля)")


async def test_a_paper_form_comes_as_a_file(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await plan_of_half_way(anna)
    await anna.clicks("Спросить сейчас")
    await anna.clicks("На бумаге")
    await anna.clicks("🖨 Бланк")
    await anna.waits_for("Бланк для печати")
    await goes_on_below(anna, "на бумаге")
