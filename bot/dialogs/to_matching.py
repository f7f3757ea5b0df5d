"""The way back from what stands beside matching, whatever led there."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.desk import programme_of
from bot.dialogs.states import Matching
from bot.texts import L


async def _to_matching(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    await manager.start(
        Matching.proposals,
        {"programme_id": str(programme_of(manager))},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.EDIT,
    )


def matching_button() -> Button:
    return Button(L("button-back"), id="back", on_click=_to_matching)
