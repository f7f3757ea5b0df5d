"""The curator tells everybody who was not matched when the next round is."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.proposal_states import NextRound
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.programme.desk import back_to, leads_to, programme_of
from bot.dialogs.states import Matching, MatchingSettings
from bot.domain.access import May
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.matching import rounds

TOLD = "told"


def dialog() -> Screens:
    return Screens(
        whoever_may(May.PROPOSE_PAIRS),
        Window(
            Multi(
                T("next-round-title"),
                T(
                    "next-round-who",
                    mentees="mentees",
                    mentors="mentors",
                    day="day",
                    when="ready",
                ),
                T("next-round-no-date", when="dateless"),
                T("next-round-nobody", when="nobody"),
                T("next-round-told-before", told="told", when="told"),
                sep="\n\n",
            ),
            Button(L("next-round-tell", n="people"), id="tell", on_click=_tell, when="ready"),
            Button(
                L("next-round-set"),
                id="set",
                on_click=leads_to(MatchingSettings.round),
                when="dateless",
            ),
            back_to(Matching.proposals),
            menu_button(),
            state=NextRound.tell,
            getter=get_tell,
            preview_data={
                "mentees": 3,
                "mentors": 1,
                "people": 4,
                "told": 2,
                "day": Day(date(2030, 4, 1), date(2030, 3, 13)),
                "ready": True,
                "dateless": True,
                "nobody": True,
            },
        ),
        Window(
            T("next-round-done", n="told"),
            back_to(Matching.proposals),
            menu_button(),
            state=NextRound.told,
            getter=get_told,
            preview_data={"told": 4},
        ),
    )


async def get_tell(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await rounds.waiting(hand.db, hand.actor, programme_id=programme_of(dialog_manager))
    people, dated = seen.mentees + seen.mentors, seen.next_round_on is not None
    return {
        "mentees": seen.mentees,
        "mentors": seen.mentors,
        "people": people,
        "told": seen.told if dated else 0,
        "day": Day(seen.next_round_on or seen.today, seen.today),
        "ready": dated and people > 0,
        "dateless": not dated,
        "nobody": dated and people == 0,
    }


async def get_told(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"told": dialog_manager.dialog_data.get(TOLD, 0)}


async def _tell(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    manager.dialog_data[TOLD] = await rounds.tell(
        hand.db, hand.actor, programme_id=programme_of(manager)
    )
    await manager.switch_to(NextRound.told)
