"""What waits for a reader of the digest beside the pairs: questions, own tasks, documents that end.

Of people the reader cares for: those of a colleague's pairs stand in the colleague's digest.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain.profile import Profile
from bot.domain.programmes import Programme
from bot.storage.database import Transaction
from bot.usecases.applications import ending
from bot.usecases.applications.ending import EndingDocument, RenewedDocument

MOST_DOCUMENTS = 2  # named, each with a button


@dataclass(frozen=True)
class Waits:
    questions: int = 0  # without an answer
    days: int = 0  # since the oldest of them was asked
    tasks: int = 0  # the reader's own, due today or late
    documents: tuple[EndingDocument, ...] = ()  # the soonest first, at most MOST_DOCUMENTS
    more_documents: int = 0
    renewed: tuple[RenewedDocument, ...] = ()  # since the message came, the newest first

    @property
    def anything(self) -> bool:
        return bool(self.questions or self.tasks or self.documents)


async def waits(
    tx: Transaction,
    programme: Programme,
    profile: Profile,
    reader: UUID,
    *,
    today: date,
    cares: Callable[[UUID], bool],
    restricted: bool,
    since: datetime | None,
) -> Waits:
    """`cares`: whether the reader cares for a person. Tasks are of who sees the whole programme."""
    asked = {
        person_id: found
        for person_id, found in (await tx.tickets.waiting_by_person(programme.id)).items()
        if cares(person_id)
    }
    oldest = min((since for _, since in asked.values()), default=tx.now)
    documents = [
        one for one in await ending.ending(tx, programme.id, profile, today)
        if cares(one.person_id)
    ]  # fmt: skip
    renewed = await ending.renewed(tx, programme.id, profile, since) if since else ()
    return Waits(
        questions=sum(n for n, _ in asked.values()),
        days=max(tx.now - oldest, timedelta()).days,
        tasks=0 if restricted else await tx.desk_tasks.due(programme.id, reader, today),
        documents=tuple(documents[:MOST_DOCUMENTS]),
        more_documents=max(len(documents) - MOST_DOCUMENTS, 0),
        renewed=tuple(one for one in renewed if cares(one.person_id)),
    )
