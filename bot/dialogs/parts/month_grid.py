"""A calendar of one month to choose a day from, in the reader's language and with the bot's clock.

The window's data has `earliest` and `latest` (dates), and `opens_at`: the month shown first.
"""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Keyboard
from babel.dates import format_date, get_day_names

from bot.domain.errors import Gone

OnDay = Callable[[CallbackQuery, Any, DialogManager, date], Awaitable[None]]
_NOTHING = "-"
_BLANK = "\N{MIDDLE DOT}"


class MonthGrid(Keyboard):
    def __init__(self, *, id: str, on_click: OnDay, when: WhenCondition = None) -> None:
        super().__init__(id=id, when=when)
        self._on_click = on_click

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        locale: str = manager.middleware_data["reader"].locale
        earliest, latest = data["earliest"], data["latest"]
        kept = self.get_widget_data(manager, {}).get("month")
        month = (date.fromisoformat(kept) if kept else data["opens_at"]).replace(day=1)
        month = min(max(month, earliest.replace(day=1)), latest)
        names = get_day_names("short", "stand-alone", locale)
        rows: RawKeyboard = [[self._button(names[weekday], _NOTHING) for weekday in range(7)]]
        monday = month - timedelta(days=month.weekday())
        while monday < _next(month):
            week = [monday + timedelta(days=n) for n in range(7)]
            rows.append([self._day(day, month, earliest, latest) for day in week])
            monday += timedelta(days=7)
        before, after = month - timedelta(days=1), _next(month)
        rows.append(
            [
                self._turn("‹", before) if before >= earliest else self._blank(),
                self._button(format_date(month, "LLLL y", locale).capitalize(), _NOTHING),
                self._turn("›", after) if after <= latest else self._blank(),
            ]
        )
        return rows

    def _day(self, day: date, month: date, earliest: date, latest: date) -> InlineKeyboardButton:
        if day.month != month.month or not earliest <= day <= latest:
            return self._blank()
        return self._button(str(day.day), day.isoformat())

    def _turn(self, sign: str, month: date) -> InlineKeyboardButton:
        return self._button(sign, f"m{month.replace(day=1).isoformat()}")

    def _blank(self) -> InlineKeyboardButton:
        return self._button(_BLANK, _NOTHING)

    def _button(self, text: str, item: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=text, callback_data=self._item_callback_data(item))

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data == _NOTHING:
            return True
        if data.startswith("m"):
            self.get_widget_data(manager, {})["month"] = day_of(data[1:]).isoformat()
            return True
        await self._on_click(callback, self, manager, day_of(data))
        return True


def day_of(raw: str) -> date:
    """The day a button carries. Raises `Gone` for anything that we did not make."""
    try:
        return date.fromisoformat(raw)
    except ValueError as error:
        raise Gone from error


def _next(month: date) -> date:
    """The first day of the month after."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)
