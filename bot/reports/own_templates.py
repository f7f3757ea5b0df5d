"""A Word document somebody sent, looked at as an attacker's, and filled in.

- It is looked at before it is unpacked, and again part by part: no macros, nothing embedded,
  nothing that is loaded from elsewhere when somebody opens it.
- There is no template language: a field is a name in double brackets, out of a list. What is
  filled in is text, and is never looked at for fields again.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from bot.domain.file_errors import FileHasMacros, FileLocked, FileNotTable, FileSwells
from bot.domain.own_templates import (
    MOST_TROUBLES,
    Fault,
    TemplateFields,
    TemplateTrouble,
    field_name,
)
from bot.domain.template_errors import (
    NotDocument,
    TemplateHasMacros,
    TemplateLocked,
    TemplateReachesOut,
    TemplateSwells,
)
from bot.reports.table_files import OLD_OR_LOCKED, little_memory, look_into
from bot.reports.writable import writable

if TYPE_CHECKING:
    from docx.document import Document as Opened

MOST_PARAGRAPHS = 3000
MOST_FILLED = 60_000  # paragraphs of all copies together
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = b"macroEnabled"
_CARRIED = re.compile(r"(?:^|/)(?:embeddings|activex|ctrlprops)/|oleobject|\.bin$", re.IGNORECASE)
_LINK = "/hyperlink"
_LOADS = re.compile(
    r"\b(?:DDE|DDEAUTO|INCLUDE\w*|IMPORT|LINK|AUTOTEXT\w*|MACROBUTTON|DATABASE)\b", re.IGNORECASE
)
_FIELD = re.compile(r"\[\[([^\[\]]*)\]\]")
_COMMAND = re.compile(r"\{[{%#]|[}%#]\}")  # of template languages
_SNIPPET = 40

_WHY = {
    FileLocked: TemplateLocked,
    FileHasMacros: TemplateHasMacros,
    FileSwells: TemplateSwells,
    FileNotTable: NotDocument,
}


def check_template(content: bytes, fields: TemplateFields) -> tuple[TemplateTrouble, ...]:
    """What is wrong in it, at most `MOST_TROUBLES`; nothing: it can be filled in.

    Raises `NotDocument`, `TemplateLocked`, `TemplateHasMacros`, `TemplateSwells`,
    `TemplateReachesOut`.
    """
    with little_memory():
        try:
            document = _opened(content)
            found = dict.fromkeys(_troubles(document, fields))
        except MemoryError:
            raise TemplateSwells from None
    return tuple(found)[:MOST_TROUBLES]


def fill_template(
    content: bytes,
    copies: Sequence[Mapping[str, str]],
    rows: Sequence[Mapping[str, str]],
) -> bytes:
    """Each copy on a page of its own. Raises as `check_template`."""
    with little_memory():
        try:
            document = _opened(content)
            _fill(document, copies, rows)
            made = io.BytesIO()
            document.save(made)
        except MemoryError:
            raise TemplateSwells from None
    return made.getvalue()


def _opened(content: bytes) -> "Opened":
    if content.startswith(OLD_OR_LOCKED):
        raise TemplateLocked
    if not content.startswith(b"PK"):
        raise NotDocument
    try:
        look_into(content)
    except tuple(_WHY) as refusal:
        raise _WHY[type(refusal)] from refusal
    _look_at_parts(content)
    try:
        document = Document(io.BytesIO(content))
        _must_be_quiet(document)
    except (MemoryError, TemplateReachesOut, TemplateSwells):
        raise
    except Exception as error:  # the library raises whatever the parts of a file bring about
        raise NotDocument from error
    return document


def _look_at_parts(content: bytes) -> None:
    with ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        kinds = next(name for name in names if name.lower() == "[content_types].xml")
        declared = parts.read(kinds)
        if _MACROS in declared:
            raise TemplateHasMacros
        if _MAIN not in declared:
            raise NotDocument
        if any(_CARRIED.search(name) for name in names):
            raise TemplateReachesOut
        for name in names:
            if name.lower().endswith(".rels"):
                _must_stay_inside(parts.read(name))


def _must_stay_inside(relations: bytes) -> None:
    """Nothing but a link that a person follows leads out of the file."""
    try:
        known = parse_xml(relations)
    except (SyntaxError, ValueError) as error:  # of lxml: what is no XML
        raise NotDocument from error
    for one in known.iter():
        mode, kind = one.get("TargetMode") or "", one.get("Type") or ""
        if mode.lower() == "external" and not kind.lower().endswith(_LINK):
            raise TemplateReachesOut


def _must_be_quiet(document: "Opened") -> None:
    """No field that fetches something, no piece of another format; not too much of it."""
    count = 0
    for root in _roots(document):
        for element in root.iter():
            if element.tag == qn("w:p"):
                count += 1
            loads = ""
            if element.tag == qn("w:instrText"):
                around = element.getparent().getparent().iter(qn("w:instrText"))
                loads = "".join(one.text or "" for one in around)
            elif element.tag == qn("w:fldSimple"):
                loads = element.get(qn("w:instr")) or ""
            if element.tag == qn("w:altChunk") or _LOADS.search(loads):
                raise TemplateReachesOut
    if count > MOST_PARAGRAPHS:
        raise TemplateSwells


def _roots(document: "Opened") -> Iterator[Any]:
    yield document.element.body
    yield from _shared_roots(document)


def _shared_roots(document: "Opened") -> Iterator[Any]:
    """Heads and feet: what every page of every copy shows."""
    for section in document.sections:
        for part in (
            *(section.header, section.first_page_header, section.even_page_header),
            *(section.footer, section.first_page_footer, section.even_page_footer),
        ):
            if not part.is_linked_to_previous:
                yield part._element


def _troubles(document: "Opened", fields: TemplateFields) -> Iterator[TemplateTrouble]:
    known = fields.shared | fields.own | fields.row
    in_rows = False
    places = [(document.element.body, False)]
    places += [(one, True) for one in _shared_roots(document)]
    for root, is_shared in places:
        for paragraph in root.iter(qn("w:p")):
            text = "".join(one.text or "" for one in _texts(paragraph))
            rest = _FIELD.sub("", text)
            if _COMMAND.search(rest):
                yield TemplateTrouble(Fault.COMMANDS, _snippet(text))
            elif "[[" in rest or "]]" in rest:
                yield TemplateTrouble(Fault.BRACKETS, _snippet(text))
            for name in map(field_name, _FIELD.findall(text)):
                if name not in known:
                    yield TemplateTrouble(Fault.UNKNOWN_FIELD, name[:_SNIPPET])
                elif is_shared and name not in fields.shared:
                    yield TemplateTrouble(Fault.OWN_FIELD_IN_FOOT, name)
                elif name in fields.row and _row_of(paragraph) is None:
                    yield TemplateTrouble(Fault.ROW_FIELD_OUTSIDE, name)
                in_rows = in_rows or name in fields.row
    if fields.row and not in_rows:
        yield TemplateTrouble(Fault.NO_ROW, ", ".join(sorted(fields.row)))


def _snippet(text: str) -> str:
    return " ".join(writable(text).split())[:_SNIPPET]


def _texts(paragraph: Any) -> list[Any]:
    """The pieces of text of this paragraph, not of one that stands in a box within it."""
    return [
        one
        for one in paragraph.iter(qn("w:t"))
        if next(one.iterancestors(qn("w:p"))) is paragraph
    ]


def _row_of(paragraph: Any) -> Any:
    return next(paragraph.iterancestors(qn("w:tr")), None)


def _fill(
    document: "Opened",
    copies: Sequence[Mapping[str, str]],
    rows: Sequence[Mapping[str, str]],
) -> None:
    body = document.element.body
    blank = [one for one in body if one.tag != qn("w:sectPr")]
    size = sum(1 for _ in body.iter(qn("w:p")))
    if size * (len(copies) + len(rows)) > MOST_FILLED:
        raise TemplateSwells
    for root in _shared_roots(document):
        _put(root, copies[0] if copies else {})
    originals = [deepcopy(one) for one in blank]
    for number, values in enumerate(copies):
        page = blank if number == 0 else [deepcopy(one) for one in originals]
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            for one in page:
                _place_last(body, one)
        for one in page:
            said = _say_rows(one, rows, values)
            _put(one, values, said)


def _place_last(body: Any, element: Any) -> None:
    last = body[-1] if len(body) else None
    if last is not None and last.tag == qn("w:sectPr"):
        last.addprevious(element)
    else:
        body.append(element)


def _say_rows(
    element: Any, rows: Sequence[Mapping[str, str]], values: Mapping[str, str]
) -> list[Any]:
    """A row that names fields of a pair is said once for each; the rows that were filled in."""
    names = set(rows[0]) - set(values) if rows else set()
    said = []
    for row in list(element.iter(qn("w:tr"))):
        text = "".join(one.text or "" for one in row.iter(qn("w:t")))
        if not names & set(map(field_name, _FIELD.findall(text))):
            continue
        for one in rows:
            made = deepcopy(row)
            row.addprevious(made)
            _put(made, {**values, **one})
            said.append(made)
        row.getparent().remove(row)
    return said


def _put(root: Any, values: Mapping[str, str], done: Sequence[Any] = ()) -> None:
    """Text for fields, wherever Word has cut their names into pieces; not in rows that have it."""
    filled = {id(one) for one in done}  # `done` holds them: an id is nobody else's
    for paragraph in list(root.iter(qn("w:p"))):
        if filled and any(id(one) in filled for one in paragraph.iterancestors(qn("w:tr"))):
            continue
        pieces = _texts(paragraph)
        text = "".join(one.text or "" for one in pieces)
        for found in reversed(list(_FIELD.finditer(text))):
            name = field_name(found[1])
            if name in values:
                _replace(pieces, found.start(), found.end(), writable(values[name]))


def _replace(pieces: Sequence[Any], start: int, end: int, words: str) -> None:
    at = 0
    for piece in pieces:
        text = piece.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            piece.text = f"{text[:first]}{words}{text[last:]}"
            piece.set(qn("xml:space"), "preserve")
            words = ""
        at += len(text)
