"""Making a letter to many: to whom, what it says, a look at it, a test, now or on a morning."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk import broadcast_whom
from bot.dialogs.desk.broadcast_whom import (
    NUMBERS,
    SEGMENT,
    numbers_of,
    preview_of,
    segment_lines,
    segment_of,
)
from bot.dialogs.desk.desk_states import Broadcasts
from bot.dialogs.parts.day_window import coming_days, day_window
from bot.dialogs.parts.lines import Grid, Lines, button, spoken
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.sending import bot_of, just_sent, note_sent
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import programme_of
from bot.domain.broadcasts import (
    FURTHEST,
    LONGEST_WORDS,
    ReadyMessage,
)
from bot.domain.errors import Gone
from bot.domain.people import Tone
from bot.domain.said_words import said
from bot.domain.words import Words
from bot.texts import L, T
from bot.usecases.desk import broadcasts

SHOWN = "broadcast_id"
_READY, _WORDS, _TESTED = "ready", "words", "tested"
SPANS = (1, 2, 3, 7)  # days ahead, the likely ones


async def get_what(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    shown, pager_says = leafed(dialog_manager, hand.profile.ready_messages, 5)
    return {
        "messages": [button(one.key, spoken(hand, one.title)) for one in shown],
        "longest": LONGEST_WORDS,
        **pager_says,
    }


async def _ready(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    if hands(manager).profile.ready_message(key) is None:
        raise Gone
    manager.dialog_data.update({_READY: key, _WORDS: None, _TESTED: False})
    await manager.switch_to(Broadcasts.preview)


async def _own(manager: DialogManager, words: str) -> None:
    manager.dialog_data.update({_WORDS: said(words, LONGEST_WORDS), _READY: None, _TESTED: False})
    await manager.switch_to(Broadcasts.preview)


def _message(manager: DialogManager) -> tuple[ReadyMessage | None, str]:
    """A ready one, or own words. Raises `Gone` when there is neither."""
    key, words = manager.dialog_data.get(_READY), manager.dialog_data.get(_WORDS)
    ready = hands(manager).profile.ready_message(str(key)) if key else None
    if ready is None and not words:
        raise Gone
    return ready, str(words or "")


def _variants(hand: Hands, ready: ReadyMessage | None, words: str) -> Sequence[str]:
    """As adults read it and, where that is another text, as pupils do."""
    if ready is None:
        return [words]
    found = [ready.text.say(hand.reader.locale, tone) for tone in (Tone.VY, Tone.TY)]
    return list(dict.fromkeys(found))


async def get_preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await preview_of(dialog_manager)
    texts = _variants(hand, *_message(dialog_manager))
    return {
        "words": texts[0],
        "informal": texts[1] if len(texts) > 1 else "",
        "whom": segment_lines(hand, segment_of(dialog_manager)),
        "tested": bool(dialog_manager.dialog_data.get(_TESTED)),
        **numbers_of(seen),
    }


async def _test(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The letter to oneself, just as it will be; in both tones where they differ."""
    if just_sent(manager, "broadcast-test"):
        return
    hand, seen = hands(manager), await preview_of(manager)
    bot = bot_of(manager)
    for words in _variants(hand, *_message(manager)):
        facts: dict[str, str | Words] = {
            "programme": seen.programme, "words": words, "curator": seen.curator,
        }  # fmt: skip
        await bot.send_message(
            int(hand.reader.address),
            hand.texts.say(hand.reader.locale, hand.reader.tone, "letter-broadcast", facts),
        )
    note_sent(manager, "broadcast-test")
    manager.dialog_data[_TESTED] = True
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def _plan(manager: DialogManager, day: date | None) -> None:
    hand = hands(manager)
    ready, words = _message(manager)
    made = await broadcasts.plan(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        segment=segment_of(manager),
        profile=hand.profile,
        ready=ready.key if ready else None,
        words=words if ready is None else None,
        day=day,
    )
    for name in (_READY, _WORDS, _TESTED, SEGMENT):
        manager.dialog_data.pop(name, None)
    manager.dialog_data.update({SHOWN: str(made), "page": 0})
    await manager.switch_to(Broadcasts.card)


async def _now(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    await _plan(manager, None)


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await preview_of(dialog_manager)
    return coming_days(dialog_manager, seen.today, spans=SPANS, furthest=FURTHEST.days)


def windows() -> tuple[Window, ...]:
    return (
        *broadcast_whom.windows(),
        Window(
            T("broadcasts-what", longest="longest"),
            Grid("m", "messages", _ready),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.whom, on_click=to_first_page),
            menu_button(),
            typed(_own),
            state=Broadcasts.what,
            getter=get_what,
        ),
        Window(
            Multi(
                T("broadcasts-preview"),
                T("broadcasts-words", words="words"),
                T("broadcasts-informal", words="informal", when="informal"),
                Lines("whom"),
                T("broadcasts-count", when="some", **NUMBERS),
                T("broadcasts-nobody", when="nobody"),
                T("broadcasts-when", when="some"),
                T("broadcasts-tested", when="tested"),
                sep="\n\n",
            ),
            Button(L("broadcasts-test"), id="test", on_click=_test),
            Button(L("broadcasts-now", number="number"), id="now", on_click=_now, when="some"),
            SwitchTo(L("broadcasts-later"), id="later", state=Broadcasts.day, when="some"),
            SwitchTo(L("broadcasts-other-words"), id="what", state=Broadcasts.what),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.whom),
            menu_button(),
            only_buttons(),
            state=Broadcasts.preview,
            getter=get_preview,
        ),
        day_window(
            T("broadcasts-which-day"),
            state=Broadcasts.day,
            back=Broadcasts.preview,
            grid="cal",
            getter=get_day,
            chosen=_plan,
        ),
    )
