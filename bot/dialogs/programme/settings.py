"""The settings of a programme: name, dates, forms, targets, its organisation, the next year."""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.day_window import day_window, likely_days
from bot.dialogs.parts.lines import Grid, Lines, button, worded
from bot.dialogs.parts.numbers import known_lines
from bot.dialogs.parts.screens import Screens, hands, introduce_again, menu_button
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme import settings_house
from bot.dialogs.programme.desk import back_to, leads_to, open_desk, programme_of
from bot.dialogs.programme.house_windows import facts, targets_window, to_state
from bot.dialogs.states import Menu, Rooms, SchoolCalendar, Settings
from bot.domain.access import May
from bot.domain.errors import DatesOutOfOrder, Gone
from bot.domain.programmes import TARGETS, likely_ends, likely_starts
from bot.domain.spoken import Day, Listed
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.programme import archives, programme_settings
from bot.usecases.programme.programme_settings import ProgrammeFacts

SPAN = timedelta(days=3 * 366)
_STARTS, _FORM = "starts", "form"


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known, hand = await facts(dialog_manager), hands(dialog_manager)
    titles = tuple(form.title for form in hand.profile.forms if form.key in known.forms)
    today = known.house.today
    return {
        "name": known.name,
        "organisation": known.house.name,
        "forms": Listed(titles),
        "starts": Day(known.starts_on, today),
        "ends": Day(known.ends_on, today),
        "targets": known_lines(TARGETS, known.targets),
        "archives": known.archives,
        "house": known.house.changes,
        "year": known.house.changes or known.archives,
    }


def _home() -> Window:
    return Window(
        Multi(
            T("settings-title", name="name", organisation="organisation"),
            T("settings-facts", starts="starts", ends="ends", forms="forms"),
            Lines("targets", when="targets"),
        ),
        Group(
            SwitchTo(L("settings-go-name"), id="name", state=Settings.name),
            SwitchTo(L("settings-go-dates"), id="dates", state=Settings.starts),
            SwitchTo(L("settings-go-forms"), id="forms", state=Settings.forms),
            SwitchTo(L("settings-go-targets"), id="targets", state=Settings.targets),
            SwitchTo(L("settings-go-house"), id="house", state=Settings.house, when="house"),
            Button(
                L("rooms-go-calendar"), id="calendar", on_click=leads_to(SchoolCalendar.home)
            ),
            width=2,
        ),
        SwitchTo(L("settings-go-year"), id="year", state=Settings.year, when="year"),
        back_to(Rooms.list),
        menu_button(),
        only_buttons(),
        state=Settings.home,
        getter=get_home,
    )


async def _rename(manager: DialogManager, name: str) -> None:
    hand = hands(manager)
    await programme_settings.rename(
        hand.db, hand.actor, programme_id=programme_of(manager), name=name
    )
    await manager.switch_to(Settings.home)


async def get_name(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"name": (await facts(dialog_manager)).name}


def _name() -> Window:
    return Window(
        T("settings-name", name="name"),
        SwitchTo(L("button-back"), id="back", state=Settings.home),
        menu_button(),
        typed(_rename),
        state=Settings.name,
        getter=get_name,
    )


async def get_starts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known = await facts(dialog_manager)
    today = known.house.today
    days = dict.fromkeys((known.starts_on, *likely_starts(today)))
    return likely_days(dialog_manager, days, today) | {
        "earliest": min(today, known.starts_on) - SPAN,
        "latest": max(today, known.starts_on) + SPAN,
        "opens_at": known.starts_on,
    }


async def _starts(manager: DialogManager, day: date) -> None:
    manager.dialog_data[_STARTS] = day.isoformat()
    await manager.switch_to(Settings.ends)


async def get_ends(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known = await facts(dialog_manager)
    starts = _new_start(dialog_manager, known)
    days = [day for day in (known.ends_on, *likely_ends(starts)) if day > starts]
    return likely_days(dialog_manager, dict.fromkeys(days), known.house.today) | {
        "starts": Day(starts, known.house.today),
        "after": starts + timedelta(days=1),
        "earliest": starts + timedelta(days=1),
        "latest": starts + SPAN,
        "opens_at": days[0],
    }


def _new_start(manager: DialogManager, known: ProgrammeFacts) -> date:
    raw = manager.dialog_data.get(_STARTS)
    return known.starts_on if raw is None else date.fromisoformat(raw)


async def _ends(manager: DialogManager, day: date) -> None:
    hand = hands(manager)
    starts = _new_start(manager, await facts(manager))
    if day <= starts:
        raise DatesOutOfOrder
    await programme_settings.reschedule(
        hand.db, hand.actor, programme_id=programme_of(manager), starts_on=starts, ends_on=day
    )
    await manager.switch_to(Settings.home)


async def get_forms(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known, hand = await facts(dialog_manager), hands(dialog_manager)
    forms = []
    for form in hand.profile.forms:
        every = len(form.variants)
        in_use = len(known.variants[form.key]) if form.key in known.variants else every
        title = form.title.say(hand.reader.locale, hand.reader.tone)
        used = form.key in known.forms
        label = worded(
            hand, "settings-form", title=title, used=used, variants=in_use, every=every
        )
        forms.append(button(form.key, label))
    return {"forms": forms}


async def _open_form(_: CallbackQuery, __: Any, manager: DialogManager, form: str) -> None:
    manager.dialog_data[_FORM] = form
    await manager.switch_to(Settings.form)


async def get_form(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    known, hand = await facts(dialog_manager), hands(dialog_manager)
    form = hand.profile.form(str(dialog_manager.dialog_data.get(_FORM)))
    if form is None:
        raise Gone
    used = form.key in known.forms
    in_use = known.variants.get(form.key, tuple(one.key for one in form.variants))
    locale, tone = hand.reader.locale, hand.reader.tone
    return {
        "title": form.title,
        "used": used,
        "unused": not used,
        "variants": [
            button(
                f"{form.key}:{one.key}",
                f"{'☑' if one.key in in_use else '☐'} {one.title.say(locale, tone)}",
            )
            for one in form.variants
            if used
        ],
        "switch": [
            button(
                f"{form.key}:{'off' if used else 'on'}",
                worded(hand, "settings-form-leave-out" if used else "settings-form-take-in"),
            )
        ],
    }


async def _switch(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, (form, _sign, wished) = hands(manager), item.partition(":")
    await programme_settings.use_form(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        form=form,
        used=wished == "on",
        profile=hand.profile,
    )


async def _variant(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """A tap turns it over: what it is now is read, not believed."""
    hand, (form, _sign, variant) = hands(manager), item.partition(":")
    known = await facts(manager)
    in_use = known.variants.get(form)
    await programme_settings.use_variant(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        form=form,
        variant=variant,
        used=in_use is not None and variant not in in_use,
        profile=hand.profile,
    )


def _forms() -> tuple[Window, Window]:
    return (
        Window(
            T("settings-forms"),
            Grid("form", "forms", _open_form),
            SwitchTo(L("button-back"), id="back", state=Settings.home),
            menu_button(),
            only_buttons(),
            state=Settings.forms,
            getter=get_forms,
        ),
        Window(
            Multi(
                T("settings-form-variants", when="used", title="title"),
                T("settings-form-unused", when="unused", title="title"),
            ),
            Grid("variant", "variants", _variant),
            Grid("switch", "switch", _switch),
            SwitchTo(L("button-back"), id="back", state=Settings.forms),
            menu_button(),
            only_buttons(),
            state=Settings.form,
            getter=get_form,
        ),
    )


async def get_copy(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    made = await archives.next_year(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    return {
        "name": made.name,
        "forms": made.forms,
        "starts": Day(made.starts_on, made.today),
        "ends": Day(made.ends_on, made.today),
    }


async def _copy(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await open_desk(
        manager, await archives.copy(hand.db, hand.actor, programme_id=programme_of(manager))
    )


async def _archive(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await archives.archive(hand.db, hand.actor, programme_id=programme_of(manager))
    await introduce_again(manager)  # what may be changed is another thing now
    await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


def _years() -> tuple[Window, ...]:
    return (
        Window(
            T("settings-year", ends="ends"),
            SwitchTo(L("settings-go-copy"), id="copy", state=Settings.copy, when="house"),
            SwitchTo(
                L("settings-go-archive"), id="archive", state=Settings.archive, when="archives"
            ),
            SwitchTo(L("button-back"), id="back", state=Settings.home),
            menu_button(),
            only_buttons(),
            state=Settings.year,
            getter=get_home,
        ),
        Window(
            T("settings-copy", name="name", forms="forms", starts="starts", ends="ends"),
            Button(L("settings-copy-do"), id="copy", on_click=_copy),
            SwitchTo(L("button-back"), id="back", state=Settings.year),
            menu_button(),
            only_buttons(),
            state=Settings.copy,
            getter=get_copy,
        ),
        Window(
            T("settings-archive", name="name"),
            Button(L("settings-archive-do"), id="archive", on_click=_archive),
            SwitchTo(L("button-back"), id="back", state=Settings.year),
            menu_button(),
            only_buttons(),
            state=Settings.archive,
            getter=get_name,
        ),
    )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.MANAGE_PROGRAMME),
        _home(),
        _name(),
        day_window(
            T("settings-starts"),
            state=Settings.starts,
            back=Settings.home,
            grid="first",
            getter=get_starts,
            chosen=_starts,
        ),
        day_window(
            T("settings-ends", starts="starts"),
            state=Settings.ends,
            back=Settings.starts,
            grid="last",
            getter=get_ends,
            chosen=_ends,
        ),
        *_forms(),
        targets_window(
            state=Settings.targets, done=to_state(Settings.home), back=to_state(Settings.home)
        ),
        *settings_house.windows(),
        *_years(),
    )
