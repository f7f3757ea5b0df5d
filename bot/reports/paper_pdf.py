"""A paper as PDF: A4, letters embedded, headings of tables said again on each page."""

import io
from pathlib import Path

import matplotlib
from fpdf import FPDF
from fpdf.fonts import FontFace

from bot.reports.canvas import drawable
from bot.reports.paper import Block, Drawn, Heading, NewPage, Paper, Points, Says, TableOf
from bot.reports.result_charts import result_picture

WIDTH, HEIGHT = 210.0, 297.0  # mm
_TOP, _RIGHT, _BOTTOM, _LEFT = 18.0, 15.0, 20.0, 25.0
INNER = WIDTH - _LEFT - _RIGHT
_CHART = 118.0
_INK, _SOFT, _PALE = (25, 30, 36), (92, 100, 108), (236, 241, 242)
_TEXT, _SMALL, _IN_TABLES = 10.5, 8.5, 8.5  # letters, in points
_HEADINGS = {0: 16.0, 1: 13.5, 2: 11.5}
_LEADING = 0.5  # mm of line height for a point


class _Page(FPDF):
    def __init__(self, paper: Paper) -> None:
        super().__init__(orientation="portrait", unit="mm", format="A4")
        fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
        self.add_font("serif", "", fonts / "DejaVuSerif.ttf")
        self.add_font("serif", "B", fonts / "DejaVuSerif-Bold.ttf")
        self.paper = paper
        self.set_margins(_LEFT, _TOP, _RIGHT)
        self.set_auto_page_break(True, margin=_BOTTOM)
        self.set_title(drawable(paper.title))
        self.set_author(drawable(paper.author))
        self.set_lang(paper.locale)
        self.set_draw_color(*_SOFT)
        self.set_line_width(0.2)

    def footer(self) -> None:
        if not self.paper.page:
            return
        self.set_y(HEIGHT - 13)
        self.set_font("serif", "", 8)
        self.set_text_color(*_SOFT)
        words = self.paper.page.format(number=self.page_no(), total="{nb}")
        self.cell(INNER, 5, drawable(words), align="R")

    def say(
        self, words: str, *, size: float = _TEXT, bold: bool = False, soft: bool = False,
        align: str = "L", left: float = _LEFT,
    ) -> None:  # fmt: skip
        self.set_font("serif", "B" if bold else "", size)
        self.set_text_color(*(_SOFT if soft else _INK))
        for line in words.split("\n"):
            self.set_x(left)
            self.multi_cell(
                WIDTH - _RIGHT - left, size * _LEADING, drawable(line) or " ", align=align,
                new_x="LMARGIN", new_y="NEXT",
            )  # fmt: skip

    def room(self, height: float) -> None:
        """What belongs together does not stand at the very end of a page."""
        if self.get_y() + height > HEIGHT - _BOTTOM:
            self.add_page()

    def gap(self, height: float) -> None:
        self.set_y(min(self.get_y() + height, HEIGHT - _BOTTOM))


def paper_pdf(paper: Paper) -> bytes:
    page = _Page(paper)
    page.add_page()
    for block in paper.blocks:
        _add(page, block)
    return bytes(page.output())


def _add(page: _Page, block: Block) -> None:
    match block:
        case Heading():
            _heading(page, block)
        case Says():
            size = _SMALL if block.soft else _TEXT
            align = "C" if block.centred else "L"
            page.say(block.words, size=size, bold=block.bold, soft=block.soft, align=align)
            page.gap(1.5)
        case Points():
            _points(page, block)
        case TableOf():
            _table(page, block)
        case Drawn():
            _picture(page, block)
        case NewPage():
            page.add_page()


def _heading(page: _Page, block: Heading) -> None:
    page.room(26 if block.level == 1 else 34)
    page.gap(0 if block.level == 0 else 4)
    size = _HEADINGS[block.level]
    page.say(block.words, size=size, bold=True, align="C" if block.level == 0 else "L")
    page.gap(2)


def _points(page: _Page, block: Points) -> None:
    for number, words in enumerate(block.items, 1):
        page.room(8)
        mark, top = (f"{number}." if block.numbered else "•"), page.get_y()
        page.set_font("serif", "", _TEXT)
        page.set_text_color(*_INK)
        page.set_x(_LEFT)
        page.cell(8, _TEXT * _LEADING, mark)
        page.set_y(top)
        page.say(words, left=_LEFT + 8)
        page.gap(1)
    page.gap(1)


def _table(page: _Page, block: TableOf) -> None:
    page.set_font("serif", "", _IN_TABLES)
    page.set_text_color(*_INK)
    page.room(20)
    with page.table(
        col_widths=block.widths,
        width=INNER,
        align="L",
        text_align="L",
        line_height=_IN_TABLES * _LEADING,
        padding=1.2,
        headings_style=FontFace(emphasis="B", fill_color=_PALE, color=_INK),
    ) as table:
        for words in (block.columns, *block.rows):
            row = table.row()
            for cell in words:
                row.cell("\n".join(drawable(line) for line in cell.split("\n")))
    page.gap(4)


def _picture(page: _Page, block: Drawn) -> None:
    png = io.BytesIO(result_picture(block.picture))
    placed = page.image(png, x=_LEFT + (INNER - _CHART) / 2, w=_CHART, alt_text=block.says)
    assert placed is not None
    page.gap(3)
