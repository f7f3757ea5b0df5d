"""Changes to a goal: a step with its day, other words, another day, out of the plan."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.dialogs.pairs.plan_goal import card_of, goal_of, idea_of
from bot.dialogs.pairs.plan_states import Plan
from bot.dialogs.parts.day_window import PREVIEW, day_window, likely_days
from bot.dialogs.parts.lines import Grid, button, id_in, spoken, worded
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, subject_button, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.domain.errors import Gone
from bot.domain.plans import FURTHEST, LONGEST_STEP
from bot.domain.roadmap import tidy
from bot.texts import L, T
from bot.usecases.pairs import goal_steps, plans

_WORDS = "step_words"
_STEP_IN = (3, 7, 14)  # days
_LATER = (14, 30, 60)


async def get_step(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, card = hands(dialog_manager), await card_of(dialog_manager)
    idea = idea_of(dialog_manager)
    taken = {step.words for step in card.line.steps}
    ready = spoken(at_hand, idea.step) if idea else ""
    return {
        "title": card.line.title,
        "first": not card.line.steps,
        "ready": [button(idea.key, ready)] if idea and ready not in taken else [],
    }


async def _take_step(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    idea = idea_of(manager)
    if idea is None or idea.key != pressed:
        raise Gone
    await _stepped(manager, spoken(hands(manager), idea.step))


async def _stepped(manager: DialogManager, raw: str) -> None:
    manager.dialog_data[_WORDS] = tidy(raw, LONGEST_STEP)
    await manager.switch_to(Plan.step_day)


async def _days(manager: DialogManager, spans: tuple[int, ...], title: str) -> dict[str, Any]:
    card = await card_of(manager)
    days = [card.today + timedelta(days=span) for span in spans]
    return {
        **likely_days(manager, days, card.today),
        "earliest": card.today,
        "latest": card.today + timedelta(days=FURTHEST),
        "opens_at": days[0],
        "after": card.today,
        "title": title or card.line.title,
    }


async def get_step_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await _days(dialog_manager, _STEP_IN, dialog_manager.dialog_data.get(_WORDS, ""))


async def _step_by(manager: DialogManager, day: date) -> None:
    at_hand = hands(manager)
    await goal_steps.add_step(
        at_hand.db,
        at_hand.actor,
        goal_id=goal_of(manager),
        words=manager.dialog_data.get(_WORDS, ""),
        due_on=day,
    )
    manager.dialog_data.pop(_WORDS, None)
    await manager.switch_to(Plan.goal)


async def get_change(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, card = hands(dialog_manager), await card_of(dialog_manager)
    return {
        "title": card.line.title,
        "steps": [
            button(
                str(step.step_id),
                worded(at_hand, "plan-remove-step", words=shortened(step.words, 40)),
            )
            for step in card.line.steps
            if not step.done
        ],
    }


async def _remove(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    at_hand = hands(manager)
    await goal_steps.remove_step(at_hand.db, at_hand.actor, step_id=id_in(pressed))


async def get_words(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    card = await card_of(dialog_manager)
    return {"title": card.line.title, "measure": card.line.measure}


async def _new_title(manager: DialogManager, raw: str) -> None:
    at_hand = hands(manager)
    await plans.word_goal(at_hand.db, at_hand.actor, goal_id=goal_of(manager), title=raw)
    await manager.switch_to(Plan.goal)


async def _new_measure(manager: DialogManager, raw: str) -> None:
    at_hand = hands(manager)
    await plans.word_goal(at_hand.db, at_hand.actor, goal_id=goal_of(manager), measure=raw)
    await manager.switch_to(Plan.goal)


async def get_new_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await _days(dialog_manager, _LATER, "")


async def _postpone(manager: DialogManager, day: date) -> None:
    at_hand = hands(manager)
    await plans.postpone_goal(
        at_hand.db, at_hand.actor, goal_id=goal_of(manager), due_on=day
    )
    await manager.switch_to(Plan.goal)


async def get_drop(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    card = await card_of(dialog_manager)
    return {"title": card.line.title, "subject": pack(card.line.goal_id)}


async def _drop(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    at_hand = hands(manager)
    await plans.drop_goal(at_hand.db, at_hand.actor, goal_id=unpack_one(item))
    await manager.switch_to(Plan.home)


async def _no_step(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.switch_to(Plan.goal)


def windows() -> tuple[Window, ...]:
    goal = SwitchTo(L("button-back"), id="back", state=Plan.goal)
    change = SwitchTo(L("button-back"), id="back", state=Plan.steps)
    words = {"title": "Physics", "measure": "A four"}
    return (
        Window(
            T("plan-ask-step", title="title", first="first"),
            Grid("ready", "ready", _take_step),
            Button(L("plan-no-step"), id="none", on_click=_no_step, when="first"),
            goal,
            typed(_stepped),
            state=Plan.step,
            getter=get_step,
            preview_data={"title": "Physics", "first": True, "ready": []},
        ),
        day_window(
            T("plan-ask-step-day", title="title"),
            state=Plan.step_day,
            back=Plan.step,
            grid="step_by",
            getter=get_step_day,
            chosen=_step_by,
            preview={**PREVIEW, "title": "x"},
        ),
        Window(
            T("plan-change-title", title="title"),
            Grid("gone", "steps", _remove),
            SwitchTo(L("plan-new-title"), id="title", state=Plan.new_title),
            SwitchTo(L("plan-new-measure"), id="measure", state=Plan.new_measure),
            SwitchTo(L("plan-new-day"), id="day", state=Plan.new_day),
            SwitchTo(L("plan-drop"), id="drop", state=Plan.drop),
            goal,
            menu_button(),
            only_buttons(),
            state=Plan.steps,
            getter=get_change,
            preview_data={"title": "Physics", "steps": []},
        ),
        Window(
            T("plan-ask-new-title", title="title"),
            change,
            typed(_new_title),
            state=Plan.new_title,
            getter=get_words,
            preview_data=words,
        ),
        Window(
            T("plan-ask-new-measure", title="title", measure="measure"),
            change,
            typed(_new_measure),
            state=Plan.new_measure,
            getter=get_words,
            preview_data=words,
        ),
        day_window(
            T("plan-ask-new-day", title="title"),
            state=Plan.new_day,
            back=Plan.steps,
            grid="later",
            getter=get_new_day,
            chosen=_postpone,
            preview={**PREVIEW, "title": "x"},
        ),
        Window(
            T("plan-sure-drop", title="title"),
            subject_button(L("plan-drop-yes"), id="yes", on_click=_drop),
            SwitchTo(L("plan-drop-no"), id="no", state=Plan.goal),
            only_buttons(),
            state=Plan.drop,
            getter=get_drop,
            preview_data={"title": "Physics", "subject": "x"},
        ),
    )
