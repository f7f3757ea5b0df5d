"""Workbooks: sheets with a heading that stays, true dates, and text that is never a formula."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from bot.reports.writable import writable

if TYPE_CHECKING:
    from openpyxl.cell import Cell as Written

Cell = str | int | float | date | None
DAY = "dd.mm.yyyy"
HEAD_HEIGHT = 32
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
LISTS = "Lists"  # a hidden sheet: what the drop-downs offer


@dataclass(frozen=True)
class Sheet:
    """`choices`: what the cells of a column offer, by its place; other words stay possible."""

    title: str
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Cell]]
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """An .xlsx file. Run it in a `Worker`."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook(write_only=True)
    bold, grey = Font(bold=True), PatternFill("solid", fgColor="E8EEF4")
    wrapped = Alignment(wrap_text=True, vertical="center")
    top = Alignment(wrap_text=True, vertical="top")
    lists: list[Sequence[str]] = []
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        page.freeze_panes = "A2"
        page.row_dimensions[1].height = HEAD_HEIGHT
        for place, width in enumerate(sheet.widths, 1):
            page.column_dimensions[get_column_letter(place)].width = width
        for place, offered in sheet.choices.items():
            lists.append(offered)
            source, letter = get_column_letter(len(lists)), get_column_letter(place + 1)
            rule = DataValidation(
                type="list",
                formula1=f"{LISTS}!${source}$1:${source}${len(offered)}",
                allow_blank=True,
                showErrorMessage=False,
            )
            rule.add(f"{letter}2:{letter}10001")
            page.data_validations.append(rule)
        head = []
        for heading in sheet.headings:
            cell = WriteOnlyCell(page, None)
            _say(cell, heading)
            cell.font, cell.fill, cell.alignment = bold, grey, wrapped
            head.append(cell)
        page.append(head)
        for row in sheet.rows:
            cells = []
            for value in row:
                cell = WriteOnlyCell(page, None)
                if isinstance(value, str):
                    _say(cell, value)
                    cell.alignment = top
                elif isinstance(value, date):
                    cell.value, cell.number_format = value, DAY
                else:
                    cell.value = value
                cells.append(cell)
            page.append(cells)
    if lists:
        page = book.create_sheet(LISTS)
        page.sheet_state = "hidden"
        for line in range(max(map(len, lists))):
            page.append([offered[line] if line < len(offered) else None for offered in lists])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _say(cell: "Written", words: str) -> None:
    """As text whatever it begins with: a spreadsheet would work out "=..." from a form's answer.

    The library takes it for a formula by itself; the mark of a quote keeps it text when edited.
    """
    said = writable(words)
    cell.value = said
    cell.data_type = "s"
    if said.startswith(_FORMULA_BEGINS):
        cell.number_format = "@"
        cell.quotePrefix = True
