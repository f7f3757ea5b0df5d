"""The way of a mentor from the application to the approval, step by step.

applied -> checked -> interviewed -> trained -> approved | reserve | declined. Which steps are
needed depends on the kind of mentor and stands in the profile. Steps may be passed in any order (a
mentor may learn while waiting for the interview); one waits for the first that is missing.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.ids import new_id
from bot.domain.words import Words


class Stage(StrEnum):
    """Steps in their order; each is passed once, with who, when and a note."""

    CHECKED = "checked"
    INTERVIEWED = "interviewed"
    TRAINED = "trained"


ORDER = tuple(Stage)


class Awaits(StrEnum):
    """What somebody in the queue waits for."""

    GUARDIAN = "guardian"
    CHECK = "check"
    INTERVIEW = "interview"
    TRAINING = "training"
    DECISION = "decision"


_AWAITED = {
    Stage.CHECKED: Awaits.CHECK,
    Stage.INTERVIEWED: Awaits.INTERVIEW,
    Stage.TRAINED: Awaits.TRAINING,
}

# What else a history tells: decisions, and an interview after which nobody was sure.
APPROVED, RESERVE, DECLINED, REOPENED = "approved", "reserve", "declined", "reopened"
DOUBTED, KIND = "doubted", "kind"


@dataclass(frozen=True)
class Selection:
    """What one kind of mentor must pass; content of the profile."""

    stages: tuple[Stage, ...] = ()
    checks: tuple[str, ...] = ()  # kinds of checks that must be valid, now and as long as a pair is

    def next(self, passed: Collection[Stage]) -> Stage | None:
        """The first step not passed yet; None: only the decision is left."""
        left = (stage for stage in ORDER if stage in self.stages and stage not in passed)
        return next(left, None)

    def awaits(self, reached: Stage | None) -> Awaits:
        """What comes after `reached`: the last of the steps that are passed without a gap."""
        stage = self.next(up_to(reached))
        return _AWAITED[stage] if stage is not None else Awaits.DECISION

    def reached(self, passed: Collection[Stage]) -> Stage | None:
        """The last needed step before the first missing one."""
        found = None
        for stage in ORDER:
            if stage in self.stages:
                if stage not in passed:
                    break
                found = stage
        return found


def up_to(reached: Stage | None) -> tuple[Stage, ...]:
    return ORDER[: ORDER.index(reached) + 1] if reached is not None else ()


@dataclass(frozen=True)
class CheckKind:
    """A document to be seen; content of the profile."""

    key: str
    title: Words
    numbered: bool  # its number is asked for, and kept as a hash only
    months: int | None  # how long it holds after its date; None: it does not end


@dataclass(frozen=True)
class RedFlag:
    """What an interviewer looks out for; content of the profile."""

    key: str
    text: Words


@dataclass(eq=False, kw_only=True)
class SelectionStep:
    """One step passed, or one decision taken: the history of an application."""

    organisation_id: UUID
    programme_id: UUID
    participation_id: UUID
    step: str  # a Stage, or a decision: "approved", "reserve", "declined", "reopened"
    by: UUID | None  # None: the bot itself (training passed)
    at: datetime
    note: str | None = None
    flags: list[str] = field(default_factory=list)  # red flags ticked in an interview
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()


def passed_steps(steps: Collection[SelectionStep]) -> frozenset[Stage]:
    """The stages passed since the application was last opened anew, `steps` oldest first."""
    passed: set[Stage] = set()
    for one in steps:
        if one.step in set(ORDER):
            passed.add(Stage(one.step))
    return frozenset(passed)
