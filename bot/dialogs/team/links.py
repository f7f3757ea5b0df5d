"""The live links into a programme: who came by them, limiting, revoking, and making one to measure.

A token is shown once: what is made here is sent at once, as a message, a QR code or a sheet.
"""

from operator import itemgetter
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Multiselect, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi

from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.subjects import PACKED, pack, shown_id, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Links, Programme
from bot.dialogs.team import link_making
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.team import links
from bot.usecases.team.links import LIMITS, LinkLine

SHOWN = 6
_SHOWN, _MADE = "invitation", "made"


def _until(line: LinkLine) -> Day:
    return Day(local(line.until, line.zone).date(), local(line.now, line.zone).date())


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await links.live(hand.db, hand.actor, programme_id=programme_of(dialog_manager))
    shown, pager_says = leafed(dialog_manager, found, SHOWN)
    return {
        "some": bool(found),
        "none": not found,
        "total": len(found),
        "links": [button(pack(line.invitation_id), _label(hand, line)) for line in shown],
        "made": bool(dialog_manager.dialog_data.get(_MADE)),
    } | pager_says


def _label(hand: Hands, line: LinkLine) -> str:
    return worded(
        hand,
        f"links-line-{line.role}",
        named=line.label is not None,
        label=line.label,
        came=line.came,
        until=_until(line),
    )


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    invitation_id = unpack_one(item)
    manager.dialog_data.update({_SHOWN: str(invitation_id), _MADE: False})
    await manager.switch_to(Links.card)


def _shown(manager: DialogManager) -> UUID:
    return shown_id(manager, _SHOWN)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    line = await links.card(hand.db, hand.actor, invitation_id=_shown(dialog_manager))
    choices = [most for most in (*LIMITS, line.most) if most <= line.most - line.came]
    packed = pack(line.invitation_id)
    return {
        "role": str(line.role),
        "named": line.label is not None,
        "label": line.label,
        "came": line.came,
        "left": line.left,
        "until": _until(line),
        "made_at": Day(
            local(line.made_at, line.zone).date(), local(line.now, line.zone).date()
        ),
        "known": line.by is not None,
        "by": line.by,
        "limits": [
            button(
                f"{packed}{most}",
                worded(hand, "links-limit", most=most, chosen=most == line.left),
            )
            for most in dict.fromkeys(choices)
            if line.most > 1
        ],
        "columns": 4,
        "revoke": [button(packed, worded(hand, "links-revoke-do"))],
    }


async def _limit(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    invitation_id, most = unpack_one(item[:PACKED]), item[PACKED:]
    if not most.isdecimal() or len(most) > 6:
        raise Gone
    hand = hands(manager)
    await links.limit(hand.db, hand.actor, invitation_id=invitation_id, most=int(most))


async def _name(manager: DialogManager, label: str) -> None:
    hand = hands(manager)
    await links.name(hand.db, hand.actor, invitation_id=_shown(manager), label=label)


async def _revoke(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    invitation_id = unpack_one(item)
    hand = hands(manager)
    await links.revoke(hand.db, hand.actor, invitation_id=invitation_id)
    await manager.switch_to(Links.list)


def _existing() -> tuple[Window, ...]:
    return (
        Window(
            Multi(
                T("links-title", when="some", total="total"),
                T("links-none", when="none"),
                T("links-made", when="made"),
            ),
            SwitchTo(L("links-new"), id="new", state=Links.new),
            Grid("link", "links", _open),
            pager(),
            back_to(Programme.invitations),
            menu_button(),
            only_buttons(),
            state=Links.list,
            getter=get_list,
        ),
        Window(
            Multi(
                T(
                    "links-card",
                    role="role",
                    named="named",
                    label="label",
                    came="came",
                    left="left",
                    until="until",
                ),
                T("links-card-made", made_at="made_at", known="known", by="by"),
                T("links-card-name"),
            ),
            Grid("limit", "limits", _limit, columns="columns"),
            SwitchTo(L("links-revoke"), id="revoke", state=Links.revoke),
            SwitchTo(L("button-back"), id="back", state=Links.list),
            menu_button(),
            typed(_name),
            state=Links.card,
            getter=get_card,
        ),
        Window(
            T("links-sure", role="role", named="named", label="label", came="came"),
            Grid("sure", "revoke", _revoke),
            SwitchTo(L("button-back"), id="back", state=Links.card),
            menu_button(),
            only_buttons(),
            state=Links.revoke,
            getter=get_card,
        ),
    )


async def _made(manager: DialogManager) -> None:
    manager.dialog_data[_MADE] = True
    await manager.switch_to(Links.list)


async def _on_made(_: CallbackQuery, __: Any, manager: DialogManager, how: str) -> None:
    await link_making.make(manager, how)
    await _made(manager)


def _making() -> tuple[Window, ...]:
    return (
        Window(
            T("links-for-whom"),
            Column(
                Multiselect(
                    Format("☑ {item[label]}"),
                    Format("☐ {item[label]}"),
                    id=link_making.ROLES,
                    item_id_getter=itemgetter("id"),
                    items="roles",
                )
            ),
            Button(L("button-next"), id="next", on_click=link_making.on_roles),
            SwitchTo(L("button-back"), id="back", state=Links.list),
            menu_button(),
            only_buttons(),
            state=Links.new,
            getter=link_making.get_roles,
        ),
        Window(
            Multi(
                T("links-how", roles="roles"),
                T("links-how-labelled", when="label", label="label"),
                T("links-how-label", when="unlabelled"),
            ),
            Grid("limit", "limits", link_making.on_limit, columns=4),
            Grid("how", "ways", _on_made, columns=2),
            SwitchTo(L("button-back"), id="back", state=Links.new),
            menu_button(),
            typed(link_making.on_label),
            state=Links.how,
            getter=link_making.get_ways,
        ),
    )


def dialog() -> Screens:
    return Screens(whoever_may(May.INVITE), *_existing(), *_making())
