"""One meeting as its two people see it: pick a time, call it off, say how it went."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import hint, only_buttons, typed
from bot.dialogs.states import Meeting, OfferMeeting
from bot.domain.access import May, Role
from bot.domain.errors import ChoiceNotUnderstood, Gone
from bot.domain.meetings import MeetingState, Receipt
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import meetings
from bot.usecases.pairs.meetings import MeetingView


def dialog() -> Screens:
    return Screens(
        whoever_may(May.CONFIRM_MEETING),
        Window(
            Multi(
                T("meeting-{stage}", partner="partner", at="at", place="place"),
                Lines("offered", when="offered"),
                sep="\n\n",
            ),
            Grid("r", "receipts", _confirm),
            Grid("t", "times", _pick),
            Button(L("meeting-offer-anew"), id="anew", on_click=_offer_anew, when="may_offer"),
            SwitchTo(
                L("meeting-cancel-{what}"), id="cancel", state=Meeting.cancel, when="may_cancel"
            ),
            menu_button(),
            typed(_type),
            state=Meeting.card,
            getter=card,
        ),
        Window(
            T("meeting-sure-{what}", partner="partner", at="at"),
            Button(L("meeting-cancel-yes-{what}"), id="yes", on_click=_cancel, when="may_cancel"),
            SwitchTo(L("meeting-cancel-no"), id="no", state=Meeting.card),
            menu_button(),
            only_buttons(),
            state=Meeting.cancel,
            getter=card,
        ),
    )


def _meeting(manager: DialogManager) -> UUID:
    return start_id(manager, "meeting_id")


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    view = await meetings.view(at_hand.db, at_hand.actor, meeting_id=_meeting(dialog_manager))
    stage = _stage(view)
    whens = [When(at, view.zone, view.now) for at in view.times]
    picks = stage == "to-pick"
    return {
        "stage": stage,
        "partner": view.partner,
        "place": worded(at_hand, f"place-{view.place}"),
        "at": When(view.at, view.zone, view.now) if view.at else None,
        "offered": [Line("meeting-offer-time", {"at": at}) for at in whens]
        if stage == "offer-waits"
        else [],
        "times": [button(str(int(at.at.timestamp())), spoken(at_hand, at)) for at in whens]
        if picks
        else [],
        "receipts": [button(one, worded(at_hand, f"meeting-word-{one}")) for one in Receipt]
        if stage == "held-or-not"
        else [],
        "may_offer": view.side is Role.MENTOR and stage in _MAY_OFFER,
        "may_cancel": stage in _MAY_CANCEL,
        "what": _WHAT.get(stage, "meeting"),
    }


_MAY_OFFER = ("offer-waits", "offer-passed", "cancelled", "moved", "not-held")
_MAY_CANCEL = ("to-pick", "offer-waits", "agreed")
_WHAT = {"to-pick": "none-fits", "offer-waits": "offer"}


def _stage(view: MeetingView) -> str:
    """Which text says how things stand."""
    if view.state is MeetingState.OFFERED:
        if not view.times:
            return "offer-passed"
        return "to-pick" if view.mine_to_pick else "offer-waits"
    if view.state is MeetingState.CANCELLED:
        return "cancelled"
    if not view.over:
        return "agreed"
    if view.my_word is None:
        return "held-or-not"
    return view.state.value


async def _pick(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    db, actor, *_rest = hands(manager)
    await meetings.pick(db, actor, meeting_id=_meeting(manager), at=meetings.utc_of(pressed))


async def _confirm(_: CallbackQuery, __: Any, manager: DialogManager, word: str) -> None:
    if word not in list(Receipt):
        raise Gone
    db, actor, *_rest = hands(manager)
    await meetings.confirm(db, actor, meeting_id=_meeting(manager), receipt=Receipt(word))


async def _type(manager: DialogManager, raw: str) -> None:
    """A plain yes or no answers the question whether it took place."""
    at_hand = hands(manager)
    view = await meetings.view(at_hand.db, at_hand.actor, meeting_id=_meeting(manager))
    if _stage(view) != "held-or-not":
        await hint(manager, "typed-use-buttons")
        return
    agreed = at_hand.lexicon.agrees(raw)
    if agreed is None:
        raise ChoiceNotUnderstood
    await meetings.confirm(
        at_hand.db,
        at_hand.actor,
        meeting_id=_meeting(manager),
        receipt=Receipt.HELD if agreed else Receipt.NOT_HELD,
    )


async def _cancel(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    db, actor, *_rest = hands(manager)
    await meetings.cancel(db, actor, meeting_id=_meeting(manager))
    await manager.switch_to(Meeting.card)


async def _offer_anew(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    db, actor, *_rest = hands(manager)
    view = await meetings.view(db, actor, meeting_id=_meeting(manager))
    about = {"pair_id": str(view.pair_id)}
    await manager.start(OfferMeeting.times, about, mode=StartMode.RESET_STACK)
