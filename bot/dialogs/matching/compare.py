"""Earlier runs, and any of them beside the one in force."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Line, Lines, worded
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.subjects import pack, shown_id, subject_list, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import Matching
from bot.domain.spoken import When
from bot.texts import L, T
from bot.usecases.matching import comparing as matching_comparing
from bot.usecases.matching.comparing import Change

RUN = "run_id"


async def get_runs(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await matching_comparing.runs(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    older = [one for one in found.lines if not one.in_force]
    return {
        "some": bool(older),
        "none": not older,
        "runs": [
            {
                "id": pack(one.run_id),
                "label": worded(
                    hand,
                    "matching-run-line",
                    at=When(one.made_at, found.zone, found.now),
                    placed=one.placed,
                ),
            }
            for one in older
        ],
    }


async def on_run(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    manager.dialog_data[RUN] = str(unpack_one(raw))
    await manager.switch_to(Matching.compare)


def runs_window() -> Window:
    return Window(
        Multi(T("matching-runs", when="some"), T("matching-runs-none", when="none")),
        subject_list(id="run", items="runs", on_click=on_run),
        SwitchTo(L("button-back"), id="back", state=Matching.before),
        menu_button(),
        only_buttons(),
        state=Matching.runs,
        getter=get_runs,
        preview_data={"some": True, "none": True, "runs": []},
    )


async def get_comparison(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await matching_comparing.compare(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        run_id=shown_id(dialog_manager, RUN),
    )
    return {
        "before_at": When(found.before.made_at, found.zone, found.now),
        "after_at": When(found.after.made_at, found.zone, found.now),
        "figures": [
            Line(f"matching-compare-{name}", {"before": before, "after": after})
            for name, before, after in (
                ("placed", found.before.placed, found.after.placed),
                ("total", found.before.total, found.after.total),
                ("floor", found.before.floor, found.after.floor),
            )
        ],
        "changed": found.changed,
        "lines": [_change(one) for one in found.lines],
        "more": found.changed - len(found.lines),
    }


def _change(one: Change) -> Line:
    args = {"mentee": one.mentee, "before": one.before or "", "after": one.after or ""}
    if one.before is None:
        return Line("matching-change-new", args)
    return Line("matching-change-left" if one.after is None else "matching-change", args)


def compare_window() -> Window:
    return Window(
        Multi(
            T("matching-compare", before="before_at", after="after_at"),
            Lines("figures"),
            T("matching-compare-changed", changed="changed"),
            Lines("lines", when="lines"),
            T("matching-swap-more", when="more", count="more"),
        ),
        SwitchTo(L("button-back"), id="back", state=Matching.runs),
        menu_button(),
        only_buttons(),
        state=Matching.compare,
        getter=get_comparison,
        preview_data={
            "before_at": "today", "after_at": "today", "figures": [], "changed": 3, "lines": [],
            "more": 1,
        },
    )  # fmt: skip
