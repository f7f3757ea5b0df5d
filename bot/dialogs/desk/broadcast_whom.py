"""To whom a letter to many goes: roles, forms, classes, how they stand with pairs."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk.desk_states import Broadcasts
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.domain.access import Role
from bot.domain.broadcasts import ADDRESSED, InPair, Segment, some_roles, toggled
from bot.domain.errors import Gone
from bot.domain.spoken import Listed
from bot.texts import L, T
from bot.usecases.desk import broadcasts
from bot.usecases.desk.broadcasts import Preview

SEGMENT = "segment"
GROUPS_SHOWN = 10
NUMBERS: dict[str, str] = {
    name: name for name in ("number", "reached", "no_account", "lost", "unreached")
}


def segment_of(manager: DialogManager) -> Segment:
    raw = manager.dialog_data.get(SEGMENT)
    return Segment.load(raw) if raw else Segment()


def _keep(manager: DialogManager, **changed: Any) -> None:
    manager.dialog_data[SEGMENT] = {**segment_of(manager).dump(), **changed}


async def preview_of(manager: DialogManager) -> Preview:
    hand = hands(manager)
    return await broadcasts.preview(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        segment=segment_of(manager),
        profile=hand.profile,
    )


def _tick(on: bool, label: str) -> str:  # a tick or none
    return f"{'☑' if on else '☐'} {label}"


def segment_lines(hand: Hands, segment: Segment) -> list[Line]:
    """To whom, in words."""
    roles = tuple(worded(hand, f"broadcasts-role-{role}") for role in segment.roles)
    lines = [Line("broadcasts-to", {"roles": Listed(roles)})]
    forms = [form for form in map(hand.profile.form, segment.forms) if form is not None]
    if forms:
        lines.append(Line("broadcasts-forms", {"forms": Listed(tuple(f.title for f in forms))}))
    if segment.groups:
        lines.append(Line("broadcasts-groups", {"groups": Listed(tuple(segment.groups))}))
    if segment.pairs:
        lines.append(Line("broadcasts-pairs", {"count": len(segment.pairs)}))
    if segment.in_pair is not InPair.ANY:
        lines.append(Line(f"broadcasts-pair-{segment.in_pair}"))
    return lines


async def get_whom(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, segment = hands(dialog_manager), segment_of(dialog_manager)
    seen = await preview_of(dialog_manager)
    choices = [
        button(
            f"role:{role}", _tick(role in segment.roles, worded(hand, f"broadcasts-role-{role}"))
        )
        for role in ADDRESSED
    ]
    next_pair = list(InPair)[(list(InPair).index(segment.in_pair) + 1) % len(InPair)]
    choices.append(
        button(f"pair:{next_pair}", worded(hand, f"broadcasts-choose-{segment.in_pair}"))
    )
    return {
        "whom": segment_lines(hand, segment),
        "choices": choices,
        "forms": len(seen.forms) > 1,
        "groups": bool(seen.groups),
        **numbers_of(seen),
    }


async def get_forms(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, segment = hands(dialog_manager), segment_of(dialog_manager)
    seen = await preview_of(dialog_manager)
    known = [form for form in map(hand.profile.form, seen.forms) if form is not None]
    return {
        "choices": [
            button(form.key, _tick(form.key in segment.forms, spoken(hand, form.title)))
            for form in known
        ],
        **numbers_of(seen),
    }


async def _form(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    seen = await preview_of(manager)
    _keep(manager, forms=toggled(segment_of(manager).forms, seen.forms, key))


def numbers_of(seen: Preview) -> dict[str, Any]:
    return {
        "number": seen.number,
        "reached": seen.reached,
        "no_account": seen.no_account,
        "lost": seen.lost,
        "unreached": seen.no_account + seen.lost,
        "some": seen.number > 0,
        "nobody": seen.number == 0,
    }


async def _choose(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    what, _sign, value = pressed.partition(":")
    segment = segment_of(manager)
    if what == "role":
        found = toggled([str(r) for r in segment.roles], [str(r) for r in ADDRESSED], value)
        _keep(manager, roles=[str(r) for r in some_roles([Role(one) for one in found])])
    elif what == "pair" and value in list(InPair):
        _keep(manager, in_pair=value)
    else:
        raise Gone


async def get_groups(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen, segment = await preview_of(dialog_manager), segment_of(dialog_manager)
    shown, pager_says = leafed(dialog_manager, seen.groups, GROUPS_SHOWN)
    choices = [
        button(str(seen.groups.index(one)), _tick(one in segment.groups, one)) for one in shown
    ]
    return {"choices": choices, **numbers_of(seen), **pager_says}


async def _group(_: CallbackQuery, __: Any, manager: DialogManager, place: str) -> None:
    """A class is a number in the list: its name may be longer than a button carries."""
    seen, segment = await preview_of(manager), segment_of(manager)
    if not (place.isascii() and place.isdigit()) or int(place) >= len(seen.groups):
        raise Gone
    _keep(manager, groups=toggled(segment.groups, seen.groups, seen.groups[int(place)]))


def windows() -> tuple[Window, ...]:
    return (
        Window(
            Multi(
                T("broadcasts-whom"),
                Lines("whom"),
                T("broadcasts-count", when="some", **NUMBERS),
                T("broadcasts-nobody", when="nobody"),
                sep="\n\n",
            ),
            Grid("c", "choices", _choose),
            Row(
                SwitchTo(
                    L("broadcasts-go-forms"), id="forms", state=Broadcasts.forms, when="forms"
                ),
                SwitchTo(
                    L("broadcasts-go-groups"),
                    id="groups",
                    state=Broadcasts.groups,
                    on_click=to_first_page,
                    when="groups",
                ),
            ),
            SwitchTo(
                L("broadcasts-go-what"),
                id="what",
                state=Broadcasts.what,
                on_click=to_first_page,
                when="some",
            ),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.list, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Broadcasts.whom,
            getter=get_whom,
        ),
        Window(
            T("broadcasts-which-forms", number="number"),
            Grid("f", "choices", _form),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.whom),
            menu_button(),
            only_buttons(),
            state=Broadcasts.forms,
            getter=get_forms,
        ),
        Window(
            T("broadcasts-which-groups", number="number"),
            Grid("g", "choices", _group, columns=2),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Broadcasts.whom, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Broadcasts.groups,
            getter=get_groups,
        ),
    )
