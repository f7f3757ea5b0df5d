"""The queue of applications: a page at a time, by step and role, or by a typed name."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, button, named, worded
from bot.dialogs.parts.paging import PAGE, page_of, pager, turned
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, subject_list, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import desk_button, programme_of, rights_here
from bot.dialogs.states import Applications
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.participations import ParticipationState
from bot.domain.selection import Awaits
from bot.texts import L, T
from bot.usecases.applications import queue
from bot.usecases.applications.queue import LONGEST_SEARCH, Line, Show
from bot.usecases.bases import bases

SHOWN = "participation_id"  # the card on the screen
DECIDED = "decided"  # the participation decided last, for the receipt
_SHOW, _ROLE, _TYPED = "show", "role_shown", "typed"
_SEARCH = "search"


def show_of(manager: DialogManager) -> Show:
    return Show(manager.dialog_data.get(_SHOW, Show.ALL))


def role_of(manager: DialogManager) -> Role | None:
    raw = manager.dialog_data.get(_ROLE)
    return Role(raw) if raw else None


async def waiting(manager: DialogManager, page: int = 0) -> queue.Queue:
    """The list that is chosen."""
    hand = hands(manager)
    return await queue.page(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        profile=hand.profile,
        show=show_of(manager),
        role=role_of(manager),
        page=page,
    )


def line_label(hand: Hands, line: Line) -> str:
    """Somebody in a list: "Lena, mentee, 2 days", "Igor, mentor: documents, 3 days"."""
    stands = str(line.awaits or line.state)
    if line.role is not Role.MENTOR and stands == Awaits.DECISION:
        stands = "none"  # nothing else can be awaited
    facts = {"name": shortened(named(hand, line.name)), "role": str(line.role)}
    return worded(hand, "queue-line", **facts, stands=stands, days=line.days)


async def get_queue(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page, words = hands(dialog_manager), page_of(dialog_manager), ""
    seen = await waiting(dialog_manager, page)
    show, role = show_of(dialog_manager), role_of(dialog_manager)
    lines, more = seen.lines, seen.more
    if words := dialog_manager.dialog_data.get(_TYPED, ""):
        found = await queue.search(
            hand.db,
            hand.actor,
            programme_id=programme_of(dialog_manager),
            typed=words,
            profile=hand.profile,
            page=page,
        )
        lines, more = found.lines, found.more
    whole = show is Show.ALL and role is None and not words
    rights = await rights_here(dialog_manager)
    deciding = May.DECIDE_APPLICATIONS in rights and show in (Show.ALL, Show.DECISION)
    return {
        "lines": [
            {"id": pack(one.participation_id), "label": line_label(hand, one)} for one in lines
        ],
        "title": _SEARCH if words else str(show),
        "typed": words,
        "role": str(role or ""),
        "narrow": role is not None and not words,
        "empty": not lines,
        "searchable": bool(lines) and not words,
        "to_guardians": whole and seen.counts[Show.GUARDIAN] > 0,
        "to_waiting": not whole,
        "guardians": seen.counts[Show.GUARDIAN],
        "complete": seen.complete,
        "several": deciding and not words and seen.complete > 1,
        **turned(page, more=more),
        **await receipt(dialog_manager),
    }


async def receipt(manager: DialogManager) -> dict[str, Any]:
    """What became of the application decided last; shown until the next press."""
    raw = manager.dialog_data.get(DECIDED)
    if raw is None:
        return {"receipt": False, "decided": "", "decided_name": "", "several_decided": 0}
    if isinstance(raw, int):
        return {"receipt": False, "decided": "", "decided_name": "", "several_decided": raw}
    hand, (state, packed) = hands(manager), raw
    participation_id = unpack_one(packed)
    names = await bases.names(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        participation_ids=[participation_id],
    )
    name = named(hand, names.get(participation_id))
    return {"receipt": True, "decided": state, "decided_name": name, "several_decided": 0}


def note_decided(
    manager: DialogManager, state: ParticipationState, participation_id: UUID
) -> None:
    """Whose it was and never the name: the dialog outlives a person who is deleted."""
    manager.dialog_data[DECIDED] = [str(state), pack(participation_id)]


async def on_open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    participation_id = unpack_one(item)
    manager.dialog_data[SHOWN] = str(participation_id)
    manager.dialog_data.pop(DECIDED, None)
    await manager.switch_to(Applications.card)


async def on_search(manager: DialogManager, words: str) -> None:
    """Raises `NobodyFound`: the list stays as it was."""
    hand = hands(manager)
    words = words.strip()[:LONGEST_SEARCH]
    await queue.search(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        typed=words,
        profile=hand.profile,
    )
    manager.dialog_data.update({_TYPED: words, PAGE: 0})
    manager.dialog_data.pop(DECIDED, None)


def choose(manager: DialogManager, show: Show, role: Role | None) -> None:
    manager.dialog_data.update({_SHOW: str(show), _ROLE: str(role or ""), PAGE: 0, _TYPED: ""})
    manager.dialog_data.pop(DECIDED, None)


async def on_guardians(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    choose(manager, Show.GUARDIAN, None)


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    choose(manager, Show.ALL, None)


async def on_show(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in list(Show):
        raise Gone
    choose(manager, Show(pressed), role_of(manager))
    await manager.switch_to(Applications.queue)


async def on_role(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed and pressed not in list(queue.ROLES):
        raise Gone
    choose(manager, show_of(manager), Role(pressed) if pressed else None)


async def get_filter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen, chosen = await waiting(dialog_manager), role_of(dialog_manager)
    whoever = [(None, sum(seen.roles.values())), *seen.roles.items()]
    return {
        "shows": [
            button(show, worded(hand, f"queue-show-{show}", count=count))
            for show, count in seen.counts.items()
            if count or show is Show.ALL
        ],
        "roles": [
            button(
                str(role or ""),
                worded(
                    hand, "queue-role", role=str(role or ""), count=count, chosen=role is chosen
                ),
            )
            for role, count in whoever
            if count or role is chosen
        ],
    }


def receipt_line() -> Multi:
    return Multi(
        T("applications-receipt-{decided}", when="receipt", name="decided_name"),
        T("queue-receipt-several", when="several_decided", count="several_decided"),
        when=lambda data, *_: data["receipt"] or data["several_decided"],
    )


PREVIEW_RECEIPT = {
    "receipt": True,
    "decided": "approved",
    "decided_name": "Lena",
    "several_decided": 0,
}


def windows() -> tuple[Window, Window]:
    return _queue(), _filter()


def _queue() -> Window:
    return Window(
        Multi(
            receipt_line(),
            T("queue-title-{title}", typed="typed"),
            T("queue-only-role", role="role", when="narrow"),
            T("queue-empty-{title}", when="empty"),
            T("queue-search-hint", when="searchable"),
        ),
        subject_list(id="card", items="lines", on_click=on_open),
        pager(),
        SwitchTo(
            L("queue-several", count="complete"),
            id="several",
            state=Applications.batch,
            when="several",
        ),
        Button(
            L("applications-to-guardians", guardians="guardians"),
            id="minors",
            on_click=on_guardians,
            when="to_guardians",
        ),
        Button(L("queue-to-all"), id="all", on_click=on_all, when="to_waiting"),
        SwitchTo(L("queue-filter"), id="filter", state=Applications.filter),
        desk_button(),
        menu_button(),
        typed(on_search),
        state=Applications.queue,
        getter=get_queue,
        preview_data={
            "lines": [{"id": "x", "label": "Lena"}],
            "title": "all",
            "typed": "",
            "role": "mentor",
            "narrow": True,
            "empty": True,
            "searchable": True,
            "to_guardians": True,
            "to_waiting": True,
            "guardians": 2,
            "complete": 2,
            "several": True,
            **turned(1, more=True),
            **PREVIEW_RECEIPT,
        },
    )


def _filter() -> Window:
    return Window(
        T("queue-filter-title"),
        Grid("show", "shows", on_show, columns=2),
        Grid("role", "roles", on_role, columns=2),
        SwitchTo(L("button-back"), id="back", state=Applications.queue),
        menu_button(),
        only_buttons(),
        state=Applications.filter,
        getter=get_filter,
    )
