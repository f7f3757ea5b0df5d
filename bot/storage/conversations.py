"""aiogram's dialog state in our own database, so an open dialog survives a restart.

One row for a conversation (bot, chat, person), read once and written once for an update: inside
`turn()` the framework's many small reads and writes meet this row in memory; `settle` writes it
together with the mark that the update is done.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy import delete, select
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


_open: ContextVar[_Open | None] = ContextVar("conversations", default=None)


def _row_key(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}"


class Conversations(BaseStorage):
    def __init__(self, db: Database) -> None:
        self._db = db
        self._insert = sqlite_insert if db.sqlite else postgresql_insert

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
        async with self._db.statements() as connection:
            if opened and changed:
                rows = [
                    {"key": key, "data": opened.rows[key], "touched_at": now} for key in changed
                ]
                upsert = self._insert(conversations)
                await connection.execute(
                    upsert.on_conflict_do_update(
                        index_elements=["key"],
                        set_={
                            "data": upsert.excluded.data,
                            "touched_at": upsert.excluded.touched_at,
                        },
                    ),
                    rows,
                )
                opened.changed.clear()
            if update_id is not None:
                await connection.execute(MARK_DONE, {"id": update_id})

    async def _slots(self, key: StorageKey) -> Slots:
        opened, row_key = _open.get(), _row_key(key)
        if opened is not None and row_key in opened.rows:
            return opened.rows[row_key]
        async with self._db.reader.connect() as connection:
            found = await connection.scalar(
                select(conversations.c.data).where(conversations.c.key == row_key)
            )
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
