"""What each file of a profile may hold, and what it comes to in the domain."""

from collections.abc import Mapping
from typing import Any

from bot.domain.access import Role
from bot.domain.consents import BY_KIND
from bot.domain.profile import (
    MENTEE_KINDS,
    MENTOR_KINDS,
    ConsentText,
    DeclineReason,
    Form,
    Variant,
)
from bot.domain.questionnaires import (
    Condition,
    Item,
    Op,
    Questionnaire,
    QuestionnaireError,
    check,
)
from bot.domain.questions import KINDS, Option, kind_of
from bot.domain.words import Words
from bot.profiles.content import Node

CATALOGUES = ("needs", "competences", "interests", "slots", "formats")
CONSENT_KINDS = tuple(BY_KIND)
APPLICANTS = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)
AUDIENCES = ("mentee", "mentor", "alumnus", "guardian", "curator", "pair")
_ITEM_KEYS = ("key", "kind", "text", "hint", "optional", "shown_if")

Catalogues = Mapping[str, tuple[Option, ...]]


def forms(node: Node) -> tuple[Form, ...]:
    found = tuple(_form(one) for one in node.only(needs=["forms"])["forms"].each())
    node.once([form.key for form in found])
    return found


def _form(node: Node) -> Form:
    parts = node.only(
        needs=["key", "title", "variants", "mentor_kinds", "mentee_kinds"],
        may=["same_organisation", "older_by"],
    )
    variants = []
    for one in parts["variants"].each():
        variant = one.only(needs=["key", "title"], may=["of_equals"])
        equals = variant["of_equals"].flag() if "of_equals" in variant else False
        variants.append(Variant(variant["key"].key(), variant["title"].words(), equals))
    parts["variants"].once([variant.key for variant in variants])
    same, older = parts.get("same_organisation"), parts.get("older_by")
    if older and not 0 <= older.whole() <= 20:
        raise older.wrong("years, from 0 to 20")
    return Form(
        key=parts["key"].key(),
        title=parts["title"].words(),
        variants=tuple(variants),
        mentor_kinds=frozenset(k.one_of(MENTOR_KINDS) for k in parts["mentor_kinds"].each()),
        mentee_kinds=frozenset(k.one_of(MENTEE_KINDS) for k in parts["mentee_kinds"].each()),
        same_organisation=same.flag() if same else False,
        older_by=older.whole() if older else 0,
    )


def catalogues(node: Node) -> dict[str, tuple[Option, ...]]:
    parts = node.only(needs=[*CATALOGUES, "helps"])
    return {name: _options(parts[name]) for name in CATALOGUES}


def helps(node: Node, known: Catalogues) -> dict[str, tuple[str, ...]]:
    """need -> competences; every need stands there, with competences that exist."""
    needs = [option.value for option in known["needs"]]
    competences = [option.value for option in known["competences"]]
    mapped = node.only(needs=["helps", *CATALOGUES])["helps"].only(needs=needs)
    return {need: tuple(one.one_of(competences) for one in mapped[need].each()) for need in needs}


def _options(node: Node) -> tuple[Option, ...]:
    options = tuple(
        Option(parts["value"].key(), parts["label"].words())
        for parts in (one.only(needs=["value", "label"]) for one in node.each())
    )
    node.once([option.value for option in options])
    return options


def consents(node: Node) -> dict[str, ConsentText]:
    found = {}
    for kind, one in node.only(needs=CONSENT_KINDS).items():
        parts = one.only(needs=["version", "title", "short", "full"])
        texts = {name: parts[name].words() for name in ("title", "short", "full")}
        for name in ("organisation", "curator"):
            for variant, text in texts["full"].texts:
                if f"{{{name}}}" not in text:
                    raise parts["full"].wrong(f"{variant} does not name the {{{name}}}")
        found[kind] = ConsentText(kind, parts["version"].day(), **texts)
    return found


def declines(node: Node) -> tuple[DeclineReason, ...]:
    found = []
    for one in node.only(needs=["declines"])["declines"].each():
        parts = one.only(needs=["key", "roles", "label", "letter"])
        found.append(
            DeclineReason(
                key=parts["key"].key(),
                roles=frozenset(Role(role.one_of(APPLICANTS)) for role in parts["roles"].each()),
                label=parts["label"].words(),
                letter=parts["letter"].words(),
            )
        )
    node.once([reason.key for reason in found])
    for role in APPLICANTS:
        if not any(role in reason.roles for reason in found):
            raise node.wrong(f"no reason is for the role {role.value!r}")
    return tuple(found)


def questionnaire(node: Node, known: Catalogues, yes_no: tuple[Words, Words]) -> Questionnaire:
    parts = node.only(needs=["key", "version", "audience", "title", "items"])
    made = Questionnaire(
        key=parts["key"].key(),
        version=parts["version"].whole(),
        title=parts["title"].words(),
        audience=parts["audience"].one_of(AUDIENCES),
        items=tuple(_item(one, known, yes_no) for one in parts["items"].each()),
    )
    try:
        check(made)
    except QuestionnaireError as error:
        raise node.wrong("; ".join(error.problems)) from error
    return made


def _item(node: Node, known: Catalogues, yes_no: tuple[Words, Words]) -> Item:
    parts = node.mapping()
    for name in ("key", "kind", "text"):
        if name not in parts:
            raise node.wrong(f"{name!r} is missing")
    kind = parts["kind"].one_of(sorted(KINDS))
    params = {name: one.value for name, one in parts.items() if name not in _ITEM_KEYS}
    if isinstance(params.get("choices"), str):  # the name of a catalogue
        named = known[parts["choices"].one_of(CATALOGUES)]
        params["choices"] = [{"value": o.value, "label": o.label.as_dict()} for o in named]
    elif "choices" in params:
        listed = _options(parts["choices"])
        params["choices"] = [{"value": o.value, "label": o.label.as_dict()} for o in listed]
    if "shortcuts" in parts:
        params["shortcuts"] = [_shortcut(one) for one in parts["shortcuts"].each()]
    if kind == "yes_no":
        params = {"yes": yes_no[0].as_dict(), "no": yes_no[1].as_dict(), **params}
    try:
        made = kind_of(kind, params)
    except ValueError as error:
        raise node.wrong(str(error)) from error
    return Item(
        key=parts["key"].key(),
        kind=made,
        text=parts["text"].words(),
        hint=parts["hint"].words() if "hint" in parts else None,
        optional=parts["optional"].flag() if "optional" in parts else False,
        shown_if=_condition(parts["shown_if"]) if "shown_if" in parts else None,
    )


def _shortcut(node: Node) -> dict[str, Any]:
    parts = node.only(needs=["value", "label", "picks"])
    return {
        "value": parts["value"].key(),
        "label": parts["label"].words().as_dict(),
        "picks": [one.key() for one in parts["picks"].each()],
    }


def _condition(node: Node) -> Condition:
    parts = node.only(needs=["item", "op", "value"])
    operation = Op(parts["op"].one_of([op.value for op in Op]))
    return Condition(parts["item"].key(), operation, parts["value"].value)


def yes_no_labels(node: Node) -> tuple[Words, Words]:
    labels = node.mapping()["labels"].only(needs=["yes", "no"])
    return labels["yes"].words(), labels["no"].words()
