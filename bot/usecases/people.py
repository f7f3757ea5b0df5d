"""Who is writing, in which language, and what they have agreed to."""

from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Actor, Role
from bot.domain.participations import ParticipationState
from bot.domain.people import Person
from bot.domain.programmes import Programme
from bot.storage.database import Database
from bot.storage.stores.people import find_actor


async def acquaint(db: Database, *, messenger: str, address: str) -> Actor | None:
    """The person as they are right now; None for somebody who has not come by an invitation."""
    return await db.look(lambda connection: find_actor(connection, messenger, address, db.clock()))


async def speak(db: Database, actor: Actor, *, locale: str) -> None:
    """From now on in this language."""
    async with db.transaction() as tx:
        (await tx.get(Person, actor.person_id)).locale = locale


async def heard_from(db: Database, *, messenger: str, address: str, reachable: bool) -> None:
    """The person blocked the bot, or came back."""
    async with db.transaction() as tx:
        contact = await tx.people.contact(messenger, address)
        if contact is None:
            return
        if reachable:
            contact.found_again()
        else:
            contact.lost(tx.now)


async def lost(db: Database, *, person_id: UUID) -> None:
    """A letter could not be delivered: the person has blocked the bot or left the messenger."""
    async with db.transaction(effect=False) as tx:
        contact = (await tx.people.contacts_of([person_id])).get(person_id)
        if contact is not None:
            contact.lost(tx.now)


@dataclass(frozen=True)
class WardLine:
    """A child somebody answers for, and where they stand in a programme."""

    ward_id: UUID
    name: str | None  # a child under 14 is asked for it after the consent
    role: Role
    programme: str
    state: ParticipationState


@dataclass(frozen=True)
class Me:
    name: str | None
    wards: tuple[WardLine, ...]


async def me(db: Database, actor: Actor) -> Me:
    """How to greet the person, and for a guardian how the children are getting on."""
    async with db.reading() as tx:
        person = await tx.get(Person, actor.person_id)
        wards = await tx.people.wards_of(person.id)
        known = await tx.people.many({w.ward_id for w in wards})
        lines = []
        for ward in wards:
            for participation in await tx.participations.of_person(ward.ward_id):
                if participation.organisation_id == ward.organisation_id:
                    programme = await tx.get(Programme, participation.programme_id)
                    line = WardLine(
                        ward_id=ward.ward_id,
                        name=known[ward.ward_id].name,
                        role=participation.role,
                        programme=programme.name,
                        state=participation.state,
                    )
                    lines.append(line)
        return Me(person.name, tuple(lines))
