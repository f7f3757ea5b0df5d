"""A scale whose every step has words: "quite agree" to "quite disagree". Stored as a number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import ChoiceNotUnderstood
from bot.domain.questions.base import Option, figures, meant
from bot.domain.questions.lexicon import Lexicon
from bot.domain.words import Words

_FEWEST = 2


@dataclass(frozen=True, kw_only=True)
class Likert:
    labels: tuple[Words, ...]  # of each step, the lowest first
    low: int = 1
    columns: int = 1
    key: ClassVar[str] = "likert"

    def __post_init__(self) -> None:
        if len(self.labels) < _FEWEST:
            raise ValueError("a scale of one step is none")

    @property
    def high(self) -> int:
        return self.low + len(self.labels) - 1

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        labels = tuple(Words.of(label) for label in params["labels"])
        return cls(**{**params, "labels": labels})

    def params(self) -> dict[str, Any]:
        labels = [label.as_dict() for label in self.labels]
        return {"labels": labels, "low": self.low, "columns": self.columns}

    def options(self) -> Sequence[Option]:
        return [Option(str(self.low + n), label) for n, label in enumerate(self.labels)]

    def accept(self, raw: str, lexicon: Lexicon) -> int:
        number = lexicon.number(raw, highest=self.high)
        if number is not None and self.low <= number <= self.high:
            return number
        option = meant(self.options(), raw)
        if option is None:
            raise ChoiceNotUnderstood
        return int(option.value)

    def shown(self, value: int, locale: str, tone: str = "vy") -> str:
        step = value - self.low
        known = 0 <= step < len(self.labels)
        return self.labels[step].say(locale, tone) if known else str(value)

    def summarise(self, values: Sequence[int | None]) -> dict[str, Any]:
        return figures(values, range(self.low, self.high + 1))
