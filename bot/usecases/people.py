"""Who is writing, in which language, and what they have agreed to."""

from bot.domain.access import Actor
from bot.domain.people import Person
from bot.storage.database import Database


async def acquaint(db: Database, *, messenger: str, address: str) -> Actor | None:
    """The person as they are right now; None for somebody who has not come by an invitation."""
    async with db.reading() as tx:
        return await tx.people.actor(messenger, address)


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
