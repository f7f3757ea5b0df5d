"""What stands beside matching: wishes of the general meeting, and a word to those who wait."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.desk import programme_of
from bot.dialogs.proposal_states import GeneralMeeting, NextRound
from bot.texts import L


def wishes_button() -> Button:
    return Button(L("meeting-wishes-go"), id="wishes", on_click=_opens(GeneralMeeting.home))


def round_button(when: WhenCondition = None) -> Button:
    return Button(L("next-round-go"), id="round", on_click=_opens(NextRound.tell), when=when)


def _opens(state: State) -> Any:
    async def press(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await manager.start(
            state,
            {"programme_id": str(programme_of(manager))},
            mode=StartMode.RESET_STACK,
            show_mode=ShowMode.EDIT,
        )

    return press
