"""Reports and papers: one button leads here, and from here to all of them."""

from collections.abc import Container
from typing import Any, NamedTuple

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window

from bot.dialogs.documents.document_states import Documents, Papers, Report, Thanking
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, go_to, rights_here
from bot.dialogs.states import Rooms
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.middlewares.policies import whoever_may
from bot.texts import T


class Part(NamedTuple):
    """Its label is the text "documents-go-<key>"."""

    key: str
    right: May
    state: State


PARTS: tuple[Part, ...] = (
    Part("report", May.MAKE_DOCUMENTS, Report.home),
    Part("papers", May.MAKE_DOCUMENTS, Papers.list),
    Part("handed-out", May.MAKE_DOCUMENTS, Papers.handed_out),
    Part("thanking", May.MAKE_DOCUMENTS, Thanking.home),
)


def dialog() -> Screens:
    return Screens(
        whoever_may(*{part.right for part in PARTS}),
        Window(
            T("documents-title"),
            Grid("go", "parts", _go),
            back_to(Rooms.list),
            menu_button(),
            only_buttons(),
            state=Documents.home,
            getter=_parts,
        ),
    )


def parts_of(rights: Container[May]) -> list[Part]:
    return [part for part in PARTS if part.right in rights]


async def _parts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, rights = hands(dialog_manager), await rights_here(dialog_manager)
    return {
        "parts": [
            button(part.key, worded(hand, f"documents-go-{part.key}"))
            for part in parts_of(rights)
        ]
    }


async def _go(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    part = next((one for one in PARTS if one.key == pressed), None)
    if part is None:
        raise Gone
    await go_to(manager, part.state)
