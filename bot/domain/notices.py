"""Everything the bot says unasked is a row: planned now, put into words when it is due.

States: planned -> claimed (leased to one deliverer) -> in flight (the request may be on the wire)
-> sent | skipped (no longer true) | missed (too late to be useful) | failed (with the reason)
| uncertain (a crash left it in flight and its kind says not to repeat).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from bot.domain.ids import new_id


class NoticeState(StrEnum):
    PLANNED = "planned"
    CLAIMED = "claimed"
    IN_FLIGHT = "in-flight"
    SENT = "sent"
    SKIPPED = "skipped"
    MISSED = "missed"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


UNREACHABLE = "unreachable"  # why a notice failed: no account, or it does not take messages

FINAL = frozenset(
    {
        NoticeState.SENT,
        NoticeState.SKIPPED,
        NoticeState.MISSED,
        NoticeState.FAILED,
        NoticeState.UNCERTAIN,
    }
)


class Priority(IntEnum):
    """Smaller goes first."""

    ANSWER = 0  # somebody is waiting for it
    TIMED = 1  # worthless when late
    BULK = 2
    MANY = 3  # a letter of the curator to many: everything else goes first


class Doubt(StrEnum):
    """What to do with a notice that a crash left on the wire: nobody knows if it arrived."""

    REPEAT = "repeat"  # a second, marked copy is better than none
    HOLD = "hold"  # most such letters have arrived: keep it for the curator's eyes


@dataclass(eq=False, kw_only=True)
class Notice:
    organisation_id: UUID
    kind: str
    to: UUID
    subject: UUID
    due_at: datetime  # the moment it is about: part of what makes it unique
    try_at: datetime  # when to look at it: later than due after a postponement
    useful_until: datetime
    priority: Priority = Priority.TIMED
    state: NoticeState = NoticeState.PLANNED
    attempts: int = 0
    doubtful: bool = False  # may already have been delivered once
    owner: str | None = None
    lease_until: datetime | None = None
    settled_at: datetime | None = None
    message_id: str | None = None
    reason: str | None = None
    id: UUID = field(default_factory=new_id)


RETRIES: Sequence[timedelta] = (timedelta(minutes=5), timedelta(minutes=10))


def retry_at(attempts: int, now: datetime) -> datetime | None:
    """When to try again after the `attempts`-th unexplained failure; None: give up."""
    return now + RETRIES[attempts - 1] if attempts <= len(RETRIES) else None
