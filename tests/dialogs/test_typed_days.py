"""Days as people type them."""

from datetime import date

import pytest

from bot.dialogs.parts.typed_days import typed_day
from bot.domain.errors import DayNotUnderstood
from bot.profiles import load_lexicon

TODAY = date(2030, 3, 13)  # a Wednesday
WORDS = load_lexicon().days


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
        ("сегодня", "ru", TODAY),
        ("Завтра!", "ru", date(2030, 3, 14)),
        ("на завтра", "ru", date(2030, 3, 14)),
        ("послезавтра", "ru", date(2030, 3, 15)),
        ("чт", "ru", date(2030, 3, 14)),
        ("в четверг", "ru", date(2030, 3, 14)),
        ("Во вторник", "ru", date(2030, 3, 19)),
        ("ср", "ru", date(2030, 3, 20)),
        ("в эту пятницу", "ru", date(2030, 3, 15)),
        ("в следующую пятницу", "ru", date(2030, 3, 22)),
        ("следующий понедельник", "ru", date(2030, 3, 18)),
        ("через неделю", "ru", date(2030, 3, 20)),
        ("через 3 дня", "ru", date(2030, 3, 16)),
        ("через 2 недели", "ru", date(2030, 3, 27)),
        ("чт 14 марта", "ru", date(2030, 3, 14)),
        ("чт, 14.03", "ru", date(2030, 3, 14)),
        ("tomorrow", "en", date(2030, 3, 14)),
        ("the day after tomorrow", "en", date(2030, 3, 15)),
        ("Thu", "en", date(2030, 3, 14)),
        ("on Thursday", "en", date(2030, 3, 14)),
        ("next Friday", "en", date(2030, 3, 22)),
        ("in 3 days", "en", date(2030, 3, 16)),
        ("in a week", "en", date(2030, 3, 20)),
        ("Thu 14 March", "en", date(2030, 3, 14)),
    ],
)
def test_a_day_is_understood(raw: str, locale: str, day: date) -> None:
    assert typed_day(raw, locale=locale, today=TODAY, words=WORDS) == day


def test_a_day_without_its_year_is_sought_from_the_earliest_that_can_be_meant() -> None:
    ends = typed_day(
        "1 июля", locale="ru", today=TODAY, words=WORDS, earliest=date(2031, 9, 2)
    )
    assert ends == date(2032, 7, 1)


@pytest.mark.parametrize(
    "raw",
    [
        *("", "пт 14 марта", "чт пт", "через", "через 9999 дней"),
        *("31.06.2030", "29.02.2030", "1 м", "32", "٣.٤", "1 ма", "0.0", "1.9.20301"),
    ],
)
def test_what_is_no_day_or_more_than_one_is_refused(raw: str) -> None:
    with pytest.raises(DayNotUnderstood):
        typed_day(raw, locale="ru", today=TODAY, words=WORDS)
