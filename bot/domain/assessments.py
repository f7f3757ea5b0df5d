"""The curator's assessment of a programme: criteria marked 0, 1 or 2, their sum and its level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.words import Words

MARKS = (2, 1, 0)  # fully shown, partly shown, not shown; in the order of the buttons


class When(StrEnum):
    MIDDLE = "middle"
    END = "end"


class Evidence(StrEnum):
    """Facts of the programme that stand beside a criterion."""

    SATISFACTION = "satisfaction"  # of mentees and mentors
    MEETINGS = "meetings"  # held, of those agreed on
    GOALS = "goals"  # reached, of those set
    TRAINING = "training"  # mentors who have passed it
    PAIRS = "pairs"  # that did not break up


@dataclass(frozen=True)
class Fact:
    """So many of so many; nothing is said of it while there are none."""

    number: int
    of: int


@dataclass(frozen=True)
class Criterion:
    key: str
    title: Words
    why: Words
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Level:
    """From this sum on."""

    key: str
    least: int
    title: Words


@dataclass(frozen=True)
class AssessmentForm:
    criteria: tuple[Criterion, ...]
    levels: tuple[Level, ...]  # the best first; the last one begins at 0

    @property
    def most(self) -> int:
        return max(MARKS) * len(self.criteria)

    def level(self, sum_: int) -> Level:
        return next(level for level in self.levels if sum_ >= level.least)

    def criterion(self, key: str) -> Criterion | None:
        return next((one for one in self.criteria if one.key == key), None)

    def next_after(self, marks: Mapping[str, int]) -> Criterion | None:
        """The first criterion that has no mark yet."""
        return next((one for one in self.criteria if one.key not in marks), None)


@dataclass(eq=False, kw_only=True)
class Assessment:
    """One assessment; once finished it stays as it is, and a new one may follow."""

    organisation_id: UUID
    programme_id: UUID
    at: When
    begun_by: UUID
    begun_at: datetime
    marks: dict[str, int] = field(default_factory=dict)
    finished_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    def mark(self, form: AssessmentForm, key: str, mark: int, now: datetime) -> None:
        """The last mark finishes it. Raises `Gone` for what was finished, or is no mark."""
        if self.finished_at is not None or mark not in MARKS or form.criterion(key) is None:
            raise Gone
        self.marks = {**self.marks, key: mark}
        if form.next_after(self.marks) is None:
            self.finished_at = now

    def take_back(self, form: AssessmentForm) -> bool:
        """The last mark given, in the order of the form; False when there is none."""
        given = [one.key for one in form.criteria if one.key in self.marks]
        if self.finished_at is not None or not given:
            return False
        self.marks = {key: mark for key, mark in self.marks.items() if key != given[-1]}
        return True

    @property
    def sum(self) -> int:
        return sum(self.marks.values())


def weakest(form: AssessmentForm, marks: Mapping[str, int]) -> Sequence[Criterion]:
    """The criteria that got least, if that was not the most there is."""
    least = min(marks.values(), default=max(MARKS))
    if least == max(MARKS):
        return ()
    return [one for one in form.criteria if marks.get(one.key) == least]
