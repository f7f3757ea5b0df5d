"""A paper as a Word document that people go on writing in: true headings, lists and tables."""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from bot.reports.paper import Block, Drawn, Heading, NewPage, Paper, Points, Says, TableOf
from bot.reports.result_charts import result_picture
from bot.reports.writable import writable

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_PAGE, _MARGINS = (21.0, 29.7), (2.0, 1.5, 2.0, 3.0)  # cm; top, right, bottom, left
INNER = _PAGE[0] - _MARGINS[1] - _MARGINS[3]
_CHART = 13.0
_LETTERS, _SMALL, _IN_TABLES = 12, 10, 10.5
_HEADINGS = {0: 16, 1: 14, 2: 12}
_SOFT = RGBColor(90, 98, 106)


def paper_docx(paper: Paper) -> bytes:
    document = Document()
    _set_up(document, paper)
    for block in paper.blocks:
        _add(document, block)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _set_up(document: "Opened", paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(side) for side in _PAGE)
    section.top_margin, section.right_margin = Cm(_MARGINS[0]), Cm(_MARGINS[1])
    section.bottom_margin, section.left_margin = Cm(_MARGINS[2]), Cm(_MARGINS[3])
    normal: Any = document.styles["Normal"]
    _letters(normal, _LETTERS)
    normal.paragraph_format.space_after = Pt(6)
    for level, size in _HEADINGS.items():
        style: Any = document.styles["Title" if level == 0 else f"Heading {level}"]
        _letters(style, size)
        style.font.bold = True
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(0 if level == 0 else 12)
        style.paragraph_format.space_after = Pt(6)
    # the line that the usual title of Word stands on is not of an office's paper
    for line in document.styles["Title"].element.iter(qn("w:pBdr")):
        line.getparent().remove(line)
        break
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), {"ru": "ru-RU"}.get(paper.locale, "en-GB"))
    properties = normal.element.get_or_add_rPr()
    properties.append(language)
    document.core_properties.title = writable(paper.title)[:255]
    document.core_properties.author = writable(paper.author)[:255]
    document.core_properties.comments = ""
    if paper.page:
        _letters(document.styles["Footer"], _SMALL)
        _foot(section.footer.paragraphs[0], paper.page)


def _letters(style: Any, size: float) -> None:
    """One family for all alphabets: else Word takes another for Cyrillic."""
    style.font.name, style.font.size = "Times New Roman", Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), "Times New Roman")


def _foot(paragraph: "Paragraph", words: str) -> None:
    """Numbers are fields: they stay right when pages are added."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for part in re.split(r"(\{number\}|\{total\})", words):
        field = {"{number}": "PAGE", "{total}": "NUMPAGES"}.get(part)
        run = paragraph.add_run("" if field else part)
        if field:
            for kind, text in (("begin", ""), ("", field), ("separate", ""), ("end", "")):
                made = OxmlElement("w:fldChar" if kind else "w:instrText")
                if kind:
                    made.set(qn("w:fldCharType"), kind)
                made.text = text or None
                run._r.append(made)


def _add(document: "Opened", block: Block) -> None:
    match block:
        case Heading():
            made = document.add_heading(writable(block.words), level=block.level)
            if block.level == 0:
                made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Says():
            for line in block.words.split("\n"):
                _say(document, line, block)
        case Points():
            _points(document, block)
        case TableOf():
            _table(document, block)
        case Drawn():
            _picture(document, block)
        case NewPage():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _say(document: "Opened", words: str, block: Says) -> None:
    made = document.add_paragraph()
    run = made.add_run(writable(words))
    run.bold = block.bold
    if block.soft:
        run.font.size, run.font.color.rgb = Pt(_SMALL), _SOFT
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER if block.centred else WD_ALIGN_PARAGRAPH.LEFT


def _points(document: "Opened", block: Points) -> None:
    """Numbers are written out: Word would go on counting from the list before."""
    for number, words in enumerate(block.items, 1):
        if block.numbered:
            document.add_paragraph(writable(f"{number}. {words}"))
        else:
            document.add_paragraph(writable(words), style="List Bullet")


def _table(document: "Opened", block: TableOf) -> None:
    table = document.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    table.autofit = False
    _fill(table, 0, block.columns, bold=True)
    for place, row in enumerate(block.rows, 1):
        table.add_row()
        _fill(table, place, row)
    whole = sum(block.widths)
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Cm(INNER * width / whole)
    for row_ in table.rows:
        for cell, width in zip(row_.cells, block.widths, strict=True):
            cell.width = Cm(INNER * width / whole)
        # a row is not cut in two
        row_._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    # the heading is said again on each page
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _fill(table: "Table", row: int, words: Sequence[str], *, bold: bool = False) -> None:
    for cell, text in zip(table.rows[row].cells, words, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(writable(text))
        run.bold, run.font.size = bold, Pt(_IN_TABLES)


def _picture(document: "Opened", block: Drawn) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = paragraph.add_run().add_picture(
        io.BytesIO(result_picture(block.picture)), width=Cm(_CHART)
    )
    shape._inline.docPr.set("descr", writable(block.says))
