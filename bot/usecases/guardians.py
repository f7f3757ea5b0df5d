"""A guardian's consent for a minor: in the guardian's own chat, or marked from paper."""

from dataclasses import dataclass
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import GuardianIsMinor, InvitationNotValid, OwnWard
from bot.domain.notice_kinds import plan
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import AgeBand, Consent, Guardianship, Membership, Person, Tone
from bot.domain.profile import ConsentText, Profile
from bot.domain.programmes import Invitation, Organisation, Programme, tidy_name
from bot.storage.database import Database, Transaction
from bot.usecases.intake import GUARDIAN_CONSENT, begin_form, curator_name, tell_curators

PAPER = "paper"


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
        tx.add(
            Guardianship(
                organisation_id=participation.organisation_id,
                guardian_id=guardian_id,
                ward_id=participation.person_id,
                since=tx.now,
            )
        )
        tx.add(
            Membership(
                person_id=guardian_id,
                role=Role.GUARDIAN,
                organisation_id=participation.organisation_id,
                programme_id=participation.programme_id,
                since=tx.now,
            )
        )
        await _agreed(tx, participation, guardian, seen.document, profile, channel)


async def mark_paper(
    db: Database, actor: Actor, *, participation_id: UUID, profile: Profile
) -> None:
    """The curator holds the signed paper of a guardian who does not use the messenger."""
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        actor.must(May.DECIDE_APPLICATIONS, participation)
        if participation.guardian_agreed:
            return
        curator = await tx.get(Person, actor.person_id)
        document = profile.consents[GUARDIAN_CONSENT]
        await _agreed(tx, participation, curator, document, profile, PAPER)


async def _agreed(
    tx: Transaction,
    participation: Participation,
    by: Person,
    document: ConsentText,
    profile: Profile,
    channel: str,
) -> None:
    tx.add(
        Consent(
            organisation_id=participation.organisation_id,
            person_id=participation.person_id,
            given_by=by.id,
            kind=document.kind,
            version=document.version,
            text_hash=document.hash(by.locale, by.tone),
            locale=by.locale,
            channel=channel,
            given_at=tx.now,
        )
    )
    waited = participation.state is ParticipationState.GUARDIAN
    participation.guardian_consented()
    if participation.state is ParticipationState.FORM and participation.response_id is None:
        await begin_form(tx, participation, profile)
    if waited:
        await tx.notices.plan(
            plan(
                "guardian-agreed",
                to=participation.person_id,
                subject=participation.id,
                organisation_id=participation.organisation_id,
                due_at=tx.now,
            )
        )
        await tell_curators(tx, participation)
