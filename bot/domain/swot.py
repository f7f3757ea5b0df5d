"""The SWOT board of a programme: four lists of short entries without names."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import combinations
from uuid import UUID

from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.programmes import tidy_name
from bot.domain.questions.likeness import SURE
from bot.domain.questions.plain_words import plain

LONGEST = 240
LEAST_PUPILS = 10  # of fewer, no words of theirs are shown
LEAST_ADULTS = 5
ALIKE = 0.5  # words in common, of all their words


class Side(StrEnum):
    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"


@dataclass(eq=False, kw_only=True)
class SwotEntry:
    """What was said, and how often. It is nobody's: who said it is not kept."""

    organisation_id: UUID
    programme_id: UUID
    side: Side
    words: str
    added_at: datetime
    form: str | None = None
    said: int = 1
    wave_id: UUID | None = None  # collected from it
    added_by: UUID | None = None  # typed by somebody of the team
    merged_into: UUID | None = None
    out_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    @property
    def shown(self) -> bool:
        return self.out_at is None and self.merged_into is None

    def edit(self, words: str) -> None:
        self.words = tidy(words)

    def take_out(self, now: datetime) -> None:
        if not self.shown:
            raise Gone
        self.out_at = now

    def put_back(self) -> None:
        self.out_at = None

    def merge(self, other: "SwotEntry") -> None:
        """The other one says the same: it is counted here from now on.

        Raises `Gone` for an entry that is not on the same list of the board.
        """
        same_list = (other.programme_id, other.side) == (self.programme_id, self.side)
        if other.id == self.id or not same_list or not self.shown or not other.shown:
            raise Gone
        self.said += other.said
        self.form = self.form if self.form == other.form else None
        other.merged_into = self.id


def tidy(words: str) -> str:
    """One line. Raises `NameTooLong` for nothing at all, or too much."""
    return tidy_name(words, LONGEST)


@dataclass(frozen=True)
class Heard:
    """What one person wrote for one side; of pupils fewer than ten are not shown."""

    side: Side
    words: str
    form: str | None
    pupil: bool


@dataclass(frozen=True)
class Gathered:
    """What goes on the board: each text once, how often it was said, and its form if safe."""

    side: Side
    words: str
    form: str | None
    said: int


def gather(heard: Iterable[Heard]) -> list[Gathered]:
    """Of one survey. On each side, nothing of fewer than ten pupils, or five adults.

    A form stands beside words only where as many of it have written there.
    """
    heard = list(heard)
    wrote = Counter((one.side, one.pupil) for one in heard)
    of_form = Counter((one.side, one.pupil, one.form) for one in heard)
    least = {True: LEAST_PUPILS, False: LEAST_ADULTS}
    found: dict[tuple[Side, str, str | None], list[str]] = {}
    for one in heard:
        if wrote[one.side, one.pupil] < least[one.pupil]:
            continue
        safe = of_form[one.side, one.pupil, one.form] >= least[one.pupil]
        key = (one.side, plain(one.words), one.form if safe else None)
        found.setdefault(key, []).append(one.words)
    made = [
        Gathered(side, min(texts), form, len(texts)) for (side, _, form), texts in found.items()
    ]
    # no order of answering is left in it
    return sorted(made, key=lambda one: (list(Side).index(one.side), one.words, one.form or ""))


def alike(
    entries: Sequence[SwotEntry],
    meanings: Mapping[str, frozenset[str]],
    apart: Collection[frozenset[UUID]] = (),
) -> tuple[SwotEntry, SwotEntry] | None:
    """The two entries of one list that most likely say the same; the one to keep first.

    `meanings`: the roots of what each text says. `apart`: pairs that do not say the same.
    """
    best: tuple[float, SwotEntry, SwotEntry] | None = None
    for one, other in combinations(entries, 2):
        if one.side is not other.side or frozenset({one.id, other.id}) in apart:
            continue
        rate = _rate(one.words, other.words, meanings)
        if rate >= ALIKE and (best is None or rate > best[0]):
            keep, drop = sorted((one, other), key=lambda e: (-e.said, len(e.words), e.id))
            best = (rate, keep, drop)
    return (best[1], best[2]) if best else None


def _rate(one: str, other: str, meanings: Mapping[str, frozenset[str]]) -> float:
    """0 to 1: what two texts have in common, by their words or letter by letter."""
    roots, others = meanings.get(one, frozenset()), meanings.get(other, frozenset())
    shared = len(roots & others) / len(roots | others) if roots | others else 0.0
    letters = SequenceMatcher(None, plain(one), plain(other)).ratio()
    return max(shared, letters if letters >= SURE else 0.0)


@dataclass(frozen=True)
class SwotSource:
    """Which answers of a questionnaire belong on which side: the keys of its text items."""

    questionnaire: str
    items: Mapping[str, Side]
