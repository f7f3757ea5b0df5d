"""A mentor offers up to three times: likely ones first, other days from a calendar, then the place.

What is chosen so far is kept in the dialog as instants; nothing is sent before the place.
"""

import re
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken
from bot.dialogs.parts.month_grid import MonthGrid
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.parts.typed_days import typed_day
from bot.dialogs.states import OfferMeeting
from bot.domain import moments
from bot.domain.access import May
from bot.domain.errors import (
    AnswerNotUnderstood,
    DayTooFar,
    Gone,
    MeetingInThePast,
    TooManyTimes,
)
from bot.domain.meetings import MOST_TIMES
from bot.domain.spoken import Day, When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import meetings

DAYS_AHEAD = 60
HOURS_IN_A_ROW = 4
_CLOCK = re.compile(r"\s*([01]?\d|2[0-3])(?:\s*[:.\-]\s*([0-5]\d))?\s*")


def dialog() -> Screens:
    return Screens(
        whoever_may(May.OFFER_MEETING),
        Window(
            Multi(
                T("meeting-offer-title", partner="partner"),
                T("meeting-offer-choose", most="most", when="times"),
                T("meeting-offer-no-shared", when="nothing"),
                sep="\n\n",
            ),
            Grid("t", "times", _toggle),
            Button(L("meeting-offer-next", count="count"), id="next", on_click=_next, when="count"),
            SwitchTo(L("meeting-offer-other-day"), id="day", state=OfferMeeting.day),
            menu_button(),
            typed(_type_day),
            state=OfferMeeting.times,
            getter=times,
        ),
        Window(
            T("meeting-offer-day", partner="partner"),
            MonthGrid(id="day", on_click=_day),
            SwitchTo(L("button-back"), id="back", state=OfferMeeting.times),
            typed(_type_day),
            state=OfferMeeting.day,
            getter=days,
        ),
        Window(
            Multi(
                T("meeting-offer-hour", day="day"),
                T("meeting-offer-star", partner="partner", when="shared"),
                T("meeting-offer-no-hours", when="nothing"),
                T("meeting-offer-type-hour", when="hours"),
                sep="\n",
            ),
            Grid("h", "hours", _hour, columns=HOURS_IN_A_ROW),
            SwitchTo(L("button-back"), id="back", state=OfferMeeting.day),
            typed(_type_hour),
            state=OfferMeeting.hour,
            getter=hours,
        ),
        Window(
            Multi(T("meeting-offer-place"), Lines("chosen"), sep="\n\n"),
            Grid("p", "places", _send),
            SwitchTo(L("button-back"), id="back", state=OfferMeeting.times),
            only_buttons(),
            state=OfferMeeting.place,
            getter=place,
        ),
        Window(
            Multi(
                T("meeting-offer-sent", partner="partner"),
                Lines("chosen"),
                T("meeting-offer-sent-next"),
                sep="\n\n",
            ),
            menu_button(),
            only_buttons(),
            state=OfferMeeting.sent,
            getter=sent,
        ),
    )


def _pair(manager: DialogManager) -> UUID:
    return start_id(manager, "pair_id")


def _chosen(manager: DialogManager) -> list[datetime]:
    return [datetime.fromisoformat(at) for at in manager.dialog_data.get("times", [])]


def _keep(manager: DialogManager, chosen: set[datetime]) -> None:
    if len(chosen) > MOST_TIMES:
        raise TooManyTimes(most=MOST_TIMES)
    manager.dialog_data["times"] = [at.isoformat() for at in sorted(chosen)]


def _id(at: datetime) -> str:
    return str(int(at.timestamp()))


async def times(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    near = await meetings.suggestions(at_hand.db, at_hand.actor, pair_id=_pair(dialog_manager))
    chosen = {at for at in _chosen(dialog_manager) if at > near.now}
    offered = []
    for at in sorted({*near.times, *chosen}):
        tick = "☑" if at in chosen else "☐"
        said = spoken(at_hand, When(at, near.zone, near.now))
        offered.append(button(_id(at), f"{tick} {said}"))
    return {
        "partner": near.partner,
        "times": offered,
        "nothing": not offered,
        "count": len(chosen),
        "most": MOST_TIMES,
    }


async def _toggle(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    _keep(manager, set(_chosen(manager)) ^ {meetings.utc_of(pressed)})


async def _next(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.switch_to(OfferMeeting.place)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    db, actor, *_rest = hands(dialog_manager)
    near = await meetings.suggestions(db, actor, pair_id=_pair(dialog_manager))
    return {
        "partner": near.partner,
        "earliest": near.today,
        "latest": near.today + timedelta(days=DAYS_AHEAD),
        "opens_at": near.today,
    }


async def _day(_: CallbackQuery, __: Any, manager: DialogManager, day: date) -> None:
    manager.dialog_data["day"] = day.isoformat()
    await manager.switch_to(OfferMeeting.hour)


async def _type_day(manager: DialogManager, raw: str) -> None:
    """A day typed instead of tapped leads to its hours."""
    hand = hands(manager)
    near = await meetings.suggestions(hand.db, hand.actor, pair_id=_pair(manager))
    day = typed_day(raw, locale=hand.reader.locale, today=near.today, words=hand.lexicon.days)
    if day < near.today:
        raise MeetingInThePast
    if day > near.today + timedelta(days=DAYS_AHEAD):
        raise DayTooFar(days=DAYS_AHEAD)
    manager.dialog_data["day"] = day.isoformat()
    await manager.switch_to(OfferMeeting.hour)


def _day_of(manager: DialogManager) -> date:
    if "day" not in manager.dialog_data:
        raise Gone
    return date.fromisoformat(manager.dialog_data["day"])


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Free hours of the day; a star marks those that both named in their forms."""
    db, actor, *_rest = hands(dialog_manager)
    day = await meetings.hours(
        db, actor, pair_id=_pair(dialog_manager), day=_day_of(dialog_manager)
    )
    return {
        "day": Day(day.day, moments.local(day.now, day.zone).date()),
        "partner": day.partner,
        "shared": bool(day.shared),
        "nothing": not day.free,
        "hours": [
            button(_id(at), f"{'⭐ ' if at in day.shared else ''}{_clock(at, day.zone)}")
            for at in day.free
        ],
    }


def _clock(at: datetime, zone: str) -> str:
    return f"{moments.local(at, zone):%H:%M}"


async def _hour(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await _add(manager, meetings.utc_of(pressed))


async def _type_hour(manager: DialogManager, raw: str) -> None:
    """ "16" and "16:30" on the chosen day."""
    found = _CLOCK.fullmatch(raw)
    if found is None:
        raise AnswerNotUnderstood(hint="16:30")
    db, actor, *_ = hands(manager)
    day = await meetings.hours(db, actor, pair_id=_pair(manager), day=_day_of(manager))
    at = moments.instant(day.day, time(int(found[1]), int(found[2] or 0)), day.zone)
    if at <= day.now:
        raise MeetingInThePast
    await _add(manager, at)


async def _add(manager: DialogManager, at: datetime) -> None:
    _keep(manager, {*_chosen(manager), at})
    await manager.switch_to(OfferMeeting.times)


def _lines(times_: list[datetime], zone: str, now: datetime) -> list[Line]:
    return [Line("meeting-offer-time", {"at": When(at, zone, now)}) for at in times_]


async def place(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    near = await meetings.suggestions(at_hand.db, at_hand.actor, pair_id=_pair(dialog_manager))
    formats = at_hand.profile.catalogues["formats"]
    return {
        "chosen": _lines(_chosen(dialog_manager), near.zone, near.now),
        "places": [button(one.value, spoken(at_hand, one.label)) for one in formats],
    }


async def _send(_: CallbackQuery, __: Any, manager: DialogManager, where: str) -> None:
    if "meeting_id" in manager.dialog_data:  # a second press: it is sent already
        await manager.switch_to(OfferMeeting.sent)
        return
    at_hand = hands(manager)
    if where not in {one.value for one in at_hand.profile.catalogues["formats"]}:
        raise Gone
    meeting_id = await meetings.offer(
        at_hand.db, at_hand.actor, pair_id=_pair(manager), times=_chosen(manager), place=where
    )
    manager.dialog_data["meeting_id"] = str(meeting_id)
    await manager.switch_to(OfferMeeting.sent)


async def sent(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    db, actor, *_rest = hands(dialog_manager)
    meeting_id = UUID(dialog_manager.dialog_data["meeting_id"])
    view = await meetings.view(db, actor, meeting_id=meeting_id)
    return {
        "partner": view.partner,
        "chosen": _lines(list(view.times), view.zone, view.now),
    }
