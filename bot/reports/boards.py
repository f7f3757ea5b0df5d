"""The board of thanks as a PDF for a wall or a screen: landscape A4, as many pages as it takes."""

from collections.abc import Iterator

from fpdf import FPDF

from bot.reports.board_sheet import BoardSheet
from bot.reports.certificates import ACCENT, FAINT, HEIGHT, MARGIN, WIDTH, blank, frame, say

COLUMNS = 3
_GAP, _NAME, _TITLE = 6.0, 8.0, 13.0  # mm: between columns, of a row of names, of a heading
_LOW = HEIGHT - 24


def board_pdf(sheet: BoardSheet) -> bytes:
    page = blank(sheet.title, sheet.locale)
    y = _new_page(page, sheet)
    for title, names in sheet.sections:
        first = True
        for row in _rows(names):
            needed = _NAME + (_TITLE if first else 0)
            if y + needed > _LOW:
                y, first = _new_page(page, sheet), True
            if first:  # also on a new page: nobody stands there without saying for what
                say(page, title, y=y, size=14, font="serif", bold=True, colour=ACCENT)
                y, first = y + _TITLE - 2, False
            _names(page, row, y)
            y += _NAME
        y += 4
    return bytes(page.output())


def _new_page(page: FPDF, sheet: BoardSheet) -> float:
    """Where the first heading stands."""
    page.add_page()
    frame(page)
    say(page, sheet.title, y=31, size=28, font="serif", bold=True, colour=ACCENT)
    below = say(page, sheet.below, y=45, size=11, colour=FAINT)
    return below + 6


def _rows(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(0, len(names), COLUMNS):
        yield names[at : at + COLUMNS]


def _names(page: FPDF, row: tuple[str, ...], y: float) -> None:
    """Beside one another, a short row in the middle."""
    width = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * _GAP) / COLUMNS
    left = MARGIN + (COLUMNS - len(row)) * (width + _GAP) / 2
    for number, name in enumerate(row):
        x = left + number * (width + _GAP)
        say(page, name, y=y, size=13, x=x, width=width)
