"""The team of a programme: who belongs to it, inviting somebody in a role, ending a membership.

A link for the team works once. It is bound to one programme, or to the whole organisation when
whoever invites holds their own role there.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import APPOINTED_BY_CURATOR, TEAM, Actor, May, Role
from bot.domain.errors import Gone, LastCurator, NotAllowed
from bot.domain.people import Membership, Person
from bot.domain.programmes import Invitation, Organisation, Programme, tidy_name
from bot.storage.database import Database, Transaction
from bot.usecases.team.invitations import Link, link_of


@dataclass(frozen=True)
class Member:
    membership_id: UUID
    name: str | None
    role: Role
    everywhere: bool  # in all programmes of the organisation
    since: datetime
    me: bool


@dataclass(frozen=True)
class Team:
    programme: str
    organisation: str
    members: tuple[Member, ...]
    appoints: bool  # the actor may invite into the team and end memberships
    everywhere: bool  # ... of the whole organisation
    zone: str
    now: datetime


async def team(db: Database, actor: Actor, *, programme_id: UUID) -> Team:
    """Whoever works in the programme may know with whom."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.ENTER_PROGRAMME, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        return Team(
            programme=programme.name,
            organisation=house.name,
            members=tuple(
                _member(held, person, actor)
                for held, person in await tx.team.members(house.id, programme.id)
            ),
            appoints=actor.may(May.APPOINT, programme),
            everywhere=actor.may(May.APPOINT, house),
            zone=house.timezone,
            now=tx.now,
        )


def _member(held: Membership, person: Person, actor: Actor) -> Member:
    return Member(
        membership_id=held.id,
        name=person.name,
        role=held.role,
        everywhere=held.programme_id is None,
        since=held.since,
        me=person.id == actor.person_id,
    )


async def member(db: Database, actor: Actor, *, membership_id: UUID) -> Member:
    """One of the team, for who may end the membership. Raises `Gone` when it is over."""
    async with db.reading() as tx:
        held = await _held(tx, actor, membership_id)
        return _member(held, await tx.get(Person, held.person_id), actor)


async def _held(tx: Transaction, actor: Actor, membership_id: UUID) -> Membership:
    held = await tx.get(Membership, membership_id)
    actor.must(May.APPOINT, held)
    if held.ended_at is not None or held.role not in TEAM:
        raise Gone
    return held


async def dismiss(db: Database, actor: Actor, *, membership_id: UUID) -> None:
    """The role ends, and with it what was to be said to the person because of it; their pairs

    belong to all in charge again.

    Raises `LastCurator`: a programme without one is looked after by nobody.
    """
    async with db.transaction() as tx:
        held = await _held(tx, actor, membership_id)
        if held.role is Role.CURATOR:
            await tx.programmes.lock_house(held.organisation_id)
            others = await tx.people.holders(
                held.organisation_id, held.programme_id, Role.CURATOR
            )
            if not set(others) - {held.person_id}:
                raise LastCurator
        held.ended_at = tx.now
        reached = [
            programme.id
            for programme, _ in await tx.programmes.of_organisations({held.organisation_id})
            if held.programme_id in (None, programme.id)
        ]
        await tx.notices.silence_to(held.person_id, reached)
        await tx.team.take_over(held.person_id, reached)


async def invite_member(
    db: Database, actor: Actor, *, role: Role, programme_id: UUID, everywhere: bool = False
) -> Link:
    """A link that makes one person deputy, psychologist, class teacher or head."""
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        house = await tx.get(Organisation, programme.organisation_id)
        actor.must(May.APPOINT, programme)
        if everywhere:
            actor.must(May.APPOINT, house)
        if role not in APPOINTED_BY_CURATOR:
            raise NotAllowed
        invitation, token = Invitation.make(
            role,
            organisation_id=house.id,
            programme_id=None if everywhere else programme.id,
            now=tx.now,
            created_by=actor.person_id,
            uses=1,
        )
        tx.add(invitation)
        return await link_of(tx, invitation, token, programme, None)


@dataclass(frozen=True)
class Appointment:
    """What somebody holds in teams: one role, and where."""

    role: Role
    organisation: str
    programme: str | None  # None: all of the organisation
    name: str | None  # by which the team knows the person


async def appointments(db: Database, actor: Actor) -> list[Appointment]:
    """One's own roles in teams and beyond, oldest first."""
    async with db.reading() as tx:
        person = await tx.get(Person, actor.person_id)
        found = []
        for held in actor.assignments:
            if held.role not in (*TEAM, Role.REGION, Role.OPERATOR):
                continue
            house = await tx.get(Organisation, held.organisation_id)
            where = await tx.find(Programme, held.programme_id) if held.programme_id else None
            name = where.name if where is not None else None
            found.append(Appointment(held.role, house.name, name, person.name))
        return found


async def introduce(db: Database, actor: Actor, *, name: str) -> None:
    """The name by which the team knows the person."""
    async with db.transaction() as tx:
        (await tx.get(Person, actor.person_id)).name = tidy_name(name)
