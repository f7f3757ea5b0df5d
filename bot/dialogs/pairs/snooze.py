"""Until which day a pair stays out of the digest: asked on a screen of its own.

The digest's message, from which it was opened, then shows it.
"""

from datetime import date
from typing import Any
from uuid import UUID

from aiogram_dialog import DialogManager, Window

from bot.dialogs.monitoring.digest_shown import Shown, show_digest
from bot.dialogs.pairs.snooze_states import Snooze
from bot.dialogs.parts.day_window import PREVIEW, coming_days, day_window, keep_day, kept_day
from bot.dialogs.parts.screens import Screens, begun_with, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons
from bot.domain.access import May
from bot.domain.pair_marks import LONGEST_SNOOZE, Done
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import T
from bot.usecases.pairs import marks

_LIKELY = (14, 30)  # days; the shorter ones are buttons of the digest


async def _day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    item = await marks.item(
        hand.db, hand.actor, pair_id=_pair(dialog_manager), profile=hand.profile
    )
    return {
        "mentee": item.line.mentee,
        "mentor": item.line.mentor,
        **coming_days(dialog_manager, item.today, spans=_LIKELY, furthest=LONGEST_SNOOZE),
    }


async def _kept(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await _day(dialog_manager)
    return {**found, "day": Day(kept_day(dialog_manager), found["today"])}


async def _chosen(manager: DialogManager, day: date) -> None:
    hand = hands(manager)
    await marks.mark(
        hand.db,
        hand.actor,
        pair_id=_pair(manager),
        what=Done.SNOOZED,
        profile=hand.profile,
        day=day,
    )
    keep_day(manager, day)
    await manager.switch_to(Snooze.kept)
    about = Shown.read(begun_with(manager))
    await show_digest(manager, about, start_id(manager, "programme_id"))


def _pair(manager: DialogManager) -> UUID:
    return start_id(manager, "pair_id")


def dialog() -> Screens:
    return Screens(
        whoever_may(May.PROPOSE_PAIRS),
        day_window(
            T("snooze-ask", mentee="mentee", mentor="mentor"),
            state=Snooze.day,
            grid="until",
            getter=_day,
            chosen=_chosen,
            preview={**PREVIEW, "mentee": "Dima", "mentor": "Oleg"},
        ),
        Window(
            T("snooze-kept", mentee="mentee", mentor="mentor", day="day"),
            menu_button(),
            only_buttons(),
            state=Snooze.kept,
            getter=_kept,
            preview_data={"mentee": "Dima", "mentor": "Oleg", "day": "12 March"},
        ),
    )
