"""One process at a time: a named lease in the database, taken over when its holder is gone."""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.storage.database import Database
from bot.storage.tables import leases

LIFE = timedelta(seconds=20)


def owner_name() -> str:
    """This process: host, process id and a stamp, so that a reused id is not mistaken for it."""
    return f"{socket.gethostname()}:{os.getpid()}:{os.urandom(4).hex()}"


def holder_is_alive(owner: str) -> bool:
    """False only when the holder ran on this machine and is surely gone."""
    host, pid, _ = owner.split(":")
    if host != socket.gethostname():
        return True
    if int(pid) == os.getpid():
        return False  # an earlier life of this very process
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@dataclass(frozen=True)
class Taken:
    """`before` held it and is gone; what it was doing may need to be mended."""

    before: str | None


class Lease:
    def __init__(
        self, db: Database, name: str, alive: Callable[[str], bool] = holder_is_alive
    ) -> None:
        self._db, self._name, self._alive = db, name, alive
        self._insert = sqlite_insert if db.sqlite else postgresql_insert
        self.owner = owner_name()

    async def take(self) -> Taken | None:
        """None while somebody else holds it; also renews our own."""
        now = self._db.clock()
        row = leases.c
        async with self._db.statements() as connection:
            held = (
                await connection.execute(
                    select(row.owner, row.until).where(row.name == self._name).with_for_update()
                )
            ).first()
            if held is None:
                new = self._insert(leases).values(
                    name=self._name, owner=self.owner, until=now + LIFE
                )
                row_there = await connection.execute(new.on_conflict_do_nothing())
                return Taken(None) if row_there.rowcount else None  # two may begin at once
            mine = held.owner == self.owner
            if not mine and held.until > now and self._alive(held.owner):
                return None
            await connection.execute(
                update(leases)
                .where(row.name == self._name)
                .values(owner=self.owner, until=now + LIFE)
            )
            return Taken(None if mine else held.owner)

    async def release(self) -> None:
        async with self._db.statements() as connection:
            await connection.execute(
                delete(leases).where(leases.c.name == self._name, leases.c.owner == self.owner)
            )
