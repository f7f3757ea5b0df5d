"""The rules of the training: how one goes through a module, what is needed, what comes again."""

from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import Gone
from bot.domain.training import (
    Choice,
    Module,
    Question,
    TrainingRecord,
    View,
    certificate_number,
    complete,
    course,
    left,
)
from bot.domain.words import Words

NOW = datetime(2030, 3, 13, 10, tzinfo=UTC)
SAID = Words.of({"ru": "А", "en": "A"})


def module(
    key: str = "one",
    *,
    cards: int = 2,
    questions: int = 4,
    percent: int = 70,
    forms: frozenset[str] = frozenset(),
    optional: bool = False,
    pledge: bool = False,
    number: int = 1,
) -> Module:
    choices = tuple(Choice(SAID, n == 1, SAID) for n in range(3))
    return Module(
        key=key,
        version=1,
        number=number,
        title=SAID,
        minutes=10,
        cards=(SAID,) * cards,
        questions=tuple(Question(f"q{n}", SAID, choices) for n in range(questions)),
        pass_percent=percent,
        forms=forms,
        optional=optional,
        pledge=SAID if pledge else None,
    )


def begun(one: Module) -> TrainingRecord:
    return TrainingRecord(
        organisation_id=uuid4(),
        programme_id=uuid4(),
        participation_id=uuid4(),
        person_id=uuid4(),
        module=one.key,
        version=one.version,
        started_at=NOW,
        touched_at=NOW,
    )


def through(record: TrainingRecord, one: Module, right: int) -> None:
    """All cards and questions; the first `right` answers are right."""
    while record.view(one) in (View.CARD, View.QUESTION, View.WHY):
        asked = one.question_at(record.place)
        if record.view(one) is View.QUESTION and asked is not None:
            good = int(asked.key[1:]) < right
            record.answer(one, asked.key, 1 if good else 0, NOW)
        else:
            record.go(one, record.next_place(one), NOW)


@pytest.mark.parametrize(
    ("questions", "percent", "right", "enough"),
    [
        (4, 70, 4, True), (4, 70, 3, True), (4, 70, 2, False),
        (3, 70, 2, False), (3, 70, 3, True), (5, 70, 4, True), (5, 70, 3, False),
        (4, 100, 3, False), (4, 100, 4, True), (3, 66, 2, True),
    ],
)  # fmt: skip
def test_the_pass_mark_is_reached_or_not(
    questions: int, percent: int, right: int, enough: bool
) -> None:
    one = module(questions=questions, percent=percent)
    record = begun(one)
    through(record, one, right)
    assert record.view(one) is (View.PASSED if enough else View.FAILED)
    assert (record.right, record.total, record.ended_at) == (right, questions, NOW)


def test_the_next_try_asks_only_what_was_wrong() -> None:
    one = module()
    record = begun(one)
    through(record, one, 2)
    following = record.again(one, NOW + timedelta(days=1))
    asked = []
    while following.view(one) in (View.QUESTION, View.WHY):
        question = one.question_at(following.place)
        assert question is not None
        if following.view(one) is View.QUESTION:
            asked.append(question.key)
            following.answer(one, question.key, 1, NOW)
        else:
            following.go(one, following.next_place(one), NOW)
    assert asked == ["q2", "q3"]
    assert (following.passed, following.right) == (True, 4)
    assert (record.passed, record.right) == (False, 2)  # the log keeps both


def test_an_answer_counts_once_and_only_for_the_question_on_the_screen() -> None:
    one = module()
    record = begun(one)
    record.answer(one, "q0", 1, NOW)  # a card is on the screen
    assert record.answers == {}
    record.go(one, 1, NOW)
    record.go(one, 2, NOW)
    record.answer(one, "q1", 1, NOW)
    assert record.answers == {}
    record.answer(one, "q0", 0, NOW)
    record.answer(one, "q0", 1, NOW)
    assert record.answers == {"q0": 0}


@pytest.mark.parametrize("place", [-1, 3, 99])
def test_nobody_jumps_over_a_question(place: int) -> None:
    one = module(cards=2)
    record = begun(one)
    with pytest.raises(Gone):
        record.go(one, place, NOW)
    assert record.place == 0


def test_a_choice_that_is_not_there_is_no_answer() -> None:
    one = module(cards=1)
    record = begun(one)
    record.go(one, 1, NOW)
    with pytest.raises(Gone):
        record.answer(one, "q0", 7, NOW)
    assert record.answers == {}


def test_a_pledge_comes_after_good_answers_only_and_ends_the_module() -> None:
    one = module(pledge=True)
    record = begun(one)
    record.agree(one, NOW)
    assert record.ended_at is None
    through(record, one, 4)
    assert record.view(one) is View.PLEDGE
    assert not record.passed
    record.agree(one, NOW)
    assert record.view(one) is View.PASSED
    weak = begun(one)
    through(weak, one, 1)
    assert weak.view(one) is View.FAILED


def test_what_is_over_is_not_moved() -> None:
    one = module()
    record = begun(one)
    through(record, one, 4)
    place = record.place
    record.go(one, 0, NOW)
    record.answer(one, "q0", 0, NOW)
    assert (record.place, record.right) == (place, 4)


PACKS = (
    module("a", number=1),
    module("pack-1", number=2, forms=frozenset({"pupil_pupil"})),
    module("pack-2", number=2, forms=frozenset({"student_student"})),
    module("tips", number=3, optional=True),
)


@pytest.mark.parametrize(
    ("forms", "keys"),
    [
        (["pupil_pupil"], ["a", "pack-1", "tips"]),
        (["student_student", "pupil_pupil"], ["a", "pack-1", "pack-2", "tips"]),
        (["teacher_learner"], ["a", "tips"]),
        ([], ["a", "tips"]),
    ],
)
def test_a_mentor_sees_the_packs_of_the_forms_open_to_them(
    forms: list[str], keys: list[str]
) -> None:
    assert [one.key for one in course(PACKS, forms=forms)] == keys


def test_one_pack_is_enough_and_tips_are_not_needed() -> None:
    assert [one.key for one in left(PACKS, ())] == ["a", "pack-1"]
    assert not complete(PACKS, {"a"})
    assert complete(PACKS, {"a", "pack-2"})
    assert not complete(PACKS, {"pack-1", "pack-2", "tips"})


def test_certificates_are_numbered_by_the_year() -> None:
    assert (certificate_number(2030, 0), certificate_number(2031, 41)) == ("2030-0001", "2031-0042")


@settings(max_examples=300)
@given(
    presses=st.lists(
        st.one_of(
            st.tuples(st.just("go"), st.integers(-1, 9), st.just(0)),
            st.tuples(st.just("answer"), st.integers(0, 3), st.integers(0, 2)),
            st.tuples(st.just("agree"), st.just(0), st.just(0)),
        ),
        max_size=60,
    ),
    pledge=st.booleans(),
)
def test_no_order_of_presses_passes_without_enough_right_answers(
    presses: list[tuple[str, int, int]], pledge: bool
) -> None:
    one = module(cards=2, pledge=pledge)
    record = begun(one)
    for what, number, choice in presses:
        try:
            if what == "go":
                record.go(one, number, NOW)
            elif what == "answer":
                record.answer(one, f"q{number}", choice, NOW)
            else:
                record.agree(one, NOW)
        except Gone:
            continue
        record.view(one)
    right = sum(record.answers.get(f"q{n}") == 1 for n in range(4))
    assert record.passed <= (len(record.answers) == 4 and right >= 3)


def test_left_never_grows_when_something_is_passed() -> None:
    keys = [one.key for one in PACKS]
    for flags in product([False, True], repeat=len(keys)):
        passed = {key for key, flag in zip(keys, flags, strict=True) if flag}
        for more in keys:
            assert len(left(PACKS, passed | {more})) <= len(left(PACKS, passed))
