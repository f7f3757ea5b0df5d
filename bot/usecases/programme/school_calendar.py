"""The school calendar of an organisation: holidays, exams and lesson hours."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.errors import Gone
from bot.domain.moments import WEEKDAYS
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.domain.school_calendar import (
    CalendarSpan,
    School,
    SpanKind,
    UsualSpan,
    every_school_day,
)
from bot.storage.database import Database, Transaction

KEPT = timedelta(days=365)  # spans that were over longer ago are not shown


@dataclass(frozen=True)
class SchoolCalendar:
    organisation: str
    spans: tuple[CalendarSpan, ...]  # soonest first
    lessons: tuple[str, str] | None  # from, until; of the first day that has any
    today: date
    may_change: bool
    usual_left: bool  # the usual holidays of the programme's days are not all there


async def view(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> SchoolCalendar:
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_STAGES, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        today = moments.local(tx.now, house.timezone).date()
        spans = await tx.stages.calendar({house.id}, today - KEPT)
        hours = next((house.lessons[day] for day in WEEKDAYS if house.lessons.get(day)), None)
        return SchoolCalendar(
            organisation=house.name,
            spans=tuple(span for span in spans if span.ends_on >= today),
            lessons=(hours[0][0], hours[0][1]) if hours else None,
            today=today,
            may_change=actor.may(May.PLAN_STAGES, programme),
            usual_left=bool(_usual_left(programme, spans, profile, today)),
        )


async def _planned(tx: Transaction, actor: Actor, programme_id: UUID) -> Programme:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.PLAN_STAGES, programme)
    await tx.programmes.lock(programme_id)
    return programme


def _usual_left(
    programme: Programme, spans: Sequence[CalendarSpan], profile: Profile, today: date
) -> list[tuple[UsualSpan, date, date]]:
    """Usual holidays still to come of which no holiday in the calendar touches a day."""
    found = []
    for usual in profile.usual_year.holidays:
        for first, last in usual.within(programme.starts_on, programme.ends_on):
            known = any(span.starts_on <= last and span.ends_on >= first for span in spans)
            if last >= today and not known:
                found.append((usual, first, last))
    return found


async def add_usual(db: Database, actor: Actor, *, programme_id: UUID, profile: Profile) -> int:
    """The usual holidays within the programme's days that are not there; how many were added."""
    async with db.transaction() as tx:
        programme = await _planned(tx, actor, programme_id)
        house = await tx.get(Organisation, programme.organisation_id)
        today = moments.local(tx.now, house.timezone).date()
        spans = await tx.stages.calendar({house.id}, today - KEPT)
        left = _usual_left(programme, spans, profile, today)
        for usual, first, last in left:
            span = CalendarSpan.plan(
                organisation_id=house.id, kind=SpanKind.HOLIDAYS, starts_on=first, ends_on=last
            )
            span.title = usual.title.say(actor.locale, actor.tone)
            tx.add(span)
        return len(left)


async def add(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    kind: SpanKind,
    starts_on: date,
    ends_on: date,
) -> None:
    """Raises `DatesOutOfOrder`. The same days again change nothing."""
    async with db.transaction() as tx:
        programme = await _planned(tx, actor, programme_id)
        span = CalendarSpan.plan(
            organisation_id=programme.organisation_id,
            kind=kind,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        known = await tx.stages.calendar({programme.organisation_id}, starts_on)
        same = (kind, starts_on, ends_on)
        if all((one.kind, one.starts_on, one.ends_on) != same for one in known):
            tx.add(span)


async def remove(db: Database, actor: Actor, *, programme_id: UUID, span_id: UUID) -> None:
    """A second press finds nothing to remove."""
    async with db.transaction() as tx:
        programme = await _planned(tx, actor, programme_id)
        span = await tx.find(CalendarSpan, span_id)
        if span is None:
            return
        if span.organisation_id != programme.organisation_id:
            raise Gone
        await tx.stages.remove(span)


async def set_lessons(
    db: Database, actor: Actor, *, programme_id: UUID, hours: tuple[time, time] | None
) -> None:
    """From Monday to Friday; None: nobody is at lessons."""
    async with db.transaction() as tx:
        programme = await _planned(tx, actor, programme_id)
        house = await tx.get(Organisation, programme.organisation_id)
        house.lessons = every_school_day(*hours) if hours is not None else {}


async def schools_of(
    tx: Transaction, organisation_ids: Collection[UUID], now: datetime
) -> dict[UUID, School]:
    """When these organisations' learners may be written to; two questions for all of them."""
    houses = await tx.programmes.houses(organisation_ids)
    spans = await tx.stages.calendar(organisation_ids, now.date() - timedelta(days=1))
    return {
        id_: School(
            zone=house.timezone,
            lessons=house.lessons or {},
            holidays=tuple(
                span
                for span in spans
                if span.organisation_id == id_ and span.kind is SpanKind.HOLIDAYS
            ),
        )
        for id_, house in houses.items()
    }
