"""What can be counted, averaged or only read of the answers to each kind of question."""

from collections.abc import Hashable, Iterable
from enum import StrEnum
from typing import Any

from bot.domain.questionnaires import Item
from bot.domain.questions.base import Kind


class Measure(StrEnum):
    ORDERED = "ordered"  # whole numbers of a scale: bars in their order, a mean
    NAMED = "named"  # one of some options: bars
    NUMBER = "number"  # any number: bars of ranges, a mean
    MOMENT = "moment"  # a day or an hour: bars of ranges
    SEVERAL = "several"  # some of the options: a bar for each, more than all together
    RANKED = "ranked"  # options in an order: the mean place of each
    WORDS = "words"  # read, not counted
    MARK = "mark"  # only that it was given


_OF = {
    "scale": Measure.ORDERED,
    "likert": Measure.ORDERED,
    "single": Measure.NAMED,
    "yes_no": Measure.NAMED,
    "number": Measure.NUMBER,
    "decimal": Measure.NUMBER,
    "date": Measure.MOMENT,
    "calendar_date": Measure.MOMENT,
    "time": Measure.MOMENT,
    "multiple": Measure.SEVERAL,
    "ranking": Measure.RANKED,
    "text": Measure.WORDS,
    "long_text": Measure.WORDS,
    "acknowledge": Measure.MARK,
    "week": Measure.MARK,
}
MEANS = frozenset({Measure.ORDERED, Measure.NUMBER})
IN_ORDER = frozenset({Measure.ORDERED, Measure.NUMBER, Measure.MOMENT})


def measure_of(kind: Kind) -> Measure:
    return _OF[kind.key]


def categories(item: Item, given: Iterable[Any]) -> tuple[Hashable, ...]:
    """The answers to count apart, in order: those offered, and those given that are no more."""
    measure, said = measure_of(item.kind), set(given)
    if measure in IN_ORDER:
        offered = _points(item) if measure is Measure.ORDERED else ()
        return tuple(sorted(said.union(offered)))
    values: list[Hashable] = [True, False] if item.kind.key == "yes_no" else _points(item, str)
    return tuple(dict.fromkeys([*values, *sorted(said.difference(values))]))


def _points(item: Item, of: Any = int) -> list[Any]:
    return [of(option.value) for option in item.kind.options()]
