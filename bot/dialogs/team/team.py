"""The team of a programme: who is in it, inviting somebody in a role, ending a membership."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, worded
from bot.dialogs.parts.screens import Screens, hands, introduce_again, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent
from bot.dialogs.parts.subjects import pack, shown_id, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, leads_to, programme_of, rights_here
from bot.dialogs.states import Menu, Rooms, Team
from bot.dialogs.team.caseload_states import Caseloads
from bot.dialogs.team.passing_on import send_link
from bot.domain.access import APPOINTED_BY_CURATOR, May, Role
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.team import team
from bot.usecases.team.team import Team as TheTeam

_ROLE, _OUT, _SENT = "appointed", "out", "sent"
HERE, EVERYWHERE = "here", "everywhere"


async def _team(manager: DialogManager) -> TheTeam:
    hand = hands(manager)
    return await team.team(hand.db, hand.actor, programme_id=programme_of(manager))


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _team(dialog_manager)
    return {
        "programme": found.programme,
        "lines": [
            Line(
                f"team-line-{one.role}",
                {"name": named(hand, one.name), "everywhere": one.everywhere, "me": one.me},
            )
            for one in found.members
        ],
        "appoints": found.appoints,
        "digests": May.READ_DIGEST in await rights_here(dialog_manager),
        "sent": bool(dialog_manager.dialog_data.get(_SENT)),
        "members": [
            button(
                pack(one.membership_id),
                worded(hand, "team-dismiss", name=named(hand, one.name)),
            )
            for one in found.members
            if found.appoints and (found.everywhere or not one.everywhere)
        ],
    }


async def get_invite(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _team(dialog_manager)
    roles = APPOINTED_BY_CURATOR if found.appoints else ()
    return {
        "programme": found.programme,
        "lines": [Line(f"team-may-{role}") for role in roles],
        "roles": [button(str(role), worded(hand, f"team-invite-{role}")) for role in roles],
    }


async def _role(_: CallbackQuery, __: Any, manager: DialogManager, role: str) -> None:
    """Who is in one programme only can invite into no other."""
    if role not in APPOINTED_BY_CURATOR:
        raise Gone
    manager.dialog_data[_ROLE] = role
    if (await _team(manager)).everywhere:
        await manager.switch_to(Team.reach)
    else:
        await _invite(manager, everywhere=False)


async def get_reach(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _team(dialog_manager)
    return {
        "role": _chosen(dialog_manager),
        "reaches": [
            button(HERE, worded(hand, "team-reach-here", programme=found.programme)),
            button(
                EVERYWHERE, worded(hand, "team-reach-everywhere", organisation=found.organisation)
            ),
        ],
    }


def _chosen(manager: DialogManager) -> Role:
    raw = manager.dialog_data.get(_ROLE)
    if raw not in APPOINTED_BY_CURATOR:
        raise Gone
    return Role(raw)


async def _reach(_: CallbackQuery, __: Any, manager: DialogManager, reach: str) -> None:
    await _invite(manager, everywhere=reach == EVERYWHERE)


async def _invite(manager: DialogManager, *, everywhere: bool) -> None:
    hand, role = hands(manager), _chosen(manager)
    what = f"team:{role}:{everywhere}"
    if not just_sent(manager, what):
        link = await team.invite_member(
            hand.db,
            hand.actor,
            role=role,
            programme_id=programme_of(manager),
            everywhere=everywhere,
        )
        words = {
            "role": str(role),
            "programme": link.programme,
            "organisation": link.organisation,
            "until": Day(local(link.until, link.zone).date(), local(link.now, link.zone).date()),
        }
        await send_link(manager, "team-invitation", link.token, words)
        note_sent(manager, what)
    manager.dialog_data[_SENT] = True
    await manager.switch_to(Team.list)


async def _ask_dismiss(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    membership_id = unpack_one(item)
    manager.dialog_data.update({_OUT: str(membership_id), _SENT: False})
    await manager.switch_to(Team.dismiss)


def _out(manager: DialogManager) -> UUID:
    return shown_id(manager, _OUT)


async def get_dismiss(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    one = await team.member(hand.db, hand.actor, membership_id=_out(dialog_manager))
    return {
        "name": named(hand, one.name),
        "role": one.role,
        "everywhere": one.everywhere,
        "me": one.me,
        "sure": [button(pack(one.membership_id), worded(hand, "team-dismiss-do"))],
    }


async def _dismiss(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, membership_id = hands(manager), unpack_one(item)
    one = await team.member(hand.db, hand.actor, membership_id=membership_id)
    await team.dismiss(hand.db, hand.actor, membership_id=membership_id)
    manager.dialog_data.pop(_OUT, None)
    if one.me:
        await introduce_again(manager)
        await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)
    else:
        await manager.switch_to(Team.list)


async def _not_now(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data[_SENT] = False


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ENTER_PROGRAMME),
        Window(
            Multi(
                T("team-title", programme="programme"),
                Lines("lines"),
                T("team-sent", when="sent"),
            ),
            SwitchTo(
                L("team-invite"), id="invite", state=Team.invite, when="appoints", on_click=_not_now
            ),
            Button(
                L("team-go-caseloads"),
                id="caseloads",
                on_click=leads_to(Caseloads.home),
                when="digests",
            ),
            Grid("member", "members", _ask_dismiss, columns=2),
            back_to(Rooms.list),
            menu_button(),
            only_buttons(),
            state=Team.list,
            getter=get_list,
        ),
        Window(
            Multi(T("team-whom", programme="programme"), Lines("lines", when="lines")),
            Grid("role", "roles", _role, columns=2),
            SwitchTo(L("button-back"), id="back", state=Team.list),
            menu_button(),
            only_buttons(),
            state=Team.invite,
            getter=get_invite,
        ),
        Window(
            T("team-reach", role="role"),
            Grid("reach", "reaches", _reach),
            SwitchTo(L("button-back"), id="back", state=Team.invite),
            menu_button(),
            only_buttons(),
            state=Team.reach,
            getter=get_reach,
        ),
        Window(
            T("team-sure", name="name", role="role", everywhere="everywhere", me="me"),
            Grid("sure", "sure", _dismiss),
            SwitchTo(L("button-back"), id="back", state=Team.list),
            menu_button(),
            only_buttons(),
            state=Team.dismiss,
            getter=get_dismiss,
        ),
    )
