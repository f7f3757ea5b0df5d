"""The published rule of a pair's light: every sign, its day, and who may not know of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.health import PRIVATE, Alert, Health, Light, PairFacts, health
from bot.domain.ratings import EVERY, Rated, signs
from bot.profiles import load_profile
from bot.profiles.content import ContentError, Node
from bot.profiles.health import health as parsed

NOW = datetime(2030, 3, 13, 12, tzinfo=UTC)
ZONE = "Asia/Yekaterinburg"
RULES = load_profile("chelyabinsk").health
DIMA, IGOR = UUID(int=1), UUID(int=2)
DAY = timedelta(days=1)
STARTED = NOW - 100 * DAY
CALM = PairFacts(
    proposed=False, rests=False, lacks=False, lacks_since=None, started=STARTED, alive=STARTED,
    last_held=NOW - 3 * DAY, next_meeting=None, disputed_at=None, unsaid=0, unsaid_at=None,
    asks_since=None, sides=(DIMA, IGOR),
    rated=tuple(
        Rated(who, n, 8, STARTED + n * EVERY + DAY) for n in (1, 2, 3) for who in (DIMA, IGOR)
    ),
)  # fmt: skip


def look(facts: PairFacts, *without: Alert) -> Health:
    return health(facts, RULES, now=NOW, zone=ZONE, without=without)


def said(mentee: tuple[int, ...], mentor: tuple[int, ...]) -> tuple[Rated, ...]:
    """Rounds 1, 2, ... of each; 0: silent."""
    return tuple(
        Rated(who, n, value, STARTED + n * EVERY + DAY)
        for who, values in ((DIMA, mentee), (IGOR, mentor))
        for n, value in enumerate(values, start=1)
        if value
    )


@pytest.mark.parametrize(
    ("changed", "light", "alerts", "days"),
    [
        ({}, Light.GREEN, set(), 3),
        ({"last_held": NOW - 13 * DAY}, Light.GREEN, set(), 13),
        ({"last_held": NOW - 14 * DAY}, Light.YELLOW, {Alert.QUIET}, 14),
        ({"last_held": NOW - 14 * DAY, "next_meeting": NOW + DAY}, Light.GREEN, set(), 1),
        ({"last_held": NOW - 21 * DAY, "next_meeting": NOW + DAY}, Light.RED, {Alert.SILENT}, 21),
        ({"last_held": None}, Light.RED, {Alert.SILENT}, 100),
        ({"last_held": NOW - 40 * DAY, "alive": NOW - 2 * DAY}, Light.GREEN, set(), 40),
        ({"disputed_at": NOW - 5 * DAY}, Light.YELLOW, {Alert.DISPUTED}, 5),
        ({"asks_since": NOW - 2 * DAY}, Light.YELLOW, {Alert.ASKS}, 2),
        ({"unsaid": 1, "unsaid_at": NOW - 9 * DAY}, Light.GREEN, set(), 3),
        ({"unsaid": 2, "unsaid_at": NOW - 9 * DAY}, Light.GREEN, {Alert.RECEIPTS}, 3),
        ({"overdue": date(2030, 3, 5)}, Light.GREEN, {Alert.PLAN}, 3),
        ({"overdue": date(2030, 3, 12)}, Light.GREEN, set(), 3),
        ({"survey_closes": NOW + DAY}, Light.GREEN, {Alert.SURVEY}, 3),
        ({"survey_closes": NOW + 9 * DAY}, Light.GREEN, set(), 3),
        ({"rated": said((8, 8, 9), (8, 8, 6))}, Light.YELLOW, {Alert.DIFFER}, 9),
        ({"rated": said((8, 8, 8), (6, 6, 6))}, Light.GREEN, set(), 3),
        ({"rated": said((8, 9, 6), (8, 8, 8))}, Light.YELLOW, {Alert.FELL}, 9),
        ({"rated": said((9, 4, 5), (8, 8, 7))}, Light.GREEN, set(), 3),
        ({"rated": said((8, 0, 0), (8, 8, 8))}, Light.GREEN, {Alert.UNRATED}, 3),
        ({"rated": said((8, 0, 8), (8, 8, 8))}, Light.GREEN, set(), 3),
        ({"lacks": True, "lacks_since": NOW - 6 * DAY}, Light.YELLOW, {Alert.LACKS}, 6),
        ({"rests": True, "last_held": NOW - 60 * DAY}, Light.GREY, set(), 0),
        ({"proposed": True, "started": None}, Light.GREY, set(), 0),
    ],
)  # fmt: skip
def test_the_published_rule(
    changed: dict[str, Any], light: Light, alerts: set[Alert], days: int
) -> None:
    seen = look(replace(CALM, **changed))
    assert (seen.light, set(seen.alerts), seen.days) == (light, alerts, days)


def test_signs_add_up_and_the_two_strongest_are_told_with_their_days() -> None:
    quiet = replace(
        CALM, last_held=NOW - 15 * DAY, disputed_at=NOW - 15 * DAY, overdue=date(2030, 2, 1)
    )
    seen = look(quiet)
    assert (seen.light, seen.risk) == (Light.RED, 75)
    assert [one.key for one in seen.told] == ["health-disputed", "health-silent"]
    assert {one.on.day for one in seen.told if one.on} == {date(2030, 2, 26)}
    assert seen.urgency == 75 * 15


def test_what_was_said_in_private_makes_no_light_for_others() -> None:
    told = replace(CALM, asks_since=NOW - DAY, rated=said((9, 9, 1), (9, 9, 9)))
    assert look(told).light is Light.RED
    seen = look(told, *PRIVATE)
    assert (seen.light, set(seen.alerts)) == (Light.GREEN, set())


def test_ratings_before_a_pause_are_not_missed() -> None:
    def missing(alive: datetime) -> bool:
        found = signs(
            (), sides=(DIMA, IGOR), started=STARTED, alive=alive, now=NOW, gap=3, drop=3
        )
        return found.missing is not None

    assert missing(STARTED)
    assert not missing(NOW - 20 * DAY)


@given(
    silent=some.integers(0, 200),
    more=some.integers(0, 100),
    unsaid=some.integers(0, 9),
    mentee=some.lists(some.integers(0, 10), min_size=3, max_size=3),
    mentor=some.lists(some.integers(0, 10), min_size=3, max_size=3),
)
def test_a_longer_silence_never_makes_a_better_light(
    silent: int, more: int, unsaid: int, mentee: list[int], mentor: list[int]
) -> None:
    facts = replace(
        CALM, unsaid=unsaid, unsaid_at=NOW - DAY, rated=said(tuple(mentee), tuple(mentor)),
        started=NOW - 400 * DAY,
    )  # fmt: skip
    sooner, later = (
        look(replace(facts, last_held=NOW - days * DAY, alive=NOW - 400 * DAY))
        for days in (silent, silent + more)
    )
    assert later.risk >= sooner.risk
    assert list(Light).index(later.light) <= list(Light).index(sooner.light)
    assert all(one.on is not None for one in later.reasons)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"yellow": 70}, "more points"),
        ({"red": 0}, "from 1 to 100"),
        ({"signs": {"silent": {"points": 60, "days": 7}}}, "before it is silent"),
        ({"signs": {"asks": {"points": 101}}}, "from 0 to 100"),
        ({"signs": {"plan": {"points": 3}}}, "'days' is missing"),
    ],
)
def test_a_wrong_rule_is_refused_in_words(wrong: dict[str, Any], why: str) -> None:
    good: dict[str, Any] = {
        "yellow": 30, "red": 60,
        "signs": {
            str(one): {"points": 10, **({measure: 14} if measure else {})}
            for one, measure in (
                (Alert.ASKS, ""), (Alert.LACKS, ""), (Alert.SILENT, "days"), (Alert.QUIET, "days"),
                (Alert.DISPUTED, ""), (Alert.DIFFER, "by"), (Alert.FELL, "by"),
                (Alert.UNRATED, ""), (Alert.RECEIPTS, "meetings"), (Alert.PLAN, "days"),
                (Alert.SURVEY, "days"),
            )
        },
    }  # fmt: skip
    signs_of = good["signs"] | wrong.get("signs", {})
    with pytest.raises(ContentError, match=why):
        parsed(Node(good | wrong | {"signs": signs_of}, "health.yaml:"))


def test_holidays_are_no_silence() -> None:
    """Eleven days of them, told twice and overlapping: of 22 days eleven are left."""
    met = NOW - timedelta(days=22)
    facts = replace(CALM, last_held=met, next_meeting=None)
    (first, *_) = look(facts).reasons
    assert first.alert is Alert.SILENT
    day = met.date()
    spans = [(day + timedelta(days=2), day + timedelta(days=9)),
             (day + timedelta(days=5), day + timedelta(days=12))]  # fmt: skip
    assert look(replace(facts, holidays=spans)).light is Light.GREEN
    long_ago = [(day - timedelta(days=90), day - timedelta(days=1))]
    assert look(replace(facts, holidays=long_ago)).light is Light.RED


def test_a_pair_at_its_goodbye_is_left_in_peace() -> None:
    """What it did not do any more is no sign; what the two said differently still is."""
    last = NOW.date() + timedelta(days=7)
    silent = replace(
        CALM, last_held=NOW - timedelta(days=40), next_meeting=None,
        overdue=NOW.date() - timedelta(days=60),
    )  # fmt: skip
    assert {Alert.SILENT, Alert.PLAN} <= look(silent).alerts
    parting = replace(silent, parts_on=last)
    told = look(parting)
    assert told.light is Light.GREEN
    assert (told.reasons[0].key, told.reasons[0].days) == ("health-parts", 7)
    asks = look(replace(parting, asks_since=NOW - timedelta(days=1)))
    assert asks.alerts == {Alert.ASKS}
