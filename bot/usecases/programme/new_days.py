"""A day begins where an organisation is: what ran out at its midnight rests from then on.

Birthdays and documents change with the date and with nothing else. So each minute only the dates
are asked for, and the pairs are looked at when one of them is new. What is remembered is no state:
after a restart they are looked at once more.
"""

from datetime import date

from bot.domain import moments
from bot.domain.profile import Profile
from bot.storage.database import Database
from bot.usecases.applications import clearance
from bot.usecases.consents import consent_rounds


class NewDays:
    def __init__(self, db: Database, profile: Profile) -> None:
        self._db, self._profile = db, profile
        self._seen: dict[str, date] = {}

    async def look(self) -> int:
        """How many guardianships ended and pairs changed."""
        async with self._db.reading() as tx:
            zones = await tx.programmes.zones_at_work()
            today = {zone: moments.local(tx.now, zone).date() for zone in zones}
        if today == self._seen:
            return 0
        ended = await consent_rounds.end_guardianships(self._db)
        changed = await clearance.review(self._db, self._profile)
        self._seen = today
        return ended + changed
