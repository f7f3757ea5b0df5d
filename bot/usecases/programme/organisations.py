"""What is known about an organisation: its kind, where its clocks stand, how many learn there.

Only somebody who curates the whole organisation changes it; any of its curators may look.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import Gone
from bot.domain.indicators import Count
from bot.domain.moments import local
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.storage.database import Database, Transaction


@dataclass(frozen=True)
class HouseFacts:
    organisation_id: UUID
    name: str
    kind: str | None
    zone: str
    contingent: dict[str, int]
    contingent_on: date | None
    today: date
    now: datetime
    changes: bool  # the actor may change it


def facts_of(house: Organisation, actor: Actor, now: datetime) -> HouseFacts:
    return HouseFacts(
        organisation_id=house.id,
        name=house.name,
        kind=house.kind,
        zone=house.timezone,
        contingent=dict(house.contingent),
        contingent_on=house.contingent_on,
        today=local(now, house.timezone).date(),
        now=now,
        changes=actor.may(May.MANAGE_PROGRAMME, house),
    )


@dataclass(frozen=True)
class House:
    organisation_id: UUID
    name: str


async def curated(db: Database, actor: Actor) -> list[House]:
    """The organisations in which the actor may found a programme, in the order of joining them."""
    ids = dict.fromkeys(
        a.organisation_id
        for a in actor.assignments
        if a.role is Role.CURATOR and a.programme_id is None
    )
    async with db.reading() as tx:
        return [House(id_, (await tx.get(Organisation, id_)).name) for id_ in ids]


async def set_kind(
    db: Database, actor: Actor, *, organisation_id: UUID, kind: str, profile: Profile
) -> None:
    async with db.transaction() as tx:
        house = await _mine(tx, actor, organisation_id)
        if kind not in {one.key for one in profile.houses.kinds}:
            raise Gone
        house.kind = kind


async def set_zone(
    db: Database, actor: Actor, *, organisation_id: UUID, zone: str, profile: Profile
) -> None:
    """Moments already agreed on stay the moments they are; from now on they are said anew."""
    async with db.transaction() as tx:
        house = await _mine(tx, actor, organisation_id)
        if zone not in {one.key for one in profile.houses.zones}:
            raise Gone
        house.timezone = zone


async def count(
    db: Database, actor: Actor, *, organisation_id: UUID, numbers: dict[str, int], on: date
) -> None:
    """How many learn there on that day; what is new is kept in the history of the numbers.

    Raises `PartLargerThanWhole`.
    """
    async with db.transaction() as tx:
        house = await _mine(tx, actor, organisation_id)
        before, before_on = house.contingent, house.contingent_on
        house.count(numbers, on)
        tx.add_all(
            Count(
                organisation_id=house.id,
                key=key,
                number=number,
                on=on,
                entered_by=actor.person_id,
                entered_at=tx.now,
            )
            for key, number in house.contingent.items()
            if on != before_on or before.get(key) != number
        )


async def _mine(tx: Transaction, actor: Actor, organisation_id: UUID) -> Organisation:
    house = await tx.get(Organisation, organisation_id)
    actor.must(May.MANAGE_PROGRAMME, house)
    return house
