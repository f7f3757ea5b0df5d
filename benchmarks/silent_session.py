"""A messenger that answers at once and in the process: only the bot's own work is measured."""

from collections.abc import AsyncGenerator
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, InlineKeyboardMarkup, Message

from benchmarks.updates import DATE


class SilentSession(BaseSession):
    """Remembers what each chat sees now: the message's id and its buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0
        self._newest = 1000
        self._screens: dict[int, tuple[int, InlineKeyboardMarkup | None]] = {}

    def screen(self, chat: int) -> tuple[int, list[str]]:
        """The id of the chat's message, and the data of its buttons."""
        message_id, markup = self._screens[chat]
        rows = markup.inline_keyboard if markup else []
        return message_id, [b.callback_data for row in rows for b in row if b.callback_data]

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        self.calls += 1
        answer: Any = True
        if isinstance(method, SendMessage | EditMessageText):
            assert isinstance(method.chat_id, int)
            message_id = getattr(method, "message_id", None)
            if message_id is None:
                self._newest += 1
                message_id = self._newest
            markup = method.reply_markup
            keyboard = markup if isinstance(markup, InlineKeyboardMarkup) else None
            self._screens[method.chat_id] = message_id, keyboard
            answer = Message(
                message_id=message_id,
                date=DATE,
                chat=Chat(id=method.chat_id, type="private"),
                text=method.text,
                reply_markup=keyboard,
            )
        return answer  # type: ignore[no-any-return]  # each method has its own type

    def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        raise AssertionError("nothing is downloaded here")

    async def close(self) -> None:
        """Nothing was opened."""
