"""Before a consent is taken back: the question that says what then ends."""

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Text

from bot.dialogs.parts.typed import only_buttons
from bot.texts import L


def sure_window(head: Text, *, state: State, keep: State, on_yes: Any, getter: Any) -> Window:
    """`keep`: the screen of who thought better of it."""
    return Window(
        head,
        Row(
            SwitchTo(L("privacy-keep"), id="keep", state=keep),
            Button(L("privacy-withdraw-yes"), id="yes", on_click=on_yes),
        ),
        only_buttons(),
        state=state,
        getter=getter,
    )
