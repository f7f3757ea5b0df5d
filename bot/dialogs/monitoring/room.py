"""Monitoring: one button of the desk leads here, and from here to all its parts.

A part is one row of `PARTS`; each person sees those that a right of theirs opens, and nobody sees
more than seven. A part leads back by `back_to(Monitoring.home)`.
"""

from aiogram_dialog import Window

from bot.dialogs.monitoring.indicator_states import Assess, Indicators
from bot.dialogs.monitoring.questionnaire_states import Questionnaires
from bot.dialogs.monitoring.result_states import Results
from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.monitoring.swot_states import Swot
from bot.dialogs.monitoring.what_helps_states import WhatHelpsPairs
from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import Hands, Screens, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button
from bot.dialogs.programme.doors import Door, door_grid, shown_doors
from bot.dialogs.states import Waves
from bot.domain.access import May
from bot.middlewares.policies import whoever_may
from bot.texts import T

PARTS: tuple[Door, ...] = (
    Door("waves", May.RUN_WAVES, Waves.list),
    Door("results", May.RUN_WAVES, Results.list),
    Door("questionnaires", May.RUN_WAVES, Questionnaires.list),
    Door("indicators", May.SEE_TOTALS, Indicators.home),
    Door("assessment", May.SEE_TOTALS, Assess.home),
    Door("swot", May.ASSESS, Swot.board),
    Door("helps", May.TUNE_MATCHING, WhatHelpsPairs.home),
)


def dialog() -> Screens:
    return Screens(
        whoever_may(*{part.right for part in PARTS}),
        Window(
            T("monitoring-title"),
            door_grid(PARTS),
            desk_button(),
            menu_button(),
            only_buttons(),
            state=Monitoring.home,
            getter=shown_doors(PARTS, _label),
        ),
    )


def _label(hand: Hands, key: str) -> str:
    return worded(hand, f"monitoring-go-{key}")
