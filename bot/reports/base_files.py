"""The files of a base: the export, the template to fill in, a filled-in table read, links, faults.

All of it is heavy and runs in a `Worker`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from bot.domain.bases import MOST_ROWS, NAME, Base, Column, Entry, Member, Table, Trouble
from bot.domain.errors import Refusal
from bot.domain.file_errors import (
    CellMissing,
    CellNotValue,
    HeadingsMissing,
    NobodyInFile,
)
from bot.domain.questionnaires import Item, Questionnaire
from bot.domain.questions import Lexicon
from bot.reports.table_files import Fault, Formula, Row, opened
from bot.reports.workbooks import Cell, Sheet, workbook

HEADINGS_WITHIN = 20  # rows: above them a table may have a title
LONGEST_CELL = 2000
Asked = Mapping[UUID, Questionnaire]  # the versions that answers belong to


@dataclass(frozen=True)
class Page:
    """One base to export. Facts are in the reader's words already."""

    base: Base
    members: Sequence[Member]


def export(
    pages: Sequence[Page],
    asked: Asked,
    about: Sequence[tuple[str, Cell]],
    title: str,
    locale: str,
) -> bytes:
    """`about`: lines of the last sheet, of the name `title`."""
    sheets = [
        Sheet(
            title=page.base.title.say(locale),
            headings=[column.heading.say(locale) for column in page.base.exported],
            widths=[column.width for column in page.base.exported],
            rows=[_line(page.base, member, asked, locale) for member in page.members],
        )
        for page in pages
    ]
    return workbook([*sheets, Sheet(title, ["", ""], [36, 48], about)])


def _line(base: Base, member: Member, asked: Asked, locale: str) -> list[Cell]:
    form = asked[member.questionnaire] if member.questionnaire else None
    items = {item.key: item for item in form.items} if form else {}
    line: list[Cell] = []
    for column in base.exported:
        if column.fact is not None:
            line.append(member.facts.get(column.fact))
            continue
        key = _answer(column)
        value = member.answers.get(key)
        if value is None or isinstance(value, int):
            line.append(value)
        elif key in items:
            line.append(items[key].kind.shown(value, locale))
        else:
            line.append(value if isinstance(value, str) else None)
    return line


def template(base: Base, form: Questionnaire, locale: str) -> bytes:
    """The columns that can be imported, an example, and what may be chosen in them."""
    items = {item.key: item for item in form.items}
    columns = base.imported
    choices = {}
    for place, column in enumerate(columns):
        offered = items[_answer(column)].kind.options()
        if offered:
            choices[place] = [option.label.say(locale) for option in offered]
    example = [column.example.say(locale) if column.example else None for column in columns]
    return workbook(
        [
            Sheet(
                title=base.title.say(locale),
                headings=[column.heading.say(locale) for column in columns],
                widths=[column.width for column in columns],
                rows=[example],
                choices=choices,
            )
        ]
    )


def listed(
    title: str, headings: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[Cell]]
) -> bytes:
    """A workbook of one sheet: links to hand out, faults to mend."""
    return workbook([Sheet(title, headings, widths, rows)])


def read(content: bytes, base: Base, form: Questionnaire, lexicon: Lexicon) -> Table:
    """Every row as an entry or with its troubles; the template's example row is no person.

    Raises the refusals of `opened`, `HeadingsMissing`, `NobodyInFile`.
    """
    with opened(content, most_rows=MOST_ROWS + HEADINGS_WITHIN) as sheets:
        for sheet in sheets:
            numbered = enumerate(sheet, 1)
            columns = _headings(numbered, base)
            if columns:
                return _Reading(base, columns, form, lexicon).table(numbered)
    name = next(column for column in base.imported if column.answer == NAME)
    raise HeadingsMissing(heading=name.heading)


def _headings(rows: Iterator[tuple[int, Row]], base: Base) -> dict[int, Column]:
    """The columns of the row of headings, by their places; empty when there is no such row."""
    for _, row in islice(rows, HEADINGS_WITHIN):
        found: dict[int, Column] = {}
        for place, value in enumerate(row):
            if not isinstance(value, str):
                continue
            column = next((one for one in base.imported if one.headed(value)), None)
            if column is not None and column not in found.values():
                found[place] = column
        if any(column.answer == NAME for column in found.values()):
            return found
    return {}


def _answer(column: Column) -> str:
    assert column.answer is not None
    return column.answer


class _Reading:
    def __init__(
        self, base: Base, columns: Mapping[int, Column], form: Questionnaire, lexicon: Lexicon
    ) -> None:
        self._base, self._columns, self._lexicon = base, columns, lexicon
        self._items = {item.key: item for item in form.items}
        self._known: dict[tuple[str, str], Any] = {}  # a base says the same words again and again

    def table(self, rows: Iterator[tuple[int, Row]]) -> Table:
        entries: list[Entry] = []
        troubles: list[Trouble] = []
        for number, row in rows:
            values = {
                place: row[place] if place < len(row) else None for place in self._columns
            }
            if all(_blank(value) for value in values.values()) or self._is_example(values):
                continue
            answers, wrong = self._row(number, values)
            if wrong:
                troubles += wrong
            else:
                entries.append(Entry(number, answers))
        if not entries and not troubles:
            raise NobodyInFile
        return Table(tuple(entries), tuple(troubles))

    def _is_example(self, values: Mapping[int, Any]) -> bool:
        """Left in the table by somebody who filled in the template below it."""
        if len(self._columns) < len(self._base.imported):
            return False  # no template of ours: somebody may really be called so
        return all(
            column.example is not None and _words(values[place]) in column.example.every()
            for place, column in self._columns.items()
        )

    def _row(self, number: int, values: Mapping[int, Any]) -> tuple[dict[str, Any], list[Trouble]]:
        answers: dict[str, Any] = {}
        wrong: list[Trouble] = []
        for place, column in self._columns.items():
            key = _answer(column)
            try:
                if _blank(values[place]):
                    if key == NAME:
                        raise CellMissing
                else:
                    answers[key] = self._accepted(self._items[key], values[place])
            except Refusal as refusal:
                wrong.append(Trouble(number, column.key, refusal.key, refusal.args_for_text))
        return answers, wrong

    def _accepted(self, item: Item, value: Any) -> Any:
        """What the form itself would make of these words. Raises a `Refusal`."""
        words = _words(value)
        if words is None:
            raise CellNotValue
        if item.key == NAME:
            words = " ".join(words.split())
        place = (item.key, words)
        if place not in self._known:
            try:
                self._known[place] = item.kind.accept(words[:LONGEST_CELL], self._lexicon)
            except Refusal as refusal:
                self._known[place] = refusal
        known = self._known[place]
        if isinstance(known, Refusal):
            raise type(known)(**known.args_for_text)
        return known


def _blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _words(value: Any) -> str | None:
    """A cell as it would have been typed; None for what cannot be."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool | Formula | Fault):
        return None
    if isinstance(value, datetime | date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return str(value) if isinstance(value, int) else None
