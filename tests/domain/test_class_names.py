"""One class, however it is written; and every way in which a teacher may have written it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.class_names import as_compared, every_spelling
from bot.profiles import load_profile

WORDS = load_profile("chelyabinsk").class_words


@pytest.mark.parametrize(
    "raw", ["9Б", "9-б", '9 "Б"', "9 «б» класс", "класс 9Б", "9 - Б", "9-й Б", " 9б.", "9\u00a0Б"]
)
def test_one_class_has_one_name(raw: str) -> None:
    assert as_compared(raw, WORDS) == "9б"


@pytest.mark.parametrize("raw", ["ПО-21", "по 21", "гр. ПО-21", "группа по21"])
def test_so_has_a_study_group(raw: str) -> None:
    assert as_compared(raw, WORDS) == "по21"


@pytest.mark.parametrize("raw", ["", None, "—", "класс"])
def test_nothing_said_is_nothing(raw: str | None) -> None:
    assert as_compared(raw, WORDS) is None


@pytest.mark.parametrize(
    ("taught", "named"),
    [
        ("9Б", "9b"),  # by sound, and small letters by sight
        ("9В", "9B"),  # by sight
        ("9B", "9В"),  # the other way round
        ("ПО-21, ПО-22", "ПO22"),  # a Latin O among Russian letters
        ("9А, Б и В", "9-в"),
        ("9А и 10Б класс", "10 б"),
        ("7-9 классы", "8Г"),
        ("9-е классы", "9 «А»"),
        ("11", "11a"),
    ],
)
def test_a_teacher_is_known_to_teach_it_however_it_is_spelt(taught: str, named: str) -> None:
    assert as_compared(named, WORDS) in every_spelling(taught, WORDS)


@pytest.mark.parametrize(
    ("taught", "named"),
    [("9Б", "9В"), ("9Б", "10Б"), ("ПО-21", "ПО-22"), ("9Б", "9"), ("7-8", "9А"), ("", "9Б")],
)
def test_another_class_is_another_class(taught: str, named: str) -> None:
    assert as_compared(named, WORDS) not in every_spelling(taught, WORDS)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_among_its_own_spellings(raw: str) -> None:
    name = as_compared(raw, WORDS)
    one_name = not any(mark in raw for mark in ",;/+&\n")
    joined = any(word in raw.casefold().split() for word in WORDS.joins)
    if name is not None and one_name and not joined and not name.isdecimal():
        spelt = every_spelling(raw, WORDS)
        assert name in spelt or any(ch.isdigit() for ch in raw)  # a span of years
