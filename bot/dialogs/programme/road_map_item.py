"""One line of the road map: how it stands and what can be done about it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, button, id_in, worded
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.parts.typed_days import typed_day
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import RoadMap
from bot.domain.errors import Gone
from bot.domain.roadmap import LONGEST_TITLE, Due, ProgrammeStage, tidy
from bot.domain.spoken import Day, When
from bot.texts import L, T
from bot.usecases.programme import roadmap

STAGE, ITEM, TITLE = "stage", "item", "title"
MARKS = {Due.DONE: "✅", Due.OVERDUE: "🔴", Due.SOON: "🟡", Due.AHEAD: "▫️"}
LATER = {"week": 7, "fortnight": 14, "month": 30}  # days by which a date is moved with one tap
REASONS = ("people", "papers", "partners", "time")


def stage_of(manager: DialogManager) -> ProgrammeStage:
    return ProgrammeStage(manager.dialog_data[STAGE])


async def see(manager: DialogManager) -> roadmap.RoadMap:
    at_hand = hands(manager)
    return await roadmap.view(
        at_hand.db, at_hand.actor, programme_id=programme_of(manager), profile=at_hand.profile
    )


async def to_item(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    manager.dialog_data[ITEM] = str(id_in(pressed))
    await manager.switch_to(RoadMap.card)


def _item_of(manager: DialogManager) -> UUID:
    return UUID(manager.dialog_data[ITEM])


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
        "mark": MARKS[line.due],
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
    manager.dialog_data[TITLE] = tidy(raw, LONGEST_TITLE)
    await manager.switch_to(RoadMap.day)


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"title": dialog_manager.dialog_data.get(TITLE, "")}


async def _day(manager: DialogManager, raw: str) -> None:
    seen = await see(manager)
    item_id = await roadmap.add(
        *hands(manager)[:2],
        programme_id=programme_of(manager),
        stage=stage_of(manager),
        title=manager.dialog_data[TITLE],
        due_on=_typed_day(manager, raw, seen.today),
    )
    manager.dialog_data[ITEM] = str(item_id)
    await manager.switch_to(RoadMap.card)


def back(state: Any) -> SwitchTo:
    return SwitchTo(L("button-back"), id="back", state=state)


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
        back(RoadMap.stage),
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
            back(RoadMap.card),
            state=RoadMap.move,
            getter=get_move,
        ),
        Window(
            T("road-map-ask-who", title="title"),
            Grid("mate", "team", _entrust),
            typed(_entrust_typed),
            back(RoadMap.card),
            state=RoadMap.who,
            getter=get_who,
        ),
        Window(
            T("road-map-ask-why", title="title"),
            Grid("reason", "reasons", _explain),
            typed(_explain_typed),
            back(RoadMap.card),
            state=RoadMap.why,
            getter=get_why,
        ),
        Window(
            T("road-map-ask-title"),
            typed(_title),
            back(RoadMap.stage),
            state=RoadMap.title,
        ),
        Window(
            T("road-map-ask-first-day", title="title"),
            typed(_day),
            back(RoadMap.title),
            state=RoadMap.day,
            getter=get_day,
        ),
    )


def windows() -> tuple[Window, ...]:
    return (_one(), *_changes())
