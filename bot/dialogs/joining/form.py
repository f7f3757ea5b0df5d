"""The intake form: question by question, then all answers at a glance, then off to the curator."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.joining.form_review import FormReview
from bot.dialogs.joining.onward import resume
from bot.dialogs.parts.questions import question_window
from bot.dialogs.parts.screens import Screens, hands, introduce_again, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Form, Guardian
from bot.domain.access import May
from bot.domain.participations import ParticipationState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.joining import intake, volunteers

_FIRST = "first"  # sent as an application, not as a correction


def dialog() -> Screens:
    review = FormReview(Form.question, Form.review)
    return Screens(
        whoever_may(May.FILL_APPLICATION),
        question_window(Form.question, title="form-progress", done=review.show),
        review.window(T("form-review"), Button(L("form-send"), id="send", on_click=_send)),
        Window(
            T("form-sent-{stage}", curator="curator"),
            Button(L("form-become-mentor"), id="mentor", on_click=_become_mentor, when="mentor"),
            menu_button(),
            only_buttons(),
            state=Form.sent,
            getter=sent,
        ),
        on_start=review.skip_what_is_done,
    )


async def _send(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    participation_id = start_id(manager, "participation_id")
    before = await intake.welcome(at_hand.db, at_hand.actor, participation_id=participation_id)
    manager.dialog_data[_FIRST] = before.state in intake.WAITS_FOR_ANSWERS
    state = await intake.send_form(
        at_hand.db, at_hand.actor, participation_id=participation_id, profile=at_hand.profile
    )
    await introduce_again(manager)
    if state is ParticipationState.GUARDIAN:
        about = {"participation_id": str(participation_id)}
        await manager.start(Guardian.waiting, about, mode=StartMode.RESET_STACK)
    else:
        await manager.switch_to(Form.sent)


async def sent(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    db, actor, *_rest = hands(dialog_manager)
    seen_now = await intake.welcome(
        db, actor, participation_id=start_id(dialog_manager, "participation_id")
    )
    if not dialog_manager.dialog_data.get(_FIRST):
        stage = "corrected"
    elif seen_now.state is ParticipationState.APPROVED:
        stage = "known"  # to the curator: nobody is waited for
    else:
        stage = f"applied-{seen_now.role}"
    mentor = await volunteers.may_mentor(db, actor, participation_id=seen_now.participation_id)
    return {"stage": stage, "curator": seen_now.curator, "mentor": mentor}


async def _become_mentor(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """An alumnus goes on to the mentor's form; what is known is filled in."""
    at_hand = hands(manager)
    mentor = await volunteers.become_mentor(
        at_hand.db,
        at_hand.actor,
        participation_id=start_id(manager, "participation_id"),
        profile=at_hand.profile,
    )
    await introduce_again(manager)
    await resume(manager, mentor)
