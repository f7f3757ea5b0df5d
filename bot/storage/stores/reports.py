"""What the report of a programme counts, and what people have written into it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.access import Role
from bot.domain.coverage import Period
from bot.domain.meetings import MeetingState
from bot.domain.pairs import PairState
from bot.domain.papers import PaperKind
from bot.domain.participations import ParticipationState
from bot.domain.report_texts import ReportText, Section
from bot.storage.tables import (
    meetings,
    own_templates,
    pairs,
    participations,
    people,
    report_texts,
)

PairFound = tuple[str, PairState, datetime, datetime | None, bool]


class TemplateRow(NamedTuple):
    id: UUID
    number: int
    name: str
    sent_at: datetime
    sent_by: UUID
    in_force: bool


class ReportStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def bases(
        self, programme_id: UUID, period: Period
    ) -> dict[Role, dict[tuple[str, bool], int]]:
        """Who had been taken by the end and takes part: by kind, and whether within the period."""
        p = participations.c
        came = p.decided_at >= period.start
        query = (
            select(p.role, p.kind, came, func.count())
            .where(
                p.programme_id == programme_id,
                p.state == ParticipationState.APPROVED,
                p.decided_at < period.end,
            )
            .group_by(p.role, p.kind, came)
        )
        found: dict[Role, dict[tuple[str, bool], int]] = {}
        for role, kind, is_new, n in await self._session.execute(query):
            found.setdefault(role, {})[kind or "", bool(is_new)] = n
        return found

    async def pairs(self, programme_id: UUID, period: Period) -> list[PairFound]:
        """Of each pair at work within the period: form, state, since, until, whether it met."""
        p, m = pairs.c, meetings.c
        met = (
            select(m.id)
            .where(m.pair_id == p.id, m.state == MeetingState.HELD, *_within(period))
            .exists()
        )
        query = (
            select(p.form, p.state, p.active_since, p.ended_at, met)
            .where(
                p.programme_id == programme_id,
                p.active_since < period.end,
                or_(p.ended_at.is_(None), p.ended_at > period.start),
            )
            .order_by(p.active_since, p.id)
        )
        rows = await self._session.execute(query)
        return [
            (form, state, since, until, bool(has_met))
            for form, state, since, until, has_met in rows
        ]

    async def meetings(
        self, programme_id: UUID, period: Period
    ) -> list[tuple[datetime, MeetingState]]:
        """When each of the period's meetings was to be, and what became of it."""
        m = meetings.c
        query = select(m.at, m.state).where(m.programme_id == programme_id, *_within(period))
        rows = await self._session.execute(query.order_by(m.at, m.id))
        return [(at, state) for at, state in rows]

    async def names(self, programme_id: UUID) -> dict[UUID, str]:
        """Of everybody who takes part, by person."""
        here = select(participations.c.person_id).where(
            participations.c.programme_id == programme_id
        )
        query = select(people.c.id, people.c.name).where(
            people.c.id.in_(here), people.c.name.is_not(None)
        )
        return {id_: name for id_, name in await self._session.execute(query)}

    async def texts(self, programme_id: UUID) -> Sequence[ReportText]:
        """Every section that has words, the oldest first."""
        r = report_texts.c
        query = select(ReportText).where(r.programme_id == programme_id)
        return (await self._session.scalars(query.order_by(r.written_at, r.id))).all()

    async def text(
        self, programme_id: UUID, section: Section, pair_id: UUID | None = None
    ) -> ReportText | None:
        r = report_texts.c
        about = r.pair_id.is_(None) if pair_id is None else r.pair_id == pair_id
        query = select(ReportText).where(
            and_(r.programme_id == programme_id, r.section == section, about)
        )
        return (await self._session.scalars(query)).one_or_none()

    async def template_versions(
        self, organisation_id: UUID, kind: PaperKind
    ) -> Sequence[TemplateRow]:
        """Without what is in the files; the newest first."""
        o = own_templates.c
        query = select(o.id, o.number, o.name, o.sent_at, o.sent_by, o.in_force).where(
            o.organisation_id == organisation_id, o.kind == kind
        )
        rows = await self._session.execute(query.order_by(o.number.desc(), o.id))
        return [TemplateRow(*row) for row in rows]

    async def template_in_force(self, organisation_id: UUID, kind: PaperKind) -> bytes | None:
        o = own_templates.c
        query = select(o.content).where(
            o.organisation_id == organisation_id, o.kind == kind, o.in_force
        )
        found: bytes | None = await self._session.scalar(query)
        return found

    async def use_template(self, template_id: UUID) -> None:
        o = own_templates.c
        await self._session.execute(
            update(own_templates).where(o.id == template_id).values(in_force=True)
        )

    async def give_up_template(self, organisation_id: UUID, kind: PaperKind) -> None:
        """No version of it is in force any more."""
        o = own_templates.c
        await self._session.execute(
            update(own_templates)
            .where(o.organisation_id == organisation_id, o.kind == kind, o.in_force)
            .values(in_force=False)
        )

    async def forget(self, text: ReportText) -> None:
        await self._session.delete(text)


def _within(period: Period) -> tuple[ColumnElement[bool], ...]:
    m = meetings.c
    return m.at >= period.start, m.at < period.end
