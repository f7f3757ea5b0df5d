"""One process at a time: a named lease in the database, taken over when its holder is gone.

- A holder is one life of one process, with a random name: host names and process ids are the same
  in every container.
- A lease that has run out is free. One that has not is free only when its holder lived where we
  live, and is surely gone: so nobody waits for a process that was killed and started again.
"""

import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from bot.storage.database import Database
from bot.storage.tables import leases

LIFE = timedelta(seconds=20)
_PROC = Path("/proc")


def owner_name() -> str:
    """This life of this process: `random name:place:process id:when it started`."""
    pid = os.getpid()
    return f"{secrets.token_hex(8)}:{_place()}:{pid}:{_started(pid) or ''}"


def _place() -> str:
    """Where process ids mean the same: one boot of one kernel, one container.

    Empty where that cannot be known (not on Linux): then only the end of a lease tells.
    """
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text("ascii")
        container = (_PROC / "self/ns/pid").readlink()
    except OSError:
        return ""
    return sha256(f"{boot}{container}".encode()).hexdigest()[:16]


def _started(pid: int) -> str | None:
    """When the process began, in ticks since the boot; None when that cannot be seen."""
    try:
        facts = (_PROC / str(pid) / "stat").read_bytes()
    except OSError:
        return None
    return facts.rpartition(b")")[2].split()[19].decode()  # the name before may hold anything


def holder_is_alive(owner: str) -> bool:
    """False only when the holder lived here and is surely gone; a name of another kind may live."""
    _, place, pid, started = owner.split(":") if owner.count(":") == 3 else ("", "", "", "")
    if not place or place != _place():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody's, and perhaps hidden: its start may tell
        pass
    seen = _started(int(pid))
    return seen is None or seen == started  # another start: the id has passed to another process


@dataclass(frozen=True)
class Taken:
    """`before` held it and is gone; what it was doing may need to be mended."""

    before: str | None


class Lease:
    def __init__(
        self,
        db: Database,
        name: str,
        alive: Callable[[str], bool] = holder_is_alive,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._db, self._name, self._alive, self._monotonic = db, name, alive, monotonic
        self._too_long: tuple[datetime, float] | None = None
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
            if not mine and not self._over(held.until, now) and self._alive(held.owner):
                return None
            await connection.execute(
                update(leases)
                .where(row.name == self._name)
                .values(owner=self.owner, until=now + LIFE)
            )
            return Taken(None if mine else held.owner)

    def _over(self, until: datetime, now: datetime) -> bool:
        """A lease for longer than any was given before the clock was set back: whoever still has
        it renews it, and that is waited for by a clock that nobody sets.
        """
        if until <= now + LIFE:
            return until <= now
        if self._too_long is None or self._too_long[0] != until:
            self._too_long = (until, self._monotonic())
        return self._monotonic() - self._too_long[1] > LIFE.total_seconds()

    async def release(self) -> None:
        async with self._db.statements() as connection:
            await connection.execute(
                delete(leases).where(leases.c.name == self._name, leases.c.owner == self.owner)
            )
