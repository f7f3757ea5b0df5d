"""One entry of the SWOT board: its words, its form, what says the same."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.swot_states import Swot
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, shown_id, unpack
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import programme_of
from bot.domain.errors import Gone
from bot.domain.swot import Side
from bot.texts import L, T
from bot.usecases.monitoring import swot
from bot.usecases.monitoring.swot import SwotBoard, SwotLine

SIDE, ENTRY, APART = "side", "entry_id", "apart"
PER_PAGE, LONGEST_LABEL = 5, 50
EVERYBODY = "every"


async def board_of(manager: DialogManager) -> SwotBoard:
    hand = hands(manager)
    return await swot.board(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )


def side_of(manager: DialogManager) -> Side:
    raw = manager.dialog_data.get(SIDE)
    if raw not in list(Side):
        raise Gone
    return Side(raw)


def _entry_id(manager: DialogManager) -> UUID:
    return shown_id(manager, ENTRY)


async def _entry(manager: DialogManager) -> SwotLine:
    hand = hands(manager)
    return await swot.entry(
        hand.db, hand.actor, entry_id=_entry_id(manager), profile=hand.profile
    )


async def get_entry(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    one, board = await _entry(dialog_manager), await board_of(dialog_manager)
    return {
        "side": one.side,
        "words": one.words,
        "said": one.said,
        "tagged": one.form is not None,
        "form": one.form,
        "several": len(board.sides[one.side]) > 1,
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
    hand, board = hands(dialog_manager), await board_of(dialog_manager)
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
    one, board = await _entry(dialog_manager), await board_of(dialog_manager)
    others = [other for other in board.sides[one.side] if other.entry_id != one.entry_id]
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
        side=side_of(dialog_manager),
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


def to_side() -> SwitchTo:
    return SwitchTo(
        L("button-back"), id="back", state=Swot.side, on_click=to_first_page
    )


def windows() -> tuple[Window, ...]:
    return (
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
            to_side(),
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
            to_side(),
            menu_button(),
            only_buttons(),
            state=Swot.alike,
            getter=get_alike,
        ),
    )
