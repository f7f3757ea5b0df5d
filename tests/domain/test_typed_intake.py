"""What people type into an intake form: dates, times of a week, options with slips."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import (
    ChoiceNotUnderstood,
    ChoiceUncertain,
    DateAhead,
    DateImpossible,
    DateNotUnderstood,
    DateUnlikely,
    Refusal,
    TimesNotUnderstood,
)
from bot.domain.questions import CalendarDate, Lexicon, Multiple, Option, Single, Week, kind_of
from bot.domain.words import Words
from bot.profiles import load_lexicon, load_profile

TODAY = date(2030, 3, 13)
LEXICON: Lexicon = load_lexicon().on(TODAY)
BORN = CalendarDate(youngest=6, oldest=25)


def week() -> Week:
    item = load_profile("chelyabinsk").questionnaires["intake-mentee"].item("free_time")
    assert item is not None
    assert isinstance(item.kind, Week)
    return item.kind


WEEK = week()


@pytest.mark.parametrize(
    "typed",
    ["12.03.2014", "12/3/14", "12 3 2014", "12-03-2014", "12032014", "2014-03-12", "12 марта 2014",
     "12 мар 14", "12 марта 2014 г.", "12 Марта 2014года", "12.03.2014г", "March 12, 2014",
     "12th of March 2014", "12 March 14"],
)  # fmt: skip
def test_a_date_is_understood_however_it_is_written(typed: str) -> None:
    assert BORN.accept(typed, LEXICON) == "2014-03-12"


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("вчера", DateNotUnderstood),
        ("2014", DateNotUnderstood),
        ("12 марта", DateNotUnderstood),
        ("12 брюмера 2014", DateNotUnderstood),
        ("", DateNotUnderstood),
        ("31.06.2014", DateImpossible),
        ("29.02.2015", DateImpossible),
        ("01.13.2014", DateImpossible),
        ("14.03.2030", DateAhead),
        ("12.03.2029", DateUnlikely),
        ("12.03.1914", DateUnlikely),
    ],
)
def test_a_date_that_cannot_be_is_told_apart(typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        BORN.accept(typed, LEXICON)


def test_an_unlikely_age_is_said() -> None:
    with pytest.raises(DateUnlikely) as told:
        BORN.accept("12.03.1990", LEXICON)
    assert told.value.args_for_text == {"years": 40}


def test_two_digits_are_the_latest_year_that_is_not_ahead() -> None:
    anybody = CalendarDate()
    assert anybody.accept("13.03.30", LEXICON) == "2030-03-13"
    assert anybody.accept("14.03.30", LEXICON) == "1930-03-14"
    assert anybody.accept("29.02.00", LEXICON) == "2000-02-29"


@given(st.dates(date(1935, 1, 1), TODAY))
def test_every_day_in_numbers_is_understood(day: date) -> None:
    assert CalendarDate().accept(f"{day:%d.%m.%Y}", LEXICON) == day.isoformat()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("вт вечером, сб утром", {"tue-18", "sat-10"}),
        ("Tue evening, Sat morning", {"tue-18", "sat-10"}),
        ("вт и чт вечером", {"tue-18", "thu-18"}),
        ("вечером вт и чт", {"tue-18", "thu-18"}),
        ("пн ср после 16", {"mon-16", "mon-18", "wed-16", "wed-18"}),
        ("с 16 до 18 по вторникам", {"tue-16"}),
        ("вт 16–18", {"tue-16"}),
        ("Tue 16-18", {"tue-16"}),
        ("сб", {"sat-10", "sat-12", "sat-14", "sat-16", "sat-18"}),
        ("сб утром и вечером", {"sat-10", "sat-18"}),
        ("пятница после пар", {"fri-14", "fri-16", "fri-18"}),
        ("мне удобно днём в среду", {"wed-14", "wed-16"}),
    ],
)
def test_times_of_a_week_are_understood(typed: str, meant: set[str]) -> None:
    assert set(WEEK.toggle(None, typed, LEXICON)["options"]) == meant


@pytest.mark.parametrize(
    "typed",
    ["вс", "всё кроме вторника", "не вт", "завтра", "вт ночью", "вт 25", "с 20 до 16", "ночью",
     "вт вечером и немного ещё", "16 18 20 22", "🙂"],
)  # fmt: skip
def test_times_in_doubt_are_asked_about(typed: str) -> None:
    with pytest.raises(TimesNotUnderstood):
        WEEK.toggle(None, typed, LEXICON)


def test_typed_times_are_added_and_pressed_ones_taken_back() -> None:
    chosen = WEEK.toggle(None, "вт вечером", LEXICON)
    chosen = WEEK.toggle(chosen, "чт", LEXICON)
    assert chosen["options"] == ["tue-18", "thu-14", "thu-16", "thu-18"]
    chosen = WEEK.toggle(chosen, "thu", LEXICON)
    assert chosen["options"] == ["tue-18"]
    chosen = WEEK.toggle(chosen, "evenings", LEXICON)
    assert len(chosen["options"]) == 6
    assert WEEK.toggle(chosen, "evenings", LEXICON)["options"] == []


def test_the_grid_has_a_row_for_each_day_and_fits_a_phone() -> None:
    rows = list(WEEK.grid({"options": ["tue-14", "tue-16", "tue-18"], "own": None}))
    assert [row[0].label.say("ru") for row in rows[:5]] == ["Пн", "Вт", "Ср", "Чт", "Пт"]
    assert max(len(row) for row in rows) <= 4
    assert [cell.ticked for cell in rows[1]] == [True] * 4
    assert not any(cell.ticked for cell in rows[0])
    assert kind_of("week", WEEK.params()) == WEEK


@given(st.sets(st.sampled_from([option.value for option in WEEK.choices]), min_size=1))
def test_what_is_shown_of_a_week_means_the_same_when_typed(chosen: set[str]) -> None:
    said = WEEK.shown({"options": sorted(chosen), "own": None}, "ru")
    assert set(WEEK.toggle(None, said, LEXICON)["options"]) == chosen


NEEDS = Multiple(
    choices=tuple(
        Option(value, Words.of({"ru": ru, "en": en}))
        for value, ru, en in (
            ("maths", "Математика", "Maths"),
            ("physics", "Физика", "Physics"),
            ("english", "Английский", "English"),
            ("career", "Выбор профессии", "Choosing a career"),
        )
    ),
    own_words=True,
)


@pytest.mark.parametrize(
    ("typed", "options", "own"),
    [
        ("матиматика", ["maths"], None),
        ("англиский и физика", ["physics", "english"], None),
        ("выбор професии", ["career"], None),
        ("математика, танцы", ["maths"], "танцы"),
        ("не математика", [], "не математика"),
        ("информатика", [], "информатика"),
        ("кино и танцы", [], "кино и танцы"),
    ],
)
def test_slips_are_forgiven_and_own_words_kept(
    typed: str, options: list[str], own: str | None
) -> None:
    assert NEEDS.toggle(None, typed, LEXICON) == {"options": options, "own": own}


def test_what_is_only_like_an_option_is_asked_about() -> None:
    single = Single(choices=NEEDS.choices)
    with pytest.raises(ChoiceUncertain) as asked:
        single.accept("фезика", LEXICON)
    assert asked.value.args_for_text["option"].say("ru") == "Физика"
    for typed in ("химия", "не физика", "да"):
        with pytest.raises(ChoiceNotUnderstood):
            single.accept(typed, LEXICON)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_understood_or_refused_in_words(typed: str) -> None:
    kinds: tuple[Any, ...] = (BORN, NEEDS, WEEK, Single(choices=NEEDS.choices))
    for kind in kinds:
        with suppress(Refusal):  # anything else that is raised is our bug
            kind.accept(typed, LEXICON)
