"""Documents of mentors: what the curator has seen with her own eyes, and until when it holds.

Of a number only its hash arrives here, made by `keep_number` as soon as it is typed.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.checks import Check, hash_number, months_later
from bot.domain.errors import CheckInTheFuture, CheckOfSomebodyElse, Gone
from bot.domain.participations import Participation
from bot.domain.people import Person
from bot.domain.profile import Profile
from bot.domain.selection import CheckKind
from bot.storage.database import Database, Transaction
from bot.usecases.applications.clearance import review_people
from bot.usecases.applications.selection import SELECTED, settle, today_of

FORGETS = "check-expiring"  # what was to be said about a document that counts no more


@dataclass(frozen=True)
class KindLine:
    """A document a mentor needs, and the one that holds now."""

    kind: CheckKind
    check_id: UUID | None
    issued_on: date | None
    expires_on: date | None


@dataclass(frozen=True)
class Documents:
    participation_id: UUID
    name: str | None
    lines: tuple[KindLine, ...]
    today: date


async def documents(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> Documents:
    async with db.reading() as tx:
        participation = await _mentor(tx, actor, participation_id)
        person = await tx.get(Person, participation.person_id)
        today = await today_of(tx, participation.organisation_id)
        found = await tx.selection.checks_of([person.id], participation.organisation_id)
        valid = {c.kind: c for c in reversed(found[person.id]) if c.valid_on(today)}
        return Documents(
            participation_id=participation.id,
            name=person.name,
            lines=tuple(
                _line(kind, valid.get(kind.key))
                for kind in needed(participation, profile)
            ),
            today=today,
        )  # fmt: skip


def needed(participation: Participation, profile: Profile) -> tuple[CheckKind, ...]:
    wanted = profile.selection_for(participation.role, participation.kind).checks
    return tuple(kind for kind in profile.check_kinds if kind.key in wanted)


def _line(kind: CheckKind, check: Check | None) -> KindLine:
    if check is None:
        return KindLine(kind, None, None, None)
    return KindLine(kind, check.id, check.issued_on, check.expires_on)


async def likely_end(
    db: Database, actor: Actor, *, participation_id: UUID, kind: str, issued_on: date,
    profile: Profile,
) -> date | None:  # fmt: skip
    """Until when such a document usually holds. Raises `CheckInTheFuture`, `Gone`."""
    async with db.reading() as tx:
        participation = await _mentor(tx, actor, participation_id)
        if issued_on > await today_of(tx, participation.organisation_id):
            raise CheckInTheFuture
        known = _kind(participation, kind, profile)
        return months_later(issued_on, known.months) if known.months else None


async def keep_number(db: Database, actor: Actor, *, participation_id: UUID, number: str) -> str:
    """The hash of a number. Raises `NumberNotUnderstood`, `CheckOfSomebodyElse`."""
    async with db.reading() as tx:
        participation = await _mentor(tx, actor, participation_id)
        made = hash_number(number, participation.organisation_id)
        await _nobody_elses(tx, participation, made)
        return made


async def record(
    db: Database,
    actor: Actor,
    *,
    participation_id: UUID,
    kind: str,
    issued_on: date,
    expires_on: date | None,
    number_hash: str | None,
    profile: Profile,
) -> UUID:
    """The curator has seen the document. A second press changes nothing.

    Raises `CheckInTheFuture`, `CheckOver`, `CheckOfSomebodyElse`, `Gone`.
    """
    async with db.transaction() as tx:
        participation = await _mentor(tx, actor, participation_id)
        known = _kind(participation, kind, profile)
        if known.numbered is (number_hash is None):
            raise Gone
        if number_hash is not None:
            await _nobody_elses(tx, participation, number_hash)
        today = await today_of(tx, participation.organisation_id)
        check = Check.seen(
            organisation_id=participation.organisation_id,
            person_id=participation.person_id,
            kind=known.key,
            issued_on=issued_on,
            expires_on=expires_on,
            number_hash=number_hash,
            by=actor.person_id,
            now=tx.now,
            today=today,
        )
        earlier = await tx.selection.checks_of([check.person_id], check.organisation_id)
        for one in earlier[check.person_id]:
            if one.kind == check.kind and one.valid_on(today):
                if _same(one, check):
                    return one.id
                await tx.notices.forget(one.id, (FORGETS,))
        tx.add(check)
        await _settle_all(tx, check, profile, by=actor.person_id)
        return check.id


def _same(one: Check, other: Check) -> bool:
    return (one.issued_on, one.expires_on, one.number_hash) == (
        other.issued_on, other.expires_on, other.number_hash,
    )  # fmt: skip


async def revoke(
    db: Database, actor: Actor, *, participation_id: UUID, check_id: UUID, profile: Profile
) -> None:
    """Seen by mistake, or no longer true: it counts no more, from this moment on."""
    async with db.transaction() as tx:
        participation = await _mentor(tx, actor, participation_id)
        check = await tx.get(Check, check_id)
        mine = (check.person_id, check.organisation_id)
        if mine != (participation.person_id, participation.organisation_id):
            raise Gone
        if check.revoked_at is None:
            check.revoked_at = tx.now
            await tx.notices.forget(check.id, (FORGETS,))
            await _settle_all(tx, check, profile, by=actor.person_id)


async def _settle_all(tx: Transaction, check: Check, profile: Profile, *, by: UUID) -> None:
    """A document counts in every programme of the organisation."""
    for one in await tx.participations.of_person(check.person_id):
        here = one.organisation_id == check.organisation_id
        if here and one.role is Role.MENTOR and one.state in SELECTED:
            await settle(tx, await tx.get(Participation, one.id), profile, by=by)
    await review_people(tx, [check.person_id], profile)  # pairs rest, or go on


async def _nobody_elses(tx: Transaction, participation: Participation, number_hash: str) -> None:
    owners = await tx.selection.owners(participation.organisation_id, number_hash)
    if owners - {participation.person_id}:
        raise CheckOfSomebodyElse


async def _mentor(tx: Transaction, actor: Actor, participation_id: UUID) -> Participation:
    participation = await tx.get(Participation, participation_id)
    actor.must(May.CHECK_MENTORS, participation)
    if participation.role is not Role.MENTOR or participation.state not in SELECTED:
        raise Gone
    return participation


def _kind(participation: Participation, key: str, profile: Profile) -> CheckKind:
    found = next((kind for kind in needed(participation, profile) if kind.key == key), None)
    if found is None:
        raise Gone
    return found
