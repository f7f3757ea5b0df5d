"""`relevant`, both ways: a rule of ours as an expression, and what an expression asks for.

Reading what was written gives an equal rule. An answer that was not given is like "" in XLSForm, so
`!=` holds without an answer there; our `is not` wants one, and is written with it:
`(${x} != '' and ${x} != 'a')`.
"""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from bot.domain.conditions import ORDERED, AllOf, AnyOf, Condition, Not, Op, Rule
from bot.domain.errors import Refusal
from bot.domain.questionnaires import FACTS
from bot.domain.questions import (
    OWN,
    Acknowledge,
    CalendarDate,
    Decimal,
    Kind,
    Multiple,
    Ranking,
    Single,
    TimeOfDay,
    YesNo,
    span_of,
)
from bot.reports.xlsform.expressions import Call, Compared, Dot, Joined, Name, Tree, Value

OTHER = "other"  # what `or_other` calls one's own words
READ = "OK"  # what XLSForm keeps of `acknowledge`
_SIGNS = {Op.IS: "=", Op.MORE: ">", Op.LESS: "<", Op.AT_LEAST: ">=", Op.AT_MOST: "<="}
_OPS = {sign: op for op, sign in _SIGNS.items()}
_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
Kinds = Mapping[str, Kind]
_SEVERAL = (Multiple, Ranking)  # kinds whose answers hold several values


class ItemNotKnown(Refusal):
    """args: item."""

    key = "xlsform-item-not-known"


class ComparedBadly(Refusal):
    """Not an answer with a value."""

    key = "xlsform-compared-badly"


class ValueNotOffered(Refusal):
    """args: value, item."""

    key = "xlsform-value-not-offered"


class NumberNeeded(Refusal):
    """args: value, item."""

    key = "xlsform-number-needed"


class MomentNeeded(Refusal):
    """A day or a time of day; args: value, item, sample."""

    key = "xlsform-moment-needed"


class OrderNotKnown(Refusal):
    """More or less of what has no order; args: item."""

    key = "xlsform-order-not-known"


class SelectedNeeded(Refusal):
    """Several choices compared with one; args: item, sample."""

    key = "xlsform-selected-needed"


class DotOnlyInConstraint(Refusal):
    key = "xlsform-dot-only-in-constraint"


class NotSaidHere(Refusal):
    """A function that cannot stand where it stands; args: function."""

    key = "xlsform-function-not-here"


def said(rule: Rule, kinds: Kinds) -> str:
    """The rule as an expression; `kinds`: of the items it names."""
    match rule:
        case AllOf(parts):
            return " and ".join(_bracketed(part, kinds) for part in parts)
        case AnyOf(parts):
            return " or ".join(_bracketed(part, kinds) for part in parts)
        case Not(part):
            return f"not({said(part, kinds)})"
        case Condition():
            return _condition(rule, kinds.get(rule.item))


def _bracketed(rule: Rule, kinds: Kinds) -> str:
    words = said(rule, kinds)
    joined = isinstance(rule, AllOf | AnyOf) or (
        isinstance(rule, Condition)
        and (rule.op is Op.ONE_OF or (rule.op is Op.IS_NOT and rule.value is not None))
    )
    return f"({words})" if joined else words


def _condition(when: Condition, kind: Kind | None) -> str:
    name = f"${{{when.item}}}"
    if when.op is Op.INCLUDES:
        return f"selected({name}, {quoted(OTHER if when.value == OWN else when.value)})"
    if when.op is Op.ONE_OF:
        return " or ".join(f"{name} = {_value(one, kind)}" for one in when.value)
    if when.op is Op.IS_NOT:
        unlike = "" if when.value is None else f" and {name} != {_value(when.value, kind)}"
        return f"{name} != ''{unlike}"
    return f"{name} {_SIGNS[when.op]} {_value(when.value, kind)}"


def _value(value: Any, kind: Kind | None) -> str:
    if value is None:
        return "''"
    if isinstance(kind, Acknowledge):
        return quoted(READ)
    if isinstance(value, bool):
        return "'yes'" if value else "'no'"
    if isinstance(value, int | float):
        return str(value)
    return f"date({quoted(value)})" if isinstance(kind, CalendarDate) else quoted(value)


def quoted(text: str) -> str:
    """XPath knows no way to say both marks in one text: the one that is not in it is taken."""
    return f'"{text}"' if "'" in text else f"'{text}'"


def meant(tree: Tree, kinds: Kinds) -> Rule:
    """What is asked for. Raises the refusals above; `kinds`: of every item there is."""
    return _Meaning(kinds).rule(tree)


class _Meaning:
    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds

    def rule(self, tree: Tree) -> Rule:
        match tree:
            case Joined(word, parts):
                return self._joined(word, parts)
            case Compared(sign, Name(item), right):
                return self._compared(item, sign, _literal(right))
            case Compared(sign, left, Name(item)):
                return self._compared(item, _FLIPPED.get(sign, sign), _literal(left))
            case Call("not", (part,)):
                return Not(self.rule(part))
            case Call("selected", (Name(item), Value(value))):
                return self._selected(item, value)
            case Call(function):
                raise NotSaidHere(function=f"{function}()")
            case Dot() | Compared(_, Dot(), _) | Compared(_, _, Dot()):
                raise DotOnlyInConstraint
        raise ComparedBadly

    def _joined(self, word: str, parts: tuple[Tree, ...]) -> Rule:
        rules = tuple(self.rule(part) for part in parts)
        if word == "or":
            return _one_of(rules, self._kinds) or AnyOf(rules)
        if len(parts) == 2 and _answered_and_unlike(parts):
            unlike = rules[1]
            assert isinstance(unlike, Not)
            assert isinstance(unlike.part, Condition)
            return Condition(unlike.part.item, Op.IS_NOT, unlike.part.value)
        return AllOf(rules)

    def _compared(self, item: str, sign: str, value: str | float) -> Rule:
        kind = self._kind(item)
        if value == "":
            if sign not in ("=", "!="):
                raise ComparedBadly
            answered = Condition(item, Op.IS_NOT, None)
            return answered if sign == "!=" else Not(answered)
        if isinstance(kind, _SEVERAL):
            sample = f"selected(${{{item}}}, {quoted(str(value))})"
            raise SelectedNeeded(item=item, sample=sample)
        value = _stored(item, kind, value)
        if sign == "!=":
            return Not(Condition(item, Op.IS, value))
        op = _OPS[sign]
        if op in ORDERED and (isinstance(kind, Single | YesNo | Acknowledge) or kind is None):
            raise OrderNotKnown(item=item)
        return Condition(item, op, value)

    def _selected(self, item: str, value: str | float) -> Rule:
        kind = self._kind(item)
        if not isinstance(kind, _SEVERAL):
            return Condition(item, Op.IS, _stored(item, kind, value))
        if str(value) in {option.value for option in kind.options()}:
            return Condition(item, Op.INCLUDES, str(value))
        if str(value) == OTHER and isinstance(kind, Multiple) and kind.own_words:
            return Condition(item, Op.INCLUDES, OWN)
        raise ValueNotOffered(value=str(value), item=item)

    def _kind(self, item: str) -> Kind | None:
        """None for a fact."""
        if item not in self._kinds and item not in FACTS:
            raise ItemNotKnown(item=item)
        return self._kinds.get(item)


def _one_of(rules: tuple[Rule, ...], kinds: Kinds) -> Condition | None:
    """`${x} = 'a' or ${x} = 'b'` is one condition, where the engine knows it."""
    first = rules[0]
    if not isinstance(first, Condition) or not isinstance(kinds.get(first.item), Single | None):
        return None
    values = []
    for rule in rules:
        if not isinstance(rule, Condition) or (rule.item, rule.op) != (first.item, Op.IS):
            return None
        values.append(rule.value)
    return Condition(first.item, Op.ONE_OF, values)


def _answered_and_unlike(parts: tuple[Tree, ...]) -> bool:
    match parts:
        case (
            Compared("!=", Name(first), Value("")),
            Compared("!=", Name(second), Value(value)),
        ):
            return first == second and value != ""
    return False


def _literal(tree: Tree) -> str | int | float:
    match tree:
        case Value(value):
            return value
        case Call("date", (Value(str(value)),)):
            return value
        case Dot():
            raise DotOnlyInConstraint
    raise ComparedBadly


def _stored(item: str, kind: Kind | None, value: str | float) -> Any:
    """The value as answers are stored."""
    if kind is None:
        known = FACTS[item]
        if known is not None and value not in known:
            raise ValueNotOffered(value=str(value), item=item)
        return str(value)
    if isinstance(kind, YesNo):
        if value not in ("yes", "no"):
            raise ValueNotOffered(value=str(value), item=item)
        return value == "yes"
    if isinstance(kind, Acknowledge):
        if str(value) != READ:
            raise ValueNotOffered(value=str(value), item=item)
        return True
    if isinstance(kind, CalendarDate | TimeOfDay):
        return _moment(item, kind, str(value))
    if isinstance(kind, Decimal) or span_of(kind) is not None:
        return _number(item, value, whole=not isinstance(kind, Decimal))
    if kind.options() and str(value) not in {option.value for option in kind.options()}:
        raise ValueNotOffered(value=str(value), item=item)
    return str(value)


def _moment(item: str, kind: Kind, value: str) -> str:
    try:
        if isinstance(kind, CalendarDate):
            return date.fromisoformat(value).isoformat()
        return f"{time.fromisoformat(value):%H:%M}"
    except ValueError:
        sample = "date('2026-09-01')" if isinstance(kind, CalendarDate) else "'16:30'"
        raise MomentNeeded(value=value, item=item, sample=sample) from None


def _number(item: str, value: str | float, *, whole: bool) -> int | float:
    try:
        number = float(value)
    except ValueError:
        raise NumberNeeded(value=str(value), item=item) from None
    if not whole:
        return number
    if not number.is_integer():
        raise NumberNeeded(value=str(value), item=item)
    return int(number)
