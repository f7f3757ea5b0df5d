"""Proposals of pairs, card by card: who fits whom and why, approve, look at others, who is left."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import List, Multi

from bot.dialogs.beside_matching import beside_matching
from bot.dialogs.desk import desk_button, programme_of
from bot.dialogs.matching_facts import (
    APPROVED,
    MENTEE,
    PLACE,
    get_card,
    get_left,
    get_proposals,
    get_variants,
)
from bot.dialogs.paging import PAGE, pager, turned
from bot.dialogs.screens import Screens, hands, menu_button
from bot.dialogs.states import Matching
from bot.dialogs.subjects import subject_button, subject_list, unpack
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases import matching


async def on_approve(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, ids = hands(manager), unpack(item)
    if len(ids) != 2:
        raise Gone
    pair_id = await matching.approve(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        mentee_id=ids[0],
        mentor_id=ids[1],
        profile=hand.profile,
    )
    manager.dialog_data[APPROVED] = str(pair_id)
    await manager.switch_to(Matching.card)


async def on_variants(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    (mentee_id,) = unpack(item)
    manager.dialog_data[MENTEE] = str(mentee_id)
    await _forget(_, __, manager)
    await manager.switch_to(Matching.variants)


def _turn(manager: DialogManager, by: int) -> None:
    manager.dialog_data[PLACE] = max(int(manager.dialog_data.get(PLACE, 0)) + by, 0)
    manager.dialog_data.pop(APPROVED, None)


async def on_before(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _turn(manager, -1)


async def on_after(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _turn(manager, +1)


async def _forget(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    for name in (PAGE, APPROVED):
        manager.dialog_data.pop(name, None)


async def _from_the_first(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    manager.dialog_data[PLACE] = 0
    await _forget(_, __, manager)


_RECEIPT = {"receipt": True, "approved_mentee": "Lena", "approved_mentor": "Igor"}


def _receipt_line() -> T:
    return T("matching-receipt", when="receipt", mentee="approved_mentee", mentor="approved_mentor")


def _left_button() -> SwitchTo:
    return SwitchTo(
        L("matching-go-left", left="left"),
        id="left",
        state=Matching.left,
        on_click=_forget,
        when="left",
    )


def _summary() -> Window:
    return Window(
        Multi(
            _receipt_line(),
            T("matching-title"),
            T(
                "matching-summary",
                when="somebody",
                mentees="mentees",
                mentors="mentors",
                places="places",
                proposals="proposals",
            ),
            T("matching-nobody", when="nobody"),
        ),
        SwitchTo(
            L("matching-look", proposals="proposals"),
            id="look",
            state=Matching.card,
            on_click=_from_the_first,
            when="proposals",
        ),
        _left_button(),
        *beside_matching(),
        desk_button(),
        menu_button(),
        state=Matching.proposals,
        getter=get_proposals,
        preview_data={
            "mentees": 12,
            "mentors": 6,
            "places": 14,
            "proposals": 11,
            "left": 1,
            "nobody": True,
            "somebody": True,
            **_RECEIPT,
        },
    )


def _card() -> Window:
    return Window(
        Multi(
            _receipt_line(),
            T("matching-place", when="some", number="number", total="total", score="score"),
            T("matching-pair", when="some", mentee="mentee", mentor="mentor", form="form"),
            List(T("matching-plus", words="item"), items="reasons"),
            List(T("matching-minus", words="item"), items="lacks"),
            T("matching-all-done", when="none"),
        ),
        subject_button(L("matching-approve"), id="ok", on_click=on_approve),
        subject_button(
            L("matching-others"), id="others", on_click=on_variants, subject="mentee_subject"
        ),
        Row(
            Button(L("programme-page-before"), id="before", on_click=on_before, when="before"),
            Button(L("programme-page-after"), id="after", on_click=on_after, when="after"),
        ),
        _left_button(),
        SwitchTo(L("button-back"), id="back", state=Matching.proposals, on_click=_forget),
        menu_button(),
        state=Matching.card,
        getter=get_card,
        preview_data={
            "subject": "x",
            "mentee_subject": "x",
            "mentee": "Lena",
            "mentor": "Igor",
            "form": "Employer to learner",
            "score": 86,
            "reasons": ["both are free Tue 16–18"],
            "lacks": ["no shared interests"],
            "number": 4,
            "total": 27,
            "before": True,
            "after": True,
            "left": 2,
            "some": True,
            "none": True,
            **_RECEIPT,
        },
    )


def _variants() -> Window:
    return Window(
        Multi(
            T("matching-variants", when="some", mentee="mentee"),
            List(
                T("matching-variant-why", mentor="item.mentor", score="item.score", why="item.why"),
                items="variants",
            ),
            T("matching-no-variants", when="none"),
        ),
        subject_list(id="v", items="variants", on_click=on_approve),
        SwitchTo(L("button-back"), id="back", state=Matching.card),
        menu_button(),
        state=Matching.variants,
        getter=get_variants,
        preview_data={
            "mentee": "Lena",
            "some": True,
            "none": True,
            "variants": [
                {"id": "x", "label": "Igor · 86", "mentor": "Igor", "score": 86, "why": "maths"}
            ],
        },
    )


def _left() -> Window:
    return Window(
        Multi(
            T("matching-left", left="left"),
            List(T("matching-left-line", name="item.name", why="item.why"), items="lines"),
        ),
        pager(),
        SwitchTo(L("button-back"), id="back", state=Matching.proposals, on_click=_forget),
        menu_button(),
        state=Matching.left,
        getter=get_left,
        preview_data={
            "left": 1,
            "lines": [{"name": "Dima", "why": "all places are taken"}],
            **turned(1, more=True),
        },
    )


def dialog() -> Screens:
    return Screens(whoever_may(May.PROPOSE_PAIRS), _summary(), _card(), _variants(), _left())
