"""A day typed instead of tapped: "01.09.2026", "1.9", "1 September", "tomorrow", "Thu 12 March"."""

import re
from datetime import date

from babel.dates import get_month_names

from bot.domain.errors import DayNotUnderstood
from bot.domain.questions.day_words import DayWords

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})\s+([^\W\d_]+)\.?(?:,?\s+(\d{4}))?")
_SHORTEST_MONTH = 3


def typed_day(
    raw: str, *, locale: str, today: date, words: DayWords, earliest: date | None = None
) -> date:
    """Without a year: the first such day from `earliest` (else today). Raises `DayNotUnderstood`.

    A weekday beside a date has to agree with it: else one of them is a slip.
    """
    if (said := words.day(raw, today)) is not None:
        return said
    weekday, rest = words.dated(raw)
    day = _calendar_day(rest, locale, earliest or today)
    if weekday is not None and day.weekday() != weekday:
        raise DayNotUnderstood
    return day


def _calendar_day(raw: str, locale: str, earliest: date) -> date:
    text = " ".join(raw.lower().split())
    try:
        if found := _ISO.fullmatch(text):
            return date(*(int(part) for part in found.groups()))
        if found := _NUMBERS.fullmatch(text):
            return _dated(int(found[1]), int(found[2]), found[3], earliest)
        if (found := _WORDS.fullmatch(text)) and (month := _month(found[2], locale)):
            return _dated(int(found[1]), month, found[3], earliest)
    except ValueError as error:  # the 31st of June
        raise DayNotUnderstood from error
    raise DayNotUnderstood


def _dated(day: int, month: int, year: str | None, earliest: date) -> date:
    if year is not None:
        return date(int(year) if len(year) > 2 else 2000 + int(year), month, day)
    this_year = date(earliest.year, month, day)
    return this_year if this_year >= earliest else date(earliest.year + 1, month, day)


def _month(word: str, locale: str) -> int | None:
    """A month by its name or the beginning of it, in the reader's language."""
    if len(word) < _SHORTEST_MONTH:
        return None
    names = [get_month_names("wide", use, locale) for use in ("format", "stand-alone")]
    found = {n for some in names for n, name in some.items() if name.lower().startswith(word)}
    return found.pop() if len(found) == 1 else None
