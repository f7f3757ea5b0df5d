"""A scale of whole numbers, such as 1 to 10."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import AnswerNotUnderstood
from bot.domain.questions.base import Option, figures
from bot.domain.questions.lexicon import Lexicon
from bot.domain.words import DEFAULT_LOCALE, Words


@dataclass(frozen=True, kw_only=True)
class Scale:
    low: int = 1
    high: int = 10
    columns: int = 5
    low_label: Words | None = None
    high_label: Words | None = None
    key: ClassVar[str] = "scale"

    def __post_init__(self) -> None:
        if self.low >= self.high:
            raise ValueError(f"a scale from {self.low} to {self.high} has no steps")

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        labels = {
            name: Words.of(params[name]) for name in ("low_label", "high_label") if name in params
        }
        return cls(**{**params, **labels})

    def params(self) -> dict[str, Any]:
        params: dict[str, Any] = {"low": self.low, "high": self.high, "columns": self.columns}
        if self.low_label is not None:
            params["low_label"] = self.low_label.as_dict()
        if self.high_label is not None:
            params["high_label"] = self.high_label.as_dict()
        return params

    def options(self) -> Sequence[Option]:
        return [
            Option(str(n), Words.of({DEFAULT_LOCALE: str(n)}))
            for n in range(self.low, self.high + 1)
        ]

    def accept(self, raw: str, lexicon: Lexicon) -> int:
        number = lexicon.number(raw, highest=self.high)
        if number is None or not self.low <= number <= self.high:
            raise AnswerNotUnderstood(hint=f"{self.low}–{self.high}")
        return number

    def shown(self, value: int, locale: str, tone: str = "vy") -> str:
        return str(value)

    def summarise(self, values: Sequence[int | None]) -> dict[str, Any]:
        return figures(values, range(self.low, self.high + 1))
