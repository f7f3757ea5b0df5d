"""Up to three times are offered: likely ones first, other days from a calendar, then the place.

What is chosen so far is kept in the dialog as instants; nothing is sent before the place. With a
meeting to start from, other times are offered for that one (a counter-proposal, a move), and its
place stays.
"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases.spoken_for import for_whom, whose_or_own
from bot.dialogs.pairs import offer_place
from bot.dialogs.pairs.group_poll_states import GroupPoll
from bot.dialogs.pairs.offer_parts import (
    SENT,
    chosen_times,
    near_times,
    pair_of,
    time_lines,
    what_for,
)
from bot.dialogs.parts.day_window import keep_day, kept_day
from bot.dialogs.parts.lines import Grid, Lines, button, spoken
from bot.dialogs.parts.month_grid import MonthGrid
from bot.dialogs.parts.screens import Screens, begun_with, hands, menu_button
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.parts.typed_days import typed_day
from bot.dialogs.parts.typed_hours import typed_clock
from bot.dialogs.states import OfferMeeting
from bot.domain import moments
from bot.domain.access import May
from bot.domain.errors import (
    DayTooFar,
    MeetingInThePast,
    TooManyTimes,
)
from bot.domain.meetings import MOST_TIMES
from bot.domain.spoken import Day, When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import meeting_hours, meetings
from bot.usecases.pairs.meeting_hours import Hours

DAYS_AHEAD = 60
HOURS_IN_A_ROW = 4


def dialog() -> Screens:
    return Screens(
        whoever_may(May.OFFER_MEETING, May.PICK_MEETING, May.ENTER_PARTICIPANTS),
        Window(
            Multi(
                T("meeting-offer-title-{what}", theirs="theirs", name="name", partner="partner"),
                T(
                    "meeting-offer-choose",
                    most="most", theirs="theirs", name="name", partner="partner",
                    when="times",
                ),
                T("meeting-offer-no-shared", when="nothing"),
                sep="\n\n",
            ),
            Grid("t", "times", _toggle),
            Button(
                L("meeting-offer-next-{what}", count="count"),
                id="next",
                on_click=_next,
                when="count",
            ),
            Button(
                L("meeting-offer-to-group", mentees="group"),
                id="group",
                on_click=_to_group,
                when="group",
            ),
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
                T("meeting-offer-off-{off}", when="off"),
                T("meeting-offer-star", when="shared"),
                T("meeting-offer-lessons", when="lessons"),
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
        *offer_place.windows(),
        Window(
            Multi(
                T("meeting-offer-sent", partner="partner"),
                Lines("chosen"),
                T("meeting-offer-sent-next", theirs="theirs", name="name", partner="partner"),
                sep="\n\n",
            ),
            menu_button(),
            only_buttons(),
            state=OfferMeeting.sent,
            getter=sent,
        ),
    )


def _keep(manager: DialogManager, chosen: set[datetime]) -> None:
    if len(chosen) > MOST_TIMES:
        raise TooManyTimes(most=MOST_TIMES)
    manager.dialog_data["times"] = [at.isoformat() for at in sorted(chosen)]


def _id(at: datetime) -> str:
    return str(int(at.timestamp()))


async def times(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, near = hands(dialog_manager), await near_times(dialog_manager)
    chosen = {at for at in chosen_times(dialog_manager) if at > near.now}
    offered = []
    for at in sorted({*near.times, *chosen}):
        tick = "☑" if at in chosen else "☐"
        said = spoken(at_hand, When(at, near.zone, near.now))
        offered.append(button(_id(at), f"{tick} {said}"))
    return {
        "partner": near.partner,
        **for_whom(near.name),
        "what": what_for(dialog_manager),
        "times": offered,
        "nothing": not offered,
        "count": len(chosen),
        "most": MOST_TIMES,
        "group": near.group
        if chosen and what_for(dialog_manager) == "new" and not whose_or_own(dialog_manager)
        else 0,
    }


async def _toggle(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    _keep(manager, set(chosen_times(manager)) ^ {meetings.utc_of(pressed)})


async def _next(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the place; other times for a meeting that has one are sent at once."""
    if what_for(manager) == "new":
        await manager.switch_to(OfferMeeting.place)
        return
    db, actor, *_rest = hands(manager)
    data = begun_with(manager)
    await meetings.offer_anew(
        db,
        actor,
        meeting_id=UUID(data["meeting_id"]),
        times=chosen_times(manager),
        reason=data.get("reason"),
        speaking_for=whose_or_own(manager),
    )
    manager.dialog_data[SENT] = data["meeting_id"]
    await manager.switch_to(OfferMeeting.sent)


async def _to_group(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The same times to everybody in the group; where, is asked there."""
    about = {
        "pair_id": str(pair_of(manager)),
        "times": " ".join(at.isoformat() for at in chosen_times(manager)),
    }
    await manager.start(GroupPoll.place, about)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    near = await near_times(dialog_manager)
    return {
        "partner": near.partner,
        "earliest": near.today,
        "latest": near.today + timedelta(days=DAYS_AHEAD),
        "opens_at": near.today,
    }


async def _day(_: CallbackQuery, __: Any, manager: DialogManager, day: date) -> None:
    keep_day(manager, day)
    await manager.switch_to(OfferMeeting.hour)


async def _type_day(manager: DialogManager, raw: str) -> None:
    """A day typed instead of tapped leads to its hours."""
    hand, near = hands(manager), await near_times(manager)
    day = typed_day(raw, locale=hand.reader.locale, today=near.today, words=hand.lexicon.days)
    if day < near.today:
        raise MeetingInThePast
    if day > near.today + timedelta(days=DAYS_AHEAD):
        raise DayTooFar(days=DAYS_AHEAD)
    keep_day(manager, day)
    await manager.switch_to(OfferMeeting.hour)


async def hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Free hours of the day; a star marks those that both named in their forms."""
    db, actor, *_rest = hands(dialog_manager)
    day = await meeting_hours.hours(
        db,
        actor,
        pair_id=pair_of(dialog_manager),
        day=kept_day(dialog_manager),
        speaking_for=whose_or_own(dialog_manager),
    )
    return {
        "day": Day(day.day, moments.local(day.now, day.zone).date()),
        "shared": bool(day.shared),
        "lessons": bool(day.lessons),
        "off": str(day.off.kind) if day.off else None,
        "nothing": not day.free,
        "hours": [button(_id(at), f"{_sign(day, at)}{_clock(at, day.zone)}") for at in day.free],
    }


def _sign(day: Hours, at: datetime) -> str:
    """Free for both by their forms, or within lesson hours."""
    if at in day.shared:
        return "⭐ "
    return "🔔 " if at in day.lessons else ""


def _clock(at: datetime, zone: str) -> str:
    return f"{moments.local(at, zone):%H:%M}"


async def _hour(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await _add(manager, meetings.utc_of(pressed))


async def _type_hour(manager: DialogManager, raw: str) -> None:
    """ "16" and "16:30" on the chosen day."""
    clock = typed_clock(raw)
    db, actor, *_ = hands(manager)
    day = await meeting_hours.hours(
        db,
        actor,
        pair_id=pair_of(manager),
        day=kept_day(manager),
        speaking_for=whose_or_own(manager),
    )
    at = moments.instant(day.day, clock, day.zone)
    if at <= day.now:
        raise MeetingInThePast
    await _add(manager, at)


async def _add(manager: DialogManager, at: datetime) -> None:
    _keep(manager, {*chosen_times(manager), at})
    await manager.switch_to(OfferMeeting.times)


async def sent(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    db, actor, *_rest = hands(dialog_manager)
    meeting_id = UUID(dialog_manager.dialog_data[SENT])
    view = await meetings.view(
        db, actor, meeting_id=meeting_id, speaking_for=whose_or_own(dialog_manager)
    )
    return {
        "partner": view.partner,
        **for_whom(view.name),
        "chosen": time_lines(list(view.times), view.zone, view.now),
    }
