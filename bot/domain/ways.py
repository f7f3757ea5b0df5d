"""The ways through a questionnaire: which questions can ever follow from which answers.

Of every item that a rule reads, a few answers stand for all: those it is compared with, and their
neighbours. All their combinations are tried, as far as the rules let them be asked; so what is
found is exact, unless there are more than `MOST_WAYS`: then nothing is claimed.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, combinations
from typing import Any

from bot.domain.conditions import ORDERED, Condition, Op
from bot.domain.questionnaires import FACTS, Item, Questionnaire
from bot.domain.questions import (
    Acknowledge,
    CalendarDate,
    Decimal,
    Kind,
    Likert,
    Multiple,
    Number,
    Ranking,
    Scale,
    Single,
    TimeOfDay,
    YesNo,
)

MOST_WAYS = 20_000
_NOT_SAID = object()  # a fact that is not known
_OTHER = "\0another"  # an answer unlike all that a rule names
_DAY_MINUTES = 24 * 60


def ways(
    questionnaire: Questionnaire,
    roles: Sequence[str] = (),
    forms: Sequence[str] = (),
    only: frozenset[str] | None = None,
) -> Iterator[tuple[Item, ...]]:
    """What is asked on each way; the same questions may come more than once.

    `roles`, `forms`: in which it may be asked; `only`: look at these items, with all they need.
    """
    items = [item for item in questionnaire.items if only is None or item.key in only]
    read: dict[str, list[Condition]] = {}
    for item in items:
        for leaf in item.shown_if.leaves() if item.shown_if else ():
            read.setdefault(leaf.item, []).append(leaf)
    known: list[dict[str, Any]] = [{}]
    for fact in FACTS:
        if fact in read:
            said = [*_said(fact, read[fact], roles, forms), _NOT_SAID]
            known = [{**one, fact: value} for one in known for value in said]
    for facts in known:
        given = {fact: value for fact, value in facts.items() if value is not _NOT_SAID}
        yield from _walk(items, 0, given, (), read)


def _walk(
    items: Sequence[Item],
    at: int,
    answers: Mapping[str, Any],
    asked: tuple[Item, ...],
    read: Mapping[str, Sequence[Condition]],
) -> Iterator[tuple[Item, ...]]:
    while at < len(items):
        item, at = items[at], at + 1
        if item.shown_if is not None and not item.shown_if.holds(answers):
            continue
        asked = (*asked, item)
        if item.key in read:
            for answer in answers_of(item, read[item.key]):
                yield from _walk(items, at, {**answers, item.key: answer}, asked, read)
            return
    yield asked


def _said(
    fact: str, leaves: Sequence[Condition], roles: Sequence[str], forms: Sequence[str]
) -> list[str]:
    possible = {"role": roles, "form": forms}.get(fact) or FACTS[fact]
    if possible:
        return sorted(possible)
    return sorted({value for leaf in leaves for value in _values(leaf)})


def _values(leaf: Condition) -> list[Any]:
    return list(leaf.value) if leaf.op is Op.ONE_OF else [leaf.value]


def answers_of(item: Item, leaves: Sequence[Condition]) -> list[Any]:
    """Answers that stand for all there are, as far as these conditions can tell them apart."""
    values = [value for leaf in leaves for value in _values(leaf)]
    passed_over = [None] if item.optional or item.hard_to_say else []
    return [*_of_kind(item.kind, values, leaves), *passed_over]


def _of_kind(kind: Kind, values: list[Any], leaves: Sequence[Condition]) -> list[Any]:
    match kind:
        case Single():
            return [option.value for option in kind.choices]
        case YesNo():
            return [True, False]
        case Acknowledge():
            return [True]
        case Scale() | Likert() | Number():
            return _whole(kind.low, kind.high, values)
        case Decimal():
            return _fractions(kind, values)
        case Multiple():
            return list(_choices(kind, values))
        case Ranking():
            return list(_orders(kind, values))
        case CalendarDate():
            near = [_day_beside(value, days) for value in values for days in (-1, 0, 1)]
            return sorted({day for day in near if day}) or [_OTHER]
        case TimeOfDay():
            near = [_time_beside(value, step) for value in values for step in (-1, 0, 1)]
            return sorted({time for time in near if time}) or ["00:00"]
    ordered = any(leaf.op in ORDERED for leaf in leaves)
    texts = [value for value in values if isinstance(value, str)]
    return [*texts, _OTHER, *(f"{text}\0" for text in texts if ordered)]


def _whole(low: int, high: int, values: Sequence[Any]) -> list[int]:
    numbers = [int(v) for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    near = {low, high} | {n + step for n in numbers for step in (-1, 0, 1)}
    return sorted(n for n in near if low <= n <= high)


def _fractions(kind: Decimal, values: Sequence[Any]) -> list[float]:
    step = 10.0**-kind.places
    numbers = [float(v) for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    near = {kind.low, kind.high} | {n + one for n in numbers for one in (-step, 0.0, step)}
    return sorted({round(n, kind.places) for n in near if kind.low <= n <= kind.high})


def _choices(kind: Multiple, values: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Every choice of what is named, with as many others as are needed to be enough."""
    every = [option.value for option in kind.choices]
    free = [value for value in every if value not in kind.exclusive]
    named = [value for value in free if value in values]
    others = [value for value in free if value not in values]
    most = len(every) + 1 if kind.most is None else kind.most
    yield from ({"options": [value], "own": None} for value in kind.exclusive)
    for picked in chain.from_iterable(combinations(named, n) for n in range(len(named) + 1)):
        for own in ("words", None) if kind.own_words else (None,):
            size = len(picked) + (own is not None)
            more = max(kind.least, 1) - size if kind.least else 0
            extra = others[: max(more, 0)]
            if size + len(extra) <= most and len(extra) >= more:
                chosen = {*picked, *extra}
                yield {"options": [value for value in every if value in chosen], "own": own}


def _orders(kind: Ranking, values: Sequence[Any]) -> Iterator[list[str]]:
    """Only who has a place matters to a condition."""
    every = [option.value for option in kind.choices]
    named = [value for value in every if value in values]
    others = [value for value in every if value not in values]
    for size in range(len(named) + 1):
        for picked in combinations(named, size):
            rest = kind.places - size
            if 0 <= rest <= len(others):
                yield [*picked, *others[:rest]]


def _day_beside(value: Any, days: int) -> str | None:
    try:
        return (date.fromisoformat(value) + timedelta(days=days)).isoformat()
    except (TypeError, ValueError, OverflowError):
        return None


def _time_beside(value: Any, step: int) -> str | None:
    try:
        hours, _sign, minutes = value.partition(":")
        total = int(hours) * 60 + int(minutes) + step
    except (AttributeError, ValueError):
        return None
    return f"{total // 60:02}:{total % 60:02}" if 0 <= total < _DAY_MINUTES else None


