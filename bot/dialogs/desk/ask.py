"""A participant asks the curator: first what is asked often, then a question of their own.

What is about a pair is told from here too, to the curator alone.
"""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk.desk_states import Ask
from bot.dialogs.desk.tickets import talk_lines
from bot.dialogs.pairs.life_states import PairTalk
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, spoken, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shown_id, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.domain import faq
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.pairs import AGREED
from bot.domain.said_words import said
from bot.domain.spoken import Listed
from bot.domain.tickets import LONGEST_WORDS, TicketState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.desk import tickets
from bot.usecases.desk.tickets import Asked
from bot.usecases.pairs import pairs
from bot.usecases.pairs.pairs import MyPair

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
        "paired": bool(await _pairs(dialog_manager)),
        **pager_says,
    }


async def _pairs(manager: DialogManager) -> list[MyPair]:
    """About which something can be told to the curator alone."""
    hand = hands(manager)
    if not hand.actor.may(May.TELL_CURATOR):
        return []
    return [one for one in await pairs.mine(hand.db, hand.actor) if one.state in AGREED]


async def _about_pair(press: CallbackQuery, source: Any, manager: DialogManager) -> None:
    found = await _pairs(manager)
    if not found:
        raise Gone
    if len(found) == 1:
        await _talk(manager, found[0].pair_id)
    else:
        await to_first_page(press, source, manager)
        await manager.switch_to(Ask.pair)


async def _talk(manager: DialogManager, pair_id: UUID) -> None:
    about = {"pair_id": str(pair_id)}
    await manager.start(PairTalk.home, about, mode=StartMode.RESET_STACK)


async def get_pairs(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    shown, pager_says = leafed(dialog_manager, await _pairs(dialog_manager), SHOWN)
    return {"pairs": [button(pack(one.pair_id), one.partner) for one in shown], **pager_says}


async def _pair(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _talk(manager, unpack_one(item))


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
            Button(L("ask-go-pair"), id="pair", on_click=_about_pair, when="paired"),
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
        Window(
            T("ask-which-pair"),
            Grid("p", "pairs", _pair),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Ask.home, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Ask.pair,
            getter=get_pairs,
        ),
    )
