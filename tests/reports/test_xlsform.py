"""Questionnaires as XLSForm workbooks: out, in, there and back, and what is said of mistakes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook
from pyxform.xls2xform import convert

from bot.dialogs.monitoring.workbook_words import workbook_words
from bot.domain.conditions import AllOf, AnyOf, Condition, Not, Op, Rule
from bot.domain.errors import Refusal
from bot.domain.file_errors import FileNotTable
from bot.domain.profile import Profile
from bot.domain.publish_check import check
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import (
    Acknowledge,
    CalendarDate,
    Decimal,
    Kind,
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
)
from bot.domain.words import Words
from bot.reports.xlsform import expressions, limits, rules
from bot.reports.xlsform.reading import Read, read, understood
from bot.reports.xlsform.refusals import SheetMissing
from bot.reports.xlsform.writing import export
from bot.texts import Texts
from tests.lengths import FULL
from tests.reports.questionnaires import AUDIENCES, FORMS, made

WORDS = workbook_words(Texts(), "ru", "vy")
ROUND_TRIPS = 1000 if FULL else 10
RU, EN = "label::Русский (ru)", "label::English (en)"


def both(ru: str, en: str) -> Words:
    return Words.of({"ru": ru, "en": en})


def book(**sheets: Sequence[Sequence[Any]]) -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        page = made.create_sheet(title)
        for row in rows:
            page.append(row)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def taken(content: bytes) -> Read:
    return read(content, WORDS, "pair", AUDIENCES, FORMS)


def compiled(content: bytes, folder: Path) -> str:
    """What the public compiler makes of it; raises for any error."""
    path = folder / "questionnaire.xlsx"
    path.write_bytes(content)
    return str(convert(path, warnings=[], validate=False).xform)


def test_every_questionnaire_of_ours_compiles_and_comes_back_equal(
    profile: Profile, tmp_path: Path
) -> None:
    for key, asked in profile.questionnaires.items():
        content = export(asked, WORDS)
        compiled(content, tmp_path)
        forms = [form.key for form in profile.forms]
        back = read(content, WORDS, "pair", AUDIENCES, forms)
        assert back.troubles == (), key
        assert back.unused == ()
        assert back.questionnaire == replace(asked, version=1)


def test_any_questionnaire_comes_back_equal(tmp_path: Path) -> None:
    for seed in range(ROUND_TRIPS):
        asked = made(seed)
        content = export(asked, WORDS)
        back = understood(content, WORDS, "pair", AUDIENCES, FORMS)
        assert back.questionnaire == replace(asked, version=1), seed
        if seed % 5 == 0:
            compiled(content, tmp_path)


# As the public reference writes forms: no column of ours.
SAMPLE: Mapping[str, Sequence[Sequence[Any]]] = {
    "survey": [
        ["type", "name", "label::English (en)", "label::Русский (ru)", "label::Español (es)",
         "hint::English (en)", "hint::Русский (ru)", "required", "relevant", "constraint",
         "constraint_message::English (en)", "appearance", "parameters"],
        ["start", "start"],
        ["note", "welcome", "Thank you for coming", "Спасибо, что пришли", "Gracias"],
        ["select_one yes_no", "Met", "Have you met?", "Вы встречались?", None, None, None, "yes"],
        ["begin group", "meeting", "About the meeting", "О встрече", None, None, None, None,
         "${Met} = 'yes'", None, None, "field-list"],
        ["integer", "times", "How many times?", "Сколько раз?", None, "A number", "Число",
         "yes", None, ". > 0 and . < 50", "0 to 50"],
        ["range", "mood", "How was it?", "Как прошло?", None, None, None, "yes", "${times} >= 2",
         None, None, None, "start=1 end=5 step=1"],
        ["end group", "meeting"],
        ["select_multiple needs or_other", "needs", "What helps?", "Что помогает?", None, None,
         None, None, None, "not(selected(., 'none') and count-selected(.) > 1)"],
        ["select_one often or_other", "often", "How often?", "Как часто?", None, None, None,
         "yes", "selected(${needs}, 'talk') or not(${Met} = 'yes')"],
        ["select one agree", "glad", "I am glad", "Я рад", None, None, None, "yes", None, None,
         None, "likert"],
        ["decimal", "hours", "Hours?", "Часов?", None, None, None, None, None, ". <= 8.5"],
        ["date", "day", "Which day?", "Какой день?", None, None, None, "yes",
         "${times} != '' and ${hours} > 1.5", ". <= today()"],
        ["time", "hour", "Which hour?", "Который час?", None, None, None, "yes"],
        ["rank needs", "order", "What first?", "Что важнее?", None, None, None, "yes"],
        ["text", "words", "In your words", "Своими словами", None, None, None, None,
         "${often} != 'week'", "string-length(.) <= 300"],
        ["acknowledge", "bye", "That is all", "Это всё", None, None, None, "true()"],
    ],
    "choices": [
        ["list_name", "name", "label::English (en)", "label::Русский (ru)"],
        ["yes_no", "yes", "Yes", "Да"],
        ["yes_no", "no", "No", "Нет"],
        ["needs", "talk", "Talk", "Разговор"],
        ["needs", "none", "Nothing", "Ничего"],
        ["often", "week", "Every week", "Каждую неделю"],
        ["often", "month", "Every month", "Каждый месяц"],
        ["agree", 1, "No", "Нет"],
        ["agree", 2, "Yes", "Да"],
    ],
    "settings": [
        ["form_title", "form_id", "version", "default_language"],
        ["Our meetings", "our_meetings", "2026-09", "English (en)"],
    ],
}  # fmt: skip


def test_a_form_written_by_the_public_reference_asks_the_same(tmp_path: Path) -> None:
    content = book(**SAMPLE)
    compiled(content, tmp_path)
    found = taken(content)
    assert found.troubles == ()
    assert found.unused == ("constraint_message",)
    understood = WORDS.acknowledged
    met, lead = Condition("met", Op.IS, True), both("О встрече", "About the meeting")
    needs = (
        Option("talk", both("Разговор", "Talk")),
        Option("none", both("Ничего", "Nothing")),
    )
    often = (
        Option("week", both("Каждую неделю", "Every week")),
        Option("month", both("Каждый месяц", "Every month")),
        Option("other", WORDS.other),
    )
    when_often = AnyOf((Condition("needs", Op.INCLUDES, "talk"), Not(met)))
    assert found.questionnaire == Questionnaire(
        key="our_meetings",
        version=1,
        title=both("Our meetings", "Our meetings"),
        audience="pair",
        items=(
            Item("welcome", Acknowledge(label=understood),
                 both("Спасибо, что пришли", "Thank you for coming"), optional=True),
            Item("met", YesNo(yes=both("Да", "Yes"), no=both("Нет", "No"), columns=1),
                 both("Вы встречались?", "Have you met?")),
            Item("times", Number(low=1, high=49), both("Сколько раз?", "How many times?"),
                 hint=both("Число", "A number"), shown_if=met, lead=lead),
            Item("mood", Scale(low=1, high=5), both("Как прошло?", "How was it?"),
                 shown_if=AllOf((met, Condition("times", Op.AT_LEAST, 2))), lead=lead),
            Item("needs", Multiple(choices=needs, own_words=True, exclusive=("none",)),
                 both("Что помогает?", "What helps?"), optional=True),
            Item("often", Single(choices=often), both("Как часто?", "How often?"),
                 shown_if=when_often),
            Item("often_other", Text(), WORDS.other_asked,
                 shown_if=AllOf((when_often, Condition("often", Op.IS, "other")))),
            Item("glad", Likert(labels=(both("Нет", "No"), both("Да", "Yes")), low=1),
                 both("Я рад", "I am glad")),
            Item("hours", Decimal(low=-999999999.0, high=8.5), both("Часов?", "Hours?"),
                 optional=True),
            Item("day", CalendarDate(calendar=True), both("Какой день?", "Which day?"),
                 shown_if=AllOf((Condition("times", Op.IS_NOT, None),
                                 Condition("hours", Op.MORE, 1.5)))),
            Item("hour", TimeOfDay(), both("Который час?", "Which hour?")),
            Item("order", Ranking(choices=needs), both("Что важнее?", "What first?")),
            Item("words", Text(longest=300), both("Своими словами", "In your words"),
                 optional=True, shown_if=Not(Condition("often", Op.IS, "week"))),
            Item("bye", Acknowledge(label=understood), both("Это всё", "That is all")),
        ),
    )  # fmt: skip


KINDS: Mapping[str, Kind] = {
    "often": Single(choices=(Option("week", both("н", "w")), Option("it-s", both("н", "w")))),
    "needs": Multiple(choices=(Option("a", both("а", "a")),), own_words=True),
    "useful": Scale(),
    "met": YesNo(yes=both("да", "yes"), no=both("нет", "no")),
    "words": Text(),
    "day": CalendarDate(),
}
OFTEN = Condition("often", Op.IS, "week")
USEFUL = Condition("useful", Op.MORE, 3)
OWN_NEED = Condition("needs", Op.INCLUDES, "own")
MEANT: Mapping[str, Rule] = {
    "${often} = 'week'": OFTEN,
    "'week'=${ often }": OFTEN,
    "${often} = “week”": OFTEN,
    "selected(${often}, 'week')": OFTEN,
    "3 < ${useful}": USEFUL,
    "${useful} > '3'": USEFUL,
    "${often} != 'week'": Not(OFTEN),
    "${often} != '' and ${often} != 'week'": Condition("often", Op.IS_NOT, "week"),
    "${often} = 'week' or ${often} = 'it-s'": Condition("often", Op.ONE_OF, ["week", "it-s"]),
    "selected(${needs}, 'other')": OWN_NEED,
    "not(selected(${needs}, 'other')) and ${useful} > 3": AllOf((Not(OWN_NEED), USEFUL)),
    "${met} = 'no'": Condition("met", Op.IS, False),
    "${words} != ''": Condition("words", Op.IS_NOT, None),
    "${words} = \"it's\"": Condition("words", Op.IS, "it's"),
    "${day} >= date('2030-02-03')": Condition("day", Op.AT_LEAST, "2030-02-03"),
    "${band} = '14-17'": Condition("band", Op.IS, "14-17"),
    # `and` binds more tightly than `or`, as in XPath
    "${useful} > 3 and ${met} = 'no' or ${often} = 'week'": AnyOf(
        (AllOf((USEFUL, Condition("met", Op.IS, False))), OFTEN)
    ),
}
REFUSED = {
    "${often} = 'never'": rules.ValueNotOffered,
    "${oft} = 'week'": rules.ItemNotKnown,
    "${useful} > 'x'": rules.NumberNeeded,
    "${often} > 'week'": rules.OrderNotKnown,
    "${needs} = 'a'": rules.SelectedNeeded,
    "selected(${needs}, 'b')": rules.ValueNotOffered,
    ". > 3": rules.DotOnlyInConstraint,
    "${day} > '3 февраля'": rules.MomentNeeded,
    "${band} = 'old'": rules.ValueNotOffered,
    "${useful} > ${often}": rules.ComparedBadly,
    "${useful}": rules.ComparedBadly,
    "today()": rules.NotSaidHere,
    "regex(${words}, 'a+')": expressions.FunctionNotKnown,
    "${useful} >": expressions.ExpressionUnfinished,
    "(${useful} > 3": expressions.ExpressionUnfinished,
    "${useful} > 3)": expressions.ExpressionNotRead,
    "${useful} + 1 > 3": expressions.ExpressionNotRead,
    "": expressions.ExpressionUnfinished,
    "(" * 500 + "${useful} > 3": expressions.ExpressionTooLong,
    "not(" * 500: expressions.ExpressionTooLong,
    "${useful} > 3 or " * 200: expressions.ExpressionTooLong,
}


@pytest.mark.parametrize("raw", MEANT)
def test_what_an_expression_asks_for(raw: str) -> None:
    rule = rules.meant(expressions.read(raw), KINDS)
    assert rule == MEANT[raw]
    assert rules.meant(expressions.read(rules.said(rule, KINDS)), KINDS) == rule


@pytest.mark.parametrize("raw", REFUSED)
def test_what_an_expression_cannot_say_is_said_in_words(raw: str) -> None:
    with pytest.raises(REFUSED[raw]):
        rules.meant(expressions.read(raw), KINDS)


@given(st.text(st.sampled_from("${}()'\"<>=!.,1aй -\n") | st.characters(), max_size=40))
@example("${${a}} = 1")
def test_whatever_stands_in_an_expression_is_read_or_refused(raw: str) -> None:
    try:
        tree = expressions.read(raw)
    except Refusal:
        return
    for ask in (lambda: rules.meant(tree, KINDS), lambda: limits.read(tree)):
        try:
            ask()
        except Refusal:
            continue


WRONG_SURVEY: Sequence[Sequence[Any]] = [
    ["type", "name", RU, EN, "required", "relevant", "constraint", "parameters", "bot"],
    ["select_one nothing", "often", "Как часто?", "How often?", "yes"],
    ["range", "useful", "Насколько?", "How much?", "maybe", None, None, "start=1 end=5.5"],
    ["integer", "Сколько", "Сколько?", "How many?", "yes", "${late} = 'x'"],
    ["text", "late", None, None, "yes", "${usefull} > 2 and", "regex(., 'a')"],
    ["geopoint", "where", "Где?", "Where?"],
    ["text", "why", "Почему ${late}?", "Why?", "yes", "${often} = 'x'", None, None, "wide=1"],
    ["text", "sum", "=1+1", "=1+1"],
    ["end group", None],
]
WRONG = {
    ("survey", 2, "type", "xlsform-list-not-known"),
    ("survey", 3, "required", "xlsform-flag-not-known"),
    ("survey", 3, "parameters", "xlsform-range-not-known"),
    ("survey", 4, "name", "xlsform-name-not-key"),
    ("survey", 5, "label", "xlsform-text-missing"),
    ("survey", 5, "constraint", "xlsform-function-not-known"),
    ("survey", 5, "relevant", "xlsform-expression-unfinished"),
    ("survey", 6, "type", "xlsform-type-not-known"),
    ("survey", 7, "label", "xlsform-text-inside-text"),
    ("survey", 7, "bot", "xlsform-own-column-wrong"),
    ("survey", 8, "label", "refusal-cell-not-value"),
    ("survey", 8, "label", "xlsform-text-missing"),
    ("survey", 9, "type", "xlsform-group-not-opened"),
    ("choices", 2, "name", "xlsform-name-missing"),
    ("settings", 2, "form_id", "xlsform-name-not-key"),
    ("settings", 2, "audience", "xlsform-part-not-known"),
}


def test_everything_that_is_wrong_is_said_at_once_with_its_place() -> None:
    found = taken(
        book(
            survey=WRONG_SURVEY,
            choices=[["list_name", "name", RU], ["often", None, "Часто"]],
            settings=[["form_title", "form_id", "audience"], ["Анкета", "Анкета 1", "class"]],
        )
    )
    assert found.questionnaire is None
    assert {(one.sheet, one.row, one.column, one.key) for one in found.troubles} == WRONG
    texts = Texts()
    for locale in ("ru", "en"):
        for one in found.troubles:
            assert texts.label(locale, "vy", one.key, one.args)


def test_a_questionnaire_in_russian_alone_misses_no_english() -> None:
    found = taken(
        book(
            survey=[["type", "name", "label"], ["text", "words", "Что нового?"]],
            settings=[["form_title", "form_id"], ["Новости", "news"]],
        )
    )
    assert found.locales == ("ru",)
    assert found.questionnaire is not None
    check(found.questionnaire, found.locales)


def test_a_file_that_is_no_workbook_of_questions_is_refused() -> None:
    with pytest.raises(SheetMissing):
        taken(book(people=[["name"], ["Анна"]]))
    with pytest.raises(SheetMissing):
        taken(b"type;name;label\ntext;a;b\n")
    with pytest.raises(FileNotTable):
        taken(b"\x89PNG\r\n\x1a\n\x00\x00")
