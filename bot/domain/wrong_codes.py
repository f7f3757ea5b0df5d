"""Codes that led nowhere: an account that tries too many of them waits for a while.

128 random bits are not guessed; this keeps anybody from trying, and tells who looks after the
programme that somebody does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from bot.domain.ids import new_id

MOST, WITHIN, LOCKED_FOR = 5, timedelta(minutes=10), timedelta(minutes=15)
KEPT = timedelta(days=1)
TOLD_AGAIN = timedelta(days=1)  # about one account the team hears once a day
_NAMESPACE = UUID("0f1d7c52-8c0e-5f0c-9a4e-8a7a2f9d6b31")


@dataclass(eq=False, kw_only=True)
class WrongCode:
    messenger: str
    address: str
    at: datetime
    id: UUID = field(default_factory=new_id)


def locked_until(tried: Sequence[datetime], now: datetime) -> datetime | None:
    """Until when an account is locked that tried wrong codes then; None when it is not.

    As the lock is longer than the span it is judged by, no code counts towards two locks.
    """
    moments = sorted(tried)
    for first, last in zip(moments, moments[MOST - 1 :], strict=False):
        if last - first <= WITHIN and now < last + LOCKED_FOR:
            return last + LOCKED_FOR
    return None


def account_subject(messenger: str, address: str) -> UUID:
    """What a notice about an account nobody knows is about."""
    return uuid5(_NAMESPACE, f"{messenger}:{address}")
