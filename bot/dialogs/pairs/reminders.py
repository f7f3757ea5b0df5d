"""Everybody chooses when to be reminded of meetings: the day before, an hour before, or not.

Where the bot has a public address, also a calendar of one's own that keeps itself up to date.
"""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.meeting_states import Reminders
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Meeting
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import feeds, reminding
from bot.usecases.pairs.reminding import DAY_BEFORE_HOURS, ReminderChoice

NEVER = "never"
_TOKEN = "feed"


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
        "public": _public(dialog_manager) is not None,
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
            SwitchTo(L("feed-open"), id="feed", state=Reminders.feed, when="public"),
            Button(L("button-back"), id="back", on_click=_back, when="from_meeting"),
            menu_button(),
            only_buttons(),
            state=Reminders.choose,
            getter=get_choice,
        ),
        Window(
            Multi(
                T("feed-about"),
                T("feed-address", when="address", address="address"),
                T("feed-there-is", when="kept"),
                sep="\n\n",
            ),
            Button(L("feed-make", again="again"), id="make", on_click=_make, when="public"),
            Button(L("feed-take-back"), id="off", on_click=_take_back, when="again"),
            SwitchTo(L("button-back"), id="back", state=Reminders.choose, on_click=_forget),
            menu_button(),
            only_buttons(),
            state=Reminders.feed,
            getter=get_feed,
        ),
    )


def _public(manager: DialogManager) -> str | None:
    """None while the bot polls: then nobody could read a calendar from it."""
    found: str | None = manager.middleware_data.get("public_address")
    return found


async def get_feed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    db, actor, *_rest = hands(dialog_manager)
    public = _public(dialog_manager)
    token = dialog_manager.dialog_data.get(_TOKEN)
    again = await feeds.known(db, actor)
    return {
        "public": public is not None,
        "address": feeds.address(public, token) if public and token and again else None,
        "again": again,
        "kept": again and not token,
    }


async def _make(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if _public(manager) is None:
        raise Gone
    db, actor, *_rest = hands(manager)
    manager.dialog_data[_TOKEN] = await feeds.make(db, actor)


async def _take_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    db, actor, *_rest = hands(manager)
    await feeds.take_back(db, actor)
    await _forget(_, __, manager)


async def _forget(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The address is shown once and kept nowhere."""
    manager.dialog_data.pop(_TOKEN, None)
