"""A file or a picture put into the chat: the screen goes on below it.

A second press within a moment is no second wish: what was sent is there already.
"""

from datetime import datetime, timedelta

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager, ShowMode

from bot.dialogs.parts.screens import hands
from bot.reports.worker import Worker

MOMENT = timedelta(seconds=10)
_LATELY = "sent_lately"  # what was sent last, and when


def just_sent(manager: DialogManager, what: str) -> bool:
    known = manager.dialog_data.get(_LATELY)
    if known is None or known[0] != what:
        return False
    return hands(manager).db.clock() < datetime.fromisoformat(known[1]) + MOMENT


def note_sent(manager: DialogManager, what: str) -> None:
    manager.dialog_data[_LATELY] = [what, hands(manager).db.clock().isoformat()]


def worker_of(manager: DialogManager) -> Worker:
    worker = manager.middleware_data["worker"]
    assert isinstance(worker, Worker)
    return worker


def bot_of(manager: DialogManager) -> Bot:
    bot = manager.middleware_data["bot"]
    assert isinstance(bot, Bot)
    return bot


async def send_file(manager: DialogManager, name: str, content: bytes, caption: str) -> None:
    """`name` with its ending; `caption` as plain words."""
    await bot_of(manager).send_document(
        int(hands(manager).reader.address),
        BufferedInputFile(content, name),
        caption=caption,
        parse_mode=None,
    )
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def send_picture(
    manager: DialogManager, name: str, png: bytes, caption: str | None = None
) -> None:
    """As `send_file`, and seen without opening it."""
    await bot_of(manager).send_photo(
        int(hands(manager).reader.address),
        BufferedInputFile(png, name),
        caption=caption,
        parse_mode=None,
    )
    manager.show_mode = ShowMode.DELETE_AND_SEND
