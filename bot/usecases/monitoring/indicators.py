"""Indicators of an organisation as its curators report them, and the numbers only people know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Actor, May
from bot.domain.coverage import Period
from bot.domain.errors import DatesOutOfOrder, Gone
from bot.domain.figures import Figure, figure, satisfied
from bot.domain.indicators import Count, Counted, CountKind, Indicator, newest
from bot.domain.profile import Profile
from bot.domain.programmes import CONTINGENT, Organisation, Programme
from bot.storage.database import Database, Transaction

HISTORY = 3  # numbers shown of what was entered before
OLDEST = timedelta(days=730)  # of a number that is entered today


@dataclass(frozen=True)
class Board:
    """Every indicator on one day."""

    organisation: str
    starts_on: date
    on: date
    today: date
    figures: tuple[Figure, ...]
    enters: bool  # the actor may enter numbers
    exact: bool  # the actor sees small numbers too

    def figure(self, key: str) -> Figure:
        found = next((one for one in self.figures if one.indicator.key == key), None)
        if found is None:
            raise Gone
        return found


@dataclass(frozen=True)
class Said:
    """A number in force, who entered it, and those before it."""

    kind: CountKind
    number: int | None
    on: date | None
    by: str | None
    entered_on: date | None
    before: tuple[tuple[int, date], ...]


@dataclass(frozen=True)
class Card:
    figure: Figure
    board: Board
    said: tuple[Said, ...]  # of every number it is made of
    least: int  # of a mean score that counts as satisfied


async def board(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> Board:
    async with db.reading() as tx:
        return await _board(tx, actor, programme_id, profile)


async def card(
    db: Database, actor: Actor, *, programme_id: UUID, key: str, profile: Profile
) -> Card:
    """One indicator with everything it is made of. Raises `Gone`."""
    async with db.reading() as tx:
        whole = await _board(tx, actor, programme_id, profile)
        found = whole.figure(key)
        kinds = _kinds([found.indicator], profile)
        said = await _said(tx, programme_id, kinds, whole)
        return Card(found, whole, said, profile.satisfaction.least)


async def numbers(
    db: Database, actor: Actor, *, programme_id: UUID, profile: Profile
) -> tuple[Said, ...]:
    """What the organisation has said of itself, and what it has not."""
    async with db.reading() as tx:
        programme = await tx.get(Programme, programme_id)
        actor.must(May.SEE_TOTALS, programme)
        house = await tx.get(Organisation, programme.organisation_id)
        actor.must(May.ENTER_COUNTS, house)
        kinds = [
            kind
            for kind in profile.count_kinds
            if any(kind.key in one.asks_for for one in profile.indicators)
        ]
        whole = await _board(tx, actor, programme_id, profile)
        return await _said(tx, programme_id, kinds, whole)


async def enter(
    db: Database,
    actor: Actor,
    *,
    programme_id: UUID,
    key: str,
    number: int,
    on: date,
    profile: Profile,
) -> None:
    """A number for a day; what was entered before stays in the history.

    Raises `NumberOutOfRange`, `PartLargerThanWhole`, `DatesOutOfOrder` for a day ahead or long ago.
    """
    async with db.transaction() as tx:
        programme = await tx.get(Programme, programme_id)
        house = await tx.get(Organisation, programme.organisation_id)
        actor.must(May.ENTER_COUNTS, house)
        if key not in {kind.key for kind in _kinds(profile.indicators, profile)}:
            raise Gone
        today = moments.local(tx.now, house.timezone).date()
        if not today - OLDEST <= on <= today:
            raise DatesOutOfOrder
        if key in CONTINGENT and (house.contingent_on is None or on >= house.contingent_on):
            house.count({**house.contingent, key: number}, on)
        tx.add(
            Count(
                organisation_id=house.id,
                key=key,
                number=number,
                on=on,
                entered_by=actor.person_id,
                entered_at=tx.now,
            )
        )


def period_of(programme: Programme, house: Organisation, now: datetime) -> Period:
    """From the programme's first day to today, or to its last day when that is past."""
    today = moments.local(now, house.timezone).date()
    on = min(today, programme.ends_on)
    midnight = time()
    end = moments.instant(on + timedelta(days=1), midnight, house.timezone)
    return Period(
        start=moments.instant(programme.starts_on, midnight, house.timezone),
        end=min(end, now),
        on=on,
    )


async def figures(
    tx: Transaction, programme: Programme, profile: Profile, *, within: Period | None = None
) -> tuple[Figure, ...]:
    """Exact, of the whole organisation; ten statements whatever the number of people.

    `within`: other days than those of the programme until today.
    """
    house = await tx.get(Organisation, programme.organisation_id)
    period = within or period_of(programme, house, tx.now)
    return await figures_of(tx, house, period, profile)


async def figures_of(
    tx: Transaction, house: Organisation, period: Period, profile: Profile
) -> tuple[Figure, ...]:
    parts = await tx.indicators.parts(house.id, period)
    keys = [kind.key for kind in _kinds(profile.indicators, profile)]
    counts = newest(await tx.indicators.counts_of(house.id, keys), period.on)
    return tuple(
        [
            await _satisfied(tx, house.id, one, period, profile)
            if one.counts is Counted.SATISFIED
            else figure(one, period, parts, counts)
            for one in profile.indicators
        ]
    )


async def _satisfied(
    tx: Transaction, organisation_id: UUID, indicator: Indicator, period: Period, profile: Profile
) -> Figure:
    rule = profile.satisfaction
    [who] = indicator.who
    keys = [asked.questionnaire for asked in rule.asked]
    invited, answered = await tx.indicators.said(organisation_id, who.role, keys, period)
    told = [(key, rule.holds(key, answers), form) for key, answers, form in answered]
    said = [(good, form) for _, good, form in told if good is not None]
    return satisfied(
        indicator,
        period,
        invited=invited,
        said=[good for good, _ in said],
        forms=[form for _, form in said],
        asked=told[-1][0] if told else keys[0] if invited else None,
    )


def _kinds(indicators: Sequence[Indicator], profile: Profile) -> list[CountKind]:
    """The numbers these indicators are made of, in the order of the profile."""
    wanted = {key for one in indicators for key in (one.entered, one.whole, one.besides)}
    return [kind for kind in profile.count_kinds if kind.key in wanted]


async def _board(
    tx: Transaction, actor: Actor, programme_id: UUID, profile: Profile
) -> Board:
    programme = await tx.get(Programme, programme_id)
    actor.must(May.SEE_TOTALS, programme)
    house = await tx.get(Organisation, programme.organisation_id)
    exact = actor.may(May.SEE_APPLICATIONS, programme)
    found = await figures(tx, programme, profile)
    return Board(
        organisation=house.name,
        starts_on=programme.starts_on,
        on=period_of(programme, house, tx.now).on,
        today=moments.local(tx.now, house.timezone).date(),
        figures=found if exact else tuple(one.for_outsiders() for one in found),
        enters=actor.may(May.ENTER_COUNTS, house) and actor.may(May.ENTER_COUNTS, programme),
        exact=exact,
    )


async def _said(
    tx: Transaction, programme_id: UUID, kinds: Sequence[CountKind], board: Board
) -> tuple[Said, ...]:
    programme = await tx.get(Programme, programme_id)
    house = await tx.get(Organisation, programme.organisation_id)
    counts = await tx.indicators.counts_of(house.id, [kind.key for kind in kinds])
    names = await tx.people.names({one.entered_by for one in counts if one.entered_by})
    found = []
    for kind in kinds:
        history = [one for one in counts if one.key == kind.key and one.on <= board.on]
        now = history[0] if history else None
        found.append(
            Said(
                kind=kind,
                number=now.number if now else None,
                on=now.on if now else None,
                by=names.get(now.entered_by) if now and now.entered_by else None,
                entered_on=moments.local(now.entered_at, house.timezone).date() if now else None,
                before=tuple((one.number, one.on) for one in history[1 : 1 + HISTORY]),
            )
        )
    return tuple(found)
