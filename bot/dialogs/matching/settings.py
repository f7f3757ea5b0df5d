"""How matching is tuned: what counts how much, which rules hold; the rest in `matching_goals`."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.matching.goals import best_window, groups_window, round_window, size_window
from bot.dialogs.matching.tuning import changed, facts, switch, switched
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page, turned
from bot.dialogs.parts.screens import Hands, Screens, back_button, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import MatchingSettings
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.matching import Weight
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.matching import settings as matching_settings

PART = "part"
PARTS_PAGE = 5


def _part(hand: Hands, part: str) -> str:
    return worded(hand, f"matching-part-{part}")


def _weight(hand: Hands, weight: Weight) -> str:
    return worded(hand, f"matching-weight-{weight}")


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, known = hands(dialog_manager), await facts(dialog_manager)
    tuning = known.tuning
    unusual = [part for part in known.weights if part in known.unusual]
    lines = [
        *(
            Line(
                "matching-set-weight",
                {"part": _part(hand, part), "weight": _weight(hand, known.weights[part])},
            )
            for part in unusual
        ),
        Line("matching-set-rules", {"off": len(tuning.off & set(known.rules))}),
        Line("matching-set-fair", {"fair": tuning.fair}),
        Line("matching-set-groups", {"forms": len(tuning.group_forms & set(known.forms))}),
        Line("matching-set-next-best", {"on": tuning.next_best}),
    ]
    on = tuning.next_best
    return {
        "lines": lines,
        "switches": [
            button(f"next_best:{changed(on)}", worded(hand, "matching-switch-next-best", on=on))
        ],
        "round": known.next_round_on is not None,
        "no_round": known.next_round_on is None,
        "on": Day(known.next_round_on or known.today, known.today),
    }


async def on_next_best(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    await switch(manager, raw)


def _home() -> Window:
    return Window(
        Multi(
            T("matching-settings-title"),
            Lines("lines"),
            T("matching-set-round", when="round", on="on"),
            T("matching-set-no-round", when="no_round"),
        ),
        SwitchTo(L("matching-go-weights"), id="weights", state=MatchingSettings.weights),
        SwitchTo(L("matching-go-rules"), id="rules", state=MatchingSettings.rules),
        SwitchTo(L("matching-go-best"), id="best", state=MatchingSettings.best),
        SwitchTo(L("matching-go-groups"), id="groups", state=MatchingSettings.groups),
        Grid("next", "switches", on_next_best),
        SwitchTo(L("matching-go-round"), id="round", state=MatchingSettings.round),
        back_button(),
        menu_button(),
        only_buttons(),
        state=MatchingSettings.home,
        getter=get_home,
        preview_data={
            "lines": [], "round": True, "no_round": True, "on": "1 March", "switches": [],
        },
    )  # fmt: skip


async def get_weights(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, known = hands(dialog_manager), await facts(dialog_manager)
    parts, pager_says = leafed(dialog_manager, list(known.weights), PARTS_PAGE)
    return {
        **pager_says,
        "parts": [
            button(
                part,
                worded(
                    hand,
                    "matching-part-weight",
                    part=_part(hand, part),
                    weight=_weight(hand, known.weights[part]),
                ),
            )
            for part in parts
        ],
    }


async def on_part(_: CallbackQuery, __: Any, manager: DialogManager, part: str) -> None:
    if part not in (await facts(manager)).weights:
        raise Gone
    manager.dialog_data[PART] = part
    await manager.switch_to(MatchingSettings.weight)


def _weights() -> Window:
    return Window(
        T("matching-weights"),
        Grid("part", "parts", on_part),
        pager(),
        SwitchTo(L("button-back"), id="back", state=MatchingSettings.home, on_click=to_first_page),
        menu_button(),
        only_buttons(),
        state=MatchingSettings.weights,
        getter=get_weights,
        preview_data={"parts": [], **turned(1, more=True)},
    )


async def get_weight(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, known = hands(dialog_manager), await facts(dialog_manager)
    part = dialog_manager.dialog_data.get(PART)
    if part not in known.weights:
        raise Gone
    now = known.weights[part]
    return {
        "part": _part(hand, part),
        "weights": [
            button(
                f"{part}:{one}",
                worded(hand, "matching-weight-choice", on=one is now, weight=_weight(hand, one)),
            )
            for one in matching_settings.choices_of(part)
        ],
    }


async def on_weight(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    part, _sep, weight = raw.partition(":")
    if weight not in list(Weight):
        raise Gone
    hand = hands(manager)
    await matching_settings.weigh(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        part=part,
        weight=Weight(weight),
    )
    await manager.switch_to(MatchingSettings.weights)


def _one_weight() -> Window:
    return Window(
        T("matching-weight-ask", part="part"),
        Grid("weight", "weights", on_weight),
        SwitchTo(L("button-back"), id="back", state=MatchingSettings.weights),
        menu_button(),
        only_buttons(),
        state=MatchingSettings.weight,
        getter=get_weight,
        preview_data={"part": "Time", "weights": []},
    )


async def get_rules(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, known = hands(dialog_manager), await facts(dialog_manager)
    return {
        "rules": [
            button(
                f"{rule}:{changed(rule not in known.tuning.off)}",
                worded(
                    hand,
                    "matching-switch",
                    on=rule not in known.tuning.off,
                    what=worded(hand, f"matching-holds-{rule}"),
                ),
            )
            for rule in known.rules
        ]
    }


async def on_rule(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    rule, holds = switched(raw)
    hand = hands(manager)
    await matching_settings.switch_rule(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        rule=rule,
        holds=holds,
        profile=hand.profile,
    )


def _rules() -> Window:
    return Window(
        T("matching-rules"),
        Grid("rule", "rules", on_rule),
        SwitchTo(L("button-back"), id="back", state=MatchingSettings.home),
        menu_button(),
        only_buttons(),
        state=MatchingSettings.rules,
        getter=get_rules,
        preview_data={"rules": []},
    )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.TUNE_MATCHING),
        _home(),
        _weights(),
        _one_weight(),
        _rules(),
        best_window(),
        groups_window(),
        size_window(),
        round_window(),
    )
