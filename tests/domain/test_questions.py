"""What people press and type, and what is stored for it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from bot.domain.errors import (
    AnswerEmpty,
    AnswerNotUnderstood,
    AnswerTooLong,
    ChoiceNotUnderstood,
    DateAhead,
    TooFewChosen,
    TooFewRanked,
    TooManyChosen,
)
from bot.domain.questions import (
    GATHERED,
    KINDS,
    Acknowledge,
    CalendarDate,
    Decimal,
    Kind,
    Lexicon,
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
    kind_of,
)
from bot.domain.questions.plain_words import plain
from bot.domain.words import Words
from bot.profiles import load_lexicon

LEXICON = load_lexicon().on(date(2026, 3, 10))
CHOICES = (
    Option("maths", Words.of({"ru": "Математика", "en": "Maths"})),
    Option("physics", Words.of({"ru": "Физика", "en": "Physics"})),
    Option("pe", Words.of({"ru": "Физкультура", "en": "PE"})),
    Option("settling", Words.of({"ru": "Учёба и друзья", "en": "Settling in"})),
)
YES_NO = YesNo(
    yes=Words.of({"ru": "Да, хочу", "en": "Yes, please"}),
    no=Words.of({"ru": "Нет, позже", "en": "Not now"}),
)
STEPS = tuple(
    Words.of({"ru": ru, "en": en})
    for ru, en in (("Не согласен", "Disagree"), ("Когда как", "It varies"), ("Согласен", "Agree"))
)
EXAMPLES: list[Kind] = [
    Scale(low_label=Words.of({"ru": "плохо", "en": "bad"})),
    Single(choices=CHOICES),
    Multiple(choices=CHOICES, most=2, own_words=True),
    YES_NO,
    Text(longest=50),
    Number(low=1, high=6, buttons=True),
    Likert(labels=STEPS, low=0),
    Multiple(choices=CHOICES, exclusive=("settling",), least=2),
    Ranking(choices=CHOICES[:3]),
    Decimal(low=0, high=10),
    CalendarDate(ahead=True, calendar=True),
    TimeOfDay(first=9, last=12),
    Acknowledge(label=Words.of({"ru": "Понятно", "en": "I see"})),
]


@pytest.mark.parametrize(
    "typed",
    ["7", " 7 ", "７", "7️⃣", "семь", "СЕМЬ!", "Семёрка", "семерка", "seven", "7.", "(7)", "7 баллов",
     "7/10", "7 из 10", "7 out of 10"],
)  # fmt: skip
def test_a_scale_hears_a_number_however_it_is_written(typed: str) -> None:
    assert Scale().accept(typed, LEXICON) == 7


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "0",
        "11",
        "-7",
        "7-8",
        "не 7",
        "7.5",
        "7,5",
        "7 из 5",
        "много",
        "семь восемь",
        "7" * 5000,
    ],
)
def test_a_scale_does_not_guess(typed: str) -> None:
    with pytest.raises(AnswerNotUnderstood) as refused:
        Scale().accept(typed, LEXICON)
    assert refused.value.args_for_text == {"hint": "1–10"}


def test_ten_has_an_emoji_of_its_own() -> None:
    assert Scale().accept("🔟", LEXICON) == 10


@pytest.mark.parametrize(
    ("typed", "year"),
    [("2009", 2009), ("2009 г.", 2009), ("12.03.2009", 2009), ("12 марта 2009 года", 2009)],
)
def test_of_a_whole_date_only_the_year_is_kept(typed: str, year: int) -> None:
    assert Number(low=1990, high=2020).accept(typed, LEXICON) == year


@pytest.mark.parametrize("typed", ["09", "1989", "2009 или 2010", "20091", "год"])
def test_a_year_that_is_not_clear_is_asked_again(typed: str) -> None:
    with pytest.raises(AnswerNotUnderstood):
        Number(low=1990, high=2020).accept(typed, LEXICON)


def test_numbers_in_words_may_have_tens_and_ones() -> None:
    assert Number(low=1, high=60).accept("Двадцать один", LEXICON) == 21
    with pytest.raises(AnswerNotUnderstood):
        Number(low=1, high=60).accept("один двадцать", LEXICON)


def test_a_number_has_buttons_only_when_asked_for() -> None:
    assert [o.value for o in Number(low=1, high=3, buttons=True).options()] == ["1", "2", "3"]
    assert not Number(low=1990, high=2020).options()


@pytest.mark.parametrize(
    "typed", ["yes", "да", "Да!", " ДА. ", "ага", "+", "👍", "👍🏽", "да, хочу", "Yes"]
)
def test_yes_is_heard_in_many_ways(typed: str) -> None:
    assert YES_NO.accept(typed, LEXICON) is True


@pytest.mark.parametrize(
    "typed", ["no", "нет", "Неа", "не-а", "-", "👎", "not now", "нет, спасибо"]
)
def test_no_is_heard_in_many_ways(typed: str) -> None:
    assert YES_NO.accept(typed, LEXICON) is False


@pytest.mark.parametrize("typed", ["", "может быть", "да нет наверное", "?"])
def test_neither_yes_nor_no_is_asked_again(typed: str) -> None:
    with pytest.raises(ChoiceNotUnderstood):
        YES_NO.accept(typed, LEXICON)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("maths", "maths"), ("МАТЕМАТИКА", "maths"), ("мат", "maths"), ("физкуль", "pe"),
     ("учеба и друзья", "settling"), ("физика", "physics"), ("Maths.", "maths")],
)  # fmt: skip
def test_an_option_may_be_typed_by_its_label_or_its_beginning(typed: str, value: str) -> None:
    assert Single(choices=CHOICES).accept(typed, LEXICON) == value


@pytest.mark.parametrize("typed", ["физ", "м", "", "химия", "!"])
def test_a_beginning_of_two_options_names_neither(typed: str) -> None:
    with pytest.raises(ChoiceNotUnderstood):
        Single(choices=CHOICES).accept(typed, LEXICON)


def test_an_exact_label_wins_over_a_longer_one() -> None:
    choices = (Option("a", Words.of({"ru": "Кино"})), Option("b", Words.of({"ru": "Кино и книги"})))
    assert Single(choices=choices).accept("кино", LEXICON) == "a"


def test_a_press_ticks_and_a_second_press_unticks() -> None:
    kind = Multiple(choices=CHOICES)
    ticked = kind.toggle(None, "physics", LEXICON)
    both = kind.toggle(ticked, "maths", LEXICON)
    assert both == {"options": ["maths", "physics"], "own": None}, "in the order of the buttons"
    assert kind.toggle(both, "physics", LEXICON) == {"options": ["maths"], "own": None}


def test_toggling_leaves_the_value_before_as_it_was() -> None:
    kind, before = Multiple(choices=CHOICES), {"options": ["maths"], "own": None}
    kind.toggle(before, "physics", LEXICON)
    assert before == {"options": ["maths"], "own": None}


def test_typed_names_are_ticked_and_stay_ticked_when_repeated() -> None:
    kind = Multiple(choices=CHOICES)
    ticked = kind.toggle(None, "Математика; физкультура", LEXICON)
    assert ticked["options"] == ["maths", "pe"]
    assert kind.toggle(ticked, "математика", LEXICON) == ticked


def test_words_that_name_nothing_are_kept_as_typed_beside_the_ticks() -> None:
    kind = Multiple(choices=CHOICES, own_words=True)
    value = kind.toggle(None, "хочу построить робота, который ходит", LEXICON)
    assert value == {"options": [], "own": "хочу построить робота, который ходит"}
    assert kind.toggle(None, "физика, робот", LEXICON) == {"options": ["physics"], "own": "робот"}


def test_the_button_of_own_words_takes_them_back() -> None:
    kind = Multiple(choices=CHOICES, own_words=True)
    value = kind.toggle(None, "физика, робот", LEXICON)
    assert kind.toggle(value, "own", LEXICON) == {"options": ["physics"], "own": None}


def test_own_words_count_as_one_choice() -> None:
    kind = Multiple(choices=CHOICES, most=2, own_words=True)
    value = kind.accept("физика, робот", LEXICON)
    with pytest.raises(TooManyChosen) as refused:
        kind.toggle(value, "maths", LEXICON)
    assert refused.value.args_for_text == {"most": 2}
    assert kind.toggle(value, "другой робот", LEXICON)["own"] == "другой робот"


def test_without_own_words_what_names_nothing_is_refused() -> None:
    with pytest.raises(ChoiceNotUnderstood):
        Multiple(choices=CHOICES).toggle(None, "физика, робот", LEXICON)
    with pytest.raises(ChoiceNotUnderstood):
        Multiple(choices=CHOICES).toggle(None, "own", LEXICON)


@pytest.mark.parametrize("typed", ["", " , ", "…", "\n"])
def test_marks_alone_are_no_own_words(typed: str) -> None:
    with pytest.raises(ChoiceNotUnderstood):
        Multiple(choices=CHOICES, own_words=True).toggle(None, typed, LEXICON)


def test_own_words_have_a_length() -> None:
    with pytest.raises(AnswerTooLong):
        Multiple(choices=CHOICES, own_words=True, longest=10).toggle(None, "робот " * 3, LEXICON)


def test_too_few_ticks_do_not_complete() -> None:
    with pytest.raises(TooFewChosen):
        Multiple(choices=CHOICES).complete(None)
    with pytest.raises(TooFewChosen):
        Multiple(choices=CHOICES, least=2).complete({"options": ["maths"], "own": None})


@pytest.mark.parametrize("typed", ["", "  ", "...", "🙂"])
def test_a_text_needs_a_letter_or_a_digit(typed: str) -> None:
    with pytest.raises(AnswerEmpty):
        Text().accept(typed, LEXICON)


def test_a_text_is_kept_as_written() -> None:
    assert Text().accept("  Ёж, 5-й «Б»! ", LEXICON) == "Ёж, 5-й «Б»!"


def test_a_long_text_is_refused_with_its_length() -> None:
    with pytest.raises(AnswerTooLong) as refused:
        Text(longest=3).accept("абвг", LEXICON)
    assert refused.value.args_for_text == {"longest": 3, "length": 4}


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Scale(), 7, "7"),
        (Single(choices=CHOICES), "pe", "Физкультура"),
        (Single(choices=CHOICES), "gone", "gone"),
        (
            Multiple(choices=CHOICES),
            {"options": ["maths", "pe"], "own": None},
            "Математика, Физкультура",
        ),
        (Multiple(choices=CHOICES), {"options": ["maths"], "own": "робот"}, "Математика, робот"),
        (YES_NO, False, "Нет, позже"),
        (Text(), "что-то", "что-то"),
        (Number(low=1, high=6), 3, "3"),
    ],
)
def test_an_answer_reads_back_as_people_gave_it(kind: Kind, value: Any, shown: str) -> None:
    assert kind.shown(value, "ru") == shown


def test_summaries_do_not_count_the_skipped() -> None:
    assert Scale(low=1, high=3).summarise([1, 3, None]) == {
        "count": 2, "mean": 2.0, "counts": {"1": 1, "2": 0, "3": 1},
    }  # fmt: skip
    assert Number(low=1, high=9).summarise([2, None]) == {
        "count": 1, "mean": 2.0, "lowest": 2, "highest": 2,
    }  # fmt: skip
    assert Single(choices=CHOICES[:2]).summarise(["maths", None])["counts"] == {
        "maths": 1, "physics": 0,
    }  # fmt: skip
    assert Multiple(choices=CHOICES[:2]).summarise(
        [{"options": ["maths", "physics"], "own": "x"}, None]
    ) == {"count": 1, "counts": {"maths": 1, "physics": 1}, "own": ["x"]}
    assert YES_NO.summarise([True, False, None, True])["share"] == pytest.approx(2 / 3)
    assert Text().summarise(["a", None]) == {"count": 1, "texts": ["a"]}


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.key)
def test_every_kind_survives_being_stored(kind: Kind) -> None:
    assert kind_of(kind.key, kind.params()) == kind


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.key)
def test_every_kind_can_say_that_nobody_answered(kind: Kind) -> None:
    assert kind.summarise([])["count"] == kind.summarise([None])["count"] == 0


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.key)
def test_every_button_is_understood(kind: Kind) -> None:
    for option in kind.options():
        if isinstance(kind, GATHERED):  # one press may not be enough
            value: Any = kind.toggle(None, option.value, LEXICON)
        else:
            value = kind.accept(option.value, LEXICON)
        assert kind.shown(value, "ru")


@given_any(st.text(), st.sampled_from(EXAMPLES))
def test_whatever_is_typed_is_stored_or_refused_and_never_breaks(typed: str, kind: Kind) -> None:
    try:
        value = kind.accept(typed, LEXICON)
    except (AnswerNotUnderstood, AnswerTooLong, TooFewChosen, TooFewRanked, TooManyChosen):
        return
    assert isinstance(kind.shown(value, "ru"), str)
    assert kind.summarise([value])["count"] == 1


@given_any(st.text())
def test_plain_text_is_already_plain(typed: str) -> None:
    once = plain(typed)
    assert plain(once) == once


@pytest.mark.parametrize(
    ("key", "params", "why"),
    [
        ("slider", {}, "unknown kind 'slider'"),
        ("scale", {"lowest": 1}, "lowest"),
        ("scale", {"low": 5, "high": 5}, "no steps"),
        ("single", {}, "choices"),
        ("single", {"choices": []}, "no options"),
        ("multiple", {"choices": [{"value": "a", "label": {"ru": "A"}}], "most": 0}, "at most 0"),
        ("number", {"low": 9, "high": 1}, "from 9 to 1"),
    ],
)
def test_a_kind_that_cannot_be_says_why(key: str, params: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        kind_of(key, params)


def test_the_table_knows_each_kind_by_its_own_key() -> None:
    assert {key: kind.key for key, kind in KINDS.items()} == {key: key for key in KINDS}


def test_words_fall_back_from_tone_to_locale_to_russian() -> None:
    words = Words.of({"ru": "вы", "ru-ty": "ты", "en": "you"})
    assert [words.say("ru", "ty"), words.say("ru"), words.say("en", "ty")] == ["ты", "вы", "you"]
    assert Words.of({"ru": "вы", "ru-ty": "ты"}).say("tt", "ty") == "ты"
    assert Words.of({"en": "you"}).say("ru") == "you"


def test_an_empty_lexicon_still_understands_digits() -> None:
    assert Scale().accept("7", Lexicon()) == 7


@pytest.mark.parametrize(
    ("typed", "step"),
    [("0", 0), ("два", 2), ("СОГЛАСЕН", 2), ("not agree", None), ("disagree", 0), ("когд", 1),
     ("3", None), ("сагласен", 2)],
)  # fmt: skip
def test_a_step_with_words_is_heard_by_its_number_or_its_words(
    typed: str, step: int | None
) -> None:
    kind = Likert(labels=STEPS, low=0)
    if step is None:
        with pytest.raises(ChoiceNotUnderstood):
            kind.accept(typed, LEXICON)
    else:
        assert kind.accept(typed, LEXICON) == step


def test_an_exclusive_answer_stands_alone() -> None:
    kind = Multiple(choices=CHOICES, least=2, exclusive=("settling",), own_words=True)
    some = kind.toggle(kind.toggle(None, "maths", LEXICON), "робот", LEXICON)
    alone = kind.toggle(some, "settling", LEXICON)
    assert alone == {"options": ["settling"], "own": None}
    assert kind.complete(alone) == alone, "it is enough by itself"
    assert kind.toggle(alone, "physics", LEXICON) == {"options": ["physics"], "own": None}
    assert kind.toggle(alone, "робот", LEXICON) == {"options": [], "own": "робот"}
    assert kind.toggle(alone, "settling", LEXICON) == {"options": [], "own": None}


def test_a_button_says_what_is_to_be_so_that_a_second_press_changes_nothing() -> None:
    kind = Multiple(choices=CHOICES)
    once = kind.toggle(None, "+maths", LEXICON)
    assert kind.toggle(once, "+maths", LEXICON) == once == {"options": ["maths"], "own": None}
    off = kind.toggle(once, "-maths", LEXICON)
    assert kind.toggle(off, "-maths", LEXICON) == off == {"options": [], "own": None}


def test_places_are_given_in_the_order_of_the_taps_and_can_be_taken_back() -> None:
    kind = Ranking(choices=CHOICES)
    said = kind.toggle(kind.toggle(None, "+pe", LEXICON), "+maths", LEXICON)
    assert said == ["pe", "maths"]
    assert kind.toggle(said, "+maths", LEXICON) == said, "a second press"
    with pytest.raises(TooFewRanked) as refused:
        kind.complete(said)
    assert refused.value.args_for_text == {"left": 2}
    back = kind.toggle(said, "undo.2", LEXICON)
    assert back == ["pe"]
    assert kind.toggle(back, "undo.2", LEXICON) == back, "a second press"
    assert kind.toggle(said, "-pe", LEXICON) == ["maths"], "those behind move up"
    whole = kind.toggle(said, "физика", LEXICON)
    assert whole == ["pe", "maths", "physics", "settling"], "the only one left is the last"
    assert kind.shown(whole, "ru").startswith("1. Физкультура; 2. Математика")
    assert kind.accept("физика, математика, физкультура", LEXICON)[0] == "physics"
    with pytest.raises(TooManyChosen):
        Ranking(choices=CHOICES, most=1).toggle(["pe"], "+maths", LEXICON)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("4,5", 4.5), ("4.5", 4.5), ("４，５", 4.5), ("семь", 7.0), ("7 баллов", 7.0)],
)
def test_a_fraction_is_heard_with_a_comma_or_a_point(typed: str, number: float) -> None:
    assert Decimal(low=0, high=10).accept(typed, LEXICON) == number


@pytest.mark.parametrize("typed", ["11", "4,5,6", "4-5", "много", "1e3", "nan", ""])
def test_what_is_no_fraction_is_asked_again(typed: str) -> None:
    with pytest.raises(AnswerNotUnderstood):
        Decimal(low=0, high=10).accept(typed, LEXICON)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("16:30", "16:30"), ("9.05", "09:05"), ("16", "16:00"), ("0900", "09:00"),
     ("девять", "09:00"), ("1️⃣6️⃣", "16:00")],
)  # fmt: skip
def test_an_hour_of_the_day_is_heard(typed: str, stored: str) -> None:
    assert TimeOfDay().accept(typed, LEXICON) == stored


@pytest.mark.parametrize("typed", ["25", "16:75", "вечером", ""])
def test_what_is_no_hour_is_asked_again(typed: str) -> None:
    with pytest.raises(AnswerNotUnderstood):
        TimeOfDay().accept(typed, LEXICON)


@pytest.mark.parametrize(
    ("typed", "ahead", "day"),
    [("вчера", False, "2026-03-09"), ("9 марта", False, "2026-03-09"), ("пн", False, "2026-03-09"),
     ("11.03", False, "2025-03-11"), ("11.03", True, "2026-03-11"), ("30 мая", True, "2026-05-30"),
     ("1.9.27", True, "2027-09-01"), ("2026-03-01", False, "2026-03-01"),
     ("чт", True, "2026-03-12")],
)  # fmt: skip
def test_a_day_near_today_needs_no_year(typed: str, ahead: bool, day: str) -> None:
    assert CalendarDate(calendar=True, ahead=ahead).accept(typed, LEXICON) == day


def test_a_day_to_come_is_refused_where_the_past_is_asked() -> None:
    with pytest.raises(DateAhead):
        CalendarDate(calendar=True).accept("завтра", LEXICON)
