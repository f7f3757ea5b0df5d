"""A proposal as the guardian of a minor sees it: who, what for; "not with this person".

Who has no objection may say what they expect of the two, in three taps.
"""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs import expecting
from bot.dialogs.pairs.proposal import about_lines, why_lines
from bot.dialogs.pairs.proposal_states import WardProposal
from bot.dialogs.parts.lines import Lines, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons
from bot.domain.access import May
from bot.domain.pairs import PairState
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import ward_proposals

_PREVIEW: dict[str, Any] = {
    "stage": "open-mentee",
    "ward": "Lena",
    "partner": "Igor",
    "about": [],
    "why": [],
    "until": "12 March",
    "open": True,
}


def dialog() -> Screens:
    return Screens(
        whoever_may(May.CONSENT_FOR_WARD),
        Window(
            Multi(
                T("ward-proposal-{stage}", ward="ward", partner="partner"),
                Lines("about", when="about"),
                Lines("why", when="why"),
                T("ward-proposal-until", until="until", when="open"),
                sep="\n\n",
            ),
            menu_button(when="over"),
            SwitchTo(
                L("ward-proposal-fine"), id="fine", state=WardProposal.expects, when="open"
            ),
            SwitchTo(L("ward-proposal-refuse"), id="refuse", state=WardProposal.sure, when="open"),
            only_buttons(),
            state=WardProposal.card,
            getter=card,
            preview_data={**_PREVIEW, "over": True},
        ),
        expecting.guardians_window(_expect, card, _PREVIEW),
        Window(
            T("ward-proposal-sure", ward="ward", partner="partner"),
            Button(L("ward-proposal-sure-yes"), id="yes", on_click=_refuse),
            SwitchTo(L("button-back"), id="back", state=WardProposal.card),
            only_buttons(),
            state=WardProposal.sure,
            getter=card,
            preview_data=_PREVIEW,
        ),
        Window(
            T("ward-proposal-{done}"),
            menu_button(),
            only_buttons(),
            state=WardProposal.done,
            getter=done,
            preview_data={"done": "refused"},
        ),
    )


def _pair(manager: DialogManager) -> UUID:
    return start_id(manager, "pair_id")


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await ward_proposals.card(hand.db, hand.actor, pair_id=_pair(dialog_manager))
    is_open = seen.state is PairState.PROPOSED
    return {
        "stage": f"open-{seen.side}" if is_open else "over",
        "ward": seen.ward,
        "partner": seen.partner.first_name or worded(hand, "wishes-nameless"),
        "about": about_lines(hand, seen.partner.about, seen.partner.questionnaire)
        if is_open
        else [],
        "why": why_lines(hand, seen.why) if is_open else [],
        "until": When(seen.expires_at, seen.zone, seen.now),
        "open": is_open,
        "over": not is_open,
    }


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"done": "refused" if dialog_manager.dialog_data.get("refused") else "fine-done"}


async def _expect(manager: DialogManager, said: dict[str, str]) -> None:
    hand = hands(manager)
    if said:
        await ward_proposals.expect(
            hand.db, hand.actor, pair_id=_pair(manager), said=said, profile=hand.profile
        )
    await manager.switch_to(WardProposal.done)


async def _refuse(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await ward_proposals.refuse(hand.db, hand.actor, pair_id=_pair(manager))
    manager.dialog_data["refused"] = True
    await manager.switch_to(WardProposal.done)
