"""One thing done about many pairs: what, a look at what it comes to, done, and taken back."""

from datetime import date
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk import mass_choosing
from bot.dialogs.desk.desk_states import Broadcasts
from bot.dialogs.desk.mass_choosing import CHOSEN, SHOWN_ACT, choosable_of, chosen_of
from bot.dialogs.desk.mass_states import Mass
from bot.dialogs.parts.day_window import coming_days, day_window
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, worded
from bot.dialogs.parts.paging import to_first_page
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shown_id, subject_button, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.mass_acts import BOTH, LeftOut, MassWhat
from bot.domain.pair_marks import LONGEST_SNOOZE
from bot.domain.spoken import Day, Listed, When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.desk import mass, mass_undo
from bot.usecases.desk.mass_undo import MassResult
from bot.usecases.desk.mass_weighing import MassOrder, Weighed
from bot.usecases.team import caseloads

_WHAT, _UNTIL, _SIDES, _TO = "mass_what", "mass_until", "mass_sides", "mass_to"
_ACT = "mass_draft"
_SPANS = (3, 7, 14, 30)  # days, the likely ones
_NAMED = 3  # pairs by name for each reason
_NOBODY = "-"  # in a button: everybody's
SIDES = {
    "both": BOTH,
    "mentee": frozenset({Role.MENTEE}),
    "mentor": frozenset({Role.MENTOR}),
}


def _order(manager: DialogManager) -> MassOrder:
    """As chosen so far. Raises `Gone` when nothing is."""
    data = manager.dialog_data
    if data.get(_WHAT) not in list(MassWhat):
        raise Gone
    return MassOrder(
        what=MassWhat(data[_WHAT]),
        until=date.fromisoformat(data[_UNTIL]) if data.get(_UNTIL) else None,
        sides=SIDES.get(str(data.get(_SIDES)), frozenset()),
        to_id=UUID(data[_TO]) if data.get(_TO) else None,
    )


async def _look(manager: DialogManager, what: MassWhat, **about: str | None) -> None:
    """At what it would come to. The act has its id from here: pressed twice it is one."""
    fresh = {_UNTIL: None, _SIDES: None, _TO: None, _ACT: str(new_id())}
    manager.dialog_data.update({**fresh, _WHAT: str(what), **about})
    await manager.switch_to(Mass.preview)


async def get_what(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await choosable_of(dialog_manager)
    return {
        "chosen": len(chosen_of(dialog_manager)),
        "appoints": seen.appoints,
        "writes": seen.writes,
    }


async def _remind(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    await _look(manager, MassWhat.REMIND)


async def _letter(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The words, a test and the sending are in the room of letters to many."""
    about = {"programme_id": str(programme_of(manager)), "pairs": pack(*chosen_of(manager))}
    await manager.start(
        Broadcasts.what, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
    )


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await choosable_of(dialog_manager)
    days = coming_days(dialog_manager, seen.today, spans=_SPANS, furthest=LONGEST_SNOOZE)
    return {"chosen": len(chosen_of(dialog_manager)), **days}


async def _day(manager: DialogManager, day: date) -> None:
    await _look(manager, MassWhat.SNOOZE, **{_UNTIL: day.isoformat()})


async def get_sides(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    return {
        "chosen": len(chosen_of(dialog_manager)),
        "sides": [button(one, worded(hand, f"mass-side-{one}")) for one in SIDES],
    }


async def _side(_: CallbackQuery, __: Any, manager: DialogManager, side: str) -> None:
    if side not in SIDES:
        raise Gone
    await _look(manager, MassWhat.TALK, **{_SIDES: side})


async def get_whom(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await caseloads.caseload(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    return {
        "chosen": len(chosen_of(dialog_manager)),
        "people": [
            *(
                button(
                    pack(one.person_id),
                    worded(
                        hand, "mass-whom-one", name=named(hand, one.name), me=one.me,
                        count=one.pairs, away=one.away is not None,
                    ),
                )
                for one in found.shares
            ),
            button(_NOBODY, worded(hand, "mass-whom-all")),
        ],
    }  # fmt: skip


async def _whom(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    to = None if item == _NOBODY else str(unpack_one(item))
    await _look(manager, MassWhat.ENTRUST, **{_TO: to})


def _left_out(seen: Weighed) -> list[Line]:
    """Each reason with the names of some of its pairs."""
    return [
        _out_line(why, [seen.names.get(one, "—") for one in ids])
        for why, ids in seen.reasons.items()
    ]


def _out_line(why: LeftOut, names: list[str] | tuple[str, ...]) -> Line:
    told = tuple(one for one in names[:_NAMED] if one != "—")
    return Line(f"mass-out-{why}", {
        "count": len(names), "names": Listed(told), "more": len(names) - len(told),
        "some": bool(told),
    })  # fmt: skip


def _facts(seen: Weighed, what: MassWhat) -> list[Line]:
    """Of letters and hands: what should be known before it is done."""
    lines: list[Line] = []
    if what is MassWhat.REMIND and seen.pairs:
        at = When(seen.letters_at, seen.zone, seen.now)
        lines.append(Line("mass-letters", {"count": seen.letters, "at": at, "quiet": seen.quiet}))
        if seen.tomorrow:
            lines.append(Line("mass-tomorrow", {"count": seen.tomorrow}))
        if seen.unreached:
            lines.append(Line("mass-unreached", {"count": seen.unreached}))
    if seen.along:
        lines.append(Line("mass-along", {"count": seen.along}))
    if seen.instead:
        lines.append(Line("mass-instead", {"to": seen.to, "instead": seen.instead}))
    return lines


async def get_preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, order = hands(dialog_manager), _order(dialog_manager)
    seen = await mass.preview(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        pair_ids=chosen_of(dialog_manager),
        order=order,
        profile=hand.profile,
    )
    return {
        "what": str(order.what),
        "done": len(seen.pairs),
        "out_count": len(seen.out),
        "out": _left_out(seen),
        "facts": _facts(seen, order.what),
        "until": Day(order.until or seen.today, seen.today),
        "side": str(dialog_manager.dialog_data.get(_SIDES) or "both"),
        "to": named(hand, seen.to) if order.to_id else "",
        "shared": order.to_id is None,
        "some": bool(seen.pairs),
        "act": [
            button(
                pack(UUID(dialog_manager.dialog_data[_ACT])),
                worded(hand, f"mass-do-{order.what}", done=len(seen.pairs)),
            )
        ] * bool(seen.pairs),
    }


async def _do(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """Once: whoever presses again sees what has been done."""
    hand, act_id = hands(manager), unpack_one(item)
    if manager.dialog_data.get(_ACT) == str(act_id):
        await mass.act(
            hand.db,
            hand.actor,
            act_id=act_id,
            programme_id=programme_of(manager),
            pair_ids=chosen_of(manager),
            order=_order(manager),
            profile=hand.profile,
        )
        manager.dialog_data.update({_ACT: None, CHOSEN: [], "page": 0})
    manager.dialog_data[SHOWN_ACT] = str(act_id)
    await manager.switch_to(Mass.done)


async def get_done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await mass_undo.result(
        hand.db, hand.actor, act_id=shown_id(dialog_manager, SHOWN_ACT)
    )
    act = seen.act
    return {
        "what": str(act.what),
        "undone": act.undone_at is not None,
        "held": act.undone_at is None,
        "done": act.done,
        "to": named(hand, seen.to) if act.to_id else "",
        "shared": act.to_id is None,
        "lines": _result_lines(seen),
        "until": When(act.undo_until, seen.zone, seen.now),
        "may_undo": seen.may_undo,
        "act": pack(act.id) if seen.may_undo else "",
    }


def _result_lines(seen: MassResult) -> list[Line]:
    act = seen.act
    lines: list[Line] = []
    if act.undone_at is None:
        if act.letters_at is not None:
            at = When(act.letters_at, seen.zone, seen.now)
            gone = act.letters_at <= seen.now
            lines.append(Line("mass-done-letters", {"count": act.letters, "at": at, "gone": gone}))
        if seen.out:
            lines.append(Line("mass-left-out", {"count": act.left_out}))
        lines += [_out_line(why, names) for why, names in seen.out]
        return lines
    if act.letters:
        lines.append(Line("mass-called-back", {"back": act.called_back, "count": act.letters}))
    for key, names in (("mass-undone-sent", seen.sent), ("mass-undone-changed", seen.changed)):
        if names:
            told = names[:_NAMED]
            more = len(names) - len(told)
            lines.append(Line(key, {"names": Listed(tuple(told)), "more": more}))
    return lines


async def _undo(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, act_id = hands(manager), unpack_one(item)
    await mass_undo.undo(hand.db, hand.actor, act_id=act_id)
    manager.dialog_data[SHOWN_ACT] = str(act_id)


def dialog() -> Screens:
    back = SwitchTo(L("button-back"), id="back", state=Mass.what)
    return Screens(
        whoever_may(May.READ_DIGEST),
        *mass_choosing.windows(),
        Window(
            T("mass-what", chosen="chosen"),
            Button(L("mass-go-remind"), id="remind", on_click=_remind),
            SwitchTo(L("mass-go-snooze"), id="snooze", state=Mass.day),
            SwitchTo(L("mass-go-talk"), id="talk", state=Mass.sides),
            Button(L("mass-go-letter"), id="letter", on_click=_letter, when="writes"),
            SwitchTo(L("mass-go-entrust"), id="entrust", state=Mass.whom, when="appoints"),
            SwitchTo(L("button-back"), id="back", state=Mass.list),
            menu_button(),
            only_buttons(),
            state=Mass.what,
            getter=get_what,
        ),
        Window(
            T("mass-ask-sides", chosen="chosen"),
            Grid("s", "sides", _side),
            back,
            menu_button(),
            only_buttons(),
            state=Mass.sides,
            getter=get_sides,
        ),
        day_window(
            T("mass-ask-day", chosen="chosen"),
            state=Mass.day,
            back=Mass.what,
            grid="cal",
            getter=get_day,
            chosen=_day,
        ),
        Window(
            T("mass-ask-whom", chosen="chosen"),
            Grid("w", "people", _whom),
            back,
            menu_button(),
            only_buttons(),
            state=Mass.whom,
            getter=get_whom,
        ),
        Window(
            Multi(
                T("mass-preview-{what}", done="done", until="until", side="side", to="to",
                  shared="shared", when="some"),
                T("mass-nothing", when=lambda data, *_: not data["some"]),
                Lines("facts", when="facts"),
                Multi(
                    T("mass-out", count="out_count", when="out"),
                    Lines("out", when="out"),
                    sep="\n",
                ),
                sep="\n\n",
            ),
            Grid("do", "act", _do),
            back,
            menu_button(),
            only_buttons(),
            state=Mass.preview,
            getter=get_preview,
        ),
        Window(
            Multi(
                T("mass-done-{what}", done="done", to="to", shared="shared", when="held"),
                T("mass-undone-{what}", done="done", when="undone"),
                Lines("lines", when="lines"),
                T("mass-may-undo", until="until", when="may_undo"),
                sep="\n\n",
            ),
            subject_button(L("mass-undo"), id="undo", on_click=_undo, subject="act"),
            SwitchTo(L("mass-go-list"), id="list", state=Mass.list, on_click=to_first_page),
            menu_button(),
            only_buttons(),
            state=Mass.done,
            getter=get_done,
        ),
    )  # fmt: skip
