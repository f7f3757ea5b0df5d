"""Numbers of people that may be shown to somebody who must not recognise anyone in them.

A count of one to four people is hidden, and so is whatever would give it away by subtraction.
What stays is safe by construction: the groups that are shown cut the people into pieces of at
least five, so whatever is added or taken away leaves at least five; answers are counted in bands
into which no piece comes with one to four people. The proof: docs/decisions/0031-small-numbers.md.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

LEAST = 5
LEAST_TEXTS = 10
K = TypeVar("K")
C = TypeVar("C")
V = TypeVar("V")


def small(count: int) -> bool:
    return 0 < count < LEAST


def shown(counts: Mapping[K, int]) -> dict[K, int | None]:
    """Parts of one total that is shown too; None: hidden. Zero is nobody and may be seen.

    What is hidden may each be five people or more: their sum follows from the total, and that none
    of them is nobody is seen.
    """
    hidden = {key for key, n in counts.items() if small(n)}
    rest = sorted((n, str(key), key) for key, n in counts.items() if key not in hidden and n)
    while hidden and rest and _tells(sum(counts[key] for key in hidden), len(hidden)):
        hidden.add(rest.pop(0)[2])
    return {key: None if key in hidden else n for key, n in counts.items()}


def _tells(together: int, parts: int) -> bool:
    """Whether no part of so many people can be five, when each is somebody."""
    return parts == 1 or small(together - parts + 1)


def total(counts: Mapping[K, int]) -> int | None:
    """The total itself, hidden when it is small, or when everything it hides would be its own."""
    whole = sum(counts.values())
    return None if small(whole) else whole


@dataclass(frozen=True)
class Pieces(Generic[K, C]):
    """`shown`: the groups that may be shown together. `pieces`: what they cut the people into,
    none smaller than five; every group that is shown is made of whole pieces."""

    shown: tuple[K, ...]
    pieces: tuple[frozenset[C], ...]

    def within(self, group: Collection[C]) -> list[int]:
        """Which pieces, by their place, make up a group that is shown."""
        return [place for place, piece in enumerate(self.pieces) if piece <= frozenset(group)]


def separable(
    cells: Mapping[C, int],
    groups: Mapping[K, Collection[C]],
    *,
    pieces: Sequence[frozenset[C]] | None = None,
) -> Pieces[K, C]:
    """The groups of which figures may be shown beside each other, the earlier ones first.

    `cells`: people in the finest cells that tables are made of. A group is taken when no piece it
    cuts off, inside or outside of it, has one to four people. Nothing at all of fewer than five.
    `pieces`: those already cut by groups that are shown elsewhere.
    """
    if pieces is None:
        everybody = frozenset(cell for cell, n in cells.items() if n)
        pieces = (everybody,) if everybody else ()
        if sum(cells.values()) < LEAST:
            return Pieces((), ())
    taken: list[K] = []
    for key, group in groups.items():
        inside = frozenset(group)
        cut = [part for piece in pieces for part in (piece & inside, piece - inside) if part]
        if not any(small(sum(cells.get(cell, 0) for cell in part)) for part in cut):
            taken.append(key)
            pieces = tuple(cut)
    return Pieces(tuple(taken), tuple(pieces))


def bands(
    counts: Sequence[Mapping[V, int]],
    order: Sequence[V],
    *,
    ordered: bool = True,
    apart: Collection[Collection[V]] = (),
    least: int = LEAST,
) -> tuple[tuple[V, ...], ...]:
    """Answers joined until no piece of the people has one to four of them in a band.

    `counts`: of each piece, how many gave each answer. Of ordered answers neighbours are joined,
    of others the rarest. What `apart` sets off is not joined with what it does not. Bands come in
    the order of their first answer; an answer nobody gave may stand alone.
    """
    found: list[tuple[V, ...]] = []
    signs: dict[V, tuple[bool, ...]] = {v: tuple(v in one for one in apart) for v in order}
    for sign in dict.fromkeys(signs.values()):
        alike = [v for v in order if signs[v] == sign]
        joined = _neighbours if ordered else _rarest
        found += joined(counts, alike, least)
    place = {value: number for number, value in enumerate(order)}
    return tuple(sorted(found, key=lambda band: place[band[0]]))


def _many(counts: Sequence[Mapping[V, int]], band: Iterable[V], least: int) -> bool:
    """Whether no piece has some of the band and fewer than `least`."""
    band = tuple(band)
    sums = [sum(one.get(value, 0) for value in band) for one in counts]
    return all(n == 0 or n >= least for n in sums)


def _neighbours(
    counts: Sequence[Mapping[V, int]], values: Sequence[V], least: int
) -> list[tuple[V, ...]]:
    found: list[tuple[V, ...]] = []
    begun: tuple[V, ...] = ()
    for value in values:
        begun = (*begun, value)
        if _many(counts, begun, least):
            found.append(begun)
            begun = ()
    while begun and found and not _many(counts, begun, least):
        begun = (*found.pop(), *begun)
    return [*found, begun] if begun else found


def _rarest(
    counts: Sequence[Mapping[V, int]], values: Sequence[V], least: int
) -> list[tuple[V, ...]]:
    """One band of all that cannot stand alone, with the next rarest while it cannot either."""
    alone = [value for value in values if _many(counts, (value,), least)]
    rest = [value for value in values if value not in alone]
    popular = sorted(
        (v for v in alone if any(one.get(v, 0) for one in counts)),
        key=lambda v: sum(one.get(v, 0) for one in counts),
    )
    while rest and popular and not _many(counts, rest, least):
        rest.append(popular.pop(0))
    left: list[tuple[V, ...]] = [(value,) for value in values if value not in rest]
    return [*left, tuple(value for value in values if value in rest)] if rest else left


def tells(count: int, mean: float, low: float, high: float, *, rounded: float) -> bool:
    """Whether a mean as it is printed says that one to four people gave another answer than the
    lowest, or than the highest: "9.9 of 10" of thirty people does.

    `rounded`: half of the last digit that is shown. Answers are whole numbers.
    """
    return any(
        _told(count * (away - rounded), count * (away + rounded), high - low)
        for away in (mean - low, high - mean)
    )


def _told(least: float, most: float, span: float) -> bool:
    """`least` to `most`: how far all the answers together lie from one end of the scale."""
    fewest = math.ceil(max(least, 0) / span - 1e-9)
    return fewest >= 1 and math.floor(most + 1e-9) < LEAST
