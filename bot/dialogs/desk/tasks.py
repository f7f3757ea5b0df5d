"""Tasks of the curator: written with a day, ticked off with one tap."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk.desk_states import Desk, Tasks
from bot.dialogs.parts.day_window import day_window, likely_days
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.desk_tasks import LONGEST_TASK
from bot.domain.errors import Gone
from bot.domain.plans import FURTHEST
from bot.domain.said_words import said
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.desk import tasks

_WORDS = "task"
SHOWN = 6
SPANS = (0, 1, 3, 7)  # days ahead, the likely ones
DO, UNDO = "do", "undo"


async def _mine(manager: DialogManager) -> tasks.Tasks:
    hand = hands(manager)
    return await tasks.mine(hand.db, hand.actor, programme_id=programme_of(manager))


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _mine(dialog_manager)
    shown, pager_says = leafed(dialog_manager, seen.lines, SHOWN)
    lines = []
    for one in shown:
        stage = "done" if one.done else "late" if one.due_on < seen.today else "open"
        label = worded(
            hand,
            f"tasks-line-{stage}",
            words=shortened(" ".join(one.words.split()), 36),
            day=Day(one.due_on, seen.today),
        )
        lines.append(button(f"{UNDO if one.done else DO}:{pack(one.task_id)}", label))
    return {"none": not seen.lines, "some": bool(seen.lines), "lines": lines, **pager_says}


async def _tick(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    """The button says which of the two: a second tap of it is no other wish."""
    what, _sign, packed = pressed.partition(":")
    if what not in (DO, UNDO):
        raise Gone
    hand = hands(manager)
    await tasks.tick(hand.db, hand.actor, task_id=unpack_one(packed), done=what == DO)


async def _write(manager: DialogManager, words: str) -> None:
    manager.dialog_data[_WORDS] = said(words, LONGEST_TASK)
    await manager.switch_to(Tasks.day)


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    today = (await _mine(dialog_manager)).today
    days = [today + timedelta(days=span) for span in SPANS]
    return {
        **likely_days(dialog_manager, days, today),
        "earliest": today,
        "latest": today + timedelta(days=FURTHEST),
        "opens_at": today,
        "after": today,
        "words": dialog_manager.dialog_data.get(_WORDS, ""),
    }


async def _add(manager: DialogManager, day: date) -> None:
    words = manager.dialog_data.get(_WORDS)
    if not words:
        raise Gone
    hand = hands(manager)
    await tasks.add(
        hand.db, hand.actor, programme_id=programme_of(manager), words=str(words), due_on=day
    )
    manager.dialog_data.pop(_WORDS, None)
    await manager.switch_to(Tasks.list)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.KEEP_DESK),
        Window(
            Multi(
                T("tasks-title"),
                T("tasks-hint", when="some"),
                T("tasks-none", when="none"),
                sep="\n\n",
            ),
            Grid("t", "lines", _tick),
            pager(),
            SwitchTo(L("tasks-new"), id="new", state=Tasks.write, on_click=to_first_page),
            back_to(Desk.home),
            menu_button(),
            only_buttons(),
            state=Tasks.list,
            getter=get_list,
        ),
        Window(
            T("tasks-write"),
            SwitchTo(L("button-back"), id="back", state=Tasks.list),
            menu_button(),
            typed(_write),
            state=Tasks.write,
        ),
        day_window(
            T("tasks-day", words="words"),
            state=Tasks.day,
            back=Tasks.write,
            grid="cal",
            getter=get_day,
            chosen=_add,
        ),
    )
