"""Who has no proposal, why, for how many days they have waited, and what would help most."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.matching.beside_matching import round_button
from bot.dialogs.matching.card import FROM_LEFT, MENTEE
from bot.dialogs.matching.words import wanted_line
from bot.dialogs.parts.lines import Line, Lines, worded
from bot.dialogs.parts.paging import PAGE, page_of, pager, to_first_page, turned
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, subject_list, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import Matching
from bot.texts import L, T
from bot.usecases.matching import left as matching_left

BY_HAND = 3  # buttons to choose a mentor by hand, for those who have waited longest


async def get_left(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page = hands(dialog_manager), page_of(dialog_manager)
    found = await matching_left.left_over(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), page=page
    )
    return {
        "left": found.total,
        "lines": [
            Line(
                "matching-left-days",
                {
                    "name": shortened(one.name, 40),
                    "days": one.days,
                    "why": worded(hand, one.rule),
                },
            )
            for one in found.lines
        ],
        "wanted": [wanted_line(hand, one) for one in found.wanted],
        "people": [
            {
                "id": pack(one.mentee_id),
                "label": worded(hand, "matching-left-choose", name=shortened(one.name)),
            }
            for one in found.lines[:BY_HAND]
        ],
        **turned(page, more=found.more),
    }


async def on_choose(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    manager.dialog_data[MENTEE], manager.dialog_data[FROM_LEFT] = str(unpack_one(raw)), True
    manager.dialog_data.pop(PAGE, None)
    await manager.switch_to(Matching.choose)


def left_window() -> Window:
    return Window(
        Multi(
            T("matching-left", left="left"),
            Lines("lines"),
            Multi(T("matching-wanted-title"), Lines("wanted"), when="wanted"),
            sep="\n\n",
        ),
        subject_list(id="who", items="people", on_click=on_choose),
        pager(),
        round_button(),
        SwitchTo(
            L("matching-go-result"), id="back", state=Matching.proposals, on_click=to_first_page
        ),
        menu_button(),
        only_buttons(),
        state=Matching.left,
        getter=get_left,
        preview_data={
            "left": 1, "lines": [], "wanted": [], "people": [], **turned(1, more=True)
        },
    )  # fmt: skip
