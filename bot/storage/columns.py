"""Column types that keep their promises on both databases."""

from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Dialect, Enum, TypeDecorator, Uuid


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime on every database; a naive one is a bug and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        aware: datetime = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC)


@lru_cache(maxsize=32_768)  # some 10 MB: the ids of a programme, not of a year
def _id(text: str) -> UUID:
    return UUID(text)


class TextId(Uuid[UUID]):
    """An id on SQLite, which keeps it as text. The same few are read again and again, and making a

    UUID of a text costs more than everything else about it.
    """

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return lambda text: None if text is None else _id(text)


def choice(members: type[StrEnum]) -> Enum:
    """A StrEnum kept by value, as plain text: a new member needs no migration."""
    return Enum(
        members,
        native_enum=False,
        create_constraint=False,
        length=24,
        values_callable=lambda enum: [member.value for member in enum],
    )
