"""What is wrong with a questionnaire that cannot be asked: everything at once, item by item."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from bot.domain.conditions import ORDERED, Condition, Op
from bot.domain.questionnaires import FACTS, LOCALES, Item, Questionnaire, QuestionnaireError
from bot.domain.questions import OWN, Kind, Multiple, Option, Scale, Single, Week, YesNo, span_of
from bot.domain.words import Words

MOST_CLOSED_ITEMS = 25  # more are not read but tapped through
LONGEST_BUTTON = 40  # "<item>:<value>" must fit into what a messenger lets a button carry
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_VALUE = re.compile(r"[A-Za-z0-9_-]+")


def check(
    questionnaire: Questionnaire,
    locales: Sequence[str] = LOCALES,
    forms: Collection[str] | None = None,
) -> None:
    """Raises `QuestionnaireError` with every problem found. `forms`: those of the profile."""
    problems = [*_problems(questionnaire, locales), *_undefined(questionnaire, forms)]
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
            for leaf in item.shown_if.leaves():
                yield from _condition_problems(where, leaf, earlier, every)
        earlier[item.key] = item


def _undefined(questionnaire: Questionnaire, forms: Collection[str] | None) -> Iterator[str]:
    """Names that stand for nothing: of scales, of forms of mentoring."""
    named = dict(questionnaire.scales)
    for item in questionnaire.items:
        where = f"item {item.key!r}"
        if item.scale is not None and item.scale not in named:
            yield f"{where}: the scale {item.scale!r} has no name"
        if item.reversed and span_of(item.kind) is None:
            yield f"{where}: only numbers can be reversed"
        for form, text in item.variants:
            if forms is not None and form not in forms:
                yield f"{where}: there is no form {form!r}"
            yield from _lacking(f"{where}: for {form!r}", text, LOCALES)
    for key, title in questionnaire.scales:
        yield from _lacking(f"scale {key!r}", title, LOCALES)


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
        known = FACTS[when.item]
        strange = known is not None and not known.issuperset(wanted)
        if when.op is Op.INCLUDES or when.op in ORDERED or strange:
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
    if isinstance(kind, Scale) and when.op not in ORDERED:
        return type(when.value) is int and kind.low <= when.value <= kind.high
    return True
