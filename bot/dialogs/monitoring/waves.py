"""Waves of a survey: how each goes, and starting a new one."""

from operator import itemgetter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Select, SwitchTo
from aiogram_dialog.widgets.text import Format, List, Multi

from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Waves
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.spoken import When
from bot.domain.waves import WaveState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import waves

SHOWN = 5
_OPENED = "opened"  # a wave was started from this screen


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await waves.wave_progress(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    running = any(wave.state is WaveState.OPEN for wave in found)
    return {
        "opened": bool(dialog_manager.dialog_data.get(_OPENED)),
        "none": not found,
        "running": running,
        "idle": not running,
        "lines": [
            {
                "state": str(wave.state),
                "title": wave.title.title,
                "finished": wave.finished,
                "started": wave.started,
                "planned": wave.planned,
                "until": When(wave.closes_at, wave.zone, wave.now),
            }
            for wave in found[:SHOWN]
        ],
    }


async def get_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    plan = await waves.preview(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        profile=hand.profile,
    )

    def label(days: int, at: Any) -> str:
        words = {"days": days, "until": When(at, plan.zone, plan.now)}
        return hand.texts.label(hand.reader.locale, hand.reader.tone, "waves-for-days", words)

    return {
        "title": plan.title,
        "questions": plan.questions,
        "people": plan.people,
        "somebody": plan.people > 0,
        "nobody": plan.people == 0,
        "days": [{"id": str(days), "label": label(days, at)} for days, at in plan.ends],
    }


async def on_days(_: CallbackQuery, __: Any, manager: DialogManager, days: str) -> None:
    hand = hands(manager)
    if days not in map(str, waves.LENGTHS):
        raise Gone
    await waves.open_wave(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        days=int(days),
        profile=hand.profile,
    )
    manager.dialog_data[_OPENED] = True
    await manager.switch_to(Waves.list)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.RUN_WAVES),
        Window(
            Multi(
                T("waves-opened", when="opened"),
                T("waves-title"),
                List(
                    T(
                        "waves-line-{item[state]}",
                        title="item.title",
                        finished="item.finished",
                        started="item.started",
                        planned="item.planned",
                        until="item.until",
                    ),
                    items="lines",
                ),
                T("waves-none", when="none"),
                T("waves-one-at-a-time", when="running"),
            ),
            SwitchTo(L("waves-start"), id="start", state=Waves.days, when="idle"),
            back_to(Monitoring.home),
            menu_button(),
            state=Waves.list,
            getter=get_list,
            preview_data={
                "opened": True,
                "none": True,
                "running": True,
                "idle": True,
                "lines": [
                    {
                        "state": "open",
                        "title": "Half-way",
                        "finished": 29,
                        "started": 4,
                        "planned": 48,
                        "until": "12 March",
                    }
                ],
            },
        ),
        Window(
            Multi(
                T(
                    "waves-who",
                    when="somebody",
                    title="title",
                    questions="questions",
                    people="people",
                ),
                T("waves-nobody", when="nobody"),
            ),
            Column(
                Select(
                    Format("{item[label]}"),
                    id="days",
                    item_id_getter=itemgetter("id"),
                    items="days",
                    on_click=on_days,
                ),
                when="somebody",
            ),
            SwitchTo(L("button-back"), id="back", state=Waves.list),
            menu_button(),
            state=Waves.days,
            getter=get_days,
            preview_data={
                "title": "Half-way",
                "questions": 5,
                "people": 24,
                "somebody": True,
                "nobody": True,
                "days": [{"id": "7", "label": "7 days"}],
            },
        ),
    )
