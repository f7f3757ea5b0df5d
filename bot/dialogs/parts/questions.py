"""The window that asks one question of a questionnaire: intake forms and surveys share it.

- A button carries "<item>:<value>", or what to do with which item. So a second press, or
  one on an old message, never answers another question.
- Whatever has buttons may be typed as well; a multiple choice keeps own words as a ticked option.
- The screen that a press led to is drawn without asking the database again.
"""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Keyboard, Row
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.answers import answers, columns, days, how_to_type
from bot.dialogs.parts.lines import Grid, button, spoken, worded
from bot.dialogs.parts.month_grid import NOTHING, TURN, day_of
from bot.dialogs.parts.screens import Hands, hands, start_id, to_menu
from bot.dialogs.parts.typed import typed
from bot.domain import variables
from bot.domain.absences import Absence
from bot.domain.errors import Gone
from bot.domain.questionnaires import VARIABLES, Item
from bot.domain.questions import GATHERED, CalendarDate, Scale
from bot.texts import L, T
from bot.usecases.monitoring import surveys
from bot.usecases.monitoring.surroundings import Surroundings, surroundings
from bot.usecases.monitoring.surveys import Screen

Done = Callable[[DialogManager], Awaitable[None]]
_SEEN = "survey_screen"  # in the data of this update only
_ACTS = {  # what can be done with a question beside answering it
    "next": surveys.next_item,
    "keep": surveys.keep_as_is,
    "hard": surveys.hard_to_say,
    "skip": surveys.skip,
    "back": surveys.back,
}
_MONTH = "survey_month"  # of a calendar: the item and the first day of the month on the screen
_BAR = 10  # signs of the longest progress bar
LONGEST_SHOWN = 300


class Talk(Protocol):
    """Where a question comes from and its answer goes: the response of a person, or nowhere."""

    async def screen(self, manager: DialogManager) -> Screen: ...

    async def answer(self, manager: DialogManager, key: str | None, raw: str) -> Screen: ...

    async def act(self, manager: DialogManager, name: str, key: str) -> Screen:
        """`name`: one of "next", "keep", "hard", "skip", "back"."""

    async def around(self, manager: DialogManager) -> Surroundings: ...


class _Kept:
    """Of the response the dialog was started with: every answer is kept at once."""

    async def screen(self, manager: DialogManager) -> Screen:
        return await seen(manager)

    async def answer(self, manager: DialogManager, key: str | None, raw: str) -> Screen:
        at_hand = hands(manager)
        return await surveys.answer(
            at_hand.db,
            at_hand.actor,
            response_id=response_of(manager),
            key=key,
            raw=raw,
            lexicon=at_hand.lexicon,
        )

    async def act(self, manager: DialogManager, name: str, key: str) -> Screen:
        db, actor, *_ = hands(manager)
        return await _ACTS[name](db, actor, response_id=response_of(manager), key=key)

    async def around(self, manager: DialogManager) -> Surroundings:
        db, actor, *_ = hands(manager)
        return await surroundings(db, actor, response_id=response_of(manager))


KEPT = _Kept()


def question_window(
    state: State, *, title: str, done: Done, talk: Talk = KEPT, pause: Keyboard | None = None
) -> Window:
    """`title`: key of the first line. `done`: what follows the last answer.

    `pause`: the button beside "back"; by default it leads to the menu.
    """

    async def see(manager: DialogManager, screen: Screen) -> None:
        manager.middleware_data[_SEEN] = screen
        if screen.item is None:
            await done(manager)

    async def press(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
        key, _sign, value = pressed.partition(":")
        await see(manager, await talk.answer(manager, key, value))

    async def day(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
        key, _sign, value = pressed.partition(":")
        if value.startswith(TURN):
            month = day_of(value.removeprefix(TURN)).isoformat()
            manager.dialog_data[_MONTH] = {"item": key, "month": month}
        elif value != NOTHING:
            await see(manager, await talk.answer(manager, key, day_of(value).isoformat()))

    async def type_(manager: DialogManager, raw: str) -> None:
        await see(manager, await talk.answer(manager, None, raw))

    async def act(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
        name, _sign, key = pressed.partition(":")
        if name not in _ACTS:
            raise Gone
        await see(manager, await talk.act(manager, name, key))

    async def question(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        screen = await talk.screen(dialog_manager)
        if screen.item is None:
            return {**_EMPTY, "finished": True}
        shown = await _shown(hands(dialog_manager), dialog_manager, talk, screen, screen.item)
        return {**_EMPTY, **shown}

    async def finish(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await done(manager)

    return Window(
        Multi(
            T(title, title="title", number="number", total="total", bar="bar", when="asked"),
            Multi(
                T("question-lead", lead="lead", when="lead"),
                T("question-text", text="text"),
                T("question-hint", hint="hint", when="hint"),
                T(
                    "question-scale",
                    low="low",
                    low_label="low_label",
                    high="high",
                    high_label="high_label",
                    when="low_label",
                ),
                T("question-now", answer="now", when="now"),
                when="asked",
            ),
            T("question-all-answered", when="finished"),
            sep="\n\n",
        ),
        Grid("q", "options", press, columns="columns"),
        Grid("d", "days", day, columns="weeks"),
        Grid("a", "acts", act),
        Button(L("button-next"), id="finish", on_click=finish, when="finished"),
        Row(
            Grid("b", "back", act),
            pause or Button(L("question-pause"), id="pause", on_click=to_menu),
        ),
        typed(type_),
        state=state,
        getter=question,
    )


def response_of(manager: DialogManager) -> UUID:
    return start_id(manager, "response_id")


async def seen(manager: DialogManager) -> Screen:
    """The screen as the last press left it, or read anew."""
    known = manager.middleware_data.get(_SEEN)
    if isinstance(known, Screen) and known.response_id == response_of(manager):
        return known
    db, actor, *_ = hands(manager)
    return await surveys.screen(db, actor, response_id=response_of(manager))


_EMPTY: dict[str, Any] = {
    **dict.fromkeys(("title", "number", "total", "bar", "lead", "text", "hint", "now")),
    **dict.fromkeys(("options", "days", "acts", "back"), ()),
    "columns": 1, "weeks": (), "low_label": None, "asked": False, "finished": False,
}


async def _shown(
    at_hand: Hands, manager: DialogManager, talk: Talk, screen: Screen, item: Item
) -> dict[str, Any]:
    progress = screen.progress
    answered = screen.answers.get(item.key)
    gathered = isinstance(item.kind, GATHERED)
    returned = screen.going_back and (answered is not None or screen.absent is not None)
    calendar = isinstance(item.kind, CalendarDate) and item.kind.calendar
    around: Surroundings | None = None
    if calendar or item.variants or item.names & VARIABLES:
        around = await talk.around(manager)
    said = _said(at_hand, item, around)
    now = None
    if screen.absent is Absence.HARD_TO_SAY:
        now = _hard(at_hand, item)
    elif answered is not None and not gathered:
        now = answer_words(at_hand, item, answered)
    shown = {
        "asked": True,
        "title": screen.questionnaire.title,
        "number": progress.number,
        "total": progress.total,
        "bar": bar(progress.number - 1, progress.total),
        **said,
        "now": now,
        "options": answers(at_hand, item, screen.chosen),
        "columns": columns(item, screen.chosen),
        "acts": [
            *_act(at_hand, item, "next", "button-next", gathered),
            *_act(at_hand, item, "keep", "question-keep", returned),
            *([button(f"hard:{item.key}", _hard(at_hand, item))] if item.hard_to_say else []),
            *_act(at_hand, item, "skip", "question-skip", item.optional),
        ],
        "back": _act(at_hand, item, "back", "button-back", progress.number > 1),
        **_scale(item),
    }
    if calendar and around is not None:
        turned = manager.dialog_data.get(_MONTH, {})
        kept = turned.get("month") if turned.get("item") == item.key else answered
        opened = date.fromisoformat(kept) if kept else around.today
        shown["days"], shown["weeks"] = days(at_hand, item, opened, around.today)
    return shown


def _said(at_hand: Hands, item: Item, around: Surroundings | None) -> dict[str, Any]:
    """The texts of an item, with what their names stand for."""
    texts: dict[str, Any] = {"lead": item.lead, "text": item.text, "hint": item.hint}
    if item.hint is None:
        texts["hint"] = how_to_type(at_hand, item)
    if around is None:
        return texts
    texts["text"] = item.said(around.form)
    role = around.role or "unknown"
    values = {}
    for name in (item.names & VARIABLES) - {"programme"}:
        dashed = name.replace("_", "-")
        values[name] = worded(at_hand, f"variable-{dashed}", role=role)
    values["programme"] = around.programme or worded(at_hand, "variable-programme")
    return {
        name: variables.filled(spoken(at_hand, said), values) if said else None
        for name, said in texts.items()
    }


def _act(at_hand: Hands, item: Item, name: str, key: str, shown: bool) -> list[dict[str, str]]:
    return [button(f"{name}:{item.key}", worded(at_hand, key))] if shown else []


def _hard(at_hand: Hands, item: Item) -> str:
    """ "Hard to say", or as this question has it."""
    return spoken(at_hand, item.hard_label or worded(at_hand, "question-hard-to-say"))


def _scale(item: Item) -> dict[str, Any]:
    if not isinstance(item.kind, Scale):
        return {}
    kind = item.kind
    named = kind.low_label is not None and kind.high_label is not None
    ends = {"low": kind.low, "high": kind.high, "high_label": kind.high_label}
    return {**ends, "low_label": kind.low_label} if named else {}


def bar(done: int, total: int) -> str:
    """How far one is, without numbers; never empty and never full before the end."""
    width = min(total, _BAR)
    filled = round(done * width / total) if total else 0
    return "▓" * filled + "░" * (width - filled)


def answer_words(at_hand: Hands, item: Item, value: Any, longest: int = LONGEST_SHOWN) -> str:
    """A stored answer as people read it, on one line and not endless."""
    said = item.kind.shown(value, at_hand.reader.locale, at_hand.reader.tone)
    line = " ".join(said.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
