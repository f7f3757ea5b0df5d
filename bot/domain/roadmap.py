"""The road map: what has to be done in each of the seven stages, by when and by whom."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4


class ProgrammeStage(StrEnum):
    """The seven stages of the target model, in their order."""

    PREPARATION = "preparation"
    MENTEE_BASE = "mentee-base"
    MENTOR_BASE = "mentor-base"
    SELECTION = "selection"
    MATCHING = "matching"
    WORK = "work"
    COMPLETION = "completion"


@dataclass(eq=False, kw_only=True)
class RoadMapItem:
    """One line of the road map. `responsible`: a member of the team, or words for somebody else."""

    organisation_id: UUID
    programme_id: UUID
    stage: ProgrammeStage
    title: str
    due_on: date
    position: int
    result: str | None = None  # kind of document that comes of it
    responsible_id: UUID | None = None
    responsible: str | None = None
    done_at: datetime | None = None
    done_by: UUID | None = None
    delay_reason: str | None = None
    id: UUID = field(default_factory=uuid4)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    def overdue(self, today: date) -> bool:
        return self.done_at is None and today > self.due_on
