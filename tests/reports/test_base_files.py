"""The export: the model's own headings, true dates, and text that stays text."""

import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.access import Role
from bot.domain.bases import Fact, Member
from bot.domain.profile import Profile
from bot.reports.base_files import Page, export, listed, template
from bot.reports.workbooks import LISTS

DANGEROUS = ('=HYPERLINK("http://x")', "+7 900", "-1+1", "@SUM(A1)", "\tx", "\rx", "%x", "|x")
MENTEES = (
    "№", "ФИО", "Контакт (для несовершеннолетних — представителя)", "Год рождения",
    "Основной запрос", "Дата вхождения в программу", "ФИО наставника", "Форма наставничества",
    "Место работы/учёбы наставника", "Дата завершения программы", "Результаты программы",
    "Ссылка на кейс/отзыв на сайте", "Отметка о прохождении программы",
)  # fmt: skip
MENTORS = (
    "№", "ФИО", "Контакт", "Место работы/учёбы", "Основные компетенции",
    "Достижения, важные для программы", "Интересы", "Желаемый возраст наставляемых",
    "Ресурс времени на наставничество", "Дата вхождения в программу",
    "ФИО наставляемого (наставляемых)", "Форма наставничества",
    "Место учёбы/работы наставляемого", "Дата завершения программы", "Результаты программы",
    "Ссылка на кейс/отзыв на сайте",
)  # fmt: skip


def sheets(content: bytes) -> list[Worksheet]:
    return list(load_workbook(io.BytesIO(content)).worksheets)


@pytest.fixture
def exported(profile: Profile) -> list[Worksheet]:
    lena = Member(
        {Fact.NUMBER: 1, Fact.CONTACT: "в боте", Fact.JOINED: date(2030, 3, 13)},
        {"name": DANGEROUS[0], "birth_year": 2012, "needs": {"options": ["maths"], "own": "=1+1"}},
        None,
    )
    pages = [
        Page(profile.bases[Role.MENTEE], [lena]),
        Page(profile.bases[Role.MENTOR], []),
    ]
    about: list[tuple[str, str | int | date | None]] = [
        ("Дата", date(2030, 3, 13)),
        ("Сколько", 1),
    ]
    return sheets(export(pages, {}, about, "О таблице", "ru"))


def test_the_headings_are_those_of_the_model(exported: list[Worksheet]) -> None:
    mentees, mentors, about = exported
    assert [one.title for one in exported] == ["База наставляемых", "База наставников", "О таблице"]
    assert tuple(cell.value for cell in mentees[1]) == MENTEES
    assert tuple(cell.value for cell in mentors[1]) == MENTORS
    assert about["B2"].value == datetime(2030, 3, 13)
    for sheet in exported:
        assert sheet.freeze_panes == "A2"
        assert sheet.column_dimensions["B"].width >= 20


def test_dates_are_dates_and_numbers_numbers(exported: list[Worksheet]) -> None:
    row = exported[0][2]
    assert row[5].value == datetime(2030, 3, 13)
    assert row[5].is_date
    assert (row[0].value, row[3].value) == (1, 2012)


def test_an_answer_that_looks_like_a_formula_is_text(exported: list[Worksheet]) -> None:
    name = exported[0][2][1]
    assert (name.value, name.data_type) == (DANGEROUS[0], "s")


@pytest.mark.parametrize("words", DANGEROUS)
def test_nothing_in_a_workbook_is_worked_out(words: str) -> None:
    content = listed(words.strip().strip("=|@+-%")[:5] or "x", [words], [20], [[words]])
    [sheet] = sheets(content)
    for cell in (sheet["A1"], sheet["A2"]):
        assert cell.data_type == "s"
        assert str(cell.value).replace("\r", "\n") == words.replace("\r", "\n")
        assert cell.quotePrefix
        assert cell.number_format == "@"


def test_signs_a_workbook_cannot_hold_are_left_out() -> None:
    [sheet] = sheets(listed("x", ["x"], [20], [["a\x00b\x0bc\ud800d"]]))
    assert sheet["A2"].value == "abcd"


def test_the_template_offers_what_may_be_chosen(profile: Profile) -> None:
    base, form = profile.bases[Role.MENTOR], profile.questionnaires["intake-mentor"]
    sheet, lists = sheets(template(base, form, "en"))
    assert sheet["A1"].value == "Full name"
    assert lists.sheet_state == "hidden"
    assert lists.title == LISTS
    offered = [
        [cell.value for cell in column if cell.value is not None] for column in lists.columns
    ]
    kinds = next(one for one in offered if "From a company" in one)
    assert len(kinds) == 6
    rules = [one.formula1 for one in sheet.data_validations.dataValidation]
    assert len(rules) == len(offered)
