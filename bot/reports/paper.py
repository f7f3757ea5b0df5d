"""A paper of the programme, block by block, as plain values with all words ready.

One description, two files: `paper_docx` and `paper_pdf` draw the same in the worker process.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.reports.pictures import ResultPicture


class PaperFormat(StrEnum):
    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True)
class Heading:
    words: str
    level: int = 1  # 0: the title of the paper, centred


@dataclass(frozen=True)
class Says:
    """A paragraph; several lines are several paragraphs."""

    words: str
    bold: bool = False
    centred: bool = False
    soft: bool = False  # smaller and grey: how a figure was reckoned


@dataclass(frozen=True)
class Points:
    """A list; numbered ones begin with 1."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class TableOf:
    """`widths`: of the columns, one beside the other."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Drawn:
    """A chart; `says` stands for it where no picture is seen."""

    picture: ResultPicture
    says: str


@dataclass(frozen=True)
class NewPage:
    pass


Block = Heading | Says | Points | TableOf | Drawn | NewPage


@dataclass(frozen=True, kw_only=True)
class Paper:
    locale: str
    title: str  # of the file's own description and of its foot
    author: str
    page: str  # "page {number} of {total}"; empty: pages bear no number
    blocks: tuple[Block, ...]
