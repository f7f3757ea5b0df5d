"""When a question is asked: by earlier answers, and by facts known before the first question.

A rule is one `Condition`, or several joined by `AllOf`, `AnyOf` and `Not`. An answer not given (not
reached, hidden) makes a condition false, whatever it says, and so `Not` of it true. A question that
was left out, or "hard to say", is an answer without a value: it is unlike every value, and
neither more nor less than any.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.absences import meant
from bot.domain.questions import OWN


class Op(StrEnum):
    IS = "is"
    IS_NOT = "is not"
    ONE_OF = "one of"
    INCLUDES = "includes"  # of several choices; of a ranking: is among the ranked
    MORE = "more than"
    LESS = "less than"
    AT_LEAST = "at least"
    AT_MOST = "at most"


ORDERED = frozenset({Op.MORE, Op.LESS, Op.AT_LEAST, Op.AT_MOST})


@dataclass(frozen=True)
class Condition:
    """On one earlier answer, or on a fact. `value`: as answers are stored."""

    item: str
    op: Op
    value: Any

    def holds(self, answers: Mapping[str, Any]) -> bool:
        if self.item not in answers:
            return False
        answer = meant(answers[self.item])
        if self.op is Op.IS:
            return bool(answer == self.value)
        if self.op is Op.IS_NOT:
            return bool(answer != self.value)
        if self.op is Op.ONE_OF:
            return answer in self.value
        if answer is None:
            return False
        if self.op in ORDERED:
            return _ordered(self.op, answer, self.value)
        if isinstance(answer, list):
            return self.value in answer
        if not isinstance(answer, Mapping):
            return False
        return answer["own"] is not None if self.value == OWN else self.value in answer["options"]

    def leaves(self) -> Iterator["Condition"]:
        yield self


@dataclass(frozen=True)
class AllOf:
    parts: tuple["Rule", ...]

    def holds(self, answers: Mapping[str, Any]) -> bool:
        return all(part.holds(answers) for part in self.parts)

    def leaves(self) -> Iterator[Condition]:
        for part in self.parts:
            yield from part.leaves()


@dataclass(frozen=True)
class AnyOf:
    parts: tuple["Rule", ...]

    def holds(self, answers: Mapping[str, Any]) -> bool:
        return any(part.holds(answers) for part in self.parts)

    def leaves(self) -> Iterator[Condition]:
        for part in self.parts:
            yield from part.leaves()


@dataclass(frozen=True)
class Not:
    part: "Rule"

    def holds(self, answers: Mapping[str, Any]) -> bool:
        return not self.part.holds(answers)

    def leaves(self) -> Iterator[Condition]:
        yield from self.part.leaves()


Rule = Condition | AllOf | AnyOf | Not


def _ordered(op: Op, answer: Any, value: Any) -> bool:
    """Numbers with numbers; dates and times of day, stored so that text sorts, with their like."""
    numbers = all(isinstance(one, int | float) for one in (answer, value))
    if not numbers and not all(isinstance(one, str) for one in (answer, value)):
        return False
    if op is Op.MORE:
        return bool(answer > value)
    if op is Op.LESS:
        return bool(answer < value)
    return bool(answer >= value) if op is Op.AT_LEAST else bool(answer <= value)


def dump_rule(rule: Rule) -> dict[str, Any]:
    """JSON from which `load_rule` makes an equal rule."""
    match rule:
        case AllOf(parts):
            return {"all": [dump_rule(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [dump_rule(part) for part in parts]}
        case Not(part):
            return {"not": dump_rule(part)}
        case Condition(item, op, value):
            return {"item": item, "op": op.value, "value": value}


def load_rule(raw: Mapping[str, Any]) -> Rule:
    if "all" in raw:
        return AllOf(tuple(load_rule(part) for part in raw["all"]))
    if "any" in raw:
        return AnyOf(tuple(load_rule(part) for part in raw["any"]))
    if "not" in raw:
        return Not(load_rule(raw["not"]))
    return Condition(raw["item"], Op(raw["op"]), raw["value"])
