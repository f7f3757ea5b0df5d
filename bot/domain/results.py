"""The results of a wave as they may be seen: counts and figures, nothing of fewer than five people.

Plain values: they are reckoned in the worker process and come back over the wall.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.statistics.figures import (
    Attrition,
    Bounds,
    Change,
    Estimate,
    Moved,
    Precision,
    ScaleFigures,
    Withheld,
)
from bot.domain.tabulation import Group, ItemTable, Part

DIGITS = 1  # of a mean on the screen; more would tell of single people, and of nothing else
HALF = 0.5 * 10**-DIGITS


@dataclass(frozen=True, kw_only=True)
class PartResult:
    """`mean`: None where there is none, or where it would tell of one to four people.

    `floor`, `ceiling`: more than 15 % stand at that end, five people or more.
    """

    part: Part
    mean: Estimate | Withheld | None = None
    median: Estimate | Withheld | None = None
    floor: bool = False
    ceiling: bool = False
    places: tuple[tuple[str, float], ...] = ()  # of a ranking: the mean place of each option


@dataclass(frozen=True, kw_only=True)
class ItemResult:
    table: ItemTable
    parts: tuple[PartResult, ...]

    def of(self, group: Group) -> PartResult | None:
        return next((one for one in self.parts if one.part.group == group), None)


@dataclass(frozen=True, kw_only=True)
class WaveResults:
    people: Mapping[Group, int]  # who answered anything
    unfinished: int  # of everybody among them: who did not come to the end
    items: tuple[ItemResult, ...]
    scales: tuple[tuple[str, ScaleFigures | Withheld], ...]
    careless: int | None  # how many answers bear a sign of haste; None: too few to say
    on: date

    def item(self, key: str) -> ItemResult | None:
        return next((one for one in self.items if one.table.key == key), None)


@dataclass(frozen=True, kw_only=True)
class ChangedPart:
    """A group of people; `split`: whether how many rose, stayed and fell may be shown."""

    group: Group
    change: Change
    split: bool


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One question, or one scale, before and after of the same people.

    `split`: as of a part. `precision`: of a scale only. `beyond`: None where it would tell of one
    to four people. `p`: of Wilcoxon's test, corrected for all `tests` that were made.
    `more_is_better`: None of a question outside of any scale, of which nobody has said it.
    """

    key: str
    scale: bool
    low: float
    high: float
    change: Change
    split: bool
    more_is_better: bool | None
    parts: tuple[ChangedPart, ...] = ()
    precision: Precision | Withheld | None = None
    beyond: Moved | Withheld | None = None
    attrition: Attrition | None = None
    bounds: Bounds | None = None
    p: float | None = None
    tests: int = 0

    @property
    def worse(self) -> bool:
        rose = self.change.after.value - self.change.before.value
        return rose < 0 if self.more_is_better else rose > 0 and self.more_is_better is False


@dataclass(frozen=True, kw_only=True)
class BeforeAfter:
    """`both`: who answered both times. `left_out`: of them, not counted, so that nobody's answers
    follow from those who answered once."""

    both: int
    left_out: int
    compared: tuple[Compared, ...]
    withheld: tuple[str, ...]  # items and scales of which nothing may be said
    stayed: int | None
    left: int | None
    attrition: Attrition | None  # where stayers and leavers differ most
    on: date
