"""Several things put in order by taps: the first tap is the first place.

The value is a list of option values. While the person is still at it, a tap on what has a place
takes it away and those behind move up, and `UNDO` with the number of places takes away the last.
The only one left over takes the last place by itself.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import ChoiceNotUnderstood, TooFewRanked, TooManyChosen
from bot.domain.questions.base import (
    Option,
    dump_options,
    given,
    load_options,
    meant,
    switched,
)
from bot.domain.questions.lexicon import Lexicon

UNDO = "undo."  # the button that takes back the last place
_BETWEEN = re.compile(r"[,;>\n]+")

Ranked = list[str]


@dataclass(frozen=True, kw_only=True)
class Ranking:
    choices: tuple[Option, ...]
    most: int | None = None  # places to give; None: all
    columns: int = 1
    key: ClassVar[str] = "ranking"

    def __post_init__(self) -> None:
        if len(self.choices) < 2:
            raise ValueError("there is nothing to put in order")
        if self.most is not None and not 1 <= self.most <= len(self.choices):
            raise ValueError(f"{self.most} places cannot be given to {len(self.choices)}")

    @property
    def places(self) -> int:
        return self.most or len(self.choices)

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        return cls(**{**params, "choices": load_options(params["choices"])})

    def params(self) -> dict[str, Any]:
        choices = dump_options(self.choices)
        return {"choices": choices, "most": self.most, "columns": self.columns}

    def options(self) -> Sequence[Option]:
        return self.choices

    def accept(self, raw: str, lexicon: Lexicon) -> Ranked:
        """A whole order typed at once: "friends, lessons, sport"."""
        return self.complete(self.toggle(None, raw, lexicon))

    def toggle(self, before: Ranked | None, raw: str, lexicon: Lexicon) -> Ranked:
        """The order after one tap or one typed message."""
        ranked, pressed = list(before or ()), raw.strip()
        if pressed == f"{UNDO}{len(ranked)}":
            return ranked[:-1]
        if pressed.startswith(UNDO):  # a second press
            return ranked
        if (one := switched(pressed, [option.value for option in self.choices])) is not None:
            pressed, stands = one
            if stands == (pressed in ranked):
                return ranked
        if pressed in ranked:
            return [value for value in ranked if value != pressed]
        for value in self._said(pressed):
            if value not in ranked:
                ranked.append(value)
        if len(ranked) > self.places:
            raise TooManyChosen(most=self.places)
        left = [option.value for option in self.choices if option.value not in ranked]
        return [*ranked, *left] if len(left) == 1 and self.places > len(ranked) else ranked

    def complete(self, value: Ranked | None) -> Ranked:
        if len(value or ()) < self.places:
            raise TooFewRanked(left=self.places - len(value or ()))
        return list(value or ())

    def empty(self, value: Ranked | None) -> bool:
        return not value

    def _said(self, raw: str) -> list[str]:
        whole = meant(self.choices, raw)
        if whole is not None:
            return [whole.value]
        found = [meant(self.choices, part) for part in _BETWEEN.split(raw) if part.strip()]
        if not found or None in found:
            raise ChoiceNotUnderstood
        return [option.value for option in found if option is not None]

    def shown(self, value: Ranked, locale: str, tone: str = "vy") -> str:
        labels = {option.value: option.label for option in self.choices}
        said = [labels[v].say(locale, tone) if v in labels else v for v in value]
        return "; ".join(f"{place}. {label}" for place, label in enumerate(said, 1))

    def summarise(self, values: Sequence[Ranked | None]) -> dict[str, Any]:
        """`places`: of each option, how often it was at each place, the first one first."""
        answers = given(values)
        return {
            "count": len(answers),
            "places": {
                option.value: [
                    sum(answer[place : place + 1] == [option.value] for answer in answers)
                    for place in range(self.places)
                ]
                for option in self.choices
            },
        }
