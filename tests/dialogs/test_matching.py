"""The curator matches, looks through the cards and decides, as conversations."""

import asyncio
import io
import zipfile
from dataclasses import replace

import pytest

from bot.usecases.matching.cards import GRACE
from sandbox.people import Person
from tests.dialogs.cast import DIMA, IGOR, KATYA, MARAT, SONYA, at_desk, comes, forges, somebody
from tests.town import House

quickly = pytest.mark.usefixtures("at_once")


async def at_matching(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Подобрать пары")
    await anna.waits_for("🤝 Подбор пар")


async def matched(anna: Person) -> None:
    await at_matching(anna)
    await anna.clicks("Подобрать")
    await anna.waits_for_button("Посмотреть")


@quickly
async def test_a_proposal_says_why_and_leaves_after_it_was_approved(house: House) -> None:
    anna = await house.curator()
    dima, igor = await comes(house, DIMA), await comes(house, IGOR)
    await at_matching(anna)
    assert "1 человек ждёт наставника, есть 1 наставник" in anna.sees
    assert "Никто ничего не узнает, пока вы не утвердите" in anna.sees
    await anna.clicks("Подобрать")
    await anna.waits_for("Предложение есть для каждого: 1 из 1")
    assert "лучше распределить нельзя" in anna.sees
    await anna.clicks("Посмотреть 1 карточку")
    await anna.waits_for("Пара 1 из 1 · совпадение")
    assert "Дима Орлов → Игорь Сафонов" in anna.sees
    assert "+ поможет с тем, что нужно: Физика; Чертежи, техника" in anna.sees
    assert "+ общее время: Вт 16–18; Чт 16–18" in anna.sees
    told = "".join(button for one in (*dima.letters, *igor.letters) for button in one.buttons)
    assert "Посмотреть" not in told

    shown = await anna.waits_for("Пара 1 из 1")
    approve = next(b["data"] for row in shown.inline for b in row if b["text"] == "Утвердить")
    await asyncio.gather(anna.presses(shown.id, approve), anna.presses(shown.id, approve))
    await house.settles()
    await anna.waits_for("✓ Утверждено: Дима Орлов — Игорь Сафонов")
    assert "Больше карточек нет" in anna.sees
    assert not anna.alerts
    assert not any("Посмотреть" in "".join(one.buttons) for one in igor.letters)
    await house.passes(seconds=GRACE.total_seconds() + 1)
    await dima.waits_for_button("Посмотреть и ответить")
    await igor.waits_for_button("Посмотреть и ответить")
    assert sum("Посмотреть" in "".join(one.buttons) for one in igor.letters) == 1
    await anna.clicks("К итогам подбора")
    await anna.waits_for("утверждено 1")
    assert not any("Отменить" in button for button in anna.buttons)


@quickly
async def test_an_approval_is_undone_before_it_leaves(house: House) -> None:
    anna = await house.curator()
    dima = await comes(house, DIMA)
    await comes(house, IGOR)
    await matched(anna)
    await anna.clicks("Посмотреть 1 карточку")
    await anna.waits_for("Пара 1 из 1")
    await anna.clicks("Утвердить")
    await anna.waits_for("✓ Утверждено")
    await anna.clicks("Отменить последнее решение")
    await anna.waits_for("Решение отменено")
    assert "Пара 1 из 1" in anna.sees
    await house.passes(days=1)
    assert not any("Посмотреть" in "".join(one.buttons) for one in dima.letters)


@quickly
async def test_another_variant_is_chosen_with_its_price_in_words(house: House) -> None:
    anna = await house.curator()
    await comes(house, KATYA)
    for mentor in (IGOR, MARAT, 206):
        await comes(house, mentor)
    await matched(anna)
    await anna.clicks("Посмотреть")
    await anna.waits_for("Катя Белова → Марат Хасанов")
    await anna.clicks("Другой наставник…")
    await anna.waits_for("Других подходящих наставников нет")
    await anna.clicks("Выбрать из всех наставников…")
    await anna.waits_for("все наставники")
    await anna.clicks("Игорь Сафонов")
    await anna.waits_for("Что изменится")
    assert "сейчас Марат Хасанов" in anna.sees
    assert "У остальных ничего не изменится" in anna.sees
    await anna.clicks("Так и сделать")
    await anna.waits_for("✓ Теперь Катя Белова — Игорь Сафонов")
    assert "Закреплено" in anna.sees


@quickly
async def test_cards_are_leafed_locked_and_ruled_out(house: House) -> None:
    anna = await house.curator()
    for account in (DIMA, KATYA, IGOR, MARAT):
        await comes(house, account)
    await matched(anna)
    await anna.clicks("Посмотреть 2 карточки")
    first = (await anna.waits_for("Пара 1 из 2")).text
    await anna.clicks("›")
    await anna.waits_for("Пара 2 из 2")
    await anna.clicks("‹")
    assert (await anna.waits_for("Пара 1 из 2")).text == first
    await anna.clicks("🔒 Закрепить")
    await anna.waits_for("🔒 Закреплено: при новом подборе останется")
    await anna.clicks("Открепить")
    await anna.waits_for("Пара 1 из 2")
    await anna.clicks("Не эта пара…")
    await anna.waits_for("больше не предлагать?")
    await anna.says("поссорились в прошлом году")
    await anna.waits_for("✓ Больше не предложу")
    await anna.clicks("К итогам подбора")
    await anna.waits_for("исключено 1")
    await anna.clicks("Кто остался (1)")
    await anna.waits_for("Пока без предложения: 1 человек")


@quickly
async def test_all_above_a_score_go_at_once_and_can_be_undone(house: House) -> None:
    anna = await house.curator()
    for account in (DIMA, KATYA, IGOR, MARAT):
        await comes(house, account)
    await matched(anna)
    await anna.clicks("Утвердить сразу несколько…")
    await anna.waits_for("с совпадением от…")
    button = next(one for one in reversed(anna.buttons) if one.startswith("от "))
    await anna.clicks(button)
    await anna.waits_for("Что будет")
    assert "Письма уйдут через 5 минут" in anna.sees
    await anna.clicks("Утвердить 2 пары")
    await anna.waits_for("✓ Утверждены 2 пары")
    await anna.clicks("Отменить последнее решение")
    await anna.waits_for_button("Посмотреть 2 карточки")


@quickly
async def test_who_is_left_is_named_with_the_reason_and_the_days(house: House) -> None:
    anna = await house.curator()
    await comes(house, SONYA)
    await at_matching(anna)
    assert "1 человек ждёт, но принятых наставников пока нет" in anna.sees
    igor = somebody(IGOR)
    another_hour: dict[str, str | list[str]] = {"free_time": ["mon-16"], "formats": ["in-person"]}
    await house.joined(replace(igor, answers=igor.answers | another_hour))
    await house.passes(days=3)
    await at_matching(anna)
    await anna.waits_for("точно не найдётся")
    await anna.clicks("Для кого никого нет (1)")
    await anna.waits_for("Соня Гусева:")
    await anna.clicks("Назад")
    await anna.waits_for_button("Подобрать")
    await anna.clicks("Подобрать")
    await anna.waits_for_button("Подобрать заново")
    await anna.clicks("Кто остался (1)")
    await anna.waits_for("Соня Гусева · ждёт 3 дня")


@quickly
async def test_two_runs_are_compared(house: House) -> None:
    anna = await house.curator()
    for account in (DIMA, IGOR):
        await comes(house, account)
    await matched(anna)
    await comes(house, KATYA)
    await comes(house, MARAT)
    await anna.clicks("Подобрать заново")
    await anna.waits_for("что получится")
    await anna.clicks("Подобрать")
    await anna.waits_for("2 из 2")
    await anna.clicks("Подобрать заново")
    await anna.waits_for("что получится")
    await anna.clicks("Сравнить с прошлым подбором")
    await anna.waits_for("С каким подбором сравнить?")
    await anna.clicks("· 1 пара")
    await anna.waits_for("Пар: 1 → 2")
    assert "Катя Белова: появится наставник" in anna.sees


@quickly
async def test_settings_are_tapped(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    await at_matching(anna)
    await anna.clicks("⚙️ Настройки подбора")
    await anna.waits_for("Все правила действуют")
    await anna.clicks("Что насколько важно")
    await anna.waits_for_button("Общее время · важно")
    await anna.clicks("Общее время · важно")
    await anna.waits_for("насколько это важно?")
    await anna.clicks("обязательно")
    await anna.waits_for_button("Общее время · обязательно")
    await anna.clicks("‹ Назад")
    await anna.waits_for("Общее время: обязательно")
    await anna.clicks("Правила")
    await anna.waits_for("Правила безопасности отключить нельзя")
    await anna.clicks("☑ Есть общее свободное время")
    await anna.waits_for_button("☐ Есть общее свободное время")
    await anna.clicks("‹ Назад")
    await anna.waits_for("Отключено 1 правило")
    await anna.clicks("Группы")
    await anna.waits_for("от 4 до 6 человек")
    await anna.clicks("Сколько человек в группе")
    await anna.waits_for("Можно от 2 до 12")
    await anna.clicks("от 3 до 5")
    await anna.waits_for("от 3 до 5 человек")
    await anna.clicks("‹ Назад")
    await anna.waits_for_button("☐ Следующий вариант уходит сам")
    await anna.clicks("☐ Следующий вариант уходит сам")
    await anna.waits_for("несовершеннолетним — только после вашего решения")
    await anna.clicks("Дата следующего подбора")
    await anna.waits_for("Когда следующий подбор?")
    await anna.says("27 марта")
    await anna.waits_for("Следующий подбор: 27 марта")


@quickly
async def test_the_order_is_a_document(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    await matched(anna)
    await anna.clicks("📄 Проект приказа (Word)")
    await house.settles()
    assert any("Пока не утверждено ни одной пары" in alert for alert in anna.alerts)
    await anna.clicks("Посмотреть 1 карточку")
    await anna.waits_for("Пара 1 из 1")
    await anna.clicks("Утвердить")
    await anna.waits_for("✓ Утверждено")
    await anna.clicks("К итогам подбора")
    await anna.waits_for_button("Проект приказа")
    await anna.clicks("📄 Проект приказа (Word)")
    content = await anna.waits_for_document("Проект приказа")
    await anna.waits_for("Проект приказа: 1 пара")
    words = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    for said in ("Колледж №1", "Траектория", "Дима Орлов*", "Игорь Сафонов", "ПРИКАЗЫВАЮ"):
        assert said in words, said


@quickly
async def test_a_forged_number_of_a_decision_is_refused(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA)
    await comes(house, IGOR)
    await matched(anna)
    shown = await anna.waits_for("Предложение есть для каждого")
    look = next(b["data"] for row in shown.inline for b in row if "Посмотреть" in b["text"])
    intent = look[: look.index("\x1d") + 1] if "\x1d" in look else look[:7]
    for forged in ("undo:zzz", f"undo:{'A' * 22}x", f"undo:{'A' * 22}99999999999", "do:1"):
        await forges(house, anna, f"{intent}{forged}")
    await at_matching(anna)
    await anna.clicks("Посмотреть 1 карточку")
    await anna.waits_for("Пара 1 из 1")
