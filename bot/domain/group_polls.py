"""A poll of times: the mentor of a group asks everybody at once, and the time of most is taken.

- Everybody ticks each time that suits, or says that none does.
- It ends when all have answered, or by itself: at the latest after two days, and before the first
  of its times.
- Fewer than the quorum at every time: nobody meets, and the mentor offers anew.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.meetings import to_choose_from

LASTS = timedelta(days=2)
WORTH_REMINDING = timedelta(hours=12)  # of polls that end sooner nobody is reminded
LEAD = timedelta(hours=3)  # who comes is to know it before


class PollState(StrEnum):
    OPEN = "open"
    AGREED = "agreed"
    NO_QUORUM = "no-quorum"
    REPLACED = "replaced"  # the mentor has offered other times meanwhile
    CALLED_OFF = "called-off"


@dataclass(frozen=True)
class Quorum:
    """More than `share` percent of the mentees, and at least `least`."""

    share: int = 50
    least: int = 2

    def of(self, mentees: int) -> int:
        return min(mentees, max(self.least, mentees * self.share // 100 + 1))


@dataclass(eq=False, kw_only=True)
class GroupPoll:
    organisation_id: UUID
    programme_id: UUID
    group_id: UUID
    offered_by: UUID
    offered_at: datetime
    times: list[str]  # ISO instants, UTC
    place: str  # as of a meeting
    ends_at: datetime
    where: str | None = None  # a link, or the place in words
    state: PollState = PollState.OPEN
    at: datetime | None = None  # the time agreed on
    id: UUID = field(default_factory=new_id)

    @classmethod
    def offer(
        cls,
        *,
        organisation_id: UUID,
        programme_id: UUID,
        group_id: UUID,
        offered_by: UUID,
        times: Sequence[datetime],
        place: str,
        now: datetime,
    ) -> "GroupPoll":
        """Raises `NothingChosen`, `TooManyTimes`, `MeetingInThePast`."""
        return cls(
            organisation_id=organisation_id,
            programme_id=programme_id,
            group_id=group_id,
            offered_by=offered_by,
            offered_at=now,
            times=to_choose_from(times, now),
            place=place,
            ends_at=end_of(min(times), now),
        )

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.offered_by})

    @property
    def offered_times(self) -> list[datetime]:
        return [datetime.fromisoformat(at) for at in self.times]

    def open_at(self, now: datetime) -> bool:
        return self.state is PollState.OPEN and now < self.ends_at

    def remind_at(self) -> datetime | None:
        """When whoever has not answered is asked once more: half way, if there is time for it."""
        whole = self.ends_at - self.offered_at
        return self.offered_at + whole / 2 if whole >= WORTH_REMINDING else None

    def call_off(self) -> bool:
        """False for a second press. Raises `Gone` when it has been counted."""
        if self.state is PollState.CALLED_OFF:
            return False
        if self.state is not PollState.OPEN:
            raise Gone
        self.state = PollState.CALLED_OFF
        return True

    def chosen(self, times: Collection[datetime], now: datetime) -> list[str]:
        """What somebody has ticked, as it is kept. Raises `Gone`."""
        if not self.open_at(now) or not set(times) <= set(self.offered_times):
            raise Gone
        return [at.isoformat() for at in sorted(set(times))]

    def agree(self, at: datetime) -> None:
        self.state, self.at = PollState.AGREED, at


@dataclass(eq=False, kw_only=True)
class GroupPollAnswer:
    """What one mentee has ticked; nothing ticked: no time suits."""

    organisation_id: UUID
    poll_id: UUID
    participation_id: UUID
    times: list[str]
    answered_at: datetime
    entered_by: UUID | None = None  # of the team, for somebody without a messenger
    id: UUID = field(default_factory=new_id)

    @property
    def ticked(self) -> list[datetime]:
        return [datetime.fromisoformat(at) for at in self.times]


def end_of(first: datetime, now: datetime) -> datetime:
    """Two days later; sooner when the first time is near, so that there is still time to come."""
    return min(now + LASTS, max(first - LEAD, now + (first - now) / 2))


def ticks_of(
    times: Sequence[datetime], ticked: Mapping[UUID, Collection[datetime]]
) -> dict[datetime, frozenset[UUID]]:
    """Who can come to each time, in the order of the times."""
    return {
        at: frozenset(one for one, theirs in ticked.items() if at in theirs)
        for at in sorted(set(times))
    }


def winner(
    times: Sequence[datetime], ticked: Mapping[UUID, Collection[datetime]], quorum: int
) -> datetime | None:
    """The time of most ticks, of these the earliest; None when even that has too few."""
    votes = ticks_of(times, ticked)
    best = max(votes, key=lambda at: (len(votes[at]), -at.timestamp()), default=None)
    return best if best is not None and len(votes[best]) >= max(quorum, 1) else None
