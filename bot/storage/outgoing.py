"""The notices that are due: claimed with a lease, marked just before the wire, settled after it.

All of it is plain statements on batches, because a wave is thousands of letters.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Update, and_, bindparam, func, or_, select, text, update

from bot.domain.notice_kinds import NOTICE_KINDS
from bot.domain.notices import Doubt, Notice, NoticeState
from bot.storage.database import Database
from bot.storage.tables import notices

LEASE = timedelta(seconds=60)
LONGEST_WAIT = timedelta(hours=1)  # that the messenger asks for; what waits longer waits for us
# seconds in which others may join a write: a commit costs more than many rows of it
GATHER = 0.002
_C = notices.c
_ENTITY = tuple(notices.columns)
_DUE = (
    select(_C.id)
    .where(_C.state == NoticeState.PLANNED, _C.try_at <= bindparam("now"))
    .order_by(_C.priority, _C.try_at, _C.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(notices)
    .where(_C.id.in_(_DUE.scalar_subquery()))
    .values(state=NoticeState.CLAIMED, owner=bindparam("by"), lease_until=bindparam("until"))
    .returning(*_ENTITY)
)
_MARK = (
    update(notices)
    .where(_C.id.in_(bindparam("rows", expanding=True)), _C.state == NoticeState.CLAIMED)
    .values(state=NoticeState.IN_FLIGHT)
    .returning(_C.id)
)
_SETTLE = (
    update(notices)
    .where(_C.id == bindparam("row"))
    .values(
        state=bindparam("new_state"),
        try_at=bindparam("new_try"),
        attempts=bindparam("new_attempts"),
        settled_at=bindparam("at"),
        message_id=bindparam("message"),
        reason=bindparam("why"),
        doubtful=bindparam("maybe"),
        owner=None,
        lease_until=None,
    )
)


@dataclass(frozen=True)
class Outcome:
    """How a notice ended, or when it is to be tried again (state PLANNED, a new `try_at`)."""

    notice: Notice
    state: NoticeState
    at: datetime
    try_at: datetime | None = None
    message_id: str | None = None
    reason: str | None = None
    tried: bool = False
    doubtful: bool = False  # it may have arrived; a next copy is marked

    def row(self) -> dict[str, Any]:
        final = self.state is not NoticeState.PLANNED
        return {
            "row": self.notice.id,
            "new_state": self.state,
            "new_try": self.try_at or self.notice.try_at,
            "new_attempts": self.notice.attempts + self.tried,
            "at": self.at if final else None,
            "message": self.message_id,
            "why": self.reason,
            "maybe": self.doubtful or self.notice.doubtful,
        }


_Settled = tuple[list[dict[str, Any]], asyncio.Future[None]]
_Marked = tuple[UUID, asyncio.Future[bool]]

_SAID = (
    select(_C.to, func.count())
    .where(
        _C.to.in_(bindparam("ids", expanding=True)),
        _C.kind.in_([k for k, policy in NOTICE_KINDS.items() if policy.counts or policy.takes_day]),
        _C.state == NoticeState.SENT,
        _C.settled_at >= bindparam("since"),
        _C.settled_at < bindparam("until"),  # a clock that was ahead may have written any day
    )
    .group_by(_C.to)
)


class Outgoing:
    """The queue of due notices, as one deliverer sees it."""

    def __init__(self, db: Database, owner: str) -> None:
        self._db, self._owner = db, owner
        self._settled: list[_Settled] = []
        self._marked: list[_Marked] = []
        self._writing = False

    async def claim(self, limit: int) -> list[Notice]:
        """The most urgent due notices; nobody else gets them while the lease lasts."""
        now = self._db.clock()
        given = {"now": now, "most": limit, "by": self._owner, "until": now + LEASE}
        async with self._db.statements() as connection:
            rows = (await connection.execute(_CLAIM, given)).mappings().all()
        found = [Notice(**row) for row in rows]
        return sorted(found, key=lambda notice: (notice.priority, notice.try_at))

    async def mark(self, notice: Notice) -> bool:
        """On the wire from now on: after a crash nobody can know whether it arrived.

        False: since it was claimed it has been taken back (the person has left), and must not go.
        """
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._marked.append((notice.id, done))
        await self._write()
        return await done

    async def settle(self, *outcomes: Outcome) -> None:
        if outcomes:
            done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._settled.append(([outcome.row() for outcome in outcomes], done))
            await self._write()
            await done

    async def _write(self) -> None:
        """Write with whatever else waits to be written: one commit serves many letters."""
        if self._writing:
            return
        self._writing = True
        try:
            while self._settled or self._marked:
                await asyncio.sleep(GATHER)
                settled, self._settled = self._settled, []
                marked, self._marked = self._marked, []
                await self._commit(settled, marked)
        finally:
            self._writing = False

    async def _commit(self, settled: Sequence[_Settled], marked: Sequence[_Marked]) -> None:
        still: set[UUID] = set()
        try:
            async with self._db.statements() as connection:
                if rows := [row for some, _ in settled for row in some]:
                    await connection.execute(_SETTLE, rows)
                if ids := [id_ for id_, _ in marked]:
                    still = set((await connection.execute(_MARK, {"rows": ids})).scalars())
        except BaseException as error:
            futures: list[asyncio.Future[Any]] = [done for _, done in settled]
            for future in futures + [done for _, done in marked]:
                if not future.done():
                    future.set_exception(error)
            if not isinstance(error, Exception):
                raise
        else:
            for _, settling in settled:
                if not settling.done():
                    settling.set_result(None)
            for id_, marking in marked:
                if not marking.done():
                    marking.set_result(id_ in still)

    async def recover(self, dead_owner: str | None = None) -> dict[str, int]:
        """Take back what a crashed deliverer held: claimed -> planned.

        In flight -> as its kind says.

        Returns how many were planned again, repeated (marked) and left uncertain.
        """
        now = self._db.clock()
        theirs = or_(_C.lease_until <= now, _C.owner == (dead_owner or ""))
        # literally as in the index of what is leased: a bound value would have every row read
        leased = text("notices.state IN ('claimed', 'in-flight')")
        abandoned = and_(leased, _C.owner != self._owner, theirs)
        held = [k for k, policy in NOTICE_KINDS.items() if policy.doubt is Doubt.HOLD]
        in_flight = and_(_C.state == NoticeState.IN_FLIGHT, abandoned)
        free = {"owner": None, "lease_until": None}
        steps: Mapping[str, Update] = {
            "planned": update(notices)
            .where(_C.state == NoticeState.CLAIMED, abandoned)
            .values(state=NoticeState.PLANNED, **free),
            "uncertain": update(notices)
            .where(in_flight, or_(_C.kind.in_(held), _C.doubtful))
            .values(
                state=NoticeState.UNCERTAIN, settled_at=now, reason="crash on the wire", **free
            ),
            "repeated": update(notices)
            .where(in_flight)
            .values(state=NoticeState.PLANNED, doubtful=True, **free),
        }
        counts = {}
        async with self._db.statements() as connection:
            for name, step in steps.items():
                counts[name] = (await connection.execute(step)).rowcount
        return counts

    async def after_clock_set_back(self) -> dict[str, int]:
        """What was done by a clock that was ahead, as the clock that is right would have it.

        Returns how many letters are looked at once more: given up as too late or as not true then
        and of use now; put off until a day that was near; held by a process that is gone.
        """
        now = self._db.clock()
        free = {"owner": None, "lease_until": None}
        steps: Mapping[str, Update] = {
            "of-use-again": update(notices)
            .where(
                _C.state.in_((NoticeState.MISSED, NoticeState.SKIPPED)),
                _C.settled_at > now,
                _C.useful_until > now,
            )
            .values(
                state=NoticeState.PLANNED, try_at=_C.due_at, settled_at=None, reason=None, **free
            ),
            "put-off-too-long": update(notices)
            .where(
                _C.state == NoticeState.PLANNED,
                _C.try_at > _C.due_at,
                _C.try_at > now + LONGEST_WAIT,
            )
            .values(try_at=_C.due_at),
            "held-too-long": update(notices)
            .where(
                _C.state.in_((NoticeState.CLAIMED, NoticeState.IN_FLIGHT)),
                _C.lease_until > now + LEASE,
                _C.owner != self._owner,
            )
            .values(lease_until=now),
        }
        counts = {}
        async with self._db.statements() as connection:
            for name, step in steps.items():
                counts[name] = (await connection.execute(step)).rowcount
        return counts

    async def said_between(
        self, person_ids: Collection[UUID], since: datetime, until: datetime
    ) -> dict[UUID, int]:
        """How many letters nobody asked for each person got between the moments."""
        given = {"ids": list(person_ids), "since": since, "until": until}
        async with self._db.reader.connect() as connection:
            return {person: n for person, n in await connection.execute(_SAID, given)}

    async def heard(
        self, kind: str, person_ids: Collection[UUID], since: datetime
    ) -> set[tuple[UUID, UUID]]:
        """(person, subject) of the letters of a kind that arrived since the moment."""
        if not person_ids:
            return set()
        query = select(_C.to, _C.subject).where(
            _C.to.in_(person_ids),
            _C.kind == kind,
            _C.state == NoticeState.SENT,
            _C.settled_at >= since,
        )
        async with self._db.reader.connect() as connection:
            return {(to, subject) for to, subject in await connection.execute(query)}
