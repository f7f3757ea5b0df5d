"""A questionnaire to be filled in with a pen: A4, boxes for a hand, no question cut in two.

Letters are embedded (DejaVu, which comes with matplotlib), so it prints alike anywhere.
"""

from pathlib import Path

import matplotlib
from fpdf import FPDF

from bot.reports.canvas import drawable
from bot.reports.paper_form_sheet import PaperForm, PaperItem

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 18.0  # mm
INNER = WIDTH - 2 * MARGIN
_FOOT = 16.0
_BOX, _ROW = 6.0, 9.5  # the side of a box; from one to the next
_DIGIT = 10.5  # the side of a box with a digit
_LINE = 10.0  # between the lines to write on
_INK, _SOFT, _PALE = (25, 30, 36), (92, 100, 108), (240, 243, 244)
_TEXT, _SMALL, _TITLE = 11.5, 9.5, 18.0  # letters, in points
_LEADING = 0.5  # mm of line height for a point


class _Page(FPDF):
    def __init__(self, form: PaperForm) -> None:
        super().__init__(orientation="portrait", unit="mm", format="A4")
        fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
        self.add_font("sans", "", fonts / "DejaVuSans.ttf")
        self.add_font("sans", "B", fonts / "DejaVuSans-Bold.ttf")
        self.form = form
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(False)
        self.c_margin = 0
        self.set_title(drawable(form.title))
        self.set_lang(form.locale)
        self.set_draw_color(*_INK)

    def footer(self) -> None:
        self.set_y(HEIGHT - 12)
        self.set_font("sans", "", 8.5)
        self.set_text_color(*_SOFT)
        words = self.form.page.format(number=self.page_no(), total="{nb}")
        self.cell(INNER * 0.7, 5, drawable(self.form.title)[:60])
        self.cell(INNER * 0.3, 5, words, align="R")

    def say(
        self,
        words: str,
        *,
        x: float = MARGIN,
        width: float = INNER,
        size: float = _TEXT,
        bold: bool = False,
        soft: bool = False,
        draw: bool = True,
    ) -> float:
        """A paragraph; its height. Undrawn: only the height."""
        if not words:
            return 0.0
        self.set_font("sans", "B" if bold else "", size)
        self.set_text_color(*(_SOFT if soft else _INK))
        top = self.get_y()
        self.set_x(x)
        measured = self.multi_cell(
            width, size * _LEADING, drawable(words), align="L", dry_run=not draw,
            output="HEIGHT", new_x="LMARGIN", new_y="NEXT",
        )  # fmt: skip
        assert isinstance(measured, float | int)  # what `output` asks for
        height = float(measured)
        if draw:
            self.set_y(top + height)
        return height


def paper_form_pdf(form: PaperForm) -> bytes:
    page = _Page(form)
    page.add_page()
    _head(page, form)
    for number, item in enumerate(form.items, 1):
        if page.get_y() + _item(page, number, item, draw=False) > HEIGHT - _FOOT:
            page.add_page()
            page.set_y(MARGIN)
        _item(page, number, item, draw=True)
    if page.get_y() + 12 > HEIGHT - _FOOT:
        page.add_page()
    page.set_y(page.get_y() + 3)
    page.say(form.thanks, bold=True)
    return bytes(page.output())


def _head(page: _Page, form: PaperForm) -> None:
    page.say(form.programme, size=_SMALL, soft=True)
    page.set_y(page.get_y() + 1)
    page.say(form.title, size=_TITLE, bold=True)
    page.set_y(page.get_y() + 3)
    page.say(form.how, size=_SMALL + 0.5)
    page.set_y(page.get_y() + 1.5)
    page.say(form.privacy, size=_SMALL + 0.5)
    if form.name:
        page.set_y(page.get_y() + 7)
        label = drawable(form.name)
        page.set_font("sans", "", _TEXT)
        wide = page.get_string_width(label) + 3
        page.cell(wide, 6, label)
        y = page.get_y() + 6
        page.set_line_width(0.3)
        page.line(MARGIN + wide, y, WIDTH - MARGIN, y)
        page.set_y(y)
    page.set_y(page.get_y() + 6)


def _item(page: _Page, number: int, item: PaperItem, *, draw: bool) -> float:
    """One question with room below it; its whole height."""
    start, left = page.get_y(), MARGIN + 9
    wide = INNER - 9
    if draw:
        page.set_font("sans", "B", _TEXT)
        page.set_text_color(*_INK)
        page.set_x(MARGIN)
        page.cell(9, _TEXT * _LEADING, f"{number}.")
        page.set_y(start)
    height = 0.0
    for words, size, bold in (
        (item.lead, _SMALL + 0.5, False), (item.text, _TEXT, True), (item.note, _SMALL, False),
    ):  # fmt: skip
        soft = words != item.text
        height += page.say(words, x=left, width=wide, size=size, bold=bold, soft=soft, draw=draw)
    if item.digits:
        height += 2 + _digits(page, item, left, start + height + 2, wide, draw=draw)
    if item.boxes:
        height += 2 + _boxes(page, item, left, start + height + 2, wide, draw=draw)
    if item.lines:
        height += item.lines * _LINE
        if draw:
            page.set_line_width(0.2)
            for place in range(1, item.lines + 1):
                y = start + height - (item.lines - place) * _LINE
                page.line(left, y, WIDTH - MARGIN, y)
    height += 6.5
    page.set_y(start + height if draw else start)
    return height


def _digits(
    page: _Page, item: PaperItem, left: float, top: float, wide: float, *, draw: bool
) -> float:
    step = min(_DIGIT + 4, wide / len(item.digits))
    side = min(_DIGIT, step - 1)
    labels = _SMALL * _LEADING + 1 if item.low or item.high else 0.0
    if draw:
        page.set_line_width(0.35)
        for place, digit in enumerate(item.digits):
            page.rect(left + place * step, top, side, side, round_corners=True, corner_radius=1.6)
            page.set_font("sans", "", _TEXT)
            page.set_text_color(*_INK)
            page.set_xy(left + place * step, top)
            page.cell(side, side, digit, align="C")
        page.set_font("sans", "", _SMALL - 1)
        page.set_text_color(*_SOFT)
        end = left + (len(item.digits) - 1) * step + side
        page.set_xy(left, top + side + 1)
        page.cell((end - left) / 2, labels, drawable(item.low))
        page.cell((end - left) / 2, labels, drawable(item.high), align="R")
    return side + labels


def _boxes(
    page: _Page, item: PaperItem, left: float, top: float, wide: float, *, draw: bool
) -> float:
    y = top
    for label in item.boxes:
        page.set_y(y)
        height = page.say(label, x=left + _BOX + 3, width=wide - _BOX - 3, draw=False)
        if draw:
            page.set_line_width(0.35)
            page.rect(left, y, _BOX, _BOX, round_corners=True, corner_radius=1.2)
            page.set_y(y + 0.3)
            page.say(label, x=left + _BOX + 3, width=wide - _BOX - 3)
        y += max(_ROW - 1, height + 2.5)
    return y - top
