"""Notes of the team on a person or a pair, and who of the team has read them."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from bot.domain.ids import new_id

LONGEST_NOTE = 1000


@dataclass(eq=False, kw_only=True)
class DeskNote:
    """About a participation or about a pair: exactly one of the two is there."""

    organisation_id: UUID
    programme_id: UUID
    made_by: UUID
    words: str
    at: datetime
    participation_id: UUID | None = None
    pair_id: UUID | None = None
    id: UUID = field(default_factory=new_id)


@dataclass(eq=False, kw_only=True)
class NoteView:
    """The first time somebody else of the team read it."""

    organisation_id: UUID
    note_id: UUID
    person_id: UUID
    seen_at: datetime
    id: UUID = field(default_factory=new_id)
