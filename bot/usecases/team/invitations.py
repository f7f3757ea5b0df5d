"""Links by which people come in: making them, and what opening one leads to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import Actor, May, Role
from bot.domain.errors import InvitationNotValid, NotAllowed, OwnWard
from bot.domain.participations import Participation, ParticipationState
from bot.domain.people import Contact, Membership, Person, Tone
from bot.domain.profile import Profile
from bot.domain.programmes import (
    LONGEST_LABEL,
    Invitation,
    Organisation,
    Programme,
    tidy_name,
)
from bot.storage.database import Database, Transaction
from bot.usecases.team import personal_links

PARTICIPANTS = frozenset({Role.MENTEE, Role.MENTOR, Role.ALUMNUS})


@dataclass(frozen=True)
class Issued:
    """What the operator's command prints. `token` is shown once and kept nowhere."""

    token: str
    organisation_id: UUID
    programme_id: UUID | None


async def issue(
    db: Database,
    *,
    role: Role,
    organisation: str,
    programme: str | None,
    profile: str,
    timezone: str,
) -> Issued:
    """The operator's invitation; an organisation not known yet is founded by it.

    Raises `InvitationNotValid` when the programme is not known or the role needs one.
    """
    async with db.transaction() as tx:
        house = await tx.programmes.organisation_named(organisation)
        if house is None:
            house = Organisation(
                name=organisation, timezone=timezone, profile=profile, created_at=tx.now
            )
            tx.add(house)
            await tx.flush()
        programme_id = None
        if programme is not None:
            found = await tx.programmes.named(house.id, programme)
            if found is None:
                raise InvitationNotValid
            programme_id = found.id
        elif role in PARTICIPANTS:
            raise InvitationNotValid
        invitation, token = Invitation.make(
            role, organisation_id=house.id, programme_id=programme_id, now=tx.now, uses=1
        )
        tx.add(invitation)
        return Issued(token, house.id, programme_id)


async def audiences(db: Database, actor: Actor, *, programme_id: UUID) -> tuple[Role, ...]:
    """Whom the actor's links into this programme may let in."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.INVITE, programme)
        return actor.may_invite(programme)


@dataclass(frozen=True)
class Link:
    """A link to pass on, with what the message around it says. `person`: a guardian's child."""

    token: str
    role: Role
    programme: str
    organisation: str
    person: str | None
    until: datetime
    uses: int
    zone: str
    now: datetime


async def invite(db: Database, actor: Actor, *, role: Role, programme_id: UUID) -> str:
    """The curator's link for many; returns its token."""
    return (await link(db, actor, role=role, programme_id=programme_id)).token


async def link(
    db: Database,
    actor: Actor,
    *,
    role: Role,
    programme_id: UUID,
    uses: int | None = None,
    label: str | None = None,
) -> Link:
    """For many, or for `uses` people; whom it may let in depends on who makes it (`INVITES`)."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.INVITE, programme)
        if role not in actor.may_invite(programme):
            raise NotAllowed
        invitation, token = Invitation.make(
            role,
            organisation_id=programme.organisation_id,
            programme_id=programme_id,
            now=tx.now,
            created_by=actor.person_id,
            uses=uses,
            label=tidy_name(label, LONGEST_LABEL) if label else None,
        )
        tx.add(invitation)
        return await link_of(tx, invitation, token, programme, None)


async def invite_guardian(db: Database, actor: Actor, *, participation_id: UUID) -> str:
    """A link for the guardian of one minor: made by the minor, or by the curator."""
    return (await guardian_link(db, actor, participation_id=participation_id)).token


async def guardian_link(db: Database, actor: Actor, *, participation_id: UUID) -> Link:
    async with db.transaction() as tx:
        participation = await tx.get(Participation, participation_id)
        if not actor.may(May.FILL_APPLICATION, participation):
            actor.must(May.INVITE, participation)
        invitation, token = Invitation.make(
            Role.GUARDIAN,
            organisation_id=participation.organisation_id,
            programme_id=participation.programme_id,
            subject_id=participation.id,
            now=tx.now,
            created_by=actor.person_id,
        )
        tx.add(invitation)
        programme = await tx.get(Programme, participation.programme_id)
        child = await tx.get(Person, participation.person_id)
        return await link_of(tx, invitation, token, programme, child.name)


async def link_of(
    tx: Transaction, invitation: Invitation, token: str, programme: Programme, person: str | None
) -> Link:
    house = await tx.get(Organisation, programme.organisation_id)
    return Link(
        token=token,
        role=invitation.role,
        programme=programme.name,
        organisation=house.name,
        person=person,
        until=invitation.expires_at,
        uses=invitation.uses_left,
        zone=house.timezone,
        now=tx.now,
    )


@dataclass(frozen=True)
class Opened:
    """Where an opened link leads. `participation_id`: one's own, or for a guardian the ward's."""

    person_id: UUID
    role: Role
    organisation_id: UUID
    participation_id: UUID | None
    invitation_id: UUID
    new: bool  # first time here: ask for the language


async def open_link(
    db: Database, *, messenger: str, address: str, locale: str, token: str, profile: Profile
) -> Opened:
    """Let somebody in by a link. Before consent we keep only the account, the language, the role.

    A person who is in already is led to where they were and uses nothing up. A guardian's link is
    used up only by the consent itself. A link with a person's name on it lets in that person
    only. Raises `InvitationNotValid`, `OwnWard`, `LinkForAnother`.
    """
    async with db.transaction() as tx:
        invitation = await tx.programmes.invitation(token)
        if invitation is None or await _put_away(tx, invitation):
            raise InvitationNotValid
        if invitation.person_id is None:
            person, new = await _person(tx, messenger, address, locale, invitation.role, profile)
        else:
            person, new = await personal_links.welcome(tx, invitation, messenger, address, locale)
        if invitation.role in PARTICIPANTS:
            participation_id = await _participate(tx, invitation, person)
        elif invitation.role is Role.GUARDIAN:
            participation_id = await _ward(tx, invitation, person)
        else:
            participation_id = None
            await _appoint(tx, invitation, person)
        return Opened(
            person_id=person.id,
            role=invitation.role,
            organisation_id=invitation.organisation_id,
            participation_id=participation_id,
            invitation_id=invitation.id,
            new=new,
        )


async def _put_away(tx: Transaction, invitation: Invitation) -> bool:
    if invitation.programme_id is None:
        return False
    return (await tx.get(Programme, invitation.programme_id)).archived_at is not None


async def _person(
    tx: Transaction, messenger: str, address: str, locale: str, role: Role, profile: Profile
) -> tuple[Person, bool]:
    contact = await tx.people.contact(messenger, address)
    if contact is not None:
        contact.found_again()
        return await tx.get(Person, contact.person_id), False
    person = Person(locale=locale, created_at=tx.now, tone=Tone(profile.tone(role)))
    tx.add(person)
    await tx.flush()
    tx.add(Contact(person_id=person.id, messenger=messenger, address=address))
    return person, True


async def _participate(tx: Transaction, invitation: Invitation, person: Person) -> UUID:
    assert invitation.programme_id is not None
    known = await tx.participations.one(invitation.programme_id, person.id, invitation.role)
    if known is not None and known.state is not ParticipationState.WITHDRAWN:
        if invitation.person_id is not None:
            # entered by the team: the role comes with the link, and from now on they speak
            # for themselves
            known.entered_by = None
            await _hold(
                tx, person, invitation.role, invitation.organisation_id, invitation.programme_id
            )
        return known.id
    invitation.use(tx.now)
    participation_id = await enter(
        tx, person, invitation.role, invitation.organisation_id, invitation.programme_id
    )
    if invitation.known:
        (await tx.get(Participation, participation_id)).vouched_by = invitation.created_by
    return participation_id


async def enter(
    tx: Transaction, person: Person, role: Role, organisation_id: UUID, programme_id: UUID
) -> UUID:
    """A participation at its first step; one who left and came back agrees anew."""
    participation = await tx.participations.one(programme_id, person.id, role)
    if participation is None:
        participation = Participation(
            organisation_id=organisation_id,
            programme_id=programme_id,
            person_id=person.id,
            role=role,
            created_at=tx.now,
        )
        tx.add(participation)
        await tx.flush()
    elif participation.state is ParticipationState.WITHDRAWN:
        participation.come_back()
    await _hold(tx, person, role, organisation_id, programme_id)
    return participation.id


async def _hold(
    tx: Transaction, person: Person, role: Role, organisation_id: UUID, programme_id: UUID | None
) -> None:
    if await tx.people.membership(person.id, role, organisation_id, programme_id) is None:
        tx.add(
            Membership(
                person_id=person.id,
                role=role,
                organisation_id=organisation_id,
                programme_id=programme_id,
                since=tx.now,
            )
        )


async def _ward(tx: Transaction, invitation: Invitation, guardian: Person) -> UUID:
    assert invitation.subject_id is not None
    ward = await tx.get(Participation, invitation.subject_id)
    if ward.person_id == guardian.id:
        raise OwnWard
    already = guardian.id in await tx.people.guardians_of(ward.person_id, ward.organisation_id)
    if not already and (invitation.uses_left < 1 or tx.now >= invitation.expires_at):
        raise InvitationNotValid
    return ward.id


async def _appoint(tx: Transaction, invitation: Invitation, person: Person) -> None:
    held = await tx.people.membership(
        person.id, invitation.role, invitation.organisation_id, invitation.programme_id
    )
    if held is None:
        invitation.use(tx.now)
        await _hold(
            tx, person, invitation.role, invitation.organisation_id, invitation.programme_id
        )


@dataclass(frozen=True)
class OpenProgramme:
    programme_id: UUID
    name: str
    organisation: str


async def open_programmes(db: Database) -> list[OpenProgramme]:
    """Programmes of this installation that a graduate may offer help to: names only."""
    async with db.reading() as tx:
        return [
            OpenProgramme(programme.id, programme.name, house.name)
            for programme, house in await tx.programmes.every()
            if programme.ends_on >= tx.now.date()
        ]


async def volunteer(
    db: Database, *, messenger: str, address: str, locale: str, programme_id: UUID, profile: Profile
) -> UUID:
    """A graduate, known here or not, offers help; returns the participation to go on with."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        person, _ = await _person(tx, messenger, address, locale, Role.ALUMNUS, profile)
        return await enter(tx, person, Role.ALUMNUS, programme.organisation_id, programme.id)
