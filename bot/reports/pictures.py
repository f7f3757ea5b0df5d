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
class TargetRow:
    """One indicator: its share and target in percent (None: not known), each also in words."""

    title: str
    share: float | None
    target: float | None
    reached: bool
    value: str
    aim: str


@dataclass(frozen=True, kw_only=True)
class TargetsPicture:
    title: str
    subtitle: str
    rows: tuple[TargetRow, ...]
    footer: str


@dataclass(frozen=True, kw_only=True)
class SlopeRow:
    """What was counted on entry and on exit, in percent; None: not counted yet.

    `better`: whether it went the good way; None when it did not move, or nobody can say.
    """

    title: str
    before: float | None
    after: float | None
    better: bool | None
    before_words: str
    after_words: str
    change: str


@dataclass(frozen=True, kw_only=True)
class SlopesPicture:
    title: str
    subtitle: str
    before: str  # heads of the two columns
    after: str
    rows: tuple[SlopeRow, ...]
    footer: str
