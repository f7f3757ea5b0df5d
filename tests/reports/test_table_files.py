"""Files that people send: tables are read, everything else is refused in words and cheaply."""

import csv
import io
import random
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from bot.domain.access import Role
from bot.domain.bases import MOST_ROWS, Table
from bot.domain.errors import Refusal
from bot.domain.file_errors import (
    FileHasMacros,
    FileLocked,
    FileNotTable,
    FileSwells,
    HeadingsMissing,
    NobodyInFile,
    TooManyRows,
)
from bot.domain.profile import Profile
from bot.profiles import load_lexicon
from bot.reports.base_files import read, template

LEXICON = load_lexicon()
HEAD = ("№", "ФИО", "Год рождения", "Класс", "Запрос")


def book(*rows: tuple[Any, ...], title: str = "Лист1") -> bytes:
    made = Workbook()
    page = made.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def archive(content: bytes, **changed: bytes) -> bytes:
    """A workbook with parts added or replaced."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            new.writestr(name, part)
    return file.getvalue()


@pytest.fixture
def take(profile: Profile) -> Callable[[bytes], Table]:
    base, form = profile.bases[Role.MENTEE], profile.questionnaires["intake-mentee"]
    return lambda content: read(content, base, form, LEXICON)


Take = Callable[[bytes], Table]


def said(table: Table) -> list[tuple[int, str, str]]:
    return [(one.row, one.column or "", one.key) for one in table.troubles]


def test_a_row_is_what_the_form_would_have_kept(take: Take) -> None:
    table = take(
        book(
            ("База нашей школы",),
            HEAD,
            (1, "  Иванова   Анна ", 2012, "9Б", "Математика, найти друзей, чинить ракету"),
            (None, None, None, None, None),
            (2, "Петров Пётр", datetime(2011, 5, 1), 9, None),
            (3, "Сидоров Иван", "2010 г.", None, ""),
        )
    )
    assert table.troubles == ()
    first, second, third = table.entries
    assert (first.row, first.answers["name"], first.answers["birth_year"]) == (
        3, "Иванова Анна", 2012,
    )  # fmt: skip
    assert first.answers["needs"] == {"options": ["maths", "settling"], "own": "чинить ракету"}
    assert (second.row, second.answers["birth_year"], second.answers["group"]) == (5, 2011, "9")
    assert third.answers == {"name": "Сидоров Иван", "birth_year": 2010}


def test_what_is_wrong_is_named_by_row_and_column(take: Take) -> None:
    table = take(
        book(
            HEAD,
            (1, None, 2012, "9Б", None),
            (2, "Иванова Анна", 1812, "9Б", None),
            (3, "=CONCAT(A1)", 2012, "9Б", None),
            (4, "Петров", True, "x" * 41, None),
            (5, "#N/A", 2012, None, None),
            (6, "А" * 81, 2012, None, "Математика, Физика, Английский, Экзамены"),
        )
    )
    assert table.entries == ()
    assert said(table) == [
        (2, "name", "refusal-cell-missing"),
        (3, "birth_year", "refusal-answer-not-understood"),
        (4, "name", "refusal-cell-not-value"),
        (5, "birth_year", "refusal-cell-not-value"),
        (5, "group", "refusal-answer-too-long"),
        (6, "name", "refusal-cell-not-value"),
        (7, "name", "refusal-answer-too-long"),
        (7, "request", "refusal-too-many-chosen"),
    ]
    assert table.wrong_rows == 6


def test_headings_are_known_in_any_language_and_order(take: Take) -> None:
    table = take(book(("YEAR of birth", "full  name"), ("2012", "Anna Ivanova")))
    assert table.entries[0].answers == {"birth_year": 2012, "name": "Anna Ivanova"}
    assert take(book(("Фамилия, имя, отчество:",), ("Анна",))).entries[0].row == 2


def test_the_table_may_stand_on_another_sheet(take: Take) -> None:
    made = Workbook()
    made.create_sheet("второй").append(("ФИО",))
    made.worksheets[1].append(("Анна Иванова",))
    file = io.BytesIO()
    made.save(file)
    assert take(file.getvalue()).entries[0].answers == {"name": "Анна Иванова"}


def test_the_example_of_the_template_is_nobody(take: Take, profile: Profile) -> None:
    base, form = profile.bases[Role.MENTEE], profile.questionnaires["intake-mentee"]
    with pytest.raises(NobodyInFile):
        take(template(base, form, "ru"))
    name = base.imported[0].example
    assert name is not None
    table = take(book(("ФИО",), (name.say("ru"),)))
    assert len(table.entries) == 1, "somebody may really be called so"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_of_every_program(take: Take, encoding: str, separator: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator)
    writer.writerows([("ФИО", "Класс", "Год рождения"), ('Иванов, "Ваня"; он', "9Б", "12.03.2012")])
    [entry] = take(file.getvalue().encode(encoding)).entries
    assert entry.answers == {"name": 'Иванов, "Ваня"; он', "group": "9Б", "birth_year": 2012}


def _encrypted() -> bytes:
    content = bytearray(archive(book(HEAD), **{"secret.xml": b"<x/>"}))
    central = content.rfind(b"PK\x01\x02")
    struct.pack_into("<H", content, central + 8, 1)
    return bytes(content)


def _bomb() -> bytes:
    return archive(book(HEAD), **{"xl/worksheets/sheet9.xml": b"0" * (40 * 2**20)})


def _lol() -> bytes:
    part = b'<?xml version="1.0"?>' + b" " * 300_000 + b'<!DOCTYPE l [<!ENTITY a "aa">]><l>&a;</l>'
    return archive(book(HEAD), **{"xl/sharedStrings.xml": part})


REFUSED: dict[str, tuple[Callable[[], bytes], type[Refusal]]] = {
    "a zip bomb": (_bomb, FileSwells),
    "entities that swell": (_lol, FileSwells),
    "macros": (lambda: archive(book(HEAD), **{"xl/vbaProject.bin": b"x"}), FileHasMacros),
    "a password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, FileLocked),
    "a locked part": (_encrypted, FileLocked),
    "half a file": (lambda: book(HEAD, (1, "А"))[:-200], FileNotTable),
    "an archive": (lambda: archive(book(HEAD)).replace(b"[Content_Types]", b"[Xontent_Types]"),
                   FileNotTable),
    "a broken sheet": (
        lambda: archive(book(HEAD), **{"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"}),
        FileNotTable,
    ),
    "no sheets inside": (lambda: archive(book(HEAD), **{"xl/workbook.xml": b"<x/>"}),
                         HeadingsMissing),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), FileNotTable),
    "an empty file": (lambda: b"", HeadingsMissing),
    "no headings": (lambda: book(("Кто", "Что"), ("Анна", "9Б")), HeadingsMissing),
    "headings alone": (lambda: book(HEAD), NobodyInFile),
    "a million rows of words": (
        lambda: "ФИО\n".encode() + "Анна\n".encode() * 1_000_000, TooManyRows
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_table_is_refused(take: Take, what: str) -> None:
    make, refusal = REFUSED[what]
    content = make()
    with pytest.raises(refusal):
        take(content)


def _sheet(rows: int) -> bytes:
    """A sheet of so many rows, each with a different name."""
    chance = random.Random(7)
    lines = [
        f'<row><c t="inlineStr"><is><t>{chance.randbytes(6).hex()}</t></is></c></row>'
        for _ in range(rows)
    ]
    head = '<row><c t="inlineStr"><is><t>ФИО</t></is></c></row>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{head}{"".join(lines)}</sheetData></worksheet>'
    return archive(book(HEAD), **{"xl/worksheets/sheet1.xml": sheet.encode()})


def test_a_sheet_that_is_too_long_is_not_read_to_its_end(take: Take) -> None:
    assert len(take(_sheet(MOST_ROWS)).entries) == MOST_ROWS
    longer = _sheet(300_000)
    begun = time.process_time()
    with pytest.raises(TooManyRows):
        take(longer)
    assert time.process_time() - begun < 2  # whole, it takes a dozen seconds
    with pytest.raises(FileSwells):
        take(_sheet(1_000_000))


def test_memory_stays_small_whatever_is_sent(take: Take) -> None:
    content, long = _bomb(), _sheet(300_000)
    tracemalloc.start()
    try:
        for one in (content, long):
            with pytest.raises(Refusal):
                take(one)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 60 * 2**20


def test_a_sheet_that_lies_about_its_size_is_read_whole(take: Take) -> None:
    content = book(("ФИО",), ("Анна",), ("Ваня",))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    lying = sheet.replace(b'ref="A1:A3"', b'ref="A1:A1"')
    assert lying != sheet
    table = take(archive(content, **{"xl/worksheets/sheet1.xml": lying}))
    assert len(table.entries) == 2


def test_days_and_numbers_are_read_as_they_are_typed(take: Take) -> None:
    table = take(book(("ФИО", "Год рождения"), ("Анна", date(2012, 3, 1)), ("Ваня", 2011.0)))
    assert [one.answers["birth_year"] for one in table.entries] == [2012, 2011]
