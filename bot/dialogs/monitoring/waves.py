"""Waves of questionnaires: how each goes, and the way to their plan."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.monitoring.wave_states import WavePlans, WaveRoom
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, leads_to, programme_of
from bot.dialogs.states import Waves
from bot.domain.access import May
from bot.domain.spoken import When
from bot.domain.waves import ON_A_DAY
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import waves
from bot.usecases.monitoring.waves import WaveProgress

SHOWN = 4


def line_of(wave: WaveProgress) -> Line:
    by_day = "day" if wave.event in ON_A_DAY else "event"
    kind = wave.state if str(wave.state) == "closed" else f"{wave.state}-{by_day}"
    return Line(
        f"waves-line-{kind}",
        {
            "title": wave.title.title,
            "finished": wave.finished,
            "started": wave.started,
            "planned": wave.planned,
            "until": When(wave.closes_at, wave.zone, wave.now),
        },
    )


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await waves.wave_progress(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    shown, pager_says = leafed(dialog_manager, found, SHOWN)
    return {
        "none": not found,
        "lines": [line_of(wave) for wave in shown],
        "cards": [
            button(pack(wave.wave_id), f"📝 {spoken(hand, wave.title.title)}") for wave in shown
        ],
        **pager_says,
    }


async def open_card(manager: DialogManager, wave_id: str) -> None:
    about = {"programme_id": str(programme_of(manager)), "wave_id": wave_id}
    await manager.start(
        WaveRoom.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
    )


async def _card(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await open_card(manager, str(unpack_one(item)))


def dialog() -> Screens:
    return Screens(
        whoever_may(May.RUN_WAVES),
        Window(
            Multi(
                T("waves-title"),
                Lines("lines", when="lines"),
                T("waves-none", when="none"),
                sep="\n\n",
            ),
            Button(L("waves-plan"), id="plan", on_click=leads_to(WavePlans.list)),
            Grid("w", "cards", _card),
            pager(),
            back_to(Monitoring.home),
            menu_button(),
            only_buttons(),
            state=Waves.list,
            getter=get_list,
            preview_data={
                "none": True,
                "lines": [],
                "cards": [{"id": "x", "label": "Half-way"}],
                "page_before": True,
                "page_after": True,
                "page_number": 1,
            },
        ),
    )
