"""What others have printed comes out of our formulas, to the printed digits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import scipy.stats

from bot.domain.statistics.agreement import icc_of_agreement
from bot.domain.statistics.answers import matrix
from bot.domain.statistics.change import dav_from, dz_interval, paired_t, precision
from bot.domain.statistics.clustering import one_way
from bot.domain.statistics.comparisons import benjamini_hochberg, holm
from bot.domain.statistics.figures import Estimate, Formula, Interval, Precision
from bot.domain.statistics.ranks import signed_ranks
from bot.domain.statistics.reliability import cronbach, feldt, mcdonald
from bot.domain.statistics.summaries import average, sd, share
from tests.domain.statistics.data import ATTITUDE, GAPS, LIKERT, SLEEP
from tests.domain.statistics.nearness import DAY

NIST = Path(scipy.stats.__file__).parent / "tests" / "data" / "nist_anova"
# By the difficulty NIST gives to each file: of the highest three, thirteen leading digits are the
# same, and what is left of them in double precision bears no more.
NIST_DIGITS = {
    "SiRstv": 9, "SmLs01": 9, "SmLs02": 9, "SmLs03": 9, "AtmWtAg": 9,
    "SmLs04": 9, "SmLs05": 9, "SmLs06": 9, "SmLs07": 3, "SmLs08": 3, "SmLs09": 3,
}  # fmt: skip


def _rounded(interval: Interval, digits: int = 3) -> tuple[float, float]:
    return round(interval.low, digits), round(interval.high, digits)


def alpha_of_three_published_sets() -> None:
    attitude = cronbach(np.array(ATTITUDE, float))
    assert attitude is not None
    assert round(attitude, 4) == 0.8431
    assert _rounded(feldt(attitude, 30, 7)) == (0.739, 0.916)

    likert = cronbach(np.array(LIKERT, float))
    assert likert is not None
    assert round(likert, 3) == 0.592
    assert _rounded(feldt(likert, 15, 10)) == (0.195, 0.840)


def alpha_with_gaps_by_pairs_and_without_them_by_rows() -> None:
    answers = matrix(GAPS)
    pairwise = cronbach(answers)
    assert pairwise is not None
    assert round(pairwise, 4) == 0.7327
    assert _rounded(feldt(pairwise, 12, 11)) == (0.435, 0.909)

    whole = answers[~np.isnan(answers).any(axis=1)]
    listwise = cronbach(whole)
    assert listwise is not None
    assert round(listwise, 4) == 0.8017
    # the printed interval counts all twelve people; the nine it was reckoned from know less
    assert _rounded(feldt(listwise, 12, 11)) == (0.581, 0.933)
    assert _rounded(feldt(listwise, len(whole), 11)) == (0.533, 0.947)


def omega_as_another_program_has_it() -> None:
    """R `attitude`: statsmodels 0.15 (`Factor`, maximum likelihood) gives 0.8563268."""
    omega = mcdonald(np.array(ATTITUDE, float))
    assert omega is not None
    assert round(omega, 7) == 0.8563268


def sleep_as_student_and_r_have_it() -> None:
    first, other = (np.array(each) for each in SLEEP)
    differences = first - other
    found = paired_t(differences)
    assert found is not None
    assert round(found[0], 4) == -4.0621
    assert round(found[1], 6) == 0.002833
    dz = average(differences) / sd(differences)
    assert round(dz, 4) == -1.2846
    interval = dz_interval(dz, 10)
    assert interval is not None
    assert _rounded(interval, 2) == (-2.12, -0.41)  # R `effectsize::cohens_d`
    ranks = signed_ranks(np.round(differences, 6))
    assert ranks is not None
    assert round(ranks[1], 4) == 0.0039
    assert ranks[2]


def adjusted_chances_as_r_has_them() -> None:
    p = [0.52, 0.12, 0.0001, 0.03, 0.14]
    by_rate = benjamini_hochberg(p, on=DAY)
    assert by_rate.p == pytest.approx((0.52, 0.175, 0.0005, 0.075, 0.175), rel=1e-12)
    assert by_rate.n == 5
    assert holm(p, on=DAY).p == pytest.approx((0.52, 0.36, 0.0005, 0.12, 0.36), rel=1e-12)


def minimal_detectable_change_in_standard_deviations() -> None:
    """r 0.7, 0.8, 0.9: 1.52, 1.24, 0.88 standard deviations."""
    values = [float(one) for one in range(40)]
    for r, expected in ((0.7, 1.52), (0.8, 1.24), (0.9, 0.88)):
        known = Estimate(
            formula=Formula.ALPHA, n=40, missing=0, on=DAY, value=r, interval=Interval(0, 1)
        )
        found = precision(values, known, on=DAY)
        assert isinstance(found, Precision)
        assert round(found.mdc / sd(np.array(values)), 2) == expected


def strength_of_change_as_bonett_has_it() -> None:
    """R `statpsych::ci.stdmean.ps`: the examples of its manual."""
    value, interval = dav_from(110.4 - 102.1, 15.3**2, 14.6**2, 0.75 * 15.3 * 14.6, 25)
    assert round(value, 7) == 0.5550319
    assert _rounded(interval, 7) == (0.2394905, 0.8705732)
    value, interval = dav_from(602.4 - 705.6, 33.17**2, 51.08**2, 0.769 * 33.17 * 51.08, 8)
    assert round(value, 4) == -2.3963
    assert _rounded(interval, 4) == (-3.6744, -1.1182)


def share_as_newcombe_has_it() -> None:
    """Newcombe 1998, Stat Med 17:857-872, table I, method 3 (score): 81/263, 15/148, 0/20, 1/29."""
    for count, n, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        found = share(count, n, on=DAY)
        assert isinstance(found, Estimate)
        assert isinstance(found.interval, Interval)
        assert _rounded(found.interval, 4) == (low, high)


def agreement_as_shrout_and_fleiss_have_it() -> None:
    """1979, Psychol Bull 86:420-428: six targets, four judges; ICC(2,1) 0.29, bounds 0.02-0.76."""
    judged = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    found = icc_of_agreement(np.array(judged, float))
    assert found is not None
    assert round(found[0], 4) == 0.2898
    assert _rounded(found[1]) == (0.019, 0.761)


def analysis_of_variance_on_the_files_of_nist() -> None:
    for name in NIST_DIGITS:
        _nist(name)


def _nist(name: str) -> None:
    text = (NIST / f"{name}.dat").read_text(encoding="utf-8").splitlines()
    certified = {
        line.split()[0]: [float(one) for one in line.split() if one[0].isdigit() or one[0] == "-"]
        for line in text[:60]
        if line.startswith(("Between", "Within"))
    }
    rows = [line.split() for line in text[60:] if line.split()]
    groups: dict[str, list[float]] = {}
    for where, value in rows:
        groups.setdefault(where, []).append(float(value))
    found = one_way([np.array(group) for group in groups.values()])
    assert found is not None
    _, _, mean_square, f = certified["Between"][-4:]
    digits = 10.0 ** -NIST_DIGITS[name]
    assert found[0] == pytest.approx(mean_square, rel=digits)
    assert found[1] == pytest.approx(certified["Within"][-1], rel=digits)
    assert found[2] == pytest.approx(f, rel=digits)
