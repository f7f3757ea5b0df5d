"""From a card back to what was found, to the card from its history, and the buttons for both."""

from typing import Any
from uuid import UUID

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.desk.desk_states import Desk, Past
from bot.dialogs.parts.screens import begun_with
from bot.dialogs.parts.subjects import shown_id
from bot.dialogs.states import Bases, Pairs
from bot.texts import L

SOUGHT = "sought"  # what was typed, when a search led here
PAIR, PERSON = "pair_id", "participation_id"
CARDS: dict[str, State] = {PAIR: Pairs.card, PERSON: Bases.card}


async def open_with(manager: DialogManager, state: State, **about: str) -> None:
    """A screen about the same as this one; what was sought goes along."""
    begun = begun_with(manager)
    kept = {name: str(begun[name]) for name in ("programme_id", SOUGHT) if name in begun}
    await manager.start(
        state, {**kept, **about}, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
    )


async def to_card(manager: DialogManager, name: str, id_: UUID, **about: str) -> None:
    await open_with(manager, CARDS[name], **{name: str(id_)}, **about)


async def back_to_found(manager: DialogManager) -> bool:
    """Whether a search had led here, and its finds are on the screen again."""
    begun = begun_with(manager)
    if SOUGHT not in begun or "programme_id" not in begun:
        return False
    await open_with(manager, Desk.found)
    return True


def back_from_card(to: State) -> Button:
    """To what was found, or else to the list of the same dialog."""

    async def back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        if not await back_to_found(manager):
            await manager.switch_to(to)

    return Button(L("button-back"), id="list", on_click=back)


def past_button(name: str, when: WhenCondition = None) -> Button:
    """From a card to its history and the notes of the team."""
    state = Past.pair if name == PAIR else Past.person

    async def go(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
        await open_with(manager, state, **{name: str(shown_id(manager, name))})

    return Button(L("past-open"), id="past", on_click=go, when=when)
