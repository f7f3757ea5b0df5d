"""Small numbers of people are hidden, and cannot be worked out from what is shown."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.small_cells import LEAST, shown, total


def test_four_are_hidden_five_are_not_and_nobody_is_nobody() -> None:
    assert shown({"a": 4, "b": 5, "c": 3, "d": 0}) == {"a": None, "b": 5, "c": None, "d": 0}


def test_one_hidden_number_takes_the_smallest_other_with_it() -> None:
    assert shown({"a": 2, "b": 9, "c": 6}) == {"a": None, "b": 9, "c": None}


def test_a_small_total_is_hidden() -> None:
    assert total({"a": 2, "b": 2}) is None
    assert total({"a": 2, "b": 3}) == 5
    assert total({}) == 0


@given(st.dictionaries(st.integers(), st.integers(0, 12), max_size=8))
def test_no_small_number_can_be_worked_out(counts: dict[int, int]) -> None:
    """Whoever knows the total and all that is shown is left with at least two unknown parts."""
    cells, whole = shown(counts), total(counts)
    hidden = [key for key, n in cells.items() if n is None]
    assert all(n is None or n == 0 or n >= LEAST for n in cells.values())
    assert len(hidden) != 1 or whole is None
