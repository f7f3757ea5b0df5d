"""A new goal by three short questions: what, how we shall see it, by when."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.dialogs.pairs.plan_states import Plan
from bot.dialogs.parts.day_window import PREVIEW, day_window, likely_days
from bot.dialogs.parts.lines import Grid, button, id_in, spoken
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.subjects import shown_id
from bot.dialogs.parts.typed import typed
from bot.domain.errors import Gone
from bot.domain.plans import FURTHEST, LONGEST_GOAL, GoalIdea
from bot.domain.roadmap import tidy
from bot.texts import L, T
from bot.usecases.pairs import plans
from bot.usecases.pairs.plans import Beginnings, GoalCard

GOAL = "goal_id"  # the goal on the screen
_TITLE, _MEASURE, _IDEA = "title", "measure", "idea"
SHOWN_STEPS = 8
_LIKELY = (30, 60, 90)  # days


def pair_of(manager: DialogManager) -> UUID:
    return shown_id(manager, "pair_id")


async def to_goal(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    manager.dialog_data[GOAL] = str(id_in(pressed))
    await manager.switch_to(Plan.goal)


def goal_of(manager: DialogManager) -> UUID:
    return shown_id(manager, GOAL)


async def card_of(manager: DialogManager) -> GoalCard:
    at_hand = hands(manager)
    return await plans.goal(at_hand.db, at_hand.actor, goal_id=goal_of(manager))


async def _beginnings(manager: DialogManager) -> Beginnings:
    at_hand = hands(manager)
    return await plans.beginnings(
        at_hand.db, at_hand.actor, pair_id=pair_of(manager), profile=at_hand.profile
    )


async def get_title(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, known = hands(dialog_manager), await _beginnings(dialog_manager)
    return {"ideas": [button(one.key, spoken(at_hand, one.title)) for one in known.ideas]}


async def _take_idea(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    at_hand = hands(manager)
    idea = _idea(at_hand, pressed)
    if idea is None:
        raise Gone
    manager.dialog_data.update({_TITLE: spoken(at_hand, idea.title), _IDEA: idea.key})
    await manager.switch_to(Plan.measure)


async def _type_title(manager: DialogManager, raw: str) -> None:
    manager.dialog_data[_TITLE] = tidy(raw, LONGEST_GOAL)
    manager.dialog_data.pop(_IDEA, None)
    await manager.switch_to(Plan.measure)


def _idea(at_hand: Hands, key: Any) -> GoalIdea | None:
    return next((one for one in at_hand.profile.goal_ideas if one.key == key), None)


async def get_measure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    idea = _idea(at_hand, dialog_manager.dialog_data.get(_IDEA))
    return {
        "title": _kept(dialog_manager, _TITLE),
        "idea": spoken(at_hand, idea.measure) if idea else "",
        "ready": [button(idea.key, spoken(at_hand, idea.measure))] if idea else [],
    }


def _kept(manager: DialogManager, name: str) -> str:
    return str(manager.dialog_data.get(name, ""))


async def _take_measure(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    at_hand = hands(manager)
    idea = _idea(at_hand, pressed)
    if idea is None:
        raise Gone
    await _measured(manager, spoken(at_hand, idea.measure))


async def _measured(manager: DialogManager, raw: str) -> None:
    manager.dialog_data[_MEASURE] = tidy(raw, LONGEST_GOAL)
    await manager.switch_to(Plan.day)


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known = await _beginnings(dialog_manager)
    days = sorted({min(known.today + timedelta(days=n), _end(known)) for n in _LIKELY})
    return {
        **likely_days(dialog_manager, days, known.today),
        "earliest": known.today,
        "latest": known.today + timedelta(days=FURTHEST),
        "opens_at": days[0],
        "after": known.today,
        "title": _kept(dialog_manager, _TITLE),
    }


def _end(known: Beginnings) -> date:
    """Goals are for this programme; one that is about to end still has a month."""
    return max(known.ends_on, known.today + timedelta(days=_LIKELY[0]))


async def _by(manager: DialogManager, day: date) -> None:
    at_hand = hands(manager)
    goal_id = await plans.add_goal(
        at_hand.db,
        at_hand.actor,
        pair_id=pair_of(manager),
        title=_kept(manager, _TITLE),
        measure=_kept(manager, _MEASURE),
        due_on=day,
    )
    for name in (_TITLE, _MEASURE):
        manager.dialog_data.pop(name, None)
    manager.dialog_data[GOAL] = str(goal_id)
    await manager.switch_to(Plan.step)


def idea_of(manager: DialogManager) -> GoalIdea | None:
    """The idea that the goal on the screen was taken from, when it was just made of one."""
    return _idea(hands(manager), manager.dialog_data.get(_IDEA))


def windows() -> tuple[Window, ...]:
    return (
        Window(
            T("plan-ask-title"),
            Grid("idea", "ideas", _take_idea),
            SwitchTo(L("button-back"), id="back", state=Plan.home),
            menu_button(),
            typed(_type_title),
            state=Plan.title,
            getter=get_title,
            preview_data={"ideas": []},
        ),
        Window(
            T("plan-ask-measure", title="title"),
            Grid("ready", "ready", _take_measure),
            SwitchTo(L("button-back"), id="back", state=Plan.title),
            menu_button(),
            typed(_measured),
            state=Plan.measure,
            getter=get_measure,
            preview_data={"title": "Physics", "idea": "", "ready": []},
        ),
        day_window(
            T("plan-ask-day", title="title"),
            state=Plan.day,
            back=Plan.measure,
            grid="by",
            getter=get_day,
            chosen=_by,
            preview={**PREVIEW, "title": "x"},
        ),
    )
