"""Alumni who come to help: a link for those whom the curator knows, and the way on to mentoring."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.consents import own_document
from bot.domain.errors import Gone
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand, Person
from bot.domain.profile import Profile
from bot.domain.programmes import Invitation, Organisation, Programme, tidy_name
from bot.storage.database import Database, Transaction
from bot.usecases.joining import ages
from bot.usecases.joining.intake import begin_form
from bot.usecases.programme.offers import ITEM, form_of
from bot.usecases.team.invitations import enter

MENTOR, KIND = "mentor", "alumnus"
LONGEST_LABEL = 80
_MAY_MENTOR = (AgeBand.FROM_14_TO_17, AgeBand.ADULT)
_CARRIED = ("name", ages.DAY, ages.YEAR, "workplace")  # need not be said again


@dataclass(frozen=True)
class KnownLink:
    token: str
    label: str
    programme: str
    organisation: str
    until: datetime
    zone: str
    now: datetime


async def known_link(db: Database, actor: Actor, *, programme_id: UUID, label: str) -> KnownLink:
    """A link for one alumnus whom the curator knows; `label` says who it is for."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.KEEP_OFFERS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        invitation, token = Invitation.make(
            Role.ALUMNUS,
            organisation_id=house.id,
            programme_id=programme.id,
            now=tx.now,
            created_by=actor.person_id,
            uses=1,
        )
        invitation.known, invitation.label = True, tidy_name(label, LONGEST_LABEL)
        tx.add(invitation)
        return KnownLink(
            token=token,
            label=invitation.label,
            programme=programme.name,
            organisation=house.name,
            until=invitation.expires_at,
            zone=house.timezone,
            now=tx.now,
        )


async def may_mentor(db: Database, actor: Actor, *, participation_id: UUID) -> bool:
    """Whether this alumnus wants to be a mentor and is not on the way to it yet."""
    async with db.reading() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.FILL_APPLICATION, participation)
        if participation.role is not Role.ALUMNUS or not participation.form_sent:
            return False
        known = await tx.participations.one(
            participation.programme_id, participation.person_id, Role.MENTOR
        )
        if known is not None and known.state is not ParticipationState.WITHDRAWN:
            return False
        _, answers = await form_of(tx, participation)
        return MENTOR in (answers.get(ITEM) or {}).get("options", ())


async def become_mentor(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> UUID:
    """On to the mentor's form, with what is known filled in; the participation to go on with.

    The consent to processing is the same document for every role: it is not asked for twice.
    """
    async with db.transaction() as tx:
        alumnus = await tx.get(Participation, participation_id)
        actor.must(May.FILL_APPLICATION, alumnus)
        if alumnus.role is not Role.ALUMNUS or not alumnus.form_sent:
            raise Gone
        _, answers = await form_of(tx, alumnus)
        known = {key: answers[key] for key in _CARRIED if key in answers}
        mentor = await on_to(tx, alumnus, Role.MENTOR, profile, {"kind": KIND, **known})
        return mentor.id


async def on_to(
    tx: Transaction,
    before: Participation,
    role: Role,
    profile: Profile,
    known: Mapping[str, Any],
) -> Participation:
    """Somebody of the programme takes it up in another role too; `known` is filled in already.

    Who has come so far earlier goes on there.
    """
    person = await tx.get(Person, before.person_id)
    found = await tx.get(
        Participation,
        await enter(tx, person, role, before.organisation_id, before.programme_id),
    )
    band = person.band(tx.now.date())
    if found.state is ParticipationState.CONSENT and band in _MAY_MENTOR:
        agreed = await tx.people.consents_for([person.id], before.organisation_id)
        if own_document(band) in agreed.get(person.id, ()):
            found.agreed(band)
            await begin_form(tx, found, profile, known)
    return found
