"""The plan of a pair: up to three goals at work, small steps with days, how far it has come.

A goal says what is to change, how both will see it, and by when. It is written by either of the two
and seen by both. A goal that was dropped stays as a row: the story of a pair is not rewritten.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import DayTooFar, Gone
from bot.domain.ids import new_id
from bot.domain.plan_errors import DayIsOver, GoalsEnough, StepsEnough
from bot.domain.roadmap import tidy
from bot.domain.words import Words

MOST_GOALS, MOST_STEPS = 3, 5
LONGEST_GOAL, LONGEST_STEP = 160, 120
WHOLE = 100  # percent
FURTHEST = 400  # days ahead: a plan is for a school year


class Result(StrEnum):
    """What became of a goal, read off its progress."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_YET = "not-yet"


@dataclass(frozen=True)
class GoalIdea:
    """A goal of the profile that a pair may take as it is; `needs`: of mentees who named one."""

    key: str
    needs: frozenset[str]
    title: Words
    measure: Words
    step: Words


@dataclass(eq=False, kw_only=True)
class Goal:
    organisation_id: UUID
    programme_id: UUID
    pair_id: UUID
    mentor_id: UUID
    mentee_id: UUID
    made_by: UUID
    made_at: datetime
    title: str
    measure: str
    due_on: date
    progress: int = 0
    moved_at: datetime | None = None  # the last change of its progress
    dropped_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.mentee_id, self.mentor_id})

    @property
    def at_work(self) -> bool:
        return self.dropped_at is None and self.progress < WHOLE

    @property
    def result(self) -> Result:
        if self.progress == WHOLE:
            return Result.REACHED
        return Result.PARTLY if self.progress else Result.NOT_YET

    def word(self, title: str, measure: str) -> None:
        """Raises `AnswerEmpty`, `AnswerTooLong`."""
        self.title, self.measure = tidy(title, LONGEST_GOAL), tidy(measure, LONGEST_GOAL)

    def move_on(self, progress: int, now: datetime) -> bool:
        """True when this call changed it. Raises `Gone` for a goal that was dropped."""
        if self.dropped_at is not None or not 0 <= progress <= WHOLE:
            raise Gone
        if progress == self.progress:
            return False
        self.progress, self.moved_at = progress, now
        return True

    def postpone(self, due_on: date, today: date) -> None:
        """Raises `DayIsOver`, `DayTooFar`."""
        self.due_on = day_ahead(due_on, today)

    def drop(self, now: datetime) -> None:
        self.dropped_at = self.dropped_at or now


@dataclass(eq=False, kw_only=True)
class GoalStep:
    """Something small to do by a day."""

    organisation_id: UUID
    programme_id: UUID
    pair_id: UUID
    goal_id: UUID
    words: str
    due_on: date
    done_at: datetime | None = None
    done_by: UUID | None = None
    id: UUID = field(default_factory=new_id)

    def tick(self, *, by: UUID, now: datetime) -> None:
        """A second tick changes nothing: who did it first stays."""
        if self.done_at is None:
            self.done_at, self.done_by = now, by

    def untick(self) -> None:
        self.done_at = self.done_by = None


@dataclass(eq=False, kw_only=True)
class DiaryNote:
    """What one of the two wrote down: for both (and the curator), or for nobody else."""

    organisation_id: UUID
    programme_id: UUID
    pair_id: UUID
    person_id: UUID
    words: str
    private: bool
    at: datetime
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})


def day_ahead(day: date, today: date) -> date:
    """A day of a plan. Raises `DayIsOver`, `DayTooFar`."""
    if day < today:
        raise DayIsOver
    if (day - today).days > FURTHEST:
        raise DayTooFar(days=FURTHEST)
    return day


def room_for_goal(goals: Collection[Goal]) -> None:
    """Raises `GoalsEnough`: three at work are as many as two people keep in mind."""
    if sum(goal.at_work for goal in goals) >= MOST_GOALS:
        raise GoalsEnough(most=MOST_GOALS)


def room_for_step(steps: Collection[GoalStep]) -> None:
    """Raises `StepsEnough`."""
    if sum(step.done_at is None for step in steps) >= MOST_STEPS:
        raise StepsEnough(most=MOST_STEPS)


def percent(raw: str) -> int | None:
    """A typed progress: "40", "40 %"; None for anything else."""
    digits = raw.strip().removesuffix("%").strip()
    if not (digits.isascii() and digits.isdigit()):
        return None
    number = int(digits)
    return number if number <= WHOLE else None
