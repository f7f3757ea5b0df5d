"""What a new version changes: words and meaning are told apart, identity is the key."""

from dataclasses import replace

from bot.domain.conditions import Condition, Op
from bot.domain.questionnaire_changes import changes
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import Option, Scale, Single, Text
from bot.domain.words import Words


def said(text: str) -> Words:
    return Words.of({"ru": text, "en": text})


OFTEN = Item(
    "often",
    Single(choices=(Option("week", said("every week")), Option("never", said("never")))),
    said("How often?"),
)
USEFUL = Item("useful", Scale(low_label=said("not at all")), said("How useful?"))
WORDS = Item("words", Text(), said("What else?"))
BEFORE = Questionnaire("mid", 1, said("Halfway"), (OFTEN, USEFUL, WORDS), "pair")


def changed(*items: Item) -> Questionnaire:
    return replace(BEFORE, version=2, items=items)


def test_the_same_questions_are_no_change() -> None:
    assert not changes(BEFORE, changed(*BEFORE.items))


def test_what_is_added_removed_and_moved() -> None:
    new = Item("new", Text(), said("New?"))
    found = changes(BEFORE, changed(WORDS, new, OFTEN))
    assert (found.added, found.removed, found.moved) == ((new,), (USEFUL,), True)
    assert (found.meaning, found.reworded, found.rules, found.title) == ((), (), (), False)


def test_other_words_are_not_another_meaning() -> None:
    choices = (Option("week", said("weekly")), Option("never", said("never")))
    often = replace(OFTEN, kind=Single(choices=choices))
    useful = replace(USEFUL, kind=Scale(low_label=said("no use")))
    words = replace(WORDS, text=said("Anything else?"))
    found = changes(BEFORE, changed(often, useful, words))
    assert found.reworded == (often, useful, words)
    assert not found.meaning


def test_other_answers_under_the_same_key_are_warned_of() -> None:
    often = replace(OFTEN, kind=Single(choices=tuple(OFTEN.kind.options()[:1])))
    useful = replace(USEFUL, reversed=True)
    words = replace(WORDS, kind=Scale())
    found = changes(BEFORE, changed(often, useful, words))
    assert found.meaning == (often, useful, words)
    assert not found.reworded


def test_when_it_is_asked_is_a_change_of_its_own() -> None:
    useful = replace(USEFUL, shown_if=Condition("often", Op.IS, "week"))
    words = replace(WORDS, optional=True)
    found = changes(BEFORE, changed(OFTEN, useful, words))
    assert found.rules == (useful, words)
    assert (found.meaning, found.reworded) == ((), ())


def test_other_people_and_other_scales_are_said_too() -> None:
    found = changes(BEFORE, replace(BEFORE, audience="mentee", scales=(("trust", said("Trust")),)))
    assert (found.audience, found.scales, found.title) == (True, True, False)
    assert changes(BEFORE, replace(BEFORE, forms=("student-pupil",))).audience
    two = replace(BEFORE, forms=("student-pupil", "teacher-teacher"))
    assert not changes(two, replace(two, forms=two.forms[::-1])).audience
