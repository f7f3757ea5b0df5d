"""Which member of a group is to have another mentor."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.dialogs.matching.card import FROM_LEFT, MENTEE, card_of
from bot.dialogs.matching.result import DECIDED
from bot.dialogs.parts.paging import PAGE
from bot.dialogs.parts.screens import menu_button
from bot.dialogs.parts.subjects import pack, shortened, subject_list, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Matching
from bot.domain.errors import Gone
from bot.texts import L, T


async def get_members(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    card = await card_of(dialog_manager)
    if card is None:
        raise Gone
    return {
        "mentor": ", ".join(card.mentors),
        "members": [
            {"id": pack(one.mentee_id), "label": shortened(one.name)} for one in card.members
        ],
    }


async def on_member(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    manager.dialog_data[MENTEE] = str(unpack_one(raw))
    manager.dialog_data[DECIDED] = manager.dialog_data[FROM_LEFT] = False
    manager.dialog_data.pop(PAGE, None)
    await manager.switch_to(Matching.choose)


def member_window() -> Window:
    return Window(
        T("matching-member-ask", mentor="mentor"),
        subject_list(id="member", items="members", on_click=on_member),
        SwitchTo(L("button-back"), id="back", state=Matching.card),
        menu_button(),
        only_buttons(),
        state=Matching.member,
        getter=get_members,
        preview_data={"mentor": "Igor", "members": []},
    )
