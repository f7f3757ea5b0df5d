"""A link made for one person: what opening it does, whoever opens it.

- An account not known yet becomes that person's.
- That person, back again, goes on; nothing is used up.
- Somebody who is here already under the same name is that person: what was entered becomes theirs,
  or is dropped where they have applied by themselves. The same goes for an account without a name,
  that of somebody who came by a link for all and has not agreed to anything.
- Anybody else is refused in plain words: a mother's account must not become her son.
"""

from bot.domain.errors import InvitationNotValid, LinkForAnother
from bot.domain.participations import ParticipationState
from bot.domain.people import Contact, Person, searchable
from bot.domain.programmes import Invitation
from bot.domain.responses import Response
from bot.storage.database import Transaction

EARLY = frozenset({ParticipationState.CONSENT, ParticipationState.FORM})


async def welcome(
    tx: Transaction, invitation: Invitation, messenger: str, address: str, locale: str
) -> tuple[Person, bool]:
    """The person to go on with, and whether they are here for the first time."""
    assert invitation.person_id is not None
    meant = await tx.find(Person, invitation.person_id)
    contact = await tx.people.contact(messenger, address)
    if contact is not None:
        contact.found_again()
        opener = await tx.get(Person, contact.person_id)
        if meant is opener:
            return opener, False
        if meant is None or await tx.bases.has_account(meant.id):
            raise InvitationNotValid
        if not await _same(tx, opener, meant):
            raise LinkForAnother
        invitation.use(tx.now)
        await _merge(tx, invitation, meant, opener)
        return opener, False
    if meant is None or await tx.bases.has_account(meant.id):
        raise InvitationNotValid  # somebody else was quicker: the curator makes another
    invitation.use(tx.now)
    meant.locale = locale
    tx.add(Contact(person_id=meant.id, messenger=messenger, address=address))
    await tx.flush()
    return meant, True


async def _same(tx: Transaction, opener: Person, meant: Person) -> bool:
    if opener.name is None:  # has agreed to nothing, and holds no role of the team
        roles = await tx.people.memberships_of(opener.id)
        guards = await tx.people.wards_of(opener.id)
        own = {p.role for p in await tx.participations.of_person(opener.id)}
        return not guards and all(role.role in own for role in roles)
    years = {opener.birth_year, meant.birth_year} - {None}
    return searchable(opener.name) == searchable(meant.name) and len(years) < 2


async def _merge(
    tx: Transaction, invitation: Invitation, meant: Person, opener: Person
) -> None:
    """What was entered for `meant` goes to the account of `opener`; `meant` is no more."""
    entered = await tx.participations.of_person(meant.id)
    if any(one.state not in EARLY for one in entered):
        raise LinkForAnother  # too much hangs on them by now: people sort it out
    invitation.person_id = opener.id  # so that it opens again for them
    for one in entered:
        own = await tx.participations.one(one.programme_id, opener.id, one.role)
        if own is not None and own.response_id is not None:
            await tx.bases.remove(one.id, meant, person_too=False)
            continue
        if own is not None:  # came by a link for all and stopped at the door
            await tx.bases.remove(own.id, opener, person_too=False)
        one.person_id = opener.id
        if one.response_id is not None:
            (await tx.get(Response, one.response_id)).person_id = opener.id
    if opener.name is None:
        opener.name, opener.birth_year, opener.tone = meant.name, meant.birth_year, meant.tone
    await tx.bases.give_over(meant, opener.id)
