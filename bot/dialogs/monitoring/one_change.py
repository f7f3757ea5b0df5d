"""Results: before and after of one question or scale, by groups too, and what its numbers mean."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.one_change_words import (
    attrition_lines,
    group_lines,
    means_line,
    moved_line,
    precision_lines,
    shown,
    strength_lines,
)
from bot.dialogs.monitoring.result_states import Results
from bot.dialogs.monitoring.result_words import compared_title, sure_lines
from bot.dialogs.monitoring.results_kept import change_on_screen
from bot.dialogs.parts.lines import Line, Lines, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.domain.errors import Gone
from bot.domain.results import Compared
from bot.domain.spoken import Day
from bot.domain.statistics import reading
from bot.texts import L, T
from bot.usecases.monitoring.results import Head

MEANINGS_AT_ONCE, GROUP_LINES = 4, 12
_PLACE = "one_change"


async def _one(manager: DialogManager) -> tuple[Head, Compared, int, int]:
    """The question on the screen, its place and how many there are. Raises `Gone`."""
    head, found = await change_on_screen(manager)
    if not found.compared:
        raise Gone
    last = len(found.compared) - 1
    place = min(max(int(manager.dialog_data.get(_PLACE, 0)), 0), last)
    return head, found.compared[place], place, last + 1


async def get_one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    head, one, place, total = await _one(dialog_manager)
    return {
        "number": place + 1,
        "total": total,
        "title": compared_title(hand, head.questionnaire, one),
        "moved": [
            means_line(hand, one.change),
            *sure_lines(hand, one.change),
            moved_line(one.change.moved, told=one.split),
        ],
        "sure": [*strength_lines(hand, one), *precision_lines(hand, one)],
        "missing": list(attrition_lines(hand, one)),
        "groups": bool(one.parts),
        "no_groups": not one.parts,
        "earlier": place > 0,
        "later": place + 1 < total,
        "day": Day(head.day, head.now.date()),
    }


async def begin(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data[_PLACE] = 0
    await manager.switch_to(Results.one_change)


async def _step(manager: DialogManager, by: int) -> None:
    _, _, place, total = await _one(manager)
    manager.dialog_data[_PLACE] = min(max(place + by, 0), total - 1)


async def _earlier(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _step(manager, -1)


async def _later(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _step(manager, +1)


async def get_groups(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    head, one, _place, _total = await _one(dialog_manager)
    lines, pager_says = leafed(dialog_manager, list(group_lines(hand, one)), GROUP_LINES)
    return {
        "title": compared_title(hand, head.questionnaire, one),
        "lines": lines,
        "day": Day(head.day, head.now.date()),
        **pager_says,
    }


async def get_meaning(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    head, one, _place, _total = await _one(dialog_manager)
    formulas, pager_says = leafed(dialog_manager, list(shown(one)), MEANINGS_AT_ONCE)
    lines = []
    for formula in formulas:
        lines += [Line("results-meaning", {"name": worded(hand, reading.name(formula))})]
        lines += [Line(reading.meaning(formula)), Line(reading.reckoning(formula))]
    return {"title": compared_title(hand, head.questionnaire, one), "lines": lines, **pager_says}


def windows() -> tuple[Window, ...]:
    back = L("button-back")
    return (
        Window(
            Multi(
                Multi(
                    T("changes-title", number="number", total="total", title="title"),
                    Lines("moved"),
                ),
                Lines("sure", when="sure"),
                Lines("missing", when="missing"),
                Multi(
                    T("changes-no-groups", when="no_groups"),
                    T("results-change-note"),
                    T("results-day", day="day"),
                ),
                sep="\n\n",
            ),
            Row(
                Button(L("results-earlier"), id="earlier", on_click=_earlier, when="earlier"),
                Button(L("results-later"), id="later", on_click=_later, when="later"),
            ),
            SwitchTo(
                L("results-groups"), id="groups", state=Results.change_groups, when="groups",
                on_click=to_first_page,
            ),
            SwitchTo(
                L("results-means"), id="means", state=Results.change_meaning,
                on_click=to_first_page,
            ),
            SwitchTo(back, id="change", state=Results.change, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Results.one_change,
            getter=get_one,
        ),
        Window(
            Multi(
                T("changes-groups-title", title="title"),
                Lines("lines"),
                T("changes-groups-note"),
                T("results-day", day="day"),
            ),
            pager(),
            SwitchTo(back, id="one", state=Results.one_change),
            menu_button(),
            only_buttons(),
            state=Results.change_groups,
            getter=get_groups,
        ),
        Window(
            Multi(T("results-meaning-title", question="title"), Lines("lines")),
            pager(),
            SwitchTo(back, id="one", state=Results.one_change),
            menu_button(),
            only_buttons(),
            state=Results.change_meaning,
            getter=get_meaning,
        ),
    )  # fmt: skip
