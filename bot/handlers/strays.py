"""What nothing else understood: words out of place, forgotten buttons, blocking and coming back."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.middlewares.acquaintance import MESSENGER, Reader
from bot.middlewares.policies import EVERYBODY, FLAG, Gate
from bot.storage.database import Database
from bot.texts import Texts
from bot.usecases import people

_GONE = ("kicked", "left")


async def words(
    message: Message, dialog_manager: DialogManager, texts: Texts, reader: Reader, **data: Any
) -> None:
    """Say what can be done here, and show the open screen again below."""
    if data.get("actor") is None:
        await message.answer(texts.say(reader.locale, reader.tone, "stranger"))
        return
    await message.answer(texts.say(reader.locale, reader.tone, "not-understood"))
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.DELETE_AND_SEND)


async def button(query: CallbackQuery, texts: Texts, reader: Reader) -> None:
    await query.answer(texts.label(reader.locale, reader.tone, "old-screen"), show_alert=True)


async def comes_or_goes(event: ChatMemberUpdated, db: Database) -> None:
    """The person blocked the bot, or came back: the curator can see it."""
    if event.chat.type == "private":
        reachable = event.new_chat_member.status not in _GONE
        address = str(event.from_user.id)
        await people.heard_from(db, messenger=MESSENGER, address=address, reachable=reachable)


def router() -> Router:
    """Included last: everybody else has had their turn."""
    router = Router(name=__name__)
    router.message.register(words, flags={FLAG: EVERYBODY})
    router.callback_query.register(button, flags={FLAG: EVERYBODY})
    router.my_chat_member.register(comes_or_goes, flags={FLAG: EVERYBODY})
    for observer in (router.message, router.callback_query, router.my_chat_member):
        observer.middleware(Gate())
    return router
