"""What helps pairs live: how long they do, what goes with it, what matching could weigh otherwise.

Nothing is changed here: the curator opens the settings of matching and decides there.
"""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.monitoring.what_helps_states import WhatHelpsPairs
from bot.dialogs.monitoring.what_helps_words import curve, effect_lines, lines_of
from bot.dialogs.parts.lines import Lines, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent, send_picture, worker_of
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, leads_to, programme_of
from bot.dialogs.states import MatchingSettings
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.pair_lives import WhatHelps, advice, reckoned
from bot.domain.spoken import Day
from bot.domain.statistics.figures import Survival
from bot.middlewares.policies import whoever_may
from bot.reports.pair_curve import draw_curve
from bot.texts import L, T
from bot.usecases.monitoring import what_helps

_PICTURE = "pair-curve"


async def _found(manager: DialogManager) -> tuple[what_helps.Lives, WhatHelps]:
    hand = hands(manager)
    known = await what_helps.lives(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )
    return known, await worker_of(manager).run(reckoned, known.pairs, known.on)


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, (known, found) = hands(dialog_manager), await _found(dialog_manager)
    advised = advice(found, known.weights)
    return {
        "on": Day(known.on, known.on),
        "lines": lines_of(hand, known, found, advised),
        "drawn": isinstance(found.survival, Survival),
        "tests": found.tests > 0,
    }


async def get_how(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, (_known, found) = hands(dialog_manager), await _found(dialog_manager)
    return {"lines": effect_lines(hand, found)}


async def _picture(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """A second press within a moment is no second wish."""
    if just_sent(manager, _PICTURE):
        return
    hand, (known, found) = hands(manager), await _found(manager)
    if not isinstance(found.survival, Survival):
        raise Gone
    drawn = await worker_of(manager).run(draw_curve, curve(hand, known, found.survival))
    on = Day(known.on, known.on)
    caption = worded(hand, "helps-caption", organisation=known.organisation, on=on)
    await send_picture(manager, "pairs.png", drawn, caption)
    note_sent(manager, _PICTURE)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.TUNE_MATCHING),
        Window(
            Multi(T("helps-title", on="on"), Lines("lines"), sep="\n\n"),
            Button(L("helps-picture"), id="picture", on_click=_picture, when="drawn"),
            SwitchTo(L("helps-go-how"), id="how", state=WhatHelpsPairs.how, when="tests"),
            Button(L("helps-go-settings"), id="set", on_click=leads_to(MatchingSettings.home)),
            back_to(Monitoring.home),
            menu_button(),
            only_buttons(),
            state=WhatHelpsPairs.home,
            getter=get_home,
            preview_data={"on": "", "lines": [], "drawn": True, "tests": True},
        ),
        Window(
            Multi(T("helps-how"), Lines("lines"), sep="\n\n"),
            SwitchTo(L("button-back"), id="back", state=WhatHelpsPairs.home),
            menu_button(),
            only_buttons(),
            state=WhatHelpsPairs.how,
            getter=get_how,
            preview_data={"lines": []},
        ),
    )
