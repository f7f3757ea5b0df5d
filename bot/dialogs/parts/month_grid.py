"""A calendar of one month to choose a day from, in the reader's language and with the bot's clock.

The window's data has `earliest` and `latest` (dates), and `opens_at`: the month shown first.
"""

from collections.abc import Awaitable, Callable, Iterator
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
NOTHING, TURN = "-", "m"  # of a button that is none; before the month that one turns to
_BLANK = "\N{MIDDLE DOT}"


class MonthGrid(Keyboard):
    def __init__(self, *, id: str, on_click: OnDay, when: WhenCondition = None) -> None:
        super().__init__(id=id, when=when)
        self._on_click = on_click

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        locale: str = manager.middleware_data["reader"].locale
        earliest, latest = data["earliest"], data["latest"]
        kept = self.get_widget_data(manager, {}).get("month")
        month = date.fromisoformat(kept) if kept else data["opens_at"]
        return [
            [self._button(label, value) for label, value in row]
            for row in month_rows(month, earliest, latest, locale)
        ]

    def _button(self, text: str, item: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=text, callback_data=self._item_callback_data(item))

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data == NOTHING:
            return True
        if data.startswith(TURN):
            self.get_widget_data(manager, {})["month"] = day_of(data[1:]).isoformat()
            return True
        await self._on_click(callback, self, manager, day_of(data))
        return True


def month_rows(
    around: date, earliest: date, latest: date, locale: str
) -> Iterator[list[tuple[str, str]]]:
    """Labels of a month with what each button stands for: a day, a `TURN` or `NOTHING`."""
    month = min(max(around.replace(day=1), earliest.replace(day=1)), latest).replace(day=1)
    names = get_day_names("short", "stand-alone", locale)
    yield [(names[weekday], NOTHING) for weekday in range(7)]
    monday = month - timedelta(days=month.weekday())
    while monday < _next(month):
        week = [monday + timedelta(days=n) for n in range(7)]
        yield [_day(day, month, earliest, latest) for day in week]
        monday += timedelta(days=7)
    before, after = month - timedelta(days=1), _next(month)
    yield [
        _turn("‹", before) if before >= earliest else (_BLANK, NOTHING),
        (format_date(month, "LLLL y", locale).capitalize(), NOTHING),
        _turn("›", after) if after <= latest else (_BLANK, NOTHING),
    ]


def _day(day: date, month: date, earliest: date, latest: date) -> tuple[str, str]:
    if day.month != month.month or not earliest <= day <= latest:
        return _BLANK, NOTHING
    return str(day.day), day.isoformat()


def _turn(sign: str, month: date) -> tuple[str, str]:
    return sign, f"{TURN}{month.replace(day=1).isoformat()}"


def day_of(raw: str) -> date:
    """The day a button carries. Raises `Gone` for anything that we did not make."""
    try:
        return date.fromisoformat(raw)
    except ValueError as error:
        raise Gone from error


def _next(month: date) -> date:
    """The first day of the month after."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)
