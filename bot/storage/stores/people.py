"""People by how they write to us, by the roles they hold, by what they agreed to."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Uuid,
    and_,
    bindparam,
    cast,
    exists,
    false,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import IN_CHARGE, Actor, Assignment, Role
from bot.domain.moments import local
from bot.domain.pair_states import OPEN
from bot.domain.participations import ParticipationState
from bot.domain.people import Consent, Contact, Guardianship, Membership, Person
from bot.storage.stores.by_id import among, by_id
from bot.storage.tables import (
    consents,
    contacts,
    guardianships,
    handovers,
    memberships,
    organisations,
    pairs,
    participations,
    people,
    programmes,
)

_GONE = (ParticipationState.WITHDRAWN, ParticipationState.DECLINED)

_ACTOR = (
    select(
        people.c.id,
        people.c.locale,
        people.c.tone,
        memberships.c.role,
        memberships.c.organisation_id,
        memberships.c.programme_id,
        memberships.c.own_pairs_only,
        programmes.c.id.label("archived"),
    )
    .select_from(contacts)
    .join(people, people.c.id == contacts.c.person_id)
    .outerjoin(
        memberships,
        and_(memberships.c.person_id == people.c.id, memberships.c.ended_at.is_(None)),
    )
    .outerjoin(  # only what was put away: as a rule nothing
        programmes,
        and_(
            programmes.c.organisation_id == memberships.c.organisation_id,
            programmes.c.archived_at.is_not(None),
            or_(
                memberships.c.programme_id.is_(None),
                memberships.c.programme_id == programmes.c.id,
            ),
        ),
    )
    .where(contacts.c.messenger == bindparam("by"), contacts.c.address == bindparam("at"))
    .order_by(memberships.c.since, memberships.c.id)
)
_CONTACTS = (
    select(Contact)
    .where(among(contacts.c.person_id))
    .order_by(contacts.c.reachable, contacts.c.id)
)
_NAMES = select(people.c.id, people.c.name).where(among(people.c.id))
_WHOLE = {True: (False,), False: (False, True)}  # who sees everything, or everybody
_LOCK = select(people.c.id).where(among(people.c.id)).order_by(people.c.id).with_for_update()


# of somebody who sees their own pairs only: those they keep, and those they stand in for
_ENTRUSTED = (
    select(
        pairs.c.id,
        pairs.c.mentee_id,
        pairs.c.mentor_id,
        pairs.c.programme_id,
        pairs.c.organisation_id,
        handovers.c.starts_on,
        handovers.c.ends_on,
        handovers.c.from_id,
        organisations.c.timezone,
    )
    .join(organisations, organisations.c.id == pairs.c.organisation_id)
    .outerjoin(
        handovers,
        and_(
            handovers.c.programme_id == pairs.c.programme_id,
            handovers.c.from_id == pairs.c.kept_by,
            handovers.c.to_id == bindparam("who"),
            handovers.c.ended_at.is_(None),
        ),
    )
    .where(
        pairs.c.kept_by.in_(  # an index finds these; the next line alone would read every pair
            union_all(
                select(cast(bindparam("who"), Uuid)),
                select(handovers.c.from_id).where(
                    handovers.c.to_id == bindparam("who"), handovers.c.ended_at.is_(None)
                ),
            )
        ),
        or_(pairs.c.kept_by == bindparam("who"), handovers.c.id.is_not(None)),
        pairs.c.state.in_(OPEN),
    )
    .order_by(pairs.c.id)
)


def find_actor(
    connection: Connection, messenger: str, address: str, now: datetime
) -> Actor | None:
    """Who writes from this account, with today's roles, in one query; None for a stranger.

    Every update asks: so it is a statement made once, and no session.
    """
    rows = connection.execute(_ACTOR, {"by": messenger, "at": address}).all()
    if not rows:
        return None
    entrusted: Sequence[Any] = ()
    if any(r.own_pairs_only for r in rows):
        entrusted = connection.execute(_ENTRUSTED, {"who": rows[0].id}).all()
    roles = [_assignment(r, entrusted, now) for r in rows if r.role]
    archived = frozenset(r.archived for r in rows if r.archived)
    return Actor(
        rows[0].id, rows[0].locale, rows[0].tone, tuple(dict.fromkeys(roles)), archived
    )


def _assignment(row: Any, entrusted: Sequence[Any], now: datetime) -> Assignment:
    found = Assignment(row.role, row.organisation_id, row.programme_id)
    if not row.own_pairs_only:
        return found
    share: set[UUID] = set()
    for pair in entrusted:
        there = pair.organisation_id == found.organisation_id
        there &= found.programme_id in (None, pair.programme_id)
        today = local(now, pair.timezone).date()
        if there and (pair.from_id is None or pair.starts_on <= today <= pair.ends_on):
            share |= {pair.id, pair.mentee_id, pair.mentor_id}
    return replace(found, share=frozenset(share))


class PeopleStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_feed(self, feed_hash: str) -> Person | None:
        """Whose calendar is read with this secret."""
        return await self._session.scalar(select(Person).where(people.c.feed_hash == feed_hash))

    async def contact(self, messenger: str, address: str) -> Contact | None:
        query = select(Contact).where(
            contacts.c.messenger == messenger, contacts.c.address == address
        )
        return await self._session.scalar(query)

    async def contacts_of(self, person_ids: Collection[UUID]) -> dict[UUID, Contact]:
        """One account for each person who has any; a reachable one before a lost one."""
        found = await self._session.scalars(_CONTACTS, {"ids": list(person_ids)})
        return {c.person_id: c for c in found}

    async def unreachable(self, programme_id: UUID) -> Sequence[Any]:
        """id, person_id, name, since, guards, ward of whom no letter reaches any more.

        Who takes part in the programme, and the guardians of who does (`guards`, and `ward`: of
        whom). `id` is of the participation. The one lost last comes first.
        """
        p, g, c = participations.c, guardianships.c, contacts.c
        ward, other = people.alias(), contacts.alias().c
        reached = exists().where(other.person_id == c.person_id, other.reachable)
        here = (p.programme_id == programme_id, p.state.not_in(_GONE), ~c.reachable, ~reached)
        columns = (
            p.id,
            people.c.id.label("person_id"),
            people.c.name,
            c.unreachable_since.label("since"),
        )
        own = (
            select(*columns, false().label("guards"), null().label("ward"))
            .join_from(participations, people, people.c.id == p.person_id)
            .join(contacts, c.person_id == people.c.id)
            .where(*here)
        )
        guardians = (
            select(*columns, true().label("guards"), ward.c.name.label("ward"))
            .join_from(participations, ward, ward.c.id == p.person_id)
            .join(guardianships, (g.ward_id == ward.c.id) & g.ended_at.is_(None))
            .join(people, people.c.id == g.guardian_id)
            .join(contacts, c.person_id == people.c.id)
            .where(*here, g.organisation_id == p.organisation_id)
        )
        both = union_all(own, guardians).subquery()
        query = select(both).order_by(both.c.since.desc(), both.c.person_id, both.c.id)
        return (await self._session.execute(query)).all()

    async def many(self, person_ids: Collection[UUID]) -> dict[UUID, Person]:
        return await by_id(self._session, Person, person_ids)

    async def names(self, person_ids: Collection[UUID]) -> dict[UUID, str]:
        rows = await self._session.execute(_NAMES, {"ids": list(person_ids)})
        return {id_: name or "—" for id_, name in rows}

    async def lock(self, person_ids: Collection[UUID]) -> None:
        """Whoever else would change these people's bookings waits until we are done."""
        await self._session.execute(_LOCK, {"ids": list(person_ids)})

    async def membership(
        self, person_id: UUID, role: Role, organisation_id: UUID, programme_id: UUID | None
    ) -> Membership | None:
        m = memberships.c
        query = select(Membership).where(
            m.person_id == person_id,
            m.role == role,
            m.organisation_id == organisation_id,
            m.programme_id == programme_id,
            m.ended_at.is_(None),
        )
        return await self._session.scalar(query)

    async def memberships_of(self, person_id: UUID) -> Sequence[Membership]:
        m = memberships.c
        query = select(Membership).where(m.person_id == person_id, m.ended_at.is_(None))
        return (await self._session.scalars(query.order_by(m.since, m.id))).all()

    async def holders(
        self, organisation_id: UUID, programme_id: UUID | None, *roles: Role, whole: bool = False
    ) -> list[UUID]:
        """Everybody who holds such a role there, longest first (programme-wide or whole house)."""
        m = memberships.c
        query = (
            select(m.person_id)
            .where(
                m.role.in_(roles),
                m.organisation_id == organisation_id,
                or_(m.programme_id.is_(None), m.programme_id == programme_id),
                m.ended_at.is_(None),
                m.own_pairs_only.in_(_WHOLE[whole]),
            )
            .order_by(m.since, m.id)
        )
        return list(dict.fromkeys(await self._session.scalars(query)))

    async def in_charge(self, organisation_id: UUID, programme_id: UUID | None) -> list[UUID]:
        """Who hears what happens there: curators and their deputies, longest first.

        Not who cares for some pairs only: see `TeamStore.caring_for`.
        """
        return await self.holders(organisation_id, programme_id, *IN_CHARGE, whole=True)

    async def in_charge_by_programme(self) -> dict[UUID, list[UUID]]:
        return await self.holders_by_programme(*IN_CHARGE, whole=True)

    async def holders_by_programme(
        self, *roles: Role, whole: bool = False
    ) -> dict[UUID, list[UUID]]:
        """Of every programme at work that has any: as `holders` says, in one statement."""
        m, p = memberships.c, programmes.c
        query = (
            select(p.id, m.person_id)
            .join_from(
                memberships,
                programmes,
                and_(
                    p.organisation_id == m.organisation_id,
                    or_(m.programme_id.is_(None), m.programme_id == p.id),
                    p.archived_at.is_(None),
                ),
            )
            .where(
                m.role.in_(roles),
                m.ended_at.is_(None),
                m.own_pairs_only.in_(_WHOLE[whole]),
            )
            .order_by(m.since, m.id)
        )
        found: dict[UUID, dict[UUID, None]] = {}  # each once, in order
        for programme_id, person_id in await self._session.execute(query):
            found.setdefault(programme_id, {})[person_id] = None
        return {programme_id: list(people) for programme_id, people in found.items()}

    async def operators(self) -> Sequence[Membership]:
        m = memberships.c
        query = select(Membership).where(m.role == Role.OPERATOR, m.ended_at.is_(None))
        return (await self._session.scalars(query)).all()

    async def guardians_of(self, ward_id: UUID, organisation_id: UUID) -> list[UUID]:
        g = guardianships.c
        query = select(g.guardian_id).where(
            g.ward_id == ward_id, g.organisation_id == organisation_id, g.ended_at.is_(None)
        )
        return list(await self._session.scalars(query))

    async def wards_of(self, guardian_id: UUID) -> Sequence[Guardianship]:
        g = guardianships.c
        query = select(Guardianship).where(g.guardian_id == guardian_id, g.ended_at.is_(None))
        return (await self._session.scalars(query.order_by(g.since, g.id))).all()

    async def guarded_pairs(self, ward_ids: Collection[UUID]) -> set[tuple[UUID, UUID]]:
        """(guardian, ward) for these wards."""
        g = guardianships.c
        query = select(g.guardian_id, g.ward_id).where(g.ward_id.in_(ward_ids))
        return {(guardian, ward) for guardian, ward in await self._session.execute(query)}

    async def consents_of(self, person_id: UUID) -> Sequence[Consent]:
        query = select(Consent).where(consents.c.person_id == person_id)
        query = query.order_by(consents.c.given_at, consents.c.id)
        return (await self._session.scalars(query)).all()

    async def consents_for(
        self, person_ids: Collection[UUID], organisation_id: UUID
    ) -> dict[UUID, set[str]]:
        """The kinds of valid consents each person has in the organisation."""
        c = consents.c
        query = select(c.person_id, c.kind).where(
            c.person_id.in_(person_ids),
            c.organisation_id == organisation_id,
            c.withdrawn_at.is_(None),
        )
        kinds: dict[UUID, set[str]] = {}
        for person_id, kind in await self._session.execute(query):
            kinds.setdefault(person_id, set()).add(kind)
        return kinds
