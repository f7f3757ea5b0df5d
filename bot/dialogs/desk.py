"""The way back from every screen of a curator: to the desk of the programme it belongs to."""

from typing import Any
from uuid import UUID

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.screens import hands, start_id
from bot.dialogs.states import Programme
from bot.domain.access import May
from bot.texts import L
from bot.usecases import programmes


def programme_of(manager: DialogManager) -> UUID:
    return start_id(manager, "programme_id")


async def rights_here(manager: DialogManager) -> frozenset[May]:
    """What the reader may do in the programme on the screen, whatever they are elsewhere."""
    hand = hands(manager)
    return await programmes.rights(
        hand.db, hand.actor, programme_id=programme_of(manager)
    )


async def open_desk(manager: DialogManager, programme_id: UUID) -> None:
    await manager.start(
        Programme.home,
        {"programme_id": str(programme_id)},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.EDIT,
    )


async def _to_desk(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    await open_desk(manager, programme_of(manager))


def back_to(state: State) -> Button:
    """To a screen of the programme, started anew: whatever lies beneath may be anything."""

    async def go(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
        await go_back(manager, state)

    return Button(L("button-back"), id="back", on_click=go)


async def go_back(manager: DialogManager, state: State) -> None:
    about = {"programme_id": str(programme_of(manager))}
    await manager.start(state, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


def desk_button(when: WhenCondition = None) -> Button:
    """A letter may have opened the screen: the desk is started anew, whatever lies beneath."""
    return Button(L("button-back"), id="desk", on_click=_to_desk, when=when)
