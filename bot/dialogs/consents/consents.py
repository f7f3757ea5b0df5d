"""The documents of a person or of a child: each on a screen of its own, given and taken back.

An optional one takes one tap to give and one to take back. To take back a required one is to leave,
so that is asked once.
"""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.consents.withdrawal import sure_window
from bot.dialogs.parts.documents import first_page, page_buttons, paged
from bot.dialogs.parts.lines import Grid, Line, Lines, button, id_in, named, spoken
from bot.dialogs.parts.screens import (
    Hands,
    Screens,
    back_button,
    hands,
    introduce_again,
    menu_button,
    start_id,
)
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Consents
from bot.domain import moments
from bot.domain.consents import BY_KIND, DOCUMENTS, Answer
from bot.domain.errors import Gone
from bot.domain.spoken import Day
from bot.middlewares.policies import ACQUAINTED
from bot.texts import L, T
from bot.usecases.consents import consents
from bot.usecases.consents.consents import Shelf

CHOSEN = "document"  # "<number of the document>:<organisation>"
MARKS = {
    Answer.GIVEN: "✓",
    Answer.OUTDATED: "✏️",
    Answer.OPEN: "☐",
    Answer.REFUSED: "☐",
    Answer.WITHDRAWN: "☐",
}


def dialog() -> Screens:
    return Screens(
        ACQUAINTED,
        Window(
            Multi(
                T("consents-title-{whose}", name="name"),
                Lines("lines", when="lines"),
                T("consents-none", when="none"),
                sep="\n\n",
            ),
            Grid("d", "documents", _open),
            back_button(),
            menu_button(),
            only_buttons(),
            state=Consents.list,
            getter=listed,
        ),
        Window(
            Multi(
                T("consents-short", text="short"),
                T("consents-state-{state}", day="day"),
                sep="\n\n",
            ),
            Button(L("consents-agree"), id="yes", on_click=_agree, when="may_agree"),
            SwitchTo(L("consents-read"), id="full", state=Consents.full, on_click=first_page),
            Button(L("consents-refuse"), id="no", on_click=_refuse, when="may_refuse"),
            Button(L("consents-take-back"), id="back_it", on_click=_refuse, when="may_take_back"),
            SwitchTo(L("button-back"), id="list", state=Consents.list),
            menu_button(),
            only_buttons(),
            state=Consents.document,
            getter=document,
        ),
        Window(
            T("consents-full", text="page", number="number", total="total"),
            page_buttons(),
            Button(L("consents-agree"), id="yes", on_click=_agree, when="may_agree"),
            SwitchTo(L("button-back"), id="back", state=Consents.document),
            only_buttons(),
            state=Consents.full,
            getter=document,
        ),
        sure_window(
            T("privacy-sure-{whose}", ward="name", organisation="organisation"),
            state=Consents.sure,
            keep=Consents.document,
            on_yes=_leave,
            getter=document,
        ),
        Window(
            T("privacy-withdrawn-{whose}"),
            menu_button(),
            only_buttons(),
            state=Consents.left,
            getter=_left,
        ),
        on_start=_to_what_waits,
    )


def _person(manager: DialogManager) -> UUID:
    return start_id(manager, "person_id")


def _whose(at_hand: Hands, manager: DialogManager) -> str:
    return "own" if _person(manager) == at_hand.actor.person_id else "ward"


async def _shelves(manager: DialogManager) -> tuple[Shelf, ...]:
    at_hand = hands(manager)
    return await consents.shelves(
        at_hand.db, at_hand.actor, person_id=_person(manager), profile=at_hand.profile
    )


async def _to_what_waits(_: Any, manager: DialogManager) -> None:
    """Who was asked for one document sees it at once."""
    waiting = [
        f"{DOCUMENTS.index(line.document)}:{shelf.organisation_id}"
        for shelf in await _shelves(manager)
        for line in shelf.lines
        if line.waits
    ]
    if len(waiting) == 1:
        manager.dialog_data[CHOSEN] = waiting[0]
        await manager.switch_to(Consents.document)


async def listed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    shelves = await _shelves(dialog_manager)
    lines, buttons = [], []
    for shelf in shelves:
        if len(shelves) > 1:
            lines.append(Line("consents-house", {"organisation": shelf.organisation}))
        for line in (*shelf.lines, *shelf.others):
            words = {
                "title": at_hand.profile.consents[line.document.kind].title,
                "day": _day(shelf, line.since),
            }
            key = "notice" if not line.document.binds else str(line.answer)
            lines.append(Line(f"consents-line-{key}", words))
        for line in shelf.lines:
            if line.document.binds:
                title = spoken(at_hand, at_hand.profile.consents[line.document.kind].title)
                id_ = f"{DOCUMENTS.index(line.document)}:{shelf.organisation_id}"
                buttons.append(button(id_, f"{MARKS[line.answer]} {title}"))
    name = next((shelf.name for shelf in shelves), None)
    return {
        "whose": _whose(at_hand, dialog_manager),
        "name": named(at_hand, name),
        "lines": lines,
        "none": not lines,
        "documents": buttons,
    }


def _day(shelf: Shelf, at: Any) -> Day | str:
    if at is None:
        return ""
    today = moments.local(shelf.now, shelf.zone).date()
    return Day(moments.local(at, shelf.zone).date(), today)


def _chosen(manager: DialogManager) -> tuple[str, UUID]:
    """The document and the organisation; `Gone` for what no button of ours says."""
    number, _sign, raw = str(manager.dialog_data.get(CHOSEN, "")).partition(":")
    if not number.isdecimal() or int(number) >= len(DOCUMENTS):
        raise Gone
    return DOCUMENTS[int(number)].kind, id_in(raw)


async def document(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    kind, house_id = _chosen(dialog_manager)
    shelf = next((s for s in await _shelves(dialog_manager) if s.organisation_id == house_id), None)
    line = next((x for x in shelf.lines if x.document.kind == kind), None) if shelf else None
    if shelf is None or line is None:
        raise Gone
    text = await consents.text(
        at_hand.db,
        at_hand.actor,
        person_id=shelf.person_id,
        organisation_id=house_id,
        kind=kind,
        profile=at_hand.profile,
    )
    unanswered = line.answer in (Answer.OPEN, Answer.OUTDATED)
    return {
        "whose": _whose(at_hand, dialog_manager),
        "name": named(at_hand, shelf.name),
        "organisation": shelf.organisation,
        "short": text.short,
        "state": str(line.answer),
        "day": _day(shelf, line.since),
        "may_agree": line.answer is not Answer.GIVEN,
        "may_refuse": unanswered,
        "may_take_back": line.answer is Answer.GIVEN,
        **paged(spoken(at_hand, text.full), dialog_manager.dialog_data.get("page", 0)),
    }


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    manager.dialog_data[CHOSEN] = pressed
    await manager.switch_to(Consents.document)


async def _agree(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _answer(manager, agrees=True)
    await manager.switch_to(Consents.list)


async def _refuse(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    kind, _house = _chosen(manager)
    if BY_KIND[kind].optional:
        await _answer(manager, agrees=False)
        await manager.switch_to(Consents.list)
    else:
        await manager.switch_to(Consents.sure)


async def _leave(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _answer(manager, agrees=False)
    await introduce_again(manager)
    await manager.switch_to(Consents.left)


async def _answer(manager: DialogManager, *, agrees: bool) -> None:
    at_hand = hands(manager)
    kind, house_id = _chosen(manager)
    await consents.answer(
        at_hand.db,
        at_hand.actor,
        person_id=_person(manager),
        organisation_id=house_id,
        kind=kind,
        agrees=agrees,
        profile=at_hand.profile,
        channel=at_hand.reader.messenger,
    )


async def _left(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"whose": _whose(hands(dialog_manager), dialog_manager)}
