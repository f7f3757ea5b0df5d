"""Counting organisations for the region, one after another, once a day.

Each is counted anew from its rows and never by adding up changes: what is kept cannot drift, and
`tests/usecases/test_house_counting.py` holds that it is what a recount says.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from bot.domain import moments
from bot.domain.access import Role
from bot.domain.coverage import Period
from bot.domain.figures import Missing
from bot.domain.house_figures import (
    ANSWERS,
    EVERYBODY,
    MENTEES,
    MENTORS,
    NO,
    PAIRS,
    SCHOOL_YEAR_MONTH,
    STANDING,
    YES,
    Facts,
    HouseFigures,
    Parts,
    school_year,
    split,
    told_anew,
)
from bot.domain.indicators import Counted, Indicator
from bot.domain.pairs import AGREED
from bot.domain.participations import ParticipationState
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring import indicators

AGAIN = timedelta(hours=20)  # once a day, a little earlier each day rather than later
AT_ONCE = 20  # organisations of one tick


@dataclass(frozen=True)
class Counts:
    """One organisation as it stands now; exact."""

    on: date
    at: datetime
    measures: dict[str, Parts]
    facts: Facts


def coverage_of(profile: Profile) -> Indicator | None:
    """The share of learners who take part: the first indicator of people."""
    return next((one for one in profile.indicators if one.counts is Counted.PEOPLE), None)


def shares_of(profile: Profile) -> tuple[Indicator, ...]:
    """What the region sees as shares: coverage, and everything about satisfaction.

    Other shares of people overlap with coverage: taken from each other they would tell of few.
    """
    coverage = coverage_of(profile)
    glad = [one for one in profile.indicators if one.counts is Counted.SATISFIED]
    return (*([coverage] if coverage else []), *glad)


def year_of(house: Organisation, now: datetime) -> Period:
    """From the first of September to now."""
    on = moments.local(now, house.timezone).date()
    first = date(school_year(on), SCHOOL_YEAR_MONTH, 1)
    return Period(start=moments.instant(first, time(), house.timezone), end=now, on=on)


async def count(tx: Transaction, house: Organisation, profile: Profile) -> Counts:
    """Some fifteen statements whatever the number of people."""
    period = year_of(house, tx.now)
    at_work = [one for one, _ in await tx.programmes.of_organisations([house.id])]
    ids = [one.id for one in at_work]
    people = await tx.participations.people_by_house(ids, ParticipationState.APPROVED)
    asked = await tx.region.asked(house.id, period.start, period.end)
    measures: dict[str, Parts] = {
        MENTEES: {EVERYBODY: people.get((house.id, Role.MENTEE), 0)},
        MENTORS: {EVERYBODY: people.get((house.id, Role.MENTOR), 0)},
        PAIRS: await tx.pairs.forms_of(ids, AGREED),
    }
    if asked.invited:
        measures[ANSWERS] = {YES: asked.answered, NO: asked.invited - asked.answered}
    numbers, wanted = False, shares_of(profile)
    for figure in await indicators.figures_of(tx, house, period, profile):
        if figure.indicator not in wanted:
            continue
        if (parts := split(figure)) is not None:
            measures[figure.indicator.key] = parts
        if figure.indicator is coverage_of(profile):
            numbers = figure.missing not in (Missing.NUMBER, Missing.DOES_NOT_FIT)
    facts = await _facts(tx, house, at_work, period.on)
    facts |= {"waves": asked.waves, "waves_open": asked.still_open, "numbers": numbers}
    return Counts(period.on, tx.now, measures, Facts.of(facts))


async def _facts(
    tx: Transaction, house: Organisation, at_work: list[Programme], today: date
) -> dict[str, int]:
    staff = await tx.region.staff(house.id)
    drawn, late = await tx.region.road_maps([one.id for one in at_work], today)
    begun = [one.starts_on for one in at_work if one.starts_on <= today]
    return {
        "curator": Role.CURATOR in staff,
        "head": Role.HEAD in staff,
        "programmes": len(at_work),
        "road_maps": drawn,
        "agreed": sum(one.road_map_agreed_on is not None for one in at_work),
        "late": late,
        "days_at_work": (today - min(begun)).days if begun else 0,
    }


async def count_due(db: Database, profile: Profile) -> int:
    """Organisations that were not counted today; how many were counted now.

    Raises ExceptionGroup, after the others, of those that could not be counted.
    """
    async with db.reading() as tx:
        due = await tx.region.to_count(tx.now - AGAIN, limit=AT_ONCE)
    failures: list[Exception] = []
    for organisation_id in due:
        try:
            await _recount(db, profile, organisation_id)
        except Exception as error:  # noqa: BLE001  # those behind it are counted; raised below
            failures.append(error)
    if failures:
        raise ExceptionGroup(f"{len(failures)} of {len(due)} organisations not counted", failures)
    return len(due)


async def _recount(db: Database, profile: Profile, organisation_id: UUID) -> None:
    """Read beside the writer, written in a moment: nobody waits for a large organisation."""
    async with db.reading() as tx:
        found = await count(tx, await tx.get(Organisation, organisation_id), profile)
    async with db.transaction(effect=False) as tx:
        before = await tx.region.last(organisation_id)
        keep(tx, organisation_id, before, found, profile)


def keep(
    tx: Transaction,
    organisation_id: UUID,
    before: HouseFigures | None,
    found: Counts,
    profile: Profile,
) -> None:
    """In the row of its month. A clock that was set back writes no month before the last one."""
    month, year = found.on.replace(day=1), school_year(found.on)
    coverage = coverage_of(profile)
    told = told_anew(
        _goes_on(before, year),
        found.measures,
        wholes=frozenset({coverage.key} if coverage else ()),
    )
    if before is not None and before.month >= month:
        before.on, before.counted_at = found.on, found.at
        before.counts, before.told, before.facts = found.measures, told, found.facts.dump()
        return
    tx.add(
        HouseFigures(
            organisation_id=organisation_id,
            month=month,
            year=year,
            on=found.on,
            counted_at=found.at,
            counts=found.measures,
            told=told,
            facts=found.facts.dump(),
        )
    )


def _goes_on(before: HouseFigures | None, year: int) -> dict[str, Parts]:
    """What was told and is counted on; shares of a school year begin anew with it."""
    if before is None or before.year == year:
        return before.told if before else {}
    return {measure: parts for measure, parts in before.told.items() if measure in STANDING}
