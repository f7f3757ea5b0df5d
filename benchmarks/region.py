"""The regional coordinator's view of 1,000 organisations with a million participants.

Kept figures of two school years are generated; counting one organisation anew is measured on a
programme of 1,000 pairs with half a year of meetings. On SQLite, one person at a time.
"""

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks import digest
from benchmarks.table import Row
from bot.domain.access import Actor, Assignment, Role
from bot.domain.house_figures import Facts, HouseFigures, school_year
from bot.domain.notice_kinds import plan
from bot.domain.profile import Profile
from bot.domain.programmes import Organisation, Programme
from bot.profiles import load_profile
from bot.storage.database import Database
from bot.storage.migrations import migrate
from bot.usecases.letters import Desk, compose
from bot.usecases.programme import house_counting, region_reminders, regions

HOUSES, MONTHS, TIMES = 1000, 24, 5
NOW = datetime(2030, 3, 16, 9, tzinfo=UTC)
VIEW, DIGEST = 2.0, 10.0  # seconds, of the issue


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(f"sqlite+aiosqlite:///{Path(folder) / 'region.db'}"))


async def _measure(url: str) -> list[Row]:
    await migrate(url)
    db, profile = Database.open(url, lambda: NOW), load_profile("chelyabinsk")
    vera = await _filled(db, profile)
    people = await _people(db, vera, profile)

    async def view() -> None:
        await regions.overview(db, vera, profile=profile)

    async def card() -> None:
        async with db.reading() as tx:
            [first, *_] = await tx.region.kept()
        await regions.card(db, vera, organisation_id=first.organisation_id, profile=profile)

    async def letter() -> None:
        house = vera.assignments[0].organisation_id
        notice = plan(
            "region-digest", to=vera.person_id, subject=house, organisation_id=house, due_at=NOW
        )
        async with db.reading() as tx:
            assert await compose(Desk(tx, profile), [notice])

    async def years() -> None:
        assert len(await regions.years(db, vera, profile=profile)) == 2

    async def preview() -> None:
        await region_reminders.preview(db, vera, profile=profile)

    rows = [
        Row(f"kept: {HOUSES} organisations, {MONTHS} months; participants", f"{people:,}"),
        await _took("the view (and each page of the list)", view, VIEW),
        await _took("card of an organisation", card, VIEW),
        await _took("two school years compared", years, VIEW),
        await _took("who would be reminded", preview, VIEW),
        await _took("monthly digest", letter, DIGEST),
    ]
    await db.close()
    return [*rows, await _counting(url.replace("region.db", "counting.db"), profile)]


async def _took(what: str, work: Callable[[], Awaitable[Any]], most: float) -> Row:
    taken, worked = [], []
    for _ in range(TIMES):
        began, before = time.perf_counter(), time.process_time()
        await work()
        taken.append(time.perf_counter() - began)
        worked.append(time.process_time() - before)
    middle, cpu = statistics.median(taken), statistics.median(worked)
    return Row(what, f"{middle:.3f} s ({cpu:.3f} s of CPU)", f"{most:g} s", middle <= most)


async def _people(db: Database, vera: Actor, profile: Profile) -> int:
    seen = (await regions.overview(db, vera, profile=profile)).region
    return (seen.mentees or 0) + (seen.mentors or 0)


async def _filled(db: Database, profile: Profile) -> Actor:
    """A centre with its coordinator; organisations of very different sizes."""
    chance = random.Random(1)
    centre = Organisation(
        name="Centre", timezone="Asia/Yekaterinburg", profile="chelyabinsk", created_at=NOW
    )
    async with db.transaction() as tx:
        tx.add(centre)
    forms = [form.key for form in profile.forms]
    months = [_month(back) for back in range(MONTHS)]
    for number in range(HOUSES):
        house = Organisation(
            name=f"School {number}", timezone="Asia/Yekaterinburg", profile="chelyabinsk",
            created_at=NOW,
        )  # fmt: skip
        programme = Programme(
            organisation_id=house.id, name="Path", forms=forms, starts_on=date(2029, 9, 1),
            ends_on=date(2030, 5, 31), created_at=NOW,
        )  # fmt: skip
        async with db.transaction() as tx:
            tx.add(house)
            await tx.flush()
            tx.add(programme)
            tx.add_all([_kept(chance, house, month, forms) for month in months])
    person = centre.id
    return Actor(person, "ru", "vy", (Assignment(Role.REGION, centre.id),))


def _month(back: int) -> date:
    years, month = divmod(NOW.month - 1 - back, 12)
    return date(NOW.year + years, month + 1, 1)


def _divided(
    chance: random.Random, answer: str, people: int, forms: list[str]
) -> dict[str, int]:
    """By form; a few of them without one."""
    found, left = {}, people
    for form in forms:
        found[f"{answer}.{form}"] = n = chance.randint(0, left)
        left -= n
    return found | {answer: left}


def _kept(
    chance: random.Random, house: Organisation, month: date, forms: list[str]
) -> HouseFigures:
    learners = round(chance.lognormvariate(7, 0.9)) + 3
    mentees = round(learners * chance.random())
    glad = round(mentees * 0.4)
    told = {
        "mentees": {"all": mentees},
        "mentors": {"all": mentees // 2},
        "pairs": {form: round(mentees / len(forms) * chance.random()) for form in forms},
        "k1": _divided(chance, "yes", mentees, forms) | {"no": learners - mentees},
        "k5": _divided(chance, "yes", glad, forms) | _divided(chance, "no", glad // 4, forms),
        "k6": _divided(chance, "yes", glad // 2, forms) | _divided(chance, "no", glad // 9, forms),
        "answers": {"yes": glad, "no": glad // 3},
    }
    facts = Facts(
        curator=chance.random() < 0.95, head=chance.random() < 0.5, programmes=1, road_maps=1,
        agreed=chance.randint(0, 1), late=chance.randint(0, 2), waves=chance.randint(0, 2),
        days_at_work=180, numbers=True,
    )  # fmt: skip
    return HouseFigures(
        organisation_id=house.id, month=month, year=school_year(month),
        on=min(month + timedelta(days=27), NOW.date()), counted_at=NOW, counts=told, told=told,
        facts=facts.dump(),
    )  # fmt: skip


async def _counting(url: str, profile: Profile) -> Row:
    await migrate(url)
    db = Database.open(url)
    await digest.seed(db)
    began, before = time.perf_counter(), time.process_time()
    assert await house_counting.count_due(db, profile) == 1
    taken, cpu = time.perf_counter() - began, time.process_time() - before
    await db.close()
    return Row("an organisation of 1,000 pairs counted anew", f"{taken:.3f} s ({cpu:.3f} s of CPU)")
