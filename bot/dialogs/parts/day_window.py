"""A window that asks for a day: likely days as buttons, any other from a calendar or typed.

Its getter says `today`, `likely` days, the span of the calendar (`earliest`, `latest`, `opens_at`)
and `after`: the first day that would make sense, to read "13 March" by; None when all do.
"""

from collections.abc import Awaitable, Callable, Iterable
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.month_grid import MonthGrid, day_of
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.typed import typed
from bot.dialogs.parts.typed_days import typed_day
from bot.domain.errors import Gone
from bot.domain.spoken import Day
from bot.texts import L, T

CALENDAR = "calendar"  # the month is on the screen
Chosen = Callable[[DialogManager, date], Awaitable[None]]
PREVIEW: dict[str, Any] = {
    "likely": [{"id": "2026-09-01", "label": "1 September"}],
    "calendar": True,
    "no_calendar": True,
    "earliest": date(2025, 11, 21),
    "latest": date(2028, 11, 21),
    "opens_at": date(2026, 9, 1),
    "starts": "1 September",
}


def likely_days(manager: DialogManager, days: Iterable[date], today: date) -> dict[str, Any]:
    """The buttons, and whether the month is open; for the getter of a window."""
    hand, open_ = hands(manager), bool(manager.dialog_data.get(CALENDAR))
    return {
        "today": today,
        "likely": [
            {
                "id": day.isoformat(),
                "label": worded(
                    hand, "new-programme-day", today=day == today, day=Day(day, today)
                ),
            }
            for day in days
        ],
        "calendar": open_,
        "no_calendar": not open_,
    }


async def on_calendar(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data[CALENDAR] = True


async def on_leave(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data[CALENDAR] = False


def day_window(
    text: T,
    *above: Any,
    state: State,
    back: State | None = None,
    grid: str,
    getter: Callable[..., Awaitable[dict[str, Any]]],
    chosen: Chosen,
    preview: dict[str, Any] = PREVIEW,
) -> Window:
    """`above`: buttons before the likely days."""

    async def take(manager: DialogManager, day: date) -> None:
        manager.dialog_data[CALENDAR] = False
        await chosen(manager, day)

    async def on_likely(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
        await take(manager, day_of(item))

    async def on_day(_: CallbackQuery, __: Any, manager: DialogManager, day: date) -> None:
        await take(manager, day)

    async def on_typed(manager: DialogManager, raw: str) -> None:
        hand, asked = hands(manager), await getter(dialog_manager=manager)
        day = typed_day(
            raw,
            locale=hand.reader.locale,
            today=asked["today"],
            words=hand.lexicon.days,
            earliest=asked.get("after"),
        )
        await take(manager, day)

    return Window(
        text,
        *above,
        Column(
            Select(
                Format("{item[label]}"),
                id="likely",
                item_id_getter=itemgetter("id"),
                items="likely",
                on_click=on_likely,
            )
        ),
        Button(L("new-programme-other-day"), id="other", on_click=on_calendar, when="no_calendar"),
        MonthGrid(id=grid, on_click=on_day, when="calendar"),
        typed(on_typed),
        *(
            [SwitchTo(L("button-back"), id="back", state=back, on_click=on_leave)]
            if back is not None
            else []
        ),
        menu_button(),
        state=state,
        getter=getter,
        preview_data=preview,
    )


def keep_day(manager: DialogManager, day: date) -> None:
    manager.dialog_data["day"] = day.isoformat()


def kept_day(manager: DialogManager) -> date:
    """Chosen on the screen before. Raises `Gone`."""
    if "day" not in manager.dialog_data:
        raise Gone
    return date.fromisoformat(manager.dialog_data["day"])


def coming_days(
    manager: DialogManager, today: date, *, spans: Iterable[int], furthest: int
) -> dict[str, Any]:
    """Of a window for something ahead: likely in so many days, possible up to `furthest`."""
    days = [today + timedelta(days=span) for span in spans]
    return {
        **likely_days(manager, days, today),
        "earliest": today,
        "latest": today + timedelta(days=furthest),
        "opens_at": days[0],
        "after": today,
    }
