"""How a day is said: "tomorrow", "Thu", "next Friday", "in 3 days"; the content has the words.

A weekday alone is the next one after today; "next Friday" is the Friday of the week that begins on
the coming Monday.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Self

from bot.domain.questions.plain_words import plain

_DASH = re.compile(r"(?<=[\w.])\s*[–—]\s*(?=\w)|\s+-\s+|(?<=\d)-(?=\d)")
_FARTHEST = 999  # units ahead; more is a slip of the finger
_SHORTEST_MONTH = 3
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[-./, ]+(\d{1,2})[-./, ]+(\d{4}|\d{2})", re.ASCII)
_DIGITS_ONLY = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_ORDINAL = r"(\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?"
_DAY_FIRST = re.compile(rf"{_ORDINAL}[-./ ]*([^\W\d_]+)[-./, ]*(\d{{4}}|\d{{2}})")
_MONTH_FIRST = re.compile(rf"([^\W\d_]+)[. ]*{_ORDINAL}[., ]+(\d{{4}}|\d{{2}})")
_STUCK = re.compile(r"(?<=\d)(?=[^\W\d_])")  # between the digits and letters of "2011g"


@dataclass(frozen=True)
class DayWords:
    """All words already `plain`."""

    from_today: Mapping[str, int] = field(default_factory=dict)  # "tomorrow": 1
    weekdays: Mapping[str, int] = field(default_factory=dict)  # "thu": 3, as `date.weekday()`
    next_week: frozenset[str] = frozenset()  # "next", beside a weekday
    beside: frozenset[str] = frozenset()  # change nothing beside a day: "on", "this"
    ahead: frozenset[str] = frozenset()  # "in", before a number of days
    spans: Mapping[str, int] = field(default_factory=dict)  # days in it: "week": 7
    months: Mapping[str, int] = field(default_factory=dict)  # "march": 3
    year: frozenset[str] = frozenset()  # after the number of a year, and change nothing
    since: frozenset[str] = frozenset()  # "from", before the first of two days
    until: frozenset[str] = frozenset()  # "to", between two days

    @classmethod
    def of(
        cls,
        *,
        from_today: Mapping[str, int],
        weekdays: Mapping[str, int],
        next_week: frozenset[str],
        beside: frozenset[str],
        ahead: frozenset[str],
        spans: Mapping[str, int],
        months: Mapping[str, int],
        year: frozenset[str],
        since: frozenset[str],
        until: frozenset[str],
    ) -> Self:
        def keyed(words: Mapping[str, int]) -> dict[str, int]:
            return {plain(word): number for word, number in words.items()}

        def each(words: frozenset[str]) -> frozenset[str]:
            return frozenset(plain(word) for word in words)

        return cls(
            from_today=keyed(from_today),
            weekdays=keyed(weekdays),
            next_week=each(next_week),
            beside=each(beside),
            ahead=each(ahead),
            spans=keyed(spans),
            months=keyed(months),
            year=each(year),
            since=each(since),
            until=each(until),
        )

    def ends(self, raw: str) -> tuple[str, str] | None:
        """The two ends of "26.10 – 3.11", "from 26 October to 3 November", "28-30 October".

        What the second end says for both is said for the first as well.
        """
        words = _DASH.sub(" – ", " ".join(raw.split())).split()
        if words and plain(words[0]) in self.since:
            words = words[1:]
        at = [n for n, word in enumerate(words) if word == "–" or plain(word) in self.until]
        if len(at) != 1 or not 0 < at[0] < len(words) - 1:
            return None
        first, last = words[: at[0]], words[at[0] + 1 :]
        if len(first) == 1 and first[0].isdecimal():
            first += last[1:]
        return " ".join(first), " ".join(last)

    def day(self, raw: str, today: date) -> date | None:
        """The one day that is meant, or None."""
        text = plain(raw)
        if text in self.from_today:
            return today + timedelta(days=self.from_today[text])
        words = [plain(word) for word in text.split()]
        if words and words[0] in self.ahead:
            return self._ahead([word for word in words[1:] if word not in self.beside], today)
        words = [word for word in words if word not in self.beside]
        if len(words) == 1 and words[0] in self.from_today:
            return today + timedelta(days=self.from_today[words[0]])
        if len(words) == 1 and words[0] in self.weekdays:
            return today + timedelta(days=_until(self.weekdays[words[0]], today) or 7)
        if len(words) == 2 and words[0] in self.next_week and words[1] in self.weekdays:
            monday = today + timedelta(days=7 - today.weekday())
            return monday + timedelta(days=self.weekdays[words[1]])
        return None

    def dated(self, raw: str) -> tuple[int | None, str]:
        """A weekday said before a date ("Thu 12 March"), and the rest."""
        first, _space, rest = " ".join(raw.split()).partition(" ")
        weekday = self.weekdays.get(plain(first))
        if weekday is None or not rest:
            return None, raw
        return weekday, rest

    def written(self, raw: str) -> tuple[int, int, int] | None:
        """Day, month and year of a date written out; the year may have two digits.

        None when it is no date; a date that does not exist is one all the same.
        """
        words = _STUCK.sub(" ", plain(raw)).split()
        text = " ".join(word for word in words if plain(word) not in self.year)
        if found := _YEAR_FIRST.fullmatch(text):
            return int(found[3]), int(found[2]), int(found[1])
        if found := _YEAR_LAST.fullmatch(text) or _DIGITS_ONLY.fullmatch(text):
            return int(found[1]), int(found[2]), int(found[3])
        if (found := _DAY_FIRST.fullmatch(text)) and (month := self._month(found[2])):
            return int(found[1]), month, int(found[3])
        if (found := _MONTH_FIRST.fullmatch(text)) and (month := self._month(found[1])):
            return int(found[2]), month, int(found[3])
        return None

    def _month(self, word: str) -> int | None:
        """A month by its name or the beginning of it."""
        if word in self.months:
            return self.months[word]
        if len(word) < _SHORTEST_MONTH:
            return None
        found = {number for name, number in self.months.items() if name.startswith(word)}
        return found.pop() if len(found) == 1 else None

    def _ahead(self, words: list[str], today: date) -> date | None:
        """What follows "in": "3 days", "a week"."""
        if len(words) == 1 and words[0] in self.spans:
            return today + timedelta(days=self.spans[words[0]])
        if len(words) == 2 and words[1] in self.spans:
            number = words[0]
            if number.isascii() and number.isdecimal() and int(number) <= _FARTHEST:
                return today + timedelta(days=int(number) * self.spans[words[1]])
        return None


def _until(weekday: int, today: date) -> int:
    return (weekday - today.weekday()) % 7
