"""The draft of the order that assigns pairs, as a Word document; made in the worker process."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.table import _Cell


@dataclass(frozen=True)
class Order:
    """Every word of it, in the reader's language."""

    organisation: str
    title: str
    about: str
    preamble: str
    command: str
    points: tuple[str, ...]
    signature: str
    annex: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str  # below the table; empty when there is nothing to note


_WIDTHS = (1.0, 4.6, 4.6, 3.6, 3.2)  # of the columns, in centimetres
_MARGINS = (2.0, 1.5, 2.0, 3.0)  # top, right, bottom, left, as for papers of an office


def order_docx(order: Order) -> bytes:
    from docx import Document  # only here: the bot itself never makes one
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
    from docx.shared import Cm, Pt

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.right_margin = Cm(_MARGINS[0]), Cm(_MARGINS[1])
    section.bottom_margin, section.left_margin = Cm(_MARGINS[2]), Cm(_MARGINS[3])
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    normal.paragraph_format.space_after = Pt(6)
    document.core_properties.title = order.about
    document.core_properties.author = order.organisation

    def paragraph(text: str, *, bold: bool = False, centred: bool = False) -> None:
        made = document.add_paragraph()
        made.add_run(text).bold = bold
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY

    paragraph(order.organisation, bold=True, centred=True)
    paragraph(order.title, bold=True, centred=True)
    paragraph("«___» ______________ 20___      № ______", centred=True)
    paragraph(order.about, bold=True, centred=True)
    paragraph(order.preamble)
    paragraph(order.command, bold=True)
    for number, point in enumerate(order.points, 1):
        paragraph(f"{number}. {point}")
    document.add_paragraph()
    paragraph(order.signature)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    paragraph(order.annex, bold=True, centred=True)
    table = document.add_table(rows=1, cols=len(order.columns), style="Table Grid")
    _fill(table.rows[0].cells, order.columns, bold=True)
    for row in order.rows:
        _fill(table.add_row().cells, row)
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        for cell in column.cells:
            cell.width = Cm(width)
    if order.note:
        paragraph(order.note)
    drawn = io.BytesIO()
    document.save(drawn)
    return drawn.getvalue()


def _fill(cells: "Sequence[_Cell]", words: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(cells, words, strict=True):
        cell.paragraphs[0].add_run(text).bold = bold
