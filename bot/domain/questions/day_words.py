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


@dataclass(frozen=True)
class DayWords:
    """All words already `plain`."""

    from_today: Mapping[str, int] = field(default_factory=dict)  # "tomorrow": 1
    weekdays: Mapping[str, int] = field(default_factory=dict)  # "thu": 3, as `date.weekday()`
    next_week: frozenset[str] = frozenset()  # "next", beside a weekday
    beside: frozenset[str] = frozenset()  # change nothing beside a day: "on", "this"
    ahead: frozenset[str] = frozenset()  # "in", before a number of days
    spans: Mapping[str, int] = field(default_factory=dict)  # days in it: "week": 7
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
