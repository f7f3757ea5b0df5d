"""Days as people type them."""

from datetime import date

import pytest

from bot.dialogs.typed_days import typed_day
from bot.domain.errors import DayNotUnderstood

TODAY = date(2030, 3, 13)


@pytest.mark.parametrize(
    ("raw", "locale", "day"),
    [
        ("01.09.2030", "ru", date(2030, 9, 1)),
        ("1.9", "ru", date(2030, 9, 1)),
        ("1.3", "ru", date(2031, 3, 1)),
        ("13/03", "en", date(2030, 3, 13)),
        ("1.9.31", "ru", date(2031, 9, 1)),
        ("2030-09-01", "en", date(2030, 9, 1)),
        ("  1   Сентября ", "ru", date(2030, 9, 1)),
        ("1 сен 2031", "ru", date(2031, 9, 1)),
        ("9 май", "ru", date(2030, 5, 9)),
        ("31 May", "en", date(2030, 5, 31)),
        ("1 sept. 2030", "en", date(2030, 9, 1)),
    ],
)
def test_a_day_is_understood(raw: str, locale: str, day: date) -> None:
    assert typed_day(raw, locale=locale, today=TODAY) == day


@pytest.mark.parametrize(
    "raw",
    ["", "завтра", "31.06.2030", "29.02.2030", "1 м", "32", "٣.٤", "1 ма", "0.0", "1.9.20301"],
)
def test_what_is_no_day_or_more_than_one_is_refused(raw: str) -> None:
    with pytest.raises(DayNotUnderstood):
        typed_day(raw, locale="ru", today=TODAY)
