"""When an account that tried wrong codes is locked, and until when."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.wrong_codes import LOCKED_FOR, MOST, WITHIN, locked_until

NOON = datetime(2030, 3, 13, 12, tzinfo=UTC)


def minutes(*after: float) -> list[datetime]:
    return [NOON + timedelta(minutes=one) for one in after]


@pytest.mark.parametrize(
    ("tried", "at", "until"),
    [
        ((0, 1, 2, 3), 3, None),
        ((0, 1, 2, 3, 9), 9, 24),
        ((0, 1, 2, 3, 10), 10, 25),
        ((0, 1, 2, 3, 10.5), 10.5, None),
        ((0, 1, 2, 3, 9), 23.9, 24),
        ((0, 1, 2, 3, 9), 24, None),
        ((0, 6, 8, 9, 10, 25), 25, None),
    ],
)
def test_five_within_ten_minutes_lock_for_fifteen(
    tried: tuple[float, ...], at: float, until: float | None
) -> None:
    [now] = minutes(at)
    expected = None if until is None else minutes(until)[0]
    assert locked_until(minutes(*tried), now) == expected


@given(st.lists(st.floats(0, 60), max_size=12), st.floats(0, 90))
def test_a_lock_ends_within_its_time_and_needs_five(after: list[float], at: float) -> None:
    [now] = minutes(at)
    tried = [one for one in minutes(*after) if one <= now]
    until = locked_until(tried, now)
    if until is None:
        return
    assert now < until <= now + LOCKED_FOR
    assert len([one for one in tried if one >= until - LOCKED_FOR - WITHIN]) >= MOST
