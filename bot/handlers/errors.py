"""One place for what goes wrong: a refusal is said in the person's language, else it is our bug."""

from typing import Any

import structlog
from aiogram import Router
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, ErrorEvent, MaybeInaccessibleMessageUnion, Message, Update
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState

from bot.dialogs.parts.screens import open_anew
from bot.dialogs.states import Menu
from bot.domain.access import Actor
from bot.domain.errors import Gone, NotAllowed, Refusal
from bot.middlewares.acquaintance import Reader
from bot.storage.turns import AlreadyApplied
from bot.texts import Texts

log = structlog.get_logger(__name__)
ALERT_LIMIT = 190


async def say_refusal(
    event: ErrorEvent, texts: Texts, reader: Reader, dialog_manager: DialogManager, **data: Any
) -> None:
    """The dialog stays where it was; below what was typed and refused its screen comes again."""
    refusal = event.exception
    assert isinstance(refusal, Refusal)
    log.info("refused", key=refusal.key)
    speak = texts.label if event.update.callback_query else texts.say
    text = speak(reader.locale, reader.tone, refusal.key, refusal.args_for_text)
    await _answer(event, text)
    if _typed(event.update) and not isinstance(refusal, NotAllowed):
        await _show_below(dialog_manager, data.get("actor"))


def _typed(update: Update) -> bool:
    """Words or a file for the screen that is open; a command leads elsewhere anyway."""
    message = update.message
    return message is not None and not (message.text or "").startswith("/")


async def _show_below(manager: DialogManager, actor: Actor | None) -> None:
    if not manager.has_context():
        return
    try:
        await manager.show(ShowMode.SEND)
    except Refusal:  # there is nothing to be seen any more either
        await _menu(manager, actor)


async def say_gone(
    event: ErrorEvent, texts: Texts, reader: Reader, dialog_manager: DialogManager, **data: Any
) -> None:
    """What the screen was about is no more: say so, and lead to the menu."""
    key = Gone.key
    speak = texts.label if event.update.callback_query else texts.say
    await _answer(event, speak(reader.locale, reader.tone, key))
    await _menu(dialog_manager, data.get("actor"))


async def old_screen(
    event: ErrorEvent, texts: Texts, reader: Reader, dialog_manager: DialogManager, **data: Any
) -> None:
    """A button of a screen that has been left long ago; a second press on this one is no news."""
    query = event.update.callback_query
    if query is not None and query.message is not None and _is_open(query.message, dialog_manager):
        await query.answer()
        return
    await _answer(event, texts.label(reader.locale, reader.tone, "old-screen"))
    if query is not None and isinstance(query.message, Message):
        try:
            await query.message.edit_reply_markup(reply_markup=None)
        except TelegramBadRequest:
            log.info("old screen without buttons")
    await _menu(dialog_manager, data.get("actor"))


def _is_open(message: MaybeInaccessibleMessageUnion, manager: DialogManager) -> bool:
    """Whether the open screen stands in this very message: it was redrawn since the press."""
    return manager.current_stack().last_message_id == message.message_id


async def draw_again(event: ErrorEvent, dialog_manager: DialogManager, **data: Any) -> None:
    """The update took effect before a crash: only the screen is owed.

    After words it comes below them, as ever: whether it did before the crash, nobody knows.
    """
    if dialog_manager.has_context():
        typed = event.update.message is not None
        await dialog_manager.show(ShowMode.SEND if typed else ShowMode.AUTO)
    else:
        await _menu(dialog_manager, data.get("actor"))


async def left(event: ErrorEvent) -> None:
    """The person has blocked the bot meanwhile: there is nobody to answer."""
    log.info("nobody to answer")


async def _menu(manager: DialogManager, actor: Actor | None) -> None:
    if actor is not None:
        await open_anew(manager, Menu.home)


async def _answer(event: ErrorEvent, text: str) -> None:
    query: CallbackQuery | None = event.update.callback_query
    message: Message | None = event.update.message
    if query is not None:
        await query.answer(text[:ALERT_LIMIT], show_alert=True)
    elif message is not None:
        await message.answer(text)


def router() -> Router:
    router = Router(name=__name__)
    router.error.register(draw_again, ExceptionTypeFilter(AlreadyApplied))
    router.error.register(say_gone, ExceptionTypeFilter(Gone))
    router.error.register(say_refusal, ExceptionTypeFilter(Refusal))
    router.error.register(
        old_screen, ExceptionTypeFilter(UnknownIntent, OutdatedIntent, UnknownState)
    )
    router.error.register(left, ExceptionTypeFilter(TelegramForbiddenError))
    return router
