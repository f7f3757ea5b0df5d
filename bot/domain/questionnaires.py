"""A questionnaire: its items in order, when each is asked, and the form it is stored in.

A published version never changes: it is dumped into a row when first used, and whoever began it
finishes that version. What one needs before it is published: `publish_check`.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bot.domain.conditions import Rule, dump_rule, load_rule
from bot.domain.questions import Kind, kind_of, span_of
from bot.domain.words import Words

LOCALES = ("ru", "en")
# Known before the first question and never asked: how old somebody is (by their own word), and in
# which role and form of mentoring they are asked. None: any key of the profile.
FACTS: Mapping[str, frozenset[str] | None] = {
    "band": frozenset({"under-14", "14-17", "adult"}),
    "role": None,
    "form": None,
}
# `{name}` in a text stands for these, known before the first question; see `variables`.
VARIABLES = frozenset(
    {"partner", "of_partner", "to_partner", "with_partner", "about_partner", "programme"}
)
NAMED = re.compile(r"\{([^{}]*)\}")
_SPOKEN = ("hint", "hard_label", "lead")
_PLAIN = ("hard_to_say", "reversed", "scale", "matrix")


@dataclass(frozen=True)
class Item:
    """One question. Its `key` is its identity in every version: a changed meaning needs a new key.

    `variants`: other words for some forms of mentoring; texts may hold `VARIABLES`.
    """

    key: str
    kind: Kind
    text: Words
    hint: Words | None = None
    optional: bool = False
    shown_if: Rule | None = None
    hard_to_say: bool = False  # "hard to say", "not assessed": offered beside the answers
    hard_label: Words | None = None  # how that is said here; None: the usual words
    reversed: bool = False  # a high answer means little of what its scale measures
    scale: str | None = None  # the scale of the questionnaire that it belongs to
    matrix: str | None = None  # rows of one matrix share this key and the `lead`
    lead: Words | None = None  # said above the text: what all rows of a matrix begin with
    variants: tuple[tuple[str, Words], ...] = ()  # form of mentoring -> text

    @cached_property
    def texts(self) -> tuple[Words, ...]:
        """Those in which a `{name}` stands for something."""
        others = (self.hint, self.lead, *(text for _form, text in self.variants))
        return (self.text, *(text for text in others if text is not None))

    @cached_property
    def names(self) -> frozenset[str]:
        """What stands in braces, the unknown too; asked with every screen, so worked out once."""
        every = (text for words in self.texts for text in words.every())
        return frozenset(name for text in every for name in NAMED.findall(text))

    def said(self, form: str | None) -> Words:
        """The text for a pair of this form."""
        return dict(self.variants).get(form or "", self.text)

    def score(self, value: Any) -> float | None:
        """The answer as a number, reversed if the item is; None for what is no number."""
        span = span_of(self.kind)
        if span is None or isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return float(sum(span) - value if self.reversed else value)


@dataclass(frozen=True)
class Questionnaire:
    key: str
    version: int
    title: Words
    items: tuple[Item, ...]
    audience: str
    forms: tuple[str, ...] = ()  # of mentoring that it is for; none named: for all
    scales: tuple[tuple[str, Words], ...] = ()  # what several items measure together: key, name
    consent: str | None = None  # the purpose without whose consent nobody is asked: "psychology"

    def item(self, key: str) -> Item | None:
        return next((item for item in self.items if item.key == key), None)

    def items_of(self, scale: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.scale == scale)

    def asks_again(self, other: "Questionnaire") -> bool:
        """Whether both ask something that is answered by the same numbers."""
        spans = {(item.key, span_of(item.kind)) for item in self.items}
        theirs = {(item.key, span_of(item.kind)) for item in other.items}
        return any(span is not None for _, span in spans & theirs)


_SAID = {  # in English, for the authors of a profile
    "empty": "no items",
    "too-many": "{count} items, more than {most}",
    "too-long": "{count} closed items, more than {most}",
    "too-slow": "takes {minutes} minutes, more than {most}",
    "lacking": "{part}: missing in {locale!r}",
    "key-twice": "the key is used twice",
    "key-of-a-fact": "the key is that of a fact",
    "key-wrong": "the key is not made of a-z, 0-9 and _",
    "option-twice": "option {value!r} stands twice",
    "option-value": "option {value!r} cannot be the value of a button",
    "option-long": "option {value!r} is too long for a button",
    "dead-end": "cannot be answered: more has to be chosen than there is",
    "never-compared": "{name!r} can never be compared: {op} {value}",
    "unknown-item": "shown_if names {name!r}, which does not exist",
    "asked-later": "shown_if names {name!r}, which is asked later",
    "cycle": "shown_if goes round in a circle by way of {name!r}",
    "unreachable": "can never be reached: its condition never holds",
    "nothing-asked": "somebody would be asked nothing at all",
    "unknown-scale": "the scale {name!r} has no name",
    "unknown-form": "there is no form {name!r}",
    "unknown-variable": "{name} stands for nothing",
    "not-reversible": "only numbers can be reversed",
}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. See `publish_check.described` for what fills its text."""

    key: str
    item: str | None = None
    args: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The key of the words in which people read it."""
        return f"publish-{self.key}"

    def __str__(self) -> str:
        where = f"item {self.item!r}: " if self.item is not None else ""
        return where + _SAID[self.key].format(**self.args)


class QuestionnaireError(ValueError):
    """What was written is wrong; `problems` says everything that is, item by item."""

    def __init__(self, key: str, problems: Sequence[Problem]) -> None:
        super().__init__(f"questionnaire {key!r}: {'; '.join(map(str, problems))}")
        self.problems = tuple(problems)


def dump(questionnaire: Questionnaire) -> dict[str, Any]:
    """JSON from which `load` makes an equal questionnaire."""
    return {
        "key": questionnaire.key,
        "version": questionnaire.version,
        "title": questionnaire.title.as_dict(),
        "audience": questionnaire.audience,
        "items": [_dump_item(item) for item in questionnaire.items],
        **_dump_more(questionnaire),
    }


def _dump_more(questionnaire: Questionnaire) -> dict[str, Any]:
    """What most questionnaires do without: so the digest of one stored before stays as it was."""
    more: dict[str, Any] = {}
    if questionnaire.forms:
        more["forms"] = list(questionnaire.forms)
    if questionnaire.scales:
        more["scales"] = [[key, title.as_dict()] for key, title in questionnaire.scales]
    if questionnaire.consent is not None:
        more["consent"] = questionnaire.consent
    return more


def _dump_item(item: Item) -> dict[str, Any]:
    dumped: dict[str, Any] = {
        "key": item.key,
        "kind": item.kind.key,
        "params": item.kind.params(),
        "text": item.text.as_dict(),
        "optional": item.optional,
    }
    for name in _SPOKEN:
        if (said := getattr(item, name)) is not None:
            dumped[name] = said.as_dict()
    if item.shown_if is not None:
        dumped["shown_if"] = dump_rule(item.shown_if)
    if item.variants:
        dumped["variants"] = {form: text.as_dict() for form, text in item.variants}
    plain = {name: getattr(item, name) for name in _PLAIN}
    return dumped | {name: value for name, value in plain.items() if value}


def load(raw: Mapping[str, Any]) -> Questionnaire:
    return Questionnaire(
        key=raw["key"],
        version=raw["version"],
        title=Words.of(raw["title"]),
        items=tuple(_load_item(item) for item in raw["items"]),
        audience=raw["audience"],
        forms=tuple(raw.get("forms", ())),
        scales=tuple((key, Words.of(title)) for key, title in raw.get("scales", ())),
        consent=raw.get("consent"),
    )


def _load_item(raw: Mapping[str, Any]) -> Item:
    variants = raw.get("variants", {})
    more: dict[str, Any] = {name: raw[name] for name in _PLAIN if name in raw}
    more |= {name: Words.of(raw[name]) for name in _SPOKEN if name in raw}
    return Item(
        key=raw["key"],
        kind=kind_of(raw["kind"], raw["params"]),
        text=Words.of(raw["text"]),
        optional=raw["optional"],
        shown_if=load_rule(raw["shown_if"]) if "shown_if" in raw else None,
        variants=tuple((form, Words.of(text)) for form, text in sorted(variants.items())),
        **more,
    )


def digest(questionnaire: Questionnaire) -> str:
    """The same for equal content, whatever order its keys came in."""
    canonical = json.dumps(
        dump(questionnaire), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()
