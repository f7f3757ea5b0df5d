"""One meeting as its two people see it: pick a time, move it, call it off, say how it went."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.meeting_states import Afterwards, Reminders
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import hint, only_buttons, typed
from bot.dialogs.states import Meeting, OfferMeeting
from bot.domain.access import May, Role
from bot.domain.errors import ChoiceNotUnderstood, Gone
from bot.domain.meeting_words import in_words
from bot.domain.meetings import MeetingState, Receipt
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import meetings, recurring
from bot.usecases.pairs.meetings import MeetingView

NO_REASON = "-"
_MAY_OFFER = ("offer-waits", "offer-passed", "cancelled", "moved", "not-held")
_MAY_CANCEL = ("to-pick", "offer-waits", "agreed")
_WHAT = {"to-pick": "none-fits", "offer-waits": "offer"}


def dialog() -> Screens:
    return Screens(
        whoever_may(May.CONFIRM_MEETING),
        Window(
            Multi(
                T("meeting-{stage}", partner="partner", at="at", place="place"),
                T("meeting-kind", kind="kind", when="ahead"),
                T("meeting-where", where="where", when="where"),
                T("meeting-was", partner="partner", at="was", reason="reason", when="was"),
                T("meeting-series", when="series"),
                Lines("offered", when="offered"),
                sep="\n\n",
            ),
            Grid("r", "receipts", _confirm),
            Grid("t", "times", _pick),
            Button(L("meeting-tell-more"), id="tell", on_click=_tell_more, when="may_tell"),
            Button(L("meeting-counter"), id="other", on_click=_counter, when="may_counter"),
            Button(L("meeting-offer-anew"), id="anew", on_click=_offer_anew, when="may_offer"),
            SwitchTo(L("meeting-agenda"), id="plan", state=Meeting.agenda, when="agreed"),
            SwitchTo(L("meeting-move"), id="move", state=Meeting.move, when="agreed"),
            SwitchTo(L("meeting-set-where"), id="where", state=Meeting.where, when="agreed"),
            Button(L("meeting-reminders"), id="remind", on_click=_reminders, when="agreed"),
            SwitchTo(
                L("meeting-cancel-{what}"), id="cancel", state=Meeting.cancel, when="may_cancel"
            ),
            menu_button(),
            typed(_type),
            state=Meeting.card,
            getter=card,
        ),
        Window(
            Multi(
                T("meeting-sure-{what}", partner="partner", at="at"),
                T("meeting-sure-why", when="reasons"),
                sep="\n\n",
            ),
            Grid("why", "reasons", _cancel_because, columns=2),
            Button(L("meeting-cancel-yes-{what}"), id="yes", on_click=_cancel, when="may_cancel"),
            Button(L("meeting-cancel-series"), id="all", on_click=_cancel_series, when="series"),
            SwitchTo(L("meeting-cancel-no"), id="no", state=Meeting.card),
            menu_button(),
            typed(_cancel_in_words),
            state=Meeting.cancel,
            getter=card,
        ),
        Window(
            T("meeting-move-why", partner="partner", at="at"),
            Grid("why", "move_reasons", _move_because, columns=2),
            SwitchTo(L("button-back"), id="back", state=Meeting.card),
            menu_button(),
            typed(_move),
            state=Meeting.move,
            getter=card,
        ),
        Window(
            Multi(T("meeting-agenda-title", kind="kind", goal="goal"), Lines("agenda"), sep="\n\n"),
            SwitchTo(L("button-back"), id="back", state=Meeting.card),
            menu_button(),
            only_buttons(),
            state=Meeting.agenda,
            getter=card,
        ),
        Window(
            T("meeting-type-where", place="place"),
            SwitchTo(L("button-back"), id="back", state=Meeting.card),
            menu_button(),
            typed(_set_where),
            state=Meeting.where,
            getter=card,
        ),
    )


def _meeting(manager: DialogManager) -> UUID:
    return start_id(manager, "meeting_id")


async def _view(manager: DialogManager) -> MeetingView:
    db, actor, *_rest = hands(manager)
    return await meetings.view(db, actor, meeting_id=_meeting(manager))


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    view = await _view(dialog_manager)
    stage = stage_of(view)
    agreed, may_cancel = stage == "agreed", stage in _MAY_CANCEL
    whens = [When(at, view.zone, view.now) for at in view.times]
    reasons = reason_buttons(at_hand)
    agenda = at_hand.profile.meeting_cards[view.kind]
    return {
        "stage": stage,
        "partner": view.partner,
        "place": worded(at_hand, f"place-{view.place}"),
        "where": view.where if may_cancel else None,
        "kind": agenda.title,
        "goal": agenda.goal,
        "agenda": [Line("meeting-agenda-point", {"point": one}) for one in agenda.agenda],
        "ahead": may_cancel,
        "at": When(view.at, view.zone, view.now) if view.at else None,
        "was": _was(view),
        "reason": in_words(at_hand.profile.meeting_reasons, view.reason) or "",
        "series": agreed and view.in_series,
        "offered": [Line("meeting-offer-time", {"at": at}) for at in whens]
        if stage == "offer-waits"
        else [],
        "times": [button(str(int(at.at.timestamp())), spoken(at_hand, at)) for at in whens]
        if stage == "to-pick"
        else [],
        "receipts": [button(one, worded(at_hand, f"meeting-word-{one}")) for one in Receipt]
        if stage == "held-or-not"
        else [],
        "reasons": reasons if agreed else [],
        "move_reasons": [*reasons, button(NO_REASON, worded(at_hand, "meeting-no-reason"))],
        "agreed": agreed,
        "may_counter": stage in ("to-pick", "offer-passed"),
        "may_tell": view.side is Role.MENTOR and stage == "held",
        "may_offer": view.side is Role.MENTOR and stage in _MAY_OFFER,
        "may_cancel": may_cancel,
        "what": _WHAT.get(stage, "meeting"),
    }


def reason_buttons(at_hand: Hands) -> list[dict[str, str]]:
    known = at_hand.profile.meeting_reasons
    return [button(one.key, spoken(at_hand, one.label)) for one in known]


def _was(view: MeetingView) -> When | None:
    """When it was to be, of a meeting that is being moved."""
    if view.state is not MeetingState.OFFERED or view.was_at is None:
        return None
    return When(view.was_at, view.zone, view.now)


def stage_of(view: MeetingView) -> str:
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
    await _say(manager, Receipt(word))


async def _say(manager: DialogManager, receipt: Receipt) -> None:
    """The mentor goes on to tell how it was, unless the two disagree."""
    db, actor, *_rest = hands(manager)
    state = await meetings.confirm(db, actor, meeting_id=_meeting(manager), receipt=receipt)
    view = await _view(manager)
    if state is MeetingState.HELD and view.side is Role.MENTOR and view.minutes is None:
        await _afterwards(manager)


async def _type(manager: DialogManager, raw: str) -> None:
    """A plain yes or no answers the question whether it took place."""
    at_hand = hands(manager)
    if stage_of(await _view(manager)) != "held-or-not":
        await hint(manager, "typed-use-buttons")
        return
    agreed = at_hand.lexicon.agrees(raw)
    if agreed is None:
        raise ChoiceNotUnderstood
    await _say(manager, Receipt.HELD if agreed else Receipt.NOT_HELD)


async def _tell_more(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _afterwards(manager)


async def _afterwards(manager: DialogManager) -> None:
    about = {"meeting_id": str(_meeting(manager))}
    await manager.start(Afterwards.length, about, mode=StartMode.RESET_STACK)


async def _cancel(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _call_off(manager, None)


async def _cancel_because(_: CallbackQuery, __: Any, manager: DialogManager, reason: str) -> None:
    await _call_off(manager, known_reason(manager, reason))


async def _cancel_in_words(manager: DialogManager, raw: str) -> None:
    if stage_of(await _view(manager)) != "agreed":
        await hint(manager, "typed-use-buttons")
        return
    await _call_off(manager, raw)


async def _call_off(manager: DialogManager, reason: str | None) -> None:
    db, actor, *_rest = hands(manager)
    await meetings.cancel(db, actor, meeting_id=_meeting(manager), reason=reason)
    await manager.switch_to(Meeting.card)


async def _cancel_series(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    db, actor, *_rest = hands(manager)
    await recurring.cancel_series(db, actor, meeting_id=_meeting(manager))
    await manager.switch_to(Meeting.card)


def known_reason(manager: DialogManager, reason: str) -> str | None:
    """What a button carries: attacker input. Raises `Gone`."""
    if reason == NO_REASON:
        return None
    if reason not in {one.key for one in hands(manager).profile.meeting_reasons}:
        raise Gone
    return reason


async def _move_because(_: CallbackQuery, __: Any, manager: DialogManager, reason: str) -> None:
    await _move(manager, known_reason(manager, reason))


async def _move(manager: DialogManager, reason: str | None) -> None:
    """Other times for this very meeting; it stays as it is until they are sent."""
    view = await _view(manager)
    if stage_of(view) != "agreed":
        raise Gone
    await _choose_times(manager, view, reason)


async def _counter(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _choose_times(manager, await _view(manager), None)


async def _choose_times(manager: DialogManager, view: MeetingView, reason: str | None) -> None:
    about = {"pair_id": str(view.pair_id), "meeting_id": str(view.meeting_id)}
    if view.state is MeetingState.AGREED:
        about["moves"] = "yes"
    if reason:
        about["reason"] = reason
    await manager.start(OfferMeeting.times, about, mode=StartMode.RESET_STACK)


async def _offer_anew(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    about = {"pair_id": str((await _view(manager)).pair_id)}
    await manager.start(OfferMeeting.times, about, mode=StartMode.RESET_STACK)


async def _set_where(manager: DialogManager, raw: str) -> None:
    db, actor, *_rest = hands(manager)
    await meetings.set_where(db, actor, meeting_id=_meeting(manager), where=raw)
    await manager.switch_to(Meeting.card)


async def _reminders(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    about = {"meeting_id": str(_meeting(manager))}
    await manager.start(Reminders.choose, about, mode=StartMode.RESET_STACK)
