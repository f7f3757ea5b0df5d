"""Which revision a database is at and which one this code wants.

A start asks only this, and alembic, which does the migrating, takes a quarter of a second to
import.
"""

from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from bot.storage.engines import open_engines

_VERSIONS = Path(__file__).parent / "migrations" / "versions"


def head() -> str:
    """The newest revision the code knows: the number its file begins with."""
    return max(path.name.partition("_")[0] for path in _VERSIONS.glob("[0-9]*_*.py"))


async def current(url: str) -> str | None:
    """The revision a database is at; None for an empty one."""
    writer, reader = open_engines(url)
    try:
        async with reader.connect() as connection:
            return await connection.run_sync(_current)
    finally:
        await writer.dispose()
        await reader.dispose()


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
