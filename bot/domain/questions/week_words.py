"""Free time of a week as people say it: "Tue evening, Sat morning", "weekdays after 16".

Days are gathered until a time is said, and the time is theirs; days without a time are whole days.
A time before any day is that of the days after it, or of every day. The content has the words.
"""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.domain.questions.plain_words import plain

MIDNIGHT = 24
_ALL_DAYS = frozenset(range(7))
_JOINED = "_"  # holds the words of a phrase together
_TOKEN = re.compile(
    r"\d{1,2}(?:[:.]\d\d)?(?:\s*[-\u2013\u2014]\s*\d{1,2}(?:[:.]\d\d)?)?|[^\W\d]+|[^\s,;.!&/+-]"
)
_SPAN = re.compile(r"(\d{1,2})(?:[:.]\d\d)?\s*[-\u2013\u2014]\s*(\d{1,2})(?:[:.]\d\d)?", re.ASCII)
_HOUR = re.compile(r"(\d{1,2})(?:[:.]\d\d)?", re.ASCII)


class Hours(NamedTuple):
    """From `begin` on, and begun before `end`."""

    begin: int
    end: int


WHOLE_DAY = Hours(0, MIDNIGHT)
Times = list[tuple[frozenset[int], Hours]]


@dataclass(frozen=True)
class WeekWords:
    """All words already `plain`; those of a phrase with single spaces."""

    days: Mapping[str, frozenset[int]] = field(default_factory=dict)  # "tue", "weekdays"
    parts: Mapping[str, Hours] = field(default_factory=dict)  # "evening"
    any_time: frozenset[str] = frozenset()  # whole messages: "whenever"
    since: frozenset[str] = frozenset()  # "after 16"
    till: frozenset[str] = frozenset()  # "before 18"
    beside: frozenset[str] = frozenset()  # change nothing: "on", "at", "and"

    def times(self, raw: str) -> Times | None:
        """Which days and hours are meant; None when a word of it is not understood."""
        if plain(raw) in self.any_time:
            return [(_ALL_DAYS, WHOLE_DAY)]
        said, left = _Said(), deque(self._tokens(raw))
        while left:
            word = left.popleft()
            if word in self.days:
                said.day(self.days[word])
            elif word in self.parts:
                said.time(self.parts[word])
            elif (hours := self._hours(word, left)) is not None:
                said.time(hours)
            elif word not in self.beside:
                return None
        return said.all()

    def _tokens(self, raw: str) -> list[str]:
        """Words, hours and spans of hours; a phrase of several words is one token."""
        text = plain(raw).replace(_JOINED, " ")
        for phrase in sorted((*self.parts, *self.days, *self.beside), key=len, reverse=True):
            if " " in phrase:
                text = re.sub(rf"\b{re.escape(phrase)}\b", phrase.replace(" ", _JOINED), text)
        return [found.replace(_JOINED, " ") for found in _TOKEN.findall(text)]

    def _hours(self, word: str, left: deque[str]) -> Hours | None:
        """ "16-18", "after 16", "from 16 to 20", "16:00" """
        if found := _SPAN.fullmatch(word):
            return _span(int(found[1]), int(found[2]))
        if _HOUR.fullmatch(word):
            return _span(_hour(word), _hour(word) + 1)
        if not left or not _HOUR.fullmatch(left[0]):
            return None
        if word in self.till:
            return _span(0, _hour(left.popleft()))
        if word not in self.since:
            return None
        begin = _hour(left.popleft())
        if len(left) > 1 and left[0] in self.till and _HOUR.fullmatch(left[1]):
            left.popleft()
            return _span(begin, _hour(left.popleft()))
        return _span(begin, MIDNIGHT)


class _Said:
    """Days and times in the order in which they were said."""

    def __init__(self) -> None:
        self._days: frozenset[int] = frozenset()
        self._hours: list[Hours] = []
        self._time_first = False
        self._times: Times = []

    def day(self, days: frozenset[int]) -> None:
        if self._hours and self._days and not self._time_first:
            self._close()
        self._days |= days

    def time(self, hours: Hours) -> None:
        if self._time_first and self._days:
            self._close()
        self._time_first = self._time_first or not self._days
        self._hours.append(hours)

    def all(self) -> Times | None:
        self._close()
        return self._times or None

    def _close(self) -> None:
        if self._days or self._hours:
            days = self._days or _ALL_DAYS
            self._times += [(days, hours) for hours in self._hours or [WHOLE_DAY]]
        self._days, self._hours, self._time_first = frozenset(), [], False


def _hour(word: str) -> int:
    found = _HOUR.fullmatch(word)
    assert found is not None
    return int(found[1])


def _span(begin: int, end: int) -> Hours | None:
    return Hours(begin, end) if 0 <= begin < end <= MIDNIGHT else None
