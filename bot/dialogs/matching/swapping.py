"""Another mentor for one mentee: the next best, or anybody; and what it would cost the others."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.matching.card import FROM_LEFT, MENTEE, card_of
from bot.dialogs.matching.result import DECIDED, PLACE
from bot.dialogs.matching.words import other_line
from bot.dialogs.parts.lines import Line, Lines, worded
from bot.dialogs.parts.paging import page_of, pager, to_first_page, turned
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.sending import worker_of
from bot.dialogs.parts.subjects import (
    pack,
    shortened,
    shown_id,
    subject_button,
    subject_list,
    unpack,
    unpack_one,
)
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import Matching
from bot.domain.errors import Gone
from bot.texts import L, T
from bot.usecases.matching import swaps as matching_swaps
from bot.usecases.matching.matching import of_two
from bot.usecases.matching.swaps import Move, Named, WhatIf

MENTOR = "mentor_id"  # the one thought of
MOST_MOVES = 6
# a change, somebody who had nobody, somebody who is left without
_ASKED = ("matching-swap-asked", "matching-swap-asked-new", "matching-swap-asked-left")
_MOVED = ("matching-swap-moved", "matching-swap-moved-new", "matching-swap-moved-left")


def _mentee(manager: DialogManager) -> UUID:
    return shown_id(manager, MENTEE)


def _two(manager: DialogManager) -> dict[str, Any]:
    hand = hands(manager)
    return {
        "programme_id": programme_of(manager),
        "mentee_id": _mentee(manager),
        "mentor_id": shown_id(manager, MENTOR),
        "profile": hand.profile,
        "run": worker_of(manager).run,
    }


async def get_others(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The two next best of the card, as the run has found them."""
    hand, card = hands(dialog_manager), await card_of(dialog_manager)
    if card is None or card.group or card.members[0].mentee_id != _mentee(dialog_manager):
        raise Gone
    return {
        "mentee": card.members[0].name,
        "mentor": card.mentors[0],
        "score": card.score,
        "lines": [other_line(hand, one) for one in card.others],
        "variants": [
            {"id": pack(one.mentor_id), "label": _label(hand, one.name, one.score)}
            for one in card.others
        ],
        "some": bool(card.others),
        "none": not card.others,
    }


def _label(hand: Hands, name: str, score: int) -> str:
    return worded(hand, "matching-variant", mentor=shortened(name), score=score)


async def on_thought_of(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    manager.dialog_data[MENTOR] = str(unpack_one(raw))
    await manager.switch_to(Matching.swap)


def others_window() -> Window:
    return Window(
        Multi(
            T("matching-variants", mentee="mentee", mentor="mentor", score="score"),
            Lines("lines", when="some"),
            T("matching-no-variants", when="none"),
        ),
        subject_list(id="v", items="variants", on_click=on_thought_of),
        SwitchTo(
            L("matching-choose-any"), id="any", state=Matching.choose, on_click=to_first_page
        ),
        SwitchTo(L("button-back"), id="back", state=Matching.card),
        menu_button(),
        only_buttons(),
        state=Matching.others,
        getter=get_others,
        preview_data={
            "mentee": "Lena", "mentor": "Igor", "score": 86, "lines": [], "variants": [],
            "some": True, "none": True,
        },
    )  # fmt: skip


async def get_choices(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page = hands(dialog_manager), page_of(dialog_manager)
    found = await matching_swaps.candidates(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        mentee_id=_mentee(dialog_manager),
        profile=hand.profile,
        run=worker_of(dialog_manager).run,
        page=page,
    )
    return {
        "mentee": found.mentee,
        "lines": [_choice(hand, one) for one in found.lines],
        "variants": [
            {"id": pack(one.mentor_id), "label": _label(hand, one.name, one.score)}
            for one in found.lines
            if one.hard is None and not one.now
        ],
        "none": not found.lines,
        "from_left": bool(dialog_manager.dialog_data.get(FROM_LEFT)),
        "from_card": not dialog_manager.dialog_data.get(FROM_LEFT),
        **turned(page, more=found.more),
    }


def _choice(hand: Hands, one: Named) -> Line:
    rule = one.hard or one.soft
    key = "matching-choice" if rule is None else "matching-choice-soft"
    if one.hard is not None:
        key = "matching-choice-hard"
    if one.now:
        key = "matching-choice-now"
    why = worded(hand, of_two(rule)) if rule else ""
    return Line(key, {"mentor": one.name, "score": one.score, "places": one.places, "why": why})


def choose_window() -> Window:
    return Window(
        Multi(
            T("matching-choose", mentee="mentee"),
            Lines("lines"),
            T("matching-no-variants", when="none"),
        ),
        subject_list(id="v", items="variants", on_click=on_thought_of),
        pager(),
        SwitchTo(
            L("matching-go-cards"), id="back", state=Matching.card, on_click=to_first_page,
            when="from_card",
        ),
        SwitchTo(
            L("matching-go-left-short"), id="left", state=Matching.left,
            on_click=to_first_page, when="from_left",
        ),
        menu_button(),
        only_buttons(),
        state=Matching.choose,
        getter=get_choices,
        preview_data={
            "mentee": "Lena", "lines": [], "variants": [], "none": True, "from_left": True,
            "from_card": True, **turned(1, more=True),
        },
    )  # fmt: skip


async def get_swap(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    asked = _two(dialog_manager)
    found = await matching_swaps.what_if(hand.db, hand.actor, **asked)
    two = pack(asked["mentee_id"], asked["mentor_id"])
    return {
        "lines": _moves(hand, found),
        "soft": found.soft is not None,
        "why": worded(hand, of_two(found.soft)) if found.soft else "",
        "subject": "" if found.soft else two,
    }


def _moves(hand: Hands, found: WhatIf) -> list[Line]:
    lines = [_move(found.asked, _ASKED)]
    if found.joins is not None:
        lines.append(Line("matching-swap-joins", {"people": found.joins}))
    if found.stays is not None:
        lines.append(Line("matching-swap-stays", {"people": found.stays}))
    if found.others:
        lines.append(Line("matching-swap-others", {"count": len(found.others)}))
        lines += [_move(one, _MOVED) for one in found.others[:MOST_MOVES]]
        if len(found.others) > MOST_MOVES:
            lines.append(Line("matching-swap-more", {"count": len(found.others) - MOST_MOVES}))
    else:
        lines.append(Line("matching-swap-nobody"))
    if found.fewer_placed > 0:
        lines.append(Line("matching-swap-fewer", {"people": found.fewer_placed}))
    elif found.lost > 0 and found.others:
        lines.append(Line("matching-swap-lost", {"points": found.lost}))
    return lines


def _move(move: Move, keys: tuple[str, str, str]) -> Line:
    before, after = move.before, move.after
    changed, new, left = keys
    key = new if before is None else left if after is None else changed
    return Line(
        key,
        {
            "mentee": move.mentee,
            "before": before[0] if before else "",
            "was": before[1] if before else 0,
            "after": after[0] if after else "",
            "is": after[1] if after else 0,
        },
    )


async def _swap(manager: DialogManager, reason: str = "") -> None:
    hand, asked = hands(manager), _two(manager)
    manager.dialog_data[PLACE] = await matching_swaps.swap(
        hand.db, hand.actor, **asked, reason=reason
    )
    manager.dialog_data[DECIDED] = True
    manager.dialog_data.pop(MENTOR, None)
    await manager.switch_to(Matching.card)


async def on_swap(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    asked = _two(manager)
    if unpack(raw) != [asked["mentee_id"], asked["mentor_id"]]:
        raise Gone
    await _swap(manager)


async def on_typed_reason(manager: DialogManager, words: str) -> None:
    await _swap(manager, words)


def swap_window() -> Window:
    return Window(
        Multi(
            T("matching-swap-title"),
            Lines("lines"),
            T("matching-swap-reason", when="soft", why="why"),
        ),
        subject_button(L("matching-swap-do"), id="do", on_click=on_swap),
        SwitchTo(L("matching-choose-other"), id="back", state=Matching.choose),
        SwitchTo(L("matching-go-cards"), id="card", state=Matching.card),
        menu_button(),
        typed(on_typed_reason),
        state=Matching.swap,
        getter=get_swap,
        preview_data={"lines": [], "soft": True, "why": "no shared time", "subject": "x"},
    )
