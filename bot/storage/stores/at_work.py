"""Of programmes at work only: whatever ticks leaves alone what was put away."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from bot.storage.tables import programmes


def at_work(programme_id: ColumnElement[UUID] | Any) -> ColumnElement[bool]:
    """The programme that this column names is not in the archive."""
    running = select(programmes.c.id).where(programmes.c.archived_at.is_(None))
    return programme_id.in_(running)
