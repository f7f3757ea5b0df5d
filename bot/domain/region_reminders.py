"""A reminder from the region to an organisation that is behind: to its curators and its head."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from bot.domain.errors import Refusal
from bot.domain.ids import new_id


class RemindedLately(Refusal):
    """They have been written to not long ago; a second letter would be noise."""

    key = "refusal-reminded-lately"


class NobodyToRemind(Refusal):
    """Neither a curator nor a head is there."""

    key = "refusal-nobody-to-remind"


class NothingBehind(Refusal):
    """Meanwhile there is nothing to remind of."""

    key = "refusal-nothing-behind"


@dataclass(eq=False, kw_only=True)
class RegionReminder:
    """`letters`: to how many people it went; `lags`: what was behind that day."""

    organisation_id: UUID
    sent_by: UUID
    at: datetime
    lags: list[str]
    letters: int
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()
