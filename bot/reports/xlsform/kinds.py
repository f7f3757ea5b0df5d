"""How each kind of question is said in the columns of an XLSForm, and understood from them.

What XLSForm has no word for (how many buttons stand in a row) is said in the column `bot`:
`columns=5; longest=200`. It holds only what the other columns do not say already.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from bot.domain.errors import Refusal
from bot.domain.questions import (
    KINDS,
    CalendarDate,
    Kind,
    Multiple,
    Number,
    Option,
    Scale,
    Single,
    Text,
    Week,
    YesNo,
)
from bot.domain.questions.base import dump_options
from bot.reports.xlsform import limits
from bot.reports.xlsform.limits import Limits

MOST = 10_000  # of any number in the column `bot`
WIDEST_RANGE = 30  # steps of a scale
LOWEST, HIGHEST = -999_999_999, 999_999_999  # of a whole number without limits
ASKED_ONCE = "columns-"  # the appearance that says how many buttons stand in a row


class TypeNotKnown(Refusal):
    """args: type."""

    key = "xlsform-type-not-known"


class ListNeeded(Refusal):
    key = "xlsform-list-needed"


class RangeNotKnown(Refusal):
    """Not from a whole number to a higher one by steps of one; args: most."""

    key = "xlsform-range-not-known"


class LimitsDoNotFit(Refusal):
    """A constraint that this kind of question cannot keep."""

    key = "xlsform-limits-do-not-fit"


class KindImpossible(Refusal):
    """What the columns say together cannot be."""

    key = "xlsform-kind-impossible"


class OwnColumnWrong(Refusal):
    """args: part."""

    key = "xlsform-own-column-wrong"


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


# --- out ---


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


def _multiple(kind: Multiple) -> Said:
    least = kind.least if kind.least != 1 else None
    return Said(
        "select_multiple",
        kind.choices,
        or_other=kind.own_words,
        constraint=limits.chosen(least, kind.most),
        appearance=_in_columns(kind) if not isinstance(kind, Week) else "",
    )


def _yes_no(kind: YesNo) -> Said:
    return Said("select_one", tuple(kind.options()), appearance=_in_columns(kind))


def _in_columns(kind: Kind) -> str:
    return f"{ASKED_ONCE}{kind.columns}" if kind.columns > 1 else ""


def _text(kind: Text) -> Said:
    return Said("text", constraint=f"string-length(.) <= {kind.longest}", appearance="multiline")


def _number(kind: Number) -> Said:
    return Said("integer", constraint=limits.between(kind.low, kind.high))


def _date(kind: CalendarDate) -> Said:
    return Said("date", constraint=". <= today()")


_SAID: Mapping[type, Callable[[Any], Said]] = {
    Scale: _scale,
    Single: _single,
    Multiple: _multiple,
    Week: _multiple,
    YesNo: _yes_no,
    Text: _text,
    Number: _number,
    CalendarDate: _date,
}

# --- in ---

_TYPES: dict[str, Callable[[Said, Limits], tuple[str, dict[str, Any]]]] = {}


def kind_of(
    say: Said, limit: Limits, own: Mapping[str, Any], shortcuts: tuple[dict[str, Any], ...] = ()
) -> Kind:
    """`own`: what the column `bot` says, as `own_read` gives it. Raises the refusals above."""
    if say.type not in _TYPES:
        raise TypeNotKnown(type=say.type)
    key, params = _TYPES[say.type](say, limit)
    more = dict(own)
    wanted = str(more.pop("kind", key))
    names = {one.name for one in fields(KINDS[wanted])}  # type: ignore[arg-type]  # all dataclasses
    if shortcuts:
        params["shortcuts"] = list(shortcuts)
    params = {name: value for name, value in params.items() if name in names}
    for name, value in more.items():
        if name not in names:
            raise OwnColumnWrong(part=name)
        params[name] = value
    try:
        made = KINDS[wanted].load(params)
        return KINDS[wanted].load(made.params())  # what is not stored is as usual
    except (KeyError, TypeError, ValueError):
        raise KindImpossible from None


def _only(limit: Limits, *fitting: str) -> None:
    if limit.known() - set(fitting):
        raise LimitsDoNotFit


def _of_range(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit)
    try:
        low, high, step = (
            float(say.parameters.get(name, usual))
            for name, usual in (("start", "0"), ("end", "10"), ("step", "1"))
        )
    except ValueError:
        raise RangeNotKnown(most=WIDEST_RANGE) from None
    if step != 1 or not (low.is_integer() and high.is_integer() and 0 < high - low <= WIDEST_RANGE):
        raise RangeNotKnown(most=WIDEST_RANGE)
    params: dict[str, Any] = {"low": int(low), "high": int(high)}
    for name, end in (("low_label", low), ("high_label", high)):
        for tick in say.ticks:
            if tick.value == str(int(end)):
                params[name] = tick.label.as_dict()
    return "scale", params


def _of_choice(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    if not say.options:
        raise ListNeeded
    params: dict[str, Any] = {"choices": dump_options(say.options)}
    columns = next(
        (word[len(ASKED_ONCE) :] for word in say.appearance.split() if word.startswith(ASKED_ONCE)),
        "",
    )
    params["columns"] = int(columns) if columns.isdecimal() and 1 <= int(columns) <= 8 else 1
    return "", params


def _of_one(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit)
    _, params = _of_choice(say, limit)
    labels = {option.value: option.label.as_dict() for option in say.options}
    if set(labels) == {"yes", "no"} and len(say.options) == 2:
        return "yes_no", {**params, **labels}
    return "single", params


def _of_several(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit, "least", "most", "alone")
    _, params = _of_choice(say, limit)
    params["least"] = 1 if limit.least is None else limit.least
    params["most"] = limit.most
    params["own_words"] = say.or_other
    return "multiple", params


def _of_text(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit, "longest")
    return "text", {} if limit.longest is None else {"longest": limit.longest}


def _of_integer(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit, "low", "high", "above", "below")
    low = _highest(limit.low, None if limit.above is None else limit.above + 1, LOWEST)
    high = -_highest(
        None if limit.high is None else -limit.high,
        None if limit.below is None else 1 - limit.below,
        -HIGHEST,
    )
    return "number", {"low": low, "high": high}


def _highest(*known: float | None) -> int:
    found = max(one for one in known if one is not None)
    if not float(found).is_integer():
        raise limits.LimitNotWhole(value=str(found))
    return int(found)


def _of_date(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit, "last")
    return "date", {}


_TYPES |= {
    "range": _of_range,
    "select_one": _of_one,
    "select_multiple": _of_several,
    "text": _of_text,
    "integer": _of_integer,
    "date": _of_date,
}

# --- the column `bot` ---

# what may stand there, and of which sort it is
_OWN: Mapping[str, type] = {
    "kind": str,
    "columns": int,
    "longest": int,
    "buttons": bool,
    "youngest": int,
    "oldest": int,
    "matrix": bool,
}


def own_words(kind: Kind, say: Said, limit: Limits) -> dict[str, Any]:
    """What the public columns do not say of this kind."""
    shortcuts = tuple(kind.params().get("shortcuts", ()))
    plain = kind_of(say, limit, {} if kind.key == _usual(say) else {"kind": kind.key}, shortcuts)
    own: dict[str, Any] = {} if kind.key == _usual(say) else {"kind": kind.key}
    usual = plain.params()
    for name, value in kind.params().items():
        if usual.get(name) != value:
            own[name] = value
    return own


def _usual(say: Said) -> str:
    return _TYPES[say.type](say, Limits())[0]


def own_written(own: Mapping[str, Any]) -> str:
    return "; ".join(
        f"{name}={str(value).lower() if isinstance(value, bool) else value}"
        for name, value in own.items()
    )


def own_read(raw: str) -> dict[str, Any]:
    """Raises `OwnColumnWrong`."""
    found: dict[str, Any] = {}
    for part in filter(None, (one.strip() for one in raw.replace("\n", ";").split(";"))):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign or name not in _OWN or name in found:
            raise OwnColumnWrong(part=part[:40])
        found[name] = _own_value(_OWN[name], value, part)
        if name == "kind" and value not in KINDS:
            raise OwnColumnWrong(part=part[:40])
    return found


def _own_value(sort: type, value: str, part: str) -> Any:
    if sort is bool and value in ("true", "false"):
        return value == "true"
    if sort is int and value.isdecimal() and value.isascii() and int(value) <= MOST:
        return int(value)
    if sort is str:
        return value
    raise OwnColumnWrong(part=part[:40])
