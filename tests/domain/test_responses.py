"""The way through a questionnaire: forwards, back, aside, and off the path."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.conditions import Condition, Op
from bot.domain.errors import (
    AnswerNeeded,
    AnswerNotUnderstood,
    QuestionsLeft,
    Refusal,
    TooFewChosen,
)
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import Multiple, Option, Scale, Text, YesNo
from bot.domain.responses import MOST_REPLACED, Progress, Response, ResponseState, summary
from bot.domain.words import Words
from bot.profiles import load_lexicon

LEXICON = load_lexicon()
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def words(text: str) -> Words:
    return Words.of({"ru": text, "en": text})


FORM = Questionnaire(
    key="form",
    version=1,
    title=words("Анкета"),
    audience="mentee",
    items=(
        Item("mood", Scale(), words("Как дела?")),
        Item("met", YesNo(yes=words("Да"), no=words("Нет")), words("Была встреча?")),
        Item("where", Text(), words("Где?"), shown_if=Condition("met", Op.IS, True)),
        Item(
            "topics",
            Multiple(choices=(Option("a", words("А")), Option("b", words("Б")))),
            words("О чём?"),
        ),
        Item("more", Text(), words("Что ещё?"), optional=True),
    ),
)


def fresh() -> Response:
    return Response(organisation_id=uuid4(), person_id=uuid4(), questionnaire_id=uuid4())


def say(response: Response, key: str, raw: str) -> bool:
    return response.answer(FORM, key, raw, LEXICON, NOW)


def on_screen(response: Response) -> str | None:
    item = response.current(FORM)
    return item.key if item else None


def answered() -> Response:
    """At the review, with every question answered."""
    response = fresh()
    for key, raw in (("mood", "7"), ("met", "yes"), ("where", "В мастерской")):
        assert say(response, key, raw)
    assert response.toggle(FORM, "topics", "a", LEXICON, NOW)
    assert response.commit_multiple(FORM, "topics", NOW)
    assert response.skip(FORM, "more", NOW)
    return response


def test_questions_come_in_order_and_end_at_the_review() -> None:
    response = answered()
    assert on_screen(response) is None
    assert response.answers == {
        "mood": 7, "met": True, "where": "В мастерской",
        "topics": {"options": ["a"], "own": None}, "more": None,
    }  # fmt: skip


def test_the_first_answer_starts_the_response() -> None:
    response = fresh()
    assert (response.state, response.started_at) == (ResponseState.INVITED, None)
    say(response, "mood", "7")
    response.answer(FORM, "met", "да", LEXICON, LATER)
    assert (response.state, response.started_at, response.touched_at) == (
        ResponseState.STARTED, NOW, LATER,
    )  # fmt: skip


def test_a_double_press_counts_once() -> None:
    response = fresh()
    assert say(response, "mood", "7")
    assert not say(response, "mood", "3")
    assert response.answers == {"mood": 7}
    assert on_screen(response) == "met"


@pytest.mark.parametrize("key", ["where", "topics", "gone"])
def test_a_press_for_a_question_not_on_the_screen_changes_nothing(key: str) -> None:
    response = fresh()
    assert not say(response, key, "a")
    assert not response.toggle(FORM, key, "a", LEXICON, NOW)
    assert not response.commit_multiple(FORM, key, NOW)
    assert not response.skip(FORM, key, NOW)
    assert (response.answers, response.drafts, response.touched_at) == ({}, {}, None)


def test_an_answer_not_understood_leaves_everything_as_it_was() -> None:
    response = fresh()
    with pytest.raises(AnswerNotUnderstood):
        say(response, "mood", "так себе")
    assert (response.state, response.answers) == (ResponseState.INVITED, {})


def test_a_question_that_does_not_apply_is_not_asked() -> None:
    response = fresh()
    say(response, "mood", "7")
    say(response, "met", "нет")
    assert on_screen(response) == "topics"
    assert response.progress(FORM) == Progress(3, 4)


def test_progress_says_where_the_person_is() -> None:
    response = fresh()
    assert response.progress(FORM) == Progress(1, 4)
    say(response, "mood", "7")
    say(response, "met", "yes")
    assert response.progress(FORM) == Progress(3, 5)
    assert answered().progress(FORM) == Progress(5, 5)


def test_a_hidden_answer_is_kept_but_not_counted() -> None:
    response = answered()
    assert response.edit(FORM, "met")
    say(response, "met", "no")
    assert "where" in response.answers
    assert "where" not in response.counted(FORM)
    assert on_screen(response) is None
    response.edit(FORM, "met")
    say(response, "met", "yes")
    assert on_screen(response) is None, "the earlier answer counts again"
    assert response.counted(FORM)["where"] == "В мастерской"


def test_an_edit_that_opens_a_new_question_asks_it() -> None:
    response = fresh()
    say(response, "mood", "7")
    say(response, "met", "no")
    response.toggle(FORM, "topics", "a", LEXICON, NOW)
    response.commit_multiple(FORM, "topics", NOW)
    response.skip(FORM, "more", NOW)
    assert response.edit(FORM, "met")
    say(response, "met", "yes")
    assert on_screen(response) == "where"
    say(response, "where", "Дома")
    assert on_screen(response) is None


def test_an_edit_returns_to_the_review() -> None:
    response = answered()
    assert response.edit(FORM, "mood")
    assert on_screen(response) == "mood"
    say(response, "mood", "3")
    assert on_screen(response) is None
    assert response.answers["mood"] == 3


def test_what_was_said_before_it_was_said_otherwise_is_remembered() -> None:
    response = fresh()
    say(response, "mood", "3")
    response.back(FORM)
    say(response, "mood", "3")  # the same again is no change
    assert not response.replaced
    response.back(FORM)
    say(response, "mood", "7")
    assert response.replaced == [["mood", 3, NOW.isoformat()]]
    response.forget()
    assert not response.replaced


def test_the_memory_of_answers_has_an_end() -> None:
    response = fresh()
    for turn in range(MOST_REPLACED + 9):
        say(response, "mood", str(1 + turn % 9))
        response.back(FORM)
    assert response.replaced is not None
    assert len(response.replaced) == MOST_REPLACED
    assert response.replaced[-1][1] == 1 + (MOST_REPLACED + 7) % 9


def test_an_edit_can_be_left_without_a_change() -> None:
    response = answered()
    response.edit(FORM, "mood")
    response.review()
    assert on_screen(response) is None
    assert response.answers["mood"] == 7


def test_only_what_was_answered_and_shown_can_be_edited() -> None:
    response = fresh()
    assert not response.edit(FORM, "topics")
    assert not response.edit(FORM, "gone")
    say(response, "mood", "7")
    assert response.edit(FORM, "mood")


def test_back_goes_one_shown_question_at_a_time_and_stops_at_the_first() -> None:
    response = answered()
    seen = []
    while response.back(FORM):
        seen.append(on_screen(response))
    assert seen == ["more", "topics", "where", "met", "mood"]
    assert on_screen(response) == "mood"


def test_after_going_back_the_way_goes_on_where_it_was_left() -> None:
    response = fresh()
    say(response, "mood", "7")
    say(response, "met", "no")
    response.back(FORM)
    response.back(FORM)
    assert on_screen(response) == "mood"
    say(response, "mood", "8")
    assert on_screen(response) == "topics"


def test_half_made_choices_survive_and_are_replaced_by_the_commit() -> None:
    response = fresh()
    say(response, "mood", "7")
    say(response, "met", "no")
    response.toggle(FORM, "topics", "b", LEXICON, NOW)
    response.toggle(FORM, "topics", "a", LEXICON, NOW)
    assert response.chosen("topics") == {"options": ["a", "b"], "own": None}
    assert "topics" not in response.answers
    response.commit_multiple(FORM, "topics", NOW)
    assert response.drafts == {}
    assert response.answers["topics"]["options"] == ["a", "b"]


def test_a_choice_gone_back_to_begins_with_what_was_chosen() -> None:
    response = answered()
    response.edit(FORM, "topics")
    response.toggle(FORM, "topics", "b", LEXICON, NOW)
    assert response.chosen("topics")["options"] == ["a", "b"]
    assert response.answers["topics"]["options"] == ["a"], "until it is confirmed"


def test_nothing_chosen_cannot_be_committed_unless_it_is_optional() -> None:
    response = fresh()
    say(response, "mood", "7")
    say(response, "met", "no")
    with pytest.raises(TooFewChosen):
        response.commit_multiple(FORM, "topics", NOW)
    kind = Multiple(choices=(Option("a", words("А")),))
    optional = Questionnaire(
        "o", 1, words("О"), (Item("topics", kind, words("?"), optional=True),), "mentee"
    )
    other = fresh()
    assert other.commit_multiple(optional, "topics", NOW)
    assert other.answers == {"topics": None}


def test_only_an_optional_question_can_be_skipped() -> None:
    response = fresh()
    with pytest.raises(AnswerNeeded):
        response.skip(FORM, "mood", NOW)


def test_handing_in_waits_for_the_last_answer() -> None:
    response = fresh()
    say(response, "mood", "7")
    with pytest.raises(QuestionsLeft) as refused:
        response.finish(FORM, NOW)
    assert refused.value.args_for_text == {"left": 3}
    assert response.state is ResponseState.STARTED


def test_handing_in_happens_once() -> None:
    response = answered()
    assert response.finish(FORM, LATER)
    assert not response.finish(FORM, LATER + timedelta(days=1))
    assert (response.state, response.finished_at) == (ResponseState.FINISHED, LATER)


def test_after_handing_in_nothing_is_asked_or_changed_until_it_is_reopened() -> None:
    response = answered()
    response.finish(FORM, NOW)
    assert on_screen(response) is None
    assert not any((response.edit(FORM, "mood"), response.back(FORM), say(response, "mood", "1")))
    assert response.reopen(LATER)
    assert response.edit(FORM, "mood")
    assert say(response, "mood", "1")
    assert response.finish(FORM, LATER)


def test_what_was_answered_stays_when_the_time_is_over() -> None:
    response = fresh()
    say(response, "mood", "7")
    assert response.close(LATER)
    assert not response.close(LATER)
    assert (response.state, response.counted(FORM)) == (ResponseState.CLOSED, {"mood": 7})
    assert not say(response, "met", "yes")


def test_a_finished_response_is_neither_closed_nor_refused() -> None:
    response = answered()
    response.finish(FORM, NOW)
    assert not response.close(LATER)
    assert not response.refuse(LATER)
    assert response.state is ResponseState.FINISHED


def test_a_person_may_refuse_to_answer() -> None:
    response = fresh()
    assert response.refuse(NOW)
    assert on_screen(response) is None
    assert not response.open


def test_dictionaries_are_replaced_so_that_storage_sees_the_change() -> None:
    response = fresh()
    answers, drafts = response.answers, response.drafts
    say(response, "mood", "7")
    say(response, "met", "no")
    response.toggle(FORM, "topics", "a", LEXICON, NOW)
    assert answers == {}
    assert drafts == {}


def test_a_summary_counts_only_what_was_really_said() -> None:
    gone = answered()
    gone.edit(FORM, "met")
    say(gone, "met", "no")
    said: dict[str, Any] = dict(summary(FORM, [answered(), gone, fresh()]))
    assert (said["mood"]["count"], said["where"]["count"], said["more"]["count"]) == (2, 1, 0)


PRESSES = st.tuples(
    st.sampled_from(["answer", "toggle", "commit", "skip", "back", "edit", "finish", "reopen"]),
    st.sampled_from([item.key for item in FORM.items]),
    st.sampled_from(["1", "yes", "no", "a", "b", "слово", ""]),
)


@given(st.lists(PRESSES, max_size=40))
def test_no_order_of_presses_leads_astray(presses: list[tuple[str, str, str]]) -> None:
    """The screen always shows a visible item, and only complete forms are handed in."""
    response = fresh()
    for what, key, raw in presses:
        before = (response.answers, response.current(FORM))
        try:
            match what:
                case "answer":
                    done = say(response, key, raw)
                case "toggle":
                    done = response.toggle(FORM, key, raw, LEXICON, NOW)
                case "commit":
                    done = response.commit_multiple(FORM, key, NOW)
                case "skip":
                    done = response.skip(FORM, key, NOW)
                case "back":
                    done = response.back(FORM)
                case "edit":
                    done = response.edit(FORM, key)
                case "finish":
                    done = response.finish(FORM, NOW)
                case _:
                    done = response.reopen(NOW)
        except Refusal:
            done = False
        if not done:
            assert (response.answers, response.current(FORM)) == before
        current, shown = response.current(FORM), response.visible(FORM)
        assert current is None or current in shown
        progress = response.progress(FORM)
        assert 1 <= progress.number <= progress.total == len(shown)
        if response.state is ResponseState.FINISHED:
            assert all(item.key in response.answers for item in shown)
