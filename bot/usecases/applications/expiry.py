"""Documents that end: the curator is warned 30, 7 and 0 days before, the mentor at 30 days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.checks import Check
from bot.domain.notice_kinds import plan
from bot.domain.notices import Notice
from bot.domain.participations import Participation
from bot.domain.profile import Profile
from bot.storage.database import Database, Transaction
from bot.usecases.applications.selection import SELECTED, settle

DAYS_BEFORE = (30, 7, 0)
MENTOR_HEARS = 30
WARNED_AT = time(10)
_LATE = timedelta(days=2)  # a bot that stood still catches up with this much


async def plan_warnings(db: Database, *, profile: Profile) -> int:
    """Plan the warnings of today; how many documents end soon. Twice is as good as once.

    An application whose document has ended waits for documents again.
    """
    async with db.transaction(effect=False) as tx:
        # the calendar day differs by zone: a day more on each side, the moments decide
        first = tx.now.date() - timedelta(days=3)
        last = tx.now.date() + timedelta(days=max(DAYS_BEFORE) + 1)
        ending = await tx.selection.ending(first, last)
        if not ending:
            return 0
        zones = await tx.programmes.zones({check.organisation_id for check in ending})
        curators = await tx.people.in_charge_by_programme()
        mentors = await _mentors(tx, ending)
        planned: list[Notice] = []
        for check in ending:
            for one in mentors.get((check.person_id, check.organisation_id), ()):
                zone = zones[check.organisation_id]
                planned += _warnings(check, one, curators.get(one.programme_id, ()), zone, tx.now)
                if _just_over(check, moments.local(tx.now, zone).date()):
                    await settle(tx, one, profile)
        await tx.notices.plan(*planned)
        return len(ending)


async def _mentors(
    tx: Transaction, ending: Sequence[Check]
) -> Mapping[tuple[UUID, UUID], list[Participation]]:
    found: dict[tuple[UUID, UUID], list[Participation]] = {}
    people = {check.person_id for check in ending}
    for one in await tx.participations.at_work(SELECTED, person_ids=people):
        if one.role is Role.MENTOR:
            found.setdefault((one.person_id, one.organisation_id), []).append(one)
    return found


def _just_over(check: Check, today: date) -> bool:
    return check.expires_on is not None and check.expires_on < today


def _warnings(
    check: Check, one: Participation, curators: Sequence[UUID], zone: str, now: datetime
) -> Iterator[Notice]:
    assert check.expires_on is not None
    for days in DAYS_BEFORE:
        at = moments.instant(check.expires_on - timedelta(days=days), WARNED_AT, zone)
        if not now - _LATE < at <= now or at < check.verified_at:
            continue
        readers = [*curators, *([one.person_id] if days == MENTOR_HEARS else [])]
        for reader in dict.fromkeys(readers):
            yield plan(
                "check-expiring",
                to=reader,
                subject=check.id,
                organisation_id=check.organisation_id,
                due_at=at,
            )
