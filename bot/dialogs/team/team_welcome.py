"""Somebody new in a team: which role, what it may do, and by which name the team knows them."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Line, Lines
from bot.dialogs.parts.screens import Screens, hands, menu_button, open_anew
from bot.dialogs.parts.typed import typed
from bot.dialogs.states import Menu, TeamWelcome
from bot.domain.access import May
from bot.middlewares.policies import whoever_may
from bot.texts import T
from bot.usecases.team import team


async def get_welcome(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await team.appointments(hand.db, hand.actor)
    name = next((one.name for one in found), None)
    return {
        "lines": [
            Line(
                f"team-appointed-{one.role}",
                {
                    "organisation": one.organisation,
                    "here": one.programme is not None,
                    "programme": one.programme,
                },
            )
            for one in found[-1:]  # the newest: the others are known
        ],
        "known": name is not None,
        "unknown": name is None,
        "name": name or "",
    }


async def on_name(manager: DialogManager, name: str) -> None:
    hand = hands(manager)
    await team.introduce(hand.db, hand.actor, name=name)
    await open_anew(manager, Menu.home)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ENTER_PROGRAMME, May.SEE_REGION, May.READ_TROUBLES),
        Window(
            Multi(
                T("team-welcome"),
                Lines("lines"),
                T("team-welcome-name", when="unknown"),
                T("team-welcome-known", when="known", name="name"),
                sep="\n\n",
            ),
            typed(on_name),
            menu_button(),
            state=TeamWelcome.name,
            getter=get_welcome,
        ),
    )
