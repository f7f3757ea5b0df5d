"""The door: a link or code is tried, and an account that tries too many wrong ones waits."""

from uuid import UUID

from bot.domain.errors import InvitationNotValid, TooManyWrongCodes
from bot.domain.notice_kinds import plan
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.domain.spoken import When
from bot.domain.wrong_codes import TOLD_AGAIN, account_subject, locked_until
from bot.storage.database import Database, Transaction
from bot.usecases.team import invitations
from bot.usecases.team.invitations import Opened

KIND = "wrong-codes"


async def enter(
    db: Database, *, messenger: str, address: str, locale: str, token: str, profile: Profile
) -> Opened:
    """`invitations.open_link` behind a door that locks.

    Raises `TooManyWrongCodes`, and whatever opening a link raises.
    """
    await _must_not_be_locked(db, messenger, address, profile)
    try:
        return await invitations.open_link(
            db, messenger=messenger, address=address, locale=locale, token=token, profile=profile
        )
    except InvitationNotValid:
        await _note(db, messenger, address, profile)
        raise


async def _must_not_be_locked(
    db: Database, messenger: str, address: str, profile: Profile
) -> None:
    async with db.reading() as tx:
        until = locked_until(await tx.wrong_codes.tried(messenger, address), tx.now)
        if until is not None:
            raise TooManyWrongCodes(until=When(until, profile.timezone, tx.now))


async def _note(db: Database, messenger: str, address: str, profile: Profile) -> None:
    """Raises `TooManyWrongCodes` when this one was one too many."""
    async with db.transaction(effect=False) as tx:
        await tx.wrong_codes.note(messenger, address)
        now = tx.now
        until = locked_until(await tx.wrong_codes.tried(messenger, address), now)
        if until is not None:
            await _tell(tx, messenger, address)
    if until is not None:  # said after it was saved: raised within, nothing would be
        raise TooManyWrongCodes(until=When(until, profile.timezone, now))


async def _tell(tx: Transaction, messenger: str, address: str) -> None:
    """The curators of whoever is known here; of a stranger, the operators. Once a day."""
    contact = await tx.people.contact(messenger, address)
    subject = contact.person_id if contact else account_subject(messenger, address)
    last = await tx.notices.last_planned(KIND, subject, by=tx.now + TOLD_AGAIN)
    if last is not None and tx.now < last + TOLD_AGAIN:
        return
    listeners = await _curators(tx, contact.person_id) if contact else {}
    if not listeners:
        listeners = {one.person_id: one.organisation_id for one in await tx.people.operators()}
    await tx.notices.plan(
        *(
            plan(KIND, to=to, subject=subject, organisation_id=organisation_id, due_at=tx.now)
            for to, organisation_id in listeners.items()
        )
    )


async def _curators(tx: Transaction, person_id: UUID) -> dict[UUID, UUID]:
    """Who looks after the person anywhere, and in which organisation; nobody after oneself."""
    found: dict[UUID, UUID] = {}
    for held in await tx.people.memberships_of(person_id):
        house = await tx.get(Organisation, held.organisation_id)
        for curator in await tx.people.in_charge(house.id, held.programme_id):
            found.setdefault(curator, house.id)
    found.pop(person_id, None)
    return found
