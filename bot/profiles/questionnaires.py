"""One questionnaire of a profile, from its file.

A matrix is written once and asked row by row: its `of` says what each row is answered by, its text
is the lead of each.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from bot.domain.conditions import AllOf, AnyOf, Condition, Not, Op, Rule
from bot.domain.consents import PURPOSES
from bot.domain.publish_check import check
from bot.domain.questionnaires import Item, Questionnaire, QuestionnaireError
from bot.domain.questions import KINDS, kind_of
from bot.domain.words import Words
from bot.profiles.content import Node
from bot.profiles.sections import CATALOGUES, Catalogues, options

AUDIENCES = ("mentee", "mentor", "alumnus", "guardian", "curator", "pair")
MATRIX = "matrix"
_FLAGS = ("optional", "hard_to_say", "reversed")
_ITEM_KEYS = (
    *("key", "kind", "text", "hint", "shown_if", "scale", "variants", "hard_label"), *_FLAGS
)
_SHARED = ("shown_if", "hard_label", "scale", *_FLAGS)  # a matrix says them for all its rows


def questionnaire(
    node: Node, known: Catalogues, labels: dict[str, Words], forms: Collection[str] | None
) -> Questionnaire:
    """`forms`: the keys of the profile's forms of mentoring; None: they cannot be read."""
    parts = node.only(
        needs=["key", "version", "audience", "title", "items"],
        may=["forms", "scales", "consent"],
    )
    items = [item for one in parts["items"].each() for item in _items(one, known, labels)]
    scales = parts["scales"].mapping() if "scales" in parts else {}
    meant_for = parts["forms"].each() if "forms" in parts else ()
    made = Questionnaire(
        key=parts["key"].key(),
        version=parts["version"].whole(),
        title=parts["title"].words(),
        audience=parts["audience"].one_of(AUDIENCES),
        items=tuple(items),
        forms=tuple(
            one.key() if forms is None else one.one_of(sorted(forms)) for one in meant_for
        ),
        scales=tuple((key, title.words()) for key, title in scales.items()),
        consent=parts["consent"].one_of(PURPOSES) if "consent" in parts else None,
    )
    try:
        check(made, forms=forms)
    except QuestionnaireError as error:
        raise node.wrong("; ".join(map(str, error.problems))) from error
    return made


def _items(node: Node, known: Catalogues, labels: dict[str, Words]) -> Iterator[Item]:
    parts = node.mapping()
    if "kind" not in parts or parts["kind"].value != MATRIX:
        yield _item(node, {}, known, labels)
        return
    parts = node.only(needs=["key", "kind", "text", "of", "rows"], may=_SHARED)
    shared = {name: parts[name] for name in _SHARED if name in parts}
    for row in parts["rows"].each():
        row.only(needs=["key", "text"], may=[name for name in _ITEM_KEYS if name != "kind"])
        item = _item(row, {**parts["of"].mapping(), **shared}, known, labels)
        yield replace(item, matrix=parts["key"].key(), lead=parts["text"].words())


def _item(
    node: Node, shared: dict[str, Node], known: Catalogues, labels: dict[str, Words]
) -> Item:
    parts = {**shared, **node.mapping()}
    for name in ("key", "kind", "text"):
        if name not in parts:
            raise node.wrong(f"{name!r} is missing")
    kind = parts["kind"].one_of([*sorted(KINDS), MATRIX])
    params = {name: one.value for name, one in parts.items() if name not in _ITEM_KEYS}
    if isinstance(params.get("choices"), str):  # the name of a catalogue
        named = known[parts["choices"].one_of(CATALOGUES)]
        params["choices"] = [{"value": o.value, "label": o.label.as_dict()} for o in named]
    elif "choices" in params:
        listed = options(parts["choices"])
        params["choices"] = [{"value": o.value, "label": o.label.as_dict()} for o in listed]
    if "shortcuts" in parts:
        params["shortcuts"] = [_shortcut(one) for one in parts["shortcuts"].each()]
    if kind == "yes_no":
        params = {name: labels[name].as_dict() for name in ("yes", "no")} | params
    if kind == "acknowledge":
        params = {"label": labels["understood"].as_dict()} | params
    try:
        made = kind_of(kind, params)
    except ValueError as error:
        raise node.wrong(str(error)) from error
    flags: dict[str, Any] = {name: parts[name].flag() for name in _FLAGS if name in parts}
    variants = parts["variants"].mapping() if "variants" in parts else {}
    return Item(
        key=parts["key"].key(),
        kind=made,
        text=parts["text"].words(),
        hint=parts["hint"].words() if "hint" in parts else None,
        shown_if=_rule(parts["shown_if"]) if "shown_if" in parts else None,
        scale=parts["scale"].key() if "scale" in parts else None,
        variants=tuple((form, variants[form].words()) for form in sorted(variants)),
        hard_label=parts["hard_label"].words() if "hard_label" in parts else None,
        **flags,
    )


def _shortcut(node: Node) -> dict[str, Any]:
    parts = node.only(needs=["value", "label", "picks"])
    return {
        "value": parts["value"].key(),
        "label": parts["label"].words().as_dict(),
        "picks": [one.key() for one in parts["picks"].each()],
    }


def _rule(node: Node) -> Rule:
    """`{item, op, value}`, or several in `{all: [...]}`, `{any: [...]}`, one in `{not: ...}`."""
    parts = node.mapping()
    if "all" in parts:
        return AllOf(tuple(_rule(one) for one in node.only(needs=["all"])["all"].each()))
    if "any" in parts:
        return AnyOf(tuple(_rule(one) for one in node.only(needs=["any"])["any"].each()))
    if "not" in parts:
        return Not(_rule(node.only(needs=["not"])["not"]))
    parts = node.only(needs=["item", "op", "value"])
    operation = Op(parts["op"].one_of([op.value for op in Op]))
    return Condition(parts["item"].key(), operation, parts["value"].value)
