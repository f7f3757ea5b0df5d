"""Reports and papers: one button leads here, and from here to all of them."""

from aiogram_dialog import Window

from bot.dialogs.documents.document_states import Documents, Papers, Report, Thanking
from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import Hands, Screens, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to
from bot.dialogs.programme.doors import Door, door_grid, shown_doors
from bot.dialogs.states import Rooms
from bot.domain.access import May
from bot.middlewares.policies import whoever_may
from bot.texts import T

PARTS: tuple[Door, ...] = (
    Door("report", May.MAKE_DOCUMENTS, Report.home),
    Door("papers", May.MAKE_DOCUMENTS, Papers.list),
    Door("handed-out", May.MAKE_DOCUMENTS, Papers.handed_out),
    Door("thanking", May.MAKE_DOCUMENTS, Thanking.home),
)


def dialog() -> Screens:
    return Screens(
        whoever_may(*{part.right for part in PARTS}),
        Window(
            T("documents-title"),
            door_grid(PARTS),
            back_to(Rooms.list),
            menu_button(),
            only_buttons(),
            state=Documents.home,
            getter=shown_doors(PARTS, _label),
        ),
    )


def _label(hand: Hands, key: str) -> str:
    return worded(hand, f"documents-go-{key}")
