"""A meeting that was not agreed on here is written down by either side; the other confirms it."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.dialogs.bases.spoken_for import for_whom, passed_on, whose_or_own
from bot.dialogs.pairs.meeting_states import Afterwards, PastMeeting
from bot.dialogs.parts.day_window import PREVIEW, day_window, keep_day, kept_day, likely_days
from bot.dialogs.parts.lines import Grid, button, spoken
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.parts.typed_hours import typed_clock
from bot.domain import moments
from bot.domain.access import May
from bot.domain.errors import Gone, TooEarly
from bot.domain.meeting_errors import MeetingTooOld
from bot.domain.meetings import OLDEST_LOGGED
from bot.domain.spoken import Day, When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import meetings, receipts
from bot.usecases.pairs.meeting_hours import FIRST_HOUR, LAST_HOUR
from bot.usecases.pairs.receipts import Past

LIKELY = 4  # today and the days before
_LOGGED = "logged"


def _pair(manager: DialogManager) -> UUID:
    return start_id(manager, "pair_id")


async def _past(manager: DialogManager) -> Past:
    db, actor, *_rest = hands(manager)
    return await receipts.to_log(
        db, actor, pair_id=_pair(manager), speaking_for=whose_or_own(manager)
    )


async def get_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    past = await _past(dialog_manager)
    days = [past.today - timedelta(days=n) for n in range(LIKELY)]
    return {
        **likely_days(dialog_manager, [d for d in days if d >= past.earliest], past.today),
        "partner": past.partner,
        **for_whom(past.name),
        "earliest": past.earliest,
        "latest": past.today,
        "opens_at": past.today,
    }


async def _day(manager: DialogManager, day: date) -> None:
    past = await _past(manager)
    if day > past.today:
        raise TooEarly
    if day < past.earliest:
        raise MeetingTooOld(days=OLDEST_LOGGED.days)
    keep_day(manager, day)
    await manager.switch_to(PastMeeting.hour)


async def get_hours(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    past, day = await _past(dialog_manager), kept_day(dialog_manager)
    starts = [moments.instant(day, time(h), past.zone) for h in range(FIRST_HOUR, LAST_HOUR + 1)]
    return {
        "day": Day(day, past.today),
        "hours": [
            button(str(int(at.timestamp())), f"{moments.local(at, past.zone):%H:%M}")
            for at in starts
            if at <= past.now
        ],
    }


async def _hour(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    await _at(manager, meetings.utc_of(pressed))


async def _type_hour(manager: DialogManager, raw: str) -> None:
    past = await _past(manager)
    await _at(manager, moments.instant(kept_day(manager), typed_clock(raw), past.zone))


async def _at(manager: DialogManager, at: datetime) -> None:
    if at > (await _past(manager)).now:
        raise TooEarly
    manager.dialog_data["at"] = at.isoformat()
    await manager.switch_to(PastMeeting.place)


async def get_place(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, past = hands(dialog_manager), await _past(dialog_manager)
    formats = hand.profile.catalogues["formats"]
    return {
        "at": When(_kept_at(dialog_manager), past.zone, past.now),
        "places": [button(one.value, spoken(hand, one.label)) for one in formats],
    }


def _kept_at(manager: DialogManager) -> datetime:
    if "at" not in manager.dialog_data:
        raise Gone
    return datetime.fromisoformat(manager.dialog_data["at"])


async def _log(_: CallbackQuery, __: Any, manager: DialogManager, place: str) -> None:
    hand = hands(manager)
    if place not in {one.value for one in hand.profile.catalogues["formats"]}:
        raise Gone
    meeting_id = await receipts.log_past(
        hand.db,
        hand.actor,
        pair_id=_pair(manager),
        at=_kept_at(manager),
        place=place,
        speaking_for=whose_or_own(manager),
    )
    manager.dialog_data[_LOGGED] = str(meeting_id)
    await manager.switch_to(PastMeeting.done)


async def get_done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    past = await _past(dialog_manager)
    at = When(_kept_at(dialog_manager), past.zone, past.now)
    return {"partner": past.partner, "at": at, "mentor": past.is_mentor}


async def _tell(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if _LOGGED not in manager.dialog_data:
        raise Gone
    about = {"meeting_id": manager.dialog_data[_LOGGED], **passed_on(manager)}
    await manager.start(Afterwards.length, about, mode=StartMode.RESET_STACK)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.CONFIRM_MEETING, May.ENTER_PARTICIPANTS),
        day_window(
            T("past-meeting-day", theirs="theirs", name="name", partner="partner"),
            state=PastMeeting.day,
            grid="day",
            getter=get_days,
            chosen=_day,
            preview={**PREVIEW, **for_whom(None), "partner": "Oleg"},
        ),
        Window(
            T("past-meeting-hour", day="day"),
            Grid("h", "hours", _hour, columns=4),
            SwitchTo(L("button-back"), id="back", state=PastMeeting.day),
            typed(_type_hour),
            state=PastMeeting.hour,
            getter=get_hours,
        ),
        Window(
            T("past-meeting-place", at="at"),
            Grid("p", "places", _log),
            SwitchTo(L("button-back"), id="back", state=PastMeeting.hour),
            only_buttons(),
            state=PastMeeting.place,
            getter=get_place,
        ),
        Window(
            T("past-meeting-done", partner="partner", at="at"),
            Button(L("meeting-tell-more"), id="tell", on_click=_tell, when="mentor"),
            menu_button(),
            only_buttons(),
            state=PastMeeting.done,
            getter=get_done,
        ),
    )
