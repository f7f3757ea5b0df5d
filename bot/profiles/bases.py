"""The columns of the two bases, from `bases.yaml`: each shows a fact or an answer of the form."""

from collections.abc import Mapping

from bot.domain.access import Role
from bot.domain.bases import BASES, BIRTH_YEAR, NAME, Base, Column, Fact, Only
from bot.domain.questionnaires import Questionnaire
from bot.profiles.content import Node

WIDEST, LONGEST_TITLE = 80, 31  # what a workbook permits as the name of a sheet
FORMS = {Role.MENTEE: "intake-mentee", Role.MENTOR: "intake-mentor"}


def bases(node: Node, asked: Mapping[str, Questionnaire]) -> dict[Role, Base]:
    parts = node.only(needs=[str(role) for role in BASES])
    return {role: _base(parts[role], role, asked[FORMS[role]]) for role in BASES}


def _base(node: Node, role: Role, form: Questionnaire) -> Base:
    parts = node.only(needs=["title", "columns"])
    items = [item.key for item in form.items]
    base = Base(
        role=role,
        title=parts["title"].words(),
        columns=tuple(_column(one, items) for one in parts["columns"].each()),
    )
    for title in base.title.every():
        if len(title) > LONGEST_TITLE or set(title) & set("[]:*?/\\"):
            raise parts["title"].wrong(f"{title!r} cannot be the name of a sheet")
    keys = [column.key for column in base.columns]
    for key in keys:
        if keys.count(key) > 1:
            raise parts["columns"].wrong(f"{key!r} stands twice")
    taken = {column.answer for column in base.imported}
    for needed in (NAME, BIRTH_YEAR):
        if needed not in taken:
            raise parts["columns"].wrong(f"no imported column answers {needed!r}")
    for column in base.imported:
        meant = [one.key for one in base.imported if one.headed(column.heading.say("ru"))]
        if len(meant) > 1:
            raise parts["columns"].wrong(f"one heading for {' and '.join(meant)}")
    return base


def _column(node: Node, items: list[str]) -> Column:
    parts = node.only(
        needs=["key", "heading", "width"], may=["fact", "answer", "only", "also", "example"]
    )
    if ("fact" in parts) == ("answer" in parts):
        raise node.wrong("a column shows either a fact or an answer")
    width = parts["width"].whole()
    if not 1 <= width <= WIDEST:
        raise parts["width"].wrong(f"a width is 1 to {WIDEST} characters")
    made = Column(
        key=parts["key"].key(),
        heading=parts["heading"].words(),
        width=width,
        fact=Fact(parts["fact"].one_of([str(one) for one in Fact])) if "fact" in parts else None,
        answer=parts["answer"].one_of(items) if "answer" in parts else None,
        only=Only(parts["only"].one_of([str(one) for one in Only])) if "only" in parts else None,
        also=tuple(one.text() for one in parts["also"].each()) if "also" in parts else (),
        example=parts["example"].words() if "example" in parts else None,
    )
    if made.imported and made.example is None:
        raise node.wrong("an imported column needs an example")
    return made
