"""The road map: what has to be done in each of the seven stages, by when and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.ids import new_id
from bot.domain.own_reasons import LONGEST_REASON
from bot.domain.said_words import said
from bot.domain.words import Words

LONGEST_TITLE = 240
SOON = timedelta(days=7)


class ProgrammeStage(StrEnum):
    """The seven stages of the target model, in their order."""

    PREPARATION = "preparation"
    MENTEE_BASE = "mentee-base"
    MENTOR_BASE = "mentor-base"
    SELECTION = "selection"
    MATCHING = "matching"
    WORK = "work"
    COMPLETION = "completion"


class Due(StrEnum):
    """How a line stands today."""

    DONE = "done"
    OVERDUE = "overdue"
    SOON = "soon"
    AHEAD = "ahead"


@dataclass(frozen=True)
class TemplateItem:
    """A line of the profile's road map; one of the two numbers of days is given."""

    stage: ProgrammeStage
    title: Words
    result: Words
    responsible: Words
    after_start: int | None = None
    before_end: int | None = None

    def due(self, starts_on: date, ends_on: date) -> date:
        """Never outside the programme, however short it is."""
        if self.after_start is not None:
            return min(starts_on + timedelta(days=self.after_start), ends_on)
        return max(ends_on - timedelta(days=self.before_end or 0), starts_on)


@dataclass(frozen=True)
class RoadMapTemplate:
    stages: Mapping[ProgrammeStage, Words]
    items: tuple[TemplateItem, ...]


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
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    def due(self, today: date) -> Due:
        if self.done_at is not None:
            return Due.DONE
        if today > self.due_on:
            return Due.OVERDUE
        return Due.SOON if self.due_on - today <= SOON else Due.AHEAD

    def tick(self, *, by: UUID, now: datetime) -> None:
        """A second tick changes nothing: who did it first stays."""
        if self.done_at is None:
            self.done_at, self.done_by = now, by

    def untick(self) -> None:
        self.done_at = self.done_by = None

    def explain(self, reason: str) -> None:
        self.delay_reason = tidy(reason, LONGEST_REASON)

    def again(self, programme_id: UUID, due_on: date) -> "RoadMapItem":
        """The same line of another year's programme: whoever answers for it, nothing done yet."""
        return RoadMapItem(
            organisation_id=self.organisation_id,
            programme_id=programme_id,
            stage=self.stage,
            title=self.title,
            due_on=due_on,
            position=self.position,
            result=self.result,
            responsible_id=self.responsible_id,
            responsible=self.responsible,
        )

    def entrust(self, *, person_id: UUID | None, words: str | None = None) -> None:
        self.responsible_id = person_id
        self.responsible = tidy(words, 120) if words is not None else None


def tidy(raw: str, longest: int) -> str:
    """Single spaces. Raises `AnswerEmpty`, `AnswerTooLong`."""
    return said(" ".join(raw.split()), longest)
