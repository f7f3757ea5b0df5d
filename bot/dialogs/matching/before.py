"""Before a run: what will happen, for whom the rules leave nobody, and the button to start it."""

from collections import Counter
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.matching import working as matching_working
from bot.dialogs.matching.beside_matching import wishes_button
from bot.dialogs.parts.lines import Line, Lines, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page, turned
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.sending import worker_of
from bot.dialogs.parts.subjects import shortened
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, programme_of
from bot.dialogs.states import Matching, MatchingSettings
from bot.domain.access import May
from bot.texts import L, T
from bot.usecases.matching import runs as matching_runs
from bot.usecases.matching.runs import Outlook

BLOCKED_PAGE = 10
MOST_RULES = 4  # named on the first screen; all of them stand behind the button


async def _outlook(manager: DialogManager) -> Outlook:
    hand = hands(manager)
    return await matching_runs.outlook(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        profile=hand.profile,
        run=worker_of(manager).run,
    )


async def get_before(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _outlook(dialog_manager)
    rules = Counter(one.rule for one in seen.blocked).most_common(MOST_RULES)
    return {
        "mentees": seen.mentees,
        "mentors": seen.mentors,
        "places": seen.places,
        "locked": seen.locked,
        "blocked": len(seen.blocked),
        "rules": [
            Line("matching-rule-count", {"count": count, "why": worded(hand, rule)})
            for rule, count in rules
        ],
        "possible": seen.mentees > 0 and seen.mentors > 0,
        "nobody": seen.mentees == 0,
        "no_mentors": seen.mentees > 0 and seen.mentors == 0,
        "again": seen.again,
        "first": not seen.again,
        "tunes": hand.actor.may(May.TUNE_MATCHING),
    }


async def on_run(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await matching_working.start(callback, manager)


async def on_settings(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(MatchingSettings.home, {"programme_id": str(programme_of(manager))})


def before_window() -> Window:
    return Window(
        Multi(
            T("matching-before-title"),
            T(
                "matching-before",
                when="possible",
                mentees="mentees",
                mentors="mentors",
                places="places",
            ),
            T("matching-before-locked", when="locked", locked="locked"),
            T("matching-nobody", when="nobody"),
            T("matching-no-mentors", when="no_mentors", mentees="mentees"),
            T("matching-before-blocked", when="blocked", blocked="blocked"),
            Lines("rules", when="blocked"),
            T("matching-nothing-sent", when="possible"),
        ),
        Button(L("matching-run"), id="run", on_click=on_run, when="possible"),
        SwitchTo(
            L("matching-go-blocked", blocked="blocked"),
            id="blocked",
            state=Matching.blocked,
            on_click=to_first_page,
            when="blocked",
        ),
        wishes_button(),
        Button(L("matching-go-settings"), id="set", on_click=on_settings, when="tunes"),
        SwitchTo(L("matching-go-runs"), id="runs", state=Matching.runs, when="again"),
        SwitchTo(L("matching-go-result"), id="result", state=Matching.proposals, when="again"),
        desk_button(when="first"),
        menu_button(),
        only_buttons(),
        state=Matching.before,
        getter=get_before,
        preview_data={
            "mentees": 12, "mentors": 6, "places": 14, "locked": 1, "blocked": 2, "rules": [],
            "possible": True, "nobody": True, "no_mentors": True, "again": True, "first": True,
            "tunes": True,
        },
    )  # fmt: skip


async def get_blocked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, blocked = hands(dialog_manager), (await _outlook(dialog_manager)).blocked
    part, pager_says = leafed(dialog_manager, blocked, BLOCKED_PAGE)
    lines = [
        Line("matching-left-line", {"name": shortened(one.name, 40), "why": worded(hand, one.rule)})
        for one in part
    ]
    return {"lines": lines, "blocked": len(blocked)} | pager_says


def blocked_window() -> Window:
    return Window(
        Multi(T("matching-blocked", blocked="blocked"), Lines("lines")),
        pager(),
        SwitchTo(L("button-back"), id="back", state=Matching.before, on_click=to_first_page),
        menu_button(),
        only_buttons(),
        state=Matching.blocked,
        getter=get_blocked,
        preview_data={"blocked": 1, "lines": [], **turned(1, more=True)},
    )
