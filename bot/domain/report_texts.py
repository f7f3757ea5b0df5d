"""What people write into the report of a programme: problems, plans, cases of pairs."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.ids import new_id
from bot.domain.said_words import said

LONGEST_TEXT = 3000  # it is shown in one message, with what to do about it


class Section(StrEnum):
    """What a person writes; a case is about one pair."""

    PROBLEMS = "problems"
    PLANS = "plans"
    CASE = "case"


@dataclass(eq=False, kw_only=True)
class ReportText:
    """The words of one section as they stand; a case names its two people."""

    organisation_id: UUID
    programme_id: UUID
    section: Section
    words: str
    written_by: UUID
    written_at: datetime
    pair_id: UUID | None = None
    mentee_id: UUID | None = None
    mentor_id: UUID | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        """Nobody's own: only the team writes and reads it."""
        return frozenset()

    def rewrite(self, words: str, *, by: UUID, now: datetime) -> None:
        self.words, self.written_by, self.written_at = words, by, now


def tidy_text(raw: str) -> str:
    """Paragraphs without blank lines between. Raises `AnswerEmpty`, `AnswerTooLong`."""
    lines = (" ".join(line.split()) for line in raw.splitlines())
    return said("\n".join(line for line in lines if line), LONGEST_TEXT)
