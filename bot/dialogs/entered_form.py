"""The form of somebody without a messenger, filled in by the team: the same questions as ever."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.desk import desk_button, programme_of
from bot.dialogs.form import EDITS_IN_A_ROW, review
from bot.dialogs.lines import Grid, Lines, named
from bot.dialogs.questions import question_window, response_of, seen
from bot.dialogs.screens import Screens, hands, menu_button, start_id
from bot.dialogs.states import EnteredForm, Entering
from bot.dialogs.typed import hint, only_buttons, typed
from bot.domain.access import May
from bot.domain.participations import ParticipationState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases import bases, intake, surveys


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ENTER_PARTICIPANTS),
        question_window(EnteredForm.question, title="entering-progress", done=_to_review),
        Window(
            Multi(
                T("entering-review"), Lines("lines"), T("form-review-edit"), sep="\n\n"
            ),
            Button(L("entering-send"), id="send", on_click=_send),
            Grid("e", "edits", _edit, columns=EDITS_IN_A_ROW),
            menu_button(),
            typed(_type_number),
            state=EnteredForm.review,
            getter=review,
        ),
        Window(
            T("entering-sent-{stage}", name="name"),
            Button(L("entering-another"), id="more", on_click=_another),
            desk_button(),
            menu_button(),
            only_buttons(),
            state=EnteredForm.sent,
            getter=sent,
        ),
        on_start=_skip_what_is_done,
    )


async def _skip_what_is_done(_: Any, manager: DialogManager) -> None:
    if (await seen(manager)).item is None:
        await manager.switch_to(EnteredForm.review)


async def _to_review(manager: DialogManager) -> None:
    await manager.switch_to(EnteredForm.review)


async def _edit(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    await _open(manager, key)


async def _open(manager: DialogManager, key: str) -> None:
    db, actor, *_ = hands(manager)
    await surveys.edit(db, actor, response_id=response_of(manager), key=key)
    await manager.switch_to(EnteredForm.question)


async def _type_number(manager: DialogManager, raw: str) -> None:
    """The number of an answer opens it; anything else is explained."""
    number = hands(manager).lexicon.number(raw)
    shown = (await seen(manager)).shown
    if number is not None and 1 <= number <= len(shown):
        await _open(manager, shown[number - 1].key)
    else:
        await hint(manager, "form-review-hint")


async def _send(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await intake.send_form(
        hand.db,
        hand.actor,
        participation_id=start_id(manager, "participation_id"),
        profile=hand.profile,
    )
    await manager.switch_to(EnteredForm.sent)


async def sent(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    card = await bases.card(
        hand.db, hand.actor, participation_id=start_id(dialog_manager, "participation_id")
    )
    waits = card.state is ParticipationState.GUARDIAN
    return {"stage": "guardian" if waits else "applied", "name": named(hand, card.name)}


async def _another(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(Entering.home, {"programme_id": str(programme_of(manager))})
