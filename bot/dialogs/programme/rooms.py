"""The other rooms of a programme: what its team needs now and then, beside the daily desk.

A room is one row of `ROOMS`; each person sees the rooms that a right of theirs opens, and nobody
sees more than seven.
"""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.desk.home import blocked_here
from bot.dialogs.documents.document_states import Documents
from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import Hands, Screens, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, leads_to, rights_here
from bot.dialogs.programme.doors import Door, door_grid, shown_doors
from bot.dialogs.states import (
    Bases,
    Blocked,
    Entering,
    Offers,
    RoadMap,
    Rooms,
    SchoolCalendar,
    Settings,
    Team,
    TrainingLog,
)
from bot.domain.access import May
from bot.middlewares.policies import whoever_may
from bot.texts import L, T

ROOMS: tuple[Door, ...] = (
    Door("bases", May.SEE_BASES, Bases.home),
    Door("entering", May.ENTER_PARTICIPANTS, Entering.home, within=May.SEE_BASES),
    Door("team", May.ENTER_PROGRAMME, Team.list),
    Door("settings", May.MANAGE_PROGRAMME, Settings.home),
    Door("road-map", May.SEE_STAGES, RoadMap.stages),
    Door("training", May.SEE_APPLICATIONS, TrainingLog.list),
    Door("offers", May.KEEP_OFFERS, Offers.list),
    Door("calendar", May.SEE_STAGES, SchoolCalendar.home, within=May.MANAGE_PROGRAMME),
    Door("documents", May.MAKE_DOCUMENTS, Documents.home),
)


def dialog() -> Screens:
    return Screens(
        whoever_may(*(room.right for room in ROOMS)),
        Window(
            T("rooms-title"),
            door_grid(ROOMS, columns=2),
            Button(
                L("rooms-go-blocked", count="blocked"),
                id="blocked",
                on_click=leads_to(Blocked.list),
                when="blocked",
            ),
            desk_button(),
            menu_button(),
            only_buttons(),
            state=Rooms.list,
            getter=[shown_doors(ROOMS, _label), _blocked],
        ),
    )


def _label(hand: Hands, key: str) -> str:
    return worded(hand, f"rooms-go-{key}")


async def _blocked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Of the desk, for who has none."""
    rights = await rights_here(dialog_manager)
    at_desk = May.KEEP_DESK in rights
    return {"blocked": 0 if at_desk else await blocked_here(dialog_manager, rights)}
