"""A guardian's consent for a minor, in the guardian's own chat."""

from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import GuardianIsMinor, InvitationNotValid, OwnWard
from bot.domain.participations import Participation
from bot.domain.people import AgeBand, Guardianship, Membership, Person, Tone
from bot.domain.profile import ConsentText, Profile
from bot.domain.programmes import Invitation, Organisation, Programme, tidy_name
from bot.storage.database import Database, Transaction
from bot.usecases.applications.clearance import review_people
from bot.usecases.consents.signing import record
from bot.usecases.joining.intake import GUARDIAN_CONSENT, curator_name, guardian_agreed


@dataclass(frozen=True)
class Ward:
    """What a guardian is told before deciding: no more than is needed to recognise the child."""

    participation_id: UUID
    name: str | None
    role: Role
    programme: str
    organisation: str
    curator: str
    agreed: bool
    person_id: UUID
    document: ConsentText


async def ward(db: Database, *, guardian_id: UUID, invitation_id: UUID, profile: Profile) -> Ward:
    """The child a link is about.

    Raises `InvitationNotValid` for a link that is not a guardian's.
    """
    async with db.reading() as tx:
        invitation = await tx.get(Invitation, invitation_id)
        if invitation.role is not Role.GUARDIAN or invitation.subject_id is None:
            raise InvitationNotValid
        participation = await tx.get(Participation, invitation.subject_id)
        if participation.person_id == guardian_id:
            raise OwnWard
        programme = await tx.get(Programme, participation.programme_id)
        house = await tx.get(Organisation, participation.organisation_id)
        child = await tx.get(Person, participation.person_id)
        guardians = await tx.people.guardians_of(child.id, house.id)
        name = await curator_name(tx, house.id, programme.id)
        document = profile.consents[GUARDIAN_CONSENT]
        return Ward(
            participation_id=participation.id,
            name=child.name,
            role=participation.role,
            programme=programme.name,
            organisation=house.name,
            curator=name,
            agreed=guardian_id in guardians and participation.guardian_agreed,
            person_id=child.id,
            document=document.filled(organisation=house.name, curator=name),
        )


async def consent(
    db: Database,
    *,
    guardian_id: UUID,
    invitation_id: UUID,
    name: str,
    profile: Profile,
    channel: str,
) -> None:
    """The guardian agrees; the child goes on at once. A second press changes nothing."""
    seen = await ward(db, guardian_id=guardian_id, invitation_id=invitation_id, profile=profile)
    if seen.agreed:
        return
    async with db.transaction() as tx:
        invitation = await tx.get(Invitation, invitation_id)
        invitation.use(tx.now)
        guardian = await tx.get(Person, guardian_id)
        if guardian.is_minor(tx.now.date()):  # a friend from the programme is no guardian
            raise GuardianIsMinor
        guardian.name, guardian.age_band = tidy_name(name), AgeBand.ADULT
        guardian.tone = Tone.VY
        participation = await tx.get(Participation, seen.participation_id)
        await _answer_for(tx, guardian_id, participation)
        record(
            tx,
            document=seen.document,
            person_id=participation.person_id,
            organisation_id=participation.organisation_id,
            signer=guardian,
            channel=channel,
        )
        await guardian_agreed(tx, participation, profile)
        await review_people(tx, [participation.person_id], profile)


async def _answer_for(tx: Transaction, guardian_id: UUID, participation: Participation) -> None:
    """From now on the guardian answers for the child there; who did before goes on."""
    house_id, ward_id = participation.organisation_id, participation.person_id
    known = await tx.consents.guardianship(house_id, guardian_id, ward_id)
    if known is None:
        tx.add(
            Guardianship(
                organisation_id=house_id, guardian_id=guardian_id, ward_id=ward_id, since=tx.now
            )
        )
    else:
        known.ended_at = None
    where = (Role.GUARDIAN, house_id, participation.programme_id)
    if await tx.people.membership(guardian_id, *where) is None:
        tx.add(
            Membership(
                person_id=guardian_id,
                role=Role.GUARDIAN,
                organisation_id=house_id,
                programme_id=participation.programme_id,
                since=tx.now,
            )
        )
