"""What every kind of question can do, and the buttons it offers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, Protocol, Self

from bot.domain.errors import ChoiceUncertain
from bot.domain.questions.lexicon import Lexicon
from bot.domain.questions.likeness import likeliest
from bot.domain.questions.plain_words import plain
from bot.domain.words import Words

_SHORTEST_PREFIX = 2


@dataclass(frozen=True)
class Option:
    """`value` is what is stored and what a button carries: short and ASCII."""

    value: str
    label: Words


class Kind(Protocol):
    """Each is a dataclass, whose fields are what a questionnaire says of the question."""

    key: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def columns(self) -> int:
        """How many buttons stand in a row."""

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        """From what `params` gave. Raises `TypeError` or `ValueError` for anything else."""

    def params(self) -> dict[str, Any]:
        """JSON that `load` understands."""

    def options(self) -> Sequence[Option]:
        """Buttons to offer; none means the person types the answer."""

    def accept(self, raw: str, lexicon: Lexicon) -> Any:
        """What is stored for what the person pressed or typed; raises `AnswerNotUnderstood`."""

    def shown(self, value: Any, locale: str, tone: str = "vy") -> str:
        """A stored answer as people read it."""

    def summarise(self, values: Sequence[Any]) -> dict[str, Any]:
        """What all the answers say together; None is a skipped question and is not counted."""


ON, OFF = "+", "-"  # before the value a button carries: what its press leads to, however often


def switched(pressed: str, values: Collection[str]) -> tuple[str, bool] | None:
    """The value of a tick button and whether it is to stand; None for anything else."""
    sign, value = pressed[:1], pressed[1:]
    return (value, sign == ON) if sign in (ON, OFF) and value in values else None


def given(values: Sequence[Any]) -> list[Any]:
    return [value for value in values if value is not None]


@lru_cache(maxsize=4096)
def _plain_texts(label: Words) -> tuple[str, ...]:
    """A label in all its variants as `plain` leaves it: content, so it is worth remembering."""
    return tuple(map(plain, label.every()))


def named(options: Sequence[Option], raw: str) -> Option | None:
    """The option meant: by its value, by its label, or by the beginning of one label only."""
    for option in options:
        if option.value == raw.strip():
            return option
    typed = plain(raw)
    if not typed:
        return None
    exact = [o for o in options if typed in _plain_texts(o.label)]
    if len(exact) == 1:
        return exact[0]
    if exact or len(typed) < _SHORTEST_PREFIX:
        return None
    begun = [o for o in options if any(t.startswith(typed) for t in _plain_texts(o.label))]
    return begun[0] if len(begun) == 1 else None


def meant(options: Sequence[Option], raw: str) -> Option | None:
    """Like `named`, and a slip of the finger is forgiven.

    Raises `ChoiceUncertain` when it is like one of them, but not like enough.
    """
    if (option := named(options, raw)) is not None:
        return option
    likely = likeliest(raw, [_plain_texts(option.label) for option in options])
    if likely is None:
        return None
    if not likely.sure:
        raise ChoiceUncertain(option=options[likely.place].label)
    return options[likely.place]


def figures(values: Sequence[int | None], steps: Iterable[int]) -> dict[str, Any]:
    """Of answers on a scale: how many, their mean, how often each step, zeros included."""
    numbers = given(values)
    return {
        "count": len(numbers),
        "mean": sum(numbers) / len(numbers) if numbers else None,
        "counts": {str(step): numbers.count(step) for step in steps},
    }


def tally(options: Sequence[Option], values: Sequence[str]) -> dict[str, int]:
    """How often each option was chosen, in the order of the buttons, zeros included."""
    return {option.value: values.count(option.value) for option in options}


def dump_options(options: Sequence[Option]) -> list[dict[str, Any]]:
    return [{"value": option.value, "label": option.label.as_dict()} for option in options]


def load_options(raw: Sequence[Mapping[str, Any]]) -> tuple[Option, ...]:
    options = tuple(Option(str(one["value"]), Words.of(one["label"])) for one in raw)
    if not options:
        raise ValueError("no options")
    return options
