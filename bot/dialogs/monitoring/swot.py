"""The SWOT board in the chat: four lists, and what the curator does with an entry."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.monitoring.swot_states import Swot
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, shown_id, unpack, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.swot import Side
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import swot
from bot.usecases.monitoring.swot import SwotBoard, SwotLine

SIDE, ENTRY, APART, COLLECTED, TOO_FEW = "side", "entry_id", "apart", "collected", "too_few"
TOP, PER_PAGE = 3, 5
LONGEST_LINE, LONGEST_LABEL = 120, 50
EVERYBODY = "every"


async def _board(manager: DialogManager) -> SwotBoard:
    hand = hands(manager)
    return await swot.board(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )


def _side(manager: DialogManager) -> Side:
    raw = manager.dialog_data.get(SIDE)
    if raw not in list(Side):
        raise Gone
    return Side(raw)


def _words(one: SwotLine, key: str = "swot-entry-line") -> Line:
    return Line(
        key,
        {
            "words": shortened(one.words, LONGEST_LINE),
            "said": one.said,
            "tagged": one.form is not None,
            "form": one.form,
        },
    )


def _button(one: SwotLine) -> dict[str, str]:
    return button(pack(one.entry_id), shortened(one.words, LONGEST_LABEL))


async def get_board(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, board = hands(dialog_manager), await _board(dialog_manager)
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
    side, board = _side(dialog_manager), await _board(dialog_manager)
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
        hand.db, hand.actor, programme_id=programme_of(manager), side=_side(manager), words=raw
    )
    await manager.switch_to(Swot.side)


async def get_write(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"side": _side(dialog_manager)}


def _entry_id(manager: DialogManager) -> UUID:
    return shown_id(manager, ENTRY)


async def _entry(manager: DialogManager) -> SwotLine:
    hand = hands(manager)
    return await swot.entry(
        hand.db, hand.actor, entry_id=_entry_id(manager), profile=hand.profile
    )


async def get_entry(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    one, board = await _entry(dialog_manager), await _board(dialog_manager)
    side = next(side for side, some in board.sides.items() if one in some)
    return {
        "side": side,
        "words": one.words,
        "said": one.said,
        "tagged": one.form is not None,
        "form": one.form,
        "several": len(board.sides[side]) > 1,
    }


async def on_edited(manager: DialogManager, raw: str) -> None:
    hand = hands(manager)
    await swot.edit(hand.db, hand.actor, entry_id=_entry_id(manager), words=raw)
    await manager.switch_to(Swot.entry)


async def on_take_out(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await swot.take_out(hand.db, hand.actor, entry_id=_entry_id(manager))
    await manager.switch_to(Swot.side)


async def get_form(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, board = hands(dialog_manager), await _board(dialog_manager)
    return {
        "words": (await _entry(dialog_manager)).words,
        "forms": [
            *(button(key, _said(hand, title)) for key, title in board.forms),
            button(EVERYBODY, worded(hand, "swot-every-form")),
        ],
    }


def _said(hand: Hands, title: Any) -> str:
    return str(title.say(hand.reader.locale, hand.reader.tone))


async def on_form(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    hand = hands(manager)
    await swot.tag(
        hand.db,
        hand.actor,
        entry_id=_entry_id(manager),
        form=None if key == EVERYBODY else key,
        profile=hand.profile,
    )
    await manager.switch_to(Swot.entry)


async def get_merge(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    one, board = await _entry(dialog_manager), await _board(dialog_manager)
    side = next(side for side, some in board.sides.items() if one in some)
    others = [other for other in board.sides[side] if other != one]
    shown, pager_says = leafed(dialog_manager, others, PER_PAGE)
    return {
        "words": one.words,
        "entries": [
            button(pack(one.entry_id, other.entry_id), shortened(other.words, LONGEST_LABEL))
            for other in shown
        ],
        **pager_says,
    }


async def on_merge(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _merge(manager, item)
    await to_first_page(_, __, manager)
    await manager.switch_to(Swot.entry)


async def _merge(manager: DialogManager, item: str) -> None:
    hand, ids = hands(manager), unpack(item)
    if len(ids) != 2:
        raise Gone
    await swot.merge(hand.db, hand.actor, entry_id=ids[0], other_id=ids[1])


async def get_alike(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await swot.likely_same(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        side=_side(dialog_manager),
        profile=hand.profile,
        apart={frozenset(unpack(one)) for one in dialog_manager.dialog_data.get(APART, ())},
    )
    if found is None:
        return {"found": False, "none": True, "one": "", "other": "", "both": []}
    both = pack(*(one.entry_id for one in found))
    return {
        "found": True,
        "none": False,
        "one": found[0].words,
        "other": found[1].words,
        "both": [
            button(f"+{both}", worded(hand, "swot-same")),
            button(f"-{both}", worded(hand, "swot-not-same")),
        ],
    }


async def on_alike(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    """What is not the same is not asked about again while the board is open."""
    if pressed.startswith("+"):
        await _merge(manager, pressed[1:])
    else:
        unpack(pressed[1:])
        known = manager.dialog_data.get(APART, [])
        manager.dialog_data[APART] = [*known, pressed[1:]]


async def get_out(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    board = await _board(dialog_manager)
    shown, pager_says = leafed(dialog_manager, board.out, PER_PAGE)
    return {"entries": [_button(one) for one in shown], "none": not board.out, **pager_says}


async def on_put_back(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand = hands(manager)
    await swot.put_back(hand.db, hand.actor, entry_id=unpack_one(item))


def dialog() -> Screens:
    to_side = {"id": "back", "state": Swot.side, "on_click": to_first_page}
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
            SwitchTo(L("button-back"), **to_side),
            menu_button(),
            state=Swot.write,
            getter=get_write,
        ),
        Window(
            T(
                "swot-entry", side="side", words="words", said="said", tagged="tagged", form="form"
            ),
            SwitchTo(L("swot-edit"), id="edit", state=Swot.edit),
            SwitchTo(
                L("swot-merge"), id="merge", state=Swot.merge, on_click=to_first_page,
                when="several",
            ),
            SwitchTo(L("swot-tag"), id="form", state=Swot.form),
            Button(L("swot-take-out"), id="take", on_click=on_take_out),
            SwitchTo(L("button-back"), **to_side),
            menu_button(),
            only_buttons(),
            state=Swot.entry,
            getter=get_entry,
        ),
        Window(
            T("swot-edit-how", words="words"),
            typed(on_edited),
            SwitchTo(L("button-back"), id="back", state=Swot.entry),
            menu_button(),
            state=Swot.edit,
            getter=get_entry,
        ),
        Window(
            T("swot-which-form", words="words"),
            Grid("form", "forms", on_form),
            SwitchTo(L("button-back"), id="back", state=Swot.entry),
            menu_button(),
            only_buttons(),
            state=Swot.form,
            getter=get_form,
        ),
        Window(
            T("swot-merge-which", words="words"),
            Grid("entry", "entries", on_merge),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Swot.entry),
            menu_button(),
            only_buttons(),
            state=Swot.merge,
            getter=get_merge,
        ),
        Window(
            Multi(
                T("swot-alike", when="found", one="one", other="other"),
                T("swot-alike-none", when="none"),
            ),
            Grid("both", "both", on_alike),
            SwitchTo(L("button-back"), **to_side),
            menu_button(),
            only_buttons(),
            state=Swot.alike,
            getter=get_alike,
        ),
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
