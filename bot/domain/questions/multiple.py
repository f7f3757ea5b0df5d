"""Several choices of a list, and if allowed one answer in one's own words beside them.

The value is `{"options": [values in the order of the buttons], "own": text or None}`. While the
person is still choosing, `toggle` changes it press by press; `complete` says whether it is enough.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.domain.errors import (
    AnswerTooLong,
    ChoiceNotUnderstood,
    ChoiceUncertain,
    TooFewChosen,
    TooManyChosen,
)
from bot.domain.questions.base import (
    OFF,
    Option,
    dump_options,
    given,
    load_options,
    meant,
    switched,
    tally,
)
from bot.domain.questions.lexicon import Lexicon

OWN = "own"  # the button of one's own words; pressing it again takes the words away
_BETWEEN = re.compile(r"[,;\n]+")

Chosen = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Multiple:
    choices: tuple[Option, ...]
    least: int = 1
    most: int | None = None
    own_words: bool = False
    longest: int = 200
    columns: int = 1
    exclusive: tuple[str, ...] = ()  # "nothing of this": never beside another answer
    key: ClassVar[str] = "multiple"

    def __post_init__(self) -> None:
        if self.most is not None and self.most < max(self.least, 1):
            raise ValueError(f"at least {self.least} and at most {self.most} cannot be chosen")
        unknown = set(self.exclusive) - {option.value for option in self.choices}
        if unknown:
            raise ValueError(f"exclusive, but no option: {', '.join(sorted(unknown))}")

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        exclusive = tuple(params.get("exclusive", ()))
        choices = load_options(params["choices"])
        return cls(**{**params, "choices": choices, "exclusive": exclusive})

    def params(self) -> dict[str, Any]:
        exclusive = {"exclusive": list(self.exclusive)} if self.exclusive else {}
        return {
            **exclusive,
            "choices": dump_options(self.choices),
            "least": self.least,
            "most": self.most,
            "own_words": self.own_words,
            "longest": self.longest,
            "columns": self.columns,
        }

    def options(self) -> Sequence[Option]:
        return self.choices

    def accept(self, raw: str, lexicon: Lexicon) -> Chosen:
        """A whole answer typed at once: "algebra, drawing"."""
        return self.complete(self.toggle(None, raw, lexicon))

    def toggle(self, before: Chosen | None, raw: str, lexicon: Lexicon) -> Chosen:
        """The choice after one press or one typed message.

        A value alone is ticked or taken back; after `ON` or `OFF` it is so afterwards.
        """
        chosen = set(before["options"]) if before else set()
        own: str | None = before["own"] if before else None
        pressed = raw.strip()
        if (one := switched(pressed, [option.value for option in self.choices])) is not None:
            pressed, stands = one
            if stands == (pressed in chosen):  # a second press on the same screen
                return self._value(chosen, own)
        elif pressed == f"{OFF}{OWN}":
            pressed = OWN
        if pressed == OWN and self.own_words:
            own = None
        elif any(pressed == option.value for option in self.choices):
            chosen, own = self._beside({pressed}, chosen, own)
            chosen ^= {pressed}
        else:
            said, rest = self._typed(raw, lexicon)
            chosen, own = self._beside(said | ({OWN} if rest else set()), chosen, own)
            chosen |= said
            own = rest or own
        if self.most is not None and len(chosen) + (own is not None) > self.most:
            raise TooManyChosen(most=self.most)
        return self._value(chosen, own)

    def _beside(
        self, said: set[str], chosen: set[str], own: str | None
    ) -> tuple[set[str], str | None]:
        """What of the choice so far may stand beside what is said now."""
        if said.isdisjoint(self.exclusive):
            return chosen - set(self.exclusive), own
        return chosen & said, None

    def complete(self, value: Chosen | None) -> Chosen:
        """The same value, when it is enough to go on."""
        value = value or self._value(set(), None)
        alone = not set(self.exclusive).isdisjoint(value["options"])
        if not alone and len(value["options"]) + (value["own"] is not None) < self.least:
            raise TooFewChosen(least=self.least)
        return value

    def empty(self, value: Chosen | None) -> bool:
        return not value or not (value["options"] or value["own"])

    def _value(self, chosen: set[str], own: str | None) -> Chosen:
        return {"options": [o.value for o in self.choices if o.value in chosen], "own": own}

    def _typed(self, raw: str, lexicon: Lexicon) -> tuple[set[str], str | None]:
        """What of the message names options, and the rest as own words."""
        whole = self._meant(raw)
        if whole is not None:
            return {whole.value}, None
        said: set[str] = set()
        rest: list[str] = []
        for part in (p.strip() for p in _BETWEEN.split(raw)):
            options = self._all_meant(part, lexicon) if part else []
            if options:
                said |= {option.value for option in options}
            elif part:
                rest.append(part)
        # words that name nothing stay exactly as they were typed
        own = (", ".join(rest) if said else raw.strip()) if rest else None
        if own is None and said:
            return said, None
        if not self.own_words or own is None or not any(char.isalnum() for char in own):
            raise ChoiceNotUnderstood
        if len(own) > self.longest:
            raise AnswerTooLong(longest=self.longest, length=len(own))
        return said, own

    def _meant(self, raw: str) -> Option | None:
        """Where own words are welcome, what is only like an option is a word of its own."""
        try:
            return meant(self.choices, raw)
        except ChoiceUncertain:
            if self.own_words:
                return None
            raise

    def _all_meant(self, part: str, lexicon: Lexicon) -> list[Option]:
        """One option, or "this and that" when each of the two is one; else none."""
        if (whole := self._meant(part)) is not None:
            return [whole]
        joined = lexicon.joined(part)
        options = [self._meant(one) for one in joined] if len(joined) > 1 else []
        return [one for one in options if one is not None] if all(options) else []

    def shown(self, value: Chosen, locale: str, tone: str = "vy") -> str:
        labels = {option.value: option.label for option in self.choices}
        parts = [labels[v].say(locale, tone) if v in labels else v for v in value["options"]]
        return ", ".join([*parts, value["own"]] if value["own"] else parts)

    def summarise(self, values: Sequence[Chosen | None]) -> dict[str, Any]:
        answers = given(values)
        return {
            "count": len(answers),
            "counts": tally(self.choices, [v for answer in answers for v in answer["options"]]),
            "own": [answer["own"] for answer in answers if answer["own"]],
        }
