"""The database's schema through time: forwards and backwards."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.engine import Connection

from bot.storage.engines import open_engines

T = TypeVar("T")
_LOCK = 7_261_834_551  # any number: two processes must not migrate one PostgreSQL at once


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


async def migrate(url: str) -> None:
    """Bring the database to the newest revision, in one transaction: all or nothing."""
    await _with(url, lambda connection: command.upgrade(_config(connection), "head"))


async def unmigrate(url: str) -> None:
    """Back to an empty database. Everything in it is lost."""
    await _with(url, lambda connection: command.downgrade(_config(connection), "base"))


async def differences(url: str) -> list[object]:
    """What the tables of the code have and the database has not, or the other way round."""
    from alembic.autogenerate import compare_metadata

    from bot.storage.tables import metadata

    return await _with(
        url,
        lambda c: list(compare_metadata(MigrationContext.configure(c), metadata)),
    )


async def _with(url: str, work: Callable[[Connection], T]) -> T:
    writer, reader = open_engines(url)
    try:
        async with writer.begin() as connection:
            if writer.dialect.name == "postgresql":
                await connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
            return await connection.run_sync(work)
    finally:
        await writer.dispose()
        await reader.dispose()
