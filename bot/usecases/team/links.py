"""The links into a programme that are alive: who made them, how many came, limiting, revoking.

The token of a link is shown when it is made and kept nowhere: a list cannot show it again.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.domain.access import APPOINTED_BY_CURATOR, Actor, May, Role
from bot.domain.errors import Gone, NotAllowed
from bot.domain.programmes import (
    INVITATION_RULES,
    LONGEST_LABEL,
    Invitation,
    Organisation,
    Programme,
    tidy_name,
)
from bot.storage.database import Database, Transaction
from bot.usecases.team.invitations import Link, link

LIMITS = (1, 30, 100)  # and whatever the rule for the role allows


@dataclass(frozen=True)
class LinkLine:
    """One live link. `by`: who made it, if it was somebody of the team with a name."""

    invitation_id: UUID
    role: Role
    label: str | None
    came: int
    left: int
    most: int  # what the rule for the role allows in all
    until: datetime
    made_at: datetime
    by: str | None
    zone: str
    now: datetime


async def live(db: Database, actor: Actor, *, programme_id: UUID) -> list[LinkLine]:
    """The newest first, of roles the actor may invite; who keeps not all links sees their own."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.INVITE, programme)
        own = None if actor.may(May.KEEP_LINKS, programme) else actor.person_id
        appoints = actor.may(May.APPOINT, programme)
        found = await tx.team.live_links(
            programme.organisation_id,
            programme_id,
            roles=(*actor.may_invite(programme), *(APPOINTED_BY_CURATOR if appoints else ())),
            created_by=own,
        )
        house = await tx.get(Organisation, programme.organisation_id)
        names = await tx.people.many({one.created_by for one in found if one.created_by})
        return [
            _line(one, house, names[one.created_by].name if one.created_by else None, tx.now)
            for one in found
        ]


def _line(one: Invitation, house: Organisation, by: str | None, now: datetime) -> LinkLine:
    return LinkLine(
        invitation_id=one.id,
        role=one.role,
        label=one.label,
        came=one.uses,
        left=one.uses_left,
        most=INVITATION_RULES[one.role].uses,
        until=one.expires_at,
        made_at=one.created_at,
        by=by,
        zone=house.timezone,
        now=now,
    )


async def card(db: Database, actor: Actor, *, invitation_id: UUID) -> LinkLine:
    """Raises `Gone` for a link nobody can come in by any more."""
    async with db.reading() as tx:
        found = await _kept(tx, actor, invitation_id)
        house = await tx.get(Organisation, found.organisation_id)
        by = (await tx.people.many([found.created_by])) if found.created_by else {}
        return _line(found, house, next((one.name for one in by.values()), None), tx.now)


async def _kept(tx: Transaction, actor: Actor, invitation_id: UUID) -> Invitation:
    """A live link the actor may do something with: their own, or any for who keeps them all."""
    found = await tx.get(Invitation, invitation_id)
    if found.role in APPOINTED_BY_CURATOR:
        actor.must(May.APPOINT, found)
    else:
        actor.must(May.INVITE, found)
        foreign = found.created_by != actor.person_id and not actor.may(May.KEEP_LINKS, found)
        if foreign or found.role not in actor.may_invite(found):
            raise NotAllowed
    if not found.live(tx.now):
        raise Gone
    return found


async def revoke(db: Database, actor: Actor, *, invitation_id: UUID) -> None:
    """Nobody new comes in by it from now on; a second press changes nothing."""
    async with db.transaction() as tx:
        (await _kept(tx, actor, invitation_id)).revoke(tx.now)


async def limit(db: Database, actor: Actor, *, invitation_id: UUID, most: int) -> None:
    """So many more may come by it. Raises `Gone` for a number that is no choice."""
    async with db.transaction() as tx:
        found = await _kept(tx, actor, invitation_id)
        if most not in (*LIMITS, INVITATION_RULES[found.role].uses):
            raise Gone
        found.limit(most)


async def name(db: Database, actor: Actor, *, invitation_id: UUID, label: str) -> None:
    """The team's own mark on it: "for the open day". Raises `NameTooLong`."""
    async with db.transaction() as tx:
        (await _kept(tx, actor, invitation_id)).label = tidy_name(label, LONGEST_LABEL)


async def several(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    roles: tuple[Role, ...],
    uses: int | None,
    label: str | None = None,
) -> list[Link]:
    """A link for each role, for one sheet on the wall."""
    return [
        await link(db, actor, role=role, programme_id=programme_id, uses=uses, label=label)
        for role in roles
    ]
