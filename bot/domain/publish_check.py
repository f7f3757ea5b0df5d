"""What a questionnaire needs before it is published: every problem at once, item by item.

Each problem has a key with a text in every language (`publish-<key>`) for whoever writes one in a
spreadsheet, and plain English for the authors of a profile.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from bot.domain import lengths
from bot.domain.conditions import ORDERED, Condition, Op
from bot.domain.questionnaires import (
    FACTS,
    LOCALES,
    VARIABLES,
    Item,
    Problem,
    Questionnaire,
    QuestionnaireError,
)
from bot.domain.questions import (
    OWN,
    Acknowledge,
    Kind,
    Likert,
    Multiple,
    Option,
    Ranking,
    Scale,
    Single,
    Week,
    YesNo,
    span_of,
)
from bot.domain.ways import MOST_WAYS, ways
from bot.domain.words import Words

MOST_CLOSED_ITEMS = 25  # more are not read but tapped through
MOST_ITEMS = 200
LONGEST_BUTTON = 40  # "<item>:<value>" must fit into what a messenger lets a button carry
LONGEST_KEY = 40
KEY = re.compile(r"[a-z][a-z0-9_]*")  # of a question
_VALUE = re.compile(r"[A-Za-z0-9_-]+")
# With these, nothing can be said about the ways through.
_NO_WAY = frozenset(
    {"empty", "too-many", "key-twice", "unknown-item", "asked-later", "cycle", "never-compared"}
)


def check(
    questionnaire: Questionnaire,
    locales: Sequence[str] = LOCALES,
    forms: Collection[str] | None = None,
) -> None:
    """Raises `QuestionnaireError` with every problem found. `forms`: those of the profile."""
    found = list(problems(questionnaire, locales, forms))
    if found:
        raise QuestionnaireError(questionnaire.key, found)


def problems(
    questionnaire: Questionnaire,
    locales: Sequence[str] = LOCALES,
    forms: Collection[str] | None = None,
) -> Iterator[Problem]:
    """In the order of the items, then those of the whole."""
    found = [
        *_texts_of_the_whole(questionnaire, locales),
        *_each_item(questionnaire, locales),
        *_undefined(questionnaire, forms),
    ]
    yield from found
    if not any(one.key in _NO_WAY for one in found):
        yield from _on_the_ways(questionnaire, sorted(questionnaire.forms or forms or ()))


def _texts_of_the_whole(
    questionnaire: Questionnaire, locales: Sequence[str]
) -> Iterator[Problem]:
    if not questionnaire.items:
        yield Problem("empty")
    if len(questionnaire.items) > MOST_ITEMS:
        yield Problem("too-many", args={"count": len(questionnaire.items), "most": MOST_ITEMS})
    yield from _lacking(None, "title", questionnaire.title, locales)
    for key, title in questionnaire.scales:
        yield from _lacking(None, f"scale {key!r}", title, locales)


def _each_item(questionnaire: Questionnaire, locales: Sequence[str]) -> Iterator[Problem]:
    every = {item.key: item for item in questionnaire.items}
    earlier: dict[str, Item] = {}
    for item in questionnaire.items:
        if item.key in earlier:
            yield Problem("key-twice", item.key)
        if item.key in FACTS:
            yield Problem("key-of-a-fact", item.key)
        if not KEY.fullmatch(item.key) or len(item.key) > LONGEST_KEY:
            yield Problem("key-wrong", item.key)
        yield from _lacking(item.key, "text", item.text, locales)
        for part in ("hint", "lead", "hard_label"):
            if (said := getattr(item, part)) is not None:
                yield from _lacking(item.key, part, said, locales)
        for form, text in item.variants:
            yield from _lacking(item.key, f"for {form!r}", text, locales)
        yield from _option_problems(item, locales)
        for leaf in item.shown_if.leaves() if item.shown_if else ():
            yield from _condition_problems(item, leaf, earlier, every)
        earlier[item.key] = item


def _lacking(
    item: str | None, part: str, words: Words, locales: Sequence[str]
) -> Iterator[Problem]:
    for locale in words.lacking(locales):
        yield Problem("lacking", item, {"part": part, "locale": locale})


def _option_problems(item: Item, locales: Sequence[str]) -> Iterator[Problem]:
    options = list(item.kind.options())
    if isinstance(item.kind, Week):
        options += [Option(one.value, one.label) for one in item.kind.shortcuts]
    values = [option.value for option in options]
    for value in sorted({value for value in values if values.count(value) > 1}):
        yield Problem("option-twice", item.key, {"value": value})
    for option in options:
        about = {"value": option.value}
        if not _VALUE.fullmatch(option.value) or option.value == OWN:
            yield Problem("option-value", item.key, about)
        if len(f"{item.key}:{option.value}") > LONGEST_BUTTON:
            yield Problem("option-long", item.key, about)
        # digits read the same in every language
        if not option.value.isdecimal() or isinstance(item.kind, Likert):
            yield from _lacking(item.key, f"option {option.value!r}", option.label, locales)
    if isinstance(item.kind, Multiple):
        possible = len(values) - len(item.kind.exclusive) + item.kind.own_words
        if item.kind.least > possible and not item.kind.exclusive:
            yield Problem("dead-end", item.key)


def _condition_problems(
    item: Item, when: Condition, earlier: Mapping[str, Item], every: Mapping[str, Item]
) -> Iterator[Problem]:
    name = {"name": when.item}
    compared = {**name, "op": when.op.value, "value": repr(when.value)}
    if when.item in FACTS:
        wanted = when.value if when.op is Op.ONE_OF else [when.value]
        known = FACTS[when.item]
        strange = known is not None and not known.issuperset(wanted)
        if when.op is Op.INCLUDES or when.op in ORDERED or strange:
            yield Problem("never-compared", item.key, compared)
    elif when.item not in every:
        yield Problem("unknown-item", item.key, name)
    elif when.item not in earlier:
        circle = item.key in _read_by(every[when.item], every)
        yield Problem("cycle" if circle else "asked-later", item.key, name)
    elif not _possible(earlier[when.item].kind, when):
        yield Problem("never-compared", item.key, compared)


def _read_by(item: Item, every: Mapping[str, Item]) -> set[str]:
    """The item and every other that its rule depends on, however far."""
    found: set[str] = set()
    waiting = [item.key]
    while waiting:
        key = waiting.pop()
        if key in found or key not in every:
            continue
        found.add(key)
        rule = every[key].shown_if
        waiting += [leaf.item for leaf in rule.leaves()] if rule else []
    return found


def _possible(kind: Kind, when: Condition) -> bool:
    """Whether answers of this kind can be compared like this at all."""
    if when.value is None:  # "was answered", "was left out"
        return when.op in (Op.IS, Op.IS_NOT)
    if isinstance(kind, Multiple):
        values = {option.value for option in kind.choices} | ({OWN} if kind.own_words else set())
        return when.op is Op.INCLUDES and when.value in values
    if isinstance(kind, Ranking):
        return when.op is Op.INCLUDES and when.value in {one.value for one in kind.choices}
    if when.op is Op.INCLUDES:
        return False
    if isinstance(kind, YesNo | Acknowledge):
        return isinstance(when.value, bool) and when.op not in ORDERED
    wanted = when.value if when.op is Op.ONE_OF else [when.value]
    if isinstance(kind, Single):
        known = {option.value for option in kind.choices}
        return when.op not in ORDERED and known.issuperset(wanted)
    span = span_of(kind)
    if span is not None:
        numbers = all(type(one) in (int, float) for one in wanted)
        inside = numbers and all(span[0] <= one <= span[1] for one in wanted)
        return inside if isinstance(kind, Scale | Likert) else numbers
    return all(isinstance(one, str) for one in wanted)


def _undefined(questionnaire: Questionnaire, forms: Collection[str] | None) -> Iterator[Problem]:
    """Names that stand for nothing: of scales, forms of mentoring, variables."""
    named = dict(questionnaire.scales)
    for item in questionnaire.items:
        if item.scale is not None and item.scale not in named:
            yield Problem("unknown-scale", item.key, {"name": item.scale})
        if item.reversed and span_of(item.kind) is None:
            yield Problem("not-reversible", item.key)
        for form, _text in item.variants:
            if forms is not None and form not in forms:
                yield Problem("unknown-form", item.key, {"name": form})
        for leaf in item.shown_if.leaves() if item.shown_if else ():
            if leaf.item == "form" and forms is not None:
                wanted = leaf.value if leaf.op is Op.ONE_OF else [leaf.value]
                for form in wanted:
                    if form not in forms:
                        yield Problem("unknown-form", item.key, {"name": form})
        for name in sorted(item.names - VARIABLES):
            yield Problem("unknown-variable", item.key, {"name": f"{{{name}}}"})


def _on_the_ways(questionnaire: Questionnaire, forms: Sequence[str]) -> Iterator[Problem]:
    """Questions nobody can ever reach, people who are asked nothing, and the longest way."""
    roles = {"pair": ("mentee", "mentor")}.get(questionnaire.audience, (questionnaire.audience,))
    found = list(islice(ways(questionnaire, roles, forms), MOST_WAYS + 1))
    exact = len(found) <= MOST_WAYS
    reached = {item.key for way in found for item in way}
    if not exact:
        found = [questionnaire.items]  # at most so long
    every = {item.key: item for item in questionnaire.items}
    for item in questionnaire.items:
        if item.key not in reached and (exact or not _may_be_reached(questionnaire, item, every)):
            yield Problem("unreachable", item.key)
    if not all(found):
        yield Problem("nothing-asked")
    closed = max(sum(bool(item.kind.options()) for item in way) for way in found)
    if closed > MOST_CLOSED_ITEMS:
        yield Problem("too-long", args={"count": closed, "most": MOST_CLOSED_ITEMS})
    longest = max(lengths.minutes(way) for way in found)
    if longest > lengths.MOST_MINUTES:
        yield Problem("too-slow", args={"minutes": longest, "most": lengths.MOST_MINUTES})


def _may_be_reached(
    questionnaire: Questionnaire, item: Item, every: Mapping[str, Item]
) -> bool:
    """By itself, with only what it depends on; not decided counts as yes."""
    needed = frozenset(_read_by(item, every))
    found = list(islice(ways(questionnaire, only=needed), MOST_WAYS))
    return len(found) == MOST_WAYS or any(item in way for way in found)


def described(problem: Problem) -> dict[str, Any]:
    """What its text in `publish-<key>` is filled with."""
    return {"item": problem.item or "", **problem.args}
