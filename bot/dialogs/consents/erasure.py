"""Deleting everything about oneself or a child: said what goes and what stays, asked twice."""

from typing import Any
from uuid import UUID

from aiogram import Bot
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.dialogs.parts.lines import named
from bot.dialogs.parts.screens import Screens, back_button, begun_with, hands, introduce_again
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Erasure, Menu
from bot.middlewares.policies import ACQUAINTED
from bot.texts import L, T
from bot.usecases.consents import erasure, privacy


def dialog() -> Screens:
    return Screens(
        ACQUAINTED,
        Window(
            T("erasure-ask-{whose}", name="name", wards="wards"),
            back_button(),
            SwitchTo(L("erasure-go-on"), id="on", state=Erasure.sure),
            only_buttons(),
            state=Erasure.ask,
            getter=whose,
        ),
        Window(
            T("erasure-sure-{whose}", name="name"),
            back_button(),
            Button(L("erasure-yes"), id="yes", on_click=_erase),
            only_buttons(),
            state=Erasure.sure,
            getter=whose,
        ),
    )


def _of(manager: DialogManager) -> UUID | None:
    data = begun_with(manager)
    return UUID(str(data["of"])) if "of" in data else None


async def whose(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    seen = await privacy.known(at_hand.db, at_hand.actor, of=_of(dialog_manager))
    return {
        "whose": "own" if _of(dialog_manager) is None else "ward",
        "name": named(at_hand, seen.name),
        "wards": len(seen.wards),
    }


async def _erase(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Of oneself nothing stays open in the chat either: the last word is a plain message."""
    at_hand, of = hands(manager), _of(manager)
    name = (await privacy.known(at_hand.db, at_hand.actor, of=of)).name
    await erasure.erase(at_hand.db, at_hand.actor, of=of)
    bot = manager.middleware_data["bot"]
    assert isinstance(bot, Bot)
    words = {"name": named(at_hand, name)}
    key = "erasure-done-own" if of is None else "erasure-done-ward"
    said = at_hand.texts.say(at_hand.reader.locale, at_hand.reader.tone, key, words)
    if of is None:
        await manager.reset_stack(remove_keyboard=True)
        await bot.send_message(int(at_hand.reader.address), said)
        return
    await bot.send_message(int(at_hand.reader.address), said)
    await introduce_again(manager)
    await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
