"""Everybody chooses when to be reminded of meetings: the day before, an hour before, or not."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.pairs.meeting_states import Reminders
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Meeting
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import reminding
from bot.usecases.pairs.reminding import DAY_BEFORE_HOURS, ReminderChoice

NEVER = "never"


async def _chosen(manager: DialogManager) -> ReminderChoice:
    db, actor, *_rest = hands(manager)
    return await reminding.chosen(db, actor)


async def _choose(manager: DialogManager, choice: ReminderChoice) -> None:
    db, actor, *_rest = hands(manager)
    await reminding.choose(db, actor, choice=choice)


async def get_choice(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, now = hands(dialog_manager), await _chosen(dialog_manager)
    known = [(str(hour), hour) for hour in DAY_BEFORE_HOURS] + [(NEVER, None)]
    data = dialog_manager.start_data
    return {
        "hours": [
            button(
                code,
                worded(
                    hand,
                    "reminders-never" if hour is None else "reminders-day-before",
                    hour=f"{hour}:00",
                    chosen=hour == now.day_before_hour,
                ),
            )
            for code, hour in known
        ],
        "soon": now.hour_before,
        "from_meeting": isinstance(data, dict) and "meeting_id" in data,
    }


async def _hour(_: CallbackQuery, __: Any, manager: DialogManager, code: str) -> None:
    hours = {str(hour): hour for hour in DAY_BEFORE_HOURS}
    if code != NEVER and code not in hours:
        raise Gone
    now = await _chosen(manager)
    await _choose(manager, replace(now, day_before_hour=hours.get(code)))


async def _soon(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    now = await _chosen(manager)
    await _choose(manager, replace(now, hour_before=not now.hour_before))


async def _back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    data = manager.start_data
    assert isinstance(data, dict)
    await manager.start(
        Meeting.card, {"meeting_id": data["meeting_id"]}, mode=StartMode.RESET_STACK
    )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.CONFIRM_MEETING),
        Window(
            T("reminders-title"),
            Grid("h", "hours", _hour),
            Button(L("reminders-soon", chosen="soon"), id="soon", on_click=_soon),
            Button(L("button-back"), id="back", on_click=_back, when="from_meeting"),
            menu_button(),
            only_buttons(),
            state=Reminders.choose,
            getter=get_choice,
        ),
    )
