"""A whole number: a year of birth to type, or a small count to press."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import AnswerNotUnderstood
from bot.domain.questions.base import Option, given
from bot.domain.questions.lexicon import Lexicon
from bot.domain.questions.plain_words import plain
from bot.domain.words import DEFAULT_LOCALE, Words

_FIRST_YEAR = 1000  # from here on a number is a year, and people type whole dates


@dataclass(frozen=True, kw_only=True)
class Number:
    low: int
    high: int
    buttons: bool = False
    columns: int = 6
    key: ClassVar[str] = "number"

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"no number is from {self.low} to {self.high}")

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        return cls(**params)

    def params(self) -> dict[str, Any]:
        return {
            "low": self.low,
            "high": self.high,
            "buttons": self.buttons,
            "columns": self.columns,
        }

    def options(self) -> Sequence[Option]:
        if not self.buttons:
            return []
        return [
            Option(str(n), Words.of({DEFAULT_LOCALE: str(n)}))
            for n in range(self.low, self.high + 1)
        ]

    def accept(self, raw: str, lexicon: Lexicon) -> int:
        number = lexicon.number(raw, highest=self.high)
        if number is None and self.low >= _FIRST_YEAR:
            number = self._year_in(raw)
        if number is None or not self.low <= number <= self.high:
            raise AnswerNotUnderstood(hint=f"{self.low}–{self.high}")
        return number

    def _year_in(self, raw: str) -> int | None:
        """The only year in range in "12.03.2009": the day and month are not kept."""
        found = {int(digits) for digits in re.findall(r"\b\d{4}\b", plain(raw), re.ASCII)}
        years = [year for year in found if self.low <= year <= self.high]
        return years[0] if len(years) == 1 else None

    def shown(self, value: int, locale: str, tone: str = "vy") -> str:
        return str(value)

    def summarise(self, values: Sequence[int | None]) -> dict[str, Any]:
        numbers = given(values)
        return {
            "count": len(numbers),
            "mean": sum(numbers) / len(numbers) if numbers else None,
            "lowest": min(numbers, default=None),
            "highest": max(numbers, default=None),
        }
