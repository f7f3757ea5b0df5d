"""The way in, from the link to the sent form, over HTTP: every tap and typed answer is counted."""

from dataclasses import dataclass, field

import pytest

from bot.domain.access import Role
from bot.domain.participations import Participation
from bot.usecases.joining import intake
from sandbox.people import Person
from tests.dialogs.cast import at_desk
from tests.town import House

MOST_TAPS, MOST_TYPED = 25, 4


@dataclass
class Hand:
    """A person whose presses and messages are counted."""

    person: Person
    taps: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)

    async def presses(self, *labels: str) -> None:
        for label in labels:
            self.taps.append(label)
            await self.person.clicks(label)

    async def types(self, text: str, then: str) -> None:
        self.typed.append(text)
        await self.person.says(text)
        await self.person.waits_for(then)


async def comes(house: House, role: Role, name: str, language: str = "ru") -> Hand:
    person = await house.newcomer(name, language=language)
    await person.starts(await house.link(role))
    return Hand(person)


async def restarts(house: House) -> None:
    """As after SIGTERM: another process, the same rows."""
    await house.stage.lower_curtain()
    await house.stage.raise_curtain()


async def participation(house: House, person: Person, place: int = 0) -> Participation:
    steps = await intake.steps(house.stage.parts.db, await house.world.actor(person.id))
    async with house.stage.parts.db.reading() as tx:
        return await tx.get(Participation, steps[place].participation_id)


async def test_a_mentee_is_in_with_few_taps_and_a_restart_loses_nothing(house: House) -> None:
    await house.curator()
    lena = await comes(house, Role.MENTEE, "Лена")
    await lena.presses("Русский", "Начать", "14–17", "Согласиться")
    await lena.types("Лена Кузнецова", "Дата рождения?")
    await lena.types("12 марта 2014", "Где ты учишься?")
    await lena.presses("Колледж")
    await lena.types("ПО-21", "С чем поможет наставник?")
    await lena.presses("Математика")
    await lena.types("разобраться, чего хочу", "С чем поможет наставник?")
    await restarts(house)
    await lena.presses("Дальше ›", "Спорт", "Музыка", "Дальше ›", "Спокойный", "Дальше ›")
    await lena.person.waits_for("Когда тебе удобно встречаться?")
    await lena.presses("Вт", "Все вечера", "Дальше ›", "Очно", "Онлайн", "Дальше ›")
    await lena.presses("Пропустить", "Пропустить")
    await lena.person.waits_for("Проверь ответы")
    for answer in (
        "12.03.2014",
        "Математика, разобраться, чего хочу",
        "Вт 14–16, 16–18, 18–20; Ср 18–20",
    ):
        assert answer in lena.person.sees
    await lena.presses("Отправить")
    await lena.person.waits_for("До 18 лет нужно согласие")
    assert (len(lena.taps), len(lena.typed)) <= (MOST_TAPS, MOST_TYPED)
    assert len(lena.typed) <= MOST_TYPED
    sent = await participation(house, lena.person)
    assert (sent.kind, sent.form_sent) == ("student", True)


async def test_the_same_in_english_for_an_adult(house: House) -> None:
    await house.curator()
    kate = await comes(house, Role.MENTEE, "Kate", language="en")
    await kate.presses("English", "Let's start", "18 or over", "I agree")
    await kate.types("Kate Orlova", "Which year were you born?")
    await kate.types("2010", "Where do you study?")
    await kate.presses("School")
    await kate.types("11A", "What would you like help with?")
    await kate.presses("Physics", "Next ›", "Skip", "Skip")
    await kate.person.waits_for("When could you meet?")
    await kate.types("Tue evening, Sat morning", "When could you meet?")
    await kate.presses("Next ›", "Online", "Next ›", "Skip", "A quiet place", "Next ›")
    await kate.person.waits_for("Tue 18–20; Sat 10–12")
    await kate.presses("Send")
    await kate.person.waits_for("on its way")
    assert len(kate.taps) <= MOST_TAPS
    assert len(kate.typed) <= MOST_TYPED
    sent = await participation(house, kate.person)
    assert (sent.state, sent.kind) == ("applied", "pupil")


REST = (  # what every category is asked
    "О моей профессии", "Дальше ›", "Волонтёрство", "Дальше ›", "Книги", "Дальше ›", "14–15 лет",
    "Дальше ›", "3–4 часа", "2", "Онлайн", "Дальше ›", "Татарский", "Дальше ›", "Все будни",
    "Дальше ›", "Пропустить",
)  # fmt: skip
CATEGORIES: dict[str, tuple[str, tuple[str, ...]]] = {
    # the button, and then what is typed (with a space) or pressed before the common questions
    "learner": ("Учусь", ("> ПО-41",)),
    "teacher": ("Преподаю", ("> колледж, преподаватель физики", "> ПО-21, ПО-22", "Нет")),
    "alumnus": ("Из выпускников", ("> завод, мастер", "Нет")),
    "employer": ("С предприятия", ("> ЧТЗ, инженер-конструктор", "Нет")),
    "parent": ("Родитель", ("> больница, врач", "Да", "> 9Б")),
    "other": ("Другое", ("> музей, хранитель", "> нет")),
}


@pytest.mark.parametrize("kind", CATEGORIES)
async def test_a_mentor_of_each_category_applies(house: House, kind: str) -> None:
    await house.curator()
    igor = await comes(house, Role.MENTOR, "Игорь")
    label, own = CATEGORIES[kind]
    await igor.presses("Русский", "Начать", "18 и старше", "Согласиться")
    await igor.types("Игорь Сафонов", "Год рождения?")
    await igor.types("1985", "в программе?")
    await igor.presses(label)
    for step in own:
        if step.startswith("> "):
            await igor.types(step[2:], "Анкета наставника")
        else:
            await igor.presses(step)
    await igor.person.waits_for("помо")
    await igor.presses(*REST)
    await igor.person.waits_for("ответы")
    await igor.presses("Отправить")
    await igor.person.waits_for("Анкета отправлена")
    assert len(igor.typed) <= MOST_TYPED
    sent = await participation(house, igor.person)
    assert (sent.state, sent.kind) == ("applied", kind)
    if kind == "parent":
        assert sent.response_id is not None


async def test_a_young_mentor_is_a_learner_without_being_asked(house: House) -> None:
    await house.curator()
    oleg = await comes(house, Role.MENTOR, "Олег")
    await oleg.presses("Русский", "Начать", "14–17", "Согласиться")
    await oleg.types("Олег Ким", "Дата рождения?")
    await oleg.types("1 мая 2013", "Класс или группа?")
    await oleg.types("11А", "С чем можешь помочь?")


async def test_a_slip_is_asked_about_and_forgiven(house: House) -> None:
    await house.curator()
    lena = await comes(house, Role.MENTEE, "Лена")
    await lena.presses("Русский", "Начать", "18 и старше", "Согласиться")
    await lena.types("Лена", "Год рождения?")
    await lena.types("две тысячи десятый", "Не получилось понять")
    await lena.types("2010 г.", "Где ты учишься?")
    await lena.types("колидж", "Похоже на «Колледж»")
    await lena.types("колледжж", "Класс или группа?")


async def test_times_that_are_not_offered_are_explained(house: House) -> None:
    await house.curator()
    lena = await comes(house, Role.MENTEE, "Лена")
    await lena.presses("Русский", "Начать", "18 и старше", "Согласиться")
    await lena.types("Лена", "Год рождения?")
    await lena.types("2010", "Где ты учишься?")
    await lena.presses("Школа")
    await lena.types("11А", "С чем поможет")
    await lena.types("матиматика", "С чем поможет")
    await lena.types("дальше", "Что тебе интересно")
    await lena.types("пропустить", "Какой наставник подойдёт?")
    await lena.types("нет", "Когда тебе удобно")
    await lena.types("в воскресенье ночью", "Не получилось понять время")
    await lena.types("вт и чт вечером", "Когда тебе удобно")
    await lena.person.waits_for_button("☑ 18–20")
    assert [one for one in lena.person.buttons if one.startswith("☑")] == ["☑ 18–20"] * 2
    await lena.presses("Сб")
    await lena.person.waits_for_button("☑ Сб")
    await lena.presses("☑ Сб")
    await lena.person.waits_for_button("Сб")
    assert len([one for one in lena.person.buttons if one.startswith("☑")]) == 2


async def test_the_curator_sees_what_changed_and_is_told_once(house: House) -> None:
    anna = await house.curator()
    kate = await comes(house, Role.MENTEE, "Катя")
    await kate.presses("Русский", "Начать", "18 и старше", "Согласиться")
    for text, then in (("Катя Белова", "Год"), ("2010", "Где")):
        await kate.types(text, then)
    await kate.presses("Колледж")
    await kate.types("ПО-21", "С чем")
    await kate.presses("Физика", "Дальше ›", "Пропустить", "Пропустить", "Все вечера", "Дальше ›")
    await kate.presses("Онлайн", "Дальше ›", "Пропустить", "Пропустить", "Отправить")
    await kate.person.waits_for("Анкета отправлена")
    await house.settles()
    await kate.presses("В меню", "Изменить анкету", "✏️ 4")
    await kate.person.waits_for("Сейчас: ПО-21")
    await kate.types("ПО-22", "Проверь ответы")
    await kate.presses("Отправить")
    await kate.person.waits_for("Изменения сохранены")
    await house.passes(days=1)
    letter = next(one for one in anna.letters if "изменил" in one.text)
    assert letter.buttons == ["Катя Белова"]
    button = next(b for row in letter.inline for b in row)
    await anna.presses(letter.id, button["data"])
    await anna.waits_for("Изменено после отправки")
    assert "ПО-21" in anna.sees
    assert "→ ПО-22" in anna.sees
    await house.passes(days=2)
    assert len([one for one in anna.letters if "изменил" in one.text]) == 1


async def test_who_left_the_form_is_asked_twice_and_then_left_in_peace(house: House) -> None:
    await house.curator()
    lena = await comes(house, Role.MENTEE, "Лена")
    await lena.presses("Русский", "Начать", "18 и старше", "Согласиться")
    await lena.types("Лена", "Год рождения?")
    await house.passes(days=1, hours=20)
    await lena.types("2010", "Где ты учишься?")
    await house.passes(days=1, hours=20)
    assert not any("ждёт" in one.text for one in lena.person.letters)
    await house.passes(days=1)
    assert len([one for one in lena.person.letters if "осталось 9 вопросов" in one.text]) == 1
    await house.passes(days=4)
    await restarts(house)
    await house.passes(days=3)
    assert len([one for one in lena.person.letters if "Больше напоминать не буду" in one.text]) == 1
    await house.passes(days=40)
    assert len([one for one in lena.person.letters if "осталось 9 вопросов" in one.text]) == 2
    await lena.presses("Заполнить анкету")
    await lena.person.waits_for("Где ты учишься?")
    await lena.presses("Школа")
    await lena.person.waits_for("Класс или группа?")


async def test_where_am_i_says_what_is_done_and_what_is_awaited(house: House) -> None:
    await house.curator()
    kate = await comes(house, Role.MENTEE, "Катя")
    await kate.presses("Русский", "Начать", "18 и старше", "Согласиться")
    await kate.person.says("/where")
    await kate.person.waits_for("✓ Согласие на обработку данных · 13 марта")
    assert "• Анкета — ждём тебя" in kate.person.sees
    assert "○ Решение куратора" in kate.person.sees
    await kate.presses("Продолжить")
    await kate.person.waits_for("1 из 11")


async def test_a_curator_is_not_offered_a_path_of_her_own(house: House) -> None:
    anna = await house.curator()
    await at_desk(anna)
    await anna.says("/where")
    await anna.waits_for("участия в программах нет")
