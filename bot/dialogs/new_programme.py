"""A new programme in a short talk: who the curator is, its name, forms, first and last day."""

from collections.abc import Callable
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Multiselect, Select, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi

from bot.dialogs.desk import open_desk
from bot.dialogs.month_grid import MonthGrid, day_of
from bot.dialogs.screens import Screens, hands, menu_button
from bot.dialogs.states import NewProgramme
from bot.dialogs.typed import typed
from bot.dialogs.typed_days import typed_day
from bot.domain.access import May
from bot.domain.errors import DatesOutOfOrder, Gone, NothingChosen
from bot.domain.programmes import tidy_name
from bot.domain.spoken import Day, Listed
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases import programmes
from bot.usecases.programmes import LikelyDays

LATEST_START, LONGEST = timedelta(days=730), timedelta(days=3 * 366)
EARLIEST_START = timedelta(days=365)
_FORMS = "forms"
_CALENDAR = "calendar"  # the month is on the screen


async def on_start(_: Any, manager: DialogManager) -> None:
    """A curator who has a name is not asked for it again."""
    hand = hands(manager)
    asked = manager.current_context().state == NewProgramme.introduce
    if asked and await programmes.introduction(hand.db, hand.actor) is not None:
        await manager.switch_to(NewProgramme.name)


async def get_introduction(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    known = await programmes.introduction(hand.db, hand.actor)
    return {"known": known is not None, "name": known or ""}


async def on_introduction(manager: DialogManager, name: str) -> None:
    hand = hands(manager)
    await programmes.introduce_curator(hand.db, hand.actor, name=name)
    await manager.switch_to(NewProgramme.name)


async def on_name(manager: DialogManager, name: str) -> None:
    manager.dialog_data["name"] = tidy_name(name)
    await manager.switch_to(NewProgramme.forms)


async def get_forms(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    forms = [
        {"id": form.key, "label": form.title.say(hand.reader.locale, hand.reader.tone)}
        for form in hand.profile.forms
    ]
    return {"forms": forms, "name": _draft(dialog_manager, "name")}


async def on_forms(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    widget: Any = manager.find(_FORMS)
    chosen = [form.key for form in hands(manager).profile.forms if widget.is_checked(form.key)]
    if not chosen:
        raise NothingChosen
    manager.dialog_data["chosen"] = chosen
    await manager.switch_to(NewProgramme.starts)


def _draft(manager: DialogManager, name: str) -> Any:
    """What was said on an earlier screen of this talk."""
    if name not in manager.dialog_data:
        raise Gone
    return manager.dialog_data[name]


async def get_starts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    likely = await programmes.likely_beginning(hand.db, hand.actor)
    return _days(dialog_manager, likely) | {
        "earliest": likely.today - EARLIEST_START,
        "latest": likely.today + LATEST_START,
        "opens_at": likely.today,
    }


async def get_ends(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    starts = date.fromisoformat(_draft(dialog_manager, "starts"))
    likely = await programmes.likely_end(hand.db, hand.actor, starts_on=starts)
    return _days(dialog_manager, likely) | {
        "starts": Day(starts, likely.today),
        "earliest": starts + timedelta(days=1),
        "latest": starts + LONGEST,
        "opens_at": likely.days[0],
    }


def _days(manager: DialogManager, likely: LikelyDays) -> dict[str, Any]:
    hand = hands(manager)

    def label(day: date) -> str:
        words = {"today": day == likely.today, "day": Day(day, likely.today)}
        return hand.texts.label(hand.reader.locale, hand.reader.tone, "new-programme-day", words)

    open_ = bool(manager.dialog_data.get(_CALENDAR))
    return {
        "likely": [{"id": day.isoformat(), "label": label(day)} for day in likely.days],
        "calendar": open_,
        "no_calendar": not open_,
    }


async def _starts(manager: DialogManager, day: date) -> None:
    manager.dialog_data.update({"starts": day.isoformat(), _CALENDAR: False})
    await manager.switch_to(NewProgramme.ends)


def _after_start(manager: DialogManager) -> date | None:
    """The first day on which the programme may end, once it is known when it begins."""
    if manager.current_context().state != NewProgramme.ends:
        return None
    return date.fromisoformat(_draft(manager, "starts")) + timedelta(days=1)


async def _ends(manager: DialogManager, day: date) -> None:
    """A day that cannot be is refused here, where another can be chosen."""
    earliest = _after_start(manager)
    if earliest is not None and day < earliest:
        raise DatesOutOfOrder
    manager.dialog_data.update({"ends": day.isoformat(), _CALENDAR: False})
    await manager.switch_to(NewProgramme.check)


async def on_calendar(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data[_CALENDAR] = True


async def on_leave(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data[_CALENDAR] = False


async def get_check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    today = (await programmes.likely_beginning(hand.db, hand.actor)).today
    chosen = _draft(dialog_manager, "chosen")
    titles = tuple(form.title for form in hand.profile.forms if form.key in chosen)
    days = {
        name: Day(date.fromisoformat(_draft(dialog_manager, name)), today)
        for name in ("starts", "ends")
    }
    return {"name": _draft(dialog_manager, "name"), "forms": Listed(titles), **days}


async def on_create(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    programme_id = await programmes.create(
        hand.db,
        hand.actor,
        name=_draft(manager, "name"),
        forms=list(_draft(manager, "chosen")),
        starts_on=date.fromisoformat(_draft(manager, "starts")),
        ends_on=date.fromisoformat(_draft(manager, "ends")),
    )
    await open_desk(manager, programme_id)


def _day_window(
    text: T,
    *,
    state: State,
    back: State,
    grid: str,
    getter: Any,
    chosen: Callable[[DialogManager, date], Any],
    preview: dict[str, Any],
) -> Window:
    """Likely days as buttons, any other from a calendar or typed."""

    async def on_likely(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
        await chosen(manager, day_of(item))

    async def on_day(_: CallbackQuery, __: Any, manager: DialogManager, day: date) -> None:
        await chosen(manager, day)

    async def on_typed(manager: DialogManager, raw: str) -> None:
        hand = hands(manager)
        today = (await programmes.likely_beginning(hand.db, hand.actor)).today
        day = typed_day(
            raw,
            locale=hand.reader.locale,
            today=today,
            words=hand.lexicon.days,
            earliest=_after_start(manager),
        )
        await chosen(manager, day)

    return Window(
        text,
        Column(
            Select(
                Format("{item[label]}"),
                id="likely",
                item_id_getter=itemgetter("id"),
                items="likely",
                on_click=on_likely,
            )
        ),
        Button(L("new-programme-other-day"), id="other", on_click=on_calendar, when="no_calendar"),
        MonthGrid(id=grid, on_click=on_day, when="calendar"),
        typed(on_typed),
        SwitchTo(L("button-back"), id="back", state=back, on_click=on_leave),
        menu_button(),
        state=state,
        getter=getter,
        preview_data=preview,
    )


_PREVIEW_DAYS: dict[str, Any] = {
    "likely": [{"id": "2026-09-01", "label": "1 September"}],
    "calendar": True,
    "no_calendar": True,
    "earliest": date(2025, 11, 21),
    "latest": date(2028, 11, 21),
    "opens_at": date(2026, 9, 1),
    "starts": "1 September",
}


def _naming() -> tuple[Window, ...]:
    return (
        Window(
            T("new-programme-introduce"),
            SwitchTo(
                L("new-programme-keep-name", name="name"),
                id="keep",
                state=NewProgramme.name,
                when="known",
            ),
            typed(on_introduction),
            menu_button(),
            state=NewProgramme.introduce,
            getter=get_introduction,
            preview_data={"known": True, "name": "Anna"},
        ),
        Window(
            T("new-programme-name"),
            typed(on_name),
            SwitchTo(L("button-back"), id="back", state=NewProgramme.introduce),
            menu_button(),
            state=NewProgramme.name,
        ),
        Window(
            Multi(T("new-programme-forms", name="name")),
            Column(
                Multiselect(
                    Format("☑ {item[label]}"),
                    Format("☐ {item[label]}"),
                    id=_FORMS,
                    item_id_getter=itemgetter("id"),
                    items="forms",
                )
            ),
            Button(L("button-next"), id="next", on_click=on_forms),
            SwitchTo(L("button-back"), id="back", state=NewProgramme.name),
            menu_button(),
            state=NewProgramme.forms,
            getter=get_forms,
            preview_data={
                "name": "Trajectory",
                "forms": [{"id": "employer_learner", "label": "Employer to learner"}],
            },
        ),
    )


def _check() -> Window:
    return Window(
        T("new-programme-check", name="name", forms="forms", starts="starts", ends="ends"),
        Button(L("new-programme-create"), id="create", on_click=on_create),
        SwitchTo(L("button-back"), id="back", state=NewProgramme.ends),
        menu_button(),
        state=NewProgramme.check,
        getter=get_check,
        preview_data={
            "name": "Trajectory",
            "forms": "Employer to learner",
            "starts": "1 September",
            "ends": "31 May 2027",
        },
    )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.MANAGE_PROGRAMME),
        *_naming(),
        _day_window(
            T("new-programme-starts"),
            state=NewProgramme.starts,
            back=NewProgramme.forms,
            grid="first",
            getter=get_starts,
            chosen=_starts,
            preview=_PREVIEW_DAYS,
        ),
        _day_window(
            T("new-programme-ends", starts="starts"),
            state=NewProgramme.ends,
            back=NewProgramme.starts,
            grid="last",
            getter=get_ends,
            chosen=_ends,
            preview=_PREVIEW_DAYS,
        ),
        _check(),
        on_start=on_start,
    )
