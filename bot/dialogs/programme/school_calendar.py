"""The school calendar: holidays, exam weeks and lesson hours, in a few taps or typed."""

from datetime import date
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.lines import Grid, button, id_in, spoken, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.parts.typed_days import typed_day
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Rooms, SchoolCalendar
from bot.domain.access import May
from bot.domain.errors import DayNotUnderstood, Gone
from bot.domain.school_calendar import CalendarSpan, SpanKind, typed_hours
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.programme import school_calendar

_SPAN, _KIND, _NONE = "span", "kind", "none"
MOST_SHOWN = 8


async def _view(manager: DialogManager) -> school_calendar.SchoolCalendar:
    at_hand = hands(manager)
    return await school_calendar.view(
        at_hand.db, at_hand.actor, programme_id=programme_of(manager), profile=at_hand.profile
    )


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, seen = hands(dialog_manager), await _view(dialog_manager)
    return {
        "organisation": seen.organisation,
        "from": seen.lessons[0] if seen.lessons else "",
        "until": seen.lessons[1] if seen.lessons else "",
        "lessons": seen.lessons is not None,
        "no_lessons": seen.lessons is None,
        "none": not seen.spans,
        "spans": [
            button(str(span.id), worded(at_hand, "calendar-span", **_facts(span, seen.today)))
            for span in seen.spans[:MOST_SHOWN]
        ],
        "may_change": seen.may_change,
        "may_add_usual": seen.may_change and seen.usual_left,
    }


def _facts(span: CalendarSpan, today: date) -> dict[str, Any]:
    return {
        "kind": str(span.kind),
        "named": span.title is not None,
        "title": span.title or "",
        "first": Day(span.starts_on, today),
        "last": Day(span.ends_on, today),
    }


async def _add_usual(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    await school_calendar.add_usual(
        at_hand.db, at_hand.actor, programme_id=programme_of(manager), profile=at_hand.profile
    )


async def _to_span(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    manager.dialog_data[_SPAN] = str(id_in(pressed))
    await manager.switch_to(SchoolCalendar.span)


async def get_span(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _view(dialog_manager)
    chosen = dialog_manager.dialog_data[_SPAN]
    span = next((one for one in seen.spans if str(one.id) == chosen), None)
    if span is None:
        raise Gone
    return {**_facts(span, seen.today), "may_change": seen.may_change}


async def _remove(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await school_calendar.remove(
        *hands(manager)[:2],
        programme_id=programme_of(manager),
        span_id=UUID(manager.dialog_data[_SPAN]),
    )
    await manager.switch_to(SchoolCalendar.home)


async def _ask_days(_: CallbackQuery, pressed: Button, manager: DialogManager) -> None:
    manager.dialog_data[_KIND] = pressed.widget_id
    await manager.switch_to(SchoolCalendar.days)


async def get_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"kind": dialog_manager.dialog_data.get(_KIND, str(SpanKind.HOLIDAYS))}


async def _days(manager: DialogManager, raw: str) -> None:
    first, last = _typed_span(manager, raw, (await _view(manager)).today)
    await school_calendar.add(
        *hands(manager)[:2],
        programme_id=programme_of(manager),
        kind=SpanKind(manager.dialog_data[_KIND]),
        starts_on=first,
        ends_on=last,
    )
    await manager.switch_to(SchoolCalendar.home)


def _typed_span(manager: DialogManager, raw: str, today: date) -> tuple[date, date]:
    """Two days and what is between; an end without a year lies after the start."""
    at_hand = hands(manager)
    ends = at_hand.lexicon.days.ends(raw)
    if ends is None:
        raise DayNotUnderstood

    def read(text: str, earliest: date | None) -> date:
        return typed_day(
            text,
            locale=at_hand.reader.locale,
            today=today,
            words=at_hand.lexicon.days,
            earliest=earliest,
        )

    starts_on = read(ends[0], None)
    return starts_on, read(ends[1], starts_on)


async def get_lessons(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    shifts = [
        button(
            one.key,
            worded(
                at_hand,
                "calendar-shift",
                title=spoken(at_hand, one.title),
                start=f"{one.start:%H:%M}",
                end=f"{one.end:%H:%M}",
            ),
        )
        for one in at_hand.profile.usual_year.lessons
    ]
    return {"shifts": [*shifts, button(_NONE, worded(at_hand, "calendar-no-shift"))]}


async def _shift(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    known = {one.key: (one.start, one.end) for one in hands(manager).profile.usual_year.lessons}
    if pressed != _NONE and pressed not in known:
        raise Gone
    await school_calendar.set_lessons(
        *hands(manager)[:2], programme_id=programme_of(manager), hours=known.get(pressed)
    )
    await manager.switch_to(SchoolCalendar.home)


async def _hours(manager: DialogManager, raw: str) -> None:
    await school_calendar.set_lessons(
        *hands(manager)[:2], programme_id=programme_of(manager), hours=typed_hours(raw)
    )
    await manager.switch_to(SchoolCalendar.home)


def _back() -> SwitchTo:
    return SwitchTo(L("button-back"), id="back", state=SchoolCalendar.home)


def _home() -> Window:
    return Window(
        Multi(
            T("school-calendar-title", organisation="organisation"),
            Multi(
                T("calendar-lessons", start="from", end="until", when="lessons"),
                T("calendar-no-lessons", when="no_lessons"),
            ),
            T("calendar-none", when="none"),
            sep="\n\n",
        ),
        Grid("span", "spans", _to_span),
        Button(L("calendar-add-usual"), id="usual", on_click=_add_usual, when="may_add_usual"),
        Row(
            Button(L("calendar-add-holidays"), id=SpanKind.HOLIDAYS, on_click=_ask_days),
            Button(L("calendar-add-exams"), id=SpanKind.EXAMS, on_click=_ask_days),
            when="may_change",
        ),
        SwitchTo(
            L("calendar-set-lessons"), id="lessons", state=SchoolCalendar.lessons, when="may_change"
        ),
        back_to(Rooms.list),
        menu_button(),
        only_buttons(),
        state=SchoolCalendar.home,
        getter=get_home,
    )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_STAGES),
        _home(),
        Window(
            T(
                "calendar-card",
                kind="kind",
                named="named",
                title="title",
                first="first",
                last="last",
            ),
            Button(L("calendar-remove"), id="remove", on_click=_remove, when="may_change"),
            _back(),
            only_buttons(),
            state=SchoolCalendar.span,
            getter=get_span,
        ),
        Window(
            T("calendar-ask-days", kind="kind"),
            typed(_days),
            _back(),
            state=SchoolCalendar.days,
            getter=get_days,
        ),
        Window(
            T("calendar-ask-lessons"),
            Grid("shift", "shifts", _shift),
            typed(_hours),
            _back(),
            state=SchoolCalendar.lessons,
            getter=get_lessons,
        ),
    )
