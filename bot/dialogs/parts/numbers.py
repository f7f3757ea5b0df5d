"""A window that asks for a few numbers of people, one after the other; each is saved at once.

What is known stands above; a number may be skipped, and all of them.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Line, Lines
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.typed import typed
from bot.domain.errors import NumberOutOfRange
from bot.texts import L, T
from bot.usecases.programme.programme_settings import MOST

Load = Callable[[DialogManager], Awaitable[dict[str, int]]]
Save = Callable[[DialogManager, dict[str, int]], Awaitable[None]]
Done = Callable[[DialogManager], Awaitable[None]]
_THOUSANDS = re.compile(r"(?<=\d)[\s\N{NO-BREAK SPACE}](?=\d{3}(?!\d))")


def number_of(manager: DialogManager, raw: str) -> int:
    """A number of people as typed: 1200, "1 200", "twelve". Raises `NumberOutOfRange`."""
    found = hands(manager).lexicon.number(_THOUSANDS.sub("", raw.strip()))
    if found is None or found != int(found) or not 0 <= found <= MOST:
        raise NumberOutOfRange(least=0, most=MOST)
    return int(found)


def known_lines(keys: Sequence[str], known: Mapping[str, int]) -> list[Line]:
    return [Line(f"numbers-has-{key}", {"n": known[key]}) for key in keys if key in known]


def numbers_window(
    title: T,
    *,
    keys: Sequence[str],
    state: State,
    load: Load,
    save: Save,
    done: Done,
    back: Done,
    later: Done | None = None,
) -> Window:
    """Texts: "numbers-has-<key>" for what is known, "numbers-ask-<key>".

    `later`: where a button leads by which all that is left is put off.
    """
    place = "asked"

    def asked(manager: DialogManager) -> int:
        return min(int(manager.dialog_data.get(place, 0)), len(keys) - 1)

    async def get(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        known = await load(dialog_manager)
        return {
            "known": known_lines(keys, known),
            "asked": keys[asked(dialog_manager)],
            "number": asked(dialog_manager) + 1,
            "of": len(keys),
        }

    async def on_number(manager: DialogManager, raw: str) -> None:
        n, known = number_of(manager, raw), await load(manager)
        await save(manager, {**known, keys[asked(manager)]: n})
        await go_on(manager)

    async def go_on(manager: DialogManager) -> None:
        following = asked(manager) + 1
        if following < len(keys):
            manager.dialog_data[place] = following
        else:
            manager.dialog_data.pop(place, None)
            await done(manager)

    async def on_skip(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await go_on(manager)

    async def on_later(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        assert later is not None
        await later(manager)

    async def on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        if asked(manager):
            manager.dialog_data[place] = asked(manager) - 1
        else:
            await back(manager)

    return Window(
        Multi(
            title,
            Lines("known", when="known"),
            T("numbers-ask-{asked}", number="number", of="of"),
        ),
        typed(on_number),
        Button(L("numbers-skip"), id="skip", on_click=on_skip),
        *([Button(L("set-up-later"), id="later", on_click=on_later)] if later else []),
        Button(L("button-back"), id="back", on_click=on_back),
        menu_button(),
        state=state,
        getter=get,
    )
