"""An invitation to hang on a wall: one A4 page as PDF, with one big QR code or a few smaller ones.

Drawn in millimetres from the upper left corner. Letters are embedded, so it prints alike anywhere;
the codes are shapes and not pictures, so they stay sharp at any size.
"""

import io
import textwrap

import matplotlib
import segno
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.collections import PatchCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from bot.reports.canvas import drawable
from bot.reports.pictures import Sheet, SheetBlock

WIDTH, HEIGHT = 210.0, 297.0
_MARGIN = 18.0
_INCH = 25.4
_INK, _QUIET, _ACCENT = "#1f2430", "#5b6270", "#1f6f78"
_POINT = 0.3528  # millimetres
_BY_NUMBER = {1: 130.0, 2: 78.0, 3: 56.0}  # the side of a code, by how many share the page
_TOP = 92.0  # where the codes begin, or lower when there is much to say above them


def sheet_pdf(sheet: Sheet) -> bytes:
    """The page. With more than three codes they would be too small to be read from a distance."""
    if not 1 <= len(sheet.blocks) <= max(_BY_NUMBER):
        raise ValueError(f"{len(sheet.blocks)} codes do not fit on a sheet")
    with matplotlib.rc_context({"pdf.fonttype": 42, "text.usetex": False}):
        figure = Figure(figsize=(WIDTH / _INCH, HEIGHT / _INCH))
        FigureCanvasPdf(figure)
        page = _Page(figure)
        page.draw(sheet)
        drawn = io.BytesIO()
        figure.savefig(drawn, format="pdf", metadata={"Title": sheet.title, "CreationDate": None})
        return drawn.getvalue()


class _Page:
    def __init__(self, figure: Figure) -> None:
        self._axes = figure.add_axes((0, 0, 1, 1), frameon=False)
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(HEIGHT, 0)
        self._axes.set_axis_off()

    def draw(self, sheet: Sheet) -> None:
        self._axes.add_patch(Rectangle((0, 0), WIDTH, 6, color=_ACCENT, lw=0))
        top = self._words(sheet.title, WIDTH / 2, 22, size=34, bold=True, most=2)
        top = self._words(sheet.organisation, WIDTH / 2, top + 3, size=17, colour=_QUIET, most=2)
        top = self._words(sheet.what, WIDTH / 2, top + 4, size=15, most=3)
        top = max(top + 6, _TOP)
        side = _BY_NUMBER[len(sheet.blocks)]
        if len(sheet.blocks) == 1:
            self._alone(sheet.blocks[0], top, side)
            return
        room = (HEIGHT - top - 8) / len(sheet.blocks)
        for number, block in enumerate(sheet.blocks):
            self._beside(block, top + number * room + (room - side) / 2, side)

    def _alone(self, block: SheetBlock, top: float, side: float) -> None:
        """The code in the middle, its words above and below."""
        top = self._words(block.whom, WIDTH / 2, top, size=24, bold=True, most=1, colour=_ACCENT)
        self._code(block.link, (WIDTH - side) / 2, top + 1, side)
        top = self._words(block.how, WIDTH / 2, top + side + 5, size=17, most=2)
        top = self._words(_short(block.link), WIDTH / 2, top + 3, size=15, bold=True, most=2)
        self._words(block.until, WIDTH / 2, top + 3, size=13, colour=_QUIET, most=2)

    def _beside(self, block: SheetBlock, top: float, side: float) -> None:
        """The code on the left, its words on the right."""
        self._code(block.link, _MARGIN, top, side)
        left = _MARGIN + side + 8
        width = WIDTH - _MARGIN - left
        at = top + side * 0.04
        words = (
            (block.whom, 21, True, _ACCENT, 2),
            (block.how, 14, False, _INK, 3),
            (_short(block.link), 11, True, _INK, 2),
            (block.until, 11, False, _QUIET, 2),
        )
        for text, size, bold, colour, most in words:
            at = self._words(
                text, left, at, size=size, bold=bold, colour=colour, most=most,
                width=width, align="left",
            ) + 2  # fmt: skip

    def _words(
        self,
        text: str,
        x: float,
        top: float,
        *,
        size: float,
        most: int,
        bold: bool = False,
        colour: str = _INK,
        width: float = WIDTH - 2 * _MARGIN,
        align: str = "center",
    ) -> float:
        """At most `most` lines, smaller letters when they are many; returns where they end."""
        text = "\n".join(drawable(line) for line in text.splitlines())
        lines = _wrapped(text, width, size, bold)
        while len(lines) > most and size > 9:
            size -= 1
            lines = _wrapped(text, width, size, bold)
        for line in lines:
            self._axes.text(
                x, top, line, fontsize=size, color=colour, ha=align, va="top",
                weight="bold" if bold else "normal", parse_math=False,
            )  # fmt: skip
            top += size * _POINT * 1.35
        return top

    def _code(self, link: str, left: float, top: float, side: float) -> None:
        """Error correction Q: it is still read with a quarter of it torn or covered."""
        rows = [list(row) for row in segno.make_qr(link, error="q").matrix_iter(border=2)]
        module = side / len(rows)
        dark = [
            Rectangle((left + x * module, top + y * module), module, module)
            for y, row in enumerate(rows)
            for x, is_dark in enumerate(row)
            if is_dark
        ]
        # a hair of an edge: printers leave white lines between shapes that only touch
        self._axes.add_collection(PatchCollection(dark, facecolor=_INK, edgecolor=_INK, lw=0.1))


def _wrapped(text: str, width: float, size: float, bold: bool) -> list[str]:
    """Lines of about that width: a letter is about half as wide as it is high."""
    letter = size * _POINT * (0.63 if bold else 0.56)
    most = max(int(width / letter), 8)
    return [part for line in text.splitlines() for part in textwrap.wrap(line, most) or [""]]


def _short(link: str) -> str:
    return link.removeprefix("https://")
