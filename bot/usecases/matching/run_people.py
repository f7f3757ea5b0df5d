"""The run in force and the people of its lines, as its screens ask for them."""

from collections.abc import Collection
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.matching.runs import MatchingRun
from bot.domain.people import Person
from bot.domain.programmes import Programme
from bot.storage.database import Transaction

AT_ONCE = 200  # people read from the database


async def run_in_force(tx: Transaction, actor: Actor, programme_id: UUID) -> MatchingRun | None:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.PROPOSE_PAIRS, programme)
    found = await tx.matching.current_id(programme_id)
    return await tx.get(MatchingRun, found) if found else None


async def people_of(tx: Transaction, participation_ids: Collection[UUID]) -> dict[UUID, Person]:
    """By participation; of thousands some at a time, so that others have their turn."""
    ids, found = list(participation_ids), dict[UUID, Person]()
    for begin in range(0, len(ids), AT_ONCE):
        some = await tx.participations.many(ids[begin : begin + AT_ONCE])
        people = await tx.people.many({one.person_id for one in some.values()})
        found |= {id_: people[one.person_id] for id_, one in some.items()}
    return found


def called(people: dict[UUID, Person], participation_id: UUID) -> str:
    person = people.get(participation_id)
    return person.name if person is not None and person.name else "—"
