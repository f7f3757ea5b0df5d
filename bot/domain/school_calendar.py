"""When the school is at lessons, on holiday or at exams: nobody is disturbed then."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4


class SpanKind(StrEnum):
    HOLIDAYS = "holidays"
    EXAMS = "exams"


@dataclass(eq=False, kw_only=True)
class CalendarSpan:
    """Days of the school year, the last one included."""

    organisation_id: UUID
    kind: SpanKind
    starts_on: date
    ends_on: date
    title: str | None = None
    id: UUID = field(default_factory=uuid4)

    @property
    def programme_id(self) -> None:
        return None

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    def holds(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on
