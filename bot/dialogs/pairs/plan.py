"""The plan of a pair: goals with their progress, and one goal with its steps."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs import plan_changes, plan_goal
from bot.dialogs.pairs.plan_goal import SHOWN_STEPS, pair_of, to_goal
from bot.dialogs.pairs.plan_states import Diary, Plan
from bot.dialogs.parts.lines import Grid, Line, Lines, button, id_in, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import shortened
from bot.dialogs.parts.typed import only_buttons, typed
from bot.domain.access import May
from bot.domain.plan_errors import NotPercent
from bot.domain.plans import Result, percent
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import goal_steps, plans
from bot.usecases.pairs.plans import GoalLine

STEPS_OF_PROGRESS = (0, 25, 50, 75, 100)
_BAR = 5


def dialog() -> Screens:
    return Screens(
        whoever_may(May.KEEP_PLAN),
        _home(),
        _goal(),
        _progress(),
        *plan_goal.windows(),
        *plan_changes.windows(),
    )


def bar(progress: int) -> str:
    full = progress * _BAR // 100
    return "▓" * full + "░" * (_BAR - full)


def goal_lines(goals: tuple[GoalLine, ...], today: Any) -> list[Line]:
    """Each goal as two lines at most: how far it is, and the next step."""
    found = []
    for one in goals:
        facts = {
            "title": one.title,
            "bar": bar(one.progress),
            "progress": one.progress,
            "day": Day(one.due_on, today),
            "late": one.late,
        }
        reached = one.result is Result.REACHED
        found.append(Line("plan-goal-reached" if reached else "plan-goal", facts))
        step = one.next_step
        if step is not None and not reached:
            about = {"words": step.words, "day": Day(step.due_on, today), "late": step.late}
            found.append(Line("plan-next-step", about))
    return found


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    seen = await plans.view(at_hand.db, at_hand.actor, pair_id=pair_of(dialog_manager))
    return {
        "partner": seen.partner,
        "goals": goal_lines(seen.goals, seen.today),
        "empty": not seen.goals,
        "open": [
            button(str(one.goal_id), worded(at_hand, "plan-open-goal", title=one.title))
            for one in seen.goals
        ],
        "first": seen.may_add and not seen.goals,
        "another": seen.may_add and bool(seen.goals),
    }


def _home() -> Window:
    return Window(
        Multi(
            T("plan-title", partner="partner"),
            Lines("goals", when="goals"),
            T("plan-empty", when="empty"),
            sep="\n\n",
        ),
        Grid("goal", "open", to_goal),
        SwitchTo(L("plan-first-goal"), id="first", state=Plan.title, when="first"),
        SwitchTo(L("plan-another-goal"), id="more", state=Plan.title, when="another"),
        Button(L("plan-to-diary"), id="diary", on_click=_to_diary),
        menu_button(),
        only_buttons(),
        state=Plan.home,
        getter=get_home,
        preview_data={
            "partner": "Igor",
            "goals": [],
            "empty": True,
            "open": [],
            "first": True,
            "another": True,
        },
    )


async def _to_diary(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    about = {"pair_id": str(pair_of(manager))}
    await manager.start(Diary.home, about, mode=StartMode.RESET_STACK)


async def get_goal(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, card = hands(dialog_manager), await plan_goal.card_of(dialog_manager)
    line = card.line
    return {
        "title": line.title,
        "measure": line.measure,
        "day": Day(line.due_on, card.today),
        "late": line.late,
        "bar": bar(line.progress),
        "progress": line.progress,
        "reached": line.result is Result.REACHED,
        "steps": [
            Line(
                "plan-step",
                {
                    "words": step.words,
                    "day": Day(step.due_on, card.today),
                    "mark": "done" if step.done else "late" if step.late else "ahead",
                },
            )
            for step in line.steps[:SHOWN_STEPS]
        ],
        "ticks": [
            button(
                str(step.step_id),
                worded(at_hand, "plan-tick", words=shortened(step.words, 40)),
            )
            for step in line.steps
            if card.may_change and not step.done
        ],
        "may_change": card.may_change,
        "may_add": card.may_add_step,
    }


def _goal() -> Window:
    return Window(
        Multi(
            T("plan-card", title="title", bar="bar", progress="progress"),
            T("plan-card-measure", measure="measure", day="day", late="late"),
            Lines("steps", when="steps"),
            sep="\n\n",
        ),
        Grid("tick", "ticks", _tick),
        SwitchTo(L("plan-progress"), id="far", state=Plan.progress, when="may_change"),
        SwitchTo(L("plan-add-step"), id="step", state=Plan.step, when="may_add"),
        SwitchTo(L("plan-change"), id="change", state=Plan.steps, when="may_change"),
        SwitchTo(L("button-back"), id="back", state=Plan.home),
        menu_button(),
        only_buttons(),
        state=Plan.goal,
        getter=get_goal,
        preview_data={
            "title": "Physics",
            "measure": "A four",
            "day": "1 May",
            "late": True,
            "bar": bar(40),
            "progress": 40,
            "reached": False,
            "steps": [],
            "ticks": [],
            "may_change": True,
            "may_add": True,
        },
    )


async def _tick(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    at_hand = hands(manager)
    await goal_steps.tick_step(at_hand.db, at_hand.actor, step_id=id_in(pressed))


async def get_progress(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, card = hands(dialog_manager), await plan_goal.card_of(dialog_manager)
    return {
        "title": card.line.title,
        "measure": card.line.measure,
        "bar": bar(card.line.progress),
        "progress": card.line.progress,
        "steps": [
            button(str(one), worded(at_hand, "plan-percent", progress=one))
            for one in STEPS_OF_PROGRESS
        ],
    }


def _progress() -> Window:
    return Window(
        T("plan-ask-progress", title="title", measure="measure", bar="bar", progress="progress"),
        Grid("far", "steps", _far, columns=5),
        SwitchTo(L("button-back"), id="back", state=Plan.goal),
        typed(_type_progress),
        state=Plan.progress,
        getter=get_progress,
        preview_data={
            "title": "Physics",
            "measure": "A four",
            "bar": bar(40),
            "progress": 40,
            "steps": [],
        },
    )


async def _far(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await _move(manager, pressed)


async def _type_progress(manager: DialogManager, raw: str) -> None:
    await _move(manager, raw)


async def _move(manager: DialogManager, raw: str) -> None:
    progress = percent(raw)
    if progress is None:
        raise NotPercent
    at_hand = hands(manager)
    goal_id = plan_goal.goal_of(manager)
    await plans.move_goal(at_hand.db, at_hand.actor, goal_id=goal_id, progress=progress)
    await manager.switch_to(Plan.goal)
