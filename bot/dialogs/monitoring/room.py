"""Monitoring: one button of the desk leads here, and from here to all its parts.

A part is one row of `PARTS`; each person sees those that a right of theirs opens, and nobody sees
more than seven. A part leads back by `back_to(Monitoring.home)`.
"""

from collections.abc import Container
from typing import Any, NamedTuple

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window

from bot.dialogs.monitoring.indicator_states import Assess, Indicators
from bot.dialogs.monitoring.questionnaire_states import Questionnaires
from bot.dialogs.monitoring.result_states import Results
from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.monitoring.swot_states import Swot
from bot.dialogs.monitoring.what_helps_states import WhatHelpsPairs
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, go_to, rights_here
from bot.dialogs.states import Waves
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.middlewares.policies import whoever_may
from bot.texts import T


class Part(NamedTuple):
    """Its label is the text "monitoring-go-<key>"."""

    key: str
    right: May
    state: State


PARTS: tuple[Part, ...] = (
    Part("waves", May.RUN_WAVES, Waves.list),
    Part("results", May.RUN_WAVES, Results.list),
    Part("questionnaires", May.RUN_WAVES, Questionnaires.list),
    Part("indicators", May.SEE_TOTALS, Indicators.home),
    Part("assessment", May.SEE_TOTALS, Assess.home),
    Part("swot", May.ASSESS, Swot.board),
    Part("helps", May.TUNE_MATCHING, WhatHelpsPairs.home),
)


def dialog() -> Screens:
    return Screens(
        whoever_may(*{part.right for part in PARTS}),
        Window(
            T("monitoring-title"),
            Grid("go", "parts", _go),
            desk_button(),
            menu_button(),
            only_buttons(),
            state=Monitoring.home,
            getter=_parts,
        ),
    )


def parts_of(rights: Container[May]) -> list[Part]:
    return [part for part in PARTS if part.right in rights]


async def _parts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, rights = hands(dialog_manager), await rights_here(dialog_manager)
    return {
        "parts": [
            button(part.key, worded(at_hand, f"monitoring-go-{part.key}"))
            for part in parts_of(rights)
        ]
    }


async def _go(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    part = next((one for one in PARTS if one.key == pressed), None)
    if part is None:
        raise Gone
    await go_to(manager, part.state)
