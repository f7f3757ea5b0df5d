"""A village on each kind of database, or on SQLite alone where that makes no difference."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.profile import Profile
from bot.storage.database import Database
from sandbox.wall import Wall
from tests.village import Village


@pytest.fixture
def village(db: Database, profile: Profile, wall: Wall) -> Village:
    return Village(db, profile, wall)


@pytest.fixture
async def sqlite_village(
    sqlite_url: str, profile: Profile, wall: Wall
) -> AsyncIterator[Village]:
    db = Database.open(sqlite_url, wall)
    yield Village(db, profile, wall)
    await db.close()
