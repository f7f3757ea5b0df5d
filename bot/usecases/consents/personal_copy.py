"""The rows kept about a person, to be handed over: one's own, or those of a child."""

from typing import Any
from uuid import UUID

from bot.domain.access import Actor
from bot.storage.database import Database
from bot.usecases.consents.privacy import subject_of

Rows = dict[str, list[dict[str, Any]]]


async def rows(db: Database, actor: Actor, *, of: UUID | None = None) -> Rows:
    """By table; tables without a row are left out. Raises `NotAllowed`."""
    async with db.reading() as tx:
        whose = await subject_of(tx, actor, of)
        found = await tx.personal.rows(whose, to_guardian=whose != actor.person_id)
    return {name: some for name, some in found.items() if some}
