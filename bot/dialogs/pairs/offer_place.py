"""The last screen of an offer: where, and if one likes what kind of meeting and how often."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases.spoken_for import for_whom, whose_or_own
from bot.dialogs.pairs.meeting_states import OfferMeeting
from bot.dialogs.pairs.offer_parts import (
    SENT,
    chosen_times,
    near_times,
    pair_of,
    places_of,
    time_lines,
)
from bot.dialogs.parts.lines import Grid, Lines, button, spoken, worded
from bot.dialogs.parts.screens import hands
from bot.dialogs.parts.typed import hint, only_buttons, typed
from bot.dialogs.parts.typed_days import typed_day
from bot.domain.errors import Gone, MeetingInThePast
from bot.domain.meeting_places import is_link
from bot.domain.meetings import IN_PERSON, ONLINE, Every, MeetingKind
from bot.domain.spoken import Day
from bot.texts import L, T
from bot.usecases.pairs import meetings
from bot.usecases.pairs.meeting_hours import Suggestions

ONCE = "once"
_KIND = "meeting_kind"


def windows() -> tuple[Window, ...]:
    return (
        Window(
            Multi(
                T(
                    "meeting-offer-place",
                    kind="kind", theirs="theirs", name="name", partner="partner",
                ),
                Lines("chosen"),
                T("meeting-offer-guarded", when="guarded"),
                T("meeting-offer-type-place", when="free"),
                sep="\n\n",
            ),
            Grid("p", "places", _send),
            SwitchTo(
                L("meeting-offer-repeat", repeats="repeats"),
                id="repeat",
                state=OfferMeeting.repeat,
                when="may_repeat",
            ),
            SwitchTo(L("meeting-offer-kind"), id="kind", state=OfferMeeting.kind),
            SwitchTo(L("button-back"), id="back", state=OfferMeeting.times),
            typed(_send_where),
            state=OfferMeeting.place,
            getter=place,
        ),
        Window(
            T("meeting-offer-which-kind"),
            Grid("k", "kinds", _kind),
            SwitchTo(L("button-back"), id="back", state=OfferMeeting.place),
            only_buttons(),
            state=OfferMeeting.kind,
            getter=place,
        ),
        Window(
            T("meeting-offer-how-often", until="until"),
            Grid("r", "rhythms", _repeat),
            SwitchTo(L("button-back"), id="back", state=OfferMeeting.place),
            typed(_type_until),
            state=OfferMeeting.repeat,
            getter=place,
        ),
    )


def _kept_kind(manager: DialogManager, near: Suggestions) -> MeetingKind:
    return MeetingKind(manager.dialog_data.get(_KIND, near.kind))


async def place(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    near = await near_times(dialog_manager)
    cards, kept = at_hand.profile.meeting_cards, dialog_manager.dialog_data
    kept_kind = _kept_kind(dialog_manager, near)
    repeats = kept.get("repeats", ONCE)
    until = date.fromisoformat(kept["until"]) if "until" in kept else near.until
    return {
        **for_whom(near.name),
        "partner": near.partner,
        "chosen": time_lines(chosen_times(dialog_manager), near.zone, near.now),
        "kind": cards[kept_kind].title,
        "guarded": near.guarded,
        "free": not near.guarded,
        "may_repeat": not near.guarded and kept_kind is not MeetingKind.FINAL,
        "places": [button(one, label) for one, label in places_of(at_hand, guarded=near.guarded)],
        "kinds": [
            button(kind, f"{'● ' if kind is near.kind else ''}{spoken(at_hand, card.title)}")
            for kind, card in cards.items()
        ],
        "repeats": repeats,
        "until": Day(until, near.today),
        "rhythms": [
            button(one, worded(at_hand, f"meeting-repeats-{one}"))
            for one in (ONCE, *(str(every) for every in Every))
        ],
    }


async def _kind(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in list(MeetingKind):
        raise Gone
    manager.dialog_data[_KIND] = pressed
    await manager.switch_to(OfferMeeting.place)


async def _repeat(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in (ONCE, *Every):
        raise Gone
    manager.dialog_data["repeats"] = pressed
    await manager.switch_to(OfferMeeting.place)


async def _type_until(manager: DialogManager, raw: str) -> None:
    """The last day of a series, if it is not that of the programme."""
    hand, near = hands(manager), await near_times(manager)
    day = typed_day(raw, locale=hand.reader.locale, today=near.today, words=hand.lexicon.days)
    if day <= near.today:
        raise MeetingInThePast
    manager.dialog_data["until"] = min(day, near.until).isoformat()


async def _send(_: CallbackQuery, __: Any, manager: DialogManager, where: str) -> None:
    if SENT in manager.dialog_data:  # a second press: it is sent already
        await manager.switch_to(OfferMeeting.sent)
        return
    at_hand, near = hands(manager), await near_times(manager)
    if where not in {one for one, _label in places_of(at_hand, guarded=near.guarded)}:
        raise Gone
    await _offer(manager, near, where)


async def _send_where(manager: DialogManager, raw: str) -> None:
    """A link means online, anything else is a place."""
    near = await near_times(manager)
    if near.guarded:
        await hint(manager, "typed-use-buttons")
        return
    await _offer(manager, near, ONLINE if is_link(raw) else IN_PERSON, raw)


async def _offer(
    manager: DialogManager, near: Suggestions, place: str, where: str | None = None
) -> None:
    db, actor, *_rest = hands(manager)
    kept = manager.dialog_data
    kind = _kept_kind(manager, near)
    repeats = kept.get("repeats", ONCE) if kind is not MeetingKind.FINAL else ONCE
    meeting_id = await meetings.offer(
        db,
        actor,
        pair_id=pair_of(manager),
        times=chosen_times(manager),
        place=place,
        where=where,
        kind=kind,
        repeats=Every(repeats) if repeats != ONCE else None,
        repeats_until=date.fromisoformat(kept["until"]) if "until" in kept else None,
        speaking_for=whose_or_own(manager),
    )
    kept[SENT] = str(meeting_id)
    await manager.switch_to(OfferMeeting.sent)
