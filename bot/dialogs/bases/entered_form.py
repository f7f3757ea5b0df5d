"""The form of somebody without a messenger, filled in by the team: the same questions as ever."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.joining.form_review import FormReview
from bot.dialogs.parts.lines import named
from bot.dialogs.parts.questions import question_window
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import desk_button, programme_of
from bot.dialogs.states import EnteredForm, Entering
from bot.domain.access import May
from bot.domain.participations import ParticipationState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.bases import bases
from bot.usecases.joining import intake


def dialog() -> Screens:
    review = FormReview(EnteredForm.question, EnteredForm.review)
    return Screens(
        whoever_may(May.ENTER_PARTICIPANTS),
        question_window(EnteredForm.question, title="entering-progress", done=review.show),
        review.window(
            T("entering-review"), Button(L("entering-send"), id="send", on_click=_send)
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
        on_start=review.skip_what_is_done,
    )


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
