"""The road map: seven stages, their lines, and one line with what can be done about it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk import desk_button, programme_of
from bot.dialogs.lines import Grid, Line, Lines, button, id_in, spoken, worded
from bot.dialogs.screens import Hands, Screens, hands, menu_button
from bot.dialogs.states import RoadMap
from bot.dialogs.typed import only_buttons, typed
from bot.dialogs.typed_days import typed_day
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.roadmap import Due, ProgrammeStage
from bot.domain.spoken import Day, When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases import roadmap

_STAGE, _ITEM, _TITLE = "stage", "item", "title"
_MARKS = {Due.DONE: "✅", Due.OVERDUE: "🔴", Due.SOON: "🟡", Due.AHEAD: "▫️"}
MOST_URGENT = 4
LATER = {"week": 7, "fortnight": 14, "month": 30}  # days by which a date is moved with one tap
REASONS = ("people", "papers", "partners", "time")


async def _view(manager: DialogManager) -> roadmap.RoadMap:
    at_hand = hands(manager)
    return await roadmap.view(
        at_hand.db, at_hand.actor, programme_id=programme_of(manager), profile=at_hand.profile
    )


async def get_stages(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, seen = hands(dialog_manager), await _view(dialog_manager)
    urgent = [line for line in seen.lines if line.due in (Due.OVERDUE, Due.SOON)]
    return {
        "programme": seen.programme,
        "empty": not seen.lines,
        "drawn": bool(seen.lines),
        "may_draw": seen.may_change and not seen.lines,
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
    facts = {"title": line.title, "day": Day(line.due_on, today), "mark": _MARKS[line.due]}
    return Line("road-map-line", facts)


async def _draw_up(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    await roadmap.draw_up(
        at_hand.db, at_hand.actor, programme_id=programme_of(manager), profile=at_hand.profile
    )


async def _to_stage(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in list(ProgrammeStage):
        raise Gone
    manager.dialog_data[_STAGE] = pressed
    await manager.switch_to(RoadMap.stage)


def _stage_of(manager: DialogManager) -> ProgrammeStage:
    return ProgrammeStage(manager.dialog_data[_STAGE])


async def get_stage(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen, stage = await _view(dialog_manager), _stage_of(dialog_manager)
    title = next(line.title for line in seen.stages if line.stage is stage)
    return {
        "title": title,
        "items": [
            button(str(line.item_id), f"{_MARKS[line.due]} {line.title}")
            for line in seen.lines
            if line.stage is stage
        ],
        "may_change": seen.may_change,
    }


async def _to_item(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    manager.dialog_data[_ITEM] = str(id_in(pressed))
    await manager.switch_to(RoadMap.card)


def _item_of(manager: DialogManager) -> UUID:
    return UUID(manager.dialog_data[_ITEM])


async def _card(manager: DialogManager) -> roadmap.Card:
    at_hand = hands(manager)
    return await roadmap.card(
        at_hand.db, at_hand.actor, item_id=_item_of(manager), profile=at_hand.profile
    )


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _card(dialog_manager)
    line = seen.line
    done = line.due is Due.DONE
    return {
        "mark": _MARKS[line.due],
        "title": line.title,
        "stage": seen.stage,
        "day": Day(line.due_on, seen.today),
        "due": str(line.due),
        "days": abs((seen.today - line.due_on).days),
        "who": line.responsible,
        "result": seen.result,
        "done": done,
        "done_by": seen.done_by or "—",
        "done_at": When(seen.done_at, seen.zone, seen.now) if seen.done_at else None,
        "reason": seen.delay_reason,
        "may_tick": seen.may_tick and not done,
        "may_untick": seen.may_tick and done,
        "may_explain": seen.may_tick and line.due is Due.OVERDUE,
        "may_change": seen.may_change,
        "may_move": seen.may_change and not done,
    }


async def _tick(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await roadmap.tick(*hands(manager)[:2], item_id=_item_of(manager), done=True)


async def _untick(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await roadmap.tick(*hands(manager)[:2], item_id=_item_of(manager), done=False)


async def _remove(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await roadmap.remove(*hands(manager)[:2], item_id=_item_of(manager))
    await manager.switch_to(RoadMap.stage)


async def get_move(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, seen = hands(dialog_manager), await _card(dialog_manager)
    days = {name: _moved(seen, span) for name, span in LATER.items()}
    return {
        "title": seen.line.title,
        "day": Day(seen.line.due_on, seen.today),
        "spans": [
            button(name, worded(at_hand, f"road-map-later-{name}", day=Day(day, seen.today)))
            for name, day in days.items()
        ],
    }


def _moved(seen: roadmap.Card, days: int) -> date:
    return max(seen.line.due_on, seen.today) + timedelta(days=days)


async def _move(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in LATER:
        raise Gone
    await _move_to(manager, _moved(await _card(manager), LATER[pressed]))


async def _move_typed(manager: DialogManager, raw: str) -> None:
    await _move_to(manager, _typed_day(manager, raw, (await _card(manager)).today))


async def _move_to(manager: DialogManager, day: date) -> None:
    await roadmap.move(*hands(manager)[:2], item_id=_item_of(manager), due_on=day)
    await manager.switch_to(RoadMap.card)


def _typed_day(manager: DialogManager, raw: str, today: date) -> date:
    at_hand = hands(manager)
    return typed_day(raw, locale=at_hand.reader.locale, today=today, words=at_hand.lexicon.days)


async def get_who(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _card(dialog_manager)
    return {
        "title": seen.line.title,
        "team": [button(str(mate.person_id), mate.name) for mate in seen.team],
    }


async def _entrust(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await roadmap.entrust(*hands(manager)[:2], item_id=_item_of(manager), person_id=id_in(pressed))
    await manager.switch_to(RoadMap.card)


async def _entrust_typed(manager: DialogManager, raw: str) -> None:
    await roadmap.entrust(*hands(manager)[:2], item_id=_item_of(manager), words=raw)
    await manager.switch_to(RoadMap.card)


async def get_why(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, seen = hands(dialog_manager), await _card(dialog_manager)
    return {"title": seen.line.title, "reasons": _reasons(at_hand)}


def _reasons(at_hand: Hands) -> list[dict[str, str]]:
    return [button(name, worded(at_hand, f"road-map-reason-{name}")) for name in REASONS]


async def _explain(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in REASONS:
        raise Gone
    await _explain_typed(manager, worded(hands(manager), f"road-map-reason-{pressed}"))


async def _explain_typed(manager: DialogManager, raw: str) -> None:
    await roadmap.explain(*hands(manager)[:2], item_id=_item_of(manager), reason=raw)
    await manager.switch_to(RoadMap.card)


async def _title(manager: DialogManager, raw: str) -> None:
    manager.dialog_data[_TITLE] = roadmap.tidy(raw, roadmap.LONGEST_TITLE)
    await manager.switch_to(RoadMap.day)


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"title": dialog_manager.dialog_data.get(_TITLE, "")}


async def _day(manager: DialogManager, raw: str) -> None:
    seen = await _view(manager)
    item_id = await roadmap.add(
        *hands(manager)[:2],
        programme_id=programme_of(manager),
        stage=_stage_of(manager),
        title=manager.dialog_data[_TITLE],
        due_on=_typed_day(manager, raw, seen.today),
    )
    manager.dialog_data[_ITEM] = str(item_id)
    await manager.switch_to(RoadMap.card)


def _back(state: Any) -> SwitchTo:
    return SwitchTo(L("button-back"), id="back", state=state)


def _lists() -> tuple[Window, ...]:
    return (
        Window(
            Multi(
                T("road-map-title", programme="programme"),
                T("road-map-empty", when="empty"),
                T("road-map-progress", done="done", total="total", when="drawn"),
                Lines("urgent", when="urgent"),
                T("road-map-more", more="more", when="more"),
                sep="\n\n",
            ),
            Button(L("road-map-draw-up"), id="draw", on_click=_draw_up, when="may_draw"),
            Grid("stage", "stages", _to_stage),
            desk_button(),
            menu_button(),
            only_buttons(),
            state=RoadMap.stages,
            getter=get_stages,
        ),
        Window(
            T("road-map-stage", title="title"),
            Grid("item", "items", _to_item),
            SwitchTo(L("road-map-add"), id="add", state=RoadMap.title, when="may_change"),
            _back(RoadMap.stages),
            only_buttons(),
            state=RoadMap.stage,
            getter=get_stage,
        ),
    )


def _one() -> Window:
    return Window(
        Multi(
            T("road-map-card", mark="mark", title="title", stage="stage"),
            Multi(
                T("road-map-due", day="day", due="due", days="days"),
                T("road-map-who", who="who", when="who"),
                T("road-map-result", result="result", when="result"),
                T("road-map-done", by="done_by", at="done_at", when="done"),
                T("road-map-late-because", reason="reason", when="reason"),
            ),
            sep="\n\n",
        ),
        Button(L("road-map-tick"), id="tick", on_click=_tick, when="may_tick"),
        Button(L("road-map-untick"), id="untick", on_click=_untick, when="may_untick"),
        SwitchTo(L("road-map-explain"), id="why", state=RoadMap.why, when="may_explain"),
        SwitchTo(L("road-map-move"), id="move", state=RoadMap.move, when="may_move"),
        SwitchTo(L("road-map-entrust"), id="who", state=RoadMap.who, when="may_change"),
        Button(L("road-map-remove"), id="remove", on_click=_remove, when="may_change"),
        _back(RoadMap.stage),
        only_buttons(),
        state=RoadMap.card,
        getter=get_card,
    )


def _changes() -> tuple[Window, ...]:
    return (
        Window(
            T("road-map-ask-day", title="title", day="day"),
            Grid("span", "spans", _move),
            typed(_move_typed),
            _back(RoadMap.card),
            state=RoadMap.move,
            getter=get_move,
        ),
        Window(
            T("road-map-ask-who", title="title"),
            Grid("mate", "team", _entrust),
            typed(_entrust_typed),
            _back(RoadMap.card),
            state=RoadMap.who,
            getter=get_who,
        ),
        Window(
            T("road-map-ask-why", title="title"),
            Grid("reason", "reasons", _explain),
            typed(_explain_typed),
            _back(RoadMap.card),
            state=RoadMap.why,
            getter=get_why,
        ),
        Window(
            T("road-map-ask-title"),
            typed(_title),
            _back(RoadMap.stage),
            state=RoadMap.title,
        ),
        Window(
            T("road-map-ask-first-day", title="title"),
            typed(_day),
            _back(RoadMap.title),
            state=RoadMap.day,
            getter=get_day,
        ),
    )


def dialog() -> Screens:
    return Screens(whoever_may(May.SEE_STAGES), *_lists(), _one(), *_changes())
