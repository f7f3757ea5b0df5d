"""The curator looks through proposals and approves, as conversations."""

import asyncio

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, KATYA, MARAT, SONYA, at_desk, comes
from tests.town import House


async def at_proposals(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Подобрать пары")
    await anna.waits_for("🤝 Подбор пар")


async def test_a_proposal_says_why_and_goes_to_both_when_approved(house: House) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await at_proposals(anna)
    assert "Есть 1 предложение" in anna.sees
    await anna.clicks("Посмотреть 1 пару")
    await anna.waits_for("Пара 1 из 1 · совпадение")
    assert "Дима Орлов → Игорь Сафонов" in anna.sees
    assert "+ поможет с тем, что нужно: Физика; Чертежи, техника" in anna.sees
    assert "+ общее время: Вт 16–18; Чт 16–18" in anna.sees

    shown = await anna.waits_for("Пара 1 из 1")
    approve = next(b["data"] for row in shown.inline for b in row if b["text"] == "Утвердить")
    await asyncio.gather(anna.presses(shown.id, approve), anna.presses(shown.id, approve))
    await house.settles()
    assert "✓ Предложение отправляется: Дима Орлов — Игорь Сафонов" in anna.sees
    assert "Больше предложений нет" in anna.sees
    assert not anna.alerts
    await dima.waits_for_button("Посмотреть и ответить")
    await igor.waits_for_button("Посмотреть и ответить")
    assert sum("Посмотреть" in "".join(one.buttons) for one in igor.letters) == 1

    await anna.clicks("Назад")
    await anna.waits_for("Все принятые уже с наставниками")


async def test_another_variant_can_be_chosen(house: House) -> None:
    anna = await house.curator()
    await comes(house, KATYA)
    for mentor in (IGOR, MARAT, 206):
        await comes(house, mentor)
    await at_proposals(anna)
    await anna.clicks("Посмотреть")
    await anna.waits_for("Катя Белова → Марат Хасанов")
    await anna.clicks("Другие варианты")
    await anna.waits_for("кто ещё подходит")
    await anna.clicks("Утвердить: Марат Хасанов")
    await anna.waits_for("✓ Предложение отправляется: Катя Белова — Марат Хасанов")


async def test_cards_are_leafed_through_both_ways(house: House) -> None:
    anna = await house.curator()
    for account in (DIMA, KATYA, IGOR, MARAT):
        await comes(house, account)
    await at_proposals(anna)
    await anna.clicks("Посмотреть 2 пары")
    first = (await anna.waits_for("Пара 1 из 2")).text
    await anna.clicks("›")
    await anna.waits_for("Пара 2 из 2")
    await anna.clicks("‹")
    assert (await anna.waits_for("Пара 1 из 2")).text == first


async def test_who_is_left_is_named_with_the_reason(house: House) -> None:
    anna = await house.curator()
    await comes(house, SONYA)
    await at_proposals(anna)
    assert "Подходящих пар сейчас нет" in anna.sees
    await anna.clicks("Кто остался (1)")
    await anna.waits_for("Соня Гусева: принятых наставников пока нет")
    await anna.clicks("Назад")
    await anna.waits_for("Подбор пар")
