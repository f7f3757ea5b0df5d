"""The curator's programmes: making one, and what is waiting in it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import NotAllowed, NothingChosen
from bot.domain.pairs import PairState
from bot.domain.participations import ParticipationState
from bot.domain.people import Person
from bot.domain.programmes import Organisation, Programme, tidy_name
from bot.storage.database import Database


@dataclass(frozen=True)
class ProgrammeLine:
    programme_id: UUID
    name: str
    organisation: str
    waiting: int  # applications that need a decision
    free_mentees: int
    active_pairs: int
    proposed_pairs: int


async def introduce_curator(db: Database, actor: Actor, *, name: str) -> None:
    """The curator's own name: participants are told who sees their data."""
    async with db.transaction() as tx:
        (await tx.get(Person, actor.person_id)).name = tidy_name(name)


async def create(
    db: Database,
    actor: Actor,
    *,
    name: str,
    forms: list[str],
    starts_on: date,
    ends_on: date,
) -> UUID:
    """A new programme of the organisation in which the actor is a curator.

    Raises `NothingChosen` (no form), `DatesOutOfOrder`, `NameTooLong`, `NotAllowed`.
    """
    if not forms:
        raise NothingChosen
    house = next((a for a in actor.assignments if a.role is Role.CURATOR), None)
    if house is None:
        raise NotAllowed
    async with db.transaction() as tx:
        programme = Programme.plan(
            organisation_id=house.organisation_id,
            name=name,
            forms=forms,
            starts_on=starts_on,
            ends_on=ends_on,
            now=tx.now,
        )
        actor.must(May.MANAGE_PROGRAMME, programme)
        tx.add(programme)
        return programme.id


async def mine(db: Database, actor: Actor) -> list[ProgrammeLine]:
    """The programmes the actor curates, oldest first."""
    houses = {a.organisation_id for a in actor.assignments if a.role is Role.CURATOR}
    if not houses:
        return []
    async with db.reading() as tx:
        lines = []
        for programme in await tx.programmes.of_organisations(houses):
            if not actor.may(May.READ_DIGEST, programme):
                continue
            people = await tx.participations.counts(programme.id)
            pairs = await tx.pairs.counts(programme.id)
            house = await tx.get(Organisation, programme.organisation_id)
            applied = ParticipationState.APPLIED
            approved = people.get((Role.MENTEE, ParticipationState.APPROVED), 0)
            active, proposed = pairs.get(PairState.ACTIVE, 0), pairs.get(PairState.PROPOSED, 0)
            lines.append(
                ProgrammeLine(
                    programme_id=programme.id,
                    name=programme.name,
                    organisation=house.name,
                    waiting=sum(n for (_, state), n in people.items() if state is applied),
                    free_mentees=max(approved - active - proposed, 0),
                    active_pairs=active,
                    proposed_pairs=proposed,
                )
            )
        return lines
