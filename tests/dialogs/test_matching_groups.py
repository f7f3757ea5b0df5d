"""A form that meets in groups: switched on, found as one card, read and approved."""

from dataclasses import replace

import pytest

from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, KATYA, SONYA, comes, somebody
from tests.dialogs.test_matching import at_matching
from tests.town import House

KIM = 203
quickly = pytest.mark.usefixtures("at_once")


async def in_groups_of_two(anna: Person) -> None:
    await at_matching(anna)
    await anna.clicks("⚙️ Настройки подбора")
    await anna.waits_for("Все правила действуют")
    await anna.clicks("Группы")
    await anna.waits_for("от 4 до 6 человек")
    assert not any("Второй наставник" in button for button in anna.buttons)
    await anna.clicks("☐ Работодатель — ученик")
    await anna.waits_for_button("☐ Второй наставник, если есть свободный")
    await anna.clicks("☐ Второй наставник, если есть свободный")
    await anna.waits_for_button("☑ Второй наставник, если есть свободный")
    await anna.clicks("Сколько человек в группе")
    await anna.clicks("от 2 до 4")
    await anna.waits_for("от 2 до 4 человек")
    await anna.clicks("‹ Назад")
    await anna.clicks("‹ Назад")


@quickly
async def test_a_group_is_read_and_approved_as_one(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await house.joined(replace(somebody(KATYA), answers=somebody(DIMA).answers))
    igor = somebody(IGOR)
    await house.joined(replace(igor, answers=igor.answers | {"capacity": "4"}))
    await in_groups_of_two(anna)
    await anna.clicks("Подобрать")
    await anna.waits_for_button("Посмотреть")
    await anna.clicks("Посмотреть 1 карточку")
    await anna.waits_for("Группа, карточка 1 из 1")
    assert "Наставник: Игорь Сафонов · Чт 16–18" in anna.sees
    assert "• Дима Орлов" in anna.sees
    assert "• Катя Белова" in anna.sees
    await anna.clicks("Утвердить")
    await anna.waits_for("✓ Утверждена группа: Игорь Сафонов и 2 наставляемых")


@quickly
async def test_who_is_in_no_group_is_named_with_the_reason(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    await in_groups_of_two(anna)
    await anna.clicks("Подобрать")
    await anna.waits_for_button("Кто остался")
    await anna.clicks("Кто остался")
    await anna.waits_for("группа в общее свободное время не набралась")


@quickly
async def test_one_of_a_group_gets_another_mentor(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    for account in (KATYA, SONYA):
        await house.joined(replace(somebody(account), answers=somebody(DIMA).answers))
    igor = somebody(IGOR)
    await house.joined(replace(igor, answers=igor.answers | {"capacity": "4"}))
    await comes(house, KIM)
    await in_groups_of_two(anna)
    await anna.clicks("Подобрать")
    await anna.waits_for_button("Посмотреть")
    await anna.clicks("Посмотреть")
    await anna.waits_for("Группа, карточка 1 из 1")
    await anna.clicks("Другой наставник для одного…")
    await anna.waits_for("кому из группы нужен другой наставник?")
    await anna.clicks("Катя Белова")
    await anna.waits_for("все наставники")
    assert "Игорь Сафонов</b>" not in anna.sees
    await anna.clicks("Светлана Юрьевна Ким")
    await anna.waits_for("В прежней группе останется 2 человека")
    await anna.clicks("Так и сделать")
    await anna.waits_for("✓ Теперь Катя Белова — Светлана Юрьевна Ким")
    assert "Пара" in anna.sees
    await anna.clicks("К итогам подбора")
    await anna.waits_for("После расчёта пары меняли вручную")
    assert "Предложение есть для каждого: 3 из 3" in anna.sees
