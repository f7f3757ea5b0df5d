"""The days a curator most likely chooses for a programme."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.programmes import likely_ends, likely_starts


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2030, 6, 10), (date(2030, 9, 1), date(2030, 6, 10))),
        (date(2030, 3, 13), (date(2030, 3, 13), date(2030, 9, 1))),
        (date(2030, 9, 1), (date(2030, 9, 1), date(2031, 9, 1))),
        (date(2030, 11, 21), (date(2030, 11, 21), date(2031, 9, 1))),
    ],
)
def test_a_programme_begins_with_the_school_year_or_now(
    today: date, days: tuple[date, ...]
) -> None:
    assert likely_starts(today) == days


@pytest.mark.parametrize(
    ("starts_on", "may"),
    [
        (date(2030, 9, 1), date(2031, 5, 31)),
        (date(2030, 3, 13), date(2030, 5, 31)),
        (date(2030, 5, 2), date(2031, 5, 31)),
    ],
)
def test_it_ends_with_a_school_year_that_leaves_time_to_meet(starts_on: date, may: date) -> None:
    assert likely_ends(starts_on)[0] == may


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_suggestion_is_possible(today: date) -> None:
    for start in likely_starts(today):
        assert start >= today
        assert all(end > start for end in likely_ends(start))
