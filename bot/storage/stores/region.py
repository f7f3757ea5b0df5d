"""Organisations as a region counts them, their kept figures, and the reminders it sent them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.house_figures import Facts, HouseFigures, shown
from bot.domain.region import Kept
from bot.domain.region_reminders import RegionReminder
from bot.domain.responses import ResponseState
from bot.domain.waves import WaveState
from bot.storage.tables import (
    house_figures,
    invitations,
    memberships,
    organisations,
    people,
    programmes,
    region_reminders,
    responses,
    road_map_items,
    waves,
)

_O, _F, _R = organisations.c, house_figures.c, region_reminders.c


@dataclass(frozen=True)
class Asked:
    """Waves of an organisation opened within a span, and who answered in those that are closed."""

    waves: int
    still_open: int
    invited: int
    answered: int


def _takes_part() -> ColumnElement[bool]:
    """A curator was invited or is there, or it has a programme: who runs the bot has neither."""
    m, i, p = memberships.c, invitations.c, programmes.c
    return or_(
        select(p.id).where(p.organisation_id == _O.id).exists(),
        select(m.id).where(m.organisation_id == _O.id, m.role == Role.CURATOR).exists(),
        select(i.id).where(i.organisation_id == _O.id, i.role == Role.CURATOR).exists(),
    )


class RegionStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def to_count(self, before: datetime, *, limit: int) -> list[UUID]:
        """Organisations not counted since then, those never counted first."""
        last = func.max(_F.counted_at)
        query = (
            select(_O.id)
            .outerjoin(house_figures, _F.organisation_id == _O.id)
            .where(_takes_part())
            .group_by(_O.id)
            .having(or_(last.is_(None), last < before))
            .order_by(last.is_not(None), last, _O.id)
            .limit(limit)
        )
        return list(await self._session.scalars(query))

    async def last(self, organisation_id: UUID) -> HouseFigures | None:
        """The newest row."""
        query = select(HouseFigures).where(_F.organisation_id == organisation_id)
        return await self._session.scalar(query.order_by(_F.month.desc(), _F.id.desc()).limit(1))

    async def kept(
        self, *, year: int | None = None, until: date | None = None, month: date | None = None
    ) -> list[Kept]:
        """Every organisation with its newest row: of a school year, not later than a month, or of
        this very month.
        """
        within = [_F.year == year] if year is not None else []
        within += [_F.month == month] if month is not None else []
        within += [_F.month <= until] if until is not None else []
        newest = (
            select(_F.organisation_id, func.max(_F.month).label("month"))
            .where(*within)
            .group_by(_F.organisation_id)
            .subquery()
        )
        rows = house_figures.join(
            newest,
            and_(_F.organisation_id == newest.c.organisation_id, _F.month == newest.c.month),
        )
        query: Select[Any] = (
            select(_O.id, _O.name, _O.kind, _F.year, _F.on, _F.told, _F.counts, _F.facts)
            .select_from(organisations.outerjoin(rows, _F.organisation_id == _O.id))
            .where(_takes_part())
            .order_by(_O.name, _O.id)
        )
        return [
            Kept(id_, name, kind, year or 0, on, shown(told or {}, counts), Facts.of(facts or {}))
            for id_, name, kind, year, on, told, counts, facts in await self._session.execute(query)
        ]

    async def years(self) -> list[int]:
        """School years of which anything is kept, the newest first."""
        found = await self._session.scalars(select(_F.year).distinct())
        return sorted(found, reverse=True)

    async def staff(self, organisation_id: UUID) -> set[Role]:
        """Which roles of its team are filled."""
        m = memberships.c
        query = select(m.role).where(
            m.organisation_id == organisation_id,
            m.role.in_((Role.CURATOR, Role.HEAD)),
            m.ended_at.is_(None),
        )
        return set(await self._session.scalars(query.distinct()))

    async def asked(self, organisation_id: UUID, start: datetime, end: datetime) -> Asked:
        w, r = waves.c, responses.c
        query = select(w.id, w.state).where(
            w.organisation_id == organisation_id, w.opened_at >= start, w.opened_at < end
        )
        found = {id_: state for id_, state in await self._session.execute(query)}
        closed = [id_ for id_, state in found.items() if state is WaveState.CLOSED]
        counted = select(r.state, func.count()).where(r.wave_id.in_(closed)).group_by(r.state)
        states = {state: n for state, n in await self._session.execute(counted)}
        return Asked(
            waves=len(found),
            still_open=len(found) - len(closed),
            invited=sum(states.values()),
            answered=states.get(ResponseState.FINISHED, 0),
        )

    async def road_maps(
        self, programme_ids: Collection[UUID], today: date
    ) -> tuple[int, int]:
        """How many of these programmes have one, and how many lines are past their day."""
        i = road_map_items.c
        late = and_(i.done_at.is_(None), i.due_on < today)
        query = select(func.count(i.programme_id.distinct()), func.count(i.id).filter(late)).where(
            i.programme_id.in_(programme_ids)
        )
        drawn, lines = (await self._session.execute(query)).one()
        return drawn, lines

    async def reminded(self, since: datetime) -> dict[UUID, datetime]:
        """When each organisation was reminded last."""
        query = select(_R.organisation_id, func.max(_R.at)).where(_R.at >= since)
        rows = await self._session.execute(query.group_by(_R.organisation_id))
        return {id_: at for id_, at in rows}

    async def reminders_of(
        self, organisation_id: UUID, *, limit: int
    ) -> Sequence[tuple[RegionReminder, str | None]]:
        """With the name of who sent it, the newest first."""
        query = (
            select(RegionReminder, people.c.name)
            .join(people, people.c.id == _R.sent_by)
            .where(_R.organisation_id == organisation_id)
            .order_by(_R.at.desc(), _R.id.desc())
            .limit(limit)
        )
        return [(one, name) for one, name in await self._session.execute(query)]

    async def senders(self, ids: Collection[UUID]) -> dict[UUID, str | None]:
        """Of these reminders, the name of who sent each."""
        query = select(_R.id, people.c.name).join(people, people.c.id == _R.sent_by)
        rows = await self._session.execute(query.where(_R.id.in_(ids)))
        return {id_: name for id_, name in rows}

    async def lock(self, organisation_ids: Collection[UUID]) -> None:
        """Whoever else would remind one of these waits until we are done; nobody else waits."""
        query = select(_O.id).where(_O.id.in_(organisation_ids)).order_by(_O.id)
        await self._session.execute(query.with_for_update(key_share=True))

    async def holders_by_house(
        self, organisation_ids: Collection[UUID], *roles: Role
    ) -> dict[UUID, list[UUID]]:
        m = memberships.c
        query = (
            select(m.organisation_id, m.person_id)
            .where(
                m.organisation_id.in_(organisation_ids),
                m.role.in_(roles),
                m.ended_at.is_(None),
            )
            .order_by(m.since, m.id)
        )
        found: dict[UUID, dict[UUID, None]] = {}
        for id_, person_id in await self._session.execute(query):
            found.setdefault(id_, {})[person_id] = None
        return {id_: list(them) for id_, them in found.items()}

    async def coordinators(self) -> list[tuple[UUID, UUID, str]]:
        """Person, the organisation that appointed them, and its zone; each person once."""
        m = memberships.c
        query = (
            select(m.person_id, m.organisation_id, _O.timezone)
            .join(organisations, _O.id == m.organisation_id)
            .where(m.role == Role.REGION, m.ended_at.is_(None))
            .order_by(m.since, m.id)
        )
        found: dict[UUID, tuple[UUID, UUID, str]] = {}
        for person_id, house, zone in await self._session.execute(query):
            found.setdefault(person_id, (person_id, house, zone))
        return list(found.values())
