"""A day in the past, typed: "12.03.2011", "12 March 2011", "12/3/11". Stored as "2011-03-12".

Two digits of a year mean the latest such year that is not ahead. With `youngest` and `oldest` it is
a date of birth: an age beyond them is a slip, and the person is told which age it comes to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from bot.domain.errors import DateAhead, DateImpossible, DateNotUnderstood, DateUnlikely
from bot.domain.questions.base import Option, given
from bot.domain.questions.lexicon import Lexicon

_CENTURY = 100


@dataclass(frozen=True, kw_only=True)
class CalendarDate:
    youngest: int = 0  # years, on the day of the answer
    oldest: int = 120
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
        return {"youngest": self.youngest, "oldest": self.oldest}

    def options(self) -> Sequence[Option]:
        return []

    def accept(self, raw: str, lexicon: Lexicon) -> str:
        today = lexicon.today
        if today is None:
            raise ValueError("a date is understood only by somebody who knows what day it is")
        written = lexicon.days.written(raw)
        if written is None:
            raise DateNotUnderstood
        try:
            day = _dated(*written, today)
        except ValueError:
            raise DateImpossible from None
        if day > today:
            raise DateAhead
        years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
        if not self.youngest <= years <= self.oldest:
            raise DateUnlikely(years=years)
        return day.isoformat()

    def shown(self, value: str, locale: str, tone: str = "vy") -> str:
        return f"{date.fromisoformat(value):%d.%m.%Y}"

    def summarise(self, values: Sequence[str | None]) -> dict[str, Any]:
        """How many said it and in which years: days of birth are nobody's statistics."""
        years = sorted(date.fromisoformat(value).year for value in given(values))
        return {"count": len(years), "years": {str(year): years.count(year) for year in years}}


def _dated(day: int, month: int, year: int, today: date) -> date:
    """Raises `ValueError` for a day that does not exist."""
    if year >= _CENTURY:
        return date(year, month, day)
    this_century = today.year - today.year % _CENTURY + year
    try:
        near = date(this_century, month, day)
        return near if near <= today else date(this_century - _CENTURY, month, day)
    except ValueError:  # the 29th of February of one century only
        return date(this_century - _CENTURY, month, day)
