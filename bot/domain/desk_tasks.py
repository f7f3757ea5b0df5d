"""What somebody of the team means to do by a day."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from bot.domain.errors import Refusal
from bot.domain.ids import new_id

LONGEST_TASK = 200
MOST_TASKS = 50  # open, of one person in one programme


class TasksEnough(Refusal):
    """args: most."""

    key = "refusal-tasks-enough"


@dataclass(eq=False, kw_only=True)
class DeskTask:
    organisation_id: UUID
    programme_id: UUID
    person_id: UUID  # whose it is
    words: str
    due_on: date
    made_at: datetime
    done_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    def tick(self, now: datetime) -> None:
        """A second tap changes nothing."""
        self.done_at = self.done_at or now

    def untick(self) -> None:
        self.done_at = None
