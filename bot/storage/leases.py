"""One process at a time: a named lease in the database, taken over when its holder is gone."""

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, insert, select, update

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
                await connection.execute(
                    insert(leases).values(name=self._name, owner=self.owner, until=now + LIFE)
                )
                return Taken(None)
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
