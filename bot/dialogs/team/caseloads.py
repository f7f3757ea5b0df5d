"""Whose pairs are whose: shares of the caseload, and who stands in for somebody who is away."""

from datetime import date
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.parts.day_window import PREVIEW, coming_days, day_window
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, shown_id, subject_button, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Team
from bot.dialogs.team.caseload_states import Caseloads
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.handovers import LONGEST
from bot.domain.spoken import Day, Listed
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.team import caseloads
from bot.usecases.team.caseloads import Caseload, EntrustLine, Share

SHOWN = 6
_WHO, _TO = "who", "stands_in"
_LIKELY = (7, 14, 28)  # days


async def _caseload(manager: DialogManager) -> Caseload:
    hand = hands(manager)
    return await caseloads.caseload(hand.db, hand.actor, programme_id=programme_of(manager))


def _share(manager: DialogManager, found: Caseload) -> Share:
    """Of the person on the screen. Raises `Gone` when they are not in charge any more."""
    who = shown_id(manager, _WHO)
    share = next((one for one in found.shares if one.person_id == who), None)
    if share is None:
        raise Gone
    return share


def _line(hand: Hands, found: Caseload, one: Share) -> Line:
    args = {
        "name": named(hand, one.name),
        "count": one.pairs,
        "restricted": one.restricted,
        "me": one.me,
        "instead": Listed(one.stands_in_for),
        "stands": bool(one.stands_in_for),
        "away": one.away is not None,
        "to": one.away.to if one.away else "",
        "until": Day(one.away.until if one.away else found.today, found.today),
    }
    return Line("caseloads-line", args)


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _caseload(dialog_manager)
    return {
        "programme": found.programme,
        "lines": [_line(hand, found, one) for one in found.shares],
        "nobodys": found.nobodys,
        "some": found.nobodys > 0,
        "share": found.appoints and found.nobodys > 0 and len(found.shares) > 1,
        "people": [
            button(pack(one.person_id), f"👤 {named(hand, one.name)}")
            for one in found.shares
            if found.appoints or one.me
        ],
    }


async def get_person(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _caseload(dialog_manager)
    one = _share(dialog_manager, found)
    deputy = found.appoints and one.role is Role.DEPUTY
    return {
        "lines": [_line(hand, found, one)],
        "entrusts": found.appoints,
        "restricts": deputy and not one.restricted,
        "opens": deputy and one.restricted,
        "membership": pack(one.membership_id),
        "goes": one.away is None and len(found.shares) > 1 and (found.appoints or one.me),
        "back": pack(one.away.handover_id) if one.away else "",
        "me": one.me,
    }


async def get_pairs(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    one = _share(dialog_manager, await _caseload(dialog_manager))
    found = await caseloads.entrustable(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    shown, pager_says = leafed(dialog_manager, found, SHOWN)

    def label(pair: EntrustLine) -> str:
        return worded(
            hand,
            "caseloads-pair",
            mine=pair.kept_by == one.person_id,
            mentee=shortened(pair.mentee, 18),
            mentor=shortened(pair.mentor, 18),
            other=pair.kept_by not in (None, one.person_id),
            keeper=shortened(pair.keeper or "", 14),
        )

    # what a press makes of the pair stands in the button: a second press changes nothing
    return {
        "name": named(hand, one.name),
        "total": len(found),
        "pairs": [
            button(
                ("-" if pair.kept_by == one.person_id else "+") + pack(pair.pair_id), label(pair)
            )
            for pair in shown
        ],
        **pager_says,
    }


async def get_whom(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _caseload(dialog_manager)
    one = _share(dialog_manager, found)
    return {
        "name": named(hand, one.name),
        "me": one.me,
        "people": [
            button(pack(other.person_id), f"👤 {named(hand, other.name)}")
            for other in found.shares
            if other.person_id != one.person_id and other.away is None
        ],
    }


async def get_until(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, found = hands(dialog_manager), await _caseload(dialog_manager)
    to = shown_id(dialog_manager, _TO)
    other = next((one for one in found.shares if one.person_id == to), None)
    if other is None:
        raise Gone
    return {
        "to": named(hand, other.name),
        **coming_days(dialog_manager, found.today, spans=_LIKELY, furthest=LONGEST),
    }


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[_WHO] = str(unpack_one(item))
    await manager.switch_to(Caseloads.person)


async def _entrust(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, who = hands(manager), shown_id(manager, _WHO)
    person: UUID | None = {"+": who, "-": None}[item[:1]] if item[:1] in "+-" else who
    await caseloads.entrust(
        hand.db, hand.actor, pair_id=unpack_one(item[1:]), person_id=person
    )


async def _share_out(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await caseloads.share_out(hand.db, hand.actor, programme_id=programme_of(manager))


async def _restrict(manager: DialogManager, item: str, *, restricted: bool) -> None:
    hand = hands(manager)
    await caseloads.restrict(
        hand.db, hand.actor, membership_id=unpack_one(item), restricted=restricted
    )


async def _own_only(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _restrict(manager, item, restricted=True)


async def _everything(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _restrict(manager, item, restricted=False)


async def _back_again(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand = hands(manager)
    await caseloads.take_back(hand.db, hand.actor, handover_id=unpack_one(item))


async def _to(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[_TO] = str(unpack_one(item))
    await manager.switch_to(Caseloads.until)


async def _until(manager: DialogManager, day: date) -> None:
    hand = hands(manager)
    await caseloads.hand_over(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        from_id=shown_id(manager, _WHO),
        to_id=shown_id(manager, _TO),
        until=day,
    )
    await manager.switch_to(Caseloads.person)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.READ_DIGEST),
        Window(
            Multi(
                T("caseloads-title", programme="programme"),
                Lines("lines"),
                T("caseloads-nobodys", when="some", count="nobodys"),
            ),
            Button(
                L("caseloads-share-out", count="nobodys"),
                id="share",
                on_click=_share_out,
                when="share",
            ),
            Grid("who", "people", _open, columns=2),
            back_to(Team.list),
            menu_button(),
            only_buttons(),
            state=Caseloads.home,
            getter=get_home,
        ),
        Window(
            Multi(Lines("lines"), T("caseloads-own-only", when="opens")),
            SwitchTo(
                L("caseloads-go-pairs"),
                id="pairs",
                state=Caseloads.pairs,
                on_click=to_first_page,
                when="entrusts",
            ),
            subject_button(
                L("caseloads-restrict"),
                id="own",
                on_click=_own_only,
                subject="membership",
                when="restricts",
            ),
            subject_button(
                L("caseloads-open-all"),
                id="all",
                on_click=_everything,
                subject="membership",
                when="opens",
            ),
            SwitchTo(
                L("caseloads-go-away", me="me"), id="away", state=Caseloads.whom, when="goes"
            ),
            subject_button(
                L("caseloads-back-again"), id="back_again", on_click=_back_again, subject="back"
            ),
            SwitchTo(L("button-back"), id="home", state=Caseloads.home),
            menu_button(),
            only_buttons(),
            state=Caseloads.person,
            getter=get_person,
        ),
        Window(
            T("caseloads-pairs", name="name", total="total"),
            Grid("pair", "pairs", _entrust),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Caseloads.person),
            menu_button(),
            only_buttons(),
            state=Caseloads.pairs,
            getter=get_pairs,
        ),
        Window(
            T("caseloads-whom", name="name", me="me"),
            Grid("to", "people", _to),
            SwitchTo(L("button-back"), id="back", state=Caseloads.person),
            menu_button(),
            only_buttons(),
            state=Caseloads.whom,
            getter=get_whom,
        ),
        day_window(
            T("caseloads-until", to="to"),
            state=Caseloads.until,
            back=Caseloads.whom,
            grid="until",
            getter=get_until,
            chosen=_until,
            preview={**PREVIEW, "to": "Olga"},
        ),
    )
