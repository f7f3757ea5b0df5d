"""A switchboard with a small dispatcher behind it, whose one handler counts what it did."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Message, Update

from bot.messenger.isolation import Isolation
from bot.messenger.switchboard import Switchboard, arrived_of
from bot.storage.conversations import Conversations
from bot.storage.database import Database
from bot.storage.inbox import Inbox

BOT = "42:" + "x" * 35


def message(update_id: int, text: str, *, chat: int = 1) -> dict[str, Any]:
    """An update as the messenger sends it."""
    person = {"id": chat, "is_bot": False, "first_name": "Ann"}
    place = {"id": chat, "type": "private", "first_name": "Ann"}
    body = {"message_id": update_id, "date": 1, "chat": place, "from": person, "text": text}
    return {"update_id": update_id, "message": body}


class Board:
    def __init__(self, db: Database, inbox: Inbox) -> None:
        self.db, self.inbox = db, inbox
        self.done: dict[int, list[str]] = defaultdict(list)  # what took effect, by chat
        self.begun: list[str] = []
        self.reported: list[str] = []
        self.apologies: list[int] = []
        self.before: Callable[[Message], Awaitable[None]] | None = None
        dispatcher = Dispatcher(
            storage=(conversations := Conversations(db)), events_isolation=Isolation()
        )
        dispatcher.message.register(self._handle)
        self.switchboard = Switchboard(
            bot=Bot(BOT),
            dispatcher=dispatcher,
            inbox=self.inbox,
            conversations=conversations,
            report=self._report,
            apologise=self._apologise,
        )

    async def _handle(self, message: Message) -> None:
        assert message.text is not None
        self.begun.append(message.text)
        if self.before is not None:
            await self.before(message)
        async with self.db.transaction():
            pass
        self.done[message.chat.id].append(message.text)

    async def _report(self, fingerprint: str) -> None:
        self.reported.append(fingerprint)

    async def _apologise(self, update: Update) -> None:
        assert update.message is not None
        self.apologies.append(update.message.chat.id)

    async def takes(self, *raw: dict[str, Any]) -> None:
        """Stored and handed on, as the receiver does."""
        self.switchboard.accept(await self.inbox.keep([arrived_of(one) for one in raw]))

    async def settled(self, seconds: float = 20) -> None:
        async with asyncio.timeout(seconds):
            await self.switchboard.settled()

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """The switchboard serves for the length of the block, and ends as at a graceful stop."""
        serving = asyncio.ensure_future(self.switchboard.run())
        try:
            yield
        finally:
            self.switchboard.stop()
            async with asyncio.timeout(10):
                await serving
