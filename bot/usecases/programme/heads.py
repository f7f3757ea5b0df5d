"""The page of the head of an organisation: how the programme stands, in numbers, and what is late.

Only read. Nobody's answers are in it, and one to four people are hidden as from any outsider.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.access import Actor, May, Role
from bot.domain.figures import Figure
from bot.domain.moments import local
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation
from bot.domain.roadmap import RoadMapItem
from bot.domain.waves import WaveState
from bot.storage.database import Database, Transaction
from bot.usecases.monitoring import indicators
from bot.usecases.monitoring.waves import WaveProgress, progress_of
from bot.usecases.programme.house_counting import shares_of, year_of

MOST_LATE = 3
MOST_WAVES = 3


@dataclass(frozen=True)
class Run:
    """One programme at work."""

    name: str
    starts_on: date
    ends_on: date
    agreed_on: date | None
    done: int  # lines of the road map, out of `lines`
    lines: int
    late: tuple[tuple[str, date], ...]  # the longest late first
    more_late: int
    waves: tuple[WaveProgress, ...]  # open ones, then the newest


@dataclass(frozen=True)
class Page:
    organisation: str
    curators: tuple[str, ...]
    nameless: int  # curators who have not said their name yet
    figures: tuple[Figure, ...]  # coverage, satisfaction; small numbers hidden
    runs: tuple[Run, ...]
    reminded_on: date | None  # by the region
    starts_on: date  # of the school year: figures count from then on
    today: date


async def pages(db: Database, actor: Actor, *, profile: Profile) -> tuple[Page, ...]:
    """One for each organisation the actor is head of, by name."""
    ids = {one.organisation_id for one in actor.assignments if one.role is Role.HEAD}
    async with db.reading() as tx:
        houses = (await tx.programmes.houses(ids)).values()
        return tuple(
            [
                await _page(tx, actor, house, profile)
                for house in sorted(houses, key=lambda one: (one.name, one.id))
            ]
        )


async def _page(tx: Transaction, actor: Actor, house: Organisation, profile: Profile) -> Page:
    period = year_of(house, tx.now)
    wanted = shares_of(profile)
    figures = await indicators.figures_of(tx, house, period, profile)
    curators, runs = dict.fromkeys(await tx.people.holders(house.id, None, Role.CURATOR)), []
    for programme, _ in await tx.programmes.of_organisations([house.id]):
        if not actor.may(May.SEE_TOTALS, programme):
            continue
        curators |= dict.fromkeys(await tx.people.holders(house.id, programme.id, Role.CURATOR))
        items = await tx.stages.road_map(programme.id)
        late = _late(items, period.on)
        asked = await tx.waves.of_programme(programme.id)
        asked = sorted(asked, key=lambda one: one.state is WaveState.CLOSED)[:MOST_WAVES]
        runs.append(
            Run(
                name=programme.name,
                starts_on=programme.starts_on,
                ends_on=programme.ends_on,
                agreed_on=programme.road_map_agreed_on,
                done=sum(one.done_at is not None for one in items),
                lines=len(items),
                late=tuple((one.title, one.due_on) for one in late[:MOST_LATE]),
                more_late=max(len(late) - MOST_LATE, 0),
                waves=tuple(await progress_of(tx, programme, asked)),
            )
        )
    reminders = await tx.region.reminders_of(house.id, limit=1)
    known = await tx.people.many(curators)
    names = [known[one].name for one in curators if one in known]
    return Page(
        organisation=house.name,
        curators=tuple(name for name in names if name),
        nameless=sum(not name for name in names),
        figures=tuple(one.for_outsiders() for one in figures if one.indicator in wanted),
        runs=tuple(runs),
        reminded_on=local(reminders[0][0].at, house.timezone).date() if reminders else None,
        starts_on=local(period.start, house.timezone).date(),
        today=period.on,
    )


def _late(items: Sequence[RoadMapItem], today: date) -> list[RoadMapItem]:
    found = [one for one in items if one.done_at is None and one.due_on < today]
    return sorted(found, key=lambda one: (one.due_on, one.position, one.id))
