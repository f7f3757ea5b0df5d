"""A questionnaire: its items in order, when each is asked, and the form it is stored in.

A published version never changes: it is dumped into a row when first used, and whoever began it
finishes that version.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.questions import (
    OWN,
    Kind,
    Multiple,
    Option,
    Scale,
    Single,
    Week,
    YesNo,
    kind_of,
)
from bot.domain.words import Words

LOCALES = ("ru", "en")
MOST_CLOSED_ITEMS = 25  # more are not read but tapped through
LONGEST_BUTTON = 40  # "<item>:<value>" must fit into what a messenger lets a button carry
# Known before the first question and never asked: how old somebody is, by their own word.
FACTS: Mapping[str, frozenset[str]] = {"band": frozenset({"under-14", "14-17", "adult"})}
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_VALUE = re.compile(r"[A-Za-z0-9_-]+")


class Op(StrEnum):
    IS = "is"
    IS_NOT = "is not"
    ONE_OF = "one of"
    INCLUDES = "includes"


@dataclass(frozen=True)
class Condition:
    """Ask only when an earlier answer, or a fact, was so.

    An answer not given makes every condition false.
    """

    item: str
    op: Op
    value: Any

    def holds(self, answers: Mapping[str, Any]) -> bool:
        if self.item not in answers:
            return False
        answer = answers[self.item]
        if self.op is Op.IS:
            return bool(answer == self.value)
        if self.op is Op.IS_NOT:
            return bool(answer != self.value)
        if self.op is Op.ONE_OF:
            return answer in self.value
        if answer is None:
            return False
        return answer["own"] is not None if self.value == OWN else self.value in answer["options"]


@dataclass(frozen=True)
class Item:
    key: str
    kind: Kind
    text: Words
    hint: Words | None = None
    optional: bool = False
    shown_if: Condition | None = None


@dataclass(frozen=True)
class Questionnaire:
    key: str
    version: int
    title: Words
    items: tuple[Item, ...]
    audience: str

    def item(self, key: str) -> Item | None:
        return next((item for item in self.items if item.key == key), None)


class QuestionnaireError(ValueError):
    """Our own content is wrong; `problems` says everything that is, item by item."""

    def __init__(self, key: str, problems: Sequence[str]) -> None:
        super().__init__(f"questionnaire {key!r}: {'; '.join(problems)}")
        self.problems = tuple(problems)


def dump(questionnaire: Questionnaire) -> dict[str, Any]:
    """JSON from which `load` makes an equal questionnaire."""
    return {
        "key": questionnaire.key,
        "version": questionnaire.version,
        "title": questionnaire.title.as_dict(),
        "audience": questionnaire.audience,
        "items": [_dump_item(item) for item in questionnaire.items],
    }


def _dump_item(item: Item) -> dict[str, Any]:
    dumped: dict[str, Any] = {
        "key": item.key,
        "kind": item.kind.key,
        "params": item.kind.params(),
        "text": item.text.as_dict(),
        "optional": item.optional,
    }
    if item.hint is not None:
        dumped["hint"] = item.hint.as_dict()
    if item.shown_if is not None:
        when = item.shown_if
        dumped["shown_if"] = {"item": when.item, "op": when.op.value, "value": when.value}
    return dumped


def load(raw: Mapping[str, Any]) -> Questionnaire:
    return Questionnaire(
        key=raw["key"],
        version=raw["version"],
        title=Words.of(raw["title"]),
        items=tuple(_load_item(item) for item in raw["items"]),
        audience=raw["audience"],
    )


def _load_item(raw: Mapping[str, Any]) -> Item:
    when = raw.get("shown_if")
    return Item(
        key=raw["key"],
        kind=kind_of(raw["kind"], raw["params"]),
        text=Words.of(raw["text"]),
        hint=Words.of(raw["hint"]) if "hint" in raw else None,
        optional=raw["optional"],
        shown_if=Condition(when["item"], Op(when["op"]), when["value"]) if when else None,
    )


def digest(questionnaire: Questionnaire) -> str:
    """The same for equal content, whatever order its keys came in."""
    canonical = json.dumps(
        dump(questionnaire), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def check(questionnaire: Questionnaire, locales: Sequence[str] = LOCALES) -> None:
    """Raises `QuestionnaireError` with every problem found."""
    problems = list(_problems(questionnaire, locales))
    if problems:
        raise QuestionnaireError(questionnaire.key, problems)


def _problems(questionnaire: Questionnaire, locales: Sequence[str]) -> Iterator[str]:
    if not questionnaire.items:
        yield "no items"
    closed = sum(bool(item.kind.options()) for item in questionnaire.items)
    if closed > MOST_CLOSED_ITEMS:
        yield f"{closed} closed items, more than {MOST_CLOSED_ITEMS}"
    yield from _lacking("title", questionnaire.title, locales)
    every = {item.key: item for item in questionnaire.items}
    earlier: dict[str, Item] = {}
    for item in questionnaire.items:
        where = f"item {item.key!r}"
        if item.key in earlier:
            yield f"{where}: the key is used twice"
        if item.key in FACTS:
            yield f"{where}: the key is that of a fact"
        if not _KEY.fullmatch(item.key):
            yield f"{where}: the key is not made of a-z, 0-9 and _"
        yield from _lacking(f"{where}: text", item.text, locales)
        if item.hint is not None:
            yield from _lacking(f"{where}: hint", item.hint, locales)
        yield from _option_problems(item, locales)
        if item.shown_if is not None:
            yield from _condition_problems(where, item.shown_if, earlier, every)
        earlier[item.key] = item


def _lacking(where: str, words: Words, locales: Sequence[str]) -> Iterator[str]:
    for locale in words.lacking(locales):
        yield f"{where}: missing in {locale!r}"


def _option_problems(item: Item, locales: Sequence[str]) -> Iterator[str]:
    where = f"item {item.key!r}"
    options = list(item.kind.options())
    if isinstance(item.kind, Week):
        options += [Option(one.value, one.label) for one in item.kind.shortcuts]
    values = [option.value for option in options]
    for value in sorted({value for value in values if values.count(value) > 1}):
        yield f"{where}: option {value!r} stands twice"
    for option in options:
        if not _VALUE.fullmatch(option.value) or option.value == OWN:
            yield f"{where}: option {option.value!r} cannot be the value of a button"
        if len(f"{item.key}:{option.value}") > LONGEST_BUTTON:
            yield f"{where}: option {option.value!r} is too long for a button"
        if not option.value.isdecimal():  # digits read the same in every language
            yield from _lacking(f"{where}: option {option.value!r}", option.label, locales)


def _condition_problems(
    where: str, when: Condition, earlier: Mapping[str, Item], every: Mapping[str, Item]
) -> Iterator[str]:
    if when.item in FACTS:
        wanted = when.value if when.op is Op.ONE_OF else [when.value]
        if when.op is Op.INCLUDES or not FACTS[when.item].issuperset(wanted):
            yield f"{where}: {when.item!r} can never be compared: {when.op.value} {when.value!r}"
    elif when.item not in every:
        yield f"{where}: shown_if names {when.item!r}, which does not exist"
    elif when.item not in earlier:
        yield f"{where}: shown_if names {when.item!r}, which is asked later"
    elif not _possible(earlier[when.item].kind, when):
        yield f"{where}: {when.item!r} can never be compared: {when.op.value} {when.value!r}"


def _possible(kind: Kind, when: Condition) -> bool:
    """Whether some answer of this kind could make the condition true."""
    if isinstance(kind, Multiple):
        values = {option.value for option in kind.choices} | ({OWN} if kind.own_words else set())
        return when.op is Op.INCLUDES and when.value in values
    if when.op is Op.INCLUDES:
        return False
    if isinstance(kind, YesNo):
        return isinstance(when.value, bool)
    if isinstance(kind, Single):
        wanted = when.value if when.op is Op.ONE_OF else [when.value]
        return {option.value for option in kind.choices}.issuperset(wanted)
    if when.op is Op.ONE_OF:
        return False
    if isinstance(kind, Scale):
        return type(when.value) is int and kind.low <= when.value <= kind.high
    return True
