"""Telling the operators that an update was set aside, or that something of ours has failed."""

import uuid
from datetime import timedelta

from bot.domain.notice_kinds import plan
from bot.storage.database import Database

_NAMESPACE = uuid.UUID("5d0f7b0e-2f7e-5c7a-9b1c-9a6f7d0c8e11")
REPORT_EVERY = timedelta(hours=1)


async def report(db: Database, *, fingerprint: str) -> str:
    """Plan one letter an hour for each kind of trouble; returns the number it is logged under."""
    subject = uuid.uuid5(_NAMESPACE, fingerprint)
    async with db.transaction(effect=False) as tx:
        hour = tx.now.replace(minute=0, second=0, microsecond=0)
        await tx.notices.plan(
            *(
                plan(
                    "trouble",
                    to=operator.person_id,
                    subject=subject,
                    organisation_id=operator.organisation_id,
                    due_at=hour,
                    useful_until=hour + REPORT_EVERY * 24,
                )
                for operator in await tx.people.operators()
            )
        )
    return str(subject)[:8]
