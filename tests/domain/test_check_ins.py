"""The contact standard and the choice of a digest, as tables."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.check_ins import Due, Talks, check_in, due_on
from bot.domain.digest_choices import ALWAYS, KINDS, DigestChoice, Often
from bot.domain.errors import Gone
from bot.domain.health import Alert
from bot.domain.ids import new_id
from bot.domain.moments import local
from bot.profiles import load_profile

BEGUN = date(2030, 1, 1)
RULES = load_profile("chelyabinsk").check_ins
ZONE = "Asia/Yekaterinburg"


def day(number: int) -> date:
    return BEGUN + timedelta(days=number)


@pytest.mark.parametrize(
    ("count", "last", "went_on", "due"),
    [
        (0, None, 0, 15),  # twice in the first month
        (1, 4, 0, 30),
        (1, 29, 0, 30),
        (2, 20, 0, 50),  # then monthly
        (3, 29, 0, 59),
        (1, 40, 0, 70),  # the first one came late: the month is over
        (1, 10, 0, 30),  # and never another: it stays late
        (0, None, 60, 75),  # back from a pause, as long as at the beginning
        (2, 20, 100, 115),
        (3, 104, 100, 134),  # there was a talk since
        (2, 95, 100, 125),
    ],
)
def test_when_the_next_talk_is_due(count: int, last: int | None, went_on: int, due: int) -> None:
    talks = Talks(count, None if last is None else day(last))
    assert due_on(BEGUN, day(went_on), talks, RULES) == day(due)


@pytest.mark.parametrize(
    ("count", "last", "since", "due"),
    [
        (0, None, 100, 115),  # the pair is older than the standard: nobody is late
        (3, 40, 100, 115),  # nor for talks of before
        (3, 101, 100, 131),
        (0, None, -50, 15),  # the standard is older than the pair
    ],
)
def test_talks_count_from_the_day_the_standard_began(
    count: int, last: int | None, since: int, due: int
) -> None:
    talks = Talks(count, None if last is None else day(last))
    assert due_on(BEGUN, BEGUN, talks, RULES, day(since)) == day(due)


@pytest.mark.parametrize(
    ("today", "how", "late"),
    [(22, Due.AHEAD, 0), (23, Due.SOON, 0), (30, Due.SOON, 0), (31, Due.LATE, 1)],
)
def test_lateness_is_counted_from_the_day_after(today: int, how: Due, late: int) -> None:
    found = check_in(day(30), day(today), RULES)
    assert (found.due, found.late) == (how, late)


def choice(**chosen: object) -> DigestChoice:
    made = DigestChoice(organisation_id=new_id(), programme_id=new_id(), person_id=new_id())
    for name, value in chosen.items():
        setattr(made, name, value)
    return made


def test_every_alert_can_be_switched_off_but_those_of_safety() -> None:
    everything = choice(without=list(KINDS))
    assert everything.alerts_off | ALWAYS == set(Alert)
    assert not everything.alerts_off & ALWAYS
    assert not everything.hears_of_talks
    assert choice(without=["asks", "lacks"]).alerts_off == frozenset(), "forged"
    for forged in ("asks", "lacks", "", "everything"):
        with pytest.raises(Gone):
            choice().turn(forged, BEGUN)


def test_when_it_comes() -> None:
    friday = datetime(2030, 3, 15, 12, tzinfo=UTC)
    at = choice(often=Often.DAILY, hour=9).next_at(friday, ZONE)
    assert at is not None
    assert (local(at, ZONE).weekday(), local(at, ZONE).hour) == (0, 9), "not on a Saturday"
    at = choice(weekday=5, hour=18).next_at(friday, ZONE)
    assert at is not None
    assert (local(at, ZONE).date(), local(at, ZONE).hour) == (date(2030, 3, 16), 18)
    assert choice(often=Often.OFF).next_at(friday, ZONE) is None
    for often, weekday, hour in (("hourly", 0, 9), ("weekly", 7, 9), ("weekly", 0, 3)):
        with pytest.raises(Gone):
            choice().hear(often, weekday, hour)


def test_who_takes_up_the_talks_again_begins_on_that_day() -> None:
    made = choice()
    made.turn("talks", day(0))
    assert (made.hears_of_talks, made.talks_since) == (False, None)
    made.turn("plan", day(1))
    made.turn("talks", day(90))
    assert (made.hears_of_talks, made.talks_since) == (True, day(90))
