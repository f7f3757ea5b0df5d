"""What waits at the curator's desk, in numbers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction


@dataclass(frozen=True)
class Overview:
    rights: frozenset[May]
    name: str
    questions: int  # that wait for an answer
    oldest_days: int  # since the oldest of them waits
    tasks: int  # of the actor, due today or late


async def overview(db: Database, actor: Actor, *, programme_id: UUID) -> Overview:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_PAIRS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        return await of_programme(tx, actor, programme, house)


async def of_programme(
    tx: Transaction, actor: Actor, programme: Programme, house: Organisation
) -> Overview:
    """Nothing waits for who does not keep the desk."""
    rights = actor.rights(programme)
    if May.KEEP_DESK not in rights:
        return Overview(rights, programme.name, 0, 0, 0)
    waiting: dict[UUID, tuple[int, datetime]] = await tx.tickets.waiting([programme.id])
    number, since = waiting.get(programme.id, (0, tx.now))
    today = moments.local(tx.now, house.timezone).date()
    return Overview(
        rights=rights,
        name=programme.name,
        questions=number,
        oldest_days=(tx.now - since).days,
        tasks=await tx.desk_tasks.due(programme.id, actor.person_id, today),
    )
