"""Notes of the team, and who of it has read them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.desk_notes import DeskNote, NoteView
from bot.storage.tables import desk_notes, note_views

_N, _V = desk_notes.c, note_views.c


class DeskNoteStore:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(
        self,
        *,
        participation_id: UUID | None = None,
        pair_id: UUID | None = None,
        limit: int,
        offset: int = 0,
    ) -> Sequence[DeskNote]:
        """About the one or the other; the newest first."""
        query = select(DeskNote).where(_about(participation_id, pair_id))
        query = query.order_by(_N.at.desc(), _N.id.desc()).limit(limit).offset(offset)
        return (await self._session.scalars(query)).all()

    async def views(self, note_ids: Collection[UUID]) -> Sequence[NoteView]:
        """Who read these, the first reader first."""
        query = select(NoteView).where(_V.note_id.in_(note_ids)).order_by(_V.seen_at, _V.id)
        return (await self._session.scalars(query)).all()

    async def remove(self, note: DeskNote) -> None:
        await self._session.execute(delete(note_views).where(_V.note_id == note.id))
        await self._session.delete(note)


def _about(participation_id: UUID | None, pair_id: UUID | None) -> ColumnElement[bool]:
    if pair_id is not None:
        return _N.pair_id == pair_id
    return _N.participation_id == participation_id
