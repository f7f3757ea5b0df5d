"""The window that asks one question of a questionnaire: intake forms and surveys share it.

- A button carries "<item>:<value>", or what to do with which item. So a second press, or
  one on an old message, never answers another question.
- Whatever has buttons may be typed as well; a multiple choice keeps own words as a ticked option.
- The screen that a press led to is drawn without asking the database again.
"""

from collections.abc import Awaitable, Callable
from itertools import chain
from typing import Any
from uuid import UUID

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, button, spoken, worded
from bot.dialogs.parts.screens import Hands, hands, start_id, to_menu
from bot.dialogs.parts.typed import typed
from bot.domain.errors import Gone
from bot.domain.questionnaires import Item
from bot.domain.questions import OWN, Multiple, Scale, Week
from bot.texts import L, T
from bot.usecases.monitoring import surveys
from bot.usecases.monitoring.surveys import Screen

Done = Callable[[DialogManager], Awaitable[None]]
_SEEN = "survey_screen"  # in the data of this update only
_ACTS = {  # what can be done with a question beside answering it
    "next": surveys.next_item,
    "keep": surveys.keep_as_is,
    "skip": surveys.skip,
    "back": surveys.back,
}
_BAR = 10  # signs of the longest progress bar
LONGEST_SHOWN = 300


def question_window(state: State, *, title: str, done: Done) -> Window:
    """`title`: key of the first line. `done`: what follows the last answer."""

    async def see(manager: DialogManager, screen: Screen) -> None:
        manager.middleware_data[_SEEN] = screen
        if screen.item is None:
            await done(manager)

    async def press(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
        key, _sign, value = pressed.partition(":")
        await see(manager, await _answer(manager, key, value))

    async def type_(manager: DialogManager, raw: str) -> None:
        await see(manager, await _answer(manager, None, raw))

    async def act(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
        name, _sign, key = pressed.partition(":")
        if name not in _ACTS:
            raise Gone
        db, actor, *_rest = hands(manager)
        await see(manager, await _ACTS[name](db, actor, response_id=response_of(manager), key=key))

    async def finish(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await done(manager)

    return Window(
        Multi(
            T(title, title="title", number="number", total="total", bar="bar", when="asked"),
            Multi(
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
        Grid("a", "acts", act),
        Button(L("button-next"), id="finish", on_click=finish, when="finished"),
        Row(
            Grid("b", "back", act),
            Button(L("question-pause"), id="pause", on_click=to_menu),
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


async def _answer(manager: DialogManager, key: str | None, raw: str) -> Screen:
    at_hand = hands(manager)
    return await surveys.answer(
        at_hand.db,
        at_hand.actor,
        response_id=response_of(manager),
        key=key,
        raw=raw,
        lexicon=at_hand.lexicon,
    )


async def question(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    return _shown(at_hand, await seen(dialog_manager))


def _shown(at_hand: Hands, screen: Screen) -> dict[str, Any]:
    item, progress = screen.item, screen.progress
    empty: dict[str, Any] = {"columns": 1}
    empty |= {key: [] for key in ("options", "acts", "back")}
    empty |= dict.fromkeys(("title", "number", "total", "bar", "text", "hint", "now", "low_label"))
    if item is None:
        return {**empty, "asked": False, "finished": True}
    answered = screen.answers.get(item.key)
    multiple = isinstance(item.kind, Multiple)
    returned = screen.going_back and answered is not None
    return {
        **empty,
        "asked": True,
        "finished": False,
        "title": screen.questionnaire.title,
        "number": progress.number,
        "total": progress.total,
        "bar": bar(progress.number - 1, progress.total),
        "text": item.text,
        "hint": item.hint,
        "now": None if multiple or answered is None else answer_words(at_hand, item, answered),
        "options": list(_options(at_hand, item, screen.chosen)),
        "columns": _columns(item, screen.chosen),
        "acts": [
            *_act(at_hand, item, "next", "button-next", multiple),
            *_act(at_hand, item, "keep", "question-keep", returned),
            *_act(at_hand, item, "skip", "question-skip", item.optional),
        ],
        "back": _act(at_hand, item, "back", "button-back", progress.number > 1),
        **_scale(item),
    }


def _act(at_hand: Hands, item: Item, name: str, key: str, shown: bool) -> list[dict[str, str]]:
    return [button(f"{name}:{item.key}", worded(at_hand, key))] if shown else []


def _options(at_hand: Hands, item: Item, chosen: Any) -> Any:
    """A button for each option, with its tick; own words stand last and can be taken back."""
    if isinstance(item.kind, Week):  # a tick only where there is one: the grid is narrow
        for cell in chain.from_iterable(item.kind.grid(chosen)):
            label = spoken(at_hand, cell.label)
            yield button(f"{item.key}:{cell.value}", f"☑ {label}" if cell.ticked else label)
        return
    ticks = isinstance(item.kind, Multiple)
    for option in item.kind.options():
        label = spoken(at_hand, option.label)
        if ticks:
            picked = option.value in (chosen or {}).get("options", ())
            label = f"{'☑' if picked else '☐'} {label}"
        yield button(f"{item.key}:{option.value}", label)
    if ticks and (own := (chosen or {}).get("own")):
        yield button(f"{item.key}:{OWN}", f"☑ {' '.join(own.split())}")


def _columns(item: Item, chosen: Any) -> int | tuple[int, ...]:
    if isinstance(item.kind, Week):
        return tuple(len(row) for row in item.kind.grid(chosen))
    return item.kind.columns


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
