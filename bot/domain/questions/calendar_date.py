"""A day, typed or tapped in a calendar: "12.03.2011", "12 March 2011". Stored as "2011-03-12".

Two digits of a year mean the latest such year that is not ahead. With `youngest` and `oldest` it is
a date of birth: an age beyond them is a slip, and the person is told which age it comes to. With
`calendar` it is a day near today, so "yesterday" and a day without its year are understood too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Self

from bot.domain.errors import DateAhead, DateImpossible, DateNotUnderstood, DateUnlikely
from bot.domain.questions.base import Option, given
from bot.domain.questions.lexicon import Lexicon
from bot.domain.questions.plain_words import plain

FARTHEST_AHEAD = 10  # years; a later day is a slip
_CENTURY = 100
_WEEK = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class CalendarDate:
    youngest: int = 0  # years, on the day of the answer
    oldest: int = 120
    ahead: bool = False  # a day to come is possible too
    calendar: bool = False  # a month to tap a day in
    key: ClassVar[str] = "date"

    def __post_init__(self) -> None:
        if not 0 <= self.youngest <= self.oldest:
            raise ValueError(f"nobody is between {self.youngest} and {self.oldest}")

    @property
    def columns(self) -> int:
        return 1

    @classmethod
    def load(cls, params: Mapping[str, Any]) -> Self:
        return cls(**params)

    def params(self) -> dict[str, Any]:
        more = {"ahead": self.ahead, "calendar": self.calendar}
        return {
            "youngest": self.youngest,
            "oldest": self.oldest,
            **{name: value for name, value in more.items() if value},
        }

    def options(self) -> Sequence[Option]:
        return []

    def accept(self, raw: str, lexicon: Lexicon) -> str:
        today = lexicon.today
        if today is None:
            raise ValueError("a date is understood only by somebody who knows what day it is")
        day = self._near(raw, lexicon, today) if self.calendar else None
        day = day or self._written(raw, lexicon, today)
        if day > today:
            if not self.ahead:
                raise DateAhead
            if day.year - today.year > FARTHEST_AHEAD:
                raise DateNotUnderstood
            return day.isoformat()
        years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
        if not self.youngest <= years <= self.oldest:
            raise DateUnlikely(years=years)
        return day.isoformat()

    def span(self, today: date) -> tuple[date, date]:
        """The first and the last day of the calendar."""
        last = date(today.year + FARTHEST_AHEAD, 12, 31) if self.ahead else today
        return date(max(today.year - self.oldest, date.min.year), 1, 1), last

    def _near(self, raw: str, lexicon: Lexicon, today: date) -> date | None:
        """ "Yesterday", "Thu", "12 March": of the days without a year, the nearest that may be."""
        words = lexicon.days
        if (said := words.day(raw, today)) is not None:
            weekday = any(word in words.weekdays for word in plain(raw).split())
            return said - _WEEK if weekday and said > today and not self.ahead else said
        years = (today.year, today.year - 1, *((today.year + 1,) if self.ahead else ()))
        days = [found for year in years if (found := _day_of(words.written(f"{raw} {year}")))]
        possible = [day for day in days if self.ahead or day <= today]
        return min(possible, key=lambda day: abs(day - today), default=None)

    def _written(self, raw: str, lexicon: Lexicon, today: date) -> date:
        written = lexicon.days.written(raw)
        if written is None:
            raise DateNotUnderstood
        try:
            return _dated(*written, today, ahead=self.ahead)
        except ValueError:
            raise DateImpossible from None

    def shown(self, value: str, locale: str, tone: str = "vy") -> str:
        return f"{date.fromisoformat(value):%d.%m.%Y}"

    def summarise(self, values: Sequence[str | None]) -> dict[str, Any]:
        """How many said it and in which years: days of birth are nobody's statistics."""
        years = sorted(date.fromisoformat(value).year for value in given(values))
        return {"count": len(years), "years": {str(year): years.count(year) for year in years}}


def _day_of(written: tuple[int, int, int] | None) -> date | None:
    try:
        return date(written[2], written[1], written[0]) if written else None
    except ValueError:
        return None


def _dated(day: int, month: int, year: int, today: date, *, ahead: bool) -> date:
    """Raises `ValueError` for a day that does not exist."""
    if year >= _CENTURY:
        return date(year, month, day)
    this_century = today.year - today.year % _CENTURY + year
    try:
        near = date(this_century, month, day)
        return near if near <= today or ahead else date(this_century - _CENTURY, month, day)
    except ValueError:  # the 29th of February of one century only
        return date(this_century - _CENTURY, month, day)
