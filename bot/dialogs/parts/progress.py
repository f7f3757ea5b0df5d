"""Long work behind a button: the screen says how far it is, and the work never waits for it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.dialogs.parts.questions import bar
from bot.dialogs.parts.screens import hands

EVERY = 1.0  # seconds between two words about the progress
Note = Callable[[int], None]
T = TypeVar("T")


async def with_progress(
    manager: DialogManager,
    callback: CallbackQuery,
    key: str,
    total: int,
    work: Callable[[Note], Awaitable[T]],
) -> T:
    """What `work` returns or raises; meanwhile the pressed screen shows the text `key`."""
    done = 0

    def note(so_far: int) -> None:
        nonlocal done
        done = so_far

    async def tell() -> None:
        hand, message, shown = hands(manager), callback.message, ""
        while isinstance(message, Message):
            words = {"done": done, "total": total, "bar": bar(done, max(total, 1))}
            text = hand.texts.say(hand.reader.locale, hand.reader.tone, key, words)
            try:
                if text != shown:
                    await message.edit_text(text)
            except TelegramBadRequest:
                return  # the screen is gone: the result comes anyway
            shown = text
            await asyncio.sleep(EVERY)

    result: list[T] = []
    failure: Exception | None = None
    async with asyncio.TaskGroup() as together:
        telling = together.create_task(tell())
        try:
            result.append(await work(note))
        except Exception as error:  # noqa: BLE001  # a group would wrap it: raised below as it is
            failure = error
        finally:
            telling.cancel()
    if failure is not None:
        raise failure
    return result[0]
