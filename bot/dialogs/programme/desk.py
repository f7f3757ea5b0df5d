"""The way back from every screen of a curator: to the desk of the programme it belongs to."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.parts.screens import hands, start_id
from bot.dialogs.states import Programme
from bot.domain.access import May
from bot.texts import L
from bot.usecases.programme import programmes


def programme_of(manager: DialogManager) -> UUID:
    return start_id(manager, "programme_id")


async def rights_here(manager: DialogManager) -> frozenset[May]:
    """What the reader may do in the programme on the screen, whatever they are elsewhere."""
    hand = hands(manager)
    return await programmes.rights(
        hand.db, hand.actor, programme_id=programme_of(manager)
    )


async def go_to(manager: DialogManager, state: State, programme_id: UUID | None = None) -> None:
    """A screen of the programme, started anew: a letter may have opened what lies beneath."""
    about = {"programme_id": str(programme_id or programme_of(manager))}
    await manager.start(state, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def open_desk(manager: DialogManager, programme_id: UUID) -> None:
    await go_to(manager, Programme.home, programme_id)


def leads_to(state: State) -> Callable[[CallbackQuery, Any, DialogManager], Awaitable[None]]:
    """What a button does that opens a screen of the programme on the screen."""

    async def go(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
        await go_to(manager, state)

    return go


def back_to(state: State) -> Button:
    return Button(L("button-back"), id="back", on_click=leads_to(state))


def desk_button(when: WhenCondition = None) -> Button:
    return Button(L("button-back"), id="desk", on_click=leads_to(Programme.home), when=when)
