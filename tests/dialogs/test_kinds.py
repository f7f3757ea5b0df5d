"""Every kind of question in conversation, by taps and by words."""

from dataclasses import replace
from typing import Any

from bot.domain.absences import HARD_TO_SAY
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import (
    Acknowledge,
    CalendarDate,
    Decimal,
    Kind,
    Likert,
    Multiple,
    Number,
    Option,
    Ranking,
    Scale,
    Single,
    Text,
    TimeOfDay,
    YesNo,
)
from bot.domain.responses import Response, ResponseState
from bot.domain.words import Words
from bot.messenger.acts import act_data
from sandbox.people import Person
from tests.dialogs.cast import DIMA, comes, forges
from tests.dialogs.test_survey import data_of
from tests.town import House


def words(ru: str, en: str | None = None) -> Words:
    return Words.of({"ru": ru, "en": en or ru})


CHOICES = (
    Option("school", words("Школа", "School")),
    Option("friends", words("Друзья", "Friends")),
    Option("sport", words("Спорт", "Sport")),
    Option("nothing", words("Ничего", "None of these")),
)
STEPS = tuple(
    words(ru, en) for ru, en in (("Не согласен", "Disagree"), ("Как когда", "It varies"),
                                 ("Согласен", "Agree"))
)  # fmt: skip


def item(key: str, kind: Kind, **more: Any) -> Item:
    return Item(key, kind, words(f"Вопрос {key}?", f"Question {key}?"), **more)


LEAD = words("Насколько верно про вас", "How true is it of you")
FORM = Questionnaire(
    key="kinds",
    version=1,
    title=words("Разное", "All sorts"),
    audience="pair",
    items=(
        Item("read", Acknowledge(label=words("Понятно", "I see")),
             words("Речь о программе «{programme}» и о том, как вам с {with_partner}.",
                   "This is about “{programme}” and {partner}.")),
        item("ten", Scale(low=0, high=10, columns=6), hard_to_say=True),
        item("a", Likert(labels=STEPS), matrix="m", lead=LEAD),
        item("b", Likert(labels=STEPS), matrix="m", lead=LEAD, reversed=True),
        item("one", Single(choices=CHOICES[:3])),
        item("some", Multiple(choices=CHOICES, most=2, exclusive=("nothing",))),
        item("order", Ranking(choices=CHOICES[:3])),
        item("yes", YesNo(yes=words("Да", "Yes"), no=words("Нет", "No"))),
        item("year", Number(low=0, high=99)),
        item("mark", Decimal(low=2, high=5)),
        item("day", CalendarDate(calendar=True)),
        item("hour", TimeOfDay()),
        item("line", Text(longest=80), optional=True),
    ),
)  # fmt: skip


async def asked(house: House, questionnaire: Questionnaire = FORM) -> Person:
    """Dima at the first question."""
    await house.curator()
    dima = await comes(house, DIMA)
    actor = await house.world.actor(DIMA)
    async with house.stage.parts.db.transaction() as tx:
        response = Response(
            organisation_id=next(iter(actor.assignments)).organisation_id,
            programme_id=house.programme_id,
            person_id=actor.person_id,
            questionnaire_id=await tx.surveys.keep(questionnaire),
        )
        response.know({"role": "mentee"})
        tx.add(response)
    await dima.says("/menu")
    await dima.waits_for("Дима")
    await forges(house, dima, act_data("open-survey", response.id))
    await dima.waits_for(f"1 из {len(questionnaire.items)}")
    return dima


async def stored(house: House) -> Response:
    actor = await house.world.actor(DIMA)
    async with house.stage.parts.db.reading() as tx:
        found = await tx.surveys.of_person(actor.person_id)
        return next(one for one in found if one.participation_id is None)


async def test_every_kind_by_taps(house: House) -> None:
    dima = await asked(house)
    assert "«Траектория» и о том, как вам с наставником" in dima.sees
    await dima.clicks("Понятно")
    await dima.waits_for("Вопрос ten?")
    await dima.clicks("Затрудняюсь ответить")
    await dima.waits_for("Насколько верно про вас\nВопрос a?")
    await dima.clicks("Согласен")
    await dima.waits_for("Вопрос b?")
    await dima.clicks("Назад")
    await dima.waits_for("Сейчас: Согласен")
    await dima.clicks("Назад")
    await dima.waits_for("Сейчас: Затрудняюсь ответить")
    await dima.clicks("Оставить как есть")
    await dima.waits_for("Вопрос b?")
    await dima.clicks("Не согласен")
    await dima.waits_for("Вопрос one?")
    await dima.clicks("Друзья")
    second = data_of(await dima.waits_for("Вопрос some?"), "☐ Школа")
    await dima.clicks("☐ Школа")
    await dima.waits_for_button("☑ Школа")
    await forges(house, dima, second)  # of a double tap
    await dima.clicks("☐ Ничего")
    await dima.waits_for_button("☑ Ничего")
    await dima.waits_for_button("☐ Школа")
    await dima.clicks("☐ Спорт")
    await dima.waits_for_button("☐ Ничего")
    await dima.clicks("Дальше")
    await dima.waits_for("Вопрос order?")
    await dima.clicks("☐ Спорт")
    await dima.waits_for_button("1. Спорт")
    await dima.clicks("Дальше")
    await dima.waits_for_alert("ещё 2 места")
    ranked = next(one for one in dima.letters if "Вопрос order?" in one.text)
    second = data_of(ranked, "↶ Убрать последнее")
    await dima.clicks("Убрать последнее")
    await dima.waits_for_button("☐ Спорт")
    await forges(house, dima, second)
    await dima.clicks("☐ Друзья")
    await dima.waits_for_button("1. Друзья")
    await dima.clicks("☐ Школа")
    await dima.waits_for_button("3. Спорт")
    await dima.clicks("Дальше")
    await dima.waits_for("Вопрос yes?")
    await dima.clicks("Нет")
    await dima.waits_for("Вопрос year?")
    await dima.says("двадцать один")
    await dima.waits_for("Вопрос mark?")
    await dima.says("4,5")
    await dima.waits_for("Вопрос day?")
    await dima.clicks("‹")
    await dima.waits_for_button("15")
    month = next(b for b in dima.buttons if b.endswith("2030"))
    await dima.clicks("15")
    await dima.waits_for("Вопрос hour?")
    await dima.clicks("16:00")
    await dima.waits_for("Вопрос line?")
    await dima.clicks("Пропустить")
    await dima.waits_for("Анкета «Разное» заполнена")
    response = await stored(house)
    day = response.answers.pop("day")
    assert (day[:4], day[-3:]) == (month[-4:], "-15")
    assert response.answers == {
        "role": "mentee", "read": True, "ten": dict(HARD_TO_SAY), "a": 3, "b": 1, "one": "friends",
        "some": {"options": ["sport"], "own": None}, "order": ["friends", "school", "sport"],
        "yes": False, "year": 21, "mark": 4.5, "hour": "16:00", "line": None,
    }  # fmt: skip
    assert response.state is ResponseState.FINISHED
    assert set(response.seconds or {}) == {one.key for one in FORM.items} - {"read"}


async def test_every_kind_by_words_in_english(house: House) -> None:
    dima = await asked(house)
    await dima.says("/language")
    await dima.clicks("English")
    await forges(house, dima, act_data("open-survey", (await stored(house)).id))
    await dima.waits_for("This is about “Траектория” and your mentor.")
    for said, then in (
        ("ok", "Question ten?"),
        ("7️⃣", "How true is it of you\nQuestion a?"),
        ("it varies", "Question b?"),
        ("3", "Question one?"),
        ("frends", "Question some?"),
        ("school, sport", "1 of 2 is"),
        ("next", "Question order?"),
        ("sport, school", "3. Friends"),
        ("done", "Question yes?"),
        ("yep", "Question year?"),
        ("７", "Question mark?"),
        ("4.25", "Question day?"),
        ("yesterday", "Question hour?"),
        ("16:45", "Question line?"),
        ("skip", "Thank you"),
    ):
        await dima.says(said)
        if then == "1 of 2 is":
            await dima.waits_for_button("☑ Sport")
        elif then == "3. Friends":
            await dima.waits_for_button("3. Friends")
        else:
            await dima.waits_for(then)
    response = await stored(house)
    assert (response.answers["ten"], response.answers["a"], response.answers["b"]) == (7, 2, 3)
    assert response.answers["order"] == ["sport", "school", "friends"]
    assert (response.answers["mark"], response.answers["hour"]) == (4.25, "16:45")


async def test_twelve_questions_take_thirteen_taps(house: House) -> None:
    """One opens the survey, and each question is one tap more."""
    twelve = tuple(item(f"q{n}", Scale()) for n in range(1, 13))
    dima = await asked(house, Questionnaire("long", 1, words("Длинная"), twelve, "pair"))
    taps = 1
    for n in range(1, 13):
        await dima.waits_for(f"Вопрос q{n}?")
        await dima.clicks("9")
        taps += 1
    await dima.waits_for("Анкета «Длинная» заполнена")
    assert taps == 13


async def test_a_week_later_it_goes_on_where_it_was_and_by_the_words_begun_with(
    house: House,
) -> None:
    """A half-made ranking and a newer version stored meanwhile: nothing is lost."""
    form = house.stage.parts.profile.questionnaires["needs-map"]
    dima = await asked(house, form)
    await dima.waits_for("С чем хочешь разобраться вместе с наставником?")
    await dima.clicks("☐ Чертежи")
    await dima.waits_for_button("☑ Чертежи")
    await dima.clicks("Дальше")
    await dima.waits_for("Нажимай по порядку")
    await dima.clicks("☐ Выбрать профессию")
    await dima.waits_for_button("1. Выбрать профессию")
    await dima.clicks("Пауза")
    async with house.stage.parts.db.transaction() as tx:
        await tx.surveys.keep(replace(form, version=2, items=form.items[:1]))
    await house.passes(days=7)
    await dima.says("/menu")
    await dima.waits_for("Дима")
    await forges(house, dima, act_data("open-survey", (await stored(house)).id))
    await dima.waits_for("2 из 9")
    await dima.waits_for_button("1. Выбрать профессию")
    for option in ("Найти своих людей", "Учиться лучше"):
        await dima.clicks(f"☐ {option}")
    await dima.waits_for_button("4. Сделать свой проект")
    await dima.clicks("Дальше")
    await dima.waits_for("Как станет понятно, что получилось?")
    await dima.says("Сдам чертёж сам")
    await dima.waits_for("К какому дню хочется успеть?")
    await dima.clicks("›")
    await dima.clicks("Назад")
    await dima.waits_for("Сейчас: Сдам чертёж сам")
    await dima.clicks("Оставить как есть")
    await dima.waits_for("К какому дню")
    await dima.says("30 мая")
    await dima.waits_for("Где ты сейчас на этом пути?")
    assert "0 — в самом начале, 10 — почти у цели" in dima.sees
    response = await stored(house)
    assert response.answers["order"] == ["future", "people", "marks", "project"]
    assert response.answers["until"] == "2030-05-30"
    assert max((response.seconds or {}).values()) <= 600.0
