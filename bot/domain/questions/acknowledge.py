"""Something to read, and one button that says so. Stored as true."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import ChoiceNotUnderstood
from bot.domain.questions.base import Option, given, meant
from bot.domain.questions.lexicon import Lexicon
from bot.domain.words import Words


@dataclass(frozen=True, kw_only=True)
class Acknowledge:
    label: Words
    key: ClassVar[str] = "acknowledge"

    @property
    def columns(self) -> int:
        return 1

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        return cls(**{**params, "label": Words.of(params["label"])})

    def params(self) -> dict[str, Any]:
        return {"label": self.label.as_dict()}

    def options(self) -> Sequence[Option]:
        return [Option("read", self.label)]

    def accept(self, raw: str, lexicon: Lexicon) -> bool:
        agrees = lexicon.agrees(raw) or lexicon.goes_on(raw)
        if not agrees and meant(self.options(), raw) is None:
            raise ChoiceNotUnderstood
        return True

    def shown(self, value: bool, locale: str, tone: str = "vy") -> str:
        return self.label.say(locale, tone)

    def summarise(self, values: Sequence[bool | None]) -> dict[str, Any]:
        return {"count": len(given(values))}
