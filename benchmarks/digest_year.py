"""A made-up school year of 200 pairs, replayed week by week: what the light of a pair is worth.

Nothing here is a claim about real schools: how pairs live and end is made up (`_course`), seeded,
and nobody's help changes it. Asked of each rule: of the alarms it raises, how many were followed
by an early end within `AHEAD` days (precision); how many of the early ends it announced (recall);
how many days before. Beside it stands the simple rule "no meeting for 21 days".

The second part is the curator's week: every Monday she clears all that the digest raises, and
every tap is counted by the screens it takes: a line opens (1), what was done (1), a reason why it
is no problem (1 more); a talk of the contact standard is one tap.
"""

import random
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from benchmarks.table import Row
from bot.domain.access import Role
from bot.domain.check_ins import Due, Talks, check_in, due_on
from bot.domain.health import Alert, Health, HealthRules, Light, PairFacts, health
from bot.domain.pair_marks import Done, PairMark, hidden, until
from bot.domain.profile import Profile
from bot.domain.ratings import Rated
from bot.profiles import load_profile

PAIRS, YEARS = 200, 10
FIRST = datetime(2029, 9, 3, 4, tzinfo=UTC)  # a Monday, nine in the morning there
ZONE = "Asia/Yekaterinburg"
DAYS = 266
AHEAD = 60  # days
DAY = timedelta(days=1)
SAID, RATED = 60, 90  # days for which the bot remembers what was told of meetings, and ratings
_NAMES = UUID(int=7)
HOLIDAYS = ((54, 62), (115, 130), (201, 209))  # days of the year: nobody meets
WAVES = ((90, 100), (225, 235))  # questionnaires, open from and to
# How an early end comes about, of a hundred pairs. The rest stays until the end of the year.
_ENDS = {"drifts": 15, "quarrels": 6, "announced": 6, "sudden": 3}


@dataclass
class Course:
    """One pair: days are of the year."""

    number: int
    begun: int
    kind: str = "stays"
    closed: int | None = None
    meetings: list[tuple[int, int, str]] = field(default_factory=list)  # agreed, held, how told
    # day, round, side, value
    ratings: list[tuple[int, int, int, int]] = field(default_factory=list)
    asks: int | None = None
    plan_late: int | None = None
    answers: bool = True  # questionnaires

    @property
    def sides(self) -> tuple[UUID, UUID]:
        return uuid5(_NAMES, f"{self.number} a"), uuid5(_NAMES, f"{self.number} b")


def _course(number: int, chance: random.Random) -> Course:
    pair = Course(number, begun=chance.randint(0, 40), answers=chance.random() < 0.7)
    draw, sum_ = chance.randrange(100), 0
    for kind, share in _ENDS.items():
        sum_ += share
        if draw < sum_:
            pair.kind = kind
            break
    turn = chance.randint(pair.begun + 30, 200)  # when it begins to go wrong
    usual = chance.choice((7, 7, 10, 14))  # days between two meetings
    forgets = chance.choice((0.02, 0.05, 0.15))  # to say that it took place
    if pair.kind == "announced":
        pair.asks = turn
        pair.closed = turn + chance.randint(10, 30)
    elif pair.kind == "quarrels":
        pair.closed = turn + chance.randint(25, 60)
    elif pair.kind == "sudden":
        pair.closed = turn
    day, gap = float(pair.begun + chance.randint(2, 10)), float(usual)
    while day < DAYS and (pair.closed is None or day < pair.closed):
        held = int(day)
        if not any(first <= held <= last for first, last in HOLIDAYS):
            told = "unsaid" if chance.random() < forgets else "held"
            if chance.random() < (0.15 if pair.kind == "quarrels" and held > turn else 0.01):
                told = "disputed"
            known = held - chance.choice((0, 2, 4, 7))
            pair.meetings.append((known, held, told))
        if pair.kind == "drifts" and held > turn:
            gap *= chance.uniform(1.3, 1.9)
            if gap > 45:  # they do not meet again; somebody says so in the end
                pair.closed = held + chance.randint(30, 75)
                break
        day += gap * (2 if chance.random() < 0.1 else chance.uniform(0.8, 1.3))  # illness, exams
    if pair.closed is not None and pair.closed >= DAYS:
        pair.closed = None  # the year was over first
    level = (chance.randint(6, 9), chance.randint(6, 9))
    silent = chance.choice((0.05, 0.2, 0.5))
    for number_ in range(1, DAYS // 30):
        at = pair.begun + 30 * number_ + chance.randint(0, 5)
        if at >= DAYS or (pair.closed is not None and at >= pair.closed):
            break
        wrong = pair.kind in ("drifts", "quarrels") and at > turn
        for side in (0, 1):
            if chance.random() < silent * (1.5 if wrong else 1):
                continue
            down = chance.randint(2, 5) if wrong and side == (pair.number % 2) else 0
            value = max(1, min(10, level[side] + chance.choice((-1, 0, 0, 1)) - down))
            pair.ratings.append((at, number_, side, value))
    if chance.random() < (0.6 if pair.kind == "drifts" else 0.2):
        pair.plan_late = turn + chance.randint(0, 60)
    return pair


def facts_on(pair: Course, day: int) -> PairFacts:
    """What the bot would know of the pair in the morning of the day."""
    held = [at for _, at, told in pair.meetings if at < day and told == "held"]
    lately = [(at, told) for _, at, told in pair.meetings if day - SAID <= at < day]
    unsaid = [at for at, told in lately if told == "unsaid"]
    disputed = [at for at, told in lately if told == "disputed"]
    ahead = [at for known, at, _ in pair.meetings if known <= day <= at]
    started = _at(pair.begun)
    closes = next((_at(last) for first, last in WAVES if first <= day <= last), None)
    return PairFacts(
        proposed=False,
        rests=False,
        lacks=False,
        lacks_since=None,
        started=started,
        alive=started,
        last_held=_at(max(held)) if held else None,
        next_meeting=_at(min(ahead)) if ahead else None,
        disputed_at=_at(max(disputed)) if disputed else None,
        unsaid=len(unsaid),
        unsaid_at=_at(min(unsaid)) if unsaid else None,
        asks_since=_at(pair.asks) if pair.asks is not None and pair.asks <= day else None,
        sides=pair.sides,
        rated=[
            Rated(pair.sides[side], number, value, _at(at))
            for at, number, side, value in pair.ratings
            if day - RATED <= at < day
        ],
        survey_closes=None if pair.answers else closes,
        holidays=[(_date(first), _date(last)) for first, last in HOLIDAYS if first <= day],
        overdue=_date(pair.plan_late)
        if pair.plan_late is not None and pair.plan_late < day
        else None,
    )


def _at(day: int) -> datetime:
    return FIRST + day * DAY


def _date(day: int) -> date:
    return _at(day).date()


def year(seed: int, pairs: int = PAIRS) -> list[Course]:
    chance = random.Random(seed)
    return [_course(number, chance) for number in range(pairs)]


def at_work(pair: Course, day: int) -> bool:
    return pair.begun <= day and (pair.closed is None or day < pair.closed)


def light(pair: Course, day: int, rules: HealthRules) -> Health:
    return health(facts_on(pair, day), rules, now=_at(day), zone=ZONE)


def silent(pair: Course, day: int, rules: HealthRules) -> bool:
    """The simple rule."""
    held = [at for _, at, told in pair.meetings if at < day and told == "held"]
    return day - max([*held, pair.begun]) >= 21


def told(pair: Course, day: int, rules: HealthRules) -> bool:
    return light(pair, day, rules).light in (Light.RED, Light.YELLOW)


def red(pair: Course, day: int, rules: HealthRules) -> bool:
    return light(pair, day, rules).light is Light.RED


@dataclass
class Judged:
    """Alarms: an alarm begins on the first Monday on which a rule names the pair."""

    right: int = 0
    wrong: int = 0
    ends: int = 0
    announced: int = 0
    days: list[int] = field(default_factory=list)  # before the end, of those announced

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.announced / max(self.ends, 1)


def judged(
    courses: list[Course],
    rule: Callable[[Course, int, HealthRules], bool],
    rules: HealthRules,
    into: Judged | None = None,
) -> Judged:
    """Alarms of the last `AHEAD` days are not judged: nobody knows what would have come."""
    found = into or Judged()
    for pair in courses:
        alarms, before = [], False
        for day in mondays():
            if not at_work(pair, day):
                continue
            now = rule(pair, day, rules)
            if now and not before:
                alarms.append(day)
            before = now
        for day in alarms:
            if pair.closed is not None and pair.closed - day <= AHEAD:
                found.right += 1
            elif day <= DAYS - AHEAD:
                found.wrong += 1
        if pair.closed is not None:
            found.ends += 1
            first = [day for day in alarms if pair.closed - day <= AHEAD]
            if first:
                found.announced += 1
                found.days.append(pair.closed - first[0])
    return found


def mondays() -> Iterator[int]:
    return iter(range(7, DAYS, 7))


@dataclass(frozen=True)
class Week:
    raised: int  # lines of the digest
    taps: int  # for them
    talks: int  # of the contact standard, one tap each
    late: int  # of these


_DOES = {  # the strongest reason -> what she does about it; a guess, said so
    Alert.SILENT: Done.NUDGED,
    Alert.QUIET: Done.NUDGED,
    Alert.SURVEY: Done.FINE,
    Alert.PLAN: Done.FINE,
}
_TAPS = {Done.NUDGED: 2, Done.CALLED: 2, Done.FINE: 3}


def weeks(courses: list[Course], profile: Profile) -> list[Week]:
    """A curator who clears everything each Monday, and has the talks that are due by next week."""
    marks: dict[int, list[PairMark]] = {}
    had: dict[tuple[int, Role], Talks] = {}
    found = []
    for day in mondays():
        today, raised, taps, talks, late = _date(day), 0, 0, 0, 0
        for pair in courses:
            if not at_work(pair, day):
                continue
            now = light(pair, day, profile.health)
            seen = marks.setdefault(pair.number, [])
            if now.light in (Light.RED, Light.YELLOW) and not hidden(seen, now, today):
                alert = now.reasons[0].alert
                does = _DOES.get(alert, Done.CALLED) if alert else Done.CALLED
                raised, taps = raised + 1, taps + _TAPS[does]
                seen.append(_mark(pair, does, now, day))
                if does is Done.CALLED:
                    for role in (Role.MENTEE, Role.MENTOR):
                        had[pair.number, role] = _talked(had.get((pair.number, role)), today)
            for role in (Role.MENTEE, Role.MENTOR):
                begun, before = _date(pair.begun), had.get((pair.number, role), Talks())
                due = check_in(
                    due_on(begun, begun, before, profile.check_ins), today, profile.check_ins
                )
                if due.due is not Due.AHEAD:
                    talks, late = talks + 1, late + (due.due is Due.LATE)
                    had[pair.number, role] = _talked(had.get((pair.number, role)), today)
        found.append(Week(raised, taps, talks, late))
    return found


def _talked(before: Talks | None, today: date) -> Talks:
    return Talks((before.count if before else 0) + 1, today)


def _mark(pair: Course, does: Done, now: Health, day: int) -> PairMark:
    return PairMark(
        organisation_id=_NAMES,
        programme_id=_NAMES,
        pair_id=pair.sides[0],
        made_by=_NAMES,
        what=does,
        on_day=_date(day),
        at=_at(day),
        until=until(does, _date(day), None),
        light=now.light,
        alerts=sorted(now.alerts),
    )


def measure() -> list[Row]:
    profile = load_profile("chelyabinsk")
    rules = profile.health
    lived = [year(seed) for seed in range(1, YEARS + 1)]
    ends = sum(one.closed is not None for courses in lived for one in courses)
    rows = [Row("early ends", f"{ends} of {PAIRS * YEARS} pairs in {YEARS} made-up years")]
    for name, rule in (
        ("the light (red or yellow)", told),
        ("the light, red alone", red),
        ("no meeting for 21 days", silent),
    ):
        found = Judged()
        for courses in lived:
            judged(courses, rule, rules, found)
        rows.append(
            Row(
                f"{name}: precision, announced, days before (median)",
                f"{found.precision:.0%} of {found.right + found.wrong}, "
                f"{found.recall:.0%} of {found.ends}, {statistics.median(found.days):.0f}",
            )
        )
    week = weeks(lived[0], profile)[5:]  # the first weeks everybody is new
    for what, numbers in (
        ("lines of the digest in a week", [one.raised for one in week]),
        ("taps to clear them", [one.taps for one in week]),
        ("talks by the contact standard, a tap each", [one.talks for one in week]),
    ):
        rows.append(
            Row(
                f"{what}: median, most of {len(week)} weeks",
                f"{statistics.median(numbers):.0f}, {max(numbers)}",
            )
        )
    return rows
