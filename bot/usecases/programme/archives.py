"""A programme from year to year: copying it, putting it away, bringing it back.

What was put away can be read and not changed (`access.IN_ARCHIVE`); its links are revoked, nothing
more is said about it, and its open questionnaires and proposals are closed. Brought back, it goes
on with its pairs; links are made anew.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.pairs import AGREED, PairState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme, a_year_later, name_of_next_year
from bot.storage.database import Database, Transaction
from bot.usecases.applications.clearance import review_programme
from bot.usecases.monitoring import opening

PUT_AWAY = "programme-archived"  # why a proposal nobody answered is over


@dataclass(frozen=True)
class Copied:
    """What the next year's programme would be."""

    name: str
    forms: int
    starts_on: date
    ends_on: date
    today: date


async def next_year(db: Database, actor: Actor, *, programme_id: UUID) -> Copied:
    async with db.reading() as tx:
        programme, house = await _original(tx, actor, programme_id)
        copy = programme.copy(name=name_of_next_year(programme.name), now=tx.now)
        today = local(tx.now, house.timezone).date()
        return Copied(copy.name, len(copy.forms), copy.starts_on, copy.ends_on, today)


async def copy(db: Database, actor: Actor, *, programme_id: UUID) -> UUID:
    """Last year's programme and its road map again, without its people.

    The school calendar is the organisation's. A second press makes no second one.
    """
    async with db.transaction() as tx:
        programme, _ = await _original(tx, actor, programme_id)
        await tx.programmes.lock(programme_id)
        known = await tx.programmes.copy_of(programme_id)
        if known is not None:
            return known.id
        made = programme.copy(name=name_of_next_year(programme.name), now=tx.now)
        tx.add(made)
        await tx.flush()
        tx.add_all(
            [
                item.again(made.id, a_year_later(item.due_on))
                for item in await tx.stages.road_map(programme_id)
            ]
        )
        return made.id


async def _original(
    tx: Transaction, actor: Actor, programme_id: UUID
) -> tuple[Programme, Organisation]:
    programme = await tx.get(Programme, programme_id)
    house = await tx.get(Organisation, programme.organisation_id)
    actor.must(May.MANAGE_PROGRAMME, house)
    return programme, house


async def archive(db: Database, actor: Actor, *, programme_id: UUID) -> None:
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ARCHIVE, programme)
        if programme.archived_at is not None:
            return
        programme.archived_at = tx.now
        for wave in await tx.waves.of_programme(programme_id):
            await opening.close(tx, wave)
        for pair in await tx.pairs.of_programme(programme_id, (PairState.PROPOSED,)):
            pair.close(PUT_AWAY, tx.now)
        await tx.team.revoke_all(programme_id)
        await tx.flush()
        await tx.notices.forget_of_programme(programme_id)


async def restore(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> None:
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ARCHIVE, programme)
        programme.archived_at = None
        await review_programme(tx, programme_id, profile)


@dataclass(frozen=True)
class Archived:
    programme_id: UUID
    name: str
    organisation: str
    starts_on: date
    ends_on: date
    archived_at: datetime
    participants: int
    pairs: int  # that were at work at some time
    zone: str
    now: datetime


async def archived(db: Database, actor: Actor) -> list[Archived]:
    """What the actor put away, or may bring back; the latest first."""
    async with db.reading() as tx:
        houses = {a.organisation_id for a in actor.assignments}
        found = [
            (programme, house)
            for programme, house in await tx.programmes.of_organisations(houses, archived=True)
            if actor.may(May.ARCHIVE, programme)
        ]
        ids = [programme.id for programme, _ in found]
        people, pairs = await tx.participations.counts_of(ids), await tx.pairs.counts_of(ids)
        lines = [
            Archived(
                programme_id=programme.id,
                name=programme.name,
                organisation=house.name,
                starts_on=programme.starts_on,
                ends_on=programme.ends_on,
                archived_at=programme.archived_at or tx.now,
                participants=sum(people[programme.id].values()),
                pairs=sum(
                    n for state, n in pairs[programme.id].items() if state in AGREED
                ),
                zone=house.timezone,
                now=tx.now,
            )
            for programme, house in found
        ]
        return sorted(lines, key=lambda line: line.archived_at, reverse=True)


async def shelf(db: Database, actor: Actor, *, programme_id: UUID) -> Archived:
    """One of `archived`. Raises `Gone` for a programme that is at work."""
    found = {line.programme_id: line for line in await archived(db, actor)}
    async with db.reading() as tx:
        actor.must(May.ARCHIVE, await tx.get(Programme, programme_id))
    if programme_id not in found:
        raise Gone
    return found[programme_id]
