"""What every figure carries, and what stands in its place when it may not be given.

Figures here are reckoned of answers and of the lives of pairs. How an indicator stands, which is
counted exactly, is in `bot.domain.figures`.
Plain Python: the bot may import this, screens read results with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

Values = Sequence[float | None]  # one per person asked, None: no answer
Rows = Sequence[Values]  # one per person, each as long as there are items

LEVEL = 0.95  # of every interval


class Formula(StrEnum):
    """Which figure it is; texts `figure-<key>`, `figure-<key>-means` and `figure-<key>-how`."""

    DISTRIBUTION = "distribution"
    SHARE = "share"
    MEAN = "mean"
    MEDIAN = "median"
    SPREAD = "spread"
    ENDS = "ends"
    ALPHA = "alpha"
    OMEGA = "omega"
    ALPHA_WITHOUT = "alpha-without"
    ITEM_REST = "item-rest"
    DIFFERENCE = "difference"
    PAIRED_T = "paired-t"
    WILCOXON = "wilcoxon"
    DZ = "dz"
    DAV = "dav"
    MOVED = "moved"
    SEM = "sem"
    MDC = "mdc"
    BEYOND = "beyond"
    SMD = "smd"
    BOUNDS = "bounds"
    HOLM = "holm"
    FDR = "fdr"
    CARELESS = "careless"
    SCHOOLS = "schools"
    CLUSTERED = "clustered"
    RETEST = "retest"
    SURVIVAL = "survival"
    HAZARD = "hazard"
    ODDS = "odds"


class Counted(StrEnum):
    """What a gate counts."""

    PEOPLE = "people"  # who answered
    BOTH = "both"  # who answered both times
    EACH = "each"  # in the smaller of two groups
    ITEMS = "items"
    SCHOOLS = "schools"
    PAIRS = "pairs"
    ENDINGS = "endings"  # pairs that ended early


class Why(StrEnum):
    """Why a figure is not given; texts `withheld-<key>` with $n and $needed."""

    TOO_FEW_PEOPLE = "too-few-people"
    TOO_FEW_BOTH = "too-few-both"
    TOO_FEW_EACH = "too-few-each"
    TOO_FEW_ITEMS = "too-few-items"
    TOO_FEW_SCHOOLS = "too-few-schools"
    TOO_FEW_PAIRS = "too-few-pairs"
    TOO_FEW_ENDINGS = "too-few-endings"
    NOBODY = "nobody"  # not one answer
    ALL_SAME = "all-same"  # every answer is the same: there is nothing to reckon with
    NO_CHANGE = "no-change"  # nobody's answer changed
    SAME_CHANGE = "same-change"  # everybody's answer changed by the very same
    NOT_ONE_THING = "not-one-thing"  # the items do not go together at all
    NOT_RELIABLE = "not-reliable"  # what it rests on is withheld itself
    NO_SOLUTION = "no-solution"  # no model fits these answers
    NO_INTERVAL = "no-interval"  # the figure is given, how sure it is cannot be said


@dataclass(frozen=True, kw_only=True)
class Figure:
    formula: Formula
    n: int  # people (or pairs) it was reckoned from
    missing: int  # people asked who are not among them
    on: date  # as of when, given by the caller


@dataclass(frozen=True, kw_only=True)
class Withheld(Figure):
    """Not given, and why. `n` is what there was of the thing counted, `needed` what it takes."""

    reason: Why
    needed: int | None = None


@dataclass(frozen=True)
class Interval:
    """Where the true value would lie in 95 of 100 such surveys."""

    low: float
    high: float
    level: float = LEVEL


@dataclass(frozen=True, kw_only=True)
class Estimate(Figure):
    """One number with its interval."""

    value: float
    interval: Interval | Withheld


@dataclass(frozen=True, kw_only=True)
class Distribution(Figure):
    """How many gave each answer; what was offered and chosen by nobody counts zero."""

    counts: tuple[tuple[float, int], ...]  # (answer, people), in the order of the answers


@dataclass(frozen=True, kw_only=True)
class Ends(Figure):
    """How many stand at the lowest and at the highest answer."""

    at_lowest: Estimate
    at_highest: Estimate
    floor: bool  # more than 15 %: it cannot be seen there who went down
    ceiling: bool  # more than 15 %: it cannot be seen there who went up


class Verdict(StrEnum):
    """Of a scale; texts `verdict-<key>`."""

    GOOD = "good"  # 0.70 to 0.95
    LOW = "low"
    REDUNDANT = "redundant"  # above 0.95: it asks the same thing again and again


@dataclass(frozen=True, kw_only=True)
class ItemFigures:
    """One item among the others of its scale. Positions count from 0."""

    position: int
    rest: Estimate | Withheld  # ITEM_REST: correlation with the sum of the others
    without: Estimate | Withheld  # ALPHA_WITHOUT: alpha of the scale were it dropped


@dataclass(frozen=True, kw_only=True)
class ScaleFigures(Figure):
    """Whether the items of a scale measure one thing. Formula ALPHA; n: who answered all items."""

    alpha: Estimate | Withheld
    omega: Estimate | Withheld  # without an interval (NO_INTERVAL)
    verdict: Verdict | Withheld  # of alpha
    items: tuple[ItemFigures, ...]


@dataclass(frozen=True, kw_only=True)
class Test(Figure):
    """A question answered by chance: how seldom would so much be seen if nothing had changed."""

    __test__: ClassVar[bool] = False  # not one of pytest's
    statistic: float
    p: float  # two-sided
    df: float | None = None
    exact: bool = True  # every possible outcome counted, not approximated


@dataclass(frozen=True, kw_only=True)
class Moved(Figure):
    """How many went up, stayed, went down, each with its share (formula SHARE)."""

    improved: int
    same: int
    worse: int
    shares: tuple[Estimate, Estimate, Estimate]  # improved, same, worse


@dataclass(frozen=True, kw_only=True)
class Change(Figure):
    """Before and after of the same people. Formula DIFFERENCE; missing: answered once or never."""

    before: Estimate  # means of those who answered both times
    after: Estimate
    difference: Estimate | Withheld  # after less before
    moved: Moved
    t: Test | Withheld
    wilcoxon: Test | Withheld
    dz: Estimate | Withheld  # difference in standard deviations of the differences
    dav: Estimate | Withheld  # difference in standard deviations of the answers


@dataclass(frozen=True, kw_only=True)
class Precision(Figure):
    """How far a score is off by chance, in points of the scale. Formula MDC."""

    sem: float
    mdc: float  # a smaller change of one person may be chance (95 %)


class Band(StrEnum):
    """Of a difference between those who stayed and who left; texts `band-<key>`."""

    FINE = "fine"  # up to 0.05
    ADJUST = "adjust"  # up to 0.25
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True, kw_only=True)
class Attrition(Figure):
    """Those who left against those who stayed, by what they answered before. Formula SMD."""

    stayed: int
    left: int
    difference: Estimate | Withheld  # in standard deviations (Hedges' g), stayed less left
    band: Band | Withheld


@dataclass(frozen=True, kw_only=True)
class Bounds(Figure):
    """The mean (or share) whatever the missing would have said. Formula BOUNDS."""

    value: float  # of those who answered
    worst: float
    best: float


@dataclass(frozen=True, kw_only=True)
class Corrected(Figure):
    """Formula HOLM or FDR. n: how many tests were made, shown beside them."""

    p: tuple[float | None, ...]  # in the order given; None where there was no test


class Sign(StrEnum):
    """Of a careless way of answering; texts `careless-<key>`."""

    HASTY = "hasty"  # below one second per item
    LONG_STRING = "long-string"  # the same answer through most of the questionnaire
    UNEVEN = "uneven"  # the halves of the scales contradict one another


@dataclass(frozen=True, kw_only=True)
class Careless(Figure):
    """Signs by row; nobody is deleted. n: rows that could be looked at."""

    signs: tuple[frozenset[Sign], ...]  # in the order of the rows
    flagged: int  # rows with any sign

    @property
    def attentive(self) -> tuple[bool, ...]:
        """Which rows to keep in an analysis without them."""
        return tuple(not signs for signs in self.signs)


@dataclass(frozen=True, kw_only=True)
class Schools(Figure):
    """How alike the people of one school are. Formula SCHOOLS."""

    schools: int
    icc: Estimate | Withheld
    design_effect: float | None  # so many times less is known than n says
    warning: bool  # people of one school answer alike and schools are too few to correct for it
    mean: Estimate | Withheld  # formula CLUSTERED: interval that knows of the schools


@dataclass(frozen=True)
class SurvivalStep:
    """A day on which pairs fell apart."""

    day: float  # since they began
    at_risk: int  # pairs that lived to see it
    ends: int
    share: float  # still together after it
    interval: Interval | None  # None: nobody is left


@dataclass(frozen=True, kw_only=True)
class Survival(Figure):
    """Formula SURVIVAL. n: pairs. Before the first step the share is 1."""

    steps: tuple[SurvivalStep, ...]
    ended: int  # fell apart early
    longest: float  # days the oldest of them is known for

    def at(self, day: float) -> float:
        """The share still together after so many days; up to `longest`."""
        return next((step.share for step in reversed(self.steps) if step.day <= day), 1.0)
