"""The intake form, as conversations: taps, typed words, going back, corrections."""

from bot.domain.access import Role
from bot.usecases.applications import queue
from sandbox.people import Person
from tests.town import House


async def at_form(house: House, role: Role = Role.MENTEE, age: str = "18 и старше") -> Person:
    await house.curator()
    lena = await house.newcomer("Лена")
    await lena.starts(await house.link(role))
    for label in ("Русский", "Начать", age, "Согласиться"):
        await lena.clicks(label)
    await lena.waits_for("· 1 из ")
    return lena


MULTIPLE = (5, 6, 7, 8, 9)  # questions that wait for "Next"


async def says_each(lena: Person, *answers: str) -> None:
    """Types the answers, from the first question on."""
    for number, answer in enumerate(answers, 1):
        await lena.says(answer)
        if number in MULTIPLE:
            await lena.clicks("Дальше ›")
        await lena.waits_for(f"{number + 1} из 11")


async def at_review(house: House, age: str = "18 и старше", year: str = "2008") -> Person:
    lena = await at_form(house, age=age)
    about = ("Лена Козлова", year, "колледж", "ПО-21")
    await says_each(lena, *about, "математика", "спорт", "спокойный", "вт 16–18", "очно")
    await lena.clicks("Пропустить")
    await lena.waits_for("11 из 11")
    await lena.clicks("Пропустить")
    await lena.waits_for("Проверь ответы")
    return lena


async def test_taps_and_typed_words_mean_the_same(house: House) -> None:
    lena = await at_form(house)
    await says_each(lena, "Лена Козлова", "12.03.2008", "колледж", "ПО-21")
    await lena.clicks("Математика")
    await lena.waits_for_button("☑ Математика")
    await lena.says("физика")
    await lena.waits_for_button("☑ Физика")
    await lena.says("понять себя")
    await lena.waits_for_button("☑ понять себя")
    await lena.says("ещё и танцы")  # own words are replaced: the limit is not passed
    await lena.waits_for_button("☑ ещё и танцы")
    await lena.clicks("Мой проект")
    await lena.waits_for_alert("не больше 3")
    await lena.clicks("☑ ещё и танцы")
    await lena.waits_for("5 из 11")
    assert not any("танцы" in button for button in lena.buttons)
    await lena.clicks("Дальше ›")
    await lena.waits_for("6 из 11")


async def test_a_double_press_on_next_never_answers_the_next_question(house: House) -> None:
    lena = await at_form(house)
    await says_each(lena, "Лена Козлова", "2008", "коледж", "ПО-21")
    await lena.clicks("Математика")
    shown = await lena.waits_for("5 из 11")
    next_ = next(b["data"] for row in shown.inline for b in row if b["text"] == "Дальше ›")
    await lena.presses(shown.id, next_)
    await lena.presses(shown.id, next_)  # quicker than the screen
    await house.settles()
    assert "6 из 11" in lena.sees


async def test_going_back_shows_the_answer_and_keeps_it(house: House) -> None:
    lena = await at_form(house)
    await lena.says("Лена")
    await lena.waits_for("2 из 11")
    await lena.clicks("Назад")
    await lena.waits_for("Сейчас: Лена")
    await lena.clicks("Оставить как есть")
    await lena.waits_for("2 из 11")
    await lena.clicks("Назад")
    await lena.waits_for("1 из 11")
    await lena.says("Елена")
    await lena.waits_for("2 из 11")
    await lena.clicks("Назад")
    await lena.waits_for("Сейчас: Елена")


async def test_what_cannot_be_an_answer_is_explained_and_nothing_is_lost(house: House) -> None:
    lena = await at_form(house)
    await lena.says("Лена")
    await lena.waits_for("2 из 11")
    await lena.says("давно")
    await lena.waits_for("Подойдёт: 1950–2020")
    await lena.sends_file("cat.txt", b"meow")
    await lena.waits_for("только слова и кнопки")
    await lena.waits_for("2 из 11")
    await lena.says("2008")
    await lena.waits_for("3 из 11")


async def test_a_name_is_shown_exactly_as_typed(house: House) -> None:
    lena = await at_form(house)
    name = "Лена <b>&amp; Co</b> שלום"
    await lena.says(name)
    await lena.waits_for("2 из 11")
    await lena.clicks("Назад")
    await lena.waits_for(f"Сейчас: {name}")


async def test_a_pause_keeps_everything(house: House) -> None:
    lena = await at_form(house)
    await lena.says("Лена")
    await lena.waits_for("2 из 11")
    await lena.clicks("Пауза")
    await lena.waits_for("Анкета начата")
    await lena.clicks("Продолжить анкету")
    await lena.waits_for("2 из 11")


async def test_the_review_lists_all_and_corrects_one(house: House) -> None:
    lena = await at_review(house)
    assert "4. Класс или группа? ПО-21" in lena.sees
    assert "11. Что сделает встречи удобнее? пропущено" in lena.sees
    await lena.clicks("✏️ 4")
    await lena.waits_for("Сейчас: ПО-21")
    await lena.says("ПО-22")
    await lena.waits_for("4. Класс или группа? ПО-22")
    await lena.says("11")
    await lena.waits_for("11 из 11")
    await lena.says("сидеть у окна")
    await lena.clicks("Дальше ›")
    await lena.waits_for("встречи удобнее? сидеть у окна")
    await lena.says("что дальше?")
    await lena.waits_for("номер ответа")


async def test_an_adults_form_goes_to_the_curator(house: House) -> None:
    lena = await at_review(house)
    await lena.clicks("Отправить")
    await lena.waits_for("Анкета отправлена")
    assert "Анна Петрова" in lena.sees
    anna = await house.world.actor(101)
    seen = await queue.page(
        house.stage.parts.db,
        anna,
        programme_id=house.programme_id,
        profile=house.stage.parts.profile,
    )
    assert [line.name for line in seen.lines] == ["Лена Козлова"]


async def test_sending_twice_sends_once(house: House) -> None:
    lena = await at_review(house)
    letter = lena.letters[-1]
    send = next(b["data"] for row in letter.inline for b in row if "Отправить" in b["text"])
    await lena.presses(letter.id, send)
    await lena.waits_for("Анкета отправлена")
    anna = await house.world.actor(101)
    seen = await queue.page(
        house.stage.parts.db,
        anna,
        programme_id=house.programme_id,
        profile=house.stage.parts.profile,
    )
    assert len(seen.lines) == 1


async def test_a_minors_form_waits_for_the_guardian(house: House) -> None:
    lena = await at_review(house, age="14–17", year="12 марта 2014")
    await lena.clicks("Отправить")
    await lena.waits_for("До 18 лет нужно согласие")


async def test_who_said_adult_but_was_born_late_is_asked_for_the_day_and_is_a_minor(
    house: House,
) -> None:
    lena = await at_form(house)
    await lena.says("Лена")
    await lena.waits_for("Год рождения?")
    await lena.says("2015")
    await lena.waits_for("Дата рождения?")
    await lena.says("31.06.2015")
    await lena.waits_for("Такого дня в календаре нет")
    await lena.says("12 марта 2015 г.")
    await lena.waits_for("3 из 11")
    for number, answer in enumerate(("колледж", "ПО-21", "физика"), 4):
        await lena.says(answer)
        await lena.waits_for(f"{min(number, 5)} из 11")
    for _ in range(3):
        await lena.clicks("Дальше ›")
    await lena.says("вт вечером, сб утром")
    await lena.waits_for_button("☑ 18–20")
    await lena.clicks("Дальше ›")
    await lena.says("онлайн")
    await lena.clicks("Дальше ›")
    await lena.clicks("Пропустить")
    await lena.waits_for("11 из 11")
    await lena.clicks("Пропустить")
    await lena.waits_for("2. Дата рождения? 12.03.2015")
    await lena.clicks("Отправить")
    await lena.waits_for("До 18 лет нужно согласие")


async def test_a_sent_form_can_be_corrected_from_the_menu(house: House) -> None:
    lena = await at_review(house)
    await lena.clicks("Отправить")
    await lena.waits_for("Анкета отправлена")
    await lena.clicks("В меню")
    await lena.clicks("Изменить анкету")
    await lena.waits_for("Проверь")
    await lena.clicks("✏️ 4")
    await lena.waits_for("4 из 11")
    await lena.says("ПО-23")
    await lena.waits_for("ПО-23")
    await lena.clicks("Отправить")
    await lena.waits_for("Изменения сохранены")


async def test_the_mentors_form_in_english(house: House) -> None:
    await house.curator()
    igor = await house.newcomer("Igor", language="en")
    await igor.starts(await house.link(Role.MENTOR))
    for label in ("English", "Let's start", "18 or over", "I agree"):
        await igor.clicks(label)
    await igor.waits_for("· 1 of ")
    await igor.says("Igor Stone")
    await igor.waits_for("· 2 of ")
    await igor.says("1980")
    await igor.waits_for("· 3 of ")
    await igor.clicks("Back")
    await igor.waits_for("Now: 1980")


async def test_the_question_comes_again_below_an_answer_that_was_refused(house: House) -> None:
    """The explanation stood last, and the buttons far above it."""
    lena = await at_form(house)
    await lena.says("Лена Козлова")
    await lena.waits_for("Год рождения?")
    await lena.says("давно")
    await lena.waits_for("Не получилось понять")
    shown = await lena.town.until(lambda: "Год рождения?" in lena.letters[-1].text or None, 15)
    assert shown, lena.screen()
    assert "‹ Назад" in lena.letters[-1].buttons
    with_buttons = [one for one in lena.letters if one.inline]
    assert len(with_buttons) == 1, "the screen before has kept its buttons"
    await lena.says("2010")
    await lena.waits_for("Где ты учишься?")
