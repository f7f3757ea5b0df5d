"""What one is thanked for, whether one's name stands on the board, and the board itself."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.documents.board_words import letter_sheet, met_lines, names_page
from bot.dialogs.documents.document_states import Board
from bot.dialogs.parts.lines import Lines, worded
from bot.dialogs.parts.paging import pager, to_first_page
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.sending import just_sent, note_sent, send_file, worker_of
from bot.dialogs.parts.typed import only_buttons
from bot.domain.access import May, Role
from bot.middlewares.policies import whoever_may
from bot.reports.drawing import draw_certificate
from bot.texts import L, T
from bot.usecases.documents import boards

SHOW, HIDE = "show", "hide"
_SENT = "thanks"


def _participation(manager: DialogManager) -> UUID:
    return start_id(manager, "participation_id")


async def on_start(_: Any, manager: DialogManager) -> None:
    """Whoever opens it has been asked."""
    hand = hands(manager)
    await boards.see(
        hand.db, hand.actor, participation_id=_participation(manager), profile=hand.profile
    )


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    mine = await boards.mine(
        hand.db, hand.actor, participation_id=_participation(dialog_manager), profile=hand.profile
    )
    waits = mine.shown and not mine.allowed
    return {
        "programme": mine.programme,
        "met": met_lines(hand, mine.reached),
        "some": bool(mine.reached),
        "none": not mine.reached,
        "own": mine.role is Role.MENTEE and bool(mine.reached),
        "asks": mine.may_choose and not mine.shown,
        "shown": mine.shown and mine.allowed,
        "waits": waits,
        "may_show": mine.may_choose and not mine.shown,
        "may_hide": mine.shown,
        "thanked": mine.thanked,
    }


async def on_choice(_: CallbackQuery, pressed: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await boards.choose(
        hand.db,
        hand.actor,
        participation_id=_participation(manager),
        shown=pressed.widget_id == SHOW,
    )


async def on_letter(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, _SENT):
        return
    hand = hands(manager)
    facts = await boards.letter(
        hand.db, hand.actor, participation_id=_participation(manager)
    )
    file = await worker_of(manager).run(draw_certificate, letter_sheet(hand, facts))
    name = worded(hand, "board-letter-file", name=facts.name)
    await send_file(manager, f"{name}.pdf", file, worded(hand, "board-letter-caption"))
    note_sent(manager, _SENT)


async def get_names(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    programme, board = await boards.board(
        hand.db, hand.actor, participation_id=_participation(dialog_manager), profile=hand.profile
    )
    lines, turns = names_page(dialog_manager, hand, board.sections)
    return {"programme": programme, "lines": lines, "empty": board.empty, **turns}


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_BOARD),
        Window(
            Multi(
                T("board-home", programme="programme"),
                Multi(T("board-met-title"), Lines("met"), when="some"),
                T("board-own", when="own"),
                T("board-nothing-yet", when="none"),
                T("board-asks", when="asks"),
                T("board-shown", when="shown"),
                T("board-waits", when="waits"),
                sep="\n\n",
            ),
            Button(L("board-show"), id=SHOW, on_click=on_choice, when="may_show"),
            Button(L("board-hide"), id=HIDE, on_click=on_choice, when="may_hide"),
            Button(L("board-letter"), id="letter", on_click=on_letter, when="thanked"),
            SwitchTo(
                L("board-names"), id="names", state=Board.names, on_click=to_first_page
            ),
            menu_button(),
            only_buttons(),
            state=Board.home,
            getter=get_home,
        ),
        Window(
            Multi(
                T("board-title", programme="programme"),
                Lines("lines", when="lines"),
                T("board-empty", when="empty"),
                sep="\n\n",
            ),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Board.home),
            menu_button(),
            only_buttons(),
            state=Board.names,
            getter=get_names,
        ),
        on_start=on_start,
    )
