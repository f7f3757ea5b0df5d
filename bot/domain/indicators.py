"""The indicators of a programme: who counts, out of how many, and how that stands to the target.

Figures are the organisation's: distinct people of all its programmes within a period. What the bot
cannot know (how many learn there at all) the curator enters as a number for a day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.domain import small_cells
from bot.domain.access import Role
from bot.domain.errors import NumberOutOfRange
from bot.domain.ids import new_id
from bot.domain.pairs import PairState
from bot.domain.people import age_on
from bot.domain.questions.likeness import likeliest
from bot.domain.questions.plain_words import plain
from bot.domain.words import Words

LEAST_AT_WORK = timedelta(days=1)  # a pair that ended sooner has not been one
MOST = 1_000_000  # of people or enterprises, where a number of them is entered
WHOLE = 100  # percent


class Counted(StrEnum):
    """What a numerator is made of."""

    PEOPLE = "people"  # who took part
    WORKPLACES = "workplaces"  # of mentors who took part
    SATISFIED = "satisfied"  # of who was asked
    ENTERED = "entered"  # the organisation says it


@dataclass(frozen=True)
class Who:
    """A role and the kinds of people in it."""

    role: Role
    kinds: frozenset[str]


@dataclass(frozen=True)
class Indicator:
    """A share to report, its target in percent by year, and where the target comes from.

    `whole`, `besides` and `entered` are keys of numbers that the organisation says itself: of the
    denominator, of those who take part without the bot, and of a numerator the bot cannot count.
    """

    key: str
    title: Words
    numerator: Words
    denominator: Words
    targets: tuple[tuple[int, int], ...]
    source: Words
    counts: Counted
    who: tuple[Who, ...] = ()
    ages: tuple[int, int] | None = None  # the youngest and the oldest, in whole years
    whole: str | None = None
    besides: str | None = None
    entered: str | None = None

    def target(self, year: int) -> int | None:
        """The target of that year, or of the last year one was set for."""
        found = self.aim(year)
        return found[1] if found else None

    def aim(self, year: int) -> tuple[int, int] | None:
        """The year the target in force was set for, and its percent."""
        known = [one for one in self.targets if one[0] <= year]
        return known[-1] if known else None

    @property
    def asks_for(self) -> tuple[str, ...]:
        """The numbers without which there is no figure."""
        return tuple(key for key in (self.entered, self.whole) if key is not None)


@dataclass(frozen=True)
class CountKind:
    """A number that an organisation says of itself."""

    key: str
    title: Words


@dataclass(frozen=True)
class Asked:
    """What a questionnaire says of satisfaction: scales from 1 to 10, and being glad."""

    questionnaire: str
    items: tuple[str, ...]
    glad: str


@dataclass(frozen=True)
class Satisfaction:
    """Who counts as satisfied: a mean of at least `least`, and glad to take part."""

    least: int
    asked: tuple[Asked, ...]

    def of(self, questionnaire: str) -> Asked | None:
        return next((one for one in self.asked if one.questionnaire == questionnaire), None)

    def holds(self, questionnaire: str, answers: Mapping[str, Any]) -> bool | None:
        """Whether these answers are of somebody satisfied; None when they say nothing of it.

        A score left out is left out of the mean; who is not known to be glad is not satisfied.
        """
        asked = self.of(questionnaire)
        if asked is None:
            return None
        scores = [
            float(answers[key])
            for key in asked.items
            if isinstance(answers.get(key), int | float) and not isinstance(answers[key], bool)
        ]
        if not scores:
            return None
        return sum(scores) / len(scores) >= self.least and answers.get(asked.glad) is True


@dataclass(eq=False, kw_only=True)
class Count:
    """A number somebody of the team has entered for a day; never changed, only followed by another.

    `form` and `moment` are those of a number on entry or exit; `of`: out of how many.
    """

    organisation_id: UUID
    key: str
    number: int
    on: date
    entered_by: UUID | None
    entered_at: datetime
    programme_id: UUID | None = None
    form: str | None = None
    moment: str | None = None
    of: int | None = None
    id: UUID = field(default_factory=new_id)

    def __post_init__(self) -> None:
        most = MOST if self.of is None else self.of
        if not 0 <= self.number <= most <= MOST:
            raise NumberOutOfRange(least=0, most=min(most, MOST))

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()


def newest(counts: Iterable[Count], on: date) -> dict[str, Count]:
    """By key, the number in force on a day: of the latest day, and of that the last one entered."""
    found: dict[str, Count] = {}
    for one in sorted(counts, key=lambda one: (one.on, one.entered_at, one.id)):
        if one.on <= on:
            found[one.key] = one
    return found


@dataclass(frozen=True)
class Period:
    """From the first moment to before the last one; `on`: the reporting date, its last day."""

    start: datetime
    end: datetime
    on: date


@dataclass(frozen=True)
class Part:
    """One pair in which somebody had at least one meeting within the period."""

    person_id: UUID
    role: Role
    kind: str
    state: PairState
    since: datetime
    until: datetime | None
    birth_date: date | None
    birth_year: int | None
    agreed: bool  # there is a valid consent
    workplace: str | None = None

    def took_place(self, period: Period) -> bool:
        """At work for a day at least within the period."""
        end = min(self.until or period.end, period.end)
        return end - max(self.since, period.start) >= LEAST_AT_WORK

    def age(self, on: date) -> int | None:
        """Whole years; where only the year of birth is known, those that year brings."""
        if self.birth_date is not None:
            return age_on(self.birth_date, on)
        return on.year - self.birth_year if self.birth_year is not None else None


@dataclass(frozen=True)
class Coverage:
    """How many distinct people; `left`: those of them whose every pair ended before its time."""

    people: int
    left: int


def _counting(parts: Iterable[Part], indicator: Indicator, period: Period) -> list[Part]:
    kinds = {one.role: one.kinds for one in indicator.who}
    found = []
    for part in parts:
        if part.kind not in kinds.get(part.role, ()) or not part.agreed:
            continue
        if not part.took_place(period):
            continue
        if indicator.ages is not None:
            age, (youngest, oldest) = part.age(period.on), indicator.ages
            if age is None or not youngest <= age <= oldest:
                continue
        found.append(part)
    return found


def covered(parts: Iterable[Part], indicator: Indicator, period: Period) -> Coverage:
    """Each person once, however many pairs; who left is counted, and told separately."""
    stays: dict[UUID, bool] = {}
    for part in _counting(parts, indicator, period):
        left = part.state is PairState.DISSOLVED
        stays[part.person_id] = stays.get(part.person_id, False) or not left
    return Coverage(len(stays), sum(not one for one in stays.values()))


def workplaces(parts: Iterable[Part], indicator: Indicator, period: Period) -> tuple[str, ...]:
    """Each enterprise once, as it was written first; slips of the pen are the same enterprise."""
    found: list[str] = []
    written = {part.workplace for part in _counting(parts, indicator, period) if part.workplace}
    for name in sorted(written, key=lambda name: (plain(name), name)):
        if not plain(name) or any(plain(one) == plain(name) for one in found):
            continue
        like = likeliest(name, [(one,) for one in found])
        if like is None or not like.sure:
            found.append(name)
    return tuple(found)


class Missing(StrEnum):
    """Why there is no figure."""

    NUMBER = "number"  # the organisation has not said how many
    NOBODY_ASKED = "nobody-asked"  # no such survey yet
    TOO_FEW = "too-few"  # answers
    DOES_NOT_FIT = "does-not-fit"  # more than the whole


@dataclass(frozen=True)
class Figure:
    """One indicator as it stands; `number` is None when it is not known, or hidden."""

    indicator: Indicator
    on: date
    number: int | None
    whole: int | None
    whole_on: date | None = None
    besides: int = 0  # of the number, who takes part without the bot
    left: int = 0  # of the number, who left before the end
    invited: int | None = None  # of a survey
    names: tuple[str, ...] = ()  # of enterprises
    asked: str | None = None  # the questionnaire, by its key
    missing: Missing | None = None
    lacks: tuple[str, ...] = ()  # keys of the numbers to be entered
    hidden: bool = False

    @property
    def share(self) -> float | None:
        """Percent; None while something is missing."""
        if self.missing is not None or self.number is None or not self.whole:
            return None
        return self.number / self.whole * WHOLE

    @property
    def aim(self) -> tuple[int, int] | None:
        return self.indicator.aim(self.on.year)

    @property
    def behind(self) -> bool:
        return self.share is not None and self.aim is not None and self.share < self.aim[1]

    @property
    def response_rate(self) -> float | None:
        """Percent of those invited who answered."""
        return self.whole / self.invited * WHOLE if self.whole and self.invited else None

    def for_outsiders(self) -> "Figure":
        """As somebody may see it who must not recognise anyone: one to four people are hidden.

        With the number goes its share, and so does the other part of a small remainder.
        """
        if self.indicator.counts is Counted.WORKPLACES or self.number is None:
            return self
        rest = (self.whole or 0) - self.number
        small = any(0 < n < small_cells.LEAST for n in (self.number, rest, self.number - self.left))
        if not small:
            return replace(self, left=0) if 0 < self.left < small_cells.LEAST else self
        return replace(self, number=None, besides=0, left=0, invited=None, hidden=True)


def figure(
    indicator: Indicator,
    period: Period,
    parts: Sequence[Part],
    counts: Mapping[str, Count],
) -> Figure:
    """Of an indicator of coverage; satisfaction is counted by `satisfied`."""
    whole = counts.get(indicator.whole or "")
    besides = counts[indicator.besides].number if indicator.besides in counts else 0
    names: tuple[str, ...] = ()
    left, number = 0, None
    if indicator.counts is Counted.ENTERED:
        said = counts.get(indicator.entered or "")
        number = said.number if said else None
    elif indicator.counts is Counted.WORKPLACES:
        names = workplaces(parts, indicator, period)
        number = len(names) + besides
    else:
        coverage = covered(parts, indicator, period)
        number, left = coverage.people + besides, coverage.left
    lacks = tuple(key for key in indicator.asks_for if key not in counts)
    missing = Missing.NUMBER if lacks else None
    if whole is not None and number is not None and (number > whole.number or not whole.number):
        missing = Missing.DOES_NOT_FIT
    return Figure(
        indicator=indicator,
        on=period.on,
        number=number,
        whole=whole.number if whole else None,
        whole_on=whole.on if whole else None,
        besides=besides,
        left=left,
        names=names,
        missing=missing,
        lacks=lacks,
    )


def satisfied(
    indicator: Indicator,
    period: Period,
    *,
    invited: int,
    said: Sequence[bool],
    asked: str | None,
) -> Figure:
    """`said`: of each person who answered, whether they are satisfied."""
    missing = None
    if asked is None:
        missing = Missing.NOBODY_ASKED
    elif len(said) < small_cells.LEAST:
        missing = Missing.TOO_FEW
    return Figure(
        indicator=indicator,
        on=period.on,
        number=sum(said) if missing is None else None,
        whole=len(said) if asked else None,
        whole_on=period.on if asked else None,
        invited=invited if asked else None,
        asked=asked,
        missing=missing,
    )

