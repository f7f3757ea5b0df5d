"""What a regional coordinator sees: how every organisation stands, and never a person.

Read from the kept figures (`house_counting`); what is shown of them together is decided in
`domain/region.py`, so that no small number follows from it.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.house_figures import ANSWERS, school_year
from bot.domain.people import searchable
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.domain.region import REMIND_AGAIN, Kept, Region, Standing, region
from bot.storage.database import Database, Transaction
from bot.usecases.programme.house_counting import coverage_of, shares_of

MOST_YEARS = 5
MOST_REMINDERS = 3


@dataclass(frozen=True)
class Seen:
    """The region as it was counted last, and today where the coordinator is."""

    region: Region
    today: date
    now: datetime
    zone: str


@dataclass(frozen=True)
class Reminded:
    at: datetime
    by: str | None
    letters: int


@dataclass(frozen=True)
class Card:
    standing: Standing
    seen: Seen
    reminded: tuple[Reminded, ...]  # the newest first
    again_at: datetime | None  # not reminded before then


@dataclass(frozen=True)
class Year:
    """The region at the same time of another school year."""

    year: int
    region: Region


async def overview(db: Database, actor: Actor, *, profile: Profile) -> Seen:
    """Three statements whatever the size of the region."""
    actor.must(May.SEE_REGION)
    async with db.reading() as tx:
        zone = await zone_of(tx, actor)
        return Seen(
            region=await seen_by(tx, profile, forms=True),
            today=moments.local(tx.now, zone).date(),
            now=tx.now,
            zone=zone,
        )


async def seen_by(
    tx: Transaction, profile: Profile, month: date | None = None, *, forms: bool = False
) -> Region:
    """All organisations, as counted last; or as they were counted last in a month. `forms`: with
    shares by form.

    A thousand take some 60 ms to protect: on a thread, others are answered meanwhile.
    """
    reminded = await tx.region.reminded(tx.now - REMIND_AGAIN)
    kept = await tx.region.kept(month=month)
    return await asyncio.to_thread(_region, kept, profile, tx.now.year, reminded, forms)


def _region(
    kept: Sequence[Kept],
    profile: Profile,
    year: int,
    reminded: Mapping[UUID, datetime],
    forms: bool = False,
) -> Region:
    coverage = coverage_of(profile)
    return region(
        kept,
        shares=[*(one.key for one in shares_of(profile)), ANSWERS],
        coverage=coverage.key if coverage else "",
        target=coverage.target(year) if coverage else None,
        reminded=reminded,
        forms=forms,
    )


async def zone_of(tx: Transaction, actor: Actor) -> str:
    """Where the organisation is that appointed the coordinator."""
    houses = [one.organisation_id for one in actor.assignments if one.role is Role.REGION]
    return (await tx.get(Organisation, houses[0])).timezone


async def card(
    db: Database, actor: Actor, *, organisation_id: UUID, profile: Profile
) -> Card:
    """Raises `Gone`."""
    seen = await overview(db, actor, profile=profile)
    standing = seen.region.house(organisation_id)
    async with db.reading() as tx:
        found = await tx.region.reminders_of(organisation_id, limit=MOST_REMINDERS)
    again = standing.reminded_at + REMIND_AGAIN if standing.reminded_at else None
    return Card(
        standing=standing,
        seen=seen,
        reminded=tuple(Reminded(one.at, name, one.letters) for one, name in found),
        again_at=again,
    )


def named(houses: Sequence[Standing], words: str) -> list[Standing]:
    """Those whose name holds every one of these words, or a part of it, in any order."""
    wanted = (searchable(words) or "").split()
    return [
        one for one in houses if all(part in (searchable(one.name) or "") for part in wanted)
    ]


async def years(db: Database, actor: Actor, *, profile: Profile) -> tuple[Year, ...]:
    """This school year and those before, each at this time of the year; the newest first."""
    actor.must(May.SEE_REGION)
    async with db.reading() as tx:
        today = moments.local(tx.now, await zone_of(tx, actor)).date()
        month, current = today.replace(day=1), school_year(today)
        found = []
        for year in [one for one in await tx.region.years() if one <= current][:MOST_YEARS]:
            then = month.replace(year=month.year - (current - year))
            kept = await tx.region.kept(year=year, until=then)
            counted = [one for one in kept if one.on is not None]
            if counted:
                seen = await asyncio.to_thread(_region, counted, profile, then.year, {})
                found.append(Year(year, seen))
        return tuple(found)


def a_month_before(today: date) -> date:
    """The first day of the month before."""
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)
