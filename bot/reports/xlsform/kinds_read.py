"""Which kind of question the columns of an XLSForm mean.

What XLSForm has no word for (how many buttons stand in a row) is said in the column `bot`:
`columns=5; longest=200`. It holds only what the other columns do not say already.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from bot.domain.errors import Refusal
from bot.domain.questions import KINDS, Kind, Option
from bot.domain.questions.base import dump_options
from bot.reports.xlsform import limits
from bot.reports.xlsform.kinds import IN_COLUMNS, LIKERT, Said
from bot.reports.xlsform.limits import Limits

MOST = 10_000  # of any number in the column `bot`
WIDEST_RANGE = 30  # steps of a scale
WIDEST_ROW = 8  # buttons
LOWEST, HIGHEST = -999_999_999, 999_999_999  # of a number without limits


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


def kind_of(
    say: Said, limit: Limits, own: Mapping[str, Any], shortcuts: tuple[dict[str, Any], ...] = ()
) -> Kind:
    """`own`: what the column `bot` says, as `own_read` gives it. Raises the refusals above."""
    if say.type not in _TYPES:
        raise TypeNotKnown(type=say.type)
    key, params = _TYPES[say.type](say, limit)
    more = dict(own)
    wanted = str(more.pop("kind", key))
    names = {one.name for one in fields(KINDS[wanted])}
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
        (word[len(IN_COLUMNS) :] for word in say.appearance.split() if word.startswith(IN_COLUMNS)),
        "",
    )
    usual = not columns.isdecimal() or not 1 <= int(columns) <= WIDEST_ROW
    params["columns"] = 1 if usual else int(columns)
    return "", params


def _of_one(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit)
    _, params = _of_choice(say, limit)
    labels = {option.value: option.label.as_dict() for option in say.options}
    if LIKERT in say.appearance.split() and (low := _first_step(say.options)) is not None:
        return "likert", {**params, "low": low, "labels": list(labels.values())}
    if set(labels) == {"yes", "no"} and len(say.options) == 2:
        return "yes_no", {**params, **labels}
    return "single", params


def _first_step(options: tuple[Option, ...]) -> int | None:
    """Of options that are called 1, 2, 3 and so on."""
    values = [option.value for option in options]
    if not values[0].isdecimal():
        return None
    low = int(values[0])
    return low if values == [str(low + n) for n in range(len(values))] else None


def _of_several(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit, "least", "most", "alone")
    _, params = _of_choice(say, limit)
    params["least"] = 1 if limit.least is None else limit.least
    params["most"] = limit.most
    params["own_words"] = say.or_other
    params["exclusive"] = list(limit.alone)
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


def _of_decimal(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    """Without limits of its own, as wide as whole numbers are."""
    _only(limit, "low", "high")
    low = LOWEST if limit.low is None else limit.low
    return "decimal", {
        "low": float(low),
        "high": float(HIGHEST if limit.high is None else limit.high),
    }


def _of_date(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    """Only today can be a limit: a day that is fixed would be over one day."""
    _only(limit, "last")
    if limit.last not in (None, limits.TODAY):
        raise LimitsDoNotFit
    return "date", {"ahead": limit.last is None, "calendar": True}


def _of_time(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit)
    return "time", {}


def _of_rank(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit, "most")
    _, params = _of_choice(say, limit)
    return "ranking", {**params, "most": limit.most}


def _of_reading(say: Said, limit: Limits) -> tuple[str, dict[str, Any]]:
    _only(limit)
    assert say.button is not None
    return "acknowledge", {"label": say.button.as_dict()}


_TYPES: Mapping[str, Callable[[Said, Limits], tuple[str, dict[str, Any]]]] = {
    "range": _of_range,
    "select_one": _of_one,
    "select_multiple": _of_several,
    "text": _of_text,
    "integer": _of_integer,
    "date": _of_date,
    "decimal": _of_decimal,
    "time": _of_time,
    "rank": _of_rank,
    "acknowledge": _of_reading,
    "note": _of_reading,
}

# what may stand there, and of which sort it is
_OWN: Mapping[str, type] = {
    "kind": str,
    "columns": int,
    "longest": int,
    "buttons": bool,
    "youngest": int,
    "oldest": int,
    "calendar": bool,
    "ahead": bool,
    "first": int,
    "last": int,
    "places": int,
    "matrix": bool,
}


def own_words(kind: Kind, say: Said, limit: Limits) -> dict[str, Any]:
    """What the public columns do not say of this kind."""
    own: dict[str, Any] = {} if kind.key == _usual(say, limit) else {"kind": kind.key}
    plain = kind_of(say, limit, own, tuple(kind.params().get("shortcuts", ())))
    names = {one.name for one in fields(kind)} & _OWN.keys()
    for name in sorted(names):
        if getattr(kind, name) != getattr(plain, name):
            own[name] = getattr(kind, name)
    return own


def _usual(say: Said, limit: Limits) -> str:
    return _TYPES[say.type](say, limit)[0]


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
