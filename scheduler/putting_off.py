"""What becomes of a notice that does not go now: later, tomorrow, once more, or in doubt."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain import moments
from bot.domain.notices import Doubt, Notice, NoticeState, retry_at
from bot.storage.outgoing import Outcome

NEXT_DAY_HOUR = 12


def later(notice: Notice, try_at: datetime, now: datetime) -> Outcome:
    if try_at > notice.useful_until:
        return Outcome(notice, NoticeState.MISSED, now, reason="no good hour in time")
    return Outcome(notice, NoticeState.PLANNED, now, try_at=try_at)


def tomorrow(notice: Notice, zone: str, now: datetime) -> Outcome:
    """Today has had its message."""
    day = moments.local(now, zone).date() + timedelta(days=1)
    return later(notice, moments.instant(day, time(NEXT_DAY_HOUR), zone), now)


def again(notice: Notice, now: datetime, reason: str) -> Outcome:
    try_at = retry_at(notice.attempts + 1, now)
    if try_at is None:
        return Outcome(notice, NoticeState.FAILED, now, reason=reason, tried=True)
    return Outcome(notice, NoticeState.PLANNED, now, try_at=try_at, reason=reason, tried=True)


def in_doubt(notice: Notice, doubt: Doubt, now: datetime, reason: str) -> Outcome:
    if doubt is Doubt.HOLD or notice.doubtful:
        return Outcome(notice, NoticeState.UNCERTAIN, now, reason=reason, tried=True)
    return replace(again(notice, now, reason), doubtful=True)
