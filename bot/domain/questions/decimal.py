"""A number with a fraction, typed: "4,5" and "4.5" are the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import AnswerNotUnderstood
from bot.domain.questions.base import Option, given
from bot.domain.questions.lexicon import Lexicon
from bot.domain.words import DEFAULT_LOCALE

_MOST_PLACES = 6


@dataclass(frozen=True, kw_only=True)
class Decimal:
    low: float
    high: float
    places: int = 2  # digits of the fraction that are kept
    key: ClassVar[str] = "decimal"

    def __post_init__(self) -> None:
        if self.low > self.high or not 0 <= self.places <= _MOST_PLACES:
            raise ValueError(f"no number is from {self.low} to {self.high} to {self.places} places")

    @property
    def columns(self) -> int:
        return 1

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        return cls(**params)

    def params(self) -> dict[str, Any]:
        return {"low": self.low, "high": self.high, "places": self.places}

    def options(self) -> Sequence[Option]:
        return []

    def accept(self, raw: str, lexicon: Lexicon) -> float:
        number = lexicon.decimal(raw)
        if number is None or not self.low <= number <= self.high:
            low, high = (self.shown(end, DEFAULT_LOCALE) for end in (self.low, self.high))
            raise AnswerNotUnderstood(hint=f"{low}–{high}")
        return round(number, self.places)

    def shown(self, value: float, locale: str, tone: str = "vy") -> str:
        text = f"{value:.{self.places}f}".rstrip("0").rstrip(".") if self.places else f"{value:.0f}"
        return text.replace(".", ",") if locale == DEFAULT_LOCALE else text

    def summarise(self, values: Sequence[float | None]) -> dict[str, Any]:
        numbers = given(values)
        return {
            "count": len(numbers),
            "mean": sum(numbers) / len(numbers) if numbers else None,
            "lowest": min(numbers, default=None),
            "highest": max(numbers, default=None),
        }
