"""What the seventh revision does with the rows it finds: who begins with the contact standard."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.engine import Connection

from bot.domain.access import Role
from bot.domain.pair_marks import Done
from bot.domain.profile import Profile
from bot.storage.database import Database
from bot.storage.migrations import _config, _with, migrate
from bot.usecases.pairs import marks
from sandbox.wall import Wall
from tests.conftest import EVERY_DATABASE
from tests.postgres import Cluster
from tests.village import Village


@pytest.fixture(params=EVERY_DATABASE)
def own_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'own.db'}"
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    yield cluster.create_database("standard")
    cluster.drop_database("standard")


def to(revision: str) -> Callable[[Connection], None]:
    return lambda connection: command.downgrade(_config(connection), revision)


async def test_a_programme_without_a_talk_begins_the_standard_on_the_day_of_the_migration(
    own_url: str, profile: Profile, wall: Wall
) -> None:
    await migrate(own_url)
    db = Database.open(own_url, wall)
    try:
        village = Village(db, profile, wall)
        anna, boris = await village.curator(), await village.curator("Лицей", "Рост")
        dima, igor = [await village.joins(anna, role) for role in (Role.MENTEE, Role.MENTOR)]
        pair_id = await village.pair(anna, dima, igor)
        await marks.mark(
            db, await village.actor(anna), pair_id=pair_id, what=Done.CALLED, profile=profile,
            sides=marks.BOTH,
        )  # fmt: skip
    finally:
        await db.close()
    await _with(own_url, to("0006"))
    await migrate(own_url)

    def read(connection: Connection) -> dict[object, object]:
        rows = connection.execute(text("SELECT name, talks_since FROM programmes"))
        return {name: day for name, day in rows}

    found = await _with(own_url, read)
    today = datetime.now(UTC).date()
    assert found["Траектория"] is None
    assert abs((date.fromisoformat(str(found["Рост"])) - today).days) <= 1
    assert boris.programme_id != anna.programme_id
