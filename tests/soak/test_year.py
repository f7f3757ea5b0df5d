"""Three hundred school years, and in none of them a promise is broken; each replays exactly."""

import asyncio
import gc
import os
import shutil
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest

from bot.domain import ids
from bot.domain.profile import Profile
from bot.storage import outgoing
from bot.storage.database import Database
from sandbox.wall import Wall
from tests.lengths import length
from tests.soak.inline import HERE, without_threads
from tests.soak.presses import PRESSES
from tests.soak.year import FIRST, Year, first_of_september
from tests.village import Village

SEEN: Counter[str] = Counter()  # in all of them
OFTEN = {"confirm-meeting", "pick-time", "open-proposal", "pairs intro"}
MANY = 10
RARE = {"write-thanks"}  # only where the curator has sent a note back
SEEDS = [int(os.environ["TANDEM_SEED"])] if "TANDEM_SEED" in os.environ else range(length(10, 300))


def numbered(seed: int) -> Callable[[], UUID]:
    """Ids from a number, in the order of making."""
    chance, made = Random(seed), count(seed << 32)
    return lambda: UUID(int=next(made) << 64 | chance.getrandbits(64))


@dataclass
class September:
    file: Path
    who: Sequence[Any]


@pytest.fixture(scope="module")
def replaced() -> Iterator[None]:
    """Chance, threads, and the pause in which writers gather: there is one writer."""
    real = ids.make
    gc.collect()
    gc.freeze()  # what other tests have left need not be looked through for a year
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outgoing, "GATHER", 0)
        without_threads(patch)
        yield
    ids.make = real
    gc.unfreeze()


@pytest.fixture(scope="module")
def september(
    replaced: None,
    sqlite_template: Path,
    profile: Profile,
    tmp_path_factory: pytest.TempPathFactory,
) -> September:
    file = tmp_path_factory.mktemp("september") / "first.db"
    shutil.copy(sqlite_template, file)
    ids.make = numbered(0)
    return September(file, asyncio.run(_september(file, profile)))


async def _september(file: Path, profile: Profile) -> Sequence[Any]:
    wall = Wall(FIRST, runs=False)
    db = Database.open(f"sqlite+aiosqlite:///{file}{HERE}", wall)
    who = await first_of_september(Village(db, profile, wall), ids.make)
    await db.close()
    return who


async def lived(seed: int, september: September, profile: Profile, file: Path) -> Year:
    shutil.copy(september.file, file)
    wall = Wall(FIRST, runs=False)
    ids.make = numbered(seed + 1)
    db = Database.open(f"sqlite+aiosqlite:///{file}{HERE}", wall)
    anna, mentees, mentors = september.who
    year = Year(db, profile, wall, anna, mentees, mentors, seed)
    began = time.process_time()
    try:
        await year.lived()
        await year.verdict()
    except Exception as error:  # noqa: BLE001  # told with the seed that replays it
        where = "".join(traceback.format_tb(error.__traceback__)[-2:])
        last = "\n".join(year.trace[-12:])
        raise AssertionError(
            f"TANDEM_SEED={seed}: {type(error).__name__}: {error}\n{where}{last}"
        ) from None
    finally:
        await db.close()
        file.unlink()
    print(f"year {seed}: {time.process_time() - began:.1f} s of a processor, "
          f"{year.seen['letters sent']} letters, {year.seen['meetings']} meetings, "
          f"{year.lives} lives")  # fmt: skip
    return year


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_school_year_breaks_no_promise(
    seed: int, september: September, profile: Profile, tmp_path: Path
) -> None:
    year = await lived(seed, september, profile, tmp_path / "year.db")
    assert all(year.seen[what] for what in OFTEN), year.seen
    SEEN.update(year.seen)
    if seed == 0:  # the same once more, letter by letter and press by press
        again = await lived(seed, september, profile, tmp_path / "again.db")
        assert again.trace == year.trace


def test_many_years_have_seen_everything() -> None:
    """In one year chance leaves out one thing or another, in many of them nothing."""
    if len(SEEDS) > MANY:  # in `make soak`, all of them in this process
        assert {what for what in set(PRESSES) - RARE if SEEN[what] <= MANY} == set(), SEEN
