"""A paper as text, to be compared with one that somebody has read and found right."""

import io
import re
from collections.abc import Iterator

from docx import Document
from pypdf import PdfReader

from bot.reports.paper import Block, Drawn, Heading, NewPage, Paper, Points, Says, TableOf
from bot.reports.pictures import BarsPicture


def as_text(paper: Paper) -> str:
    lines = [f"% {paper.title}", f"% {paper.author}", f"% {paper.page}"]
    for block in paper.blocks:
        lines += ["", *_lines(block)]
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {block.words}"
        case Says():
            marks = [name for name in ("bold", "centred", "soft") if getattr(block, name)]
            yield f"[{', '.join(marks)}] {block.words}" if marks else block.words
        case Points():
            for number, one in enumerate(block.items, 1):
                yield f"{number}. {one}" if block.numbered else f"- {one}"
        case TableOf():
            for row in (block.columns, *block.rows):
                yield f"| {' | '.join(cell.replace(chr(10), ' / ') for cell in row)} |"
        case Drawn(picture=BarsPicture() as bars):
            yield f"[bars] {bars.title} / {' / '.join(bars.lines)} / {bars.footer}"
            for bar in bars.bars:
                yield f"  {bar.label}: {bar.says} ({bar.part:.2f})"
        case Drawn():
            yield f"[slopes] {block.picture.title}: {block.says}"
        case NewPage():
            yield "---"


def words_of(paper: Paper) -> list[str]:
    """Everything that has to stand in both files, but for what is drawn."""
    said: list[str] = []
    for block in paper.blocks:
        match block:
            case Heading() | Says():
                said += block.words.split("\n")
            case Points():
                said += block.items
            case TableOf():
                said += [line for row in (block.columns, *block.rows) for one in row
                         for line in one.split("\n")]
    return said  # fmt: skip


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def words_of_docx(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def words_of_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
