"""What the invented mentors of the demo pass before the curator's yes."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor
from bot.domain.profile import Profile
from bot.storage.database import Database
from bot.usecases.applications import checking, selection
from sandbox import people_of_demo as demo
from sandbox.people_of_demo import Invented

_TALKED_TO = ("approved", "ready")


async def select(
    db: Database, anna: Actor, somebody: Invented, participation_id: UUID, profile: Profile
) -> None:
    """Documents, and as far as their state says the interview and the training."""
    mentor: dict[str, Any] = {"participation_id": participation_id, "profile": profile}
    today = moments.local(db.clock(), demo.ZONE).date()
    wanted = profile.selection_of(str(somebody.answers["kind"])).checks
    for kind in profile.check_kinds:
        if kind.key not in wanted:
            continue
        number_hash = None
        if kind.numbered:
            number_hash = await checking.keep_number(
                db, anna, participation_id=participation_id, number=f"74-{somebody.account:06}"
            )
        await checking.record(
            db,
            anna,
            kind=kind.key,
            issued_on=today,
            expires_on=today + timedelta(days=somebody.certificate) if kind.months else None,
            number_hash=number_hash,
            **mentor,
        )
    if somebody.state in _TALKED_TO:
        await selection.record_interview(
            db, anna, recommended=True, note=somebody.extra.get("note"), **mentor
        )
        await selection.mark_trained(db, anna, **mentor)
