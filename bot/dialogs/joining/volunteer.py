"""A graduate offers help to a programme, known here or not: /volunteer."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.joining.onward import resume
from bot.dialogs.parts.lines import Grid, button, id_in
from bot.dialogs.parts.screens import Screens, introduce_again, to_menu
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Volunteer
from bot.domain.access import Actor
from bot.middlewares.policies import EVERYBODY
from bot.storage.database import Database
from bot.texts import L, T
from bot.usecases.team import invitations


def dialog() -> Screens:
    return Screens(
        EVERYBODY,
        Window(
            T("volunteer-title", when="programmes"),
            T("volunteer-nothing-open", when="nothing"),
            Grid("p", "programmes", _choose),
            Button(L("button-to-menu"), id="menu", on_click=to_menu, when="acquainted"),
            only_buttons(),
            state=Volunteer.choose,
            getter=open_programmes,
        ),
    )


async def open_programmes(db: Database, actor: Actor | None = None, **_: Any) -> dict[str, Any]:
    found = await invitations.open_programmes(db)
    return {
        "programmes": [button(str(p.programme_id), f"{p.name} · {p.organisation}") for p in found],
        "nothing": not found,
        "acquainted": actor is not None,
    }


async def _choose(_: CallbackQuery, __: Any, manager: DialogManager, programme_id: str) -> None:
    data = manager.middleware_data
    reader = data["reader"]
    participation_id = await invitations.volunteer(
        data["db"],
        messenger=reader.messenger,
        address=reader.address,
        locale=reader.locale,
        programme_id=id_in(programme_id),
        profile=data["profile"],
    )
    await introduce_again(manager)
    await resume(manager, participation_id)
