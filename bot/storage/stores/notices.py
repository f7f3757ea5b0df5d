"""Planning what is to be said, in the transaction that makes it true."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, or_, select, text
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.notices import UNREACHABLE, Notice, NoticeState
from bot.storage.stores.by_id import among
from bot.storage.tables import metadata, notices

_COLUMNS = tuple(column.name for column in notices.columns)
# a claimed one has not been sent: the deliverer marks it just before the wire, and finds it gone
_TO_COME = (NoticeState.PLANNED, NoticeState.CLAIMED)
_N = notices.c
_NEXT = select(func.min(_N.try_at)).where(_N.state == NoticeState.PLANNED)
_FORGET = delete(notices).where(
    among(_N.subject), among(_N.kind, "kinds"), _N.state == NoticeState.PLANNED
)
_INSERT = {
    "postgresql": postgresql_insert(notices).on_conflict_do_nothing(),
    "sqlite": sqlite_insert(notices).on_conflict_do_nothing(),
}


class NoticeStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def plan(self, *planned: Notice) -> None:
        """Plan what is not planned yet: the same kind, person, subject and moment is one notice."""
        if not planned:
            return
        await self._session.flush()  # the people and subjects must be there first
        rows = [{name: getattr(notice, name) for name in _COLUMNS} for notice in planned]
        await self._session.execute(_INSERT[self._session.get_bind().dialect.name], rows)

    async def plan_unless_waiting(self, *planned: Notice) -> None:
        """Like `plan`, but what waits to be said to the same person about the same is enough."""
        n = notices.c
        query = select(n.kind, n.to, n.subject).where(
            n.subject.in_({p.subject for p in planned}), n.state == NoticeState.PLANNED
        )
        waiting = {tuple(row) for row in await self._session.execute(query)}
        await self.plan(*(p for p in planned if (p.kind, p.to, p.subject) not in waiting))

    async def last_planned(self, kind: str, subject: UUID, *, by: datetime) -> datetime | None:
        """For when the newest notice of the kind about the subject was, sent or not.

        What is later than `by` was said when the machine's clock was wrong, and does not count.
        """
        return (await self.last_planned_about(kind, [subject], by=by)).get(subject)

    async def last_planned_about(
        self, kind: str, subjects: Collection[UUID], *, by: datetime
    ) -> dict[UUID, datetime]:
        """As `last_planned` of each of these; of which there was none, it is not among them."""
        n = notices.c
        query = (
            select(n.subject, func.max(n.due_at))
            .where(n.subject.in_(subjects), n.kind == kind, n.due_at <= by)
            .group_by(n.subject)
        )
        return {subject: at for subject, at in await self._session.execute(query)}

    async def last_to_each(
        self, kind: str, about: Collection[tuple[UUID, UUID]], *, by: datetime
    ) -> dict[tuple[UUID, UUID], datetime]:
        """As `last_planned`, of each subject and whom it was for."""
        n = notices.c
        query = (
            select(n.subject, n.to, func.max(n.due_at))
            .where(
                n.subject.in_({subject for subject, _ in about}), n.kind == kind, n.due_at <= by
            )
            .group_by(n.subject, n.to)
        )
        found = {(subject, to): at for subject, to, at in await self._session.execute(query)}
        return {one: found[one] for one in about if one in found}

    async def replan(
        self, subject: UUID, kinds: Collection[str], planned: Iterable[Notice]
    ) -> None:
        """Forget what was still to be said about `subject`; plan this, but say nothing twice."""
        await self.forget(subject, kinds)
        await self.plan(*planned)

    async def forget(self, subject: UUID, kinds: Collection[str]) -> None:
        await self.forget_about([subject], kinds)

    async def forget_about(self, subjects: Collection[UUID], kinds: Collection[str]) -> None:
        given = {"ids": list(subjects), "kinds": list(kinds)}
        await self._session.execute(_FORGET, given)

    async def forget_of(
        self, person_id: UUID, subjects: Collection[UUID], kinds: Collection[str]
    ) -> None:
        """Of what was to be said about these, only what this person was to hear."""
        n = notices.c
        await self._session.execute(
            delete(notices).where(
                n.to == person_id,
                n.subject.in_(subjects),
                n.kind.in_(kinds),
                n.state == NoticeState.PLANNED,
            )
        )

    async def forget_of_programme(self, programme_id: UUID) -> None:
        """Nothing more is said about the programme, nor about anything that lies in it."""
        n = notices.c
        inside = [
            select(table.c.id).where(table.c.programme_id == programme_id)
            for table in metadata.sorted_tables
            if "programme_id" in table.c and "id" in table.c
        ]
        about = or_(n.subject == programme_id, *(n.subject.in_(ids) for ids in inside))
        await self._session.execute(
            delete(notices).where(n.state == NoticeState.PLANNED, about)
        )

    async def silence(self, subjects: Collection[UUID]) -> None:
        """Nothing about these is said any more to anybody, also not what is claimed already."""
        n = notices.c
        await self._session.execute(
            delete(notices).where(n.subject.in_(subjects), n.state.in_(_TO_COME))
        )

    async def silence_to(self, person_id: UUID, subjects: Collection[UUID]) -> None:
        """Nothing about these is said any more to this person."""
        n = notices.c
        await self._session.execute(
            delete(notices).where(
                n.to == person_id, n.subject.in_(subjects), n.state.in_(_TO_COME)
            )
        )

    async def forget_to(self, person_id: UUID, organisation_id: UUID | None = None) -> None:
        """Nothing more is said to somebody who has left the organisation (None: everything)."""
        n = notices.c
        gone = delete(notices).where(n.to == person_id, n.state.in_(_TO_COME))
        if organisation_id is not None:
            gone = gone.where(n.organisation_id == organisation_id)
        await self._session.execute(gone)

    async def asked_since(
        self, kind: str, subjects: Collection[UUID], since: datetime
    ) -> set[tuple[UUID, UUID]]:
        """(to, subject) of what was or is to be said of the kind since the moment."""
        n = notices.c
        query = select(n.to, n.subject).where(
            n.subject.in_(subjects), n.kind == kind, n.due_at >= since
        )
        return {(to, subject) for to, subject in await self._session.execute(query)}

    async def never_said(
        self, person_ids: Collection[UUID], organisation_id: UUID
    ) -> Sequence[Notice]:
        """What these people could not be sent, oldest first."""
        n = notices.c
        query = (
            select(Notice)
            .where(
                n.to.in_(person_ids),
                n.organisation_id == organisation_id,
                n.state == NoticeState.FAILED,
                n.reason == UNREACHABLE,
            )
            .order_by(n.due_at, n.id)
        )
        return (await self._session.scalars(query)).all()

    async def next_due(self) -> datetime | None:
        found: datetime | None = await self._session.scalar(_NEXT)
        return found

    async def undelivered(self, organisation_id: UUID, since: datetime) -> int:
        """Letters that never arrived (blocked bot, crash in doubt, too late) since the moment."""
        n = notices.c
        lost = text("state IN ('failed', 'uncertain', 'missed')")  # literally as in the index
        query = (
            select(func.count())
            .select_from(notices)
            .where(n.organisation_id == organisation_id, lost, n.settled_at >= since)
        )
        return await self._session.scalar(query) or 0

    async def missed(self, organisation_id: UUID, since: datetime) -> dict[str, int]:
        """How many of each kind came too late to be of use since the moment, and were not sent."""
        n = notices.c
        lost = text("state IN ('failed', 'uncertain', 'missed')")  # literally as in the index
        query = (
            select(n.kind, func.count())
            .where(
                n.organisation_id == organisation_id,
                lost,
                n.settled_at >= since,
                n.state == NoticeState.MISSED,
            )
            .group_by(n.kind)
        )
        return {kind: number for kind, number in await self._session.execute(query)}
