"""The way back from every screen of a curator: to the desk of the programme it belongs to."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.screens import hands, start_id
from bot.dialogs.states import Menu, Programme
from bot.domain.access import May
from bot.texts import L


def programme_of(manager: DialogManager) -> UUID:
    return start_id(manager, "programme_id")


async def open_desk(manager: DialogManager, programme_id: UUID) -> None:
    await manager.start(
        Programme.home,
        {"programme_id": str(programme_id)},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.EDIT,
    )


async def _to_desk(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    if hands(manager).actor.may(May.READ_DIGEST):
        await open_desk(manager, programme_of(manager))
    else:  # of the team, and without a desk of their own
        await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


def desk_button(when: WhenCondition = None) -> Button:
    """A letter may have opened the screen: the desk is started anew, whatever lies beneath."""
    return Button(L("button-back"), id="desk", on_click=_to_desk, when=when)
