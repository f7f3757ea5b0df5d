"""A meeting of somebody without a messenger: the team picks the time, and says if it took place."""

from typing import Any
from uuid import UUID

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases.spoken_for import ON_BEHALF, name_of, whose
from bot.dialogs.pairs.meeting import stage_of
from bot.dialogs.pairs.meeting_states import Afterwards, OfferMeeting, PastMeeting
from bot.dialogs.parts.lines import Grid, button, spoken, worded
from bot.dialogs.parts.screens import hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to
from bot.dialogs.states import Speaking
from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.meetings import Receipt
from bot.domain.spoken import When
from bot.texts import L, T
from bot.usecases.pairs import meeting_hours, meetings

_ASKED = ("to-pick", "held-or-not")


def windows() -> tuple[Window, ...]:
    return (
        Window(
            Multi(
                T("speaking-meeting-{stage}", name="name", partner="partner", place="place",
                  at="at"),
                T("meeting-kind", kind="kind", when="asked"),
                sep="\n\n",
            ),
            Grid("t", "times", _pick),
            Grid("r", "receipts", _confirm),
            SwitchTo(
                L("meeting-cancel-none-fits"), id="none", state=Speaking.none_fits, when="times"
            ),
            back_to(Speaking.list),
            menu_button(),
            only_buttons(),
            state=Speaking.meeting,
            getter=_meeting,
        ),
        Window(
            T("speaking-none-fits", name="name", partner="partner"),
            Button(L("meeting-cancel-yes-none-fits"), id="yes", on_click=_none_fits),
            SwitchTo(L("button-back"), id="no", state=Speaking.meeting),
            menu_button(),
            only_buttons(),
            state=Speaking.none_fits,
            getter=_meeting,
        ),
        Window(
            T("speaking-to-offer", name="name", partner="partner"),
            Button(L("speaking-offer-times"), id="times", on_click=_offer),
            Button(L("speaking-log-past"), id="past", on_click=_log),
            back_to(Speaking.list),
            menu_button(),
            only_buttons(),
            state=Speaking.offer,
            getter=_to_offer,
        ),
    )  # fmt: skip


def _id(manager: DialogManager) -> UUID:
    return start_id(manager, "meeting_id")


async def _meeting(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await meetings.view(
        hand.db, hand.actor, meeting_id=_id(dialog_manager), speaking_for=whose(dialog_manager)
    )
    stage = stage_of(seen)
    whens = [When(at, seen.zone, seen.now) for at in seen.times]
    return {
        "stage": stage if stage in _ASKED else "over",
        "asked": stage in _ASKED,
        "name": await name_of(dialog_manager),
        "partner": seen.partner,
        "place": worded(hand, f"place-{seen.place}"),
        "kind": hand.profile.meeting_cards[seen.kind].title,
        "at": When(seen.at, seen.zone, seen.now) if seen.at else "",
        "times": [button(str(int(at.at.timestamp())), spoken(hand, at)) for at in whens]
        if stage == "to-pick"
        else [],
        "receipts": [button(one, worded(hand, f"meeting-word-{one}")) for one in Receipt]
        if stage == "held-or-not"
        else [],
    }


async def _to_offer(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    near = await meeting_hours.suggestions(
        hand.db,
        hand.actor,
        pair_id=start_id(dialog_manager, "pair_id"),
        speaking_for=whose(dialog_manager),
    )
    return {"name": await name_of(dialog_manager), "partner": near.partner}


async def _offer(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _onward(manager, OfferMeeting.times, "pair_id", start_id(manager, "pair_id"))


async def _log(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _onward(manager, PastMeeting.day, "pair_id", start_id(manager, "pair_id"))


async def _onward(manager: DialogManager, state: State, key: str, subject: UUID) -> None:
    """The screens of a mentor, of whom they speak for."""
    about = {key: str(subject), ON_BEHALF: str(whose(manager))}
    await manager.start(state, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def _pick(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    hand = hands(manager)
    await meetings.pick(
        hand.db,
        hand.actor,
        meeting_id=_id(manager),
        at=meetings.utc_of(pressed),
        speaking_for=whose(manager),
    )
    await manager.switch_to(Speaking.answered)


async def _none_fits(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The offer is off, and the other side, told of it, offers other times."""
    hand, seen = hands(manager), await _meeting(manager)
    if not seen["times"]:
        raise Gone  # meanwhile it is agreed on, or taken back
    await meetings.cancel(
        hand.db, hand.actor, meeting_id=_id(manager), speaking_for=whose(manager)
    )
    await manager.switch_to(Speaking.answered)


async def _confirm(_: CallbackQuery, __: Any, manager: DialogManager, word: str) -> None:
    if word not in list(Receipt):
        raise Gone
    hand = hands(manager)
    await meetings.confirm(
        hand.db,
        hand.actor,
        meeting_id=_id(manager),
        receipt=Receipt(word),
        speaking_for=whose(manager),
    )
    seen = await meetings.view(
        hand.db, hand.actor, meeting_id=_id(manager), speaking_for=whose(manager)
    )
    if seen.side is Role.MENTOR and seen.my_word is Receipt.HELD:
        await _onward(manager, Afterwards.length, "meeting_id", _id(manager))
        return
    await manager.switch_to(Speaking.answered)
