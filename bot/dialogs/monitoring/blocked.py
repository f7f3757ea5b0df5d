"""Whom the bot cannot reach any more: the curator rings them up, and sees what they miss."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, worded
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, programme_of
from bot.dialogs.states import Bases, Blocked
from bot.domain.access import May
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import T
from bot.usecases.monitoring import blocked

SHOWN = 5


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await blocked.listed(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    shown, pager_says = leafed(dialog_manager, found.people, SHOWN)
    return {
        "some": bool(found.people),
        "none": not found.people,
        "lines": [line for one in shown for line in _lines(hand, found, one)],
        "cards": [
            button(pack(one.participation_id), f"👤 {shortened(_name(hand, one), 50)}")
            for one in shown
        ],
        **pager_says,
    }


def _name(hand: Hands, one: blocked.Blocked) -> str:
    name = named(hand, one.name)
    if not one.guardian:
        return name
    return worded(hand, "blocked-guardian", name=name, ward=named(hand, one.ward))


def _lines(hand: Hands, found: blocked.BlockedList, one: blocked.Blocked) -> list[Line]:
    since = Day(one.since, found.today)
    lines = [Line("blocked-one", {"name": _name(hand, one), "since": since})]
    if one.missed:
        what = ", ".join(worded(hand, f"digest-missed-{word}", count=n) for word, n in one.missed)
        lines.append(Line("blocked-missed", {"what": what}))
    return lines


async def _card(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    about = {
        "programme_id": str(programme_of(manager)),
        "participation_id": str(unpack_one(item)),
    }
    await manager.start(Bases.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.READ_DIGEST),
        Window(
            Multi(
                T("blocked-title", when="some"),
                T("blocked-none", when="none"),
                Lines("lines", when="lines"),
                sep="\n\n",
            ),
            Grid("who", "cards", _card),
            pager(),
            desk_button(),
            menu_button(),
            only_buttons(),
            state=Blocked.list,
            getter=get_list,
        ),
    )
