"""Questionnaires as they are stored, and what is wrong with one that cannot be asked."""

import json
from dataclasses import replace

import pytest

from bot.domain.conditions import Condition, Op
from bot.domain.publish_check import check
from bot.domain.questionnaires import (
    Item,
    Questionnaire,
    QuestionnaireError,
    digest,
    dump,
    load,
)
from bot.domain.questions import Kind, Multiple, Option, Scale, Single, Text, YesNo
from bot.domain.words import Words
from bot.profiles import available, load_profile


def words(text: str) -> Words:
    return Words.of({"ru": text, "en": text})


OPTIONS = (Option("a", words("А")), Option("b", words("Б")))
YES_NO = YesNo(yes=words("Да"), no=words("Нет"))


def item(key: str, kind: Kind | None = None, when: Condition | None = None) -> Item:
    return Item(key=key, kind=kind or YES_NO, text=words(key), shown_if=when)


def form(*items: Item) -> Questionnaire:
    return Questionnaire("form", 1, words("Анкета"), items, "mentee")


def problems(questionnaire: Questionnaire) -> tuple[str, ...]:
    with pytest.raises(QuestionnaireError) as wrong:
        check(questionnaire)
    return tuple(map(str, wrong.value.problems))


EVERY_QUESTIONNAIRE = [
    pytest.param(one, id=f"{profile}-{one.key}")
    for profile in available()
    for one in load_profile(profile).questionnaires.values()
]


@pytest.mark.parametrize("questionnaire", EVERY_QUESTIONNAIRE)
def test_a_questionnaire_comes_back_from_storage_equal(questionnaire: Questionnaire) -> None:
    stored = json.loads(json.dumps(dump(questionnaire), ensure_ascii=False))
    assert load(stored) == questionnaire
    assert digest(load(stored)) == digest(questionnaire)


def test_conditions_and_hints_come_back_from_storage() -> None:
    original = form(
        item("first"),
        replace(
            item("second", Text(), Condition("first", Op.IS, True)),
            hint=words("h"),
            optional=True,
        ),
    )
    assert load(json.loads(json.dumps(dump(original)))) == original


def test_the_digest_changes_with_any_word_and_not_with_the_order_of_keys() -> None:
    original = form(item("first"))
    backwards = json.loads(json.dumps(dump(original)), object_pairs_hook=lambda p: dict(p[::-1]))
    assert digest(load(backwards)) == digest(original)
    assert len(digest(original)) == 64
    for changed in (
        replace(original, version=2),
        replace(original, title=words("Другая")),
        form(replace(item("first"), optional=True)),
    ):
        assert digest(changed) != digest(original)


def test_a_good_questionnaire_passes() -> None:
    check(form(item("first"), item("second", Scale(), Condition("first", Op.IS, False))))


def test_all_problems_are_named_at_once() -> None:
    found = problems(
        form(
            item("one"),
            item("one"),
            item("Two"),
            replace(item("three"), text=Words.of({"ru": "три"}), hint=Words.of({"en": "hint"})),
            item("four", when=Condition("nowhere", Op.IS, True)),
            item("five", when=Condition("six", Op.IS, True)),
            item("six"),
        )
    )
    assert found == (
        "item 'one': the key is used twice",
        "item 'Two': the key is not made of a-z, 0-9 and _",
        "item 'three': text: missing in 'en'",
        "item 'three': hint: missing in 'ru'",
        "item 'four': shown_if names 'nowhere', which does not exist",
        "item 'five': shown_if names 'six', which is asked later",
    )


def test_an_item_cannot_wait_for_itself() -> None:
    assert "in a circle" in problems(form(item("a", when=Condition("a", Op.IS, True))))[0]
    two = (item("a", when=Condition("b", Op.IS, True)), item("b", when=Condition("a", Op.IS, True)))
    assert "circle by way of 'b'" in problems(form(*two))[0]


def test_more_than_25_closed_items_are_too_many_and_open_ones_do_not_count() -> None:
    closed = [item(f"q{n}") for n in range(25)]
    check(form(*closed, item("text", Text())))
    assert problems(form(*closed, item("one_more"))) == ("26 closed items, more than 25",)


def test_a_questionnaire_without_items_is_none() -> None:
    assert problems(form()) == ("no items",)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((Option("a", words("А")), Option("a", words("Б"))), "stands twice"),
        ((Option("own", words("А")),), "cannot be the value of a button"),
        ((Option("б", words("А")),), "cannot be the value of a button"),
        ((Option("a" * 60, words("А")),), "too long for a button"),
        ((Option("a", Words.of({"ru": "А"})),), "missing in 'en'"),
    ],
)
def test_options_must_fit_their_buttons(options: tuple[Option, ...], why: str) -> None:
    assert why in problems(form(item("q", Single(choices=options))))[0]


@pytest.mark.parametrize(
    ("kind", "op", "value", "possible"),
    [
        (YES_NO, Op.IS, True, True),
        (YES_NO, Op.IS, "yes", False),
        (Single(choices=OPTIONS), Op.IS_NOT, "b", True),
        (Single(choices=OPTIONS), Op.IS, "c", False),
        (Multiple(choices=OPTIONS), Op.INCLUDES, "a", True),
        (Multiple(choices=OPTIONS), Op.INCLUDES, "own", False),
        (Multiple(choices=OPTIONS, own_words=True), Op.INCLUDES, "own", True),
        (Multiple(choices=OPTIONS), Op.IS, "a", False),
        (Scale(), Op.IS, 10, True),
        (Scale(), Op.IS, 11, False),
        (Scale(), Op.IS, True, False),
        (Scale(), Op.INCLUDES, 1, False),
        (Text(), Op.IS, "слово", True),
    ],
)
def test_a_condition_that_can_never_be_true_is_found(
    kind: Kind, op: Op, value: object, possible: bool
) -> None:
    tried = form(item("first", kind), item("second", when=Condition("first", op, value)))
    if possible:
        check(tried)
    else:
        assert "can never be compared" in problems(tried)[0]


@pytest.mark.parametrize(
    ("op", "value", "answer", "holds"),
    [
        (Op.IS, True, True, True),
        (Op.IS, True, None, False),
        (Op.IS_NOT, "a", "b", True),
        (Op.IS_NOT, "a", "a", False),
        (Op.IS_NOT, "a", None, True),
        (Op.INCLUDES, "a", {"options": ["a"], "own": None}, True),
        (Op.INCLUDES, "a", {"options": [], "own": "a"}, False),
        (Op.INCLUDES, "own", {"options": [], "own": "a"}, True),
        (Op.INCLUDES, "a", None, False),
    ],
)
def test_a_condition_reads_the_answer(op: Op, value: object, answer: object, holds: bool) -> None:
    assert Condition("q", op, value).holds({"q": answer}) is holds


def test_nothing_follows_from_an_answer_not_given() -> None:
    assert not any(Condition("q", op, "a").holds({}) for op in Op)
