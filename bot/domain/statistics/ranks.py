"""Wilcoxon's signed ranks, with every outcome counted where there are few. Loads scipy."""

import numpy as np
from scipy import special, stats

from bot.domain.statistics.answers import Floats

EXACT_UNTIL = 200  # people who changed; every outcome is counted in some milliseconds


def signed_ranks(differences: Floats) -> tuple[float, float, bool] | None:
    """Sum of the ranks of the rises, two-sided p, and whether p is exact.

    Wilcoxon 1945, Biometrics Bulletin 1:80-83: people without change are left out, equal changes
    share their rank. Up to `EXACT_UNTIL` people the distribution given these very ranks is
    counted out (Pratt & Gibbons 1981, ch. 3), above it is the normal one with the variance for
    ties, without correction for continuity. None: nobody changed.
    """
    changed = differences[differences != 0]
    if len(changed) == 0:
        return None
    ranks = stats.rankdata(np.abs(changed))
    rises = float(ranks[changed > 0].sum())
    if len(changed) <= EXACT_UNTIL:
        return rises, _exact(ranks, rises), True
    n = len(changed)
    _, ties = np.unique(ranks, return_counts=True)
    variance = n * (n + 1) * (2 * n + 1) / 24 - float((ties**3 - ties).sum()) / 48
    z = (rises - n * (n + 1) / 4) / variance**0.5
    return rises, float(2 * special.ndtr(-abs(z))), False


def _exact(ranks: Floats, rises: float) -> float:
    """Twice the smaller tail of all 2^n ways to give signs to these ranks."""
    doubled = np.rint(2 * ranks).astype(np.int64)  # half ranks become whole
    chances = np.zeros(int(doubled.sum()) + 1)
    chances[0] = 1.0
    reached = 0
    for rank in doubled.tolist():
        reached += rank
        chances[rank : reached + 1] += chances[: reached + 1 - rank].copy()
        chances[: reached + 1] /= 2
    at = round(2 * rises)
    tail = min(float(chances[: at + 1].sum()), float(chances[at:].sum()))
    return min(1.0, 2 * tail)
