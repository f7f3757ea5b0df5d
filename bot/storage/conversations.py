"""aiogram's dialog state in our own database, so an open dialog survives a restart.

One row for a conversation (bot, chat, person), read once and written once for an update: inside
`turn()` the framework's many small reads and writes meet this row in memory; `settle` writes it
together with the mark that the update is done. What was written last is remembered: nobody else
writes these rows (one process holds the lease), so a row is not read again while people go on, and
one that has not changed is not written again.
"""

import asyncio
import json
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.storage.database import Database, last_statement
from bot.storage.engines import to_json
from bot.storage.inbox import MARK_DONE
from bot.storage.tables import conversations

# {destiny: {"state": str | None, "data": {...}}}
Slots = dict[str, dict[str, Any]]
MOST_REMEMBERED = 5_000  # rows, a kilobyte or two each
_TOUCH_AFTER = timedelta(days=1)  # an unchanged row is written again, so that it counts as in use


@dataclass
class _Open:
    """The conversations one update has touched."""

    rows: dict[str, Slots] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Row:
    """A row as it is in the database; kept as text, so that nobody can change it by mistake."""

    text: str
    touched_at: datetime


@dataclass(eq=False)
class _End:
    """What the end of a turn has to write."""

    rows: dict[str, _Row]
    update_id: int | None
    written: bool = False


_DATA = select(conversations.c.data, conversations.c.touched_at).where(
    conversations.c.key == bindparam("row")
)
_NOTHING = to_json({})
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
        self._remembered: OrderedDict[str, _Row] = OrderedDict()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """What is read and written inside is kept in memory until `settle`."""
        token = _open.set(_Open())
        try:
            yield
        finally:
            _open.reset(token)

    def begin_again(self) -> None:
        """Nothing that the turn has changed so far is kept: it sees what it found at first."""
        opened = _open.get()
        if opened is not None:
            opened.rows.clear()
            opened.changed.clear()

    async def settle(self, update_id: int | None = None) -> None:
        """Write what the turn changed, and mark its update done, together."""
        opened = _open.get()
        rows = self._changed(opened) if opened else {}
        if rows or update_id is not None:
            end = _End(rows, update_id)
            self._ends.append(end)
            async with self._settling:  # whoever is first writes for all who wait: one commit
                if not end.written:
                    together = self._ends if end in self._ends else [end]  # alone, if that failed
                    self._ends = []
                    await self._db.note(lambda connection: self._write(connection, together))
                    for each in together:
                        each.written = True
        if opened:
            opened.changed.clear()
            for key, row in rows.items():
                self._remember(key, row)

    def _changed(self, opened: _Open) -> dict[str, _Row]:
        now = self._db.clock()
        found = {}
        for key in opened.changed:
            row, known = _Row(to_json(opened.rows[key]), now), self._remembered.get(key)
            if known is None or known.text != row.text or now - known.touched_at > _TOUCH_AFTER:
                found[key] = row
        return found

    def _write(self, connection: Connection, ends: Sequence["_End"]) -> None:
        all_rows = sorted((item for end in ends for item in end.rows.items()), key=itemgetter(0))
        rows = [(key, row) for key, row in all_rows if row.text != _NOTHING]
        over = [key for key, row in all_rows if row.text == _NOTHING]
        done = [{"id": end.update_id} for end in ends if end.update_id is not None]
        if over:  # nothing is open there any more: no row about the account stays
            if not rows and not done:
                last_statement(connection)
            connection.execute(delete(conversations).where(conversations.c.key.in_(over)))
        if rows:
            if not done:
                last_statement(connection)
            connection.execute(
                self._upsert,
                [
                    {"key": key, "data": json.loads(row.text), "touched_at": row.touched_at}
                    for key, row in rows
                ],
            )
        if done:
            last_statement(connection)
            connection.execute(MARK_DONE, done)

    def _remember(self, key: str, row: _Row) -> None:
        self._remembered[key] = row
        self._remembered.move_to_end(key)
        if len(self._remembered) > MOST_REMEMBERED:
            self._remembered.popitem(last=False)

    async def _slots(self, key: StorageKey) -> Slots:
        opened, row_key = _open.get(), _row_key(key)
        if opened is not None and row_key in opened.rows:
            return opened.rows[row_key]
        if row_key not in self._remembered:
            found = await self._db.look(
                lambda connection: connection.execute(_DATA, {"row": row_key}).one_or_none()
            )
            if found is not None:
                self._remember(row_key, _Row(to_json(found.data), found.touched_at))
        known = self._remembered.get(row_key)
        slots: Slots = json.loads(known.text) if known else {}
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
        self._remembered.clear()
        async with self._db.statements() as connection:
            result = await connection.execute(
                delete(conversations).where(conversations.c.touched_at < than)
            )
        return result.rowcount

    async def close(self) -> None:
        """The database is closed by whoever opened it."""
