"""What counts as the best matching, groups and their sizes, and the date of the next round."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.dialogs.matching.reasons import form_words
from bot.dialogs.matching.tuning import changed, facts, switch, switched
from bot.dialogs.parts.day_window import day_window, likely_days
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import MatchingSettings
from bot.domain.errors import Gone
from bot.domain.matching.tuning import LARGEST_GROUP, SMALLEST_GROUP
from bot.texts import L, T
from bot.usecases.matching import settings as matching_settings
from bot.usecases.matching.settings import STABILITY

SWITCHES = ("fair", "keep")
SIZES = ((2, 4), (3, 5), (4, 6), (5, 8), (6, 10))
LONGEST_SIZE = len("12-12")
_LIKELY_ROUNDS = (14, 30, 60)  # days from today


async def get_best(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, tuning = hands(dialog_manager), (await facts(dialog_manager)).tuning
    on = {"fair": tuning.fair, "keep": tuning.keep}
    return {
        "switches": [
            button(
                f"{what}:{changed(on[what])}",
                worded(
                    hand, "matching-switch", on=on[what], what=worded(hand, f"matching-best-{what}")
                ),
            )
            for what in SWITCHES
        ],
        "steps": [
            button(
                str(step),
                worded(
                    hand,
                    "matching-weight-choice",
                    on=step == tuning.stability,
                    weight=worded(hand, f"matching-stability-{number}"),
                ),
            )
            for number, step in enumerate(STABILITY)
        ],
    }


async def on_switch(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    if raw.partition(":")[0] not in SWITCHES:
        raise Gone
    await switch(manager, raw)


async def on_step(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    if raw not in map(str, STABILITY):
        raise Gone
    hand = hands(manager)
    await matching_settings.dial(
        hand.db, hand.actor, programme_id=programme_of(manager), stability=int(raw)
    )


def best_window() -> Window:
    return Window(
        T("matching-best"),
        Grid("switch", "switches", on_switch),
        Grid("step", "steps", on_step),
        SwitchTo(L("button-back"), id="back", state=MatchingSettings.home),
        menu_button(),
        only_buttons(),
        state=MatchingSettings.best,
        getter=get_best,
        preview_data={"switches": [], "steps": []},
    )


async def get_groups(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, known = hands(dialog_manager), await facts(dialog_manager)
    forms = []
    for key in known.forms:
        if hand.profile.form(key) is None:
            continue
        on = key in known.tuning.group_forms
        label = worded(hand, "matching-switch", on=on, what=form_words(hand, key))
        forms.append(button(f"{key}:{changed(on)}", label))
    on = known.tuning.second_mentor
    second = worded(hand, "matching-switch", on=on, what=worded(hand, "matching-second-mentor"))
    return {
        "forms": forms,
        "second": [button(f"second_mentor:{changed(on)}", second)]
        if known.tuning.group_forms
        else [],
        "smallest": known.tuning.smallest_group,
        "largest": known.tuning.largest_group,
    }


async def on_form(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    form, on = switched(raw)
    hand = hands(manager)
    await matching_settings.group_form(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        form=form,
        profile=hand.profile,
        in_groups=on,
    )


async def on_second(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    if raw.partition(":")[0] != "second_mentor":
        raise Gone
    await switch(manager, raw)


def groups_window() -> Window:
    return Window(
        T("matching-groups", smallest="smallest", largest="largest"),
        Grid("form", "forms", on_form),
        Grid("second", "second", on_second),
        SwitchTo(L("matching-go-size"), id="size", state=MatchingSettings.size),
        SwitchTo(L("button-back"), id="back", state=MatchingSettings.home),
        menu_button(),
        only_buttons(),
        state=MatchingSettings.groups,
        getter=get_groups,
        preview_data={"forms": [], "second": [], "smallest": 4, "largest": 6},
    )


async def get_size(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, tuning = hands(dialog_manager), (await facts(dialog_manager)).tuning
    now = (tuning.smallest_group, tuning.largest_group)
    sizes = SIZES if now in SIZES else (*SIZES, now)
    return {
        "sizes": [
            button(
                f"{least}-{most}",
                worded(hand, "matching-size", on=(least, most) == now, least=least, most=most),
            )
            for least, most in sizes
        ],
        "least": SMALLEST_GROUP,
        "most": LARGEST_GROUP,
    }


async def on_size(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    least, _sep, most = raw.partition("-")
    if not (least.isdecimal() and most.isdecimal()) or len(raw) > LONGEST_SIZE:
        raise Gone
    hand = hands(manager)
    await matching_settings.group_size(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        smallest=int(least),
        largest=int(most),
    )
    await manager.switch_to(MatchingSettings.groups)


def size_window() -> Window:
    return Window(
        T("matching-size-ask", least="least", most="most"),
        Grid("size", "sizes", on_size),
        SwitchTo(L("button-back"), id="back", state=MatchingSettings.groups),
        menu_button(),
        only_buttons(),
        state=MatchingSettings.size,
        getter=get_size,
        preview_data={"sizes": [], "least": SMALLEST_GROUP, "most": LARGEST_GROUP},
    )


async def get_round(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known = await facts(dialog_manager)
    today = known.today
    days = [today + timedelta(days=days) for days in _LIKELY_ROUNDS]
    if known.next_round_on is not None and known.next_round_on >= today:
        days.insert(0, known.next_round_on)
    return likely_days(dialog_manager, dict.fromkeys(days), today) | {
        "after": today,
        "earliest": today,
        "latest": today + matching_settings.FURTHEST,
        "opens_at": today,
        "known": known.next_round_on is not None,
    }


async def _next_round(manager: DialogManager, day: date | None) -> None:
    hand = hands(manager)
    await matching_settings.next_round(
        hand.db, hand.actor, programme_id=programme_of(manager), on=day
    )
    await manager.switch_to(MatchingSettings.home)


async def on_no_round(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _next_round(manager, None)


def round_window() -> Window:
    return day_window(
        T("matching-round"),
        Button(L("matching-round-none"), id="none", on_click=on_no_round, when="known"),
        state=MatchingSettings.round,
        back=MatchingSettings.home,
        grid="round",
        getter=get_round,
        chosen=_next_round,
    )
