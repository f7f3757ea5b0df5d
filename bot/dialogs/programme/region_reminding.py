"""Reminding who is behind: what would be said and to how many, and then one tap."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Line, Lines, worded
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.subjects import shown_id
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.region_states import Region
from bot.domain.region import REMIND_AGAIN, Lag
from bot.texts import L, T
from bot.usecases.programme import region_reminders

HOUSE = "organisation_id"
MOST_NAMED = 5


def _said(hand: Hands, lags: tuple[Lag, ...]) -> str:
    return ", ".join(worded(hand, f"region-lag-{lag}") for lag in lags)


async def get_one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await region_reminders.preview_one(
        hand.db,
        hand.actor,
        organisation_id=shown_id(dialog_manager, HOUSE),
        profile=hand.profile,
    )
    return {
        "organisation": found.name,
        "people": found.people,
        "lags": _said(hand, found.lags),
        "days": REMIND_AGAIN.days,
    }


async def get_all(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await region_reminders.preview(hand.db, hand.actor, profile=hand.profile)
    first = found.waiting[:MOST_NAMED]
    return {
        "n": len(found.waiting),
        "people": found.letters,
        "lately": found.lately,
        "nobody": found.nobody,
        "days": REMIND_AGAIN.days,
        "any": bool(found.waiting),
        "none": not found.waiting,
        "more": len(found.waiting) - len(first),
        "lines": [
            Line("region-remind-line", {"organisation": one.name, "lags": _said(hand, one.lags)})
            for one in first
        ],
    }


async def _one(query: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    people = await region_reminders.remind(
        hand.db, hand.actor, organisation_id=shown_id(manager, HOUSE), profile=hand.profile
    )
    await query.answer(worded(hand, "region-remind-done", n=1, people=people))
    await manager.switch_to(Region.card, show_mode=ShowMode.EDIT)


async def _all(query: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    done = await region_reminders.remind_all(hand.db, hand.actor, profile=hand.profile)
    said = worded(hand, "region-remind-done", n=len(done.waiting), people=done.letters)
    await query.answer(said)
    await manager.switch_to(Region.list, show_mode=ShowMode.EDIT)


def windows() -> tuple[Window, ...]:
    back = L("button-back")
    return (
        Window(
            T(
                "region-remind",
                organisation="organisation",
                people="people",
                lags="lags",
                days="days",
            ),
            Button(L("region-remind-send"), id="send", on_click=_one),
            SwitchTo(back, id="back", state=Region.card),
            menu_button(),
            only_buttons(),
            state=Region.remind,
            getter=get_one,
        ),
        Window(
            Multi(
                T("region-remind-all", n="n", people="people", when="any"),
                Lines("lines", when="lines"),
                T("region-remind-more", more="more", when="more"),
                T("region-remind-none", when="none"),
                T("region-remind-lately", n="lately", days="days", when="lately"),
                T("region-remind-nobody", n="nobody", when="nobody"),
                sep="\n\n",
            ),
            Button(L("region-remind-all-send", n="n"), id="send", on_click=_all, when="any"),
            SwitchTo(back, id="back", state=Region.totals),
            menu_button(),
            only_buttons(),
            state=Region.remind_all,
            getter=get_all,
        ),
    )
