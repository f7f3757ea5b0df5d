"""The bases: who is in the programme, found by a part of the name; a card; the export."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases import base_card
from bot.dialogs.bases.base_card import REMOVED, SHOWN
from bot.dialogs.bases.base_files_sent import send_export, send_links
from bot.dialogs.parts.lines import Grid, button, named, worded
from bot.dialogs.parts.paging import PAGE, page_of, pager, turned
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent
from bot.dialogs.parts.subjects import (
    pack,
    shortened,
    subject_list,
    unpack_one,
)
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, leads_to, programme_of
from bot.dialogs.states import BaseImport, Bases, Entering, Rooms
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.participations import ParticipationState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.bases import base_import, bases
from bot.usecases.bases.bases import Line

ROLES = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)
LONGEST_SOUGHT = 60
_ROLE, _SOUGHT = "role", "sought"


def _role(manager: DialogManager) -> Role:
    return Role(manager.dialog_data.get(_ROLE, Role.MENTEE))


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await bases.overview(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    counts = seen.numbers
    return {
        "roles": [button(one, worded(hand, f"bases-go-{one}", count=counts[one])) for one in ROLES],
        "fast_lane": seen.fast_lane,
        "not_come": seen.not_come,
        "some_not_come": seen.not_come > 0 and seen.may_enter,
        "may_enter": seen.may_enter,
    }


async def on_role(_: CallbackQuery, __: Any, manager: DialogManager, role: str) -> None:
    if role not in ROLES:
        raise Gone
    manager.dialog_data.update({_ROLE: role, PAGE: 0, _SOUGHT: ""})
    manager.dialog_data.pop(REMOVED, None)
    await manager.switch_to(Bases.list)


async def on_export(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, "export"):
        return
    hand = hands(manager)
    exported = await bases.export(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )
    await send_export(manager, exported)
    note_sent(manager, "export")


async def on_import(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(BaseImport.whom, {"programme_id": str(programme_of(manager))})


async def on_links(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Links of everybody who has not come yet, anew."""
    if just_sent(manager, "links"):
        return
    hand = hands(manager)
    made = await base_import.links(
        hand.db, hand.actor, programme_id=programme_of(manager), role=None
    )
    await send_links(manager, made)
    note_sent(manager, "links")


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page, role = hands(dialog_manager), page_of(dialog_manager), _role(dialog_manager)
    sought = str(dialog_manager.dialog_data.get(_SOUGHT, ""))
    found = await bases.listed(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        role=role,
        words=sought,
        page=page,
    )
    return {
        "role": str(role),
        "total": found.total,
        "sought": sought,
        "seeking": bool(sought),
        "empty": not found.lines,
        "asking": bool(found.lines) and not sought,
        "removed": bool(dialog_manager.dialog_data.get(REMOVED)),
        "lines": [{"id": pack(one.participation_id), "label": _label(hand, one)}
                  for one in found.lines],
        **turned(page, more=found.more),
    }  # fmt: skip


def _label(hand: Hands, line: Line) -> str:
    state = "invited" if line.invited and line.state is ParticipationState.CONSENT else line.state
    name = shortened(named(hand, line.name), 34)
    return f"{name} · {worded(hand, f'bases-state-{state}')}"


async def on_words(manager: DialogManager, words: str) -> None:
    manager.dialog_data.update({_SOUGHT: " ".join(words.split())[:LONGEST_SOUGHT], PAGE: 0})


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.update({_SOUGHT: "", PAGE: 0})


async def on_open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    participation_id = unpack_one(item)
    manager.dialog_data[SHOWN] = str(participation_id)
    manager.dialog_data.pop(REMOVED, None)
    await manager.switch_to(Bases.card)


_HOME = {
    "roles": [{"id": "mentee", "label": "Mentees (48)"}],
    "fast_lane": 2,
    "not_come": 3,
    "some_not_come": True,
    "may_enter": True,
}
_LIST = {
    "role": "mentee", "total": 48, "sought": "ivan", "seeking": True, "empty": True,
    "asking": True, "removed": True, "lines": [{"id": "x", "label": "Lena"}],
    **turned(1, more=True),
}  # fmt: skip
def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_BASES),
        Window(
            Multi(
                T("bases-title"),
                T("bases-fast-lane", count="fast_lane", when="fast_lane"),
                T("bases-not-come", count="not_come", when="some_not_come"),
            ),
            Grid("role", "roles", on_role),
            Group(
                Button(L("bases-export"), id="export", on_click=on_export),
                Button(L("bases-import"), id="import", on_click=on_import, when="may_enter"),
                width=2,
            ),
            Button(
                L("rooms-go-entering"),
                id="entering",
                on_click=leads_to(Entering.home),
                when="may_enter",
            ),
            Button(L("bases-links"), id="links", on_click=on_links, when="some_not_come"),
            back_to(Rooms.list),
            menu_button(),
            only_buttons(),
            state=Bases.home,
            getter=get_home,
            preview_data=_HOME,
        ),
        Window(
            Multi(
                T("bases-removed", when="removed"),
                T("bases-list-{role}", total="total"),
                T("bases-sought", sought="sought", total="total", when="seeking"),
                T("bases-type-name", when="asking"),
                T("bases-nobody", when="empty"),
            ),
            subject_list(id="who", items="lines", on_click=on_open),
            pager(),
            Button(L("bases-show-all"), id="all", on_click=on_all, when="seeking"),
            SwitchTo(L("button-back"), id="home", state=Bases.home),
            menu_button(),
            typed(on_words),
            state=Bases.list,
            getter=get_list,
            preview_data=_LIST,
        ),
        *base_card.windows(),
    )
