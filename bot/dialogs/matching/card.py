"""One proposal, a pair or a group: why they fit, what is missing, and what the curator decides."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.matching.reasons import catalogue_words, form_words, said
from bot.dialogs.matching.result import DECIDED, PLACE, receipt, undo_button
from bot.dialogs.matching.words import other_line
from bot.dialogs.parts.lines import Grid, Line, Lines, worded
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.subjects import PACKED, pack, shortened, shown_id, subject_button, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import Matching
from bot.domain.errors import Gone
from bot.texts import L, T
from bot.usecases.matching import cards as matching_cards
from bot.usecases.matching import decisions as matching_decisions
from bot.usecases.matching.cards import Card, Member

REASONS, LACKS, GROUP_REASONS = 3, 3, 1
LINE = "line_id"  # the card about which a question is asked
MENTEE = "mentee_id"  # whose other mentors are looked at
FROM_LEFT = "from_left"  # ... of the list of those who are left, and not of a card
_WHYS = ("quarrel", "known", "asked")  # ready reasons why two are never to be paired


async def card_of(manager: DialogManager) -> Card | None:
    hand = hands(manager)
    return await matching_cards.card(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        place=int(manager.dialog_data.get(PLACE, 0)),
    )


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await card_of(dialog_manager)
    told = await receipt(dialog_manager)
    if card is None:
        return {**_NO_CARD, **told}
    dialog_manager.dialog_data[PLACE] = card.place
    return {**told, **_shown(hand, card)}


def _shown(hand: Hands, card: Card) -> dict[str, Any]:
    first = card.members[0]
    head = "matching-group-place" if card.group else "matching-place"
    place = {"number": card.number, "total": card.total, "score": card.score}
    lines = [Line(head, place), *(_group(hand, card) if card.group else _pair(hand, card))]
    if card.by_hand:
        lines.append(Line("matching-by-hand", {"note": card.note, "reasoned": bool(card.note)}))
    if card.locked:
        lines.append(Line("matching-locked"))
    return {
        "lines": lines,
        "subject": pack(first.line_id),
        "open": "" if card.locked else pack(first.line_id),
        "shut": pack(first.line_id) if card.locked else "",
        "mentee_subject": "" if card.group else pack(first.mentee_id),
        "group": card.group,
        "others": len(card.others),
        "before": card.before is not None,
        "after": card.after is not None,
        "none": False,
    }


def _pair(hand: Hands, card: Card) -> list[Line]:
    [member] = card.members
    return [
        Line("matching-pair", {"mentee": member.name, "mentor": card.mentors[0]}),
        Line("matching-form", {"form": form_words(hand, card.form)}),
        *_why(hand, member, REASONS),
        *(other_line(hand, other) for other in card.others),
    ]


def _group(hand: Hands, card: Card) -> list[Line]:
    slot = catalogue_words(hand, "slots", card.slot) if card.slot else ""
    about = {
        "mentors": ", ".join(card.mentors),
        "several": len(card.mentors) > 1,
        "slot": slot,
        "timed": bool(slot),
    }
    found = [
        Line("matching-group", about),
        Line("matching-form", {"form": form_words(hand, card.form)}),
    ]
    for member in card.members:
        reasons = " · ".join(said(hand, member.reasons)[:GROUP_REASONS])
        found.append(
            Line(
                "matching-member",
                {"mentee": member.name, "score": member.score, "why": reasons},
            )
        )
    return found


def _why(hand: Hands, member: Member, most: int) -> list[Line]:
    return [
        *(Line("matching-plus", {"words": one}) for one in said(hand, member.reasons)[:most]),
        *(Line("matching-minus", {"words": one}) for one in said(hand, member.lacks)[:LACKS]),
    ]


async def on_approve(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    hand = hands(manager)
    await matching_decisions.approve(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        line_id=unpack_one(raw),
        profile=hand.profile,
    )
    manager.dialog_data[DECIDED] = True


async def _lock(manager: DialogManager, raw: str, *, locked: bool) -> None:
    hand = hands(manager)
    await matching_decisions.lock(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        line_id=unpack_one(raw),
        locked=locked,
    )
    manager.dialog_data[DECIDED] = False


async def on_lock(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    await _lock(manager, raw, locked=True)


async def on_unlock(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    await _lock(manager, raw, locked=False)


async def on_veto(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    manager.dialog_data[LINE] = str(unpack_one(raw))
    await manager.switch_to(Matching.veto)


async def on_others(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    manager.dialog_data[MENTEE] = str(unpack_one(raw))
    manager.dialog_data[DECIDED] = manager.dialog_data[FROM_LEFT] = False
    await manager.switch_to(Matching.others)


async def _turn(manager: DialogManager, *, on: bool) -> None:
    card = await card_of(manager)
    place = (card.after if on else card.before) if card else None
    if place is not None:
        manager.dialog_data[PLACE] = place
    manager.dialog_data[DECIDED] = False


async def on_before(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _turn(manager, on=False)


async def on_after(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _turn(manager, on=True)


async def _forget(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    manager.dialog_data[DECIDED] = False


_NO_CARD: dict[str, Any] = {
    "lines": [], "subject": "", "open": "", "shut": "", "mentee_subject": "",
    "group": False, "others": 0,
    "before": False, "after": False, "none": True,
}  # fmt: skip


def card_window() -> Window:
    return Window(
        Multi(
            Lines("receipt", when="receipt_shown"),
            Lines("lines", when="lines"),
            T("matching-all-done", when="none"),
        ),
        subject_button(L("matching-approve"), id="ok", on_click=on_approve),
        subject_button(
            L("matching-others", others="data.others"),
            id="others",
            on_click=on_others,
            subject="mentee_subject",
        ),
        SwitchTo(L("matching-member-other"), id="member", state=Matching.member, when="group"),
        Row(
            subject_button(L("matching-lock"), id="lock", on_click=on_lock, subject="open"),
            subject_button(L("matching-unlock"), id="unlock", on_click=on_unlock, subject="shut"),
            subject_button(L("matching-veto", group="data.group"), id="veto", on_click=on_veto),
        ),
        Row(
            Button(L("programme-page-before"), id="before", on_click=on_before, when="before"),
            Button(L("programme-page-after"), id="after", on_click=on_after, when="after"),
        ),
        undo_button(),
        SwitchTo(L("matching-go-result"), id="back", state=Matching.proposals, on_click=_forget),
        menu_button(),
        only_buttons(),
        state=Matching.card,
        getter=get_card,
        preview_data={
            **_NO_CARD,
            "receipt": [], "receipt_shown": True, "undo": "x", "subject": "x", "open": "x",
            "shut": "x", "mentee_subject": "x", "before": True, "after": True,
        },
    )  # fmt: skip


async def get_veto(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await card_of(dialog_manager)
    line_id = shown_id(dialog_manager, LINE)
    if card is None or line_id not in {one.line_id for one in card.members}:
        raise Gone
    line = pack(line_id)
    return {
        "mentee": ", ".join(shortened(one.name) for one in card.members),
        "mentor": ", ".join(card.mentors),
        "whys": [
            {"id": f"{line}{why}", "label": worded(hand, f"matching-veto-{why}")} for why in _WHYS
        ],
    }


async def _veto(manager: DialogManager, line_id: UUID, reason: str) -> None:
    hand = hands(manager)
    await matching_decisions.veto(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        line_id=line_id,
        reason=reason,
    )
    manager.dialog_data[DECIDED] = True
    manager.dialog_data.pop(LINE, None)
    await manager.switch_to(Matching.card)


async def on_why(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
    line, why = raw[:PACKED], raw[PACKED:]
    if why not in _WHYS:
        raise Gone
    await _veto(manager, unpack_one(line), worded(hands(manager), f"matching-veto-{why}"))


async def on_typed_why(manager: DialogManager, words: str) -> None:
    await _veto(manager, shown_id(manager, LINE), words)


def veto_window() -> Window:
    return Window(
        T("matching-veto-ask", mentee="mentee", mentor="mentor"),
        Grid("why", "whys", on_why),
        SwitchTo(L("button-back"), id="back", state=Matching.card),
        menu_button(),
        typed(on_typed_why),
        state=Matching.veto,
        getter=get_veto,
        preview_data={"mentee": "Lena", "mentor": "Igor", "whys": []},
    )
