"""Questionnaires that need a consent of their own: who has given it, as their age demands."""

from collections.abc import Collection
from uuid import UUID

from bot.domain.consents import document_for
from bot.domain.people import AgeBand
from bot.storage.database import Transaction


async def agreed(
    tx: Transaction, purpose: str | None, organisation_id: UUID, person_ids: Collection[UUID]
) -> set[UUID]:
    """Of these people who may be asked; without a purpose all of them.

    Whose age is not known is asked nothing: a child must not pass for an adult.
    """
    if purpose is None:
        return set(person_ids)
    people = await tx.people.many(set(person_ids))
    given = await tx.consents.in_force(list(person_ids))
    return {
        id_
        for id_, person in people.items()
        if person.age_band is not None
        and document_for(purpose, AgeBand(person.age_band))
        in {kind for kind, _ in given.get((id_, organisation_id), ())}
    }
