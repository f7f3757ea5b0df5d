"""The interview with a mentor: red flags to tick, a note, and what the interviewer thinks."""

import re
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.applications.to_card import back_to_card
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import hint, only_buttons, typed
from bot.dialogs.states import Interview
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.applications import selection
from bot.usecases.applications.selection import InterviewSheet

_FLAGS, _NOTE = "flags", "note"
_IN_A_ROW = 4


async def _sheet(manager: DialogManager) -> InterviewSheet:
    hand = hands(manager)
    return await selection.interview_sheet(
        hand.db,
        hand.actor,
        participation_id=start_id(manager, "participation_id"),
        profile=hand.profile,
    )


async def get_sheet(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, sheet = hands(dialog_manager), await _sheet(dialog_manager)
    ticked = dialog_manager.dialog_data.get(_FLAGS, ())
    note = dialog_manager.dialog_data.get(_NOTE)
    numbered = list(enumerate(sheet.flags, 1))
    return {
        "name": named(hand, sheet.name),
        "held": sheet.held,
        "lines": [
            Line(
                "interview-flag",
                {"number": number, "flag": flag.text, "ticked": flag.key in ticked},
            )
            for number, flag in numbered
        ],
        "buttons": [
            button(flag.key, f"{'☑' if flag.key in ticked else '☐'} {number}")
            for number, flag in numbered
        ],
        "chosen": [
            Line("selection-history-flag", {"flag": flag.text})
            for flag in sheet.flags
            if flag.key in ticked
        ],
        "ticked": sum(flag.key in ticked for flag in sheet.flags),
        "note": note or "",
        "noted": bool(note),
        "longest": selection.LONGEST_NOTE,
    }


def _toggle(manager: DialogManager, keys: list[str]) -> None:
    ticked = dict.fromkeys(manager.dialog_data.get(_FLAGS, ()))
    for key in keys:
        if key in ticked:
            del ticked[key]
        else:
            ticked[key] = None
    manager.dialog_data[_FLAGS] = list(ticked)


async def on_flag(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    if key not in {flag.key for flag in (await _sheet(manager)).flags}:
        raise Gone
    _toggle(manager, [key])


async def on_numbers(manager: DialogManager, raw: str) -> None:
    """Numbers of flags, typed: "1, 4, 7"."""
    flags = (await _sheet(manager)).flags
    numbers = [int(found) for found in re.findall(r"\d{1,3}", raw)]
    if not numbers or not all(1 <= number <= len(flags) for number in numbers):
        await hint(manager, "interview-type-numbers")
        return
    _toggle(manager, [flags[number - 1].key for number in dict.fromkeys(numbers)])


async def on_note(manager: DialogManager, words: str) -> None:
    manager.dialog_data[_NOTE] = selection.tidy_note(words)
    await manager.switch_to(Interview.result)


async def on_no_note(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(_NOTE, None)
    await manager.switch_to(Interview.result)


async def _record(manager: DialogManager, *, recommended: bool) -> None:
    hand, participation_id = hands(manager), start_id(manager, "participation_id")
    await selection.record_interview(
        hand.db,
        hand.actor,
        participation_id=participation_id,
        recommended=recommended,
        flags=manager.dialog_data.get(_FLAGS, ()),
        note=manager.dialog_data.get(_NOTE),
        profile=hand.profile,
    )
    await back_to_card(manager, participation_id)


async def on_recommend(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _record(manager, recommended=True)


async def on_doubt(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _record(manager, recommended=False)


async def _back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await back_to_card(manager, start_id(manager, "participation_id"))


def dialog() -> Screens:
    return Screens(
        whoever_may(May.INTERVIEW_MENTORS),
        Window(
            Multi(
                T("interview-title", name="name", held="held"),
                Lines("lines"),
                T("interview-who-reads"),
                sep="\n\n",
            ),
            Grid("flag", "buttons", on_flag, columns=_IN_A_ROW),
            SwitchTo(L("interview-go-on", ticked="ticked"), id="next", state=Interview.note),
            Button(L("button-back"), id="card", on_click=_back),
            menu_button(),
            typed(on_numbers),
            state=Interview.flags,
            getter=get_sheet,
        ),
        Window(
            T("interview-note", name="name", longest="longest"),
            Button(L("interview-no-note"), id="none", on_click=on_no_note),
            SwitchTo(L("button-back"), id="back", state=Interview.flags),
            menu_button(),
            typed(on_note),
            state=Interview.note,
            getter=get_sheet,
        ),
        Window(
            Multi(
                T("interview-result", name="name", ticked="ticked"),
                Lines("chosen", when="ticked"),
                T("selection-history-note", note="note", when="noted"),
            ),
            Button(L("interview-recommend"), id="yes", on_click=on_recommend),
            Button(L("interview-doubt"), id="doubt", on_click=on_doubt),
            SwitchTo(L("button-back"), id="back", state=Interview.note),
            menu_button(),
            only_buttons(),
            state=Interview.result,
            getter=get_sheet,
        ),
    )
