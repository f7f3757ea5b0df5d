"""An hour of the day: the likely ones as buttons, any other typed. Stored as "16:30"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any, ClassVar, Self

from bot.domain.errors import AnswerNotUnderstood
from bot.domain.questions.base import Option, given
from bot.domain.questions.lexicon import Lexicon
from bot.domain.questions.plain_words import plain
from bot.domain.words import DEFAULT_LOCALE, Words

_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.\- ]([0-5]\d))?", re.ASCII)
_BUTTON = re.compile(r"([01]\d|2[0-3])([0-5]\d)", re.ASCII)  # a button carries no colon


@dataclass(frozen=True, kw_only=True)
class TimeOfDay:
    first: int = 8  # hours that have a button
    last: int = 21
    columns: int = 5
    key: ClassVar[str] = "time"

    def __post_init__(self) -> None:
        if not 0 <= self.first <= self.last <= 23:
            raise ValueError(f"no hours are from {self.first} to {self.last}")

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        return cls(**params)

    def params(self) -> dict[str, Any]:
        return {"first": self.first, "last": self.last, "columns": self.columns}

    def options(self) -> Sequence[Option]:
        return [
            Option(f"{hour:02}00", Words.of({DEFAULT_LOCALE: f"{hour}:00"}))
            for hour in range(self.first, self.last + 1)
        ]

    def accept(self, raw: str, lexicon: Lexicon) -> str:
        text = plain(raw)
        found = _BUTTON.fullmatch(text) or _CLOCK.fullmatch(text)
        if found is not None:
            return f"{time(int(found[1]), int(found[2] or 0)):%H:%M}"
        hour = lexicon.number(raw)
        if hour is None or not 0 <= hour <= 23:
            raise AnswerNotUnderstood(hint="16:30")
        return f"{time(hour):%H:%M}"

    def shown(self, value: str, locale: str, tone: str = "vy") -> str:
        return value.removeprefix("0")

    def summarise(self, values: Sequence[str | None]) -> dict[str, Any]:
        hours = [value[:2] for value in given(values)]
        return {"count": len(hours), "hours": {h: hours.count(h) for h in sorted(set(hours))}}
