"""Between us and the Bot API: messages wait for their turn, refusals are obeyed, nothing is lost.

A reply to a person is tried again here; a letter is not: its row knows when to try again.
"""

import asyncio
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    Response,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiohttp import ClientConnectorError

from bot.messenger.json_session import SendLetter
from bot.messenger.limits import Pacer, Urgency, urgency

PACED = (
    SendLetter,
    SendMessage,
    SendPhoto,
    SendDocument,
    EditMessageText,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
)
# pydantic forgets a parametrised model that nobody holds, and makes it anew: 15 ms of the next call
_KEPT = [
    Response[method.__returning__]  # type: ignore[name-defined]  # found when it runs
    for method in (*PACED, AnswerCallbackQuery)
]
MOST_TRIES = 8
_AGAIN_AFTER = 0.5  # seconds, doubled each time


def surely_not_sent(error: BaseException) -> bool:
    """Whether a network failure happened before anything could have reached the messenger."""
    return isinstance(error, TelegramNetworkError) and isinstance(
        error.__cause__, ClientConnectorError
    )


def _not_sent(error: BaseException) -> bool:
    """Refused with an error of the server's own, or never arrived."""
    return isinstance(error, TelegramServerError) or surely_not_sent(error)


class Courtesy(BaseRequestMiddleware):
    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        how = urgency.get()
        chat = str(cast(Any, method).chat_id) if isinstance(method, PACED) else None
        pause = _AGAIN_AFTER
        for attempt in range(1, MOST_TRIES + 1):
            if chat is not None and how is Urgency.REPLY:  # a letter has had its turn before
                await self._pacer.turn(chat, how)
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                self._pacer.refused(chat or "", error.retry_after)
                if how is Urgency.LETTER or attempt == MOST_TRIES:
                    raise
                if chat is None:
                    await asyncio.sleep(error.retry_after)
            except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as error:
                again = _not_sent(error) or not isinstance(
                    method, SendMessage | SendPhoto | SendDocument
                )
                if how is Urgency.LETTER or attempt == MOST_TRIES or not again:
                    raise
                if isinstance(method, AnswerCallbackQuery) and attempt > 1:
                    raise  # its query soon grows too old: the press itself is served anyhow
                await asyncio.sleep(pause)
                pause = min(pause * 2, 8.0)
        raise AssertionError("the last try returns or raises")
