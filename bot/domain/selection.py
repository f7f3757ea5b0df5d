"""The way of a mentor from the application to the approval, step by step.

applied -> checked -> interviewed -> trained -> approved | reserve | declined. Which steps are
needed depends on the kind of mentor and stands in the profile.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4


class Stage(StrEnum):
    """Steps in their order; each is passed once, with who, when and a note."""

    CHECKED = "checked"
    INTERVIEWED = "interviewed"
    TRAINED = "trained"


ORDER = tuple(Stage)


@dataclass(frozen=True)
class Selection:
    """What one kind of mentor must pass; content of the profile."""

    stages: tuple[Stage, ...] = ()
    checks: tuple[str, ...] = ()  # kinds of checks that must be valid, now and as long as a pair is

    def next(self, passed: Collection[Stage]) -> Stage | None:
        """The first step not passed yet; None: only the decision is left."""
        left = (stage for stage in ORDER if stage in self.stages and stage not in passed)
        return next(left, None)


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
    id: UUID = field(default_factory=uuid4)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()
