"""SQLite for SQLAlchemy with one change of threads for a statement instead of four.

aiosqlite asks its thread for a cursor, to execute, to fetch and to close, one after another; each
costs about as much as the statement itself. Here a statement, with the BEGIN before it and the rows
after it, is one piece of work. Results are read whole: nothing here streams.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Self, TypeVar, cast

import aiosqlite
from sqlalchemy.engine import URL

T = TypeVar("T")


class QuickConnection(aiosqlite.Connection):
    _begin: str | None = None  # how the transaction begins that has had no statement yet
    _commit_next = False

    def begin(self, statement: str) -> None:
        """The transaction begins together with its first statement; without any it never does."""
        self._begin = statement

    def without_transaction(self) -> None:
        """Until it is given back, each statement stands alone: nothing to begin, nothing to end."""
        self._begin = None

    def commit_with_next(self) -> None:
        """The next statement is the last: what it changes is committed together with it.

        Where it changes nothing the transaction stays open, for its owner to decide.
        """
        self._commit_next = True

    def cursor(self) -> "QuickCursor":  # type: ignore[override]  # what SQLAlchemy needs of it
        return QuickCursor(self)

    async def work(self, step: Callable[[sqlite3.Connection], T]) -> T:
        """Run on the connection's thread, in the transaction."""
        begin, self._begin = self._begin, None
        last, self._commit_next = self._commit_next, False

        def whole() -> T:
            if begin is not None:
                self._conn.execute(begin)
            before = self._conn.total_changes if last else 0
            result = step(self._conn)
            if last and self._conn.total_changes > before:
                self._conn.commit()
            return result

        done: T = await self._execute(whole)  # type: ignore[no-untyped-call]  # not annotated there
        return done

    async def commit(self) -> None:
        await self._end(self._conn.commit)

    async def rollback(self) -> None:
        await self._end(self._conn.rollback)

    async def _end(self, how: Callable[[], None]) -> None:
        self._begin, self._commit_next = None, False
        if self._conn.in_transaction:
            await self._execute(how)  # type: ignore[no-untyped-call]  # not annotated there


class QuickCursor:
    arraysize = 1

    def __init__(self, connection: QuickConnection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Self:
        def step(connection: sqlite3.Connection) -> None:
            cursor = connection.execute(sql, parameters)
            self._keep(cursor)

        await self._connection.work(step)
        return self

    async def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Self:
        def step(connection: sqlite3.Connection) -> None:
            self._keep(connection.executemany(sql, rows))

        await self._connection.work(step)
        return self

    def _keep(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self._rows = cursor.fetchall() if cursor.description else []
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        cursor.close()

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        """It was closed when its rows had been read."""


def connector(url: URL) -> Callable[[], QuickConnection]:
    """For `create_async_engine(url, async_creator=...)`."""
    arguments, options = cast(
        tuple[list[Any], dict[str, Any]], url.get_dialect()().create_connect_args(url)
    )

    def connect() -> QuickConnection:
        connection = QuickConnection(lambda: sqlite3.connect(*arguments, **options), 64)
        connection._thread.daemon = True  # as SQLAlchemy does: it must not keep a process alive
        return connection

    return connect
