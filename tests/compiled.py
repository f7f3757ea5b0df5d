"""Statements compiled by one test serve the next ones of the same process.

SQLAlchemy keeps what it compiled with the engine, and every test opens engines of its own: a sixth
of the time of all tests went into compiling the same statements anew. Later engines of a kind take
the dialect and the cache of the first one that had connected; nothing else is shared.
"""

from sqlalchemy import Engine

from bot.storage.database import Database

_known: dict[tuple[str, str], Engine] = {}


def _engines(db: Database) -> dict[tuple[str, str], Engine]:
    """By kind of database and by use; on PostgreSQL both uses are one engine."""
    two = {"writer": db.writer.sync_engine, "reader": db.reader.sync_engine}
    return {(engine.dialect.name, use): engine for use, engine in two.items()}


def take(db: Database) -> None:
    for key, engine in _engines(db).items():
        known = _known.get(key)
        if known is not None:
            engine.dialect = engine.pool._dialect = known.dialect
            engine._compiled_cache = known._compiled_cache


def keep(db: Database) -> None:
    for key, engine in _engines(db).items():
        if engine.dialect.server_version_info is not None:  # has connected
            _known.setdefault(key, engine)
