"""The part of a programme's settings that belongs to its organisation."""

from datetime import date, timedelta
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.day_window import day_window, likely_days
from bot.dialogs.parts.lines import Lines
from bot.dialogs.parts.numbers import known_lines
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.house_windows import (
    contingent_window,
    facts,
    kind_window,
    to_state,
    zone_window,
)
from bot.dialogs.states import Settings
from bot.domain.programmes import CONTINGENT
from bot.domain.spoken import Day
from bot.texts import L, T
from bot.usecases.programme import organisations

OLDEST = timedelta(days=730)


async def get_house(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known, hand = (await facts(dialog_manager)).house, hands(dialog_manager)
    houses = hand.profile.houses
    counted = known.contingent_on
    return {
        "organisation": known.name,
        "known": known.kind is not None,
        "kind": next((one.title for one in houses.kinds if one.key == known.kind), None),
        "zone": next((one.title for one in houses.zones if one.key == known.zone), known.zone),
        "counts": known_lines(CONTINGENT, known.contingent),
        "counted": counted is not None,
        "on": Day(counted or known.today, known.today),
    }


async def get_counted(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Statistics are made of the first days of September and October, or now."""
    today = (await facts(dialog_manager)).house.today
    year = today.year if today >= date(today.year, 9, 1) else today.year - 1
    days = [day for day in (date(year, 10, 1), date(year, 9, 1)) if day <= today]
    return likely_days(dialog_manager, dict.fromkeys((today, *days)), today) | {
        "earliest": today - OLDEST,
        "latest": today,
        "opens_at": today,
    }


async def _counted(manager: DialogManager, day: date) -> None:
    hand, known = hands(manager), (await facts(manager)).house
    await organisations.count(
        hand.db,
        hand.actor,
        organisation_id=known.organisation_id,
        numbers=known.contingent,
        on=min(day, known.today),
    )
    await manager.switch_to(Settings.house)


def windows() -> tuple[Window, ...]:
    house = to_state(Settings.house)
    back: dict[str, Any] = {"other": house, "other_label": "button-back"}
    return (
        Window(
            Multi(
                T(
                    "settings-house",
                    organisation="organisation",
                    known="known",
                    kind="kind",
                    zone="zone",
                ),
                Lines("counts", when="counts"),
                T("settings-counted", when="counted", on="on"),
            ),
            SwitchTo(L("settings-go-kind"), id="kind", state=Settings.kind),
            SwitchTo(L("settings-go-zone"), id="zone", state=Settings.zone),
            SwitchTo(L("settings-go-contingent"), id="count", state=Settings.contingent),
            SwitchTo(L("settings-go-counted"), id="on", state=Settings.counted, when="counted"),
            SwitchTo(L("button-back"), id="back", state=Settings.home),
            menu_button(),
            only_buttons(),
            state=Settings.house,
            getter=get_house,
        ),
        kind_window(state=Settings.kind, done=house, **back),
        zone_window(state=Settings.zone, done=house, **back),
        contingent_window(
            state=Settings.contingent, done=to_state(Settings.counted), back=house
        ),
        day_window(
            T("settings-counted-when"),
            state=Settings.counted,
            back=Settings.house,
            grid="counted",
            getter=get_counted,
            chosen=_counted,
        ),
    )
