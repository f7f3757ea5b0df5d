"""Who cares for which pairs: each belongs to one of the team, or to all who are in charge.

Whoever goes away hands theirs over until a day. Afterwards they come back by themselves: nothing
is moved, the days alone decide.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from bot.domain.errors import DayTooFar, NotAllowed
from bot.domain.ids import new_id
from bot.domain.plan_errors import DayIsOver

LONGEST = 120  # days


@dataclass(eq=False, kw_only=True)
class Handover:
    organisation_id: UUID
    programme_id: UUID
    from_id: UUID
    to_id: UUID
    starts_on: date
    ends_on: date  # the last day
    made_by: UUID
    made_at: datetime
    ended_at: datetime | None = None  # back before its day
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.from_id, self.to_id})

    def holds(self, today: date) -> bool:
        return self.ended_at is None and self.starts_on <= today <= self.ends_on


def standing_in(handovers: Iterable[Handover], today: date) -> dict[UUID, UUID]:
    """Whoever is away -> who cares for their pairs today."""
    return {one.from_id: one.to_id for one in handovers if one.holds(today)}


def last_day(chosen: date, today: date) -> date:
    """Raises `DayIsOver`, `DayTooFar`."""
    if chosen < today:
        raise DayIsOver
    if (chosen - today).days > LONGEST:
        raise DayTooFar(days=LONGEST)
    return chosen


def must_differ(one: UUID, other: UUID) -> None:
    if one == other:
        raise NotAllowed
