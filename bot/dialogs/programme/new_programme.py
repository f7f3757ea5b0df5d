"""A new programme in a short talk: where, who the curator is, its name, forms, and its dates."""

from datetime import date, timedelta
from operator import itemgetter
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Multiselect, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi

from bot.dialogs.parts.day_window import PREVIEW, day_window, likely_days
from bot.dialogs.parts.lines import Grid, button, id_in, worded
from bot.dialogs.parts.month_grid import day_of
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.set_up import first_of
from bot.dialogs.states import NewProgramme
from bot.domain.access import May
from bot.domain.errors import DatesOutOfOrder, Gone, NothingChosen
from bot.domain.programmes import tidy_name
from bot.domain.spoken import Day, Listed
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.programme import organisations, programmes

LATEST_START, LONGEST = timedelta(days=730), timedelta(days=3 * 366)
EARLIEST_START = timedelta(days=365)
_FORMS, _HOUSE = "forms", "house"


async def on_start(_: Any, manager: DialogManager) -> None:
    """Only what is not known is asked: which organisation of several, and the curator's name."""
    if manager.current_context().state != NewProgramme.introduce:
        return
    hand = hands(manager)
    if len(await organisations.curated(hand.db, hand.actor)) > 1:
        await manager.switch_to(NewProgramme.house)
    else:
        await _introduce(manager)


async def _introduce(manager: DialogManager) -> None:
    hand = hands(manager)
    known = await programmes.introduction(hand.db, hand.actor) is not None
    await manager.switch_to(NewProgramme.name if known else NewProgramme.introduce)


async def get_houses(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await organisations.curated(hand.db, hand.actor)
    return {"houses": [button(str(house.organisation_id), house.name) for house in found]}


async def on_house(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[_HOUSE] = str(id_in(item))
    await _introduce(manager)


def _house(manager: DialogManager) -> UUID | None:
    """The organisation that was chosen; None: there is only one."""
    raw = manager.dialog_data.get(_HOUSE)
    return None if raw is None else UUID(str(raw))


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
    likely = await programmes.likely_beginning(
        hand.db, hand.actor, organisation_id=_house(dialog_manager)
    )
    return likely_days(dialog_manager, likely.days, likely.today) | {
        "years": [
            button(
                f"{first.isoformat()}:{last.isoformat()}",
                worded(hand, "new-programme-year", year=f"{last.year - 1}/{last.year % 100:02}"),
            )
            for first, last in likely.years
        ],
        "earliest": likely.today - EARLIEST_START,
        "latest": likely.today + LATEST_START,
        "opens_at": likely.today,
    }


async def on_year(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """Both days with one tap."""
    first, _sign, last = item.partition(":")
    await _starts(manager, day_of(first))
    await _ends(manager, day_of(last))


async def get_ends(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    starts = date.fromisoformat(_draft(dialog_manager, "starts"))
    likely = await programmes.likely_end(
        hand.db, hand.actor, starts_on=starts, organisation_id=_house(dialog_manager)
    )
    return likely_days(dialog_manager, likely.days, likely.today) | {
        "starts": Day(starts, likely.today),
        "after": starts + timedelta(days=1),
        "earliest": starts + timedelta(days=1),
        "latest": starts + LONGEST,
        "opens_at": likely.days[0],
    }


async def _starts(manager: DialogManager, day: date) -> None:
    manager.dialog_data["starts"] = day.isoformat()
    await manager.switch_to(NewProgramme.ends)


async def _ends(manager: DialogManager, day: date) -> None:
    """A day that cannot be is refused here, where another can be chosen."""
    if day <= date.fromisoformat(_draft(manager, "starts")):
        raise DatesOutOfOrder
    manager.dialog_data["ends"] = day.isoformat()
    await manager.switch_to(NewProgramme.check)


async def get_check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, house_id = hands(dialog_manager), _house(dialog_manager)
    likely = await programmes.likely_beginning(hand.db, hand.actor, organisation_id=house_id)
    curated = await organisations.curated(hand.db, hand.actor)
    chosen = _draft(dialog_manager, "chosen")
    titles = tuple(form.title for form in hand.profile.forms if form.key in chosen)
    days = {
        name: Day(date.fromisoformat(_draft(dialog_manager, name)), likely.today)
        for name in ("starts", "ends")
    }
    return {
        "name": _draft(dialog_manager, "name"),
        "chosen": house_id is not None,
        "organisation": next(
            (one.name for one in curated if one.organisation_id == house_id), None
        ),
        "forms": Listed(titles),
        **days,
    }


async def on_create(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    programme_id = await programmes.create(
        hand.db,
        hand.actor,
        name=_draft(manager, "name"),
        forms=list(_draft(manager, "chosen")),
        starts_on=date.fromisoformat(_draft(manager, "starts")),
        ends_on=date.fromisoformat(_draft(manager, "ends")),
        organisation_id=_house(manager),
    )
    await manager.start(
        await first_of(manager, programme_id),
        {"programme_id": str(programme_id)},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.EDIT,
    )


def _naming() -> tuple[Window, ...]:
    return (
        Window(
            T("new-programme-house"),
            Grid("house", "houses", on_house),
            menu_button(),
            only_buttons(),
            state=NewProgramme.house,
            getter=get_houses,
        ),
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
        T(
            "new-programme-check",
            name="name",
            chosen="chosen",
            organisation="organisation",
            forms="forms",
            starts="starts",
            ends="ends",
        ),
        Button(L("new-programme-create"), id="create", on_click=on_create),
        SwitchTo(L("button-back"), id="back", state=NewProgramme.starts),
        menu_button(),
        state=NewProgramme.check,
        getter=get_check,
        preview_data={
            "name": "Trajectory",
            "chosen": True,
            "organisation": "College No. 1",
            "forms": "Employer to learner",
            "starts": "1 September",
            "ends": "31 May 2027",
        },
    )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.MANAGE_PROGRAMME),
        *_naming(),
        day_window(
            T("new-programme-starts"),
            Grid("year", "years", on_year),
            state=NewProgramme.starts,
            back=NewProgramme.forms,
            grid="first",
            getter=get_starts,
            chosen=_starts,
            preview={**PREVIEW, "years": [{"id": "y", "label": "2026/27"}]},
        ),
        day_window(
            T("new-programme-ends", starts="starts"),
            state=NewProgramme.ends,
            back=NewProgramme.starts,
            grid="last",
            getter=get_ends,
            chosen=_ends,
        ),
        _check(),
        on_start=on_start,
    )
