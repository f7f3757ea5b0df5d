"""Organisations of a region as its coordinator sees them: how they stand, and who is behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import Gone
from bot.domain.house_figures import (
    MENTEES,
    MENTORS,
    NO,
    PAIRS,
    YES,
    Facts,
    Parts,
    by_form,
    undivided,
)
from bot.domain.small_tables import SmallTable, divided, protected

PERCENT = 100
WAVE_AFTER = timedelta(days=90)  # a programme at work that long has asked its people once
REMIND_AGAIN = timedelta(days=14)


class Lag(StrEnum):
    """In what an organisation is behind; the first weighs most."""

    CURATOR = "curator"  # none is appointed
    PROGRAMME = "programme"  # none is at work
    ROAD_MAP = "road-map"  # of a programme at work, not agreed
    LATE = "late"  # lines of the road map are past their day
    NUMBERS = "numbers"  # how many learn there has not been said
    WAVES = "waves"  # nobody has been asked this school year
    COVERAGE = "coverage"  # below the target


@dataclass(frozen=True)
class Share:
    """So many of so many, both fit to be shown."""

    number: int
    whole: int

    @property
    def percent(self) -> float:
        return self.number / self.whole * PERCENT


@dataclass(frozen=True)
class Kept:
    """A row of kept figures as it is read; `told` as it was counted last."""

    organisation_id: UUID
    name: str
    kind: str | None
    year: int
    on: date | None  # None: not counted yet
    told: Mapping[str, Parts]
    facts: Facts


@dataclass(frozen=True)
class Standing:
    """One organisation, with nothing in it that tells of one to four people."""

    organisation_id: UUID
    name: str
    kind: str | None
    on: date | None
    facts: Facts
    mentees: int | None
    mentors: int | None
    pairs: int | None
    forms: Mapping[str, int] | None  # pairs by form
    shares: Mapping[str, Share]  # by indicator; what is hidden is left out
    known: frozenset[str]  # of which there is a figure, hidden or not
    divided: Mapping[str, Mapping[str, Share]]  # by indicator and form; what is hidden is left out
    lags: tuple[Lag, ...]
    reminded_at: datetime | None = None

    @property
    def behind(self) -> bool:
        return bool(self.lags)


@dataclass(frozen=True)
class Region:
    """All organisations together; shares are of those that have a figure."""

    houses: tuple[Standing, ...]  # who is behind most comes first
    mentees: int | None
    mentors: int | None
    pairs: int | None
    forms: Mapping[str, int | None]
    shares: Mapping[str, Share]
    known: frozenset[str]  # of which some organisation has a figure
    divided: Mapping[str, Mapping[str, Share | None]]  # by indicator and form; None: hidden
    oldest: date | None  # the earliest day of a figure in it
    newest: date | None
    coverage: str  # which of the shares has the target
    target: int | None

    def house(self, organisation_id: UUID) -> Standing:
        """Raises `Gone`."""
        found = next((one for one in self.houses if one.organisation_id == organisation_id), None)
        if found is None:
            raise Gone
        return found

    def covered(self, one: Standing) -> Share | None:
        return one.shares.get(self.coverage)

    def count(self, lag: Lag) -> int:
        return sum(lag in one.lags for one in self.houses)

    @property
    def behind(self) -> tuple[Standing, ...]:
        return tuple(one for one in self.houses if one.lags)


def region(
    kept: Sequence[Kept],
    *,
    shares: Sequence[str],
    coverage: str,
    target: int | None,
    reminded: Mapping[UUID, datetime],
    forms: bool = True,
) -> Region:
    """`shares`: indicators told as yes and no; `coverage`: the one of them that has the target;
    `forms`: they are divided by form as well, which takes as long again."""
    tables = {key: protected(_counts(kept, key)) for key in (MENTEES, MENTORS, PAIRS)}
    by_forms = {
        key: divided({row: by_form(parts) for row, parts in _counts(kept, key).items()})
        for key in (shares if forms else ())
    }
    tables |= {key: one.table for key, one in by_forms.items()} or {
        key: protected({row: undivided(parts) for row, parts in _counts(kept, key).items()})
        for key in shares
    }
    people = {key: tables[key].rows for key in (MENTEES, MENTORS, PAIRS)}
    houses = []
    for one in kept:
        id_ = one.organisation_id
        found = {key: share for key in shares if (share := _share(tables[key], id_))}
        houses.append(
            Standing(
                organisation_id=id_,
                name=one.name,
                kind=one.kind,
                on=one.on,
                facts=one.facts,
                mentees=people[MENTEES].get(id_),
                mentors=people[MENTORS].get(id_),
                pairs=people[PAIRS].get(id_),
                forms=_forms(tables[PAIRS], id_),
                shares=found,
                known=frozenset(one.told),
                divided={
                    key: _told_shares(one_of.cells[id_], found[key].whole, covers=key == coverage)
                    for key, one_of in by_forms.items()
                    if id_ in one_of.cells and key in found
                },
                lags=lags_of(one.facts, found.get(coverage), target) if one.on else (),
                reminded_at=reminded.get(id_),
            )
        )
    days = sorted(one.on for one in kept if one.on is not None)
    return Region(
        houses=tuple(sorted(houses, key=lambda one: _order(one, coverage))),
        mentees=tables[MENTEES].whole,
        mentors=tables[MENTORS].whole,
        pairs=tables[PAIRS].whole,
        forms=dict(sorted(tables[PAIRS].columns.items())),
        shares={key: share for key in shares if (share := _whole(tables[key]))},
        known=frozenset(key for key in shares if any(key in one.told for one in kept)),
        divided={
            key: _shares(one.columns, one.table.whole if key == coverage else None)
            for key, one in by_forms.items()
        },
        oldest=days[0] if days else None,
        newest=days[-1] if days else None,
        coverage=coverage,
        target=target,
    )


def _counts(kept: Sequence[Kept], measure: str) -> dict[UUID, Parts]:
    return {one.organisation_id: one.told[measure] for one in kept if measure in one.told}


def _shares(
    parts: Mapping[tuple[str, str], int | None], whole: int | None
) -> dict[str, Share | None]:
    """By form: who says yes, of the `whole`; without one, of those of the form who said yes or no.

    None where one of the numbers is hidden. Forms of which there is nobody are left out.
    """
    found: dict[str, Share | None] = {}
    for form in sorted({form for _, form in parts if form}):
        number, rest = parts.get((YES, form), 0), parts.get((NO, form), 0)
        if number is None or (whole is None and rest is None):
            found[form] = None
        elif whole is not None and number:
            found[form] = Share(number, whole)
        elif whole is None and number + (rest or 0):
            found[form] = Share(number, number + (rest or 0))
    return found


def _told_shares(
    parts: Mapping[tuple[str, str], int], whole: int, *, covers: bool
) -> dict[str, Share]:
    every = _shares(parts, whole if covers else None)
    return {form: share for form, share in every.items() if share is not None}


def _share(table: SmallTable[UUID, str], id_: UUID) -> Share | None:
    number, rest = table.cell(id_, YES), table.cell(id_, NO)
    return Share(number, number + rest) if number is not None and rest is not None else None


def _whole(table: SmallTable[UUID, str]) -> Share | None:
    number, whole = table.columns.get(YES), table.whole
    return Share(number, whole) if number is not None and whole else None


def _forms(table: SmallTable[UUID, str], id_: UUID) -> Mapping[str, int] | None:
    """Empty: no pairs at all; None: not to be shown."""
    if table.rows.get(id_) == 0:
        return {}
    parts = table.cells.get(id_)
    return {form: n for form, n in sorted(parts.items()) if n} if parts is not None else None


def lags_of(facts: Facts, coverage: Share | None, target: int | None) -> tuple[Lag, ...]:
    """`coverage`: as it is shown. A hidden share has no target that it misses."""
    behind = {
        Lag.CURATOR: not facts.curator,
        Lag.PROGRAMME: not facts.programmes,
        Lag.ROAD_MAP: facts.agreed < facts.programmes,
        Lag.LATE: facts.late > 0,
        Lag.NUMBERS: not facts.numbers,
        Lag.WAVES: not facts.waves and facts.days_at_work >= WAVE_AFTER.days,
        Lag.COVERAGE: coverage is not None
        and target is not None
        and coverage.percent < target,
    }
    return tuple(lag for lag in Lag if behind[lag])


def _order(one: Standing, coverage: str) -> tuple[object, ...]:
    """Who lacks what weighs most, then who covers least, then by name."""
    share = one.shares.get(coverage)
    return (
        tuple(lag not in one.lags for lag in Lag),
        share.percent if share else PERCENT + 1,
        one.name.casefold(),
        one.organisation_id,
    )
