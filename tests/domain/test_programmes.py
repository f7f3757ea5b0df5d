"""Programmes from year to year, what an organisation counts, and how a link is limited."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.access import Role
from bot.domain.errors import (
    DatesOutOfOrder,
    InvitationNotValid,
    NothingChosen,
    PartLargerThanWhole,
)
from bot.domain.programmes import (
    INVITATION_RULES,
    Invitation,
    Organisation,
    Programme,
    a_year_later,
    academic_years,
    name_of_next_year,
)

NOW = datetime(2030, 3, 13, 10, tzinfo=UTC)


def programme() -> Programme:
    made = Programme.plan(
        organisation_id=uuid4(),
        name="Траектория 2029/30",
        forms=["pupil_pupil", "employer_learner"],
        starts_on=date(2029, 9, 1),
        ends_on=date(2030, 5, 31),
        now=NOW,
    )
    made.use_variants("pupil_pupil", ["peer_peer"])
    made.targets = {"pairs": 20}
    made.digest_weekday = 2
    return made


@pytest.mark.parametrize(
    ("name", "following"),
    [
        ("Траектория", "Траектория"),
        ("Траектория 2029/30", "Траектория 2030/31"),
        ("Траектория 2029–2030", "Траектория 2030–2031"),
        ("Набор 2030", "Набор 2031"),
        ("Школа 1999, 2030-31", "Школа 1999, 2031-32"),
        ("Цех 12030", "Цех 12030"),
        ("2099/00", "2100/01"),
    ],
)
def test_the_years_in_a_name_move_by_one(name: str, following: str) -> None:
    assert name_of_next_year(name) == following


def test_a_copy_has_everything_but_the_people_and_its_own_year() -> None:
    old = programme()
    new = old.copy(name=name_of_next_year(old.name), now=NOW)
    assert (new.name, new.starts_on, new.ends_on) == (
        "Траектория 2030/31", date(2030, 9, 1), date(2031, 5, 31),
    )  # fmt: skip
    assert (new.forms, new.variants, new.targets) == (old.forms, old.variants, old.targets)
    assert (new.digest_weekday, new.copied_from, new.id == old.id) == (2, old.id, False)
    new.forms.append("x")
    new.variants["pupil_pupil"].append("x")
    assert "x" not in old.forms + old.variants["pupil_pupil"], "the old one is its own"


@given(st.dates(date(2000, 1, 1), date(2098, 1, 1)))
def test_a_year_later_is_the_same_day_but_for_the_leap_day(day: date) -> None:
    later = a_year_later(day)
    assert later.year == day.year + 1
    assert (later.month, later.day) in {(day.month, day.day), (2, 28)}


@given(st.dates(date(2000, 1, 1), date(2098, 1, 1)))
def test_the_school_years_offered_are_still_ahead(today: date) -> None:
    years = academic_years(today)
    assert 1 <= len(years) <= 2
    for first, last in years:
        assert today <= first < last
        assert (last.month, last.day) == (5, 31)
    assert any((first.month, first.day) == (9, 1) for first, _ in years)


def test_one_form_at_least_stays_in_use() -> None:
    made = programme()
    made.use_form("pupil_pupil", used=False)
    assert made.forms == ["employer_learner"]
    assert made.variants == {}, "what is not used has no variants"
    with pytest.raises(NothingChosen):
        made.use_form("employer_learner", used=False)
    with pytest.raises(DatesOutOfOrder):
        made.last(date(2030, 5, 31), date(2030, 5, 31))


def test_a_part_is_not_larger_than_the_whole() -> None:
    house = Organisation(name="x", timezone="UTC", profile="x", created_at=NOW)
    house.count({"total": 300, "from-15-to-19": 120, "other": 9}, date(2030, 3, 1))
    assert house.contingent == {"total": 300, "from-15-to-19": 120}
    with pytest.raises(PartLargerThanWhole):
        house.count({"total": 300, "from-10-to-19": 100, "from-15-to-19": 120}, date(2030, 3, 2))
    assert house.contingent_on == date(2030, 3, 1)


@given(st.integers(0, 1000), st.lists(st.integers(-5, 1000), max_size=4))
def test_a_limit_never_lets_in_more_than_the_rule(came: int, limits: list[int]) -> None:
    rule = INVITATION_RULES[Role.MENTEE]
    link, token = Invitation.make(
        Role.MENTEE, organisation_id=uuid4(), programme_id=uuid4(), now=NOW
    )
    assert len(token) >= 22
    entered = 0
    for most in [rule.uses, *limits]:
        link.limit(most)
        for _ in range(came):
            if not link.live(NOW):
                break
            link.use(NOW)
            entered += 1
    assert entered <= rule.uses


def test_a_revoked_link_lets_nobody_in() -> None:
    link, _ = Invitation.make(
        Role.MENTEE, organisation_id=uuid4(), programme_id=uuid4(), now=NOW
    )
    link.revoke(NOW)
    with pytest.raises(InvitationNotValid):
        link.use(NOW + timedelta(seconds=1))
