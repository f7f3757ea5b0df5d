"""What tests share: a clock that stands still, a database of each kind, and the running product.

Replaced are only the clock, the wire to the messenger (by the sandbox, over real HTTP) and chance.
"""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.domain.profile import Profile
from bot.storage.database import Database
from bot.storage.migrations import migrate
from bot.storage.tables import metadata
from bot.texts import Texts
from sandbox.stage import Stage
from sandbox.telegram import Limits
from sandbox.wall import Wall
from tests import made_once
from tests.postgres import Cluster
from tests.town import MOMENT, House

# Small matrices take longer shared out to threads than reckoned on one; read when numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
made_once.install()
EVERY_DATABASE = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture
def wall() -> Wall:
    """A clock that stands at a Wednesday, 15:00 in Chelyabinsk, until it is moved."""
    return Wall(MOMENT, runs=False)


@pytest.fixture(scope="session")
def profile() -> Profile:
    return made_once.profile("chelyabinsk")


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file, copied for each test."""
    file = tmp_path_factory.mktemp("template") / "empty.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """PostgreSQL, started when the first test asks for it."""
    with Cluster() as running:
        yield running


@pytest.fixture(scope="session")
def postgres_database(cluster: Cluster) -> str:
    """The name of a migrated database that the tests of this process use one after the other."""
    name = "tandem"
    asyncio.run(migrate(cluster.create_database(name)))
    return name


@pytest.fixture(params=EVERY_DATABASE)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh, migrated database of each kind."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        shutil.copy(template, tmp_path / "tandem.db")
        yield f"sqlite+aiosqlite:///{tmp_path / 'tandem.db'}"
        return
    running: Cluster = request.getfixturevalue("cluster")
    name: str = request.getfixturevalue("postgres_database")
    yield running.url(name)
    running.empty(name, [table.name for table in reversed(metadata.sorted_tables)])


@pytest.fixture
async def db(database_url: str, wall: Wall) -> AsyncIterator[Database]:
    opened = Database.open(database_url, wall)
    yield opened
    await opened.close()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """For tests in which the kind of database makes no difference."""
    shutil.copy(sqlite_template, tmp_path / "tandem.db")
    return f"sqlite+aiosqlite:///{tmp_path / 'tandem.db'}"


@pytest.fixture
async def house(sqlite_url: str, wall: Wall) -> AsyncIterator[House]:
    """The whole product, running, with nobody in it yet; limits are off."""
    stage = Stage(
        database_url=sqlite_url,
        wall=wall,
        limits=Limits.off(),
        seed=None,
        zone="Asia/Yekaterinburg",
    )
    async with stage.open() as address, House(stage, address) as opened:
        yield opened


