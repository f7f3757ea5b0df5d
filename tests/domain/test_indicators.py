"""Coverage, satisfaction and figures: who counts, what is missing, what others may see."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.access import Role
from bot.domain.coverage import Part, Period, covered, workplaces
from bot.domain.errors import NumberOutOfRange
from bot.domain.figures import Missing, figure, satisfied
from bot.domain.indicators import Asked, Count, Counted, Indicator, Satisfaction, Who, newest
from bot.domain.outcomes import Moment, Outcome, changes
from bot.domain.pairs import PairState
from bot.domain.words import Words

W = Words.of({"ru": "x", "en": "x"})
ON = date(2030, 3, 13)
PERIOD = Period(datetime(2029, 9, 1, tzinfo=UTC), datetime(2030, 3, 13, 12, tzinfo=UTC), ON)
K1 = Indicator(
    "k1", W, W, W, ((2022, 35), (2024, 70)), W, Counted.PEOPLE,
    who=(Who(Role.MENTEE, frozenset({"pupil"})), Who(Role.MENTOR, frozenset({"learner"}))),
    whole="total", besides="outside",
)  # fmt: skip
DAY = timedelta(days=1)
SOMEBODY = Part(
    person_id=uuid4(), role=Role.MENTEE, kind="pupil", state=PairState.ACTIVE,
    since=PERIOD.end - 30 * DAY, until=None, birth_date=date(2018, 3, 14), birth_year=2018,
    agreed=True,
)  # fmt: skip


def count(key: str, number: int, on: date = ON, minute: int = 0, **more: Any) -> Count:
    return Count(
        organisation_id=uuid4(), key=key, number=number, on=on, entered_by=None,
        entered_at=datetime(2030, 3, 13, 9, minute, tzinfo=UTC), **more,
    )  # fmt: skip


def people(*parts: Part, indicator: Indicator = K1) -> tuple[int, int]:
    found = covered(parts, indicator, PERIOD)
    return found.people, found.left


def test_several_pairs_and_both_roles_count_once() -> None:
    twice = replace(SOMEBODY, role=Role.MENTOR, kind="learner")
    assert people(SOMEBODY, SOMEBODY, twice) == (1, 0)
    assert people(SOMEBODY, replace(SOMEBODY, person_id=uuid4())) == (2, 0)


def test_who_left_is_counted_and_told_unless_another_pair_goes_on() -> None:
    left = replace(SOMEBODY, state=PairState.DISSOLVED, until=PERIOD.end - DAY)
    assert people(left) == (1, 1)
    assert people(left, SOMEBODY) == (1, 0)
    assert people(replace(left, state=PairState.COMPLETED)) == (1, 0)


@pytest.mark.parametrize(
    ("since", "until", "counts"),
    [
        (timedelta(hours=23), None, False),
        (DAY, None, True),
        (30 * DAY, 30 * DAY - timedelta(hours=23), False),
        (30 * DAY, 29 * DAY, True),
        (400 * DAY, 200 * DAY, False),  # over before the period began
    ],
)
def test_a_pair_counts_from_a_day_on_within_the_period(
    since: timedelta, until: timedelta | None, counts: bool
) -> None:
    over = PERIOD.end - until if until is not None else None
    part = replace(SOMEBODY, since=PERIOD.end - since, until=over)
    assert people(part) == (int(counts), 0)


def test_without_consent_or_of_another_kind_nobody_counts() -> None:
    assert people(replace(SOMEBODY, agreed=False)) == (0, 0)
    assert people(replace(SOMEBODY, kind="teacher")) == (0, 0)
    assert people(replace(SOMEBODY, role=Role.MENTOR)) == (0, 0)


@pytest.mark.parametrize(
    ("born", "year", "counts"),
    [
        (date(2020, 3, 13), 2020, True),  # ten today
        (date(2020, 3, 14), 2020, False),
        (date(2010, 3, 14), 2010, True),  # the last day of nineteen
        (date(2010, 3, 13), 2010, False),
        (None, 2020, True),
        (None, 2021, False),
        (None, None, False),
    ],
)
def test_age_is_that_of_the_reporting_date(
    born: date | None, year: int | None, counts: bool
) -> None:
    part = replace(SOMEBODY, birth_date=born, birth_year=year)
    assert people(part, indicator=replace(K1, ages=(10, 19))) == (int(counts), 0)


@given(st.lists(st.sampled_from(["ЧТЗ", "чтз", " ЧТЗ ", "Мечел", "Мечёл", "МТК", "", None])))
def test_enterprises_are_told_apart_by_their_names(names: list[str | None]) -> None:
    parts = [replace(SOMEBODY, person_id=uuid4(), workplace=name) for name in names]
    found = workplaces(parts, K1, PERIOD)
    known = {"чтз": 1, "мечел": 2, "мтк": 3}
    said = {known[n.strip().casefold().replace("ё", "е")] for n in names if n and n.strip()}
    assert len(found) == len(said)


def test_a_figure_says_what_is_missing_or_does_not_fit() -> None:
    nothing = figure(K1, PERIOD, [SOMEBODY], {})
    assert (nothing.share, nothing.missing, nothing.lacks) == (None, Missing.NUMBER, ("total",))
    whole = {"total": count("total", 4), "outside": count("outside", 2)}
    found = figure(K1, PERIOD, [SOMEBODY], whole)
    assert (found.number, found.whole, found.share, found.behind) == (3, 4, 75.0, False)
    assert found.aim == (2024, 70)
    odd = figure(K1, PERIOD, [SOMEBODY], whole | {"total": count("total", 2)})
    assert (odd.share, odd.missing) == (None, Missing.DOES_NOT_FIT)


def test_the_last_number_entered_for_the_latest_day_holds() -> None:
    early, late = date(2030, 1, 1), date(2030, 3, 1)
    rows = [
        count("total", 1, late, 1), count("total", 2, late, 2), count("total", 3, early, 9),
        count("total", 4, date(2030, 4, 1)),
    ]  # fmt: skip
    assert newest(rows, ON)["total"].number == 2
    assert newest(rows, date(2030, 2, 1))["total"].number == 3
    with pytest.raises(NumberOutOfRange):
        count("total", -1)
    with pytest.raises(NumberOutOfRange):
        count("clubs", 5, of=4)


def test_satisfied_is_a_mean_and_being_glad() -> None:
    rule = Satisfaction(7, (Asked("mid", ("useful", "comfort"), "glad"),))

    def holds(**answers: object) -> bool | None:
        return rule.holds("mid", answers)

    assert holds(useful=10, comfort=4, glad=True) is True
    assert holds(useful=10, comfort=3, glad=True) is False
    assert holds(useful=10, comfort=10, glad=False) is False
    assert holds(useful=7, comfort={"absent": "hard to say"}, glad=True) is True
    assert holds(useful=10) is False
    assert holds(glad=True) is None
    assert rule.holds("other", {"useful": 10}) is None


@given(number=st.integers(0, 30), rest=st.integers(0, 30), left=st.integers(0, 30))
def test_nobody_else_can_tell_of_one_to_four_people(number: int, rest: int, left: int) -> None:
    parts = [replace(SOMEBODY, person_id=uuid4()) for _ in range(number)]
    gone = min(left, number)
    parts[:gone] = [
        replace(one, state=PairState.DISSOLVED, until=PERIOD.end) for one in parts[:gone]
    ]
    shown = figure(K1, PERIOD, parts, {"total": count("total", number + rest)}).for_outsiders()
    small = range(1, 5)
    if shown.number is not None:
        assert shown.number not in small
        assert (shown.whole or 0) - shown.number not in small or shown.whole is None
        assert shown.left not in small
        assert not shown.left or shown.number - shown.left not in small
    else:
        assert shown.share is None
        assert shown.left == 0


def test_of_a_survey_fewer_than_five_answers_are_no_figure() -> None:
    k5 = replace(K1, counts=Counted.SATISFIED, whole=None)
    few = satisfied(k5, PERIOD, invited=9, said=[True] * 4, asked="mid")
    assert (few.missing, few.number, few.share) == (Missing.TOO_FEW, None, None)
    enough = satisfied(k5, PERIOD, invited=10, said=[True] * 4 + [False], asked="mid")
    assert (enough.share, enough.response_rate) == (80.0, 50.0)
    assert satisfied(k5, PERIOD, invited=0, said=[], asked=None).missing is Missing.NOBODY_ASKED


def test_a_change_is_a_difference_of_shares_and_says_which_way_is_better() -> None:
    clubs = Outcome("clubs", W, frozenset({"pupil"}), None, more_is_better=True)
    fights = Outcome("fights", W, frozenset({"pupil"}), None, more_is_better=False)
    rows = [
        count(key, number, form="a", moment=moment, of=of)
        for key, moment, number, of in (
            ("clubs", Moment.IN, 5, 20), ("clubs", Moment.OUT, 10, 20),
            ("fights", Moment.IN, 5, 20), ("fights", Moment.OUT, 10, 20),
        )
    ]  # fmt: skip
    more, worse = changes([clubs, fights], "a", rows)
    assert (more.difference, more.better) == (25.0, True)
    assert (worse.difference, worse.better) == (25.0, False)
    assert changes([clubs], "b", rows)[0].difference is None
    few = [count("clubs", 3, form="a", moment=m, of=9) for m in Moment]
    assert changes([clubs], "a", few)[0].difference is None
