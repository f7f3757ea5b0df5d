"""A table somebody sent, row by row: XLSX or CSV, and nothing that could harm the reader.

- What a file is, its bytes say and not its name.
- A workbook is looked at before it is unpacked: its whole size, how much it swells, what is in it.
- Rows are read one after another and not beyond what is permitted; memory is limited while it is.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO, StringIO
from itertools import count, islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

from bot.domain.file_errors import (
    FileHasMacros,
    FileLocked,
    FileNotTable,
    FileSwells,
    TooManyRows,
)

MOST_UNPACKED = 32 * 2**20
MOST_SWELLING = 100  # times; a true sheet swells ten or twenty times
SMALL = 2**20  # what is smaller than this may swell as it likes
MOST_PARTS = 1000
MOST_MEMORY = 512 * 2**20
MOST_COLUMNS = 60
MOST_SHEETS = 10
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CHUNK, _LAP = 2**18, 16
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f]")
ENCODINGS = ("utf-8-sig", "cp1251")
SEPARATORS = ";,\t"


class Formula:
    """A cell that would have to be worked out."""


class Fault:
    """A cell that shows an error of its program."""


Value = Any  # str, int, float, bool, date, datetime, None, Formula, Fault
Row = Sequence[Value]


@contextmanager
def opened(content: bytes, *, most_rows: int) -> Iterator[Iterator[Iterator[Row]]]:
    """The sheets of a file, each as its rows; a CSV file has one. Raises as `opened_by_title`."""
    with opened_by_title(content, most_rows=most_rows) as sheets:
        yield (rows for _, rows in sheets)


@contextmanager
def opened_by_title(
    content: bytes, *, most_rows: int
) -> Iterator[Iterator[tuple[str, Iterator[Row]]]]:
    """The sheets of a file with their titles, each as its rows; the one of a CSV file has none.

    Raises `FileNotTable`, `FileLocked`, `FileHasMacros`, `FileSwells`; `TooManyRows` on the way.
    """
    if content.startswith(OLD_OR_LOCKED):
        raise FileLocked
    with little_memory():
        try:
            if content.startswith(b"PK") or is_zipfile(BytesIO(content)):
                look_into(content)
                yield from _workbook(content, most_rows)
            else:
                yield iter([("", _csv(content, most_rows))])
        except MemoryError:
            raise FileSwells from None


def look_into(content: bytes) -> None:
    """What may not even be opened is refused here."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            inside = parts.infolist()
            names = {part.filename.lower() for part in inside}
            if any(part.flag_bits & 1 for part in inside):
                raise FileLocked
            if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
                raise FileHasMacros
            unpacked = sum(part.file_size for part in inside)
            swells = unpacked > SMALL and unpacked > MOST_SWELLING * len(content)
            if swells or unpacked > MOST_UNPACKED or len(inside) > MOST_PARTS:
                raise FileSwells
            if "[content_types].xml" not in names:
                raise FileNotTable
            for part in inside:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _must_be_plain(parts, part.filename)
    except (BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
        raise FileNotTable from error


def _must_be_plain(parts: ZipFile, name: str) -> None:
    """No part of a workbook declares entities; one that does wants to swell in the parser."""
    with parts.open(name) as part:
        lap = b""
        while chunk := part.read(_CHUNK):
            if _DECLARED.search(lap + chunk):
                raise FileSwells
            lap = chunk[-_LAP:]


def _workbook(
    content: bytes, most_rows: int
) -> Iterator[Iterator[tuple[str, Iterator[Row]]]]:
    try:
        book = _book(content)
    except MemoryError:
        raise
    except Exception as error:  # the library raises whatever its parts do
        raise FileNotTable from error
    try:
        pages = islice(book.worksheets, MOST_SHEETS)
        yield ((page.title, _rows(page, most_rows)) for page in pages)
    finally:
        book.close()


def _book(content: bytes) -> Any:
    """As `load_workbook(read_only=True)` of the library, with sheets that are not measured."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    class Unmeasured(ReadOnlyWorksheet):
        """Looking for the size of a sheet that does not tell it would read the sheet to its end."""

        def _get_size(self) -> None: ...

    class Reader(ExcelReader):
        def read_worksheets(self) -> None:
            for sheet, found in self.parser.find_sheets():
                if found.target in self.valid_files and "chartsheet" not in found.Type:
                    page = Unmeasured(self.wb, sheet.name, found.target, self.shared_strings)
                    book: Any = self.wb  # its list of sheets is in no stub
                    book._sheets.append(page)

    reader = Reader(BytesIO(content), read_only=True, keep_links=False)
    reader.read()
    return reader.wb


def _rows(page: Any, most_rows: int) -> Iterator[Row]:
    rows = page.iter_rows(max_col=MOST_COLUMNS)
    for number in count(1):
        try:
            row = next(rows, None)
        except MemoryError:
            raise
        except Exception as error:  # as above
            raise FileNotTable from error
        if row is None:
            return
        if number <= most_rows:
            yield [_value(cell) for cell in row]
        elif any(cell.value is not None for cell in row):  # what is empty below does no harm
            raise TooManyRows(most=most_rows)


def _value(cell: Any) -> Value:
    if cell.data_type == "f":
        return Formula()
    if cell.data_type == "e":
        return Fault()
    return cell.value


def _csv(content: bytes, most_rows: int) -> Iterator[Row]:
    text = _decoded(content)
    first = next((line for line in text[:_CHUNK].splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    for number in count(1):
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise FileNotTable from error
        if row is None:
            return
        if number <= most_rows:
            yield [value or None for value in row[:MOST_COLUMNS]]
        elif any(row):
            raise TooManyRows(most=most_rows)


def _decoded(content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _FORBIDDEN.search(text[:_CHUNK]):
            break  # a picture, a document: no table of words
        return text
    raise FileNotTable


@contextmanager
def little_memory() -> Iterator[None]:
    """A file that outwits the looks above ends in `MemoryError`, and not in swapping."""
    held = Path("/proc/self/statm")
    if not held.exists():  # this system cannot tell, or cannot limit
        yield
        return
    import resource

    pages = int(held.read_text("ascii").split()[5])
    before = resource.getrlimit(resource.RLIMIT_DATA)
    most = pages * resource.getpagesize() + MOST_MEMORY
    if before[1] != resource.RLIM_INFINITY:
        most = min(most, before[1])
    resource.setrlimit(resource.RLIMIT_DATA, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
