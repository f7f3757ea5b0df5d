"""The report of a programme: all its facts, gathered once, for whoever makes a file of them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May, Role
from bot.domain.answer_tables import AnswerPages
from bot.domain.coverage import Period
from bot.domain.funnels import Funnel
from bot.domain.profile import Profile
from bot.domain.programme_reports import (
    MOST_SWOT,
    Assessed,
    BaseLine,
    Case,
    MapLine,
    MapState,
    PairRow,
    PairTable,
    Passport,
    ReportFacts,
    RoadMapFacts,
    Span,
    Surveyed,
    Twice,
    answered_of,
    base_line,
    fate,
    meeting_figures,
    pair_table,
)
from bot.domain.programmes import Organisation, Programme
from bot.domain.report_texts import ReportText, Section
from bot.domain.results import BeforeAfter, WaveResults
from bot.domain.roadmap import RoadMapItem
from bot.domain.swot import Side
from bot.domain.waves import Wave, WaveState
from bot.storage.database import Database, Transaction
from bot.usecases.documents.report_texts import agreed_pairs
from bot.usecases.monitoring import indicators, outcomes
from bot.usecases.monitoring.results import Head, dated, head_of

MOST_RESULTS, MOST_TWICE = 6, 2  # surveys shown question by question; those compared
_ROLES = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)


@dataclass(frozen=True)
class Reckoning:
    """Figures of surveys, made where statistics are loaded."""

    wave: Callable[[AnswerPages], Awaitable[WaveResults]]
    twice: Callable[[AnswerPages, AnswerPages], Awaitable[BeforeAfter]]


@dataclass(frozen=True)
class _Wave:
    wave: Wave
    head: Head
    invited: int
    answered: int

    @property
    def over(self) -> datetime:
        return self.wave.closed_at or self.wave.closes_at

@dataclass(frozen=True)
class Spans:
    """Which days a report may be about: those of the programme so far, and today."""

    whole: Span
    today: Span  # one day
    organisation: str
    programme: str


async def spans(db: Database, actor: Actor, *, programme_id: UUID) -> Spans:
    async with db.reading() as tx:
        programme, house = await _of(tx, actor, programme_id)
        today = moments.local(tx.now, house.timezone).date()
        last = max(min(today, programme.ends_on), programme.starts_on)
        return Spans(
            Span(programme.starts_on, last), Span(today, today), house.name, programme.name
        )


async def facts(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    span: Span,
    profile: Profile,
    reckoning: Reckoning,
) -> ReportFacts:
    """Everything, for these days."""
    async with db.reading() as tx:
        programme, house = await _of(tx, actor, programme_id)
        period = span.period(house.timezone)
        passport = await _passport(tx, programme, house)
        bases = await _bases(tx, programme, period)
        pairs = await _pairs(tx, programme, period)
        held = await tx.reports.meetings(programme_id, period)
        counted = await tx.indicators.outcomes_of(programme_id)
        counts = [one for one in counted if one.on <= span.last]
        dynamics = tuple(outcomes.in_report(programme, profile, counts))
        so_far = replace(period, end=min(period.end, tx.now))
        figures = await indicators.figures(tx, programme, profile, within=so_far)
        swot = await _swot(tx, programme)
        assessed = await _assessed(tx, programme, house, period, profile)
        lines = await _road_map(tx, programme, house, period)
        written = await tx.reports.texts(programme_id)
        cases = await _cases(tx, programme, written)
        texts = {one.section: one.words for one in written}
        waves = [
            one for one in await _closed(tx, programme, house) if one.over < period.end
        ]
        made_on = moments.local(tx.now, house.timezone).date()
    within = [one for one in waves if one.over >= period.start]
    return ReportFacts(
        span=span,
        made_on=made_on,
        passport=passport,
        bases=bases,
        pairs=pairs,
        meetings=meeting_figures(held, span, house.timezone),
        surveys=await _surveys(db, within, reckoning),
        twice=await _twice(db, within, waves, reckoning),
        dynamics=dynamics,
        indicators=tuple(one.for_outsiders() for one in figures),
        satisfied_from=profile.satisfaction.least,
        swot=swot,
        assessed=assessed,
        road_map=lines,
        cases=cases,
        problems=texts.get(Section.PROBLEMS, ""),
        plans=texts.get(Section.PLANS, ""),
    )


async def road_map(
    db: Database, actor: Actor, *, programme_id: UUID, span: Span
) -> RoadMapFacts:
    """What of the road map was done by the end of the last day."""
    async with db.reading() as tx:
        programme, house = await _of(tx, actor, programme_id)
        return await _road_map(tx, programme, house, span.period(house.timezone))


async def _of(
    tx: Transaction, actor: Actor, programme_id: UUID
) -> tuple[Programme, Organisation]:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.MAKE_DOCUMENTS, programme)
    return programme, await tx.get(Organisation, programme.organisation_id)


async def _passport(tx: Transaction, programme: Programme, house: Organisation) -> Passport:
    curators = await tx.people.holders(house.id, programme.id, Role.CURATOR)
    names = await tx.people.names(curators)
    return Passport(
        organisation=house.name,
        programme=programme.name,
        starts_on=programme.starts_on,
        ends_on=programme.ends_on,
        forms=tuple(programme.forms),
        curators=tuple(names[one] for one in curators if one in names),
        targets=dict(programme.targets),
    )


async def _bases(
    tx: Transaction, programme: Programme, period: Period
) -> tuple[BaseLine, ...]:
    found = await tx.reports.bases(programme.id, period)
    return tuple(base_line(role, found.get(role, {})) for role in _ROLES)


async def _pairs(tx: Transaction, programme: Programme, period: Period) -> PairTable:
    found = await tx.reports.pairs(programme.id, period)
    rows = (
        PairRow(form, fate(state, until, period.end), since >= period.start, met)
        for form, state, since, until, met in found
    )
    return pair_table(rows, programme.forms)


async def _swot(tx: Transaction, programme: Programme) -> Mapping[Side, tuple[str, ...]]:
    """As the board stands: of each side what was said most."""
    shown = [one for one in await tx.indicators.board(programme.id) if one.shown]
    return {
        side: tuple(one.words for one in shown if one.side is side)[:MOST_SWOT] for side in Side
    }


async def _assessed(
    tx: Transaction, programme: Programme, house: Organisation, period: Period, profile: Profile
) -> Assessed | None:
    """The last one finished by the end of the period."""
    form = profile.assessment
    for one in await tx.indicators.assessments_of(programme.id):
        if one.finished_at is not None and one.finished_at < period.end:
            marked = [each for each in form.criteria if each.key in one.marks]
            return Assessed(
                at=one.at,
                on=moments.local(one.finished_at, house.timezone).date(),
                sum=one.sum,
                most=form.most,
                level=form.level(one.sum),
                marks=tuple((each, one.marks[each.key]) for each in marked),
            )
    return None


async def _road_map(
    tx: Transaction, programme: Programme, house: Organisation, period: Period
) -> RoadMapFacts:
    items = await tx.stages.road_map(programme.id)
    names = await tx.people.names({one.responsible_id for one in items if one.responsible_id})
    return RoadMapFacts(
        organisation=house.name,
        programme=programme.name,
        on=period.on,
        lines=tuple(_map_line(one, names, period, house.timezone) for one in items),
    )


def _map_line(
    item: RoadMapItem, names: Mapping[UUID, str], period: Period, zone: str
) -> MapLine:
    done = item.done_at is not None and item.done_at < period.end
    responsible = item.responsible
    if item.responsible_id is not None:
        responsible = names.get(item.responsible_id, responsible)
    late = not done and item.due_on <= period.on
    return MapLine(
        stage=item.stage,
        title=item.title,
        due_on=item.due_on,
        responsible=responsible,
        result=item.result,
        state=MapState.DONE if done else MapState.LATE if late else MapState.AHEAD,
        done_on=moments.local(item.done_at, zone).date() if done and item.done_at else None,
        why_late=item.delay_reason if late else None,
    )


async def _cases(
    tx: Transaction, programme: Programme, written: Sequence[ReportText]
) -> tuple[Case, ...]:
    """Of pairs whose two people agree to publication today, in the order of writing."""
    agreed = await agreed_pairs(tx, programme)
    return tuple(
        replace(agreed[one.pair_id], words=one.words)
        for one in written
        if one.section is Section.CASE and one.pair_id in agreed
    )


async def _closed(
    tx: Transaction, programme: Programme, house: Organisation
) -> list[_Wave]:
    """Every wave that is over, the oldest first."""
    over = [
        one
        for one in await tx.waves.of_programme(programme.id)
        if one.state is WaveState.CLOSED
    ]
    funnels = await tx.waves.funnels([one.id for one in over])
    found = []
    for wave in reversed(over):
        whole = sum(funnels[wave.id].values(), Funnel())
        head = await head_of(tx, wave, programme, house)
        found.append(_Wave(wave, head, whole.planned, whole.complete))
    return found


async def _surveys(
    db: Database, waves: Sequence[_Wave], reckoning: Reckoning
) -> tuple[Surveyed, ...]:
    """One table of answers after the other, so that one is in memory."""
    found = []
    for place, one in enumerate(waves, start=1):
        results = None
        newest = place > len(waves) - MOST_RESULTS
        if newest and one.head.questionnaire.consent is None:
            async with db.reading() as tx:
                pages = await dated(tx, one.head, purpose=str(one.wave.id))
            results = await reckoning.wave(pages)
        invited, answered = answered_of(one.invited, one.answered)
        found.append(
            Surveyed(one.head.questionnaire, one.head.day, invited, answered, results)
        )
    return tuple(found)


async def _twice(
    db: Database, within: Sequence[_Wave], waves: Sequence[_Wave], reckoning: Reckoning
) -> tuple[Twice, ...]:
    """Of each questionnaire the last wave of the days, beside the first that asked the same."""
    last = {one.head.questionnaire.key: one for one in within if _told(one)}
    found = []
    for one in list(last.values())[-MOST_TWICE:]:
        asked = one.head.questionnaire
        first = next(
            each
            for each in waves
            if each is one or (_told(each) and asked.asks_again(each.head.questionnaire))
        )
        if first is one:
            continue
        purpose = f"{first.wave.id}-{one.wave.id}"
        async with db.reading() as tx:
            pages = [await dated(tx, each.head, purpose=purpose) for each in (first, one)]
        found.append(
            Twice(
                one.head.questionnaire,
                first.head.day,
                one.head.day,
                await reckoning.twice(pages[0], pages[1]),
            )
        )
    return tuple(found)


def _told(one: _Wave) -> bool:
    """Whether answers may be told in a file, and it is known whose are whose."""
    return not one.wave.anonymous and one.head.questionnaire.consent is None
