"""How a pair is doing: a traffic light by a published rule, and the reasons for it with their days.

Each sign has points in the profile (`health.yaml`); their sum makes the light. A light is no
verdict on anybody: it says where a word of the curator may be needed, and why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.moments import local
from bot.domain.ratings import Rated, signs
from bot.domain.school_calendar import days_within
from bot.domain.spoken import Day


class Light(StrEnum):
    """The most urgent first: pictures and legends show them in this order."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    GREY = "grey"  # nothing to judge: the proposal waits for an answer, or the pair rests


class Alert(StrEnum):
    """What may give cause to look. The text that says so is `health-<alert>`."""

    ASKS = "asks"  # something waits for the curator's decision
    LACKS = "lacks"  # no meetings: a consent or a check is missing
    SILENT = "silent"  # long without a meeting
    QUIET = "quiet"  # a while without a meeting, and none ahead
    DISPUTED = "disputed"
    DIFFER = "differ"  # the ratings of the two
    FELL = "fell"  # a rating
    UNRATED = "unrated"  # two ratings in a row are missing
    RECEIPTS = "receipts"  # nobody said whether meetings took place
    PLAN = "plan"  # a goal or a step is overdue
    SURVEY = "survey"  # a questionnaire closes soon and is not filled in


PRIVATE = frozenset({Alert.ASKS, Alert.DIFFER, Alert.FELL, Alert.UNRATED})  # for who decides


@dataclass(frozen=True)
class HealthRules:
    """The published rule. Days are of the calendar."""

    yellow: int  # points from which a light is yellow
    red: int
    points: Mapping[Alert, int]
    quiet_days: int
    silent_days: int
    receipts: int  # so many meetings without anybody's word
    rating_gap: int
    rating_drop: int
    survey_days: int  # before it closes
    overdue_days: int  # of a goal or a step


@dataclass(frozen=True)
class PairFacts:
    """What is known of one pair. Moments are UTC."""

    proposed: bool  # not both have said yes
    rests: bool  # in a pause that was asked for
    lacks: bool  # in a pause for want of a consent or a check
    lacks_since: datetime | None
    started: datetime | None
    alive: datetime | None  # the last time it began or went on
    last_held: datetime | None
    next_meeting: datetime | None
    disputed_at: datetime | None  # the latest meeting of which the two say different things
    unsaid: int  # meetings of the last weeks that are over without anybody's word
    unsaid_at: datetime | None  # the oldest of them
    asks_since: datetime | None
    sides: tuple[UUID, UUID]
    rated: Sequence[Rated] = ()
    survey_closes: datetime | None = None  # the soonest that waits for one of the two
    overdue: date | None = None  # the oldest day of a goal or a step that is not done
    holidays: Sequence[tuple[date, date]] = ()  # first and last days
    parts_on: date | None = None  # the last meeting of a goodbye, when it is near or over


@dataclass(frozen=True)
class Reason:
    """`key`: a text; `days` since `on`, or until then when it is ahead."""

    key: str
    days: int = 0
    on: Day | None = None
    count: int = 0
    alert: Alert | None = None  # None: nothing to worry about
    points: int = 0

    @property
    def args(self) -> dict[str, object]:
        return {"days": self.days, "on": self.on or "", "count": self.count}


@dataclass(frozen=True)
class Health:
    light: Light
    reasons: tuple[Reason, ...]  # the strongest first; never none
    risk: int = 0  # points

    @property
    def told(self) -> tuple[Reason, ...]:
        """What a screen says: the two strongest."""
        return self.reasons[:2]

    @property
    def days(self) -> int:
        """How old the strongest reason is."""
        return self.reasons[0].days

    @property
    def urgency(self) -> int:
        """Risk x age: what the curator reads first."""
        return self.risk * max(self.days, 1)

    @property
    def alerts(self) -> frozenset[Alert]:
        return frozenset(one.alert for one in self.reasons if one.alert is not None)


def health(
    facts: PairFacts,
    rules: HealthRules,
    *,
    now: datetime,
    zone: str,
    without: Iterable[Alert] = (),
) -> Health:
    """`without`: alerts that are not counted, for whoever must not know or does not want them."""
    calendar = _Calendar(now, zone)
    left_out = frozenset(without)
    found = [
        one for one in _alerts(facts, rules, calendar) if one.alert not in left_out and one.points
    ]
    found.sort(key=lambda one: (-one.points, -one.days, one.key))
    if found:
        risk = sum(one.points for one in found)
        light = (
            Light.RED if risk >= rules.red else Light.YELLOW if risk >= rules.yellow else None
        )
        if light is not None:
            return Health(light, tuple(found), risk)
    good = _good(facts, calendar)
    idle = facts.proposed or facts.started is None or _at_rest(facts)
    light = Light.GREY if idle else Light.GREEN
    return Health(light, (good, *found), sum(one.points for one in found))


class _Calendar:
    def __init__(self, now: datetime, zone: str) -> None:
        self.now, self._zone, self.today = now, zone, local(now, zone).date()

    def reason(
        self, key: str, at: datetime | date, alert: Alert | None, points: int, count: int = 0
    ) -> Reason:
        on = local(at, self._zone).date() if isinstance(at, datetime) else at
        days = abs((self.today - on).days)
        return Reason(key, days, Day(on, self.today), count, alert, points)

    def holidays_since(self, at: datetime, spans: Sequence[tuple[date, date]]) -> int:
        """How many days of holidays have passed: nobody expects a meeting on them."""
        return days_within(local(at, self._zone).date(), self.today, spans)

    def ago(self, at: datetime | date) -> int:
        """Days of the calendar; negative for what is ahead."""
        on = local(at, self._zone).date() if isinstance(at, datetime) else at
        return (self.today - on).days


def _at_rest(facts: PairFacts) -> bool:
    return facts.rests or facts.lacks


def _alerts(facts: PairFacts, rules: HealthRules, calendar: _Calendar) -> Iterable[Reason]:
    def alert(kind: Alert, at: datetime | date, count: int = 0, key: str = "") -> Reason:
        return calendar.reason(key or f"health-{kind}", at, kind, rules.points[kind], count)

    if facts.proposed:
        return
    if facts.asks_since is not None:
        yield alert(Alert.ASKS, facts.asks_since)
    if facts.lacks:
        yield alert(Alert.LACKS, facts.lacks_since or calendar.today)
    if _at_rest(facts) or facts.started is None:
        return
    since = max(at for at in (facts.started, facts.alive, facts.last_held) if at)
    key = "health-silent" if facts.last_held else "health-never-met"
    silence = calendar.ago(since) - calendar.holidays_since(since, facts.holidays)
    if facts.parts_on is not None:
        pass  # the goodbye has reminders of its own, and an end
    elif silence >= rules.silent_days:
        yield alert(Alert.SILENT, since, key=key)
    elif silence >= rules.quiet_days and facts.next_meeting is None:
        yield alert(Alert.QUIET, since, key=key)
    if facts.disputed_at is not None:
        yield alert(Alert.DISPUTED, facts.disputed_at)
    if facts.unsaid_at is not None and facts.unsaid >= rules.receipts:
        yield alert(Alert.RECEIPTS, facts.unsaid_at, facts.unsaid)
    rated = signs(
        facts.rated,
        sides=facts.sides,
        started=facts.started,
        alive=facts.alive,
        now=calendar.now,
        gap=rules.rating_gap,
        drop=rules.rating_drop,
    )
    goes_on = facts.parts_on is None
    for kind, at in (
        (Alert.DIFFER, rated.differ),
        (Alert.FELL, rated.fell),
        (Alert.UNRATED, rated.missing if goes_on else None),
    ):
        if at is not None:
            yield alert(kind, at)
    late = facts.overdue is not None and calendar.ago(facts.overdue) >= rules.overdue_days
    if facts.overdue is not None and late and goes_on:
        yield alert(Alert.PLAN, facts.overdue)
    if facts.survey_closes is not None and -calendar.ago(facts.survey_closes) <= rules.survey_days:
        yield alert(Alert.SURVEY, facts.survey_closes)


def _good(facts: PairFacts, calendar: _Calendar) -> Reason:
    """What is said of a pair that gives no cause to worry."""

    def good(key: str, at: datetime) -> Reason:
        return calendar.reason(key, at, None, 0)

    if facts.rests:
        return Reason("health-rests")
    if facts.proposed or facts.started is None or facts.lacks:
        return Reason("health-proposed")
    if facts.next_meeting is not None:
        return good("health-meeting-ahead", facts.next_meeting)
    if facts.parts_on is not None:
        return calendar.reason("health-parts", facts.parts_on, None, 0)
    if facts.last_held is not None:
        return good("health-met", facts.last_held)
    return good("health-new", facts.started)
