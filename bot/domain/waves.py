"""A wave: one questionnaire sent to a frozen list of people, open until its date."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.ids import new_id


class WaveState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


@dataclass(eq=False, kw_only=True)
class Wave:
    organisation_id: UUID
    programme_id: UUID
    questionnaire_id: UUID
    opened_at: datetime
    opened_by: UUID
    closes_at: datetime
    state: WaveState = WaveState.OPEN
    closed_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    def close(self, now: datetime) -> bool:
        """True when this call closed it."""
        if self.state is WaveState.CLOSED:
            return False
        self.state, self.closed_at = WaveState.CLOSED, now
        return True
