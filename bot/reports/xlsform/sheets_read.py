"""The sheets of a workbook somebody sent: rows that know their places, and what is wrong there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from bot.domain.errors import Refusal
from bot.domain.file_errors import CellNotValue
from bot.domain.questionnaires import LOCALES
from bot.domain.words import Words
from bot.reports.table_files import Fault, Formula, opened_by_title
from bot.reports.xlsform.columns import SHEETS, Heading, WorkbookWords, heading
from bot.reports.xlsform.troubles import Troubles

MOST_ROWS = 3000
LONGEST_CELL = 4000


class CellTooLong(Refusal):
    """args: most."""

    key = "xlsform-cell-too-long"


class HeadingTwice(Refusal):
    """args: heading."""

    key = "xlsform-heading-twice"


@dataclass(frozen=True)
class Line:
    """A row that is not empty: what stands in it, by column and by variant of a text."""

    number: int
    cells: dict[str, str]
    texts: dict[str, dict[str, str]]

    def get(self, column: str) -> str:
        return self.cells.get(column, "")

    def words(self, column: str, usual: str) -> Words | None:
        """In the languages we speak; `usual`: of a column that names none."""
        texts = {variant or usual: text for variant, text in self.texts.get(column, {}).items()}
        spoken = {name: text for name, text in texts.items() if name.split("-")[0] in LOCALES}
        return Words.of(spoken) if spoken else None


@dataclass
class Page:
    """A sheet: its lines, which columns it has, which languages are in it."""

    title: str
    columns: set[str] = field(default_factory=set)
    lines: list[Line] = field(default_factory=list)


def pages(content: bytes, words: WorkbookWords, troubles: Troubles) -> dict[str, Page]:
    """By title in lower case. Raises the refusals of `opened_by_title`; adds to `troubles`."""
    found: dict[str, Page] = {}
    with opened_by_title(content, most_rows=MOST_ROWS) as sheets:
        for title, rows in sheets:
            if not title:
                next(rows, None)  # a single table has no sheets: is it one at all?
            name = title.strip().lower()
            if name in SHEETS and name not in found:
                found[name] = _page(name, enumerate(rows, 1), words, troubles)
    return found


def _page(
    title: str,
    rows: Iterator[tuple[int, Sequence[Any]]],
    words: WorkbookWords,
    troubles: Troubles,
) -> Page:
    page = Page(title)
    headings: list[Heading | None] = []
    for number, row in rows:
        if not headings:
            headings = _headings(page, number, row, words, troubles)
            continue
        line = Line(number, {}, {})
        for place, value in enumerate(row):
            known = headings[place] if place < len(headings) else None
            if known is None or value is None:
                continue
            try:
                said = _said(value)
            except Refusal as refusal:
                troubles.add(refusal, title, number, known.name)
                continue
            if not said:
                continue
            if known.variant is None:
                line.cells[known.name] = said
            else:
                line.texts.setdefault(known.name, {})[known.variant] = said
        if line.cells or line.texts:
            page.lines.append(line)
    return page


def _headings(
    page: Page, number: int, row: Sequence[Any], words: WorkbookWords, troubles: Troubles
) -> list[Heading | None]:
    found: list[Heading | None] = []
    for value in row:
        known = heading(value, words) if isinstance(value, str) and value.strip() else None
        if known is not None and known in found:
            troubles.add(HeadingTwice(heading=value), page.title, number, known.name)
        found.append(known)
    if any(found):
        page.columns = {one.name for one in found if one is not None}
        return found
    return []


def _said(value: Any) -> str:
    """A cell as text. Raises `CellNotValue`, `CellTooLong`."""
    if isinstance(value, Formula | Fault):
        raise CellNotValue
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    said = str(value).replace("\r\n", "\n").strip()
    if len(said) > LONGEST_CELL:
        raise CellTooLong(most=LONGEST_CELL)
    return said
