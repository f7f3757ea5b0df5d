"""An answer in one's own words: a line, or a long one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import AnswerEmpty, AnswerTooLong
from bot.domain.questions.base import Option, given
from bot.domain.questions.lexicon import Lexicon

LONGEST_LINE = 200  # characters of a short text


@dataclass(frozen=True, kw_only=True)
class Text:
    longest: int = 1000
    key: ClassVar[str] = "text"

    @property
    def long(self) -> bool:
        """Whether it takes more than a line: on paper, in a table, of somebody's time."""
        return self.longest > LONGEST_LINE

    @property
    def columns(self) -> int:
        return 1

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        return cls(**params)

    def params(self) -> dict[str, Any]:
        return {"longest": self.longest}

    def options(self) -> Sequence[Option]:
        return []

    def accept(self, raw: str, lexicon: Lexicon) -> str:
        text = raw.strip()
        if not any(char.isalnum() for char in text):
            raise AnswerEmpty
        if len(text) > self.longest:
            raise AnswerTooLong(longest=self.longest, length=len(text))
        return text

    def shown(self, value: str, locale: str, tone: str = "vy") -> str:
        return value

    def summarise(self, values: Sequence[str | None]) -> dict[str, Any]:
        texts = given(values)
        return {"count": len(texts), "texts": texts}
