"""One choice of several."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import ChoiceNotUnderstood
from bot.domain.questions.base import Option, dump_options, given, load_options, meant, tally
from bot.domain.questions.lexicon import Lexicon


@dataclass(frozen=True, kw_only=True)
class Single:
    choices: tuple[Option, ...]
    columns: int = 1
    key: ClassVar[str] = "single"

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        return cls(**{**params, "choices": load_options(params["choices"])})

    def params(self) -> dict[str, Any]:
        return {"choices": dump_options(self.choices), "columns": self.columns}

    def options(self) -> Sequence[Option]:
        return self.choices

    def accept(self, raw: str, lexicon: Lexicon) -> str:
        option = meant(self.choices, raw)
        if option is None:
            raise ChoiceNotUnderstood
        return option.value

    def shown(self, value: str, locale: str, tone: str = "vy") -> str:
        labels = {option.value: option.label for option in self.choices}
        return labels[value].say(locale, tone) if value in labels else value

    def summarise(self, values: Sequence[str | None]) -> dict[str, Any]:
        chosen = given(values)
        return {"count": len(chosen), "counts": tally(self.choices, chosen)}
