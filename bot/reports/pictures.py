"""What a picture shows, as plain values with all words ready.

Drawing libraries stay in the worker.
"""

from dataclasses import dataclass

from bot.domain.health import Light


@dataclass(frozen=True, kw_only=True)
class PairMark:
    """One pair: a short name as the reader may see it, and its light."""

    name: str
    light: Light


@dataclass(frozen=True, kw_only=True)
class WeekMark:
    """One week: what stands under its bar, and how many meetings took place."""

    label: str
    meetings: int


@dataclass(frozen=True, kw_only=True)
class LightNames:
    """What each light is called, in a word or two."""

    red: str
    yellow: str
    green: str
    grey: str


@dataclass(frozen=True, kw_only=True)
class DigestPicture:
    """All there is on the card; of the weeks, oldest first, the last eight are shown."""

    title: str
    date: str
    lights: LightNames
    pairs: tuple[PairMark, ...]
    no_pairs: str
    weeks_title: str
    weeks: tuple[WeekMark, ...]
    footer: str


@dataclass(frozen=True, kw_only=True)
class SheetBlock:
    """One code on a sheet: whom it is for, what to do, where it leads, until when."""

    whom: str
    how: str
    link: str
    until: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """An invitation to hang on a wall: A4, with one code or a few."""

    title: str
    organisation: str
    what: str  # two lines about what it is
    blocks: tuple[SheetBlock, ...]


@dataclass(frozen=True, kw_only=True)
class Bar:
    """`part`: how much of the track is filled, 0 to 1. `target`: where its mark stands on it."""

    label: str
    says: str  # the number beside the bar
    part: float
    target: float | None = None
    weak: bool = False  # drawn pale: answers that are none, what is not reached


@dataclass(frozen=True, kw_only=True)
class BarsPicture:
    """A distribution, or indicators against their targets."""

    title: str
    lines: tuple[str, ...]  # under the title: how many people, the mean
    bars: tuple[Bar, ...]
    footer: str


@dataclass(frozen=True, kw_only=True)
class Slope:
    """`before` and `after`: height in the panel, 0 to 1."""

    label: str
    before: float
    after: float
    before_says: str
    after_says: str
    note: str  # the difference in words
    worse: bool  # which way is better is not known of everything


@dataclass(frozen=True, kw_only=True)
class SlopesPicture:
    """The same people before and after, question by question."""

    title: str
    lines: tuple[str, ...]
    before: str
    after: str
    slopes: tuple[Slope, ...]
    footer: str


@dataclass(frozen=True, kw_only=True)
class FunnelStage:
    """`part`: of those on the first stage, 0 to 1. `lost`: who does not come to the next one."""

    label: str
    says: str
    part: float
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FunnelPicture:
    """How far people have come, stage by stage, the widest first."""

    title: str
    lines: tuple[str, ...]
    stages: tuple[FunnelStage, ...]
    footer: str


ResultPicture = BarsPicture | SlopesPicture | FunnelPicture
