"""Opening SQLite and PostgreSQL so that both keep what they were told.

SQLite: one writer connection (`BEGIN IMMEDIATE`, WAL) and a few read-only ones. The driver's own
defaults lose updates, and a deferred BEGIN answers "database is locked" under load;
docs/decisions/0006 has the figures.
"""

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import Uuid, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.storage.columns import TextId
from bot.storage.sqlite_driver import QuickConnection, connector

DRIVERS = ("sqlite+aiosqlite", "postgresql+asyncpg")
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "busy_timeout=10000",
    "foreign_keys=ON",
    "secure_delete=ON",  # what is deleted is zeroed in the file
)


def to_json(value: Any) -> str:
    def plain(other: Any) -> str:
        if isinstance(other, date | datetime):
            return other.isoformat()
        raise TypeError(f"not for JSON: {type(other).__name__}")

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=plain)


def is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def _sqlite(url: str, *, writes: bool) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_size=1 if writes else 4,
        max_overflow=0,
        pool_timeout=60,
        json_serializer=to_json,
        async_creator=connector(make_url(url)),
    )

    engine.dialect.colspecs = {**engine.dialect.colspecs, Uuid: TextId}

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for pragma in _PRAGMAS if writes else (*_PRAGMAS, "query_only=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def begin(connection: Any) -> None:
        driver = connection.driver_connection
        assert isinstance(driver, QuickConnection)
        driver.begin("BEGIN IMMEDIATE" if writes else "BEGIN")

    # SQLAlchemy's hook for drivers; its "begin" event would make it look for listeners at each
    # statement, which costs a twentieth of an answer
    engine.dialect.do_begin = begin  # type: ignore[assignment,method-assign]
    return engine


def open_engines(url: str) -> tuple[AsyncEngine, AsyncEngine]:
    """(writer, reader) for a database address; on PostgreSQL they are one pool.

    Raises `ArgumentError` for an address of any other kind, such as one without its driver.
    """
    if make_url(url).drivername not in DRIVERS:
        raise ArgumentError(f"an address of a database begins with {' or '.join(DRIVERS)}")
    if is_sqlite(url):
        return _sqlite(url, writes=True), _sqlite(url, writes=False)
    engine = create_async_engine(
        url, pool_size=12, max_overflow=4, pool_pre_ping=True, json_serializer=to_json
    )
    return engine, engine
