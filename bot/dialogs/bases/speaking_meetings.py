"""A meeting of somebody without a messenger: the team picks the time, and says if it took place."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases.spoken_for import name_of, whose
from bot.dialogs.pairs.meeting import stage_of
from bot.dialogs.parts.lines import Grid, button, spoken, worded
from bot.dialogs.parts.screens import hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to
from bot.dialogs.states import Speaking
from bot.domain.errors import Gone
from bot.domain.meetings import Receipt
from bot.domain.spoken import When
from bot.texts import L, T
from bot.usecases.pairs import meetings

_ASKED = ("to-pick", "held-or-not")


def windows() -> tuple[Window, ...]:
    return (
        Window(
            Multi(
                T("speaking-meeting-{stage}", name="name", partner="partner", place="place",
                  at="at"),
                T("meeting-kind", kind="kind", when="asked"),
                sep="\n\n",
            ),
            Grid("t", "times", _pick),
            Grid("r", "receipts", _confirm),
            SwitchTo(
                L("meeting-cancel-none-fits"), id="none", state=Speaking.none_fits, when="times"
            ),
            back_to(Speaking.list),
            menu_button(),
            only_buttons(),
            state=Speaking.meeting,
            getter=_meeting,
        ),
        Window(
            T("speaking-none-fits", name="name", partner="partner"),
            Button(L("meeting-cancel-yes-none-fits"), id="yes", on_click=_none_fits),
            SwitchTo(L("button-back"), id="no", state=Speaking.meeting),
            menu_button(),
            only_buttons(),
            state=Speaking.none_fits,
            getter=_meeting,
        ),
    )  # fmt: skip


def _id(manager: DialogManager) -> UUID:
    return start_id(manager, "meeting_id")


async def _meeting(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await meetings.view(
        hand.db, hand.actor, meeting_id=_id(dialog_manager), speaking_for=whose(dialog_manager)
    )
    stage = stage_of(seen)
    whens = [When(at, seen.zone, seen.now) for at in seen.times]
    return {
        "stage": stage if stage in _ASKED else "over",
        "asked": stage in _ASKED,
        "name": await name_of(dialog_manager),
        "partner": seen.partner,
        "place": worded(hand, f"place-{seen.place}"),
        "kind": hand.profile.meeting_cards[seen.kind].title,
        "at": When(seen.at, seen.zone, seen.now) if seen.at else "",
        "times": [button(str(int(at.at.timestamp())), spoken(hand, at)) for at in whens]
        if stage == "to-pick"
        else [],
        "receipts": [button(one, worded(hand, f"meeting-word-{one}")) for one in Receipt]
        if stage == "held-or-not"
        else [],
    }


async def _pick(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    hand = hands(manager)
    await meetings.pick(
        hand.db,
        hand.actor,
        meeting_id=_id(manager),
        at=meetings.utc_of(pressed),
        speaking_for=whose(manager),
    )
    await manager.switch_to(Speaking.answered)


async def _none_fits(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The offer is off, and the other side, told of it, offers other times."""
    hand, seen = hands(manager), await _meeting(manager)
    if not seen["times"]:
        raise Gone  # meanwhile it is agreed on, or taken back
    await meetings.cancel(
        hand.db, hand.actor, meeting_id=_id(manager), speaking_for=whose(manager)
    )
    await manager.switch_to(Speaking.answered)


async def _confirm(_: CallbackQuery, __: Any, manager: DialogManager, word: str) -> None:
    if word not in list(Receipt):
        raise Gone
    hand = hands(manager)
    await meetings.confirm(
        hand.db,
        hand.actor,
        meeting_id=_id(manager),
        receipt=Receipt(word),
        speaking_for=whose(manager),
    )
    await manager.switch_to(Speaking.answered)
