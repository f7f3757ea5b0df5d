"""Questions of participants as the team sees them: who waits longest, the talk, the answer."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk.desk_states import Desk, Tickets
from bot.dialogs.desk.way_back import PERSON, to_card
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import PAGE, page_of, pager, turned
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, shown_id, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.spoken import When
from bot.domain.tickets import TicketState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.desk import tickets
from bot.usecases.desk.tickets import TicketLine, TicketView

_STATE, _SHOWN, _SENT = "ticket_state", "ticket_id", "answered"
_LONGEST = 600


def _state(manager: DialogManager) -> TicketState:
    raw = manager.dialog_data.get(_STATE, TicketState.NEW)
    return TicketState(raw) if raw in list(TicketState) else TicketState.NEW


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, state, page = hands(dialog_manager), _state(dialog_manager), page_of(dialog_manager)
    found = await tickets.listed(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), state=state, page=page
    )
    return {
        "state": str(state),
        "empty": not found.lines,
        "lines": [_line(hand, one) for one in found.lines],
        "states": [
            button(other, worded(hand, f"tickets-show-{other}", number=found.counts.get(other, 0)))
            for other in TicketState
            if other is not state
        ],
        **turned(page, more=found.more),
    }


def _line(hand: Hands, one: TicketLine) -> dict[str, str]:
    words = " ".join(one.words.split())
    label = worded(hand, "tickets-line", name=shortened(one.name, 18), words=words, days=one.days)
    return button(pack(one.ticket_id), label)


async def _filter(_: CallbackQuery, __: Any, manager: DialogManager, state: str) -> None:
    if state not in list(TicketState):
        raise Gone
    manager.dialog_data.update({_STATE: state, PAGE: 0})


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[_SHOWN] = str(unpack_one(item))
    manager.dialog_data.pop(_SENT, None)
    await manager.switch_to(Tickets.card)


def _shown(manager: DialogManager) -> UUID:
    return shown_id(manager, _SHOWN)


async def _view(manager: DialogManager) -> TicketView:
    hand = hands(manager)
    return await tickets.view(hand.db, hand.actor, ticket_id=_shown(manager))


def talk_lines(seen: TicketView) -> list[Line]:
    """The last words of a talk; `mine` says them as one's own."""
    lines = []
    for one in seen.said:
        side = "mine" if one.asker == seen.mine else "theirs"
        words = one.words if len(one.words) <= _LONGEST else one.words[:_LONGEST] + "…"
        about = {"by": one.by, "words": words, "at": When(one.at, seen.zone, seen.now)}
        asker = "asker" if one.asker else "team"
        lines.append(Line(f"tickets-said-{asker}" if not seen.mine else f"ask-said-{side}", about))
    return lines


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _view(dialog_manager)
    return {
        "name": seen.name,
        "role": str(seen.role),
        "ward": seen.ward or "",
        "state": str(seen.state),
        "lines": talk_lines(seen),
        "may_answer": seen.may_answer,
        "sent": bool(dialog_manager.dialog_data.get(_SENT)),
    }


async def _answer(manager: DialogManager, words: str) -> None:
    hand = hands(manager)
    await tickets.answer(hand.db, hand.actor, ticket_id=_shown(manager), words=words)
    manager.dialog_data[_SENT] = True


async def _close(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    hand = hands(manager)
    await tickets.close(hand.db, hand.actor, ticket_id=_shown(manager))
    await manager.switch_to(Tickets.list)


async def _person(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    seen = await _view(manager)
    await to_card(manager, PERSON, seen.participation_id, programme_id=str(seen.programme_id))


async def _back(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    await manager.switch_to(Tickets.list)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.KEEP_DESK),
        Window(
            Multi(T("tickets-title-{state}"), T("tickets-empty-{state}", when="empty")),
            Grid("t", "lines", _open),
            pager(),
            Grid("s", "states", _filter, columns=2),
            back_to(Desk.home),
            menu_button(),
            only_buttons(),
            state=Tickets.list,
            getter=get_list,
        ),
        Window(
            Multi(
                T("tickets-card", name="name", role="role", ward="ward", state="state"),
                Lines("lines", when="lines"),
                T("tickets-sent", when="sent"),
                T("tickets-type", when="may_answer"),
                sep="\n\n",
            ),
            Button(L("tickets-close"), id="close", on_click=_close, when="may_answer"),
            Button(L("tickets-to-person"), id="person", on_click=_person),
            Button(L("button-back"), id="back", on_click=_back),
            menu_button(),
            typed(_answer),
            state=Tickets.card,
            getter=get_card,
        ),
    )
