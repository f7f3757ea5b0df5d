"""The curator looks at her pairs, as conversations."""

import asyncio
from datetime import timedelta

from bot.domain.access import Role
from bot.usecases.applications import clearance
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, KATYA, MARAT, at_desk, comes
from tests.dialogs.test_team import appointed
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
    first = "🔴 Дима Орлов — Игорь Сафонов · 22 дня без первой встречи (с 13 марта)"
    assert anna.buttons[0] == first
    assert anna.buttons[1].startswith("🟢 Катя Белова — Марат Хасанов")

    await anna.clicks("Дима")
    await anna.waits_for("🔴 нужны вы: 22 дня без первой встречи")
    assert "Вместе с 13 марта" in anna.sees
    await anna.clicks("Назад")
    await anna.waits_for("🤝 Пары · 2")
    await anna.clicks("Назад")
    await anna.waits_for_button("Рабочий стол")


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
    await house.passes(days=1)  # her message of today may have been another one
    await anna.clicks("Открыть пару")
    await anna.waits_for("🤝 Дима Орлов — Игорь Сафонов")
    await anna.clicks("Назад")
    await anna.waits_for("🤝 Пары · 1")


async def at_card(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Пары")
    await anna.clicks("Дима")
    await anna.waits_for("🤝 Дима Орлов — Игорь Сафонов")


async def test_from_the_card_either_form_is_opened_and_leads_back(house: House) -> None:
    anna = await house.curator()
    for account in (DIMA, IGOR):
        await comes(house, account)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await at_card(anna)
    await anna.clicks("📝 Игорь Сафонов")
    await anna.waits_for("Завод ЧТЗ")
    await anna.clicks("Назад")
    await anna.waits_for("🤝 Дима Орлов — Игорь Сафонов")
    await anna.clicks("Назад")
    await anna.waits_for("🤝 Пары · 1")


async def test_both_are_asked_to_meet_once_in_three_days(house: House) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await at_card(anna)
    await anna.clicks("Попросить договориться")
    await anna.waits_for("✓ Обоим уйдёт письмо")
    await house.settles()
    await dima.waits_for("Куратор просит вас договориться о встрече: Игорь Сафонов и ты")
    await igor.waits_for("Куратор просит вас договориться о встрече: Дима Орлов и вы")
    await house.passes(days=1)
    await anna.clicks("Попросить договориться")
    await anna.waits_for_alert("Обоим уже написали. Ещё раз можно будет: сб 16 марта, 15:00")
    await igor.clicks("Предложить встречу")
    await igor.waits_for("Новая встреча: Дима Орлов")


async def test_a_pair_is_ended_with_a_reason_that_only_the_curator_sees(house: House) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await at_card(anna)
    await anna.clicks("Завершить пару")
    await anna.waits_for("почему завершаем?")
    await anna.clicks("Не подошли друг другу")
    await anna.waits_for("Причина: Не подошли друг другу")
    await anna.clicks("Оставить")
    await anna.waits_for_button("Завершить пару")
    await anna.clicks("Завершить пару")
    await anna.clicks("Не подошли друг другу")
    sure = await anna.waits_for("Завершить пару: Дима Орлов — Игорь Сафонов?")
    yes = next(b["data"] for row in sure.inline for b in row if "Да" in b["text"])
    await asyncio.gather(anna.presses(sure.id, yes), anna.presses(sure.id, yes))
    await anna.waits_for("Пара завершена")
    assert "Не подошли друг другу" in anna.sees
    assert not any("Завершить" in label or "Попросить" in label for label in anna.buttons)
    await house.settles()
    for person in (dima, igor):
        letter = await person.waits_for("Ваша пара завершена")
        assert "подошли" not in letter.text
    await dima.says("/menu")
    await dima.waits_for("Куратор подбирает наставника")


async def test_a_proposal_is_taken_back_from_its_card(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    await house.world.propose(DIMA, IGOR)
    await house.settles()
    await at_card(anna)
    assert not any("Попросить" in label for label in anna.buttons), "nobody has said yes yet"
    await anna.clicks("Отозвать предложение")
    await anna.waits_for("что эта пара не сложилась")
    await anna.clicks("Да, отозвать")
    await anna.waits_for("✓ Обоим уйдёт")
    await house.settles()
    await dima.waits_for("В этот раз пара не сложилась")


async def test_ending_a_pair_in_english(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    await house.pair(DIMA, IGOR)
    await house.settles()
    await anna.says("/language")
    await anna.clicks("English")
    await anna.waits_for_button("Траектория · pairs: 1")
    await anna.clicks("Траектория")
    await anna.clicks("Pairs (1)")
    await anna.clicks("Дима")
    await anna.clicks("End the pair")
    await anna.clicks("They have come all the way")
    await anna.waits_for("Both get a letter of thanks")
    await anna.clicks("Yes, end it")
    await anna.waits_for("The pair has ended")
    await house.settles()
    await dima.waits_for("Вы прошли весь путь: Игорь Сафонов и ты")


async def test_a_paused_pair_says_what_is_missing_and_readers_get_no_buttons_of_deciders(
    house: House,
) -> None:
    anna = await house.curator()
    for account in (DIMA, IGOR):
        await comes(house, account)
    await house.pair(DIMA, IGOR)
    me, parts = await house.world.actor(IGOR), house.stage.parts
    async with parts.db.transaction() as tx:
        for some in (await tx.consents.checks_of([me.person_id])).values():
            for check in some:
                check.expires_on = house.stage.wall().date() - timedelta(days=1)
    await clearance.review(parts.db, parts.profile)
    await house.settles()
    await at_desk(anna)
    await anna.clicks("Пары")
    await anna.waits_for_button("не хватает согласия или документа")
    await anna.clicks("Дима")
    await anna.waits_for("⏸ Встречи на паузе, пока не хватает:")
    assert "• Игорь Сафонов — действующая справка" in anna.sees
    assert "Завершить пару…" in anna.buttons
    olga = await appointed(house, Role.HEAD, "Ольга")
    await olga.clicks("Траектория")
    await olga.clicks("Пары")
    await olga.clicks("Дима")
    await olga.waits_for("действующая справка")
    assert olga.buttons == ["🕘 История и заметки", "‹ Назад", "☰ В меню"]
    await olga.clicks("Назад")
    await olga.clicks("Назад")
    await olga.waits_for("Траектория")
    assert "☰ В меню" in olga.buttons
