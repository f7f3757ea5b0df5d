"""Which option somebody meant who mistyped it: taken when it is all but certain, else asked about.

Words are compared one by one, so that a word more ("not maths") never passes for a slip.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.domain.questions.plain_words import plain

SURE, MAYBE = 0.84, 0.7
_AHEAD = 0.08  # how much better than the next one it has to be
_FAR = MAYBE - _AHEAD  # what is less alike than this can change nothing
_SHORTEST = 4  # letters; a slip in a shorter word makes another word


@dataclass(frozen=True)
class Likely:
    """The place of the label that is meant, and whether that is certain."""

    place: int
    sure: bool


def likeliest(raw: str, labels: Sequence[Iterable[str]]) -> Likely | None:
    """`labels`: for each option every text it goes by, as `plain` leaves it."""
    typed = plain(raw).split()
    if len("".join(typed)) < _SHORTEST:
        return None
    rated = sorted(
        ((max(_alike(typed, one.split()) for one in texts), place)
         for place, texts in enumerate(labels)),
        reverse=True,
    )  # fmt: skip
    if not rated or rated[0][0] < MAYBE:
        return None
    best, place = rated[0]
    clear = len(rated) == 1 or best - rated[1][0] >= _AHEAD
    return Likely(place, sure=best >= SURE and clear) if clear or best >= SURE else None


def _alike(typed: Sequence[str], label: Sequence[str]) -> float:
    """0 to 1: as alike as the least alike of their words; 0 when that is too little to matter."""
    if len(typed) != len(label):
        return 0.0
    least = 1.0
    for one, other in zip(typed, label, strict=True):
        both = SequenceMatcher(None, one, other)
        if both.real_quick_ratio() < _FAR or both.quick_ratio() < _FAR:
            return 0.0
        least = min(least, both.ratio())
    return least
