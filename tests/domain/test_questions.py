"""What people press and type, and what is stored for it."""

from typing import Any

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from bot.domain.errors import (
    AnswerEmpty,
    AnswerNotUnderstood,
    AnswerTooLong,
    ChoiceNotUnderstood,
    TooFewChosen,
    TooManyChosen,
)
from bot.domain.questions import (
    KINDS,
    Kind,
    Lexicon,
    Multiple,
    Number,
    Option,
    Scale,
    Single,
    Text,
    YesNo,
    kind_of,
)
from bot.domain.questions.plain_words import plain
from bot.domain.words import Words
from bot.profiles import load_lexicon

LEXICON = load_lexicon()
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
EXAMPLES: list[Kind] = [
    Scale(low_label=Words.of({"ru": "плохо", "en": "bad"})),
    Single(choices=CHOICES),
    Multiple(choices=CHOICES, most=2, own_words=True),
    YES_NO,
    Text(longest=50),
    Number(low=1, high=6, buttons=True),
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
        value = kind.accept(option.value, LEXICON)
        assert kind.shown(value, "ru")


@given_any(st.text(), st.sampled_from(EXAMPLES))
def test_whatever_is_typed_is_stored_or_refused_and_never_breaks(typed: str, kind: Kind) -> None:
    try:
        value = kind.accept(typed, LEXICON)
    except (AnswerNotUnderstood, AnswerTooLong, TooFewChosen, TooManyChosen):
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
