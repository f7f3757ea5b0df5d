"""Who began an intake form and left it is asked twice, kindly, and then left in peace."""

from datetime import timedelta

from bot.domain.notice_kinds import plan_about
from bot.storage.database import Database

NUDGE = "form-nudge"
PAUSES = (timedelta(days=2), timedelta(days=7))  # without progress, before each of the two
_MOST = 500  # at one tick


async def nudge_due(db: Database) -> int:
    """Plan the letters for forms that nobody has touched long enough; how many."""
    async with db.reading() as tx:
        if not await tx.unfinished.silent(PAUSES, tx.now, most=1):
            return 0
    async with db.transaction() as tx:
        silent = await tx.unfinished.silent(PAUSES, tx.now, most=_MOST)
        for response in silent:
            response.reminders += 1
        await tx.notices.plan(*plan_about(NUDGE, silent, due_at=tx.now))
        return len(silent)

