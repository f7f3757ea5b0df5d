"""The indicators of a programme as the profile says them, and the numbers they need.

What the bot cannot know (how many learn there at all) the curator enters as a number for a day.
Who counts: `coverage`; how an indicator stands: `figures`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import NumberOutOfRange
from bot.domain.ids import new_id
from bot.domain.words import Words

MOST = 1_000_000  # of people or enterprises, where a number of them is entered


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
