"""Results: scales with their reliability, and before and after of the same people."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring import one_change
from bot.dialogs.monitoring.result_states import Results
from bot.dialogs.monitoring.result_words import (
    change_lines,
    change_picture,
    number,
    scale_lines,
    withheld_line,
)
from bot.dialogs.monitoring.results_kept import BEFORE, change_on_screen, results_of, wave_of
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent, send_picture, worker_of
from bot.dialogs.parts.subjects import pack, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.domain.results import BeforeAfter
from bot.domain.spoken import Day
from bot.domain.statistics.figures import Estimate, Withheld
from bot.reports.drawing import draw_result
from bot.texts import L, T
from bot.usecases.monitoring import results

MOST_EARLIER, AT_ONCE, ON_PICTURE = 5, 4, 9


async def get_scales(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    head, found = await results_of(dialog_manager, wave_of(dialog_manager))
    titles = dict(head.questionnaire.scales)
    shown, pager_says = leafed(dialog_manager, found.scales, AT_ONCE)
    return {
        "title": head.questionnaire.title,
        "lines": [
            line
            for key, figures in shown
            for line in scale_lines(
                hand,
                titles[key].say(hand.reader.locale, hand.reader.tone),
                figures,
                head.questionnaire.items_of(key),
            )
        ],
        "day": Day(head.day, head.now.date()),
        **pager_says,
    }


async def get_before(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await results.earlier(hand.db, hand.actor, wave_id=wave_of(dialog_manager))
    return {
        "some": bool(found),
        "none": not found,
        "waves": [
            button(
                pack(one.wave_id),
                worded(
                    hand,
                    "results-wave",
                    title=one.questionnaire.title,
                    day=Day(one.day, one.now.date()),
                ),
            )
            for one in found[:MOST_EARLIER]
        ],
    }


async def _on_before(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[BEFORE] = str(unpack_one(item))
    await to_first_page(_, __, manager)
    await manager.switch_to(Results.change)


async def get_change(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    head, found = await change_on_screen(dialog_manager)
    shown, pager_says = leafed(dialog_manager, found.compared, AT_ONCE)
    return {
        "title": head.questionnaire.title,
        "some": bool(found.compared),
        "none": not found.compared,
        "both": found.both,
        "lines": [line for one in shown for line in change_lines(hand, head, one)],
        "out": found.left_out,
        "left_out": found.left_out > 0 and bool(found.compared),
        "attrition": list(_attrition(hand, found)),
        "day": Day(head.day, head.now.date()),
        **pager_says,
    }


def _attrition(hand: Any, found: BeforeAfter) -> list[Line]:
    if not found.left or found.stayed is None:
        return []
    lines = [Line("results-left", {"left": found.left, "stayed": found.stayed})]
    one = found.attrition
    if one is None:
        return lines
    if isinstance(one.difference, Estimate):
        lines.append(Line("results-smd", {"value": number(hand, abs(one.difference.value), 2)}))
    if isinstance(one.band, Withheld):
        return [*lines, withheld_line(one.band)]
    return [*lines, Line(f"band-{one.band}")]


async def _draw(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    head, found = await change_on_screen(manager)
    what = f"slopes-{head.wave_id}"
    if not found.compared or just_sent(manager, what):
        return
    picture = change_picture(hands(manager), head, found, found.compared[:ON_PICTURE])
    await send_picture(manager, "results.png", await worker_of(manager).run(draw_result, picture))
    note_sent(manager, what)


def windows() -> tuple[Window, ...]:
    back = L("button-back")
    return (
        Window(
            Multi(
                T("results-scales-title", title="title"),
                Lines("lines"),
                T("results-scales-note"),
                T("results-day", day="day"),
            ),
            pager(),
            SwitchTo(back, id="home", state=Results.home, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Results.scales,
            getter=get_scales,
        ),
        Window(
            Multi(
                T("results-before-title", when="some"),
                T("results-before-none", when="none"),
            ),
            Grid("waves", "waves", _on_before),
            SwitchTo(back, id="home", state=Results.home),
            menu_button(),
            only_buttons(),
            state=Results.before,
            getter=get_before,
        ),
        Window(
            Multi(
                T("results-change-title", when="some", title="title", n="both"),
                T("results-change-none", when="none", title="title"),
                Lines("lines", when="some"),
                T("results-left-out", when="left_out", n="out"),
                Lines("attrition", when="attrition"),
                T("results-change-note", when="some"),
                T("results-day", day="day"),
            ),
            pager(),
            Button(L("changes-more"), id="more", on_click=one_change.begin, when="some"),
            Button(L("results-picture"), id="draw", on_click=_draw, when="some"),
            SwitchTo(back, id="to_before", state=Results.before, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Results.change,
            getter=get_change,
        ),
    )
