"""What a participant changed in a form that was already sent: the curator sees before and after."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.domain.ids import new_id


@dataclass(eq=False, kw_only=True)
class Correction:
    organisation_id: UUID
    programme_id: UUID
    participation_id: UUID
    item: str  # key of the question
    before: Any
    after: Any
    at: datetime
    by: UUID
    seen_at: datetime | None = None  # by a curator
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()
