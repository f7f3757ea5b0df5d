"""Certificates as a PDF: one A4 page each, landscape, fit for a wall or a folder.

The font comes with matplotlib (DejaVu), so a server needs none of its own to show Cyrillic; only
the letters used of it are embedded. Long names get smaller and then go on in a second line.
"""

from collections.abc import Sequence
from pathlib import Path

import matplotlib
from fpdf import FPDF, XPos, YPos

from bot.reports.canvas import drawable
from bot.reports.certificate_sheet import CertificateSheet

Colour = tuple[int, int, int]
INK: Colour = (38, 50, 56)
FAINT: Colour = (96, 110, 118)
ACCENT: Colour = (0, 105, 117)
PALE: Colour = (226, 240, 241)

WIDTH, HEIGHT, MARGIN = 297.0, 210.0, 28.0  # mm
_FONTS = {
    ("serif", ""): "DejaVuSerif.ttf",
    ("serif", "B"): "DejaVuSerif-Bold.ttf",
    ("sans", ""): "DejaVuSans.ttf",
    ("sans", "B"): "DejaVuSans-Bold.ttf",
}
_LINE = 0.45  # mm of line height for a point of letter size
SPARE = 14.0  # mm that a page without a list of modules has left over
LEAST = 0.55  # of the wished size; what is longer still takes another line


def certificate_pdf(sheets: Sequence[CertificateSheet]) -> bytes:
    """One page for each; there is at least one."""
    page = blank(sheets[0].title, sheets[0].locale)
    for sheet in sheets:
        page.add_page()
        _draw(page, sheet)
    return bytes(page.output())


def _draw(page: FPDF, sheet: CertificateSheet) -> None:
    frame(page)
    low = 0.0 if sheet.modules else SPARE  # without a list the words stand in the middle
    say(page, sheet.title, y=32 + low / 2, size=34, font="serif", bold=True, colour=ACCENT)
    say(page, sheet.number, y=49 + low, size=11, colour=FAINT)
    say(page, sheet.confirms, y=60 + low, size=12, colour=FAINT)
    below = say(page, sheet.name, y=69 + low, size=30, font="serif", bold=True)
    _rule(page, below + 3)
    below = say(page, sheet.completed, y=below + 8, size=13)
    below = say(page, sheet.organisation, y=below + 1, size=12, colour=FAINT)
    _modules(page, sheet, top=below + 9)
    _foot(page, sheet)


def blank(title: str, locale: str) -> FPDF:
    """Without a page yet."""
    page = FPDF(orientation="landscape", unit="mm", format="A4")
    fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
    for (family, style), file in _FONTS.items():
        page.add_font(family, style, fonts / file)
    page.set_auto_page_break(False)
    page.set_margin(0)
    page.c_margin = 0
    page.set_title(drawable(title))
    page.set_lang(locale)
    return page


def frame(page: FPDF) -> None:
    page.set_draw_color(*ACCENT)
    page.set_line_width(1.2)
    page.rect(10, 10, WIDTH - 20, HEIGHT - 20)
    page.set_line_width(0.25)
    page.rect(13, 13, WIDTH - 26, HEIGHT - 26)
    # two people hand in hand: two discs that overlap
    with page.local_context(fill_opacity=0.85):
        page.set_fill_color(*ACCENT)
        page.circle(WIDTH / 2 - 3, 24, 4, style="F")
        page.set_fill_color(120, 190, 170)
        page.circle(WIDTH / 2 + 3, 24, 4, style="F")


def say(
    page: FPDF,
    words: str,
    *,
    y: float,
    size: float,
    font: str = "sans",
    bold: bool = False,
    colour: Colour = INK,
    x: float = MARGIN,
    width: float = WIDTH - 2 * MARGIN,
    align: str = "C",
) -> float:
    """Inside `width`, smaller if need be; how far down it goes (mm)."""
    shown = drawable(words)
    page.set_font(font, "B" if bold else "", size)
    wide = page.get_string_width(shown)
    if wide > width:
        page.set_font_size(max(size * LEAST, size * width / wide * 0.99))
    page.set_text_color(*colour)
    page.set_xy(x, y)
    line = float(page.font_size_pt) * _LINE
    page.multi_cell(width, line, shown, align=align, new_x=XPos.LEFT, new_y=YPos.NEXT)
    return float(page.get_y())


def _rule(page: FPDF, y: float) -> None:
    page.set_draw_color(*FAINT)
    page.set_line_width(0.2)
    page.line(WIDTH / 2 - 70, y, WIDTH / 2 + 70, y)


def _modules(page: FPDF, sheet: CertificateSheet, *, top: float) -> None:
    """In two columns on a pale ground, with the volume below."""
    rows = -(-len(sheet.modules) // 2)
    step = min(6.0, (HEIGHT - 52 - top - 16) / max(rows, 1))
    page.set_fill_color(*PALE)
    page.rect(MARGIN, top, WIDTH - 2 * MARGIN, 13 + rows * step, style="F")
    heading = " · ".join(filter(None, (sheet.modules_title, sheet.volume)))
    size, gap = (10.0, 3.0) if rows else (12.0, (13 - 12 * _LINE) / 2)
    below = say(page, heading, y=top + gap, size=size, bold=True, colour=ACCENT)
    half = (WIDTH - 2 * MARGIN - 24) / 2
    for n, module in enumerate(sheet.modules):
        column, row = divmod(n, rows)
        say(
            page,
            f"• {module}",
            y=below + 2 + row * step,
            size=10.5,
            x=MARGIN + 8 + column * (half + 8),
            width=half,
            align="L",
        )


def _foot(page: FPDF, sheet: CertificateSheet) -> None:
    y = HEIGHT - 34
    say(page, sheet.date, y=y, size=12, x=MARGIN, width=70, align="L")
    say(page, sheet.curator_title, y=y, size=11, x=135, width=42, align="R", colour=FAINT)
    page.set_draw_color(*FAINT)
    page.set_line_width(0.2)
    page.line(181, y + 5, 219, y + 5)
    say(page, sheet.curator, y=y, size=11, x=223, width=WIDTH - MARGIN - 223, align="L")
