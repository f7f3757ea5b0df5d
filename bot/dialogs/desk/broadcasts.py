"""A letter of the curator to many: what was sent, how it goes, whom it did not reach."""

from datetime import datetime
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk import broadcast_making
from bot.dialogs.desk.broadcast_making import SHOWN
from bot.dialogs.desk.broadcast_whom import SEGMENT, segment_lines
from bot.dialogs.desk.desk_states import Broadcasts, Desk
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.paging import page_of, pager, to_first_page, turned
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, shown_id, unpack, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.broadcasts import BroadcastState, Segment
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.desk import broadcasts
from bot.usecases.desk.broadcasts import BroadcastCard, BroadcastLine, Report

# of a report, in the order of the lines; what is nought is not told
PARTS = ("sent", "waiting", "no_account", "lost", "late", "unsure", "left", "failed", "stopped")


def _what(hand: Hands, line: BroadcastLine) -> str:
    return spoken(hand, line.ready) if line.ready is not None else " ".join(line.words.split())


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page = hands(dialog_manager), page_of(dialog_manager)
    found = await broadcasts.listed(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        profile=hand.profile,
        page=page,
    )
    return {
        "none": not found.lines,
        "lines": [
            button(
                pack(one.broadcast_id),
                worded(
                    hand,
                    f"broadcasts-line-{_stage(one, found.now)}",
                    what=shortened(_what(hand, one), 26),
                    done=one.report.done,
                    listed=one.report.listed,
                    at=When(one.due_at, found.zone, found.now),
                ),
            )
            for one in found.lines
        ],
        **turned(page, more=found.more),
    }


def _stage(line: BroadcastLine, now: datetime) -> str:
    """On its way until the last letter has come to an end."""
    if line.state is BroadcastState.PLANNED and line.due_at <= now:
        return "starting"
    if line.state is BroadcastState.SENT and line.report.waiting:
        return "sending"
    return str(line.state)


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[SHOWN] = str(unpack_one(item))
    await manager.switch_to(Broadcasts.card)


def _shown(manager: DialogManager) -> UUID:
    return shown_id(manager, SHOWN)


async def _card(manager: DialogManager) -> BroadcastCard:
    hand = hands(manager)
    return await broadcasts.card(
        hand.db,
        hand.actor,
        broadcast_id=_shown(manager),
        profile=hand.profile,
        page=page_of(manager),
    )


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, seen = hands(dialog_manager), await _card(dialog_manager)
    line = seen.line
    ready = hand.profile.ready_messages
    text = next((one.text for one in ready if one.title == line.ready), line.words)
    return {
        "stage": _stage(line, seen.now),
        "words": text,
        "by": seen.by,
        "at": When(line.due_at, seen.zone, seen.now),
        "whom": segment_lines(hand, seen.segment),
        "done": line.report.done,
        "listed": line.report.listed,
        "report": _report(line.report),
        "may_stop": seen.may_stop,
        "some_missed": bool(seen.missed),
    }


def _report(report: Report) -> list[Line]:
    return [
        Line(f"broadcasts-report-{part.replace('_', '-')}", {"count": getattr(report, part)})
        for part in PARTS
        if getattr(report, part)
    ]


async def get_missed(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _card(dialog_manager)
    return {
        "lines": [
            Line(f"broadcasts-missed-{why.replace('_', '-')}", {"name": name})
            for name, why in seen.missed
        ],
        "none": not seen.missed,
        **turned(page_of(dialog_manager), more=seen.more),
    }


async def _stop(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    hand = hands(manager)
    await broadcasts.stop(hand.db, hand.actor, broadcast_id=_shown(manager))


async def _begun(start: Any, manager: DialogManager) -> None:
    """Pairs that were ticked elsewhere are whom the letter goes to."""
    packed = start.get("pairs") if isinstance(start, dict) else None
    if packed:
        manager.dialog_data[SEGMENT] = Segment(pairs=tuple(unpack(packed))).dump()


def dialog() -> Screens:
    return Screens(
        whoever_may(May.KEEP_DESK),
        Window(
            Multi(T("broadcasts-title"), T("broadcasts-none", when="none"), sep="\n\n"),
            SwitchTo(
                L("broadcasts-new"), id="new", state=Broadcasts.whom, on_click=to_first_page
            ),
            Grid("b", "lines", _open),
            pager(),
            back_to(Desk.home),
            menu_button(),
            only_buttons(),
            state=Broadcasts.list,
            getter=get_list,
        ),
        *broadcast_making.windows(),
        Window(
            Multi(
                T("broadcasts-card-{stage}", at="at", by="by", done="done", listed="listed"),
                T("broadcasts-words", words="words"),
                Lines("whom"),
                Lines("report", when="report"),
                sep="\n\n",
            ),
            Button(L("broadcasts-stop"), id="stop", on_click=_stop, when="may_stop"),
            SwitchTo(
                L("broadcasts-go-missed"),
                id="missed",
                state=Broadcasts.missed,
                on_click=to_first_page,
                when="some_missed",
            ),
            SwitchTo(L("broadcasts-refresh"), id="again", state=Broadcasts.card, when="may_stop"),
            SwitchTo(
                L("button-back"), id="back", state=Broadcasts.list, on_click=to_first_page
            ),
            menu_button(),
            only_buttons(),
            state=Broadcasts.card,
            getter=get_card,
        ),
        Window(
            Multi(T("broadcasts-missed"), Lines("lines", when="lines"), sep="\n\n"),
            pager(),
            SwitchTo(
                L("button-back"), id="back", state=Broadcasts.card, on_click=to_first_page
            ),
            menu_button(),
            only_buttons(),
            state=Broadcasts.missed,
            getter=get_missed,
        ),
        on_start=_begun,
    )
