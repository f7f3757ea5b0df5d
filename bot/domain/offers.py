"""What an alumnus offers: a talk, an internship, an excursion, a gift; never a payment."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import Gone
from bot.domain.ids import new_id


class OfferState(StrEnum):
    NEW = "new"
    TALKING = "talking"
    AGREED = "agreed"
    DONE = "done"  # thanks are sent
    DECLINED = "declined"


ENDED = frozenset({OfferState.DONE, OfferState.DECLINED})


@dataclass(eq=False, kw_only=True)
class Offer:
    """One thing one alumnus offers; each has its own fate."""

    organisation_id: UUID
    programme_id: UUID
    participation_id: UUID
    person_id: UUID
    kind: str  # of the profile's catalogue of offers
    made_at: datetime
    words: str | None = None
    state: OfferState = OfferState.NEW
    moved_at: datetime | None = None
    moved_by: UUID | None = None
    note: str | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    def move(self, to: OfferState, *, by: UUID, now: datetime) -> bool:
        """True when this call did it. Raises `Gone` for an offer that has ended."""
        if self.state is to:
            return False
        if self.state in ENDED:
            raise Gone
        self.state, self.moved_at, self.moved_by = to, now, by
        return True
