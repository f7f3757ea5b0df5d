"""aiogram's dialog state in our own database, so an open dialog survives a restart.

One row for a conversation (bot, chat, person), read once and written once for an update: inside
`turn()` the framework's many small reads and writes meet this row in memory; `settle` writes it
together with the mark that the update is done.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.storage.database import Database
from bot.storage.inbox import MARK_DONE
from bot.storage.tables import conversations

# {destiny: {"state": str | None, "data": {...}}}
Slots = dict[str, dict[str, Any]]


@dataclass
class _Open:
    """The conversations one update has touched."""

    rows: dict[str, Slots] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)


@dataclass(eq=False)
class _End:
    """What the end of a turn has to write."""

    rows: list[dict[str, Any]]
    update_id: int | None
    written: bool = False


_DATA = select(conversations.c.data).where(conversations.c.key == bindparam("row"))
_open: ContextVar[_Open | None] = ContextVar("conversations", default=None)


def _row_key(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}"


class Conversations(BaseStorage):
    def __init__(self, db: Database) -> None:
        self._db = db
        upsert = (sqlite_insert if db.sqlite else postgresql_insert)(conversations)
        new = upsert.excluded
        self._upsert = upsert.on_conflict_do_update(
            index_elements=["key"], set_={"data": new.data, "touched_at": new.touched_at}
        )
        self._ends: list[_End] = []
        self._settling = asyncio.Lock()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """What is read and written inside is kept in memory until `settle`."""
        token = _open.set(_Open())
        try:
            yield
        finally:
            _open.reset(token)

    async def settle(self, update_id: int | None = None, *, discard: bool = False) -> None:
        """Write what the turn changed (unless discarded), and mark its update done, together."""
        opened = _open.get()
        changed = sorted(opened.changed) if opened and not discard else []
        if not changed and update_id is None:
            return
        now = self._db.clock()
        rows = opened.rows if opened else {}
        end = _End(
            [{"key": key, "data": rows[key], "touched_at": now} for key in changed], update_id
        )
        self._ends.append(end)
        async with self._settling:  # whoever is first writes for all who wait: one commit
            if not end.written:
                together = self._ends if end in self._ends else [end]  # alone, if that failed
                self._ends = []
                await self._db.note(lambda connection: self._write(connection, together))
                for each in together:
                    each.written = True
        if opened and changed:
            opened.changed.clear()

    def _write(self, connection: Connection, ends: Sequence["_End"]) -> None:
        rows = sorted((row for end in ends for row in end.rows), key=itemgetter("key"))
        if rows:
            connection.execute(self._upsert, rows)
        done = [{"id": end.update_id} for end in ends if end.update_id is not None]
        if done:
            connection.execute(MARK_DONE, done)

    async def _slots(self, key: StorageKey) -> Slots:
        opened, row_key = _open.get(), _row_key(key)
        if opened is not None and row_key in opened.rows:
            return opened.rows[row_key]
        found = await self._db.look(lambda connection: connection.scalar(_DATA, {"row": row_key}))
        slots: Slots = found or {}
        if opened is not None:
            opened.rows[row_key] = slots
        return slots

    async def _put(self, key: StorageKey, **values: Any) -> None:
        slots, opened = await self._slots(key), _open.get()
        slot = slots.get(key.destiny, {}) | values
        if slot.get("state") is None and not slot.get("data"):
            slots.pop(key.destiny, None)
        else:
            slots[key.destiny] = slot
        if opened is not None:
            opened.changed.add(_row_key(key))
            return
        async with self.turn():  # outside an update: written at once
            alone = _open.get()
            assert alone is not None
            alone.rows[_row_key(key)] = slots
            alone.changed.add(_row_key(key))
            await self.settle()

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        await self._put(key, state=state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        state: str | None = (await self._slots(key)).get(key.destiny, {}).get("state")
        return state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._put(key, data=dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict((await self._slots(key)).get(key.destiny, {}).get("data") or {})

    async def forget_older(self, than: datetime) -> int:
        """Conversations that nobody has touched since; a person then starts from the menu."""
        async with self._db.statements() as connection:
            result = await connection.execute(
                delete(conversations).where(conversations.c.touched_at < than)
            )
        return result.rowcount

    async def close(self) -> None:
        """The database is closed by whoever opened it."""
