"""The desk: somebody is found by a name that is typed, and what waits is one tap away.

The digest and the people whom no letter reaches stand here for who keeps the desk; who only hears
of their own pairs finds both at the programme's other screens.
"""

from collections.abc import Container
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchInlineQueryCurrentChat
from aiogram_dialog.widgets.text import Const, Multi

from bot.dialogs.desk.book_sent import send_book
from bot.dialogs.desk.desk_states import Broadcasts, Desk, Tasks, Tickets
from bot.dialogs.desk.mass_states import Mass
from bot.dialogs.desk.way_back import PAIR, PERSON, SOUGHT, to_card
from bot.dialogs.parts.lines import Grid, button, worded
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.screens import Hands, Screens, begun_with, hands, menu_button
from bot.dialogs.parts.sending import bot_of, just_sent, note_sent, worker_of
from bot.dialogs.parts.subjects import pack, shortened, unpack_one
from bot.dialogs.parts.typed import hint, typed
from bot.dialogs.programme.desk import back_to, desk_button, leads_to, programme_of, rights_here
from bot.dialogs.states import Blocked, Programme
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.name_search import LONGEST_TYPED
from bot.messenger.digest_view import send_digest
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.desk import book, finding, overview
from bot.usecases.desk.finding import FoundPair, FoundPerson
from bot.usecases.monitoring import blocked, digests

SHOWN = 6


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await overview.overview(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    return {
        "name": seen.name,
        "questions": seen.questions,
        "oldest": seen.oldest_days,
        "tasks": seen.tasks,
        "keeps": May.KEEP_DESK in seen.rights,
        "digests": May.READ_DIGEST in seen.rights,
        "blocked": await blocked_here(dialog_manager, seen.rights),
    }


async def _inline(manager: DialogManager) -> bool:
    """Whether names may be looked for while typing: it has to be switched on at the messenger."""
    me = await manager.middleware_data["bot"].me()
    return bool(getattr(me, "supports_inline_queries", False))


async def blocked_here(manager: DialogManager, rights: Container[May]) -> int:
    """How many people the bot cannot reach, for who rings them up."""
    if May.READ_DIGEST not in rights:
        return 0
    hand = hands(manager)
    found = await blocked.listed(hand.db, hand.actor, programme_id=programme_of(manager))
    return len(found.people)


async def seek(manager: DialogManager, words: str) -> None:
    """What was typed at the desk, or at the programme's first screen, is a name to be found."""
    rights = await rights_here(manager)
    if not rights & {May.SEE_PAIRS, May.SEE_BASES}:
        await hint(manager, "typed-use-buttons")
        return
    about = {
        "programme_id": str(programme_of(manager)),
        SOUGHT: " ".join(words.split())[:LONGEST_TYPED],
    }
    await manager.start(
        Desk.found, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.DELETE_AND_SEND
    )


def _sought(manager: DialogManager) -> str:
    return str(manager.dialog_data.get(SOUGHT) or begun_with(manager).get(SOUGHT, ""))


async def get_found(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, sought = hands(dialog_manager), _sought(dialog_manager)
    found = await finding.find(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), words=sought
    )
    every: list[FoundPair | FoundPerson] = [*found.pairs, *found.people]
    shown, pager_says = leafed(dialog_manager, every, SHOWN)
    return {
        "sought": sought,
        "none": found.nothing,
        "some": not found.nothing,
        "loosened": found.loosened and not found.nothing,
        "too_many": found.more,
        "inline": await _inline(dialog_manager),
        "lines": [_line(hand, one) for one in shown],
        **pager_says,
    }


def _line(hand: Hands, one: FoundPair | FoundPerson) -> dict[str, str]:
    if isinstance(one, FoundPair):
        names = f"{shortened(one.mentee, 20)} — {shortened(one.mentor, 20)}"
        label = worded(hand, "desk-found-pair", names=names, state=str(one.state))
        return button(f"{PAIR}:{pack(one.pair_id)}", label)
    role = worded(hand, f"role-{one.role}")
    state = worded(hand, f"bases-state-{one.state}")
    facts = {"name": shortened(one.name, 28), "role": role, "state": state}
    return button(f"{PERSON}:{pack(one.participation_id)}",
                  worded(hand, "desk-found-person", **facts))  # fmt: skip


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    name, _sign, packed = pressed.partition(":")
    if name not in (PAIR, PERSON):
        raise Gone
    await to_card(manager, name, unpack_one(packed), **{SOUGHT: _sought(manager)})


async def _again(manager: DialogManager, words: str) -> None:
    manager.dialog_data[SOUGHT] = " ".join(words.split())[:LONGEST_TYPED]
    manager.dialog_data["page"] = 0


async def _book(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    if just_sent(manager, "book"):
        return
    hand = hands(manager)
    found = await book.book(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )
    await send_book(manager, found)
    note_sent(manager, "book")


async def digest_now(manager: DialogManager) -> None:
    """Without waiting for its day; the day's own comes all the same."""
    if just_sent(manager, "digest"):
        return
    hand = hands(manager)
    facts = await digests.digest(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )
    await send_digest(
        bot_of(manager),
        int(hand.reader.address),
        hand.texts,
        hand.reader,
        facts,
        worker_of(manager),
    )
    note_sent(manager, "digest")


async def _digest(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    await digest_now(manager)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_PAIRS),
        Window(
            Multi(
                T("desk-room-title", name="name"),
                T("desk-room-questions", questions="questions", oldest="oldest", when="questions"),
                T("desk-room-tasks", tasks="tasks", when="tasks"),
                T("desk-room-find"),
                sep="\n\n",
            ),
            Button(
                L("desk-room-go-tickets", questions="questions"),
                id="tickets",
                on_click=leads_to(Tickets.list),
                when="keeps",
            ),
            Button(
                L("desk-room-go-broadcasts"),
                id="broadcasts",
                on_click=leads_to(Broadcasts.list),
                when="keeps",
            ),
            Button(
                L("desk-room-go-tasks", tasks="tasks"),
                id="tasks",
                on_click=leads_to(Tasks.list),
                when="keeps",
            ),
            Button(
                L("desk-room-go-mass"), id="mass", on_click=leads_to(Mass.list), when="digests"
            ),
            Button(L("programme-go-digest"), id="digest", on_click=_digest, when="keeps"),
            Button(L("desk-room-go-book"), id="book", on_click=_book, when="keeps"),
            Button(
                L("rooms-go-blocked", count="blocked"),
                id="blocked",
                on_click=leads_to(Blocked.list),
                when="blocked",
            ),
            desk_button(),
            menu_button(),
            typed(seek),
            state=Desk.home,
            getter=get_home,
            preview_data={
                "name": "T", "questions": 2, "oldest": 3, "tasks": 1, "keeps": True, "blocked": 1,
                "digests": True,
            },
        ),
        Window(
            Multi(
                T("desk-found", sought="sought", when="some"),
                T("desk-found-like", when="loosened"),
                T("desk-found-none", sought="sought", when="none"),
                T("desk-found-more", when="too_many"),
            ),
            Grid("f", "lines", _open),
            pager(),
            SwitchInlineQueryCurrentChat(
                L("inline-go"), Const(""), id="inline", when="inline"
            ),
            back_to(Programme.home),
            menu_button(),
            typed(_again),
            state=Desk.found,
            getter=get_found,
        ),
    )


