"""The report of a programme for some days: every figure in it, before anybody puts it into words.

A report leaves the house. So a number of one to four people stands in none, not even for the
curator who makes it, and neither does what would give it away (`small_cells`): `None` is such a
number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain import moments, small_cells
from bot.domain.access import Role
from bot.domain.assessments import Criterion, Level
from bot.domain.assessments import When as AssessedAt
from bot.domain.coverage import Period
from bot.domain.errors import DatesOutOfOrder
from bot.domain.figures import Figure
from bot.domain.meetings import MeetingState
from bot.domain.outcomes import Change
from bot.domain.pairs import PairState
from bot.domain.questionnaires import Questionnaire
from bot.domain.results import BeforeAfter, WaveResults
from bot.domain.roadmap import ProgrammeStage
from bot.domain.swot import Side

Number = int | None  # None: hidden, of one to four
MOST_SWOT = 7  # entries of a side, those said most


@dataclass(frozen=True)
class Span:
    """Days, both of them within it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise DatesOutOfOrder

    def period(self, zone: str) -> Period:
        """Where the organisation is; what it ends with may be ahead."""
        midnight = datetime.min.time()
        return Period(
            start=moments.instant(self.first, midnight, zone),
            end=moments.instant(self.last + timedelta(days=1), midnight, zone),
            on=self.last,
        )


@dataclass(frozen=True)
class Passport:
    organisation: str
    programme: str
    starts_on: date
    ends_on: date
    forms: tuple[str, ...]
    curators: tuple[str, ...]
    targets: Mapping[str, int]


@dataclass(frozen=True)
class BaseLine:
    """Of one role: who takes part on the last day, who of them came within the days, by kind."""

    role: Role
    people: Number
    came: Number
    kinds: tuple[tuple[str, Number], ...]


class Fate(StrEnum):
    """What had become of a pair by the last day."""

    GOING_ON = "going-on"
    FINISHED = "finished"
    BROKEN_OFF = "broken-off"


@dataclass(frozen=True)
class PairRow:
    """A pair that was at work within the days."""

    form: str
    fate: Fate
    begun: bool  # within the days
    met: bool  # at least once within the days


@dataclass(frozen=True)
class PairLine:
    """Of one form; "": of all of them."""

    form: str
    at_work: Number
    fates: Mapping[Fate, Number]


@dataclass(frozen=True)
class PairTable:
    lines: tuple[PairLine, ...]  # all of them first
    begun: Number
    met: Number

    @property
    def whole(self) -> Number:
        return self.lines[0].at_work


@dataclass(frozen=True)
class MeetingFigures:
    """Meetings, which are nobody: small numbers of them may be seen."""

    held: int
    not_held: int
    disputed: int
    months: tuple[tuple[date, int], ...]  # held, by the first day of each month of the span


@dataclass(frozen=True)
class Surveyed:
    """A wave that was closed within the days. `results`: None where they are in confidence."""

    questionnaire: Questionnaire
    on: date
    invited: Number
    answered: Number
    results: WaveResults | None = None


@dataclass(frozen=True)
class Twice:
    """Two waves of the same people, the later one closed within the days."""

    questionnaire: Questionnaire
    first_on: date
    last_on: date
    found: BeforeAfter


@dataclass(frozen=True)
class Assessed:
    at: AssessedAt
    on: date
    sum: int
    most: int
    level: Level
    marks: tuple[tuple[Criterion, int], ...]


class MapState(StrEnum):
    """How a line of the road map stood at the end of the last day."""

    DONE = "done"
    LATE = "late"
    AHEAD = "ahead"


@dataclass(frozen=True)
class MapLine:
    stage: ProgrammeStage
    title: str
    due_on: date
    responsible: str | None
    result: str | None
    state: MapState
    done_on: date | None
    why_late: str | None


@dataclass(frozen=True)
class RoadMapFacts:
    organisation: str
    programme: str
    on: date
    lines: tuple[MapLine, ...]

    def count(self, state: MapState) -> int:
        return sum(one.state is state for one in self.lines)


@dataclass(frozen=True)
class Case:
    """A pair that may be told about: both have agreed to publication, in force today."""

    pair_id: UUID
    mentee: str
    mentor: str
    form: str
    words: str


@dataclass(frozen=True)
class ReportFacts:
    """Everything a report says. The files of it are made of nothing else."""

    span: Span
    made_on: date
    passport: Passport
    bases: tuple[BaseLine, ...]
    pairs: PairTable
    meetings: MeetingFigures
    surveys: tuple[Surveyed, ...]  # the oldest first
    twice: tuple[Twice, ...]
    dynamics: tuple[Change, ...]
    indicators: tuple[Figure, ...]
    satisfied_from: int  # the mean score that counts as satisfied
    swot: Mapping[Side, tuple[str, ...]]
    assessed: Assessed | None
    road_map: RoadMapFacts
    cases: tuple[Case, ...]
    problems: str
    plans: str


def fate(state: PairState, ended_at: datetime | None, end: datetime) -> Fate:
    """As it was before `end`: what was closed later was still going on."""
    if ended_at is None or ended_at >= end:
        return Fate.GOING_ON
    return Fate.FINISHED if state is PairState.COMPLETED else Fate.BROKEN_OFF


def pair_table(rows: Iterable[PairRow], forms: Sequence[str]) -> PairTable:
    """By form and by what became of them, of no number of which one to four pairs follow.

    Sums of each kind are five or more, or none: so whatever they leave open about a smaller group
    may be five as well (it is at most the least of its sums). What became of each form is shown
    only where no number of it is small at all.
    """
    found = list(rows)
    keys = tuple(dict.fromkeys([*forms, *sorted({row.form for row in found})]))
    whole = {key: sum(row.form == key for row in found) for key in keys}
    by_form = small_cells.shown(whole)
    fates = small_cells.shown({one: sum(row.fate is one for row in found) for one in Fate})
    cells = {(key, one): 0 for key in keys for one in Fate}
    for row in found:
        cells[row.form, row.fate] += 1
    plain = not any(small_cells.small(n) for n in cells.values())
    lines = [PairLine("", small_cells.total(whole), fates)]
    for key in keys:
        own = {one: cells[key, one] if plain or not whole[key] else None for one in Fate}
        lines.append(PairLine(key, by_form[key], own))
    begun, met = (
        _part(sum(each), len(found))
        for each in ([row.begun for row in found], [row.met for row in found])
    )
    return PairTable(tuple(lines), begun, met)


def base_line(role: Role, people: Mapping[tuple[str, bool], int]) -> BaseLine:
    """`people`: by kind, and whether they came within the days. The larger kinds first."""
    kinds: dict[str, int] = {}
    for (kind, _), n in people.items():
        kinds[kind] = kinds.get(kind, 0) + n
    shown = small_cells.shown(kinds)
    whole = sum(kinds.values())
    came = sum(n for (_, new), n in people.items() if new)
    ordered = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    return BaseLine(
        role,
        small_cells.total(kinds),
        _part(came, whole),
        tuple((kind, shown[kind]) for kind in ordered),
    )


def _part(n: int, whole: int) -> Number:
    """Neither it nor what is left of the whole is one to four."""
    return None if small_cells.small(n) or small_cells.small(whole - n) else n


def meeting_figures(
    found: Iterable[tuple[datetime, MeetingState]], span: Span, zone: str
) -> MeetingFigures:
    """`found`: when each meeting of the days was to be, and what became of it."""
    counts = dict.fromkeys(MeetingState, 0)
    months = dict.fromkeys(_months(span), 0)
    for at, state in found:
        counts[state] += 1
        if state is MeetingState.HELD:
            months[moments.local(at, zone).date().replace(day=1)] += 1
    return MeetingFigures(
        held=counts[MeetingState.HELD],
        not_held=counts[MeetingState.NOT_HELD],
        disputed=counts[MeetingState.DISPUTED],
        months=tuple(months.items()),
    )


def _months(span: Span) -> list[date]:
    found, month = [], span.first.replace(day=1)
    while month <= span.last:
        found.append(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return found


def answered_of(invited: int, answered: int) -> tuple[Number, Number]:
    """Of few people neither. That one to four did not answer says nothing of what they think."""
    if small_cells.small(invited):
        return None, None
    return invited, None if small_cells.small(answered) else answered
