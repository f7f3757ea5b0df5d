"""A curator makes a programme, as a conversation."""

import asyncio

from bot.domain.access import Role
from tests.town import ORGANISATION, House


async def test_a_curator_makes_a_programme_and_is_told_what_to_do_first(house: House) -> None:
    token = await house.stage.invite(Role.CURATOR, ORGANISATION)
    anna = await house.newcomer("Anna")
    await anna.starts(token)
    await anna.waits_for("Как вас зовут?")
    await anna.says("  Анна   Петрова ")
    await anna.waits_for("1 из 4")

    await anna.says("Траектория <&> «2030»")
    await anna.waits_for("Траектория <&> «2030»")
    await anna.clicks("Дальше")
    await anna.waits_for_alert("ничего не выбрано")
    await anna.clicks("Работодатель")
    await anna.waits_for_button("☑ Работодатель")
    await anna.clicks("Дальше")

    await anna.waits_for("3 из 4")
    await anna.clicks("Сегодня, 13 марта")
    await anna.waits_for("Начало: 13 марта")
    await anna.clicks("31 мая")
    await anna.waits_for("Проверим")
    assert "13 марта — 31 мая" in anna.sees

    await anna.clicks("Создать программу")
    await anna.waits_for("Что это за организация?")
    await anna.clicks("Потом, к программе")
    await anna.waits_for("Первый шаг — позвать людей")
    assert anna.buttons[0] == "Пригласить"
    await anna.says("/menu")
    await anna.waits_for_button("Траектория <&> «2030»")


async def test_a_name_she_gave_before_is_offered_and_not_asked_again(house: House) -> None:
    anna = await house.curator()
    await anna.says("/menu")
    await anna.clicks("Новая программа")
    await anna.waits_for("1 из 4")
    await anna.clicks("Назад")
    await anna.waits_for_button("Оставить: Анна Петрова")
    await anna.clicks("Оставить")
    await anna.waits_for("1 из 4")


async def test_days_can_be_typed_or_taken_from_the_calendar(house: House) -> None:
    anna = await house.curator()
    await anna.says("/menu")
    await anna.clicks("Новая программа")
    await anna.waits_for("1 из 4")
    await anna.says("Вторая")
    await anna.waits_for("2 из 4")
    await anna.clicks("Учитель")
    await anna.waits_for_button("☑ Учитель")
    await anna.clicks("Дальше")
    await anna.waits_for("3 из 4")

    await anna.says("когда-нибудь")
    await anna.waits_for("Не получилось узнать дату")
    await anna.says("1 сентября")
    await anna.waits_for("Начало: 1 сентября")
    await anna.clicks("Другой день")
    await anna.waits_for_button("Май 2031")
    await anna.clicks("›")
    await anna.waits_for_button("Июнь 2031")
    await anna.clicks("27")
    await anna.waits_for("27 июня 2031")

    await anna.clicks("Назад")
    await anna.waits_for("3 из 4")
    await anna.says("1 сентября")
    await anna.waits_for("4 из 4")
    await anna.says("31.08.2030")
    await anna.waits_for("Окончание должно быть позже начала")
    await anna.says("1 июля")
    await anna.waits_for("1 сентября — 1 июля 2031")


async def test_an_end_typed_without_its_year_lies_after_the_start(house: House) -> None:
    """Counted from today it lay before the start, which came out only on the last screen."""
    anna = await house.curator()
    await anna.says("/menu")
    await anna.clicks("Новая программа")
    await anna.waits_for("1 из 4")
    await anna.says("Вторая")
    await anna.waits_for("2 из 4")
    await anna.clicks("Учитель")
    await anna.clicks("Дальше")
    await anna.waits_for("3 из 4")
    await anna.says("через неделю")
    await anna.waits_for("Начало: 20 марта")
    await anna.says("13 марта")
    await anna.waits_for("20 марта — 13 марта 2031")
    await anna.clicks("Создать")
    await anna.waits_for("Что это за организация?")


async def test_a_sticker_instead_of_a_name_is_answered(house: House) -> None:
    anna = await house.curator()
    await anna.says("/menu")
    await anna.clicks("Новая программа")
    await anna.waits_for("1 из 4")
    await anna.sends_file("voice.ogg", b"hm", mime="audio/ogg")
    await anna.waits_for("только слова и кнопки")
    await anna.waits_for("1 из 4")


async def test_a_double_press_makes_one_programme(house: House) -> None:
    token = await house.stage.invite(Role.CURATOR, ORGANISATION)
    anna = await house.newcomer("Anna", language="en")
    await anna.starts(token)
    await anna.waits_for("What is your name?")
    await anna.says("Anna")
    await anna.waits_for("1 of 4")
    await anna.says("Path")
    await anna.waits_for("2 of 4")
    await anna.clicks("Employer")
    await anna.waits_for_button("☑ Employer")
    await anna.clicks("Next")
    await anna.waits_for("3 of 4")
    await anna.clicks("1 September")
    await anna.waits_for("It begins on 1 September")
    await anna.clicks("31 May")
    shown = await anna.waits_for("All correct?")
    pressed = next(b["data"] for row in shown.inline for b in row if "Create" in b["text"])
    await asyncio.gather(anna.presses(shown.id, pressed), anna.presses(shown.id, pressed))
    await anna.waits_for("What kind of organisation is it?")
    await anna.says("/menu")
    await anna.waits_for_button("Path")
    assert sum("Path" in label for label in anna.buttons) == 1


async def test_who_curates_nothing_cannot_make_a_programme(house: House) -> None:
    await house.curator()
    bob = await house.newcomer("Bob")
    await bob.starts(await house.link(Role.MENTEE))
    await bob.says("/menu")
    await bob.waits_for_button("Начать")
    assert not any("программа" in label for label in bob.buttons)


async def test_a_year_is_one_tap_and_the_rest_three_short_questions(house: House) -> None:
    """Organisation, clock, learners, targets: mostly taps, and each can be skipped."""
    token = await house.stage.invite(Role.CURATOR, ORGANISATION)
    anna = await house.newcomer("Anna")
    await anna.starts(token)
    await anna.waits_for("Как вас зовут?")
    await anna.says("Анна Петрова")
    await anna.waits_for("1 из 4")
    await anna.says("Траектория")
    await anna.waits_for("2 из 4")
    await anna.clicks("Учитель")
    await anna.waits_for_button("☑ Учитель")
    await anna.clicks("Дальше")
    await anna.waits_for("3 из 4")
    await anna.clicks("Учебный год 2030/31")
    await anna.waits_for("1 сентября — 31 мая 2031")
    await anna.clicks("Создать")
    await anna.waits_for("Что это за организация?")
    await anna.clicks("Колледж")
    await anna.waits_for("По каким часам")
    assert anna.buttons[0] == "✓ Челябинск, Екатеринбург"
    await anna.clicks("Омск")
    await anna.waits_for("сколько обучающихся всего?")
    await anna.says("много")
    await anna.waits_for("Нужно число от 0")
    await anna.says("1 200")
    await anna.waits_for("сколько из них от 10 до 19 лет?")
    await anna.says("1300")
    await anna.waits_for("Часть получилась больше целого")
    await anna.says("800")
    await anna.waits_for("сколько от 15 до 19 лет?")
    assert "Всего обучающихся: 1\N{NO-BREAK SPACE}200" in anna.sees
    await anna.clicks("Пропустить")
    await anna.waits_for("сколько наставляемых")
    await anna.says("40")
    await anna.waits_for("сколько наставников?")
    await anna.clicks("Потом")
    await anna.waits_for("Первый шаг — позвать людей")
    async with house.stage.parts.db.reading() as tx:
        [(programme, home)] = await tx.programmes.every()
    assert (home.kind, home.timezone) == ("college", "Asia/Omsk")
    assert home.contingent == {"total": 1200, "from-10-to-19": 800}
    assert programme.targets == {"mentees": 40}


async def test_a_curator_of_two_organisations_is_asked_in_which(house: House) -> None:
    anna = await house.curator()
    await anna.starts(await house.stage.invite(Role.CURATOR, "Школа №2"))
    await anna.waits_for_button("Траектория")
    await anna.clicks("Новая программа")
    await anna.waits_for("В какой организации")
    await anna.clicks("Школа №2")
    await anna.waits_for("1 из 4")
    await anna.says("Рост")
    await anna.waits_for("2 из 4")
    await anna.clicks("Ученик — ученик")
    await anna.waits_for_button("☑ Ученик — ученик")
    await anna.clicks("Дальше")
    await anna.waits_for("3 из 4")
    await anna.clicks("Учебный год 2030/31")
    await anna.waits_for("«Рост» · Школа №2")
    await anna.clicks("Создать")
    await anna.waits_for("🏫 Школа №2")
    await anna.says("/menu")
    await anna.waits_for("«Рост · Школа №2»")
    assert "«Траектория · Колледж №1»" in anna.sees
