"""What was done about many pairs at once; each answer in one statement, whatever their number."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.mass_acts import MassAct, MassLine, MassWhat
from bot.domain.notice_kinds import NOTICE_KINDS
from bot.domain.notices import NoticeState
from bot.domain.pair_marks import Done, PairMark
from bot.domain.pairs import Pair
from bot.storage.stores.by_id import by_id
from bot.storage.tables import mass_acts, mass_lines, notices, pair_marks, pairs

_A, _L, _N, _M = mass_acts.c, mass_lines.c, notices.c, pair_marks.c
_UNASKED = [kind for kind, policy in NOTICE_KINDS.items() if policy.counts or policy.takes_day]
_TO_COME = (NoticeState.PLANNED, NoticeState.CLAIMED)
_LEFT = (NoticeState.IN_FLIGHT, NoticeState.SENT, NoticeState.UNCERTAIN)


class MassActStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def locked_pairs(self, ids: Collection[UUID]) -> dict[UUID, Pair]:
        """Whoever else would change one of them waits until we are done."""
        query = select(Pair).where(pairs.c.id.in_(ids)).order_by(pairs.c.id).with_for_update()
        return {pair.id: pair for pair in await self._session.scalars(query)}

    async def entrust(
        self, ids: Collection[UUID], to: UUID | None, *, only_from: UUID | None = None
    ) -> None:
        """The pairs are this one's from now on, in one statement; `only_from`: of those that are

        still in these hands.
        """
        change = update(pairs).where(pairs.c.id.in_(ids)).values(kept_by=to)
        if only_from is not None:
            change = change.where(pairs.c.kept_by == only_from)
        await self._session.execute(change)

    async def marks_of_day(
        self, pair_ids: Collection[UUID], made_by: UUID, what: Done, on_day: date
    ) -> dict[UUID, PairMark]:
        """By pair: the mark somebody has made already on that day."""
        query = select(PairMark).where(
            _M.pair_id.in_(pair_ids), _M.made_by == made_by, _M.what == what, _M.on_day == on_day
        )
        found = await self._session.scalars(query.order_by(_M.id))
        return {mark.pair_id: mark for mark in found}

    async def marks(self, ids: Collection[UUID]) -> dict[UUID, PairMark]:
        return await by_id(self._session, PairMark, ids)

    async def forget_marks(self, ids: Collection[UUID]) -> None:
        await self._session.flush()
        await self._session.execute(delete(pair_marks).where(_M.id.in_(ids)))

    async def had_message(
        self, person_ids: Collection[UUID], since: datetime, until: datetime
    ) -> set[UUID]:
        """Who has had the message of that day which nobody asked for."""
        query = select(_N.to).where(
            _N.to.in_(person_ids),
            _N.kind.in_(_UNASKED),
            _N.state == NoticeState.SENT,
            _N.settled_at >= since,
            _N.settled_at < until,
        )
        return set(await self._session.scalars(query))

    async def lines(self, act_id: UUID) -> Sequence[MassLine]:
        query = select(MassLine).where(_L.act_id == act_id).order_by(_L.id)
        return (await self._session.scalars(query)).all()

    async def last(
        self, programme_id: UUID, made_by: UUID, since: datetime, now: datetime
    ) -> MassAct | None:
        """The newest that this person may still take back; letters to many have their own room."""
        query = select(MassAct).where(
            _A.programme_id == programme_id,
            _A.made_by == made_by,
            _A.at >= since,
            _A.undo_until > now,
            _A.undone_at.is_(None),
            _A.what != MassWhat.LETTER,
        )
        query = query.order_by(_A.at.desc(), _A.id.desc()).limit(1)
        found: MassAct | None = await self._session.scalar(query)
        return found

    async def of_broadcast(self, broadcast_id: UUID) -> MassAct | None:
        query = select(MassAct).where(_A.broadcast_id == broadcast_id).order_by(_A.id).limit(1)
        found: MassAct | None = await self._session.scalar(query)
        return found

    async def of_pair(self, pair_id: UUID, *, limit: int) -> list[tuple[MassAct, MassLine]]:
        """Acts that did something about the pair, the newest first."""
        query = (
            select(MassAct, MassLine)
            .join(mass_acts, _A.id == _L.act_id)
            .where(_L.pair_id == pair_id, _L.left_out.is_(None))
            .order_by(_A.at.desc(), _A.id.desc())
            .limit(limit)
        )
        return [(act, line) for act, line in await self._session.execute(query)]

    async def call_back(
        self, subjects: Collection[UUID], kind: str, due_at: datetime
    ) -> tuple[int, set[UUID]]:
        """Letters that have not left are no more: how many; and the subjects of those that have."""
        which = (_N.subject.in_(subjects), _N.kind == kind, _N.due_at == due_at)
        gone = await self._session.execute(
            delete(notices).where(*which, _N.state.in_(_TO_COME)).returning(_N.id)
        )
        number = len(gone.all())
        left = await self._session.scalars(select(_N.subject).where(*which, _N.state.in_(_LEFT)))
        return number, set(left)
