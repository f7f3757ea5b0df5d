"""Knowing who is writing: every update carries an `actor` (None for a stranger) and a `reader`."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, User

from bot.domain.access import Actor
from bot.storage.database import Database
from bot.texts import Texts
from bot.usecases import people

MESSENGER = "telegram"


@dataclass(frozen=True)
class Reader:
    """In which language and tone to speak; known for strangers too."""

    locale: str
    tone: str
    address: str
    messenger: str = MESSENGER


class Acquaintance(BaseMiddleware):
    def __init__(self, db: Database, texts: Texts) -> None:
        self._db, self._texts = db, texts

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User | None = data.get("event_from_user")
        if user is not None:
            await self.introduce(data, user)
        return await handler(event, data)

    async def introduce(self, data: dict[str, Any], user: User) -> None:
        """Look the person up (again): their roles may have changed within this update."""
        address = str(user.id)
        actor = await people.acquaint(self._db, messenger=MESSENGER, address=address)
        data["actor"] = actor
        data["acquaintance"] = self
        data["reader"] = reader_of(actor, address, self._texts.locale(user.language_code))


def reader_of(actor: Actor | None, address: str, fallback: str) -> Reader:
    if actor is None:
        return Reader(fallback, "vy", address)
    return Reader(actor.locale, actor.tone, address)
