"""The curator ends a pair: a reason from a short list, and a word of what both will read."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import worded
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.subjects import (
    PACKED,
    pack,
    shown_id,
    subject_button,
    subject_list,
    unpack_one,
)
from bot.dialogs.states import Pairs
from bot.domain.errors import Gone
from bot.domain.pairs import AGREED, ENDINGS, FINISHED, OTHER
from bot.texts import L, T
from bot.usecases.pairs import cards as pair_cards
from bot.usecases.pairs import ending as pair_ending

SHOWN = "pair_id"  # the pair on the screen
TOLD = "told"  # what both were just written about: "nudged" or "ended"
_REASON = "reason"  # why the pair is to end, chosen on the screen before

def pair_of(manager: DialogManager) -> UUID:
    """Chosen from the list, or the one a letter was about."""
    return shown_id(manager, SHOWN)


async def on_reason(_: CallbackQuery, __: Any, manager: DialogManager, reason: str) -> None:
    if reason not in ENDINGS:
        raise Gone
    manager.dialog_data[_REASON] = reason
    await manager.switch_to(Pairs.sure)


async def on_take_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """A proposal needs no reason: nothing has begun."""
    manager.dialog_data[_REASON] = OTHER
    await manager.switch_to(Pairs.sure)


async def get_ending(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    card = await pair_cards.card(
        hand.db, hand.actor, pair_id=pair_of(dialog_manager), profile=hand.profile
    )
    reason = dialog_manager.dialog_data.get(_REASON, OTHER)
    active = card.line.state in AGREED
    return {
        "mentee": card.line.mentee,
        "mentor": card.line.mentor,
        "subject": f"{pack(card.line.pair_id)}{reason}",
        "active": active,
        "proposed": not active,
        "reason": worded(hand, f"pairs-ending-{reason}"),
        "good": "yes" if reason == FINISHED else "no",
        "reasons": [{"id": one, "label": worded(hand, f"pairs-ending-{one}")} for one in ENDINGS],
    }


async def on_sure(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """What the button carries counts, not what another screen has chosen since."""
    pair_id, reason = unpack_one(item[:PACKED]), item[PACKED:]
    hand = hands(manager)
    await pair_ending.end(hand.db, hand.actor, pair_id=pair_id, reason=reason)
    manager.dialog_data.update({SHOWN: str(pair_id), TOLD: "ended"})
    await manager.switch_to(Pairs.card)


def windows() -> tuple[Window, Window]:
    preview = {
        "mentee": "Dima",
        "mentor": "Oleg",
        "subject": "x",
        "active": True,
        "proposed": True,
        "reason": "They could not meet",
        "good": "no",
        "reasons": [{"id": "other", "label": "Another reason"}],
    }
    return (
        Window(
            T("pairs-why-end", mentee="mentee", mentor="mentor"),
            subject_list(id="why", items="reasons", on_click=on_reason),
            SwitchTo(L("button-back"), id="back", state=Pairs.card),
            menu_button(),
            state=Pairs.end,
            getter=get_ending,
            preview_data=preview,
        ),
        Window(
            Multi(
                T(
                    "pairs-sure-end",
                    when="active",
                    mentee="mentee",
                    mentor="mentor",
                    reason="reason",
                    good="good",
                ),
                T("pairs-sure-take-back", when="proposed", mentee="mentee", mentor="mentor"),
            ),
            subject_button(L("pairs-end-yes"), id="yes", on_click=on_sure, when="active"),
            subject_button(L("pairs-take-back-yes"), id="ok", on_click=on_sure, when="proposed"),
            SwitchTo(L("pairs-keep"), id="keep", state=Pairs.card),
            state=Pairs.sure,
            getter=get_ending,
            preview_data=preview,
        ),
    )
