"""Many people made of few: their rows copied under new ids, so that a crowd is there at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import new_id
from bot.storage.tables import metadata

NOT_THEIRS = frozenset({"notices", "invitations", "erasures"})


async def cloned(
    connection: AsyncConnection,
    model: Sequence[UUID],
    copies: Sequence[Mapping[UUID, tuple[str, int | None]]],
    make: Callable[[], UUID] = new_id,
) -> list[dict[UUID, UUID]]:
    """People with the same forms, consents, documents and pairs among themselves.

    `model`: the ids of the people copied. Each of `copies` gives each of them a name and an account
    (None: no messenger), and becomes one map of old ids to new ones, the people's among them.
    """
    mine = set(model)
    found: list[tuple[Any, list[dict[str, Any]]]] = []
    for table in metadata.sorted_tables:
        ids = [column for column in table.c if isinstance(column.type, Uuid)]
        if table.name in NOT_THEIRS or not ids:
            continue
        query = select(table).where(or_(*(column.in_(mine) for column in ids)))
        rows = [dict(row) for row in (await connection.execute(query)).mappings()]
        mine |= {row["id"] for row in rows if "id" in row}
        if rows:
            found.append((table, rows))
    maps = [{old: make() for old in sorted(mine)} for _ in copies]
    for table, rows in found:
        made = [
            copy
            for new, people in zip(maps, copies, strict=True)
            for row in rows
            if (copy := _copy(table.name, row, new, people)) is not None
        ]
        if made:
            await connection.execute(insert(table), made)
    return maps


def _copy(
    table: str,
    row: Mapping[str, Any],
    new: Mapping[UUID, UUID],
    people: Mapping[UUID, tuple[str, int | None]],
) -> dict[str, Any] | None:
    copy = {
        key: new.get(value, value) if isinstance(value, UUID) else value
        for key, value in row.items()
    }
    if table == "people":
        copy["name"] = people[row["id"]][0]
    if table == "contacts":
        account = people[row["person_id"]][1]
        if account is None:
            return None
        copy["address"] = str(account)
    return copy
