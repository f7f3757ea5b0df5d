"""The result of a run: how good it is and how that is known, and what can be done with it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.matching.beside_matching import round_button
from bot.dialogs.matching.order import send_order
from bot.dialogs.matching.words import last_line, lines_about
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.paging import to_first_page
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent
from bot.dialogs.parts.subjects import PACKED, pack, subject_button, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, programme_of
from bot.dialogs.states import Matching
from bot.domain.errors import Gone
from bot.domain.spoken import When
from bot.texts import L, T
from bot.usecases.matching import cards as matching_cards
from bot.usecases.matching import decisions as matching_decisions
from bot.usecases.matching.cards import Last

PLACE = "place"  # of the card on the screen
DECIDED = "decided"  # somebody has just decided: the receipt of it is shown
THRESHOLDS = (90, 80, 70, 60, 50)
_SCORE = "score"
_UNDONE = "undone"  # ... or has taken it back


async def receipt(manager: DialogManager) -> dict[str, Any]:
    """What was decided last, in words, until the next screen; and the button that undoes it."""
    hand = hands(manager)
    last = await matching_cards.last(
        hand.db, hand.actor, programme_id=programme_of(manager)
    )
    decided, lines = manager.dialog_data.get(DECIDED), []
    if decided == _UNDONE:
        lines = [Line("matching-undone")]
    elif decided and last is not None:
        lines = [last_line(last)]
    return {"receipt": lines, "receipt_shown": bool(lines), **undo_of(last)}


def undo_of(last: Last | None) -> dict[str, Any]:
    if last is None or not last.undoable:
        return {"undo": ""}
    return {"undo": f"{pack(last.run_id)}{last.number}"}


async def on_undo(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    run_id, number = unpack_one(raw[:PACKED]), raw[PACKED:]
    if not number.isdecimal():
        raise Gone
    hand = hands(manager)
    manager.dialog_data[PLACE] = await matching_decisions.undo(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        run_id=run_id,
        number=int(number[:9]),
    )
    manager.dialog_data[DECIDED] = _UNDONE


def undo_button() -> Any:
    return subject_button(
        L("matching-undo"), id="undo", on_click=on_undo, subject="undo"
    )


async def on_start(_: Any, manager: DialogManager) -> None:
    """Whoever comes to match for the first time sees at once what will happen."""
    hand = hands(manager)
    if await matching_cards.result(
        hand.db, hand.actor, programme_id=programme_of(manager)
    ) is None:  # fmt: skip
        await manager.switch_to(Matching.before)


async def get_result(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await matching_cards.result(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    said = await receipt(dialog_manager)
    if found is None:
        return {"some": False, "none": True, "cards": 0, "left": 0, "lines": [], "at": "",
                "all_placed": False, **said}  # fmt: skip
    return {
        "some": True,
        "none": False,
        "cards": found.cards,
        "left": found.left,
        "all_placed": found.left == 0,
        "at": When(found.made_at, found.zone, found.now),
        "lines": lines_about(found),
        **said,
    }


async def on_look(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    manager.dialog_data[PLACE] = 0
    manager.dialog_data[DECIDED] = False


async def on_order(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, "order"):
        return
    await send_order(manager)
    note_sent(manager, "order")


def result_window() -> Window:
    return Window(
        Multi(
            Lines("receipt", when="receipt_shown"),
            T("matching-title", when="some", at="at"),
            Lines("lines", when="some"),
            T("matching-not-yet", when="none"),
            T("matching-nothing-sent", when="cards"),
        ),
        SwitchTo(
            L("matching-look", cards="cards"),
            id="look",
            state=Matching.card,
            on_click=on_look,
            when="cards",
        ),
        SwitchTo(L("matching-go-above"), id="above", state=Matching.above, when="cards"),
        SwitchTo(
            L("matching-go-left", left="left"),
            id="left",
            state=Matching.left,
            on_click=to_first_page,
            when="left",
        ),
        round_button(when="all_placed"),
        undo_button(),
        Button(L("matching-order"), id="order", on_click=on_order, when="some"),
        SwitchTo(L("matching-again"), id="again", state=Matching.before),
        desk_button(),
        menu_button(),
        only_buttons(),
        state=Matching.proposals,
        getter=get_result,
        preview_data={
            "receipt": [], "receipt_shown": True, "some": True, "none": True, "cards": 27,
            "left": 2, "all_placed": True, "at": "today", "lines": [], "undo": "x",
        },
    )  # fmt: skip


async def get_above(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    levels = await matching_decisions.above(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), scores=THRESHOLDS
    )
    offered: list[tuple[int, int]] = []
    for seen in levels:
        if seen.pairs and (not offered or offered[-1][1] != seen.pairs):
            offered.append((seen.score, seen.pairs))
    return {
        "scores": [
            button(str(score), worded(hand, "matching-above-score", score=score, pairs=pairs))
            for score, pairs in offered
        ],
        "some": bool(offered),
        "none": not offered,
        "least": THRESHOLDS[-1],
    }


async def on_score(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    if raw not in map(str, THRESHOLDS):
        raise Gone
    manager.dialog_data[_SCORE] = int(raw)
    await manager.switch_to(Matching.above_sure)


def above_window() -> Window:
    return Window(
        Multi(
            T("matching-above", when="some"),
            T("matching-above-none", when="none", least="least"),
        ),
        Grid("score", "scores", on_score),
        SwitchTo(L("button-back"), id="back", state=Matching.proposals),
        menu_button(),
        only_buttons(),
        state=Matching.above,
        getter=get_above,
        preview_data={"scores": [], "some": True, "none": True, "least": 50},
    )


async def get_sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    score = int(dialog_manager.dialog_data.get(_SCORE, THRESHOLDS[0]))
    [seen] = await matching_decisions.above(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), scores=(score,)
    )
    return {
        "score": score,
        "pairs": seen.pairs,
        "letters": seen.letters,
        "minors": seen.minors,
        "some": str(score) if seen.pairs else "",
    }


async def on_approve_all(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    if raw not in map(str, THRESHOLDS):
        raise Gone
    hand = hands(manager)
    await matching_decisions.approve_above(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        score=int(raw),
        profile=hand.profile,
    )
    manager.dialog_data[DECIDED] = True
    await manager.switch_to(Matching.proposals)


def above_sure_window() -> Window:
    return Window(
        Multi(
            T(
                "matching-above-sure",
                score="score",
                pairs="pairs",
                letters="letters",
            ),
            T("matching-above-minors", when="minors", minors="minors"),
            T("matching-above-grace"),
        ),
        subject_button(
            L("matching-above-do", pairs="data.pairs"),
            id="do",
            on_click=on_approve_all,
            subject="some",
        ),
        SwitchTo(L("button-back"), id="back", state=Matching.above),
        menu_button(),
        only_buttons(),
        state=Matching.above_sure,
        getter=get_sure,
        preview_data={"score": 80, "pairs": 12, "letters": 20, "minors": 11, "some": "80"},
    )

