"""The buttons under a question, for each kind of it.

A button carries "<item>:<value>". One that ticks says what is to be afterwards (`ON`, `OFF`), and
one that takes back says how many places there were: so a second press changes nothing.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from bot.dialogs.parts.lines import button, spoken, worded
from bot.dialogs.parts.month_grid import month_rows
from bot.dialogs.parts.screens import Hands
from bot.domain.questionnaires import Item
from bot.domain.questions import (
    OWN,
    UNDO,
    CalendarDate,
    Decimal,
    Multiple,
    Number,
    Ranking,
    Text,
    TimeOfDay,
    Week,
)
from bot.domain.questions.base import OFF, ON

Buttons = list[dict[str, str]]


def answers(at_hand: Hands, item: Item, chosen: Any) -> Buttons:
    """What can be tapped as an answer. `chosen`: what is ticked or ranked so far."""
    match item.kind:
        case Week() as kind:
            return list(_week(at_hand, item.key, kind, chosen))
        case Multiple() as kind:
            return list(_ticks(at_hand, item.key, kind, chosen))
        case Ranking() as kind:
            return list(_places(at_hand, item.key, kind, chosen or []))
    return [
        button(f"{item.key}:{option.value}", spoken(at_hand, option.label))
        for option in item.kind.options()
    ]


def how_to_type(at_hand: Hands, item: Item) -> str | None:
    """What may be written, where the question itself has no hint and the buttons do not say it."""
    match item.kind:
        case Number(buttons=False) as kind:
            return worded(at_hand, "question-type-number", low=str(kind.low), high=str(kind.high))
        case Decimal() as real:
            low, high = (real.shown(one, at_hand.reader.locale) for one in (real.low, real.high))
            return worded(at_hand, "question-type-number", low=low, high=high)
        case CalendarDate(calendar=True):
            return worded(at_hand, "question-type-day")
        case CalendarDate():
            return worded(at_hand, "question-type-date")
        case TimeOfDay():
            return worded(at_hand, "question-type-time")
        case Text():
            return worded(at_hand, "question-type-words")
    return None


def columns(item: Item, chosen: Any) -> int | tuple[int, ...]:
    if isinstance(item.kind, Week):
        return tuple(len(row) for row in item.kind.grid(chosen))
    return item.kind.columns


def days(at_hand: Hands, item: Item, opened: date, today: date) -> tuple[Buttons, tuple[int, ...]]:
    """A calendar of the month of `opened`, and how many buttons stand in each row."""
    assert isinstance(item.kind, CalendarDate)
    rows = list(month_rows(opened, *item.kind.span(today), at_hand.reader.locale))
    buttons = [button(f"{item.key}:{value}", label) for label, value in chain.from_iterable(rows)]
    return buttons, tuple(len(row) for row in rows)


def _week(at_hand: Hands, key: str, kind: Week, chosen: Any) -> Iterator[dict[str, str]]:
    """A tick only where there is one: the grid is narrow."""
    for cell in chain.from_iterable(kind.grid(chosen)):
        label = spoken(at_hand, cell.label)
        sign = OFF if cell.ticked else ON
        yield button(f"{key}:{sign}{cell.value}", f"☑ {label}" if cell.ticked else label)


def _ticks(at_hand: Hands, key: str, kind: Multiple, chosen: Any) -> Iterator[dict[str, str]]:
    """Own words stand last and can be taken back."""
    picked = (chosen or {}).get("options", ())
    for option in kind.choices:
        ticked = option.value in picked
        label = f"{'☑' if ticked else '☐'} {spoken(at_hand, option.label)}"
        yield button(f"{key}:{OFF if ticked else ON}{option.value}", label)
    if own := (chosen or {}).get("own"):
        yield button(f"{key}:{OFF}{OWN}", f"☑ {' '.join(own.split())}")


def _places(
    at_hand: Hands, key: str, kind: Ranking, ranked: list[str]
) -> Iterator[dict[str, str]]:
    """The options stay where they are and get their number; the last tap can be taken back."""
    for option in kind.choices:
        label = spoken(at_hand, option.label)
        if option.value in ranked:
            place = ranked.index(option.value) + 1
            yield button(f"{key}:{OFF}{option.value}", f"{place}. {label}")
        else:
            yield button(f"{key}:{ON}{option.value}", f"☐ {label}")
    if ranked:
        yield button(f"{key}:{UNDO}{len(ranked)}", worded(at_hand, "question-undo"))
