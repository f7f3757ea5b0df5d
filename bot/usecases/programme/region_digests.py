"""Once a month the coordinator hears how the region stands: on its first Monday, in the morning."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain import moments
from bot.domain.notice_kinds import plan
from bot.domain.profile import Profile
from bot.domain.region import Region
from bot.storage.database import Database, Transaction
from bot.usecases.programme import regions

HOUR = time(10)


@dataclass(frozen=True)
class RegionDigest:
    """The region today, and as it was counted last in the month before (None: it was not)."""

    now: Region
    before: Region | None
    today: date


async def compute(tx: Transaction, profile: Profile, today: date) -> RegionDigest:
    """Four statements whatever the size of the region."""
    before = await regions.seen_by(tx, profile, month=regions.a_month_before(today))
    return RegionDigest(
        now=await regions.seen_by(tx, profile, forms=True),
        before=before if before.newest is not None else None,
        today=today,
    )


async def plan_due(db: Database) -> int:
    """The next one of each coordinator. Run twice, the same rows."""
    async with db.transaction(effect=False) as tx:
        planned = [
            plan(
                "region-digest",
                to=person_id,
                subject=house,
                organisation_id=house,
                due_at=next_time(tx.now, zone),
            )
            for person_id, house, zone in await tx.region.coordinators()
        ]
        await tx.notices.plan(*planned)
        return len(planned)


def next_time(now: datetime, zone: str) -> datetime:
    """The first Monday of a month at ten in the morning, not yet over."""
    month = moments.local(now, zone).date().replace(day=1)
    while True:
        monday = month + timedelta(days=-month.weekday() % 7)
        at = moments.instant(monday, HOUR, zone)
        if at >= now:
            return at
        month = (month + timedelta(days=31)).replace(day=1)
