"""Answers as a table: nothing dropped over versions, every absence with its reason."""

import pickle
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from bot.domain.absences import HARD_TO_SAY, Absence
from bot.domain.answer_tables import AnswerPages, AnswerRow, AnswerTable, row_of
from bot.domain.conditions import Condition, Op
from bot.domain.errors import AnswerNeeded
from bot.domain.questionnaires import Item, Questionnaire, dump, load
from bot.domain.questions import Option, Scale, Single, Text, YesNo
from bot.domain.responses import Response
from bot.domain.words import Words
from bot.profiles import load_lexicon

LEXICON = load_lexicon()
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)


def words(text: str) -> Words:
    return Words.of({"ru": text, "en": text})


def choice(*values: str) -> Single:
    return Single(choices=tuple(Option(value, words(value)) for value in values))


FORM = Questionnaire(
    key="form",
    version=1,
    title=words("Анкета"),
    audience="pair",
    items=(
        Item("worry", Scale(), words("Тревога?"), reversed=True, scale="calm", hard_to_say=True),
        Item("met", YesNo(yes=words("Да"), no=words("Нет")), words("Была встреча?")),
        Item("where", choice("a", "b"), words("Где?"), shown_if=Condition("met", Op.IS, True)),
        Item("more", Text(), words("Что ещё?"), optional=True),
    ),
    scales=(("calm", words("Спокойствие")),),
)


def begun() -> Response:
    return Response(organisation_id=uuid4(), person_id=uuid4(), questionnaire_id=uuid4())


def said(**answers: Any) -> Response:
    response = begun()
    response.know(answers)
    return response


def table(*responses: Response) -> AnswerTable:
    rows = (
        row_of(one, FORM, id=str(n), group={"role": "mentor" if n else "mentee"})
        for n, one in enumerate(responses)
    )
    return AnswerTable.of(FORM, rows, NOW)


def test_every_absence_has_its_reason() -> None:
    unsure = begun()
    assert unsure.hard_to_say(FORM, "worry", NOW)
    assert unsure.answer(FORM, "met", "нет", LEXICON, NOW)
    assert unsure.absences(FORM) == {
        "worry": Absence.HARD_TO_SAY, "where": Absence.NOT_REACHED, "more": Absence.NOT_REACHED,
    }  # fmt: skip
    assert unsure.skip(FORM, "more", NOW)
    assert unsure.finish(FORM, NOW)
    assert unsure.absences(FORM) == {
        "worry": Absence.HARD_TO_SAY, "where": Absence.NOT_ASKED, "more": Absence.SKIPPED,
    }  # fmt: skip
    unwilling = said(worry=3)
    unwilling.refuse(NOW)
    assert set(unwilling.absences(FORM).values()) == {Absence.REFUSED}
    assert "worry" not in unwilling.absences(FORM)


def test_hard_to_say_is_no_answer_and_opens_nothing() -> None:
    response = said(worry=dict(HARD_TO_SAY))
    assert response.counted(FORM) == {}
    assert not Condition("worry", Op.LESS, 5).holds(response.answers)
    assert Condition("worry", Op.IS_NOT, 5).holds(response.answers)
    with pytest.raises(AnswerNeeded):
        response.hard_to_say(FORM, "met", NOW)


def test_a_column_has_answers_scores_and_reasons() -> None:
    found = table(said(worry=2, met=True), said(worry=dict(HARD_TO_SAY)), said(worry=10))
    assert found.answered("worry") == [2, 10]
    assert found.scores("worry") == [9, None, 1], "an item that is reversed counts the other way"
    assert found.absences("worry") == {Absence.HARD_TO_SAY: 1}
    assert found.scores("met") == [None, None, None]
    mentors = found.where(role="mentor")
    assert (mentors.ids, mentors.answered("worry")) == (["1", "2"], [10])


def test_rows_come_back_as_they_went_in_even_from_another_process() -> None:
    response = begun()
    response.answer(FORM, "worry", "7", LEXICON, NOW)
    response.answer(FORM, "met", "да", LEXICON, NOW + timedelta(seconds=4))
    response.answer(FORM, "where", "b", LEXICON, NOW + timedelta(days=7))
    row = row_of(response, FORM, id="x", group={"form": "pupil_pupil"})
    assert row.seconds == {"met": 4.0, "where": 600.0}, "a week is not a thought"
    silent = AnswerRow("y", {"form": "pupil_pupil"}, {}, {"worry": Absence.NOT_REACHED})
    pages = AnswerPages(FORM, NOW)
    pages.add(AnswerTable.of(FORM, [row], NOW))
    pages.add(AnswerTable.of(FORM, [silent, row], NOW))
    there = pickle.loads(pickle.dumps(pages)).table()
    assert [one.answers for one in there.rows()] == [row.answers, {}, row.answers]
    assert next(there.rows()) == row
    assert (pages.people, pages.groups) == (2, {("form", "pupil_pupil")})


def test_a_version_stored_before_there_were_scales_loads_as_it_was() -> None:
    """Exactly what stands in the databases of the version before this one."""
    old = {
        "key": "form", "version": 1, "title": {"ru": "А"}, "audience": "mentee",
        "items": [
            {"key": "q", "kind": "scale", "params": {"low": 1, "high": 10, "columns": 5},
             "text": {"ru": "?"}, "optional": False},
            {"key": "r", "kind": "text", "params": {"longest": 80}, "text": {"ru": "?"},
             "optional": True, "hint": {"ru": "h"},
             "shown_if": {"item": "q", "op": "is", "value": 3}},
        ],
    }  # fmt: skip
    assert dump(load(old)) == old, "and its digest is the same"
