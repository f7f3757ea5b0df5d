"""Inviting: a link for each audience, in a message of its own that only needs to be passed on."""

from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.applications import line_label
from bot.dialogs.desk import programme_of
from bot.dialogs.paging import PAGE, page_of, pager, turned
from bot.dialogs.screens import hands, menu_button
from bot.dialogs.states import Programme
from bot.dialogs.subjects import pack, subject_list, unpack
from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.participations import ParticipationState
from bot.domain.spoken import Day
from bot.texts import L, T
from bot.usecases import applications
from bot.usecases import invitations as links
from bot.usecases.invitations import Link

AUDIENCES = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)
_SENT = "sent"  # for whom the last message was


async def get_invitations(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    sent = dialog_manager.dialog_data.get(_SENT)
    return {"sent": sent, "audiences": [str(role) for role in AUDIENCES]}


async def on_audience(_: CallbackQuery, __: Any, manager: DialogManager, role: str) -> None:
    hand = hands(manager)
    if role not in AUDIENCES:
        raise Gone
    link = await links.link(
        hand.db, hand.actor, role=Role(role), programme_id=programme_of(manager)
    )
    await _pass_on(manager, link)


async def get_minors(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page = hands(dialog_manager), page_of(dialog_manager)
    queue = await applications.queue(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        page=page,
        state=ParticipationState.GUARDIAN,
    )
    minors = [
        {"id": pack(line.participation_id), "label": line_label(hand, line)} for line in queue.lines
    ]
    sent = dialog_manager.dialog_data.get(_SENT)
    return {
        "sent": sent,
        "minors": minors,
        "some": bool(minors),
        "none": not minors,
    } | turned(page, more=queue.more)


async def on_minor(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, (participation_id,) = hands(manager), unpack(item)
    link = await links.guardian_link(hand.db, hand.actor, participation_id=participation_id)
    await _pass_on(manager, link)


async def _pass_on(manager: DialogManager, link: Link) -> None:
    """Send the message to be forwarded; the window stays and points at it."""
    hand, bot = hands(manager), manager.middleware_data["bot"]
    assert isinstance(bot, Bot)
    words = {
        "programme": link.programme,
        "organisation": link.organisation,
        "person": link.person,
        "named": link.person is not None,
        "uses": link.uses,
        "until": Day(local(link.until, link.zone).date(), local(link.now, link.zone).date()),
        "link": f"https://t.me/{(await bot.me()).username}?start={link.token}",
    }
    key = f"programme-invitation-{link.role}"
    text = hand.texts.say(hand.reader.locale, hand.reader.tone, key, words)
    await bot.send_message(int(hand.reader.address), text)
    manager.dialog_data[_SENT] = str(link.role)


async def _forget(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    for name in (_SENT, PAGE):
        manager.dialog_data.pop(name, None)


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
            ),
            SwitchTo(L("button-back"), id="home", state=Programme.home, on_click=_forget),
            menu_button(),
            state=Programme.invitations,
            getter=get_invitations,
            preview_data={"sent": "mentee", "audiences": ["mentee", "mentor", "alumnus"]},
        ),
        Window(
            Multi(
                T("programme-whose-guardian", when="some"),
                T("programme-no-minors", when="none"),
                T("programme-invitation-sent", when="sent", role="sent"),
            ),
            subject_list(id="minor", items="minors", on_click=on_minor),
            pager(),
            SwitchTo(L("button-back"), id="whom", state=Programme.invitations, on_click=_forget),
            menu_button(),
            state=Programme.link,
            getter=get_minors,
            preview_data={
                "sent": "guardian",
                "minors": [{"id": "x", "label": "Dima"}],
                "some": True,
                "none": True,
                **turned(1, more=True),
            },
        ),
    )
