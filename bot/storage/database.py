"""The one door to the database, and the only clock.

async with db.transaction() as tx:   # leave the block: saved; raise: never happened
    ...tx.now...
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import UTC, datetime
from typing import Self, TypeVar
from uuid import UUID

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as SaTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker
from sqlalchemy.orm import Session
from sqlalchemy.util import greenlet_spawn

from bot.domain.errors import Gone
from bot.storage.engines import open_engines
from bot.storage.mapping import CONTESTED
from bot.storage.sqlite_driver import QuickConnection
from bot.storage.stores import Stores
from bot.storage.stores.by_id import one_by_id
from bot.storage.turns import AlreadyApplied, current_turn

Clock = Callable[[], datetime]
_MARK_APPLIED = text(
    "UPDATE inbox SET state = 'applied' WHERE update_id = :id AND state = 'waiting'"
)
T = TypeVar("T")


def system_clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  # the one place that reads the clock


# sqlite3 calls a mistyped column an operational error too; these are the ones that pass
_PASSING = ("locked", "busy", "full", "readonly", "unable to open", "disk i/o")


def away(error: BaseException) -> bool:
    """Whether the database could not be reached or could not write: no fault of who asked."""
    if isinstance(error, ConnectionError | InterfaceError | SaTimeoutError):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    if not isinstance(error, OperationalError):
        return False
    said = str(error.orig).lower()
    return not isinstance(error.orig, sqlite3.Error) or any(word in said for word in _PASSING)


class Transaction(Stores):
    """Everything a use case may touch, and the moment it happens at."""

    def __init__(self, session: AsyncSession, now: datetime, *, locks: bool) -> None:
        super().__init__(session, now)
        self._session, self.now, self._locks = session, now, locks

    def add(self, entity: object) -> None:
        self._session.add(entity)

    def add_all(self, entities: Iterable[object]) -> None:
        self._session.add_all(entities)

    async def get(self, entity: type[T], id_: UUID) -> T:
        """Raises `Gone`."""
        found = await self.find(entity, id_)
        if found is None:
            raise Gone
        return found

    async def find(self, entity: type[T], id_: UUID) -> T | None:
        """What two people may change is locked until the end when the transaction writes.

        What everybody reads (a programme, an organisation) is not: it would stop them all.
        """
        if self._locks and entity in CONTESTED:
            return await self._session.get(entity, id_, with_for_update=True)
        return await one_by_id(self._session, entity, id_)

    async def flush(self) -> None:
        """Send what was added, so that the next query sees it."""
        await self._session.flush()


class Database:
    """Transactions on one writer (SQLite) or a pool (PostgreSQL); all read the same clock."""

    def __init__(
        self, writer: AsyncEngine, reader: AsyncEngine, clock: Clock = system_clock
    ) -> None:
        self.writer, self.reader, self.clock = writer, reader, clock
        self.sqlite = writer.dialect.name == "sqlite"
        self._turn_to_write: AbstractAsyncContextManager[object] = (
            asyncio.Lock() if self.sqlite else nullcontext()
        )
        self._writing = async_sessionmaker(writer, expire_on_commit=False, autoflush=True)
        self._reading = async_sessionmaker(reader, expire_on_commit=False, autoflush=False)

    @classmethod
    def open(cls, url: str, clock: Clock = system_clock) -> Self:
        return cls(*open_engines(url), clock)

    @asynccontextmanager
    async def transaction(self, *, effect: bool = True) -> AsyncIterator[Transaction]:
        """Read and write. Within the handling of an update it also marks the update applied.

        `effect=False` for our own bookkeeping, which is not what the person asked for. Raises
        `AlreadyApplied` when the same update has been committed by an earlier try, and undoes this
        one.
        """
        turn = current_turn() if effect else None
        if turn is not None and turn.applied_before and not turn.applied:
            raise AlreadyApplied
        mark = turn.update_id if turn is not None and not turn.applied else None
        async with self._turn_to_write:
            session = self._writing()
            try:
                # one writer needs no locks
                yield Transaction(session, self.clock(), locks=not self.sqlite)
                await session.run_sync(_commit, mark)
            except BaseException:
                await asyncio.shield(session.close())  # rolled back even when we are cancelled
                raise
        if turn is not None:
            turn.applied = True

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Read only, beside the writer and never waiting for it."""
        async with self._reading() as session:
            yield Transaction(session, self.clock(), locks=False)

    @asynccontextmanager
    async def statements(self) -> AsyncIterator[AsyncConnection]:
        """Plain statements in one transaction, for batches in which objects cost too much."""
        async with self._turn_to_write, self.writer.begin() as connection:
            yield connection

    async def look(self, ask: Callable[[Connection], T]) -> T:
        """A plain question or two, for what every update asks: a third of the cost of `reading`."""

        def whole() -> T:
            with self.reader.sync_engine.connect() as connection:
                driver = connection.connection.driver_connection
                if isinstance(driver, QuickConnection):
                    connection.begin()
                    driver.without_transaction()
                return ask(connection)

        return await greenlet_spawn(whole)

    async def note(self, write: Callable[[Connection], T]) -> T:
        """What `statements` does, in one go, for what every update writes.

        `write` may call `last_statement` before the statement that ends it.
        """

        def whole() -> T:
            with self.writer.sync_engine.begin() as connection:
                return write(connection)

        async with self._turn_to_write:
            return await greenlet_spawn(whole)

    async def leave_no_traces(self) -> None:
        """What was deleted or overwritten is not left lying beside what is kept.

        Deleted rows of SQLite are zeroed where they stood (`secure_delete`), but its log still has
        the pages as they were before; PostgreSQL keeps old rows until they are swept up.
        """
        def whole() -> None:
            with self.writer.sync_engine.connect() as connection:
                driver = connection.connection.driver_connection
                if isinstance(driver, QuickConnection):
                    connection.begin()
                    driver.without_transaction()
                    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                else:
                    alone = connection.execution_options(isolation_level="AUTOCOMMIT")
                    alone.exec_driver_sql("VACUUM responses, ballots")

        async with self._turn_to_write:
            await greenlet_spawn(whole)

    async def close(self) -> None:
        await self.writer.dispose()
        await self.reader.dispose()


def last_statement(connection: Connection) -> None:
    """The next statement is the last one: on SQLite it is committed in the same breath."""
    driver = connection.connection.driver_connection
    if isinstance(driver, QuickConnection):
        driver.commit_with_next()


def _commit(session: Session, update_id: int | None) -> None:
    """Save; with a number, also mark that update as applied. Raises `AlreadyApplied`."""
    if update_id is not None:
        session.flush()
        connection = session.connection()
        last_statement(connection)
        if connection.execute(_MARK_APPLIED, {"id": update_id}).rowcount == 0:
            raise AlreadyApplied
    session.commit()
    session.close()
