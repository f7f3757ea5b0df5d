"""What an XLSForm says of each kind of question, in its public columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.domain.questions import (
    Acknowledge,
    CalendarDate,
    Decimal,
    Kind,
    Likert,
    Multiple,
    Number,
    Option,
    Ranking,
    Scale,
    Single,
    Text,
    TimeOfDay,
    Week,
    YesNo,
)
from bot.domain.words import Words
from bot.reports.xlsform import limits

IN_COLUMNS = "columns-"  # the appearance that says how many buttons stand in a row
LIKERT = "likert"  # the appearance of a scale whose steps have words


@dataclass(frozen=True)
class Said:
    """What the public columns say of a kind; `ticks`: the labels of a range's steps."""

    type: str
    options: tuple[Option, ...] = ()
    or_other: bool = False
    parameters: Mapping[str, str] = field(default_factory=dict)
    constraint: str = ""
    appearance: str = ""
    ticks: tuple[Option, ...] = ()
    button: Words | None = None  # under something to read


def said(kind: Kind) -> Said:
    return _SAID[type(kind)](kind)


def _scale(kind: Scale) -> Said:
    ends = ((kind.low, kind.low_label), (kind.high, kind.high_label))
    return Said(
        "range",
        parameters={"start": str(kind.low), "end": str(kind.high), "step": "1"},
        ticks=tuple(Option(str(value), label) for value, label in ends if label is not None),
    )


def _single(kind: Single) -> Said:
    return Said("select_one", kind.choices, appearance=_in_columns(kind))


def _likert(kind: Likert) -> Said:
    look = " ".join(filter(None, (LIKERT, _in_columns(kind))))
    return Said("select_one", tuple(kind.options()), appearance=look)


def _multiple(kind: Multiple) -> Said:
    least = kind.least if kind.least != 1 else None
    alone = [limits.excluding(value) for value in kind.exclusive]
    return Said(
        "select_multiple",
        kind.choices,
        or_other=kind.own_words,
        constraint=limits.joined(limits.chosen(least, kind.most), *alone),
        appearance=_in_columns(kind) if not isinstance(kind, Week) else "",
    )


def _yes_no(kind: YesNo) -> Said:
    return Said("select_one", tuple(kind.options()), appearance=_in_columns(kind))


def _in_columns(kind: Kind) -> str:
    return f"{IN_COLUMNS}{kind.columns}" if kind.columns > 1 else ""


def _text(kind: Text) -> Said:
    return Said("text", constraint=f"string-length(.) <= {kind.longest}", appearance="multiline")


def _number(kind: Number) -> Said:
    return Said("integer", constraint=limits.between(kind.low, kind.high))


def _decimal(kind: Decimal) -> Said:
    return Said("decimal", constraint=limits.between(float(kind.low), float(kind.high)))


def _date(kind: CalendarDate) -> Said:
    return Said("date", constraint="" if kind.ahead else ". <= today()")


def _time(kind: TimeOfDay) -> Said:
    return Said("time")


def _ranking(kind: Ranking) -> Said:
    return Said(
        "rank",
        kind.choices,
        constraint=limits.chosen(None, kind.most),
        appearance=_in_columns(kind),
    )


def _acknowledge(kind: Acknowledge) -> Said:
    return Said("acknowledge", button=kind.label)


_SAID: Mapping[type, Callable[[Any], Said]] = {
    Scale: _scale,
    Likert: _likert,
    Single: _single,
    Multiple: _multiple,
    Week: _multiple,
    YesNo: _yes_no,
    Text: _text,
    Number: _number,
    Decimal: _decimal,
    CalendarDate: _date,
    TimeOfDay: _time,
    Ranking: _ranking,
    Acknowledge: _acknowledge,
}
