"""How typed words become numbers and yes or no; the words themselves come with the content."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.domain.questions.day_words import DayWords
from bot.domain.questions.plain_words import plain
from bot.domain.questions.week_words import WeekWords

_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,9})?", re.ASCII)
_OUT_OF = re.compile(r"([+-]?\d+)\s*/\s*(\d+)", re.ASCII)


@dataclass(frozen=True)
class Lexicon:
    """Words people type instead of pressing; all of them already `plain`."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()  # words that change nothing beside a number: "years"
    out_of: frozenset[str] = frozenset()  # "7 out of 10"
    days: DayWords = field(default_factory=DayWords)
    week: WeekWords = field(default_factory=WeekWords)
    joints: frozenset[str] = frozenset()  # "and", between two answers
    skip: frozenset[str] = frozenset()  # typed where a question may be left out
    onward: frozenset[str] = frozenset()  # typed when everything is ticked
    unsure: frozenset[str] = frozenset()  # typed where "hard to say" may be answered
    today: date | None = None  # where the person who answers lives

    @classmethod
    def of(
        cls,
        *,
        numbers: Mapping[str, int],
        yes: frozenset[str],
        no: frozenset[str],
        fillers: frozenset[str] = frozenset(),
        out_of: frozenset[str] = frozenset(),
        days: DayWords | None = None,
        week: WeekWords | None = None,
        joints: frozenset[str] = frozenset(),
        skip: frozenset[str] = frozenset(),
        onward: frozenset[str] = frozenset(),
        unsure: frozenset[str] = frozenset(),
    ) -> "Lexicon":
        def each(words: frozenset[str]) -> frozenset[str]:
            return frozenset(plain(word) for word in words)

        return cls(
            numbers={plain(word): number for word, number in numbers.items()},
            yes=each(yes),
            no=each(no),
            fillers=each(fillers),
            out_of=each(out_of),
            days=days or DayWords(),
            week=week or WeekWords(),
            joints=each(joints),
            skip=each(skip),
            onward=each(onward),
            unsure=each(unsure),
        )

    def on(self, today: date) -> "Lexicon":
        """The same words, said on that day."""
        return replace(self, today=today)

    def skips(self, raw: str) -> bool:
        """ "No", "nothing", "skip": to a question that may be left out."""
        text = plain(raw)
        return text in self.skip or text in self.no

    def goes_on(self, raw: str) -> bool:
        return plain(raw) in self.onward

    def hard_to_say(self, raw: str) -> bool:
        return plain(raw) in self.unsure

    def joined(self, raw: str) -> list[str]:
        """What stands between "and"; one part when there is none."""
        parts: list[list[str]] = [[]]
        for word in raw.split():
            if plain(word) in self.joints:
                parts.append([])
            else:
                parts[-1].append(word)
        return [" ".join(part) for part in parts if part]

    def number(self, raw: str, *, highest: int | None = None) -> int | None:
        """The one whole number that is meant, or None.

        "7 out of 10" counts only when ten is the `highest`; anything that could mean two things
        ("7-8", "not 7", "7.5") is no number.
        """
        text = plain(raw)
        for phrase in sorted(self.out_of, key=len, reverse=True):  # "out of" before "of"
            text = re.sub(rf"\b{re.escape(phrase)}\b", "/", text)
        if both := _OUT_OF.fullmatch(text):
            return int(both[1]) if int(both[2]) == highest else None
        words = [plain(word) for word in text.split() if plain(word) not in self.fillers]
        if len(words) == 1 and _INTEGER.fullmatch(words[0]):
            return int(words[0]) if len(words[0]) <= 9 else None
        return self._spelt(words)

    def decimal(self, raw: str) -> float | None:
        """A number that may have a fraction, or None: "4,5", "4.5 hours", "seven"."""
        words = [plain(word) for word in plain(raw).split() if plain(word) not in self.fillers]
        if len(words) == 1 and _DECIMAL.fullmatch(words[0]):
            return float(words[0].replace(",", "."))
        number = self.number(raw)
        return None if number is None else float(number)

    def _spelt(self, words: list[str]) -> int | None:
        """Numbers in words: "seven", and "twenty one" as tens and ones."""
        values = [self.numbers.get(word) for word in words]
        if len(values) == 1:
            return values[0]
        if len(values) == 2 and values[0] is not None and values[1] is not None:
            tens, ones = values[0], values[1]
            if tens >= 20 and tens % 10 == 0 and 0 < ones < 10:
                return tens + ones
        return None

    def agrees(self, raw: str) -> bool | None:
        """True for yes, False for no, None for neither."""
        text = plain(raw)
        if text in self.yes:
            return True
        return False if text in self.no else None
