"""A meeting: offered at up to three times, picked by the other side, confirmed by both afterwards.

- A time in the past is refused, and so is a time at which either side already meets somebody.
- Both say with one tap what became of it; when they disagree, both words are kept: `DISPUTED`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import Gone, MeetingInThePast, NothingChosen, TooEarly, TooManyTimes
from bot.domain.ids import new_id

MOST_TIMES = 3
LENGTH = timedelta(hours=1)


class MeetingState(StrEnum):
    OFFERED = "offered"
    AGREED = "agreed"
    CANCELLED = "cancelled"
    HELD = "held"
    NOT_HELD = "not-held"
    MOVED = "moved"
    DISPUTED = "disputed"


class Receipt(StrEnum):
    """What one side says became of the meeting."""

    HELD = "held"
    MOVED = "moved"
    NOT_HELD = "not-held"


@dataclass(eq=False, kw_only=True)
class Meeting:
    organisation_id: UUID
    programme_id: UUID
    pair_id: UUID
    mentor_id: UUID
    mentee_id: UUID
    offered_by: UUID
    offered_at: datetime
    times: list[str]  # ISO instants, UTC
    place: str  # a format of the profile: "online" or "in-person"
    at: datetime | None = None
    state: MeetingState = MeetingState.OFFERED
    mentor_says: Receipt | None = None
    mentee_says: Receipt | None = None
    sequence: int = 0
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.mentee_id, self.mentor_id})

    @classmethod
    def offer(
        cls,
        *,
        organisation_id: UUID,
        programme_id: UUID,
        pair_id: UUID,
        mentor_id: UUID,
        mentee_id: UUID,
        offered_by: UUID,
        times: Sequence[datetime],
        place: str,
        now: datetime,
    ) -> "Meeting":
        if not times:
            raise NothingChosen
        if len(set(times)) > MOST_TIMES:
            raise TooManyTimes(most=MOST_TIMES)
        if min(times) <= now:
            raise MeetingInThePast
        return cls(
            organisation_id=organisation_id,
            programme_id=programme_id,
            pair_id=pair_id,
            mentor_id=mentor_id,
            mentee_id=mentee_id,
            offered_by=offered_by,
            offered_at=now,
            times=[at.isoformat() for at in sorted(set(times))],
            place=place,
        )

    @property
    def offered_times(self) -> list[datetime]:
        return [datetime.fromisoformat(at) for at in self.times]

    def picker(self) -> UUID:
        """Who is to choose: the side that did not offer."""
        return self.mentee_id if self.offered_by == self.mentor_id else self.mentor_id

    def pick(self, at: datetime, now: datetime) -> bool:
        """False when this very time was picked before (a second press)."""
        if self.state is MeetingState.AGREED and self.at == at:
            return False
        if self.state is not MeetingState.OFFERED or at not in self.offered_times:
            raise Gone
        if at <= now:
            raise MeetingInThePast
        self.state, self.at = MeetingState.AGREED, at
        self.sequence += 1
        return True

    @property
    def open(self) -> bool:
        return self.state in (MeetingState.OFFERED, MeetingState.AGREED)

    def cancel(self) -> None:
        if not self.open:
            raise Gone
        self.state = MeetingState.CANCELLED
        self.sequence += 1

    @property
    def ends_at(self) -> datetime | None:
        return None if self.at is None else self.at + LENGTH

    def says(self, person_id: UUID) -> Receipt | None:
        return self.mentor_says if person_id == self.mentor_id else self.mentee_says

    def confirm(self, person_id: UUID, receipt: Receipt, now: datetime) -> None:
        """One side's word. Until both have spoken the first word counts."""
        if self.at is None or self.state in (MeetingState.OFFERED, MeetingState.CANCELLED):
            raise Gone
        if now < self.at:
            raise TooEarly
        if person_id == self.mentor_id:
            self.mentor_says = receipt
        else:
            self.mentee_says = receipt
        words = {w for w in (self.mentor_says, self.mentee_says) if w is not None}
        self.state = MeetingState(words.pop().value) if len(words) == 1 else MeetingState.DISPUTED
