"""Programmes that were put away: a list, one of them at a glance, and bringing it back."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.screens import Screens, hands, introduce_again, menu_button
from bot.dialogs.parts.subjects import pack, shown_id, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import open_desk
from bot.dialogs.states import Archive
from bot.domain.access import May
from bot.domain.moments import local
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.programme import archives
from bot.usecases.programme.archives import Archived

_SHOWN = "archived"


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await archives.archived(hand.db, hand.actor)
    several = len({line.organisation for line in found}) > 1
    return {
        "some": bool(found),
        "none": not found,
        "programmes": [
            button(
                pack(line.programme_id),
                worded(
                    hand,
                    "archive-line",
                    name=line.name,
                    several=several,
                    organisation=line.organisation,
                ),
            )
            for line in found
        ],
    }


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    programme_id = unpack_one(item)
    manager.dialog_data[_SHOWN] = str(programme_id)
    await manager.switch_to(Archive.card)


async def _shelf(manager: DialogManager) -> Archived:
    hand = hands(manager)
    return await archives.shelf(hand.db, hand.actor, programme_id=_shown(manager))


def _shown(manager: DialogManager) -> UUID:
    return shown_id(manager, _SHOWN)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    line = await _shelf(dialog_manager)
    today = local(line.now, line.zone).date()
    return {
        "name": line.name,
        "organisation": line.organisation,
        "starts": Day(line.starts_on, today),
        "ends": Day(line.ends_on, today),
        "since": Day(local(line.archived_at, line.zone).date(), today),
        "people": line.participants,
        "pairs": line.pairs,
    }


async def _look(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await open_desk(manager, (await _shelf(manager)).programme_id)


async def _restore(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand, programme_id = hands(manager), _shown(manager)
    await archives.restore(
        hand.db, hand.actor, programme_id=programme_id, profile=hand.profile
    )
    await introduce_again(manager)
    await open_desk(manager, programme_id)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ARCHIVE),
        Window(
            Multi(T("archive-title", when="some"), T("archive-none", when="none")),
            Grid("programme", "programmes", _open),
            menu_button(),
            only_buttons(),
            state=Archive.list,
            getter=get_list,
        ),
        Window(
            T(
                "archive-card",
                name="name",
                organisation="organisation",
                starts="starts",
                ends="ends",
                since="since",
                people="people",
                pairs="pairs",
            ),
            Button(L("archive-look"), id="look", on_click=_look),
            Button(L("archive-restore"), id="restore", on_click=_restore),
            SwitchTo(L("button-back"), id="back", state=Archive.list),
            menu_button(),
            only_buttons(),
            state=Archive.card,
            getter=get_card,
        ),
    )
