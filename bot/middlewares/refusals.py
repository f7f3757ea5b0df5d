"""After a refusal the dialog stays where it was: whatever the update had changed is forgotten.

It comes before the error handlers, so that they draw the screen as the person last saw it.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import ErrorEvent, TelegramObject

from bot.domain.errors import Refusal
from bot.storage.conversations import Conversations


class Unchanged(BaseMiddleware):
    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if isinstance(event, ErrorEvent) and isinstance(event.exception, Refusal):
            self._conversations.begin_again()
        return await handler(event, data)
