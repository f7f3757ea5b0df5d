"""What a regional coordinator sees: totals over all programmes, never a person.

A cell of fewer than five people is hidden, and so is whatever would give it away.
"""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from bot.domain import small_cells
from bot.domain.access import Actor, May, Role
from bot.domain.pairs import AGREED
from bot.domain.participations import ParticipationState
from bot.storage.database import Database


@dataclass(frozen=True)
class HouseTotals:
    """One organisation; None: too few to be shown."""

    organisation: str
    programmes: int
    mentees: int | None
    mentors: int | None
    pairs: int | None


@dataclass(frozen=True)
class RegionTotals:
    organisations: int
    programmes: int
    mentees: int | None
    mentors: int | None
    pairs: int | None
    houses: tuple[HouseTotals, ...]  # by name
    forms: tuple[tuple[str, int | None], ...]  # pairs at work by form


async def totals(db: Database, actor: Actor) -> RegionTotals:
    """Everything at work in this installation; some five queries whatever its size."""
    actor.must(May.SEE_REGION)
    async with db.reading() as tx:
        found = await tx.programmes.every()
        ids = [programme.id for programme, _ in found]
        people = await tx.participations.people_by_house(ids, ParticipationState.APPROVED)
        pairs = await tx.pairs.counts_of(ids)
        by_form = await tx.pairs.forms_of(ids, AGREED)
    names: dict[UUID, str] = {house.id: house.name for _, house in found}
    programmes = Counter(house.id for _, house in found)
    at_work: Counter[UUID] = Counter()
    for programme, house in found:
        at_work[house.id] += sum(n for s, n in pairs[programme.id].items() if s in AGREED)
    columns = [
        {id_: people.get((id_, Role.MENTEE), 0) for id_ in names},
        {id_: people.get((id_, Role.MENTOR), 0) for id_ in names},
        {id_: at_work[id_] for id_ in names},
    ]
    mentees, mentors, working = (small_cells.shown(column) for column in columns)
    sums = [small_cells.total(column) for column in columns]
    return RegionTotals(
        organisations=len(names),
        programmes=len(found),
        mentees=sums[0],
        mentors=sums[1],
        pairs=sums[2],
        houses=tuple(
            HouseTotals(name, programmes[id_], mentees[id_], mentors[id_], working[id_])
            for id_, name in sorted(names.items(), key=lambda one: (one[1], one[0]))
        ),
        forms=tuple(sorted(small_cells.shown(by_form).items())),
    )
