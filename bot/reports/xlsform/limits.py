"""`constraint`, both ways: what an answer may be, as limits on `.` joined by `and`."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from bot.domain.errors import Refusal
from bot.reports.xlsform.expressions import Call, Compared, Dot, Joined, Tree, Value

_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}
TODAY = "today"


class ConstraintNotKnown(Refusal):
    """Right, and more than we can hold people to."""

    key = "xlsform-constraint-not-known"


class LimitNotWhole(Refusal):
    """args: value."""

    key = "xlsform-limit-not-whole"


@dataclass(frozen=True)
class Limits:
    """None: as far as one likes. Dates are "2026-09-01" or `TODAY`, times of day "08:30"."""

    low: float | None = None
    high: float | None = None
    above: float | None = None  # and not equal
    below: float | None = None
    first: str | None = None
    last: str | None = None
    longest: int | None = None  # characters
    least: int | None = None  # choices
    most: int | None = None
    alone: tuple[str, ...] = ()  # values that exclude every other

    def known(self) -> set[str]:
        return {one.name for one in fields(self) if getattr(self, one.name) not in (None, ())}


def read(tree: Tree | None) -> Limits:
    """Raises the refusals above."""
    limits = Limits()
    for part in _parts(tree):
        limits = _narrowed(limits, part)
    return limits


def _parts(tree: Tree | None) -> Iterator[Tree]:
    match tree:
        case None:
            return
        case Joined("and", parts):
            for part in parts:
                yield from _parts(part)
        case _:
            yield tree


def _narrowed(limits: Limits, part: Tree) -> Limits:
    match part:
        case Call(
            "not",
            (
                Joined(
                    "and",
                    (
                        Call("selected", (Dot(), Value(value))),
                        Compared(">", Call("count-selected", (Dot(),)), Value(1)),
                    ),
                ),
            ),
        ):
            return replace(limits, alone=(*limits.alone, str(value)))
        case Compared("!=", Dot(), Value("")):
            return limits  # an answer is an answer
        case Compared(sign, (Dot() | Call()) as what, limit) if sign != "!=":
            return _limited(limits, what, sign, limit)
        case Compared(sign, limit, (Dot() | Call()) as what) if sign != "!=":
            return _limited(limits, what, _FLIPPED[sign], limit)
    raise ConstraintNotKnown


def _limited(limits: Limits, what: Tree, sign: str, limit: Tree) -> Limits:
    match what, limit:
        case Call("string-length", (Dot(),)), Value(value):
            if (sign, value) in ((">", 0), (">=", 1)):
                return limits
            if sign in ("<", "<="):
                return replace(limits, longest=_whole(value) - (sign == "<"))
        case Call("count-selected", (Dot(),)), Value(value):
            count = _whole(value)
            if sign == "=":
                return replace(limits, least=count, most=count)
            if sign in ("<", "<="):
                return replace(limits, most=count - (sign == "<"))
            return replace(limits, least=count + (sign == ">"))
        case Dot(), Value(value) if not isinstance(value, str):
            match sign:
                case "=":
                    return replace(limits, low=value, high=value)
                case ">=":
                    return replace(limits, low=value)
                case "<=":
                    return replace(limits, high=value)
                case ">":
                    return replace(limits, above=value)
            return replace(limits, below=value)
        case Dot(), (Call("today", ()) | Call("date", (Value(str()),)) | Value(str())):
            if sign == ">=":
                return replace(limits, first=_moment(limit))
            if sign == "<=":
                return replace(limits, last=_moment(limit))
    raise ConstraintNotKnown


def _moment(tree: Tree) -> str:
    match tree:
        case Call("date", (Value(value),)) | Value(value):
            return str(value)
    return TODAY


def _whole(value: str | float) -> int:
    if isinstance(value, str) or not float(value).is_integer():
        raise LimitNotWhole(value=str(value))
    return int(value)


def joined(*parts: str | None) -> str:
    return " and ".join(part for part in parts if part)


def between(low: float | None, high: float | None) -> str:
    return joined(
        None if low is None else f". >= {low}", None if high is None else f". <= {high}"
    )


def chosen(least: int | None, most: int | None) -> str:
    return joined(
        None if least is None else f"count-selected(.) >= {least}",
        None if most is None else f"count-selected(.) <= {most}",
    )


def excluding(value: str) -> str:
    return f"not(selected(., '{value}') and count-selected(.) > 1)"
