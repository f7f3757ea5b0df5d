"""Lines of a message, and buttons, whose number is known only when they are drawn."""

from collections.abc import Callable, Coroutine, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

from aiogram.types import CallbackQuery, InlineKeyboardButton, KeyboardButton
from aiogram_dialog import DialogManager, DialogProtocol
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Keyboard
from aiogram_dialog.widgets.text import Text

from bot.dialogs.parts.screens import Hands
from bot.domain.errors import Gone
from bot.texts import Texts

LONGEST_LABEL = 60  # of a button; a phone cuts longer ones anyway
NOTHING: Mapping[str, Any] = MappingProxyType({})
Choose = Callable[[CallbackQuery, Any, DialogManager, str], Coroutine[Any, Any, None]]


class Line(NamedTuple):
    """A text by its key, with what fills it in."""

    key: str
    args: Mapping[str, Any] = NOTHING


class Lines(Text):
    """The lines a getter put under `field`: every value in them is escaped, as in any text."""

    def __init__(self, field: str, when: WhenCondition = None) -> None:
        super().__init__(when)
        self.field = field

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        texts: Texts = manager.middleware_data["texts"]
        reader = manager.middleware_data["reader"]
        return "\n".join(
            texts.say(reader.locale, reader.tone, key, args) for key, args in data[self.field]
        )


class Grid(Keyboard):
    """Buttons from the window's data, `columns` in a row: a number, or a field of the data.

    The field may also hold a tuple: how many buttons stand in each row.
    """

    def __init__(
        self,
        id: str,
        items: str,
        on_click: Choose,
        columns: int | str = 1,
        when: WhenCondition = None,
    ) -> None:
        super().__init__(id=id, when=when)
        self.items, self.on_click, self.columns = items, on_click, columns

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        buttons: list[InlineKeyboardButton | KeyboardButton] = [
            InlineKeyboardButton(
                text=item["label"], callback_data=self._item_callback_data(item["id"])
            )
            for item in data[self.items]
        ]
        width = data[self.columns] if isinstance(self.columns, str) else self.columns
        if isinstance(width, tuple):
            rest = iter(buttons)
            return [list(islice(rest, number)) for number in width]
        return [buttons[start : start + width] for start in range(0, len(buttons), width)]

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        await self.on_click(callback, self, manager, data)
        return True


def button(id_: str, label: str) -> dict[str, str]:
    """An entry of a `Grid`. A messenger refuses a button without a label."""
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return {"id": id_, "label": short.strip() or "—"}


def worded(at_hand: Hands, key: str, **args: Any) -> str:
    """A text as plain words for a button, in the reader's language."""
    return at_hand.texts.label(at_hand.reader.locale, at_hand.reader.tone, key, args)


def named(at_hand: Hands, name: str | None) -> str:
    """A name; words for somebody who has not been asked for it yet."""
    return name or worded(at_hand, "name-unknown")


def spoken(at_hand: Hands, value: Any) -> str:
    """A moment, a list or content of the profile in the reader's language."""
    return str(at_hand.texts.spoken(at_hand.reader.locale, at_hand.reader.tone, value))


def id_in(pressed: str) -> UUID:
    """The id a button carried: attacker input, so anything else is a thing that is not there."""
    try:
        return UUID(pressed)
    except ValueError:
        raise Gone from None
