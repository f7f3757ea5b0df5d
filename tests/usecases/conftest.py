"""A village on each kind of database."""

import pytest

from bot.domain.profile import Profile
from bot.storage.database import Database
from sandbox.stage import Wall
from tests.village import Village


@pytest.fixture
def village(db: Database, profile: Profile, wall: Wall) -> Village:
    return Village(db, profile, wall)
