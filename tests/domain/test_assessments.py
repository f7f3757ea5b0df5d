"""Nine marks, their sum, its level."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.assessments import Assessment, When, weakest
from bot.domain.errors import Gone
from bot.profiles import load_profile

FORM = load_profile("chelyabinsk").assessment
NOW = datetime(2030, 5, 20, tzinfo=UTC)


def begun() -> Assessment:
    return Assessment(
        organisation_id=uuid4(), programme_id=uuid4(), at=When.END, begun_by=uuid4(), begun_at=NOW
    )


@pytest.mark.parametrize(
    ("sum_", "level"),
    [(18, "optimal"), (15, "optimal"), (14, "acceptable"), (9, "acceptable"), (8, "unacceptable"),
     (0, "unacceptable")],
)  # fmt: skip
def test_the_three_levels_begin_at_fifteen_nine_and_nought(sum_: int, level: str) -> None:
    assert (len(FORM.criteria), FORM.most) == (9, 18)
    assert FORM.level(sum_).key == level


@given(st.lists(st.sampled_from([0, 1, 2]), min_size=9, max_size=9))
def test_the_ninth_mark_finishes_it(marks: list[int]) -> None:
    one = begun()
    for criterion, mark in zip(FORM.criteria, marks, strict=True):
        assert one.finished_at is None
        assert FORM.next_after(one.marks) is criterion
        one.mark(FORM, criterion.key, mark, NOW)
    assert (one.finished_at, one.sum) == (NOW, sum(marks))
    assert FORM.level(one.sum) in FORM.levels
    assert [c.key for c in weakest(FORM, one.marks)] == (
        [] if min(marks) == 2
        else [c.key for c, m in zip(FORM.criteria, marks, strict=True) if m == min(marks)]
    )
    with pytest.raises(Gone):
        one.mark(FORM, "goals", 1, NOW)
    assert not one.take_back(FORM)


def test_one_step_back_takes_the_last_mark_and_no_more() -> None:
    one = begun()
    assert not one.take_back(FORM)
    one.mark(FORM, FORM.criteria[0].key, 2, NOW)
    one.mark(FORM, FORM.criteria[1].key, 1, NOW)
    assert one.take_back(FORM)
    assert list(one.marks.values()) == [2]
    for key, mark in (("goals", 3), ("anything", 1)):
        with pytest.raises(Gone):
            one.mark(FORM, key, mark, NOW)
