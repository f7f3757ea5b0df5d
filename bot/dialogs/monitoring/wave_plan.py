"""The plan of waves: what may be asked, of whom, when, for how long, named or anonymous."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.wave_audience import audience_windows
from bot.dialogs.monitoring.wave_chosen import KEY, change, chosen, key_of, plan_of, to
from bot.dialogs.monitoring.wave_states import WavePlans
from bot.dialogs.monitoring.waves import open_card
from bot.dialogs.parts.day_window import PREVIEW as DAYS_PREVIEW
from bot.dialogs.parts.day_window import day_window
from bot.dialogs.parts.day_window import likely_days as as_buttons
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Waves
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.spoken import Day, Listed, When
from bot.domain.waves import ASKED_ROLES, ON_A_DAY, Audience
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import wave_plans, waves
from bot.usecases.monitoring.wave_plans import Plan, PlanLine

SHOWN = 6


def _sign(line: PlanLine) -> str:
    if line.running is not None:
        return "🟢"
    return "🗓" if line.enabled else "▫️"


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await plan_of(dialog_manager)
    shown, pager_says = leafed(dialog_manager, found.lines, SHOWN)
    off = [one for one in found.lines if not one.enabled and one.running is None]
    return {
        "lines": [_line(hand, found, one) for one in shown],
        "waves": [
            button(one.key, _sign(one) + " " + worded(hand, "wave-plan-go", **_named(one)))
            for one in shown
        ],
        "others": bool(found.others),
        "all_off": len(off) == len(found.lines) > 1,
        **pager_says,
    }


def _named(one: PlanLine) -> dict[str, Any]:
    """Two questionnaires of one title differ by whom they ask."""
    roles = one.audience.roles
    return {"title": one.questionnaire.title, "who": roles[0] if len(roles) == 1 else "both"}


def _line(hand: Hands, found: Plan, one: PlanLine) -> Line:
    return Line(
        "wave-plan-line",
        {
            "sign": _sign(one),
            **_named(one),
            "event": str(one.event),
            "day": Day(one.day, found.today) if one.day else "",
            "known": "yes" if one.day else "no",
        },
    )


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    manager.dialog_data[KEY] = key
    await chosen(manager)
    await manager.switch_to(WavePlans.card)


async def _all_on(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await wave_plans.switch_all_on(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found, line = await chosen(dialog_manager)
    on_a_day = line.event in ON_A_DAY
    seen = None
    if on_a_day and line.running is None:
        seen = await waves.preview(
            hand.db, hand.actor, programme_id=programme_of(dialog_manager),
            profile=hand.profile, key=line.key,
        )  # fmt: skip
    return {
        "title": line.questionnaire.title,
        "event": str(line.event),
        "questions": len(line.questionnaire.items),
        "days": line.days,
        "who": _who(hand, line.audience),
        "secret": "yes" if line.anonymous else "no",
        "day": Day(line.day, found.today) if line.day else "none",
        "state": "running" if line.running else "on" if line.enabled else "off",
        "people": seen.people if seen else 0,
        "counted": seen is not None,
        "start": seen is not None and seen.people > 0,
        "dated": on_a_day,
        "switch_on": line.running is None and not line.enabled
        and (not on_a_day or line.day is not None),
        "switch_off": line.enabled,
        "running": line.running is not None,
        "until": When(found.now, found.zone, found.now),
    }  # fmt: skip


def _who(hand: Hands, audience: Audience) -> Listed:
    both = set(audience.roles) == set(ASKED_ROLES)
    said: list[str] = [worded(hand, "wave-who-both" if both else f"wave-who-{audience.roles[0]}")]
    for key in audience.forms:
        form = hand.profile.form(key)
        said += [spoken(hand, form.title)] if form else []
    said += audience.groups
    if audience.alone:
        said.append(worded(hand, "wave-who-alone"))
    return Listed(tuple(said))


async def _start(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    wave_id = await waves.open_wave(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile,
        key=key_of(manager),
    )  # fmt: skip
    await open_card(manager, str(wave_id))


async def _to_running(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _found, line = await chosen(manager)
    if line.running is None:
        raise Gone
    await open_card(manager, str(line.running))


async def _on(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _switch(manager, on=True)


async def _off(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _switch(manager, on=False)


async def _switch(manager: DialogManager, *, on: bool) -> None:
    hand = hands(manager)
    await wave_plans.switch(
        hand.db, hand.actor, programme_id=programme_of(manager),
        key=key_of(manager), on=on, profile=hand.profile,
    )  # fmt: skip


async def _secret(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _found, line = await chosen(manager)
    await change(manager, anonymous=not line.anonymous)


async def get_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found, line = await chosen(dialog_manager)
    return {
        **as_buttons(dialog_manager, wave_plans.likely_days(found), found.today),
        "title": line.questionnaire.title,
        "earliest": found.today,
        "latest": found.ends_on,
        "opens_at": line.day or found.today,
        "after": found.today,
    }


async def _day(manager: DialogManager, day: date) -> None:
    await change(manager, starts_on=day)
    await manager.switch_to(WavePlans.card)


async def get_others(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await plan_of(dialog_manager)
    shown, pager_says = leafed(dialog_manager, found.others, SHOWN)
    return {
        "others": [button(one.key, f"📝 {spoken(hand, one.title)}") for one in shown],
        **pager_says,
    }


async def _add(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    hand = hands(manager)
    manager.dialog_data[KEY] = await wave_plans.add(
        hand.db, hand.actor, programme_id=programme_of(manager), questionnaire=key,
        profile=hand.profile,
    )  # fmt: skip
    await manager.switch_to(WavePlans.card)


_PAGED = {"page_before": True, "page_after": True, "page_number": 1}
_ONE = [{"id": "x", "label": "Half-way"}]
_PREVIEW: dict[str, Any] = {
    **_PAGED, "lines": [], "waves": _ONE, "others": _ONE, "all_off": True, "title": "Half-way",
    "event": "date", "questions": 5, "days": 10, "who": "everybody", "secret": "no",
    "day": "12 March", "state": "off", "people": 12, "counted": True, "start": True,
    "dated": True, "switch_on": True, "switch_off": True, "running": True, "until": "12 March",
    "choices": _ONE, "groups": True,
}  # fmt: skip


def dialog() -> Screens:
    return Screens(
        whoever_may(May.RUN_WAVES),
        Window(
            Multi(T("wave-plan-title"), Lines("lines"), T("wave-plan-how"), sep="\n\n"),
            Button(L("wave-plan-all-on"), id="all", on_click=_all_on, when="all_off"),
            Grid("w", "waves", _open),
            pager(),
            to(WavePlans.add, "wave-plan-add", "add", "others"),
            back_to(Waves.list),
            menu_button(),
            only_buttons(),
            state=WavePlans.list,
            getter=get_list,
            preview_data=_PREVIEW,
        ),
        Window(
            Multi(
                T("wave-planned", title="title", questions="questions", event="event", day="day",
                  state="state"),
                T("wave-planned-how", who="who", days="days", secret="secret"),
                T("wave-planned-people", people="people", when="counted"),
                sep="\n\n",
            ),
            Button(L("wave-start-now"), id="start", on_click=_start, when="start"),
            Button(L("wave-open-card"), id="running", on_click=_to_running, when="running"),
            Button(L("wave-switch-on"), id="on", on_click=_on, when="switch_on"),
            Button(L("wave-switch-off"), id="off", on_click=_off, when="switch_off"),
            Row(
                to(WavePlans.day, "wave-to-day", "day", "dated"),
                to(WavePlans.length, "wave-to-length", "length"),
            ),
            Row(
                to(WavePlans.audience, "wave-to-audience", "who"),
                Button(L("wave-secret", secret="secret"), id="secret", on_click=_secret,
                       when="dated"),
            ),
            to(WavePlans.list, "button-back", "back"),
            menu_button(),
            only_buttons(),
            state=WavePlans.card,
            getter=get_card,
            preview_data=_PREVIEW,
        ),
        day_window(
            T("wave-day", title="title"),
            state=WavePlans.day,
            back=WavePlans.card,
            grid="month",
            getter=get_days,
            chosen=_day,
            preview={**DAYS_PREVIEW, "title": "Half-way"},
        ),
        *audience_windows(_PREVIEW),
        Window(
            T("wave-add"),
            Grid("o", "others", _add),
            pager(),
            to(WavePlans.list, "button-back", "back"),
            menu_button(),
            only_buttons(),
            state=WavePlans.add,
            getter=get_others,
            preview_data=_PREVIEW,
        ),
    )
