"""A government changes its clocks, and what was agreed on keeps its time on the wall.

Instants are kept in UTC, so new rules of a zone would make another wall time of each. The rules by
which everything was planned are kept too; a process that starts with others moves what lies ahead
before it says or plans anything.
"""

from datetime import timedelta

from bot.domain.moments import ClockRules
from bot.storage.database import Database

BACK, AHEAD = timedelta(days=2), timedelta(days=800)  # more than a school year and a follow-up
RENEWED = timedelta(days=1)


async def follow(db: Database) -> int:
    """How many rows were moved. Without new rules none is looked at; run twice, the same rows."""
    async with db.transaction(effect=False) as tx:
        moved, kept = 0, await tx.clocks.kept()
        for zone, houses in (await tx.clocks.zones()).items():
            before = kept.get(zone)
            today = ClockRules.of(zone, tx.now - BACK, tx.now + AHEAD)
            if before is not None:
                if not before.as_good_as(today, tx.now):
                    moved += await tx.clocks.move(houses, before, zone)
                elif today.until - before.until < RENEWED:
                    continue
            await tx.clocks.keep(zone, today)
        return moved
