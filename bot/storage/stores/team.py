"""Who belongs to the team of a programme, and which links into it are live."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import IN_CHARGE, TEAM, Role
from bot.domain.handovers import standing_in
from bot.domain.moments import local
from bot.domain.pairs import Pair
from bot.domain.people import Membership, Person
from bot.domain.programmes import Invitation, Programme
from bot.storage.stores.digests import DigestStore
from bot.storage.stores.people import PeopleStore
from bot.storage.tables import handovers, invitations, memberships, organisations, pairs, people

_LINKS = 200  # of a programme; one with more has other worries


class TeamStore:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session, self._now = session, now

    async def members(
        self, organisation_id: UUID, programme_id: UUID | None
    ) -> list[tuple[Membership, Person]]:
        """With a role in this programme or in the whole organisation; longest first."""
        m = memberships.c
        query = (
            select(Membership, Person)
            .join(people, people.c.id == m.person_id)
            .where(
                m.organisation_id == organisation_id,
                or_(m.programme_id.is_(None), m.programme_id == programme_id),
                m.role.in_(TEAM),
                m.ended_at.is_(None),
            )
            .order_by(m.since, m.id)
        )
        return [(one, person) for one, person in await self._session.execute(query)]

    async def own_pairs_only(self, programme: Programme, person_id: UUID) -> bool:
        """Whether whatever the person may do there is bound to the pairs entrusted to them."""
        m = memberships.c
        query = select(m.own_pairs_only).where(
            m.person_id == person_id,
            m.organisation_id == programme.organisation_id,
            or_(m.programme_id.is_(None), m.programme_id == programme.id),
            m.role.in_(IN_CHARGE),
            m.ended_at.is_(None),
        )
        found = list(await self._session.scalars(query.order_by(m.id)))
        return bool(found) and all(found)

    async def take_over(self, person_id: UUID, programme_ids: Collection[UUID]) -> None:
        """What this one of the team cared for, and stood in for, is everybody's again."""
        p, h = pairs.c, handovers.c
        await self._session.execute(
            update(pairs)
            .where(p.kept_by == person_id, p.programme_id.in_(programme_ids))
            .values(kept_by=None)
        )
        await self._session.execute(
            update(handovers)
            .where(
                or_(h.from_id == person_id, h.to_id == person_id),
                h.programme_id.in_(programme_ids),
                h.ended_at.is_(None),
            )
            .values(ended_at=self._now)
        )

    async def caring_for(self, pair: Pair) -> list[UUID]:
        """Who hears of the pair: whose it is, or who stands in for them; else all in charge."""
        if pair.kept_by is None:
            people = PeopleStore(self._session)
            return await people.in_charge(pair.organisation_id, pair.programme_id)
        zone = await self._session.scalar(
            select(organisations.c.timezone).where(organisations.c.id == pair.organisation_id)
        )
        assert zone is not None
        today = local(self._now, zone).date()
        away = await DigestStore(self._session).handovers(pair.programme_id, today)
        return [standing_in(away, today).get(pair.kept_by, pair.kept_by)]

    async def live_links(
        self,
        organisation_id: UUID,
        programme_id: UUID,
        *,
        roles: Collection[Role],
        created_by: UUID | None = None,
    ) -> Sequence[Invitation]:
        """Those somebody may still come in by, the newest first; `created_by`: this person's only.

        Links made for one known person are not among them.
        """
        i = invitations.c
        query = select(Invitation).where(
            self._live(),
            i.organisation_id == organisation_id,
            or_(i.programme_id.is_(None), i.programme_id == programme_id),
            i.role.in_(roles),
            i.person_id.is_(None),
        )
        if created_by is not None:
            query = query.where(i.created_by == created_by)
        query = query.order_by(i.created_at.desc(), i.id.desc()).limit(_LINKS)
        return (await self._session.scalars(query)).all()

    async def revoke_all(self, programme_id: UUID) -> None:
        """Every link into the programme, a guardian's too."""
        await self._session.execute(
            update(invitations)
            .where(invitations.c.programme_id == programme_id, self._live())
            .values(revoked_at=self._now)
        )

    def _live(self) -> ColumnElement[bool]:
        i = invitations.c
        return i.revoked_at.is_(None) & (i.expires_at > self._now) & (i.uses_left > 0)
