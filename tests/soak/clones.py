"""Forty people made of one: their rows copied under new ids, so that a year begins at once."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import metadata
from tests.village import Member

NOT_THEIRS = frozenset({"notices", "invitations", "erasures"})


async def cloned(
    connection: AsyncConnection, one: Member, account: int, name: str, new_id: Callable[[], UUID]
) -> Member:
    """Somebody with the same form, consents and documents, and an account of their own."""
    new = {one.person_id: new_id()}
    for table in metadata.sorted_tables:
        ids = [column for column in table.c if isinstance(column.type, Uuid)]
        if table.name in NOT_THEIRS or not ids:
            continue
        rows = (
            await connection.execute(
                select(table).where(or_(*(column.in_(list(new)) for column in ids)))
            )
        ).mappings()
        copies: list[dict[str, Any]] = []
        for row in rows.all():
            if "id" in row and row["id"] not in new:
                new[row["id"]] = new_id()
            copy = {key: new.get(value, value) if isinstance(value, UUID) else value
                    for key, value in row.items()}  # fmt: skip
            copies.append(copy)
        for copy in copies:
            if table.name == "contacts":
                copy["address"] = str(account)
            if table.name == "people":
                copy["name"] = name
        if copies:
            await connection.execute(insert(table), copies)
    return Member(account, new[one.person_id], new[one.participation_id])
