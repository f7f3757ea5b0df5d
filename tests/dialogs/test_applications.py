"""The curator decides applications, as conversations."""

import asyncio

from bot.domain.access import Role
from sandbox.people import Person
from tests.dialogs.cast import ARTYOM, DIMA, IGOR, MARAT, NASTYA, at_desk, comes
from tests.town import House


async def at_queue(anna: Person) -> None:
    await at_desk(anna)
    await anna.clicks("Заявки")
    await anna.waits_for("📝 Заявки")


async def test_a_decision_leads_to_the_next_application(house: House) -> None:
    anna = await house.curator()
    await comes(house, DIMA, state="applied")
    await house.passes(hours=1)
    artyom = await comes(house, ARTYOM, state="applied")
    await house.passes(days=2)
    await at_queue(anna)
    assert anna.buttons[0] == "Дима Орлов · наставляемый · 2 дня"

    await anna.clicks("Артём")
    await anna.waits_for("Ждёт вашего решения 2 дня")
    assert "Выбор профессии" in anna.sees
    await anna.clicks("Принять")
    await anna.waits_for("✓ Артём Власов: заявка принята")
    assert "Дима Орлов · наставляемый" in anna.sees
    assert "согласие родителя получено" in anna.sees
    await house.settles()
    await artyom.waits_for("Тебя приняли")

    await anna.clicks("Принять")
    await anna.waits_for("Всё разобрано")
    await anna.clicks("Назад")
    await anna.waits_for_button("Рабочий стол")


async def test_a_double_press_never_decides_the_next_one(house: House) -> None:
    anna = await house.curator()
    await comes(house, IGOR, state="ready")
    await house.passes(hours=1)
    await comes(house, MARAT, state="ready")
    await at_queue(anna)
    await anna.clicks("Игорь")
    shown = await anna.waits_for("ЧТЗ")
    approve = next(b["data"] for row in shown.inline for b in row if b["text"] == "Принять")
    await asyncio.gather(*(anna.presses(shown.id, approve) for _ in range(3)))
    await house.settles()
    assert not anna.alerts
    assert "Марат Хасанов" in anna.sees
    await at_queue(anna)
    await anna.waits_for_button("Марат Хасанов")


async def test_a_mentor_is_declined_with_a_reason_of_the_profile(house: House) -> None:
    anna = await house.curator()
    igor = await comes(house, IGOR, state="applied")
    await at_queue(anna)
    await anna.clicks("Игорь")
    await anna.clicks("Отказать")
    await anna.waits_for("почему отказ?")
    await anna.clicks("Назад")
    await anna.waits_for_button("Отказать")
    await anna.clicks("Отказать")
    await anna.clicks("Нет общего времени")
    await anna.waits_for("✓ Игорь Сафонов: отказ с объяснением")
    await house.settles()
    await igor.waits_for("Спасибо, что откликнулись")


async def test_a_mentee_is_declined_kindly_and_the_letter_leads_on(house: House) -> None:
    """Ready letters spoke to mentors only: a pupil got the curator's bare words or nothing."""
    anna = await house.curator()
    artyom = await comes(house, ARTYOM, state="applied")
    await at_queue(anna)
    await anna.clicks("Артём")
    await anna.clicks("Отказать")
    await anna.waits_for("доброе письмо")
    await anna.clicks("Свободных наставников сейчас нет")
    await anna.waits_for("отказ с объяснением")
    await house.settles()
    await artyom.waits_for("Добавь в анкету другие темы или часы")
    await artyom.clicks("Изменить анкету")
    await artyom.waits_for("Проверь ответы")


async def test_an_alumna_is_declined_with_words_for_alumni(house: House) -> None:
    anna = await house.curator()
    maria = await house.newcomer("Maria")
    await maria.starts(await house.link(Role.ALUMNUS))
    await maria.clicks("Русский")
    await maria.clicks("Начать")
    await maria.clicks("18 и старше")
    await maria.clicks("Согласиться")
    for number, answer in enumerate(("Мария Лебедева", "1992", "2010", "Экскурсия"), 1):
        await maria.waits_for(f"{number} из 7")
        await maria.says(answer)
    await maria.clicks("Дальше")
    await maria.clicks("Один раз")
    await maria.clicks("Пропустить")
    await maria.says("нет")
    await maria.clicks("Отправить")
    await maria.waits_for("Анкета отправлена")
    await house.settles()
    await at_queue(anna)
    await anna.clicks("Мария")
    await anna.clicks("Отказать")
    await anna.waits_for("доброе письмо")
    assert not any("аставник" in label for label in anna.buttons)
    await anna.clicks("Не нашли среди выпускников")
    await anna.waits_for("отказ с объяснением")
    await house.settles()
    await maria.waits_for("Проверьте в анкете имя и год выпуска")


async def test_own_words_reach_the_person_as_they_are(house: House) -> None:
    anna = await house.curator()
    artyom = await comes(house, ARTYOM, state="applied")
    await at_queue(anna)
    await anna.clicks("Артём")
    await anna.clicks("Отказать")
    await anna.waits_for("почему отказ?")
    assert "Свободных наставников сейчас нет" in anna.buttons
    assert not any("времени" in label for label in anna.buttons), "those letters speak to mentors"
    await anna.clicks("Своими словами")
    await anna.waits_for("что ответить?")
    await anna.says("x" * 501)
    await anna.waits_for("не больше 500")
    await anna.says("Группа набрана <до осени> & точка")
    await anna.waits_for("отказ с объяснением")
    await house.settles()
    await artyom.waits_for("Группа набрана <до осени> & точка")


async def test_answers_of_a_minor_stay_closed_until_a_parent_agrees(house: House) -> None:
    anna = await house.curator()
    await comes(house, NASTYA, state="guardian")
    await at_queue(anna)
    await anna.waits_for("Всё разобрано")
    await anna.clicks("Ждут родителей (1)")
    await anna.waits_for_button("Настя Никитина")
    await anna.clicks("Настя")
    await anna.waits_for("нужно согласие родителя")
    assert "ДИ-11" not in anna.sees
    assert "Принять" not in anna.buttons

    await anna.clicks("📄 Бумажные согласия")
    await anna.waits_for("Отметьте то, что держите в руках")
    assert "Согласие участника до 18 лет" not in anna.buttons, "he has agreed in the chat"
    await anna.clicks("Согласие родителя или опекуна")
    await anna.waits_for("Какого числа подписано?")
    await anna.says("завтра")
    await anna.waits_for("Какой номер у бумаги?")
    await anna.says("15/7")
    await anna.waits_for("не могли подписать завтра")
    await anna.clicks("‹ Назад")
    await anna.says("12 марта")
    await anna.says("15/7")
    await anna.waits_for("✓ Отмечено: Согласие родителя или опекуна")
    await anna.clicks("‹ Назад")
    await anna.waits_for("согласие родителя получено")
    assert "ДИ-11" in anna.sees
    await anna.clicks("Принять")
    await anna.waits_for("✓ Настя Никитина: заявка принята")


async def test_a_long_queue_has_pages(house: House) -> None:
    anna = await house.curator()
    for account in (301, 302, 303, 304, 305, 306, 307):
        await comes(house, account, state="applied")
        await house.passes(minutes=1)
    await at_queue(anna)
    assert sum("наставляемый" in label for label in anna.buttons) == 6
    await anna.clicks("›")
    await anna.waits_for_button("Руслан")
    await anna.clicks("‹")
    await anna.waits_for_button("Дима")


async def test_names_are_shown_as_typed(house: House) -> None:
    anna = await house.curator()
    await comes(house, ARTYOM, state="applied", name="Иван & <b>Ко</b> {name}")
    await at_queue(anna)
    await anna.clicks("Иван & <b>Ко</b> {name}")
    await anna.waits_for("Иван & <b>Ко</b> {name} · наставляемый")
    await anna.clicks("Принять")
    await anna.waits_for("✓ Иван & <b>Ко</b> {name}: заявка принята")


async def test_a_declined_mentor_changes_the_form_and_applies_again(house: House) -> None:
    anna = await house.curator()
    igor = await comes(house, IGOR, state="applied")
    await at_queue(anna)
    await anna.clicks("Игорь")
    await anna.clicks("Отказать")
    await anna.clicks("Нет общего времени")
    await anna.waits_for("✓ Игорь Сафонов: отказ с объяснением")
    await house.settles()
    await igor.waits_for("добавьте их в анкету")
    await igor.says("/menu")
    await igor.waits_for("В этот раз не получилось")
    await igor.clicks("Изменить анкету")
    await igor.waits_for("Проверьте ответы")
    await igor.clicks("Отправить")
    await igor.waits_for("Анкета отправлена")
    await house.settles()
    await at_queue(anna)
    await anna.waits_for_button("Игорь Сафонов · наставник")
