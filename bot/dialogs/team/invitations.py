"""Inviting: a link for each audience, in a message that only needs to be passed on, or as a QR."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.applications.queue import line_label
from bot.dialogs.parts.paging import PAGE, page_of, pager, turned
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent
from bot.dialogs.parts.subjects import pack, subject_button, subject_list, unpack_one
from bot.dialogs.programme.desk import leads_to, programme_of, rights_here
from bot.dialogs.states import Links, Programme
from bot.dialogs.team.link_making import words_of
from bot.dialogs.team.passing_on import send_link, send_qr
from bot.domain.access import May, Role
from bot.texts import L, T
from bot.usecases.applications import queue
from bot.usecases.applications.queue import Show
from bot.usecases.team import invitations as links
from bot.usecases.team.invitations import Link

AUDIENCES = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)
_SENT = "sent"  # in which role the last message invites
_WHOM = "whom"  # that role again, or the packed id of a child


async def get_invitations(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, programme_id = hands(dialog_manager), programme_of(dialog_manager)
    roles = await links.audiences(hand.db, hand.actor, programme_id=programme_id)
    rights = await rights_here(dialog_manager)
    sent = dialog_manager.dialog_data.get(_SENT)
    return {
        "sent": sent,
        "whom": dialog_manager.dialog_data.get(_WHOM),
        "audiences": [str(role) for role in roles],
        "minors": May.SEE_APPLICATIONS in rights,
    }


async def on_audience(_: CallbackQuery, __: Any, manager: DialogManager, role: str) -> None:
    await _pass_on(manager, role)


async def on_qr(_: CallbackQuery, __: Any, manager: DialogManager, whom: str) -> None:
    await _pass_on(manager, whom, qr=True)


async def get_minors(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page = hands(dialog_manager), page_of(dialog_manager)
    waiting = await queue.page(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        profile=hand.profile,
        show=Show.GUARDIAN,
        page=page,
    )
    minors = [
        {"id": pack(one.participation_id), "label": line_label(hand, one)} for one in waiting.lines
    ]
    sent = dialog_manager.dialog_data.get(_SENT)
    return {
        "sent": sent,
        "whom": dialog_manager.dialog_data.get(_WHOM),
        "minors": minors,
        "some": bool(minors),
        "none": not minors,
    } | turned(page, more=waiting.more)


async def on_minor(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _pass_on(manager, item)


async def _pass_on(manager: DialogManager, whom: str, *, qr: bool = False) -> None:
    """Send what is to be passed on; the window stays and points at it.

    A picture carries a link of its own: we keep no link that we have shown.
    """
    what = f"{'qr' if qr else 'link'}:{whom}"
    if just_sent(manager, what):
        return
    link = await _link(manager, whom)
    words = words_of(link)
    if qr:
        await send_qr(manager, f"programme-qr-{link.role}", link.token, words)
    else:
        await send_link(manager, f"programme-invitation-{link.role}", link.token, words)
    note_sent(manager, what)
    manager.dialog_data.update({_SENT: str(link.role), _WHOM: whom})


async def _link(manager: DialogManager, whom: str) -> Link:
    """For an audience, or for the guardian of the child whose packed id it is."""
    hand = hands(manager)
    if whom in AUDIENCES:
        programme_id = programme_of(manager)
        return await links.link(hand.db, hand.actor, role=Role(whom), programme_id=programme_id)
    participation_id = unpack_one(whom)
    return await links.guardian_link(hand.db, hand.actor, participation_id=participation_id)


async def _forget(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    for name in (_SENT, _WHOM, PAGE):
        manager.dialog_data.pop(name, None)


def _qr_button() -> Select[str]:
    """The same invitation as a picture, once it has been sent as words."""
    return subject_button(L("programme-invite-qr"), id="qr", on_click=on_qr, subject="whom")


def windows() -> tuple[Window, Window]:
    return (
        Window(
            Multi(
                T("programme-whom-to-invite"),
                T("programme-invitation-sent", when="sent", role="sent"),
            ),
            Group(
                Select(
                    L("programme-invite-{item}"),
                    id="role",
                    item_id_getter=str,
                    items="audiences",
                    on_click=on_audience,
                ),
                width=1,
            ),
            SwitchTo(
                L("programme-invite-guardian"),
                id="guardian",
                state=Programme.link,
                on_click=_forget,
                when="minors",
            ),
            _qr_button(),
            Button(L("programme-invite-links"), id="links", on_click=leads_to(Links.list)),
            SwitchTo(L("button-back"), id="home", state=Programme.home, on_click=_forget),
            menu_button(),
            state=Programme.invitations,
            getter=get_invitations,
            preview_data={
                "sent": "mentee",
                "whom": "mentee",
                "audiences": ["mentee", "mentor", "alumnus"],
                "minors": True,
            },
        ),
        Window(
            Multi(
                T("programme-whose-guardian", when="some"),
                T("programme-no-minors", when="none"),
                T("programme-invitation-sent", when="sent", role="sent"),
            ),
            subject_list(id="minor", items="minors", on_click=on_minor),
            pager(),
            _qr_button(),
            SwitchTo(L("button-back"), id="whom", state=Programme.invitations, on_click=_forget),
            menu_button(),
            state=Programme.link,
            getter=get_minors,
            preview_data={
                "sent": "guardian",
                "whom": "x",
                "minors": [{"id": "x", "label": "Dima"}],
                "some": True,
                "none": True,
                **turned(1, more=True),
            },
        ),
    )
