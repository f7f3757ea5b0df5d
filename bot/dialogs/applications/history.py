"""What happened to an application, who did it and when; and what is rarely changed about it."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.applications.queue import SHOWN
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, worded
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.subjects import PACKED, pack, shown_id, subject_button, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Applications
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.participations import ParticipationState
from bot.domain.profile import MENTOR_KINDS
from bot.domain.selection import Stage
from bot.domain.spoken import When
from bot.texts import L, T
from bot.usecases.applications import applications, selection
from bot.usecases.applications.applications import Card
from bot.usecases.applications.selection import StepLine

_MOST_LINES = 20  # the newest; older ones are no news


def shown(manager: DialogManager) -> UUID:
    """The application on the screen."""
    return shown_id(manager, SHOWN)


async def card_of(manager: DialogManager) -> Card:
    hand = hands(manager)
    return await applications.card(
        hand.db, hand.actor, participation_id=shown(manager), profile=hand.profile
    )


async def get_history(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await card_of(dialog_manager)
    told = await selection.history(
        hand.db, hand.actor, participation_id=shown(dialog_manager), profile=hand.profile
    )
    lines: list[Line] = []
    for one in told.lines[-_MOST_LINES:]:
        lines += _told(one, When(one.at, told.zone, told.now))
    deciding = May.DECIDE_APPLICATIONS in card.rights
    trained = card.way is not None and (Stage.TRAINED, False) in card.way.stages
    selected = card.state in selection.SELECTED
    return {
        "subject": pack(card.participation_id),
        "name": named(hand, card.name),
        "lines": lines,
        "any": bool(lines),
        "empty": not lines,
        "train": deciding and trained and selected,
        "kinds": deciding and selected and card.role is Role.MENTOR,
    }


def _told(one: StepLine, at: When) -> list[Line]:
    facts = {"at": at, "step": one.step, "by": one.by or "", "bot": one.by is None}
    found = [Line("selection-history-line", facts)]
    found += [Line("selection-history-flag", {"flag": flag.text}) for flag in one.flags]
    if one.note:
        found.append(Line("selection-history-note", {"note": one.note}))
    return found


async def on_trained(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, participation_id = hands(manager), unpack_one(item)
    await selection.mark_trained(
        hand.db, hand.actor, participation_id=participation_id, profile=hand.profile
    )
    await manager.switch_to(Applications.card)


async def get_kinds(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await card_of(dialog_manager)
    if card.role is not Role.MENTOR or card.state is ParticipationState.WITHDRAWN:
        raise Gone
    return {
        "name": named(hand, card.name),
        "kind": str(card.kind or ""),
        "kinds": [
            button(
                f"{pack(card.participation_id)}{kind}",
                ("✓ " if kind == card.kind else "") + worded(hand, "selection-kind", kind=kind),
            )
            for kind in MENTOR_KINDS
        ],
    }


async def on_kind(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, participation_id, kind = hands(manager), unpack_one(item[:PACKED]), item[PACKED:]
    await selection.set_kind(
        hand.db, hand.actor, participation_id=participation_id, kind=kind, profile=hand.profile
    )
    await manager.switch_to(Applications.card)


def windows() -> tuple[Window, Window]:
    return (
        Window(
            Multi(
                T("selection-history", name="name"),
                Lines("lines", when="any"),
                T("selection-history-empty", when="empty"),
                sep="\n\n",
            ),
            subject_button(
                L("selection-trained-elsewhere"), id="trained", on_click=on_trained, when="train"
            ),
            SwitchTo(L("selection-change-kind"), id="kind", state=Applications.kind, when="kinds"),
            SwitchTo(L("button-back"), id="back", state=Applications.card),
            menu_button(),
            only_buttons(),
            state=Applications.history,
            getter=get_history,
        ),
        Window(
            T("selection-whose-kind", name="name"),
            Grid("kind", "kinds", on_kind, columns=2),
            SwitchTo(L("button-back"), id="back", state=Applications.history),
            menu_button(),
            only_buttons(),
            state=Applications.kind,
            getter=get_kinds,
        ),
    )
