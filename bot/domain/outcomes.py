"""Dynamics: what the organisation counted on entry and on exit, by form of mentoring.

Only numbers of people, never a person: what is sensitive (a police record, conflicts, anxiety)
comes in no other way. So a change here is between two counts; the change of the same people's
answers is in `statistics.figures`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain import small_cells
from bot.domain.indicators import Count
from bot.domain.words import Words

LEAST_FOR_SHARE = 10  # people


class Moment(StrEnum):
    IN = "in"
    OUT = "out"


@dataclass(frozen=True)
class Outcome:
    """Something to be counted among the mentees of a form.

    For forms with mentees, and (None: any) mentors, of these kinds.
    """

    key: str
    title: Words
    mentees: frozenset[str]
    mentors: frozenset[str] | None
    more_is_better: bool
    sensitive: bool = False

    def fits(self, *, mentees: frozenset[str], mentors: frozenset[str]) -> bool:
        return bool(self.mentees & mentees) and (
            self.mentors is None or bool(self.mentors & mentors)
        )


@dataclass(frozen=True)
class Change:
    """One outcome of one form: what was counted on entry and on exit, and the difference."""

    outcome: Outcome
    form: str
    entry: Count | None
    exit: Count | None

    @property
    def difference(self) -> float | None:
        """In percentage points, of two shares; None until both are there."""
        before, after = share(self.entry), share(self.exit)
        return None if before is None or after is None else after - before

    @property
    def better(self) -> bool | None:
        """None while nothing can be said, or when nothing has changed."""
        if not self.difference:
            return None
        return (self.difference > 0) is self.outcome.more_is_better

    @property
    def days(self) -> tuple[date | None, date | None]:
        return self.entry.on if self.entry else None, self.exit.on if self.exit else None


def share(count: Count | None) -> float | None:
    """Percent of those it was counted among; None of so few that only counts say something."""
    if count is None or count.of is None or count.of < LEAST_FOR_SHARE:
        return None
    return count.number / count.of * 100


def changes(outcomes: Iterable[Outcome], form: str, counts: Iterable[Count]) -> list[Change]:
    """`outcomes`: those that fit the form. Of each number the last one entered holds."""
    found: dict[tuple[str, str | None], Count] = {}
    for one in sorted(counts, key=lambda one: (one.on, one.entered_at, one.id)):
        if one.form == form:
            found[one.key, one.moment] = one
    return [
        Change(
            outcome,
            form,
            entry=found.get((outcome.key, Moment.IN)),
            exit=found.get((outcome.key, Moment.OUT)),
        )
        for outcome in outcomes
    ]


def tells_of_somebody(count: Count) -> bool:
    """One to four people, or all but so few: for those who know everybody by name."""
    rest = (count.of or 0) - count.number
    return any(small_cells.small(n) for n in (count.number, rest))
