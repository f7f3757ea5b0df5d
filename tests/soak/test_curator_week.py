"""A year of a curator's digests is cleared by pressing buttons, and every alert is held against
how the pairs ended.

    make soak PYTEST='-k curator -s'    the figures of docs/figures.md: 200 pairs, a school year
"""

import statistics
from dataclasses import replace

import pytest

from benchmarks.digest_year import FIRST, Course, Judged, judged, light, mondays, silent, year
from bot.domain.health import Alert, Health, Light
from bot.domain.profile import Profile
from sandbox.stage import Stage
from sandbox.telegram import Limits
from sandbox.wall import Wall
from tests.lengths import FULL, length
from tests.soak.curator_year import URGENT, CuratorsYear

PAIRS = length(12, 200)
DAYS = list(mondays()) if FULL else [112]
BY_TAPS = frozenset(DAYS[6::6] if FULL else DAYS)
# Seconds. Keystroke-Level Model (Card, Moran, Newell 1980): decide 1.35, point 1.1, press 0.2; for
# each line or name a dozen words read at 238 a minute (Brysbaert 2019). Nobody was measured.
TAP, READ = 1.35 + 1.1 + 0.2, 12 * 60 / 238


async def test_a_curator_clears_what_the_digest_raises(
    sqlite_url: str, profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    lived: list[CuratorsYear] = []

    async def sow(stage: Stage) -> None:
        lived.append(one := CuratorsYear(stage, year(1, PAIRS), BY_TAPS))
        await one.gathers()

    wall = Wall(FIRST, runs=False)
    stage = Stage(
        database_url=sqlite_url, wall=wall, limits=Limits.off(), seed=sow,
        zone="Asia/Yekaterinburg",
    )  # fmt: skip
    async with stage.open():
        [curator] = lived
        await curator.lived(DAYS)
    assert [one.day for one in curator.cleared] == sorted(BY_TAPS)
    assert all(one.taps >= 2 * one.lines for one in curator.cleared)
    assert all(one.lines and one.talks for one in curator.cleared)
    if FULL:
        with capsys.disabled():
            tell(curator, profile)
    different = [
        (number, day, health)
        for (number, day), health in curator.lights.items()
        if health.light is not replayed(curator.courses[number], day, profile).light
    ]
    # rows have hours, the replay has days
    assert len(different) <= len(curator.lights) / 500, different


def replayed(course: Course, day: int, profile: Profile) -> Health:
    """As the benchmark judges the pair; questionnaires are not lived through."""
    return light(replace(course, answers=True), day, profile.health)


def tell(curator: CuratorsYear, profile: Profile) -> None:
    weeks = curator.cleared
    print(f"\n{PAIRS} pairs, {len(weeks)} Mondays cleared by pressing (median, most):")
    for what, numbers in (
        ("lines", [one.lines for one in weeks]),
        ("taps for them", [one.taps for one in weeks]),
        ("talks of the contact standard", [one.talks for one in weeks]),
        ("taps for them", [one.talk_taps for one in weeks]),
        ("minutes at the estimate", [
            ((one.taps + one.talk_taps) * TAP + (one.lines + one.talks) * READ) / 60
            for one in weeks
        ]),
    ):  # fmt: skip
        print(f"  {what}: {statistics.median(numbers):.0f}, {max(numbers):.0f}")
    courses = list(curator.courses)
    rules = [
        ("red", curator.rule(lambda health: health.light is Light.RED)),
        ("red or yellow", curator.rule(lambda health: health.light in URGENT)),
        *(
            (str(alert), curator.rule(lambda health, alert=alert: alert in health.alerts))  # type: ignore[misc]  # bound now
            for alert in Alert
        ),
        ("no meeting for 21 days", silent),
    ]
    for name, rule in rules:
        found = judged(courses, rule, profile.health, Judged())
        if found.right + found.wrong + found.announced == 0:
            continue
        lead = f"{statistics.median(found.days):.0f} days before" if found.days else "-"
        print(
            f"  {name}: right {found.precision:.0%} of {found.right + found.wrong},"
            f" announced {found.announced} of {found.ends}, {lead}"
        )
