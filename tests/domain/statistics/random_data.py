"""Random answers of every sort a programme may gather: few and many, scales and numbers, gaps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def answers(chance: np.random.Generator, n: int) -> Floats:
    """Answers of `n` people to one question: Likert, 0 to 10, yes and no, or a number."""
    kind = chance.integers(5)
    if kind == 0:
        return chance.integers(1, 6, n).astype(float)
    if kind == 1:
        return np.rint(np.clip(chance.normal(7, 2, n), 0, 10))
    if kind == 2:
        return chance.integers(0, 2, n).astype(float)
    if kind == 3:
        return chance.normal(1e4, 3, n)
    return chance.exponential(10.0 ** chance.integers(-4, 5), n)


def scale(chance: np.random.Generator, n: int, items: int) -> Floats:
    """People by items that share one thing: Likert answers or numbers of different size."""
    thing = chance.normal(0, 1, n)
    loadings = chance.uniform(0.4, 0.95, items)
    noise = chance.normal(0, 1, (n, items)) * np.sqrt(1 - loadings**2)
    raw = np.outer(thing, loadings) + noise
    if chance.integers(2):
        return np.rint(np.clip(3 + 1.2 * raw, 1, 5))
    return raw * chance.uniform(0.5, 20, items) + chance.uniform(-50, 50, items)


def twice(chance: np.random.Generator, n: int) -> tuple[Floats, Floats]:
    """The same people before and after, more or less alike, with ties or without."""
    before = answers(chance, n)
    spread = float(before.std()) or 1.0
    moved = before + chance.normal(chance.uniform(-0.5, 0.5), 1, n) * spread
    whole = bool((before == np.rint(before)).all())
    return before, np.rint(moved) if whole else moved


def in_schools(chance: np.random.Generator) -> tuple[Floats, NDArray[np.int64]]:
    """Answers of 10 to 24 schools of equal size, more or less alike, and the school of each."""
    schools, size = int(chance.integers(10, 25)), int(chance.integers(3, 12))
    level = chance.normal(0, chance.uniform(0, 1.5), schools)
    where = np.repeat(np.arange(schools), size)
    return np.rint(4 * (level[where] + chance.normal(0, 1, schools * size))) / 4, where


def lives(chance: np.random.Generator) -> tuple[Floats, NDArray[np.bool_], Floats]:
    """Days, whether ended early, and two traits: yes or no, and a number; both make life longer."""
    n = int(chance.integers(40, 150))
    traits = np.column_stack([chance.integers(0, 2, n), chance.normal(0, 1, n)]).astype(float)
    days = np.rint(chance.exponential(100 * np.exp(0.5 * traits[:, 0] + 0.3 * traits[:, 1]))) + 1
    return np.minimum(days, 300), (chance.random(n) < 0.6) & (days < 300), traits


def with_gaps(chance: np.random.Generator, values: Floats, share: float) -> list[float | None]:
    """The same answers with about this share missing."""
    gone = chance.random(len(values)) < share
    return [None if missing else float(one) for one, missing in zip(values, gone, strict=True)]
