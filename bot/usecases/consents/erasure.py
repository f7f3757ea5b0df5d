"""Deleting a person: everything personal is gone, counts stay, one line proves it.

What happens to which column stands in one table, `storage/stores/personal.py`.
"""

from uuid import UUID

from bot.domain.access import Actor
from bot.domain.erasures import Erasure
from bot.domain.errors import TeamStays
from bot.domain.people import Person
from bot.storage.database import Database, Transaction
from bot.usecases.consents.consent_rounds import leave_office
from bot.usecases.consents.leaving import leave
from bot.usecases.consents.privacy import MAY_GO, subject_of


async def erase(db: Database, actor: Actor, *, of: UUID | None = None) -> None:
    """Delete oneself, or a child one answers for. Everything planned ends first.

    Raises `TeamStays` for a member of the team, `NotAllowed` for somebody else's child.
    """
    async with db.transaction() as tx:
        person = await tx.get(Person, await subject_of(tx, actor, of))
        if person.erased_at is not None:
            return
        memberships = await tx.people.memberships_of(person.id)
        if any(one.role not in MAY_GO for one in memberships):
            raise TeamStays
        houses = {m.organisation_id for m in memberships}
        houses |= {p.organisation_id for p in await tx.participations.of_person(person.id)}
        houses |= {c.organisation_id for c in await tx.consents.given_by(person.id)}
        await _let_go_of_wards(tx, person.id)
        guardians = await tx.consents.guardians([person.id])
        for house_id in sorted(houses):
            await leave(tx, person.id, house_id, by=actor.person_id)
        await tx.flush()
        what = await tx.personal.erase(person.id, tx.now)
        for guardianship in guardians:
            await leave_office(tx, guardianship.guardian_id, guardianship.organisation_id)
        tx.add_all(
            Erasure(
                organisation_id=house_id,
                person_id=person.id,
                asked_by=actor.person_id,
                at=tx.now,
                what=what,
            )
            for house_id in sorted(houses)
        )


async def _let_go_of_wards(tx: Transaction, guardian_id: UUID) -> None:
    """Without its giver a consent proves nothing: the children take part no longer."""
    for guardianship in await tx.people.wards_of(guardian_id):
        by_others = [
            one for one in await tx.consents.guardians([guardianship.ward_id])
            if one.guardian_id != guardian_id
            and one.organisation_id == guardianship.organisation_id
        ]  # fmt: skip
        if not by_others:
            await leave(tx, guardianship.ward_id, guardianship.organisation_id, by=guardian_id)
