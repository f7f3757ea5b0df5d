"""The other rooms of a programme: what its team needs now and then, beside the daily desk.

A room is one row of `ROOMS`; each person sees the rooms that a right of theirs opens, and nobody
sees more than seven.
"""

from collections.abc import Container
from typing import Any, NamedTuple

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.documents.document_states import Documents
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, leads_to, programme_of, rights_here
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
from bot.domain.errors import Gone
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import blocked


class Room(NamedTuple):
    """Its label is the text "rooms-go-<key>". `within`: whoever has that right finds it there."""

    key: str
    right: May
    state: State
    within: May | None = None


ROOMS: tuple[Room, ...] = (
    Room("bases", May.SEE_BASES, Bases.home),
    Room("entering", May.ENTER_PARTICIPANTS, Entering.home, within=May.SEE_BASES),
    Room("team", May.ENTER_PROGRAMME, Team.list),
    Room("settings", May.MANAGE_PROGRAMME, Settings.home),
    Room("road-map", May.SEE_STAGES, RoadMap.stages),
    Room("training", May.SEE_APPLICATIONS, TrainingLog.list),
    Room("offers", May.KEEP_OFFERS, Offers.list),
    Room("calendar", May.SEE_STAGES, SchoolCalendar.home, within=May.MANAGE_PROGRAMME),
    Room("documents", May.MAKE_DOCUMENTS, Documents.home),
)


def dialog() -> Screens:
    return Screens(
        whoever_may(*(room.right for room in ROOMS)),
        Window(
            T("rooms-title"),
            Grid("go", "rooms", _go, columns=2),
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
            getter=_rooms,
        ),
    )


def rooms_of(rights: Container[May]) -> list[Room]:
    return [room for room in ROOMS if room.right in rights and room.within not in rights]


async def _rooms(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    rights, programme_id = await rights_here(dialog_manager), programme_of(dialog_manager)
    lost = 0
    if May.READ_DIGEST in rights:
        found = await blocked.listed(at_hand.db, at_hand.actor, programme_id=programme_id)
        lost = len(found.people)
    return {
        "blocked": lost,
        "rooms": [
            button(room.key, worded(at_hand, f"rooms-go-{room.key}"))
            for room in rooms_of(rights)
        ]
    }


async def _go(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    room = next((one for one in ROOMS if one.key == pressed), None)
    if room is None:
        raise Gone
    await manager.start(room.state, {"programme_id": str(programme_of(manager))})
