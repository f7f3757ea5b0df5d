"""Choosing the pairs: filters, single ticks, all of the page, all that are shown, none.

What is ticked stays ticked when the filter changes: so red and silent pairs can be put together.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk.desk_states import Desk
from bot.dialogs.desk.mass_states import Mass
from bot.dialogs.pairs.card import why
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.errors import Gone
from bot.domain.health import Alert, Light
from bot.domain.mass_acts import DAYS_WITHOUT, MOST_PAIRS, PairFilter, TooManyPairs
from bot.domain.mass_acts import Hands as InHands
from bot.domain.spoken import Listed
from bot.texts import L, T
from bot.usecases.desk import mass
from bot.usecases.desk.mass import Choosable
from bot.usecases.pairs.pairs import PairLine

CHOSEN, FILTER, KIND, SHOWN_ACT = "ticked", "pair_filter", "filter_kind", "mass_act"
SHOWN = 6


def filter_of(manager: DialogManager) -> PairFilter:
    raw = manager.dialog_data.get(FILTER)
    return PairFilter.load(raw) if raw else PairFilter()


async def choosable_of(manager: DialogManager) -> Choosable:
    hand = hands(manager)
    return await mass.choosable(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        profile=hand.profile,
        wanted=filter_of(manager),
    )


def chosen_of(manager: DialogManager) -> list[UUID]:
    return [UUID(one) for one in manager.dialog_data.get(CHOSEN, ())]


def _choose(manager: DialogManager, ids: Iterable[UUID]) -> None:
    found = list(dict.fromkeys(ids))
    if len(found) > MOST_PAIRS:
        raise TooManyPairs(most=MOST_PAIRS)
    manager.dialog_data[CHOSEN] = [str(one) for one in found]


class Kind(NamedTuple):
    """A filter: what it could be set to here, what it is set to, and with one pressed."""

    offers: Callable[[Choosable], Iterable[str]]
    now: Callable[[PairFilter], tuple[str, ...]]
    pressed: Callable[[PairFilter, str], PairFilter]


def _flip(some: tuple[Any, ...], one: Any) -> tuple[Any, ...]:
    return tuple(x for x in some if x != one) if one in some else (*some, one)


KINDS: Mapping[str, Kind] = {
    "light": Kind(
        lambda seen: seen.lights,
        lambda now: now.lights,
        lambda now, one: replace(now, lights=_flip(now.lights, Light(one))),
    ),
    "alert": Kind(
        lambda seen: seen.alerts,
        lambda now: now.alerts,
        lambda now, one: replace(now, alerts=_flip(now.alerts, Alert(one))),
    ),
    "days": Kind(
        lambda seen: map(str, DAYS_WITHOUT),
        lambda now: (str(now.without_days),) if now.without_days else (),
        lambda now, one: replace(
            now, without_days=0 if now.without_days == int(one) else int(one)
        ),
    ),
    "hands": Kind(
        lambda seen: [one for one in InHands if one is not InHands.ANY] if seen.shares else (),
        lambda now: (now.hands,) if now.hands is not InHands.ANY else (),
        lambda now, one: replace(
            now, hands=InHands.ANY if now.hands == one else InHands(one)
        ),
    ),
    "form": Kind(
        lambda seen: seen.forms if len(seen.forms) > 1 else (),
        lambda now: now.forms,
        lambda now, one: replace(now, forms=_flip(now.forms, one)),
    ),
}


def _option(hand: Hands, kind: str, value: str) -> str:
    if kind == "form":
        form = hand.profile.form(value)
        return spoken(hand, form.title) if form else value
    if kind == "days":
        return worded(hand, "mass-days", days=int(value))
    return worded(hand, f"mass-{kind}-{value}")


def _told(hand: Hands, wanted: PairFilter) -> list[Line]:
    """The filter in words; one line for each that is set."""
    return [
        Line(f"mass-filter-{name}", {
            "what": Listed(tuple(_option(hand, name, one) for one in kind.now(wanted))),
        })
        for name, kind in KINDS.items()
        if kind.now(wanted)
    ]  # fmt: skip


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await choosable_of(dialog_manager)
    chosen, wanted = set(chosen_of(dialog_manager)), filter_of(dialog_manager)
    shown, pager_says = leafed(dialog_manager, seen.lines, SHOWN)

    def label(line: PairLine) -> str:
        return worded(
            hand,
            "mass-line",
            chosen=line.pair_id in chosen,
            light=str(line.health.light),
            mentee=shortened(line.mentee, 15),
            mentor=shortened(line.mentor, 15),
            why=why(hand, line),
        )

    return {
        "chosen": len(chosen),
        "shown": len(seen.lines),
        "total": seen.total,
        "filters": _told(hand, wanted),
        "none": not seen.lines,
        # what a press makes of the pair stands in the button: a second press changes nothing
        "pairs": [
            button(("-" if one.pair_id in chosen else "+") + pack(one.pair_id), label(one))
            for one in shown
        ],
        "some_here": bool(shown) and not all(one.pair_id in chosen for one in shown),
        "every": len(seen.lines) > len(shown)
        and not all(one.pair_id in chosen for one in seen.lines),
        "some": bool(chosen),
        "last": [
            button(pack(one.id), worded(hand, "mass-last", what=str(one.what), done=one.done))
            for one in (seen.undoable,)
            if one is not None
        ],
        **pager_says,
    }


async def _tick(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    sign, pair_id = item[:1], unpack_one(item[1:])
    chosen = chosen_of(manager)
    if sign == "+":
        _choose(manager, [*chosen, pair_id])
    elif sign == "-":
        _choose(manager, [one for one in chosen if one != pair_id])
    else:
        raise Gone


async def _page(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    seen = await choosable_of(manager)
    shown, _says = leafed(manager, seen.lines, SHOWN)
    _choose(manager, [*chosen_of(manager), *(one.pair_id for one in shown)])


async def _every(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    seen = await choosable_of(manager)
    _choose(manager, [*chosen_of(manager), *(one.pair_id for one in seen.lines)])


async def _none(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    _choose(manager, ())


async def _last(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[SHOWN_ACT] = str(unpack_one(item))
    await manager.switch_to(Mass.done)


async def get_filters(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await choosable_of(dialog_manager)
    wanted = filter_of(dialog_manager)
    return {
        "shown": len(seen.lines),
        "total": seen.total,
        "filters": _told(hand, wanted),
        "kinds": [
            button(name, worded(hand, f"mass-by-{name}", set=len(kind.now(wanted))))
            for name, kind in KINDS.items()
            if any(kind.offers(seen)) or kind.now(wanted)
        ],
        "set": not wanted.empty,
    }


async def _kind(_: CallbackQuery, __: Any, manager: DialogManager, name: str) -> None:
    if name not in KINDS:
        raise Gone
    manager.dialog_data[KIND] = name
    await manager.switch_to(Mass.filter)


async def _no_filter(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    manager.dialog_data.update({FILTER: None, "page": 0})


async def get_filter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await choosable_of(dialog_manager)
    name = str(dialog_manager.dialog_data.get(KIND, "light"))
    kind, now = KINDS[name], filter_of(dialog_manager)
    offers = list(dict.fromkeys((*map(str, kind.offers(seen)), *map(str, kind.now(now)))))
    return {
        "kind": name,
        "shown": len(seen.lines),
        "total": seen.total,
        "options": [
            button(
                one, f"{'☑' if one in kind.now(now) else '☐'} {_option(hand, name, one)}"
            )
            for one in offers
        ],
    }


async def _set(_: CallbackQuery, __: Any, manager: DialogManager, value: str) -> None:
    kind, now = KINDS[str(manager.dialog_data.get(KIND, "light"))], filter_of(manager)
    seen = await choosable_of(manager)
    if value not in {str(one) for one in (*kind.offers(seen), *kind.now(now))}:
        raise Gone
    manager.dialog_data.update({FILTER: kind.pressed(now, value).dump(), "page": 0})


def windows() -> tuple[Window, ...]:
    return (
        Window(
            Multi(
                T("mass-title", chosen="chosen", total="total"),
                Lines("filters", when="filters"),
                T("mass-none", when="none"),
                sep="\n\n",
            ),
            Grid("u", "last", _last),
            Grid("p", "pairs", _tick),
            pager(),
            Row(
                Button(L("mass-page"), id="page", on_click=_page, when="some_here"),
                Button(L("mass-every", shown="shown"), id="every", on_click=_every, when="every"),
            ),
            Row(
                SwitchTo(L("mass-go-filters"), id="filters", state=Mass.filters),
                Button(L("mass-clear"), id="clear", on_click=_none, when="some"),
            ),
            SwitchTo(L("mass-go-what", chosen="chosen"), id="what", state=Mass.what, when="some"),
            back_to(Desk.home),
            menu_button(),
            only_buttons(),
            state=Mass.list,
            getter=get_list,
        ),
        Window(
            Multi(
                T("mass-filters", shown="shown", total="total"),
                Lines("filters", when="filters"),
                sep="\n\n",
            ),
            Grid("k", "kinds", _kind),
            Button(L("mass-no-filter"), id="none", on_click=_no_filter, when="set"),
            SwitchTo(
                L("mass-show", shown="shown"),
                id="list",
                state=Mass.list,
                on_click=to_first_page,
            ),
            menu_button(),
            only_buttons(),
            state=Mass.filters,
            getter=get_filters,
        ),
        Window(
            T("mass-set-{kind}", shown="shown", total="total"),
            Grid("o", "options", _set),
            SwitchTo(L("button-back"), id="back", state=Mass.filters),
            menu_button(),
            only_buttons(),
            state=Mass.filter,
            getter=get_filter,
        ),
    )
