"""One or many of a kind by id. The statement is made once: making it took longer than asking it."""

from collections.abc import Collection
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Select, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.util import identity_key

T = TypeVar("T")


def among(column: Column[Any], name: str = "ids") -> ColumnElement[bool]:
    """The column is one of what is given under this name when the statement is asked."""
    return column.in_(bindparam(name, expanding=True))


@cache
def _query(entity: Any) -> Select[Any]:
    return select(entity).where(entity.id.in_(bindparam("ids", expanding=True)))


@cache
def _query_of_one(entity: Any) -> Select[Any]:
    return select(entity).where(entity.id == bindparam("id"))


async def one_by_id(session: AsyncSession, entity: type[T], id_: UUID) -> T | None:
    """What `session.get` finds without a lock; it would make its statement anew each time."""
    kind: Any = entity
    known: T | None = session.sync_session.identity_map.get(identity_key(entity, id_))
    if known is None:
        known = await session.scalar(_query_of_one(kind), {"id": id_})
    return known


async def by_id(session: AsyncSession, entity: type[T], ids: Collection[UUID]) -> dict[UUID, T]:
    """Those that are there. Where nothing is written, what is known is not asked for again."""
    known: dict[UUID, T] = {}
    kind: Any = entity
    if not session.sync_session.autoflush:
        seen = session.sync_session.identity_map
        for id_ in ids:
            one = seen.get(identity_key(entity, id_))
            if one is not None:
                known[id_] = one
    wanted = [id_ for id_ in ids if id_ not in known]
    if wanted:
        for one in await session.scalars(_query(kind), {"ids": wanted}):
            known[one.id] = one
    return known
