"""Whom the team thanks: letters in one go, who and for what, the board for an assembly."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.documents.board_words import board_sheet, names_page, rule_lines
from bot.dialogs.documents.document_states import Documents, Thanking
from bot.dialogs.parts.lines import Lines, worded
from bot.dialogs.parts.paging import pager, to_first_page
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent, send_file, worker_of
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.efforts import EffortOf
from bot.domain.errors import Gone
from bot.middlewares.policies import whoever_may
from bot.reports.drawing import draw_board
from bot.texts import L, T
from bot.usecases.documents import thanking
from bot.usecases.documents.thanking import Thanking as Found

_SENT, _SHEET = "thanks_sent", "board"
_NAMED = 12  # on the screen before a letter goes


async def _found(manager: DialogManager) -> Found:
    hand = hands(manager)
    return await thanking.overview(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _found(dialog_manager)
    number = len(found.due.letters)
    return {
        "programme": found.programme,
        "rules": rule_lines(hand),
        "n": len({one.who.person_id for one in found.people}),
        "some": bool(found.people),
        "none": not found.people,
        "letters": number if found.may_send else 0,
        "on_paper": len(found.due.on_paper),
        "sent": dialog_manager.dialog_data.get(_SENT, 0),
    }


async def get_people(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _found(dialog_manager)
    sections = (
        (of, tuple(one.who.name for one in found.people if of in one.efforts)) for of in EffortOf
    )
    lines, turns = names_page(dialog_manager, hand, sections)
    return {"lines": lines, "empty": not lines, **turns}


async def get_sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await _found(dialog_manager)
    names = [one.who.name for one, _ in found.due.letters]
    return {
        "n": len(names),
        "names": ", ".join(names[:_NAMED]),
        "more": max(len(names) - _NAMED, 0),
        "on_paper": len(found.due.on_paper),
        "some": bool(names),
    }


async def on_send(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    manager.dialog_data[_SENT] = await thanking.send(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )
    await manager.switch_to(Thanking.home)


async def on_leave(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(_SENT, None)


async def get_board(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _found(dialog_manager)
    lines, turns = names_page(dialog_manager, hand, found.board.sections)
    return {
        "programme": found.programme,
        "lines": lines,
        "empty": found.board.empty,
        "sheet": not found.on_sheet.empty,
        "held_back": found.on_sheet.held_back,
        **turns,
    }


async def on_sheet(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, _SHEET):
        return
    hand, found = hands(manager), await _found(manager)
    if found.on_sheet.empty:
        raise Gone
    file = await worker_of(manager).run(draw_board, board_sheet(hand, found))
    name = worded(hand, "board-sheet-title")
    await send_file(manager, f"{name}.pdf", file, worded(hand, "board-sheet-caption"))
    note_sent(manager, _SHEET)


def dialog() -> Screens:
    back = SwitchTo(L("button-back"), id="back", state=Thanking.home, on_click=on_leave)
    return Screens(
        whoever_may(May.MAKE_DOCUMENTS),
        Window(
            Multi(
                T("thanking-sent", n="sent", when="sent"),
                T("thanking-home", programme="programme"),
                Lines("rules", when="rules"),
                T("thanking-people", n="n", when="some"),
                T("thanking-nobody", when="none"),
                T("thanking-on-paper", n="on_paper", when="on_paper"),
                sep="\n\n",
            ),
            SwitchTo(
                L("thanking-go-send", n="letters"),
                id="send",
                state=Thanking.sure,
                when="letters",
            ),
            SwitchTo(
                L("thanking-go-people"),
                id="people",
                state=Thanking.people,
                on_click=to_first_page,
                when="some",
            ),
            SwitchTo(
                L("thanking-go-board"),
                id="board",
                state=Thanking.board,
                on_click=to_first_page,
            ),
            back_to(Documents.home),
            menu_button(),
            only_buttons(),
            state=Thanking.home,
            getter=get_home,
        ),
        Window(
            Multi(T("thanking-people-title"), Lines("lines", when="lines"), sep="\n\n"),
            pager(),
            back,
            menu_button(),
            only_buttons(),
            state=Thanking.people,
            getter=get_people,
        ),
        Window(
            Multi(
                T("thanking-sure", n="n", names="names", more="more"),
                T("thanking-on-paper", n="on_paper", when="on_paper"),
                sep="\n\n",
            ),
            Button(L("thanking-send"), id="yes", on_click=on_send, when="some"),
            back,
            menu_button(),
            only_buttons(),
            state=Thanking.sure,
            getter=get_sure,
        ),
        Window(
            Multi(
                T("board-title", programme="programme"),
                Lines("lines", when="lines"),
                T("board-empty", when="empty"),
                T("board-held-back", n="held_back", when="held_back"),
                sep="\n\n",
            ),
            Button(L("board-go-sheet"), id="sheet", on_click=on_sheet, when="sheet"),
            pager(),
            back,
            menu_button(),
            only_buttons(),
            state=Thanking.board,
            getter=get_board,
        ),
    )
