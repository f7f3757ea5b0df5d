"""How the two of a pair rate it, from 1 to 10 every thirty days, and what gives cause to look.

What somebody said stays between them and the curator; here it only becomes a sign and its day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

EVERY = timedelta(days=30)
ANSWERED_WITHIN = timedelta(days=7)  # of a round's begin; later the question is void
LEAST, MOST = 1, 10


@dataclass(frozen=True)
class Rated:
    """One word of one side."""

    person_id: UUID
    round: int  # 1 from day 30
    value: int
    at: datetime


@dataclass(frozen=True)
class RatingSigns:
    """Since when each of these is so; None: it is not."""

    differ: datetime | None = None
    fell: datetime | None = None
    missing: datetime | None = None  # two rounds in a row without a word of one side


def round_at(started: datetime | None, now: datetime) -> int:
    """Which round it is; 0 before day 30."""
    return (now - started) // EVERY if started else 0


def signs(
    rated: Sequence[Rated],
    *,
    sides: tuple[UUID, UUID],
    started: datetime | None,
    alive: datetime | None,
    now: datetime,
    gap: int,
    drop: int,
) -> RatingSigns:
    """`alive`: since when the pair was last at work; nobody is asked while it rests.

    Only the present round and the one before it count: what was said in autumn is over by spring.
    """
    current = round_at(started, now)
    if started is None or current == 0:
        return RatingSigns()
    said: dict[UUID, dict[int, Rated]] = {side: {} for side in sides}
    for one in rated:
        if one.person_id in said:
            said[one.person_id][one.round] = one
    one_side, other = (said[side] for side in sides)
    return RatingSigns(
        differ=_differ(one_side, other, current, gap),
        fell=min((at for side in sides if (at := _fell(said[side], current, drop))), default=None),
        missing=_missing(said, started, alive or started, now),
    )


def _differ(
    one: dict[int, Rated], other: dict[int, Rated], current: int, gap: int
) -> datetime | None:
    both = max(one.keys() & other.keys(), default=0)
    if both < max(current - 1, 1) or abs(one[both].value - other[both].value) < gap:
        return None
    return max(one[both].at, other[both].at)


def _fell(said: dict[int, Rated], current: int, drop: int) -> datetime | None:
    *_, before, last = [0, 0, *sorted(said)]
    if not before or last < current - 1 or said[before].value - said[last].value < drop:
        return None
    return said[last].at


def _missing(
    said: dict[UUID, dict[int, Rated]], started: datetime, alive: datetime, now: datetime
) -> datetime | None:
    last = round_at(started, now - ANSWERED_WITHIN)  # the last round that is over
    begun = started + (last - 1) * EVERY
    if last < 2 or begun < alive:
        return None
    silent = any(not {last, last - 1} & side.keys() for side in said.values())
    return begun if silent else None
