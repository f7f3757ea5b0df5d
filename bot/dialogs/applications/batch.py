"""Several applications approved at once: ticked, then confirmed with how many and who."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.applications.queue import DECIDED, line_label, role_of
from bot.dialogs.parts.lines import Grid, button, named, worded
from bot.dialogs.parts.paging import PAGE, leafed, pager
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.subjects import pack, shortened, unpack
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import Applications
from bot.domain.errors import Gone, NothingChosen
from bot.domain.spoken import Listed
from bot.texts import L, T
from bot.usecases.applications import applications, queue
from bot.usecases.applications.queue import Line

_TICKED, _NUMBER = "ticked", 6
MOST_NAMED = 20  # names under the question; the rest are counted


async def _complete(manager: DialogManager) -> tuple[Line, ...]:
    hand = hands(manager)
    return await queue.complete(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        profile=hand.profile,
        role=role_of(manager),
    )


def _ticked(manager: DialogManager, lines: tuple[Line, ...]) -> list[Line]:
    """Those ticked who are still complete."""
    chosen = set(manager.dialog_data.get(_TICKED, ()))
    return [one for one in lines if pack(one.participation_id) in chosen]


async def get_batch(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    lines = await _complete(dialog_manager)
    ticked = {one.participation_id for one in _ticked(dialog_manager, lines)}
    part, pager_says = leafed(dialog_manager, lines, _NUMBER)
    return {
        "lines": [
            button(
                pack(one.participation_id),
                f"{'☑' if one.participation_id in ticked else '☐'} {line_label(hand, one)}",
            )
            for one in part
        ],
        "all": len(lines),
        "ticked": len(ticked),
        "tick_all": len(ticked) < len(lines),
        "empty": not lines,
        **pager_says,
    }


async def on_tick(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    unpack(item)
    ticked = dict.fromkeys(manager.dialog_data.get(_TICKED, ()))
    if item in ticked:
        del ticked[item]
    else:
        ticked[item] = None
    manager.dialog_data[_TICKED] = list(ticked)[: queue.BATCH]


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    lines = await _complete(manager)
    manager.dialog_data[_TICKED] = [pack(one.participation_id) for one in lines]


async def on_sure(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if not _ticked(manager, await _complete(manager)):
        raise NothingChosen
    await manager.switch_to(Applications.batch_sure)


def _token(ids: list[UUID]) -> str:
    """Names exactly these people: a button never approves others than the screen showed."""
    return sha256("".join(pack(id_) for id_ in ids).encode()).hexdigest()[:16]


async def get_sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    ticked = _ticked(dialog_manager, await _complete(dialog_manager))
    names = tuple(shortened(named(hand, one.name)) for one in ticked[:MOST_NAMED])
    token = _token([one.participation_id for one in ticked])
    return {
        "count": len(ticked),
        "names": Listed(names),
        "more": max(len(ticked) - MOST_NAMED, 0),
        "empty": not ticked,
        "yes": [button(token, worded(hand, "queue-approve-yes", count=len(ticked)))]
        if ticked
        else [],
    }


async def on_approve(_: CallbackQuery, __: Any, manager: DialogManager, token: str) -> None:
    hand = hands(manager)
    ids = [one.participation_id for one in _ticked(manager, await _complete(manager))]
    if token != _token(ids):
        raise Gone
    approved = await applications.approve_all(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        participation_ids=ids,
        profile=hand.profile,
    )
    manager.dialog_data.pop(_TICKED, None)
    manager.dialog_data.update({DECIDED: approved, PAGE: 0})
    await manager.switch_to(Applications.queue)


def windows() -> tuple[Window, Window]:
    return (
        Window(
            Multi(
                T("queue-batch-title", all="all", ticked="ticked"),
                T("queue-batch-empty", when="empty"),
            ),
            Grid("tick", "lines", on_tick),
            pager(),
            Button(
                L("queue-approve-ticked", count="ticked"),
                id="sure",
                on_click=on_sure,
                when="ticked",
            ),
            Button(L("queue-tick-all", count="all"), id="all", on_click=on_all, when="tick_all"),
            SwitchTo(L("button-back"), id="back", state=Applications.queue),
            menu_button(),
            only_buttons(),
            state=Applications.batch,
            getter=get_batch,
        ),
        Window(
            Multi(
                T("queue-batch-sure", count="count", names="names"),
                T("queue-batch-more", more="more", when="more"),
            ),
            Grid("yes", "yes", on_approve),
            SwitchTo(L("button-back"), id="back", state=Applications.batch),
            menu_button(),
            only_buttons(),
            state=Applications.batch_sure,
            getter=get_sure,
        ),
    )
