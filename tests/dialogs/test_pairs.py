"""The curator looks at her pairs, as conversations."""

from tests.dialogs.cast import DIMA, IGOR, KATYA, MARAT, at_desk, comes
from tests.town import House


async def test_the_worst_pair_comes_first_with_its_reason(house: House) -> None:
    anna = await house.curator()
    for account in (DIMA, KATYA, IGOR, MARAT):
        await comes(house, account)
    await house.pair(DIMA, IGOR)
    await house.passes(days=22)
    await house.pair(KATYA, MARAT)
    await house.settles()
    await at_desk(anna)
    assert anna.buttons[0] == "Пары (2)"
    assert "🔴 1 паре нужны вы" in anna.sees
    await anna.clicks("Пары (2)")
    await anna.waits_for("🔴 нужны вы: 1")
    assert anna.buttons[0] == "🔴 Дима Орлов — Игорь Сафонов · 22 дня без первой встречи"
    assert anna.buttons[1].startswith("🟢 Катя Белова — Марат Хасанов")

    await anna.clicks("Дима")
    await anna.waits_for("🔴 нужны вы: 22 дня без первой встречи")
    assert "Вместе с 13 марта" in anna.sees
    await anna.clicks("Назад")
    await anna.waits_for("🤝 Пары · 2")
    await anna.clicks("Назад")
    await anna.waits_for_button("Сводка")


async def test_a_proposal_that_waits_shows_who_has_answered(house: House) -> None:
    anna = await house.curator()
    for account in (DIMA, IGOR):
        await comes(house, account)
    await house.world.propose(DIMA, IGOR)
    await at_desk(anna)
    await anna.clicks("Пары (1)")
    await anna.waits_for_button("⚪ Дима Орлов")
    await anna.clicks("Дима")
    await anna.waits_for("Дима Орлов: пока без ответа · Игорь Сафонов: пока без ответа")


async def test_somebody_who_blocked_the_bot_is_named(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await dima.blocks()
    await house.settles()
    await at_desk(anna)
    await anna.clicks("Пары")
    await anna.clicks("Дима")
    await anna.waits_for("⚠️ Бот не может написать: Дима Орлов")


async def test_the_card_opened_from_a_letter_leads_back_to_the_list(house: House) -> None:
    anna = await house.curator()
    for account in (DIMA, IGOR):
        await comes(house, account)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await anna.clicks("Открыть пару")
    await anna.waits_for("🤝 Дима Орлов — Игорь Сафонов")
    await anna.clicks("Назад")
    await anna.waits_for("🤝 Пары · 1")
