"""Yes or no; stored as true or false."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import ChoiceNotUnderstood
from bot.domain.questions.base import Option, given, meant
from bot.domain.questions.lexicon import Lexicon
from bot.domain.words import Words


@dataclass(frozen=True, kw_only=True)
class YesNo:
    yes: Words
    no: Words
    columns: int = 2
    key: ClassVar[str] = "yes_no"

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        labels = {name: Words.of(params[name]) for name in ("yes", "no")}
        return cls(**{**params, **labels})

    def params(self) -> dict[str, Any]:
        return {"yes": self.yes.as_dict(), "no": self.no.as_dict(), "columns": self.columns}

    def options(self) -> Sequence[Option]:
        return [Option("yes", self.yes), Option("no", self.no)]

    def accept(self, raw: str, lexicon: Lexicon) -> bool:
        agreed = lexicon.agrees(raw)
        if agreed is not None:
            return agreed
        option = meant(self.options(), raw)
        if option is None:
            raise ChoiceNotUnderstood
        return option.value == "yes"

    def shown(self, value: bool, locale: str, tone: str = "vy") -> str:
        return (self.yes if value else self.no).say(locale, tone)

    def summarise(self, values: Sequence[bool | None]) -> dict[str, Any]:
        answers = given(values)
        agreed = answers.count(True)
        return {
            "count": len(answers),
            "counts": {"yes": agreed, "no": len(answers) - agreed},
            "share": agreed / len(answers) if answers else None,
        }
