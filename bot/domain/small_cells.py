"""Numbers of people that may be shown to somebody who must not recognise anyone in them.

A count of one to four people is hidden. Where a total is shown beside its parts and only one part
is hidden, it could be worked out: then the smallest of the others is hidden with it.
"""

from collections.abc import Mapping
from typing import TypeVar

LEAST = 5
K = TypeVar("K")


def shown(counts: Mapping[K, int]) -> dict[K, int | None]:
    """Parts of one total that is shown too; None: hidden. Zero is nobody and may be seen."""
    hidden = {key for key, n in counts.items() if 0 < n < LEAST}
    if len(hidden) == 1:
        others = [(n, str(key), key) for key, n in counts.items() if key not in hidden and n]
        if others:
            hidden.add(min(others)[2])
    return {key: None if key in hidden else n for key, n in counts.items()}


def total(counts: Mapping[K, int]) -> int | None:
    """The total itself, hidden when it is small, or when everything it hides would be its own."""
    whole = sum(counts.values())
    return None if 0 < whole < LEAST else whole
