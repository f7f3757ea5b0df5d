"""What somebody of the team did about a pair the digest named: who, when, and until when it rests.

A pair that was seen to leaves the digest. It comes back by itself: when its day has come, when its
light is worse, or, after "not a problem", when there is a new reason.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import DayTooFar, Gone
from bot.domain.health import Alert, Health, Light
from bot.domain.ids import new_id
from bot.domain.plan_errors import DayIsOver


class Done(StrEnum):
    CALLED = "called"  # talked with one side or both
    NUDGED = "nudged"
    SNOOZED = "snoozed"
    FINE = "fine"  # not a problem, for a reason


RESTS = {Done.CALLED: 7, Done.NUDGED: 3, Done.FINE: 30}  # days
SNOOZES = (3, 7)  # days, the likely ones
LONGEST_SNOOZE = 90
WHY_FINE = ("agreed", "away", "outside", "mistake")
_WORST_FIRST = tuple(Light)


@dataclass(eq=False, kw_only=True)
class PairMark:
    organisation_id: UUID
    programme_id: UUID
    pair_id: UUID
    made_by: UUID
    what: Done
    on_day: date  # of the organisation's calendar
    at: datetime
    until: date  # the first day on which the pair may come back
    light: Light  # then
    alerts: list[str] = field(default_factory=list)  # then
    reason: str | None = None  # of WHY_FINE
    with_mentee: bool = False
    with_mentor: bool = False
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.made_by})

    def again(self, other: "PairMark") -> None:
        """The same person did the same on the same day: one mark, as it was said last."""
        self.at, self.until, self.reason = other.at, other.until, other.reason
        self.light, self.alerts = other.light, other.alerts
        self.with_mentee = self.with_mentee or other.with_mentee
        self.with_mentor = self.with_mentor or other.with_mentor

    def hides(self, health: Health, today: date) -> bool:
        """Whether the pair still stays out of the digest."""
        if today >= self.until:
            return False
        if _WORST_FIRST.index(health.light) < _WORST_FIRST.index(self.light):
            return False
        known = {Alert(one) for one in self.alerts}
        return self.what is not Done.FINE or health.alerts <= known


def hidden(marks: Iterable[PairMark], health: Health, today: date) -> bool:
    return any(mark.hides(health, today) for mark in marks)


def until(what: Done, today: date, chosen: date | None) -> date:
    """Raises `Gone` for a snooze without a day, `DayIsOver`, `DayTooFar`."""
    if what is not Done.SNOOZED:
        return today + timedelta(days=RESTS[what])
    if chosen is None:
        raise Gone
    if chosen <= today:
        raise DayIsOver
    if (chosen - today).days > LONGEST_SNOOZE:
        raise DayTooFar(days=LONGEST_SNOOZE)
    return chosen


def fine_for(reason: str | None, known: Collection[str] = WHY_FINE) -> str:
    """Raises `Gone` for anything a button cannot have carried."""
    if reason is None or reason not in known:
        raise Gone
    return reason
