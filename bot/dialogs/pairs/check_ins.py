"""With whom the curator is to talk: each name is a button, one tap notes the talk."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.digest_states import CheckIns
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, programme_of
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import check_ins
from bot.usecases.pairs.check_ins import TalkLine, TalkList

SHOWN = 6
_ROLES = {"e": Role.MENTEE, "r": Role.MENTOR}
_SIGNS = {role: sign for sign, role in _ROLES.items()}


async def _listed(manager: DialogManager) -> TalkList:
    hand = hands(manager)
    return await check_ins.listed(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )


def _subject(one: TalkLine) -> str:
    return _SIGNS[one.role] + pack(one.person_id)


def _partner(one: TalkLine) -> str:
    return shortened(one.partners[0], 18) + ("…" if len(one.partners) > 1 else "")


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _listed(dialog_manager)
    shown, pager_says = leafed(dialog_manager, found.due, SHOWN)
    if found.due:
        lines = [
            Line(
                "check-ins-how",
                {
                    "count": len(found.due),
                    "late": found.late,
                    "days": found.days,
                    "kept": found.people - found.late,
                    "people": found.people,
                    "on": Day(found.today, found.today),
                },
            ),
            Line("check-ins-tap"),
        ]
    else:
        lines = [Line("check-ins-none", {"people": found.people})]
    return {
        "programme": found.programme,
        "times": found.rules.first_times,
        "first": found.rules.first_days,
        "every": found.rules.every,
        "lines": lines,
        "people": [button(_subject(one), _label(hand, found, one)) for one in shown],
        "just": len(found.just),
        **pager_says,
    }


def _label(hand: Hands, found: TalkList, one: TalkLine) -> str:
    return worded(
        hand,
        "check-ins-person",
        name=shortened(one.name, 22),
        role=str(one.role),
        partner=_partner(one),
        late=one.check_in.late,
        until=Day(one.check_in.due_on, found.today),
    )


async def get_today(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _listed(dialog_manager)
    shown, pager_says = leafed(dialog_manager, found.just, SHOWN)
    return {
        "some": bool(found.just),
        "people": [
            button(
                _subject(one),
                worded(
                    hand, "check-ins-undo", name=shortened(one.name, 22), partner=_partner(one)
                ),
            )
            for one in shown
        ],
        **pager_says,
    }


async def _note(manager: DialogManager, pressed: str, *, taken_back: bool) -> None:
    hand, role = hands(manager), _ROLES.get(pressed[:1])
    if role is None:
        raise Gone
    await check_ins.talked(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        person_id=unpack_one(pressed[1:]),
        role=role,
        profile=hand.profile,
        taken_back=taken_back,
    )


async def _talked(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await _note(manager, pressed, taken_back=False)


async def _not_talked(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await _note(manager, pressed, taken_back=True)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.READ_DIGEST),
        Window(
            Multi(
                T(
                    "check-ins-title",
                    programme="programme",
                    times="times",
                    first="first",
                    every="every",
                ),
                Lines("lines"),
            ),
            Grid("talked", "people", _talked),
            pager(),
            SwitchTo(
                L("check-ins-go-today", count="just"),
                id="today",
                state=CheckIns.today,
                when="just",
            ),
            desk_button(),
            menu_button(),
            only_buttons(),
            state=CheckIns.list,
            getter=get_list,
        ),
        Window(
            T("check-ins-today", some="some"),
            Grid("undo", "people", _not_talked),
            pager(),
            SwitchTo(L("button-back"), id="back", state=CheckIns.list),
            menu_button(),
            only_buttons(),
            state=CheckIns.today,
            getter=get_today,
        ),
    )
