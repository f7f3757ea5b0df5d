"""Words of forms meet each other whatever their endings."""

import pytest

from bot.profiles import load_profile
from bot.solving.lemmas import first_name, lemmas

IDLE = load_profile("chelyabinsk").idle_words


def about(*texts: str) -> list[frozenset[str]]:
    found = lemmas(texts, IDLE)
    return [found[text] for text in texts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("подтянуть физику", "Физика"),
        ("физик, 10 лет опыта", "физику"),
        ("чертежами занимаюсь", "Чертежи, техника"),
        ("хочу разобраться в интегралах", "интегралы"),
        ("learning physics", "physics"),
        ("сайты на Python", "python"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    first, second = about(one, other)
    assert first & second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("помочь с физикой", "помочь с химией"),
        ("хочу учиться рисовать", "хочу учиться петь"),
        ("I want to learn maths", "I want to learn chess"),
        ("и в на с для", "и в на с для"),
    ],
)
def test_words_that_say_nothing_bring_nobody_together(one: str, other: str) -> None:
    first, second = about(one, other)
    assert not first & second


@pytest.mark.parametrize(
    ("full", "first"),
    [
        ("Игорь Сафонов", "Игорь"),
        ("Сафонов Игорь", "Игорь"),
        ("Сафонов Игорь Петрович", "Игорь"),
        ("Светлана Юрьевна Орлова", "Светлана"),
        ("Лена К.", "Лена"),
        ("Mary Smith", "Mary"),
        ("", ""),
    ],
)
def test_a_first_name_is_found_on_either_side_of_the_surname(full: str, first: str) -> None:
    assert first_name(full) == first


def test_people_read_words_and_not_roots() -> None:
    [integrals] = about("разобраться в интегралах")
    assert integrals == {"интеграл"}
    assert about("подтянуть физику", "я физик")[0] == {"физика"}
