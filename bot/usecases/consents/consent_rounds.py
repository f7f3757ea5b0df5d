"""What the clock does about consents: birthdays and new texts are asked about, guardians let go.

- At 14 the child is asked too, at 18 the adult is asked to confirm and the guardian's access ends.
- A text that has changed is asked of everybody who agreed to the old one, which holds until then.
"""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.consents import Signer, to_ask
from bot.domain.notice_kinds import plan
from bot.domain.notices import Notice
from bot.domain.participations import ParticipationState
from bot.domain.people import AgeBand, Guardianship, Person
from bot.domain.profile import Profile
from bot.storage.database import Database, Transaction
from bot.usecases.applications.clearance import review
from bot.usecases.consents.consents import AT_HOME

ASK_AGAIN = timedelta(days=14)  # who has not answered is asked anew, not oftener


async def round_of(db: Database, profile: Profile) -> int:
    """Everything that a day, a birthday or a new text has changed; how much that was."""
    ended = await end_guardianships(db)
    changed = await review(db, profile)
    return ended + changed + await ask(db, profile)


async def ask(db: Database, profile: Profile) -> int:
    """Whom to ask today: a birthday has made a document necessary, or a text has changed.

    Run every hour, it says the same once in two weeks. How many letters were planned.
    """
    async with db.reading() as tx:
        asked = await _to_ask(tx, profile)
        known = await tx.notices.asked_since(
            "consent-asked", {one.subject for one in asked}, tx.now - ASK_AGAIN
        )
        new = [one for one in asked if (one.to, one.subject) not in known]
    if new:
        async with db.transaction() as tx:
            await tx.notices.plan_unless_waiting(*new)
    return len(new)


async def _to_ask(tx: Transaction, profile: Profile) -> list[Notice]:
    """In six queries whatever the number of people."""
    at_work = await tx.participations.at_work(AT_HOME)
    homes = {(p.person_id, p.organisation_id): p for p in at_work}
    person_ids = {p.person_id for p in at_work}
    people = await tx.people.many(person_ids)
    rows = await tx.consents.by_house(person_ids)
    zones = await tx.programmes.zones({p.organisation_id for p in at_work})
    guardians: dict[tuple[UUID, UUID], list[UUID]] = {}
    for one in await tx.consents.guardians(person_ids):
        guardians.setdefault((one.ward_id, one.organisation_id), []).append(one.guardian_id)
    found = []
    for (person_id, house_id), participation in homes.items():
        today = moments.local(tx.now, zones[house_id]).date()
        band = people[person_id].band(today)
        if band is None:
            continue
        signers = {
            document.signer
            for document in to_ask(
                band, rows.get((person_id, house_id), []), profile.consent_versions
            )
        }
        if participation.state is ParticipationState.GUARDIAN:
            signers.discard(Signer.GUARDIAN)  # whoever it will be comes by the minor's link
        to = [person_id] if Signer.SELF in signers else []
        if Signer.GUARDIAN in signers:
            to += guardians.get((person_id, house_id), [])
        found += [
            plan(
                "consent-asked", to=one, subject=person_id, organisation_id=house_id,
                due_at=tx.now,
            )
            for one in to
        ]  # fmt: skip
    return found


async def end_guardianships(db: Database) -> int:
    """Who has turned 18 answers for themselves: the guardian's access ends, and they hear of it."""
    async with db.reading() as tx:
        due = [g.id for g, _ in await _grown_up(tx)]
    if not due:
        return 0
    async with db.transaction() as tx:
        ended = await _grown_up(tx)
        for guardianship, person in ended:
            guardianship.ended_at = tx.now
            person.age_band = AgeBand.ADULT
            await tx.flush()
            await leave_office(tx, guardianship.guardian_id, guardianship.organisation_id)
        staying = await _staying(tx, [guardianship.ward_id for guardianship, _ in ended])
        await tx.notices.plan(
            *(
                plan(
                    "guardianship-ended",
                    to=guardianship.guardian_id,
                    subject=guardianship.ward_id,
                    organisation_id=guardianship.organisation_id,
                    due_at=tx.now,
                )
                for guardianship, _ in ended
                if (guardianship.ward_id, guardianship.organisation_id) in staying
            )
        )
        return len(ended)


async def _staying(tx: Transaction, person_ids: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    """(person, organisation) in which somebody takes part: of who has left nothing is told."""
    found = await tx.participations.at_work(AT_HOME, person_ids=person_ids)
    return {(one.person_id, one.organisation_id) for one in found}


async def _grown_up(tx: Transaction) -> list[tuple[Guardianship, Person]]:
    """Guardianships of people who are 18 where they take part."""
    guardianships = await tx.consents.every_guardianship()
    people = await tx.people.many({g.ward_id for g in guardianships})
    zones = await tx.programmes.zones({g.organisation_id for g in guardianships})
    days = {id_: moments.local(tx.now, zone).date() for id_, zone in zones.items()}
    return [
        (one, people[one.ward_id])
        for one in guardianships
        if people[one.ward_id].is_adult(days[one.organisation_id])
    ]


async def leave_office(tx: Transaction, guardian_id: UUID, organisation_id: UUID) -> None:
    """No child there any more: no right either."""
    left = [
        g for g in await tx.people.wards_of(guardian_id) if g.organisation_id == organisation_id
    ]
    for membership in await tx.people.memberships_of(guardian_id):
        mine = membership.organisation_id == organisation_id
        if not left and mine and membership.role is Role.GUARDIAN:
            membership.ended_at = tx.now
