"""The road map: seven stages with their progress, and the lines of one stage."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme import road_map_item
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.programme.road_map_item import MARKS, STAGE, back, see, stage_of, to_item
from bot.dialogs.states import RoadMap, Rooms
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.roadmap import Due, ProgrammeStage
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.programme import roadmap

MOST_URGENT = 4


async def get_stages(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, seen = hands(dialog_manager), await see(dialog_manager)
    urgent = [line for line in seen.lines if line.due in (Due.OVERDUE, Due.SOON)]
    return {
        "programme": seen.programme,
        "empty": not seen.lines,
        "drawn": bool(seen.lines),
        "may_draw": seen.may_change and not seen.lines,
        "agreed": seen.agreed_on is not None,
        "agreed_on": Day(seen.agreed_on or seen.today, seen.today),
        "may_agree": bool(seen.lines) and seen.may_change and seen.agreed_on is None,
        "may_take_back": seen.may_change and seen.agreed_on is not None,
        "done": seen.count(Due.DONE),
        "total": len(seen.lines),
        "urgent": [_said(line, seen.today) for line in urgent[:MOST_URGENT]],
        "more": max(len(urgent) - MOST_URGENT, 0),
        "stages": [
            button(
                line.stage,
                worded(
                    at_hand,
                    "road-map-go-stage",
                    number=number,
                    title=spoken(at_hand, line.title),
                    done=line.done,
                    total=line.total,
                    late=line.overdue,
                ),
            )
            for number, line in enumerate(seen.stages, start=1)
            if seen.lines
        ],
    }


def _said(line: roadmap.Line, today: date) -> Line:
    facts = {"title": line.title, "day": Day(line.due_on, today), "mark": MARKS[line.due]}
    return Line("road-map-line", facts)


async def _draw_up(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    await roadmap.draw_up(
        at_hand.db, at_hand.actor, programme_id=programme_of(manager), profile=at_hand.profile
    )


def _agrees(agreed: bool) -> Any:
    async def agree(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        at_hand = hands(manager)
        programme_id = programme_of(manager)
        await roadmap.agree(at_hand.db, at_hand.actor, programme_id=programme_id, agreed=agreed)

    return agree


async def _to_stage(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in list(ProgrammeStage):
        raise Gone
    manager.dialog_data[STAGE] = pressed
    await manager.switch_to(RoadMap.stage)


async def get_stage(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen, stage = await see(dialog_manager), stage_of(dialog_manager)
    title = next(line.title for line in seen.stages if line.stage is stage)
    return {
        "title": title,
        "items": [
            button(str(line.item_id), f"{MARKS[line.due]} {line.title}")
            for line in seen.lines
            if line.stage is stage
        ],
        "may_change": seen.may_change,
        "may_tick_all": seen.may_change
        and any(line.stage is stage and line.due is not Due.DONE for line in seen.lines),
    }


async def _tick_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    await roadmap.tick_stage(
        at_hand.db,
        at_hand.actor,
        programme_id=programme_of(manager),
        stage=stage_of(manager),
    )


def _lists() -> tuple[Window, ...]:
    return (
        Window(
            Multi(
                T("road-map-title", programme="programme"),
                T("road-map-empty", when="empty"),
                T("road-map-progress", done="done", total="total", when="drawn"),
                T("road-map-agreed", day="agreed_on", when="agreed"),
                Lines("urgent", when="urgent"),
                T("road-map-more", more="more", when="more"),
                sep="\n\n",
            ),
            Button(L("road-map-draw-up"), id="draw", on_click=_draw_up, when="may_draw"),
            Grid("stage", "stages", _to_stage),
            Button(L("road-map-agree"), id="agree", on_click=_agrees(True), when="may_agree"),
            Button(
                L("road-map-not-agreed"), id="not", on_click=_agrees(False), when="may_take_back"
            ),
            back_to(Rooms.list),
            menu_button(),
            only_buttons(),
            state=RoadMap.stages,
            getter=get_stages,
        ),
        Window(
            T("road-map-stage", title="title"),
            Grid("item", "items", to_item),
            Button(L("road-map-tick-all"), id="all", on_click=_tick_all, when="may_tick_all"),
            SwitchTo(L("road-map-add"), id="add", state=RoadMap.title, when="may_change"),
            back(RoadMap.stages),
            only_buttons(),
            state=RoadMap.stage,
            getter=get_stage,
        ),
    )


def dialog() -> Screens:
    return Screens(whoever_may(May.SEE_STAGES), *_lists(), *road_map_item.windows())
