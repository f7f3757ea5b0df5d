"""When and of what a curator wants to hear unasked: chosen in the chat."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.digest_choices import DigestChoice
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction

A_LITTLE = timedelta(minutes=30)  # a digest of this hour is planned though the hour has begun


@dataclass(frozen=True)
class ChoiceFacts:
    programme: str
    choice: DigestChoice
    next_at: datetime | None
    zone: str
    now: datetime


async def choice_of(tx: Transaction, programme: Programme, person_id: UUID) -> DigestChoice:
    """What the person chose; else the usual, which is not stored."""
    return await tx.digests.choice(programme.id, person_id) or usual(programme, person_id)


def usual(programme: Programme, person_id: UUID) -> DigestChoice:
    return DigestChoice(
        organisation_id=programme.organisation_id,
        programme_id=programme.id,
        person_id=person_id,
        weekday=programme.digest_weekday,
        hour=programme.digest_hour,
    )


async def chosen(db: Database, actor: Actor, *, programme_id: UUID) -> ChoiceFacts:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.READ_DIGEST, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        choice = await choice_of(tx, programme, actor.person_id)
        return ChoiceFacts(
            programme=programme.name,
            choice=choice,
            next_at=choice.next_at(tx.now, house.timezone),
            zone=house.timezone,
            now=tx.now,
        )


async def hear(
    db: Database, actor: Actor, *, programme_id: UUID, often: str, weekday: int, hour: int
) -> None:
    """From now on then; what was planned by the choice before is forgotten. Raises `Gone`."""
    async with db.transaction() as tx:
        programme, choice = await _mine(tx, actor, programme_id)
        choice.hear(often, weekday, hour)
        await tx.notices.forget_of(actor.person_id, [programme.id], ("digest",))


async def turn(db: Database, actor: Actor, *, programme_id: UUID, kind: str) -> None:
    """Switch a kind of alert off, or on again. Raises `Gone`, also for what is always told."""
    async with db.transaction() as tx:
        programme, choice = await _mine(tx, actor, programme_id)
        house = await tx.get(Organisation, programme.organisation_id)
        choice.turn(kind, moments.local(tx.now, house.timezone).date())


async def _mine(
    tx: Transaction, actor: Actor, programme_id: UUID
) -> tuple[Programme, DigestChoice]:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.READ_DIGEST, programme)
    await tx.programmes.lock(programme_id)  # two presses make one choice
    choice = await tx.digests.choice(programme_id, actor.person_id)
    if choice is None:
        choice = usual(programme, actor.person_id)
        tx.add(choice)
    return programme, choice
