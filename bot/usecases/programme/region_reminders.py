"""The region reminds organisations that are behind: shown before it goes, and kept who did it.

It goes to the curators and the head as a notice that waits for a day without another message.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.notice_kinds import plan_each
from bot.domain.profile import Profile
from bot.domain.region import REMIND_AGAIN, Lag, Standing
from bot.domain.region_reminders import (
    NobodyToRemind,
    NothingBehind,
    RegionReminder,
    RemindedLately,
)
from bot.storage.database import Database, Transaction
from bot.usecases.programme import regions

WRITTEN_TO = (Role.CURATOR, Role.HEAD)


@dataclass(frozen=True)
class Waiting:
    """An organisation that would be reminded now, of what, and how many people would read it."""

    organisation_id: UUID
    name: str
    lags: tuple[Lag, ...]
    people: int


@dataclass(frozen=True)
class Preview:
    """`lately`: are behind and were reminded not long ago; `nobody`: have no one to write to."""

    waiting: tuple[Waiting, ...]
    lately: int
    nobody: int

    @property
    def letters(self) -> int:
        return sum(one.people for one in self.waiting)


async def preview(db: Database, actor: Actor, *, profile: Profile) -> Preview:
    """Everybody who would hear of it if all were reminded now."""
    actor.must(May.REMIND_ORGANISATIONS)
    async with db.reading() as tx:
        behind = (await regions.seen_by(tx, profile)).behind
        people = await _readers(tx, [one.organisation_id for one in behind])
    return _sorted_out(behind, people)


async def preview_one(
    db: Database, actor: Actor, *, organisation_id: UUID, profile: Profile
) -> Waiting:
    """Raises `Gone`, `NothingBehind`, `RemindedLately`, `NobodyToRemind`."""
    actor.must(May.REMIND_ORGANISATIONS)
    async with db.reading() as tx:
        return (await _one(tx, organisation_id, profile))[0]


async def remind(
    db: Database, actor: Actor, *, organisation_id: UUID, profile: Profile
) -> int:
    """One organisation; how many people will read it. Refuses what `preview_one` refuses."""
    actor.must(May.REMIND_ORGANISATIONS)
    async with db.reading() as tx:  # the region is protected while nobody waits for it
        waiting, people = await _one(tx, organisation_id, profile)
    async with db.transaction() as tx:
        await tx.region.lock([organisation_id])
        if organisation_id in await tx.region.reminded(tx.now - REMIND_AGAIN):
            raise RemindedLately(days=REMIND_AGAIN.days)  # meanwhile
        await _send(tx, actor, [waiting], {organisation_id: people})
        return waiting.people


async def remind_all(db: Database, actor: Actor, *, profile: Profile) -> Preview:
    """Everybody who is behind and was not reminded lately; a second press reminds nobody."""
    actor.must(May.REMIND_ORGANISATIONS)
    async with db.reading() as tx:
        behind = (await regions.seen_by(tx, profile)).behind
        people = await _readers(tx, [one.organisation_id for one in behind])
    async with db.transaction() as tx:
        await tx.region.lock([one.organisation_id for one in behind])
        reminded = await tx.region.reminded(tx.now - REMIND_AGAIN)
        found = _sorted_out(
            [one for one in behind if one.reminded_at or one.organisation_id not in reminded],
            people,
        )
        await _send(tx, actor, found.waiting, people)
        return found


async def _one(
    tx: Transaction, organisation_id: UUID, profile: Profile
) -> tuple[Waiting, Sequence[UUID]]:
    standing = (await regions.seen_by(tx, profile)).house(organisation_id)
    people = (await _readers(tx, [organisation_id])).get(organisation_id, [])
    if not standing.lags:
        raise NothingBehind
    if standing.reminded_at is not None:
        raise RemindedLately(days=REMIND_AGAIN.days)
    if not people:
        raise NobodyToRemind
    return Waiting(organisation_id, standing.name, standing.lags, len(people)), people


async def _readers(
    tx: Transaction, organisation_ids: Sequence[UUID]
) -> Mapping[UUID, Sequence[UUID]]:
    return await tx.region.holders_by_house(organisation_ids, *WRITTEN_TO)


def _sorted_out(
    behind: Sequence[Standing], people: Mapping[UUID, Sequence[UUID]]
) -> Preview:
    fresh = [one for one in behind if one.reminded_at is None]
    waiting = tuple(
        Waiting(one.organisation_id, one.name, one.lags, len(people[one.organisation_id]))
        for one in fresh
        if people.get(one.organisation_id)
    )
    return Preview(waiting, len(behind) - len(fresh), len(fresh) - len(waiting))


async def _send(
    tx: Transaction,
    actor: Actor,
    waiting: Sequence[Waiting],
    people: Mapping[UUID, Sequence[UUID]],
) -> None:
    notices = []
    for one in waiting:
        made = RegionReminder(
            organisation_id=one.organisation_id,
            sent_by=actor.person_id,
            at=tx.now,
            lags=[str(lag) for lag in one.lags],
            letters=one.people,
        )
        tx.add(made)
        notices += plan_each(
            "region-reminder",
            to=people[one.organisation_id],
            subject=made.id,
            organisation_id=one.organisation_id,
            due_at=tx.now,
        )
    await tx.notices.plan(*notices)
