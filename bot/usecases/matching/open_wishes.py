"""Where somebody may say wishes now: the menu asks with each draw."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor
from bot.domain.pairs import OPEN
from bot.storage.database import Database


@dataclass(frozen=True)
class OpenWishes:
    """Wishes that may be said now: one's own, or a veto for a child."""

    participation_id: UUID
    programme: str
    ward_id: UUID | None
    said: int
    until: datetime
    zone: str
    now: datetime


async def mine(db: Database, actor: Actor) -> list[OpenWishes]:
    """What is open for the person, and for the children they answer for."""
    async with db.reading() as tx:
        found = [
            one
            for one in await tx.wishes.open_for(actor.person_id, tx.now)
            if one.programme_id not in actor.archived
        ]
        if not found:  # as on most days of the year
            return []
        pairs = await tx.pairs.at_work(OPEN, person_ids={one.person_id for one in found})
        taken = {pair.mentee_participation_id for pair in pairs}
        programmes = await tx.programmes.many({one.programme_id for one in found})
        zones = await tx.programmes.zones({one.organisation_id for one in found})
        said = await tx.wishes.said({one.id for one in found})
        return [
            OpenWishes(
                participation_id=one.id,
                programme=programmes[one.programme_id].name,
                ward_id=None if one.person_id == actor.person_id else one.person_id,
                said=said.get(one.id, 0),
                until=programmes[one.programme_id].wishes_until or tx.now,
                zone=zones[one.organisation_id],
                now=tx.now,
            )
            for one in found
            if one.id not in taken
        ]
