"""The curator after the general meeting: opens wishes, sees who has spoken, reads the vetoes."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.proposal_states import GeneralMeeting
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import leafed, pager, turned
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Matching
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.matching import general_meeting
from bot.usecases.matching.general_meeting import Overview

VETOES = 10  # on a page
OPENED = "opened"  # how many were just written to


def dialog() -> Screens:
    return Screens(
        whoever_may(May.PROPOSE_PAIRS),
        Window(
            Multi(
                T("meeting-wishes-opened", n="opened", when="opened"),
                T("meeting-wishes-title"),
                T("meeting-wishes-{stage}", until="until"),
                T(
                    "meeting-wishes-figures",
                    mentees="mentees",
                    mentors="mentors",
                    mentee_voices="mentee_voices",
                    mentor_voices="mentor_voices",
                ),
                sep="\n\n",
            ),
            SwitchTo(L("meeting-wishes-open"), id="open", state=GeneralMeeting.days, when="closed"),
            SwitchTo(L("meeting-wishes-move"), id="move", state=GeneralMeeting.days, when="open"),
            Button(L("meeting-wishes-close"), id="close", on_click=_close, when="open"),
            SwitchTo(
                L("meeting-wishes-vetoes", n="vetoes"),
                id="vetoes",
                state=GeneralMeeting.vetoes,
                when="vetoes",
            ),
            back_to(Matching.proposals),
            menu_button(),
            state=GeneralMeeting.home,
            getter=get_home,
            preview_data={
                "opened": 12,
                "stage": "open-until",
                "until": "12 March",
                "mentees": 12,
                "mentors": 6,
                "mentee_voices": 3,
                "mentor_voices": 2,
                "open": True,
                "closed": True,
                "vetoes": 1,
            },
        ),
        Window(
            T("meeting-wishes-days", mentees="mentees", mentors="mentors"),
            Grid("days", "days", _on_days),
            SwitchTo(L("button-back"), id="back", state=GeneralMeeting.home),
            state=GeneralMeeting.days,
            getter=get_days,
            preview_data={"mentees": 12, "mentors": 6, "days": [{"id": "5", "label": "5 days"}]},
        ),
        Window(
            Multi(T("meeting-wishes-vetoes-title"), Lines("lines"), sep="\n\n"),
            pager(),
            SwitchTo(L("button-back"), id="back", state=GeneralMeeting.home),
            menu_button(),
            state=GeneralMeeting.vetoes,
            getter=get_vetoes,
            preview_data={"lines": [], **turned(1, more=True)},
        ),
    )


async def _overview(manager: DialogManager) -> Overview:
    hand = hands(manager)
    return await general_meeting.overview(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _overview(dialog_manager)
    at = seen.until or seen.over
    return {
        "opened": dialog_manager.dialog_data.get(OPENED, 0),
        "stage": "open-until" if seen.until else "over" if seen.over else "never",
        "until": When(at, seen.zone, seen.now) if at else "",
        **_figures(seen),
        "mentee_voices": seen.voices[Role.MENTEE],
        "mentor_voices": seen.voices[Role.MENTOR],
        "open": seen.until is not None,
        "closed": seen.until is None,
        "vetoes": len(seen.vetoes),
    }


def _figures(seen: Overview) -> dict[str, int]:
    return {"mentees": seen.people[Role.MENTEE], "mentors": seen.people[Role.MENTOR]}


async def get_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _overview(dialog_manager)
    return {
        **_figures(seen),
        "days": [
            button(
                str(days),
                worded(hand, "meeting-wishes-until", until=When(at, seen.zone, seen.now)),
            )
            for days, at in seen.ends
        ],
    }


async def get_vetoes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _overview(dialog_manager)
    part, pager_says = leafed(dialog_manager, seen.vetoes, VETOES)
    return {
        "lines": [
            Line(f"meeting-wishes-veto-{one.by}", {"mentee": one.mentee, "mentor": one.mentor})
            for one in part
        ],
        **pager_says,
    }


async def _on_days(_: CallbackQuery, __: Any, manager: DialogManager, days: str) -> None:
    if days not in map(str, general_meeting.LENGTHS):
        raise Gone
    hand = hands(manager)
    told = await general_meeting.open_wishes(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        days=int(days),
        profile=hand.profile,
    )
    manager.dialog_data[OPENED] = told
    await manager.switch_to(GeneralMeeting.home)


async def _close(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await general_meeting.close_wishes(hand.db, hand.actor, programme_id=programme_of(manager))
    manager.dialog_data.pop(OPENED, None)
