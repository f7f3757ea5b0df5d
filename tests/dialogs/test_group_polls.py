"""A group finds its time, as conversations: one action of the mentor, a tap for each time."""

import pytest

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, KATYA, comes
from tests.grouping import together
from tests.town import House


async def three(house: House) -> tuple[Person, Person, Person]:
    """Igor, and the two of his group."""
    await house.curator()
    dima, katya, igor = [await comes(house, one) for one in (DIMA, KATYA, IGOR)]
    pairs = [await house.pair(one, IGOR) for one in (DIMA, KATYA)]
    await together(house.stage.parts.db, pairs)
    await house.settles()
    return dima, katya, igor


async def test_a_group_is_asked_at_once_and_meets_when_most_can(house: House) -> None:
    dima, katya, igor = await three(house)
    await igor.says("/menu")
    await igor.clicks("Предложить встречу: Дима Орлов")
    await igor.waits_for("Новая встреча")
    for hour in ("15:00", "17:00"):
        await igor.clicks("Другой день…")
        await igor.clicks("20")
        await igor.clicks(hour)
        await igor.waits_for("Новая встреча")
    await igor.clicks("Спросить всю группу (2)")
    await igor.waits_for("Спросим сразу всю группу: 2 человека")
    await igor.clicks("На территории организации")
    await igor.waits_for("Ответили 0 из 2. Чтобы встреча состоялась, нужны 2 человека")
    await house.settles()
    await dima.waits_for("предлагает группе встретиться, на территории организации")
    await dima.clicks("Отметить время")
    await dima.waits_for("Отметь всё, что тебе подходит")
    await dima.waits_for_button("Ничего не подходит")
    for hour in ("15:00", "17:00"):
        await dima.clicks(f"☐ ср 20 марта, {hour}")
        await dima.waits_for_button(f"☑ ср 20 марта, {hour}")
    await dima.clicks("Отправить (2)")
    await dima.waits_for("Как только группа договорится, пришлю время")
    await dima.says("/menu")
    await dima.waits_for("Твой ответ группе есть: ждём остальных")
    assert "время предложит наставник" not in dima.sees
    await igor.says("/menu")
    await igor.waits_for("Группа выбирает время встречи")
    assert "предложите время" not in igor.sees
    await igor.clicks("Опрос группы: сколько ответили")
    await igor.waits_for("Ответили 1 из 2")
    assert "Дима" not in igor.sees
    await katya.says("/menu")
    await katya.clicks("Отметить время для группы")
    await katya.clicks("☐ ср 20 марта, 17:00")
    await katya.clicks("Отправить (1)")
    await katya.waits_for("Опрос закончен. Группа встречается ср 20 марта, 17:00")
    await house.settles()
    await dima.waits_for("Договорились: ср 20 марта, 17:00")
    await igor.waits_for("Договорились: ср 20 марта, 17:00")
    await dima.says("/menu")


@pytest.mark.usefixtures("at_once")
async def test_a_poll_in_english_is_called_off_and_the_group_hears_of_it(house: House) -> None:
    dima, katya, igor = await three(house)
    for one in (dima, katya, igor):
        await one.says("/language")
        await one.clicks("English")
    await igor.waits_for_button("Offer a meeting: Дима Орлов")
    await igor.clicks("Offer a meeting: Дима Орлов")
    await igor.waits_for("A new meeting")
    await igor.clicks("Another day")
    await igor.clicks("20")
    await igor.clicks("15:00")
    await igor.clicks("Ask the whole group (2)")
    await igor.waits_for("We will ask the whole group at once: 2 people")
    await igor.clicks("On the organisation's ground")
    await igor.waits_for("0 of 2 have answered")
    await house.settles()
    await dima.clicks("Tick times")
    await dima.waits_for("Tick every time that suits you and send it")
    await dima.clicks("None of these suits me")
    await dima.waits_for("Noted: no time suits you")
    await house.passes(hours=24)
    await katya.waits_for("is waiting for your answer: when can the group meet")
    await igor.says("/menu")
    await igor.clicks("Group poll: how many have answered")
    await igor.clicks("Call the poll off")
    await igor.waits_for("1 person has answered. I will tell the whole group")
    await igor.clicks("Yes, call it off")
    await igor.waits_for("The poll is called off, and the group knows it")
    await house.settles()
    await katya.waits_for("has called off the poll")
    await dima.waits_for("has called off the poll")
