"""The schema goes up, down and up again on both databases, and is what the code says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from bot.storage.engines import open_engines
from bot.storage.migrations import differences, migrate, unmigrate
from bot.storage.revisions import current, head
from tests.conftest import EVERY_DATABASE
from tests.postgres import Cluster


@pytest.fixture(params=EVERY_DATABASE)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of each kind with nothing in it."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    yield cluster.create_database("migrations")
    cluster.drop_database("migrations")


async def tables(url: str) -> list[str]:
    writer, reader = open_engines(url)
    try:
        async with writer.connect() as connection:
            return await connection.run_sync(lambda c: sorted(inspect(c).get_table_names()))
    finally:
        await writer.dispose()
        await reader.dispose()


async def test_up_down_and_up_again_gives_the_same_schema(empty_url: str) -> None:
    assert await current(empty_url) is None
    await migrate(empty_url)
    first = await tables(empty_url)
    assert await current(empty_url) == head()
    assert await differences(empty_url) == []
    await unmigrate(empty_url)
    assert await tables(empty_url) == ["alembic_version"]
    await migrate(empty_url)
    assert await tables(empty_url) == first
    assert await differences(empty_url) == []


async def test_migrating_twice_changes_nothing(empty_url: str) -> None:
    await migrate(empty_url)
    await migrate(empty_url)
    assert await current(empty_url) == head()


async def test_foreign_keys_are_kept_on_sqlite(sqlite_url: str) -> None:
    writer, reader = open_engines(sqlite_url)
    try:
        async with writer.connect() as connection:
            assert await connection.scalar(text("PRAGMA foreign_keys")) == 1
            assert await connection.scalar(text("PRAGMA journal_mode")) == "wal"
    finally:
        await writer.dispose()
        await reader.dispose()
