"""A template somebody sent is looked at as an attacker's, and filled in as text alone."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from bot.domain.errors import Refusal
from bot.domain.own_templates import Fault, TemplateFields
from bot.domain.template_errors import (
    NotDocument,
    TemplateHasMacros,
    TemplateLocked,
    TemplateReachesOut,
    TemplateSwells,
)
from bot.reports.own_templates import check_template, fill_template
from tests.papers import words_of_docx

FIELDS = TemplateFields(
    shared=frozenset({"organisation", "curators"}),
    own=frozenset({"mentor"}),
    row=frozenset({"mentee"}),
)
ONE_PAIR = TemplateFields(FIELDS.shared, FIELDS.own, frozenset())


def template(*paragraphs: str, row: tuple[str, ...] = (), foot: str = "") -> bytes:
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if row:
        table = document.add_table(rows=1, cols=len(row))
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    if foot:
        document.sections[0].footer.paragraphs[0].text = foot
    return saved(document)


def saved(document: Opened) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_parts(content: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The same archive with parts changed, and others added ("word__x" is "word/x")."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as was,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as now,
    ):
        for name in was.namelist():
            now.writestr(name, change(name, was.read(name)))
        for name, part in more.items():
            now.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return made.getvalue()


def same(_: str, part: bytes) -> bytes:
    return part


GOOD = template("Приказ [[organisation]]", "Наставник: [[ mentor ]]", foot="[[organisation]]")


def test_fields_are_filled_in_wherever_word_has_cut_them() -> None:
    document = Document()
    paragraph = document.add_paragraph("Наставник ")
    for piece in ("[", "[Men", "tor ", "]] и [[cura", "tors]]."):
        paragraph.add_run(piece).bold = piece == "tor "
    content = saved(document)
    assert check_template(content, ONE_PAIR) == ()
    made = fill_template(content, [{"mentor": "Игорь & <Ко> \x07", "curators": "Анна"}], [])
    assert words_of_docx(made) == "Наставник Игорь & <Ко>  и Анна."


def test_each_copy_has_a_page_and_each_pair_a_row() -> None:
    content = template("[[organisation]]: [[mentor]]", row=("[[mentee]]", "[[curators]]"))
    assert check_template(content, FIELDS) == ()
    common = {"organisation": "Колледж", "curators": "Анна"}
    copies = [{**common, "mentor": "Игорь"}, {**common, "mentor": "Ольга"}]
    # what is filled in is never read as a field
    rows = [{"mentee": "[[curators]]"}, {"mentee": "Дима"}]
    made = fill_template(content, copies, rows)
    document = Document(io.BytesIO(made))
    words = [one.text for one in document.paragraphs]
    assert [one for one in words if one.strip()] == ["Колледж: Игорь", "Колледж: Ольга"]
    assert document.element.body.xml.count('w:type="page"') == 1
    said = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert said == [["", ""], ["[[curators]]", "Анна"], ["Дима", "Анна"]]
    assert document.element.body[-1].tag == qn("w:sectPr")


def test_what_is_wrong_is_said_at_once_and_by_its_place() -> None:
    content = template(
        "[[director]] [[ organisation.__class__ ]]", "{% for x in y %}", "[[mentor", "[[mentee]]",
        foot="[[mentor]]",
    )  # fmt: skip
    found = {(one.fault, one.words) for one in check_template(content, FIELDS)}
    assert found == {
        (Fault.UNKNOWN_FIELD, "director"),
        (Fault.UNKNOWN_FIELD, "organisation.__class__"),
        (Fault.COMMANDS, "{% for x in y %}"),
        (Fault.BRACKETS, "[[mentor"),
        (Fault.ROW_FIELD_OUTSIDE, "mentee"),
        (Fault.OWN_FIELD_IN_FOOT, "mentor"),
    }
    [missing] = check_template(GOOD, FIELDS)
    assert missing.fault is Fault.NO_ROW
    assert check_template(GOOD, ONE_PAIR) == ()


def _linked_template(name: str, part: bytes) -> bytes:
    if name != "word/_rels/document.xml.rels":
        return part
    link = (
        b'<Relationship Id="rIdX" TargetMode="External" Target="http://x.invalid/a>b.dotm" Type='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
    )
    return part.replace(b"</Relationships>", link + b"</Relationships>")


def _entities(name: str, part: bytes) -> bytes:
    if name != "word/document.xml":
        return part
    return part.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)


def _with_field(instruction: str, *, simple: bool) -> bytes:
    document = Document()
    paragraph = document.add_paragraph()
    if simple:
        xml = f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"/>'
        paragraph._p.append(parse_xml(xml))
    else:
        for piece in (instruction[:3], instruction[3:]):  # cut in two, as an attacker would
            made = OxmlElement("w:instrText")
            made.text = piece
            paragraph.add_run()._r.append(made)
    return saved(document)


def _alt_chunk() -> bytes:
    document = Document()
    document.element.body.insert(0, OxmlElement("w:altChunk"))
    return saved(document)


ATTACKS: dict[str, tuple[bytes, type[Refusal]]] = {
    "no document": (b"hello", NotDocument),
    "a picture": (b"\x89PNG\r\n", NotDocument),
    "an archive of nothing": (with_parts(GOOD, lambda n, p: b""), NotDocument),
    "cut in half": (GOOD[: len(GOOD) // 2], NotDocument),
    "an old format": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), TemplateLocked),
    "macros": (with_parts(GOOD, same, word__vbaProject_dot_bin=b"x"), TemplateHasMacros),
    "macros by their type": (
        with_parts(
            GOOD,
            lambda n, p: p.replace(
                b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                b"vnd.ms-word.document.macroEnabled.main",
            ),
        ),
        TemplateHasMacros,
    ),
    "a linked template": (with_parts(GOOD, _linked_template), TemplateReachesOut),
    "an embedded object": (
        with_parts(GOOD, same, word__embeddings__x_dot_bin=b"x"), TemplateReachesOut,
    ),
    "a field that runs": (_with_field("DDEAUTO c:\\\\x", simple=False), TemplateReachesOut),
    "a field that fetches": (
        _with_field("INCLUDETEXT c:/passwords", simple=True), TemplateReachesOut,
    ),
    "a piece of another format": (_alt_chunk(), TemplateReachesOut),
    "entities": (with_parts(GOOD, _entities), TemplateSwells),
    "a bomb": (with_parts(GOOD, same, word__x_dot_xml=bytes(40 * 2**20)), TemplateSwells),
    "too many paragraphs": (template(*["x"] * 3100), TemplateSwells),
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_could_harm_is_refused_with_its_reason(attack: str) -> None:
    content, refusal = ATTACKS[attack]
    with pytest.raises(refusal):
        check_template(content, ONE_PAIR)


def test_a_link_to_a_page_is_no_harm() -> None:
    document = Document()
    document.part.relate_to("https://x.invalid/", HYPERLINK, is_external=True)
    document.add_paragraph("[[organisation]]")
    assert check_template(saved(document), ONE_PAIR) == ()


HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def test_more_copies_than_fit_into_a_file_are_refused() -> None:
    content = template(*["[[mentor]]"] * 2000)
    with pytest.raises(TemplateSwells):
        fill_template(content, [{"mentor": "x"}] * 31, [])
