"""A participant asks the curator: first what is asked often, then a question of their own."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk.desk_states import Ask
from bot.dialogs.desk.tickets import talk_lines
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, spoken, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shown_id, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.domain import faq
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.said_words import said
from bot.domain.spoken import Listed
from bot.domain.tickets import LONGEST_WORDS, TicketState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.desk import tickets
from bot.usecases.desk.tickets import Asked

_WORDS, _ENTRY, _SHOWN, _TOLD = "words", "faq_key", "ticket_id", "asked"
SHOWN = 5


async def _asked(manager: DialogManager) -> Asked:
    hand = hands(manager)
    return await tickets.home(hand.db, hand.actor)


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _asked(dialog_manager)
    roles = frozenset(one.role for one in seen.places)
    known = faq.of_role(hand.profile.faq, roles)
    shown, pager_says = leafed(dialog_manager, known, SHOWN)
    return {
        "curators": Listed(tuple(dict.fromkeys(one.curator for one in seen.places))),
        "open": bool(seen.places),
        "nowhere": not seen.places,
        "told": bool(dialog_manager.dialog_data.get(_TOLD)),
        "entries": [button(one.key, spoken(hand, one.ask)) for one in shown],
        "mine": len(seen.mine),
        **pager_says,
    }


async def _entry(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    hand = hands(manager)
    if not any(one.key == key for one in hand.profile.faq):
        raise Gone
    manager.dialog_data[_ENTRY] = key
    await manager.switch_to(Ask.answer)


async def get_answer(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    key = dialog_manager.dialog_data.get(_ENTRY)
    entry = next((one for one in hand.profile.faq if one.key == key), None)
    if entry is None:
        raise Gone
    return {"ask": entry.ask, "answer": entry.answer}


async def _typed(manager: DialogManager, words: str) -> None:
    manager.dialog_data[_WORDS] = said(words, LONGEST_WORDS)
    manager.dialog_data.pop(_TOLD, None)
    await manager.switch_to(Ask.review)


async def get_review(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _asked(dialog_manager)
    words = str(dialog_manager.dialog_data.get(_WORDS, ""))
    roles = frozenset(one.role for one in seen.places)
    like = faq.alike(words, faq.of_role(hand.profile.faq, roles))
    several = len(seen.places) > 1
    return {
        "words": words,
        "curators": Listed(tuple(dict.fromkeys(one.curator for one in seen.places))),
        "like": bool(like),
        "entries": [button(one.key, spoken(hand, one.ask)) for one in like],
        "places": [
            button(
                pack(one.participation_id),
                worded(
                    hand,
                    "ask-send-about" if several else "ask-send",
                    what=one.programme if one.ward is None else named(hand, one.ward),
                ),
            )
            for one in seen.places
        ],
    }


async def _send(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """The words are gone with the first press: a second one has nothing to send."""
    hand = hands(manager)
    words = manager.dialog_data.get(_WORDS)
    if not words:
        raise Gone
    await tickets.ask(
        hand.db, hand.actor, participation_id=unpack_one(item), words=str(words)
    )
    manager.dialog_data.pop(_WORDS, None)
    manager.dialog_data[_TOLD] = True
    await manager.switch_to(Ask.home)


async def get_mine(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _asked(dialog_manager)
    shown, pager_says = leafed(dialog_manager, seen.mine, SHOWN)
    return {
        "none": not seen.mine,
        "lines": [
            button(
                pack(one.ticket_id),
                worded(
                    hand, "ask-line", state=str(one.state), words=" ".join(one.words.split())
                ),
            )
            for one in shown
        ],
        **pager_says,
    }


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[_SHOWN] = str(unpack_one(item))
    await manager.switch_to(Ask.card)


def _shown(manager: DialogManager) -> UUID:
    return shown_id(manager, _SHOWN)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await tickets.view(hand.db, hand.actor, ticket_id=_shown(dialog_manager))
    lines: list[Line] = talk_lines(seen)
    return {
        "state": str(seen.state),
        "lines": lines,
        "open": seen.state is not TicketState.CLOSED,
    }


async def _more(manager: DialogManager, words: str) -> None:
    hand = hands(manager)
    await tickets.add(hand.db, hand.actor, ticket_id=_shown(manager), words=words)


async def _close(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    hand = hands(manager)
    await tickets.close(hand.db, hand.actor, ticket_id=_shown(manager))


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ASK_CURATOR),
        Window(
            Multi(
                T("ask-told", curators="curators", when="told"),
                T("ask-title", curators="curators", when="open"),
                T("ask-nowhere", when="nowhere"),
                sep="\n\n",
            ),
            Grid("q", "entries", _entry),
            pager(),
            SwitchTo(
                L("ask-go-mine", number="mine"),
                id="mine",
                state=Ask.mine,
                on_click=to_first_page,
                when="mine",
            ),
            menu_button(),
            typed(_typed),
            state=Ask.home,
            getter=get_home,
        ),
        Window(
            T("ask-answer", ask="ask", answer="answer"),
            SwitchTo(L("button-back"), id="back", state=Ask.home),
            menu_button(),
            typed(_typed),
            state=Ask.answer,
            getter=get_answer,
        ),
        Window(
            Multi(
                T("ask-review", words="words", curators="curators"),
                T("ask-like", when="like"),
                sep="\n\n",
            ),
            Grid("q", "entries", _entry),
            Grid("s", "places", _send),
            SwitchTo(L("button-back"), id="back", state=Ask.home),
            menu_button(),
            typed(_typed),
            state=Ask.review,
            getter=get_review,
        ),
        Window(
            Multi(T("ask-mine"), T("ask-mine-none", when="none")),
            Grid("t", "lines", _open),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Ask.home, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Ask.mine,
            getter=get_mine,
        ),
        Window(
            Multi(
                T("ask-card-{state}"),
                Lines("lines", when="lines"),
                T("ask-more"),
                sep="\n\n",
            ),
            Button(L("ask-close"), id="close", on_click=_close, when="open"),
            SwitchTo(L("button-back"), id="back", state=Ask.mine),
            menu_button(),
            typed(_more),
            state=Ask.card,
            getter=get_card,
        ),
    )
