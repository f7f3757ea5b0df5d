"""Updates as rows: stored before the messenger is told that we have them, done exactly once.

waiting -> applied (the effect is committed, the screen may be owed) -> done (row deleted) |
quarantined.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.storage.database import Database, last_statement
from bot.storage.tables import inbox

MOST_TRIES = 3
_ONE_STATEMENT = 100  # rows that are surely one INSERT; the messenger sends no more at once
WAITING, APPLIED, DONE, QUARANTINED = "waiting", "applied", "done", "quarantined"


@dataclass(frozen=True)
class Arrived:
    """One update as it came. `chat` orders: updates of one chat are handled one after another."""

    update_id: int
    chat: str
    raw: str


@dataclass(frozen=True)
class Waiting:
    update_id: int
    chat: str
    raw: str
    applied: bool
    attempts: int
    received_at: datetime


class Inbox:
    def __init__(self, db: Database) -> None:
        self._db = db
        insert = (sqlite_insert if db.sqlite else postgresql_insert)(inbox)
        self._keep = insert.on_conflict_do_nothing(index_elements=["update_id"]).returning(
            inbox.c.update_id
        )

    async def keep(self, arrived: Sequence[Arrived]) -> list[Waiting]:
        """Store a batch; returns those that were not known already, oldest first."""
        if not arrived:
            return []
        now = self._db.clock()
        rows = [
            {
                "update_id": a.update_id,
                "chat": a.chat,
                "raw": a.raw,
                "received_at": now,
                "state": WAITING,
                "attempts": 0,
            }
            for a in arrived
        ]

        def write(connection: Connection) -> set[int]:
            if len(rows) <= _ONE_STATEMENT:
                last_statement(connection)
            return set(connection.execute(self._keep, rows).scalars())

        new = await self._db.note(write)
        fresh = sorted((a for a in arrived if a.update_id in new), key=lambda a: a.update_id)
        return [Waiting(a.update_id, a.chat, a.raw, False, 0, now) for a in fresh]

    async def waiting(self, *, limit: int) -> list[Waiting]:
        """What is still to be done, oldest first."""
        c = inbox.c
        query = (
            select(c.update_id, c.chat, c.raw, c.state, c.attempts, c.received_at)
            .where(text("state IN ('waiting', 'applied')"))
            .order_by(c.update_id)
            .limit(limit)
        )
        async with self._db.reader.connect() as connection:
            rows = (await connection.execute(query)).all()
        return [
            Waiting(r.update_id, r.chat, r.raw, r.state == APPLIED, r.attempts, r.received_at)
            for r in rows
        ]

    async def failed(self, update_id: int, error: str) -> bool:
        """Count a failed try; True when that was the last and the update is set aside."""
        async with self._db.statements() as connection:
            tries = await connection.scalar(
                update(inbox)
                .where(inbox.c.update_id == update_id)
                .values(attempts=inbox.c.attempts + 1, error=error)
                .returning(inbox.c.attempts)
            )
            last = tries is None or tries >= MOST_TRIES
            if last:
                await connection.execute(
                    update(inbox).where(inbox.c.update_id == update_id).values(state=QUARANTINED)
                )
        return last

    async def set_aside(self, update_id: int, error: str) -> None:
        """Quarantine at once what no try can make readable."""
        async with self._db.statements() as connection:
            await connection.execute(
                update(inbox)
                .where(inbox.c.update_id == update_id)
                .values(state=QUARANTINED, error=error)
            )

    async def forget_done(self, before: datetime, *, limit: int = 5000) -> int:
        """Remove what was done before the moment; recent rows stay to recognise repeats."""
        done = (
            select(inbox.c.update_id)
            .where(inbox.c.state == DONE, inbox.c.received_at < before)
            .limit(limit)
        )
        async with self._db.statements() as connection:
            result = await connection.execute(delete(inbox).where(inbox.c.update_id.in_(done)))
        return result.rowcount

    async def counts(self) -> dict[str, int]:
        """How many updates are in each state."""
        async with self._db.reader.connect() as connection:
            rows = await connection.execute(
                select(inbox.c.state, func.count()).group_by(inbox.c.state)
            )
        return {state: count for state, count in rows}

    async def newest(self) -> int:
        """The highest update id we ever stored, 0 when none."""
        async with self._db.reader.connect() as connection:
            return await connection.scalar(select(func.max(inbox.c.update_id))) or 0


MARK_DONE = (
    update(inbox).where(inbox.c.update_id == bindparam("id")).values(state=DONE, raw="", error=None)
)
