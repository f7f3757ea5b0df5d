"""The SWOT board in the chat: four lists, and what the curator does with an entry."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring import swot_entry
from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.monitoring.swot_entry import (
    ENTRY,
    LONGEST_LABEL,
    PER_PAGE,
    SIDE,
    board_of,
    side_of,
    to_side,
)
from bot.dialogs.monitoring.swot_states import Swot
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.swot import Side
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import swot
from bot.usecases.monitoring.swot import SwotLine

COLLECTED, TOO_FEW = "collected", "too_few"
TOP, LONGEST_LINE = 3, 120


def _words(one: SwotLine, key: str = "swot-entry-line") -> Line:
    return Line(
        key,
        {
            "words": shortened(one.words, LONGEST_LINE),
            "said": one.said,
            "several": one.said > 1,
            "tagged": one.form is not None,
            "form": one.form,
        },
    )


def _button(one: SwotLine) -> dict[str, str]:
    return button(pack(one.entry_id), shortened(one.words, LONGEST_LABEL))


async def get_board(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, board = hands(dialog_manager), await board_of(dialog_manager)
    data, lines = dialog_manager.dialog_data, []
    for side, entries in board.sides.items():
        lines.append(Line(f"swot-side-{side}", {"n": len(entries)}))
        lines += [_words(one) for one in entries[:TOP]]
        if len(entries) > TOP:
            lines.append(Line("swot-more", {"n": len(entries) - TOP}))
    collected = data.get(COLLECTED)
    return {
        "programme": board.programme,
        "lines": lines,
        "sides": [button(str(side), worded(hand, f"swot-go-{side}")) for side in Side],
        "to_collect": board.to_collect,
        "collected": collected is not None,
        "entries": collected or 0,
        "too_few": bool(data.get(TOO_FEW)),
        "out": len(board.out),
    }


async def on_side(_: CallbackQuery, __: Any, manager: DialogManager, side: str) -> None:
    if side not in list(Side):
        raise Gone
    await to_first_page(_, __, manager)
    for name in (COLLECTED, TOO_FEW):
        manager.dialog_data.pop(name, None)
    manager.dialog_data[SIDE] = side
    await manager.switch_to(Swot.side)


async def on_collect(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    found = await swot.collect(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )
    manager.dialog_data.update({COLLECTED: found.entries, TOO_FEW: found.too_few})


async def get_side(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    side, board = side_of(dialog_manager), await board_of(dialog_manager)
    entries = board.sides[side]
    shown, pager_says = leafed(dialog_manager, entries, PER_PAGE)
    return {
        "side": side,
        "n": len(entries),
        "none": not entries,
        "lines": [_words(one) for one in shown],
        "entries": [_button(one) for one in shown],
        "several": len(entries) > 1,
        **pager_says,
    }


async def on_entry(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[ENTRY] = str(unpack_one(item))
    await manager.switch_to(Swot.entry)


async def on_written(manager: DialogManager, raw: str) -> None:
    hand = hands(manager)
    await swot.write(
        hand.db, hand.actor, programme_id=programme_of(manager), side=side_of(manager), words=raw
    )
    await manager.switch_to(Swot.side)


async def get_write(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"side": side_of(dialog_manager)}


async def get_out(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    board = await board_of(dialog_manager)
    shown, pager_says = leafed(dialog_manager, board.out, PER_PAGE)
    return {"entries": [_button(one) for one in shown], "none": not board.out, **pager_says}


async def on_put_back(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand = hands(manager)
    await swot.put_back(hand.db, hand.actor, entry_id=unpack_one(item))


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ASSESS),
        Window(
            Multi(
                T("swot-title", programme="programme"),
                Lines("lines"),
                T("swot-collected", when="collected", entries="entries"),
                T("swot-too-few", when="too_few"),
                sep="\n\n",
            ),
            Button(
                L("swot-collect", n="to_collect"), id="c", on_click=on_collect, when="to_collect"
            ),
            Grid("side", "sides", on_side, columns=2),
            SwitchTo(
                L("swot-go-out", n="out"), id="out", state=Swot.out, on_click=to_first_page,
                when="out",
            ),
            back_to(Monitoring.home),
            menu_button(),
            only_buttons(),
            state=Swot.board,
            getter=get_board,
        ),
        Window(
            Multi(
                T("swot-side-{side}", n="n"),
                T("swot-none-{side}", when="none"),
                Lines("lines", when="lines"),
                sep="\n\n",
            ),
            Grid("entry", "entries", on_entry),
            pager(),
            SwitchTo(L("swot-write"), id="write", state=Swot.write),
            SwitchTo(L("swot-go-alike"), id="alike", state=Swot.alike, when="several"),
            SwitchTo(L("button-back"), id="back", state=Swot.board),
            menu_button(),
            only_buttons(),
            state=Swot.side,
            getter=get_side,
        ),
        Window(
            T("swot-write-{side}"),
            typed(on_written),
            to_side(),
            menu_button(),
            state=Swot.write,
            getter=get_write,
        ),
        *swot_entry.windows(),
        Window(
            Multi(T("swot-out"), T("swot-out-none", when="none")),
            Grid("entry", "entries", on_put_back),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Swot.board, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Swot.out,
            getter=get_out,
        ),
    )
