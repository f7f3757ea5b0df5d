"""A link for somebody else: a message to forward, or a picture to scan.

A second press within a moment is no second wish: the message is there already.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager

from bot.dialogs.screens import hands
from bot.reports.drawing import draw_qr
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


async def send_link(
    manager: DialogManager, key: str, token: str, words: Mapping[str, Any]
) -> None:
    """The text `key` with the link in it, as a message of its own."""
    hand, bot = hands(manager), _bot(manager)
    facts = {**words, "link": await deep_link(bot, token)}
    text = hand.texts.say(hand.reader.locale, hand.reader.tone, key, facts)
    await bot.send_message(int(hand.reader.address), text)


async def send_qr(manager: DialogManager, key: str, token: str, words: Mapping[str, Any]) -> None:
    """The link as a picture, with the text `key` below it."""
    hand, bot = hands(manager), _bot(manager)
    worker: Worker = manager.middleware_data["worker"]
    picture = await worker.run(draw_qr, await deep_link(bot, token))
    await bot.send_photo(
        int(hand.reader.address),
        BufferedInputFile(picture, "qr.png"),
        caption=hand.texts.say(hand.reader.locale, hand.reader.tone, key, words),
    )


def _bot(manager: DialogManager) -> Bot:
    bot = manager.middleware_data["bot"]
    assert isinstance(bot, Bot)
    return bot


async def deep_link(bot: Bot, token: str) -> str:
    return f"https://t.me/{(await bot.me()).username}?start={token}"
