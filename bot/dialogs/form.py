"""The intake form: question by question, then all answers at a glance, then off to the curator."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.lines import Grid, Line, Lines, button
from bot.dialogs.onward import resume
from bot.dialogs.questions import LONGEST_SHOWN, answer_words, question_window, response_of, seen
from bot.dialogs.screens import Screens, hands, introduce_again, menu_button, start_id
from bot.dialogs.states import Form, Guardian
from bot.dialogs.typed import hint, only_buttons, typed
from bot.domain.access import May
from bot.domain.participations import ParticipationState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases import intake, surveys, volunteers

EDITS_IN_A_ROW = 5
_FIRST = "first"  # sent as an application, not as a correction
REVIEW_ROOM = 2400  # characters for all answers: with the questions they fit into one message


def dialog() -> Screens:
    return Screens(
        whoever_may(May.FILL_APPLICATION),
        question_window(Form.question, title="form-progress", done=_to_review),
        Window(
            Multi(T("form-review"), Lines("lines"), T("form-review-edit"), sep="\n\n"),
            Button(L("form-send"), id="send", on_click=_send),
            Grid("e", "edits", _edit, columns=EDITS_IN_A_ROW),
            menu_button(),
            typed(_type_number),
            state=Form.review,
            getter=review,
        ),
        Window(
            T("form-sent-{stage}", curator="curator"),
            Button(L("form-become-mentor"), id="mentor", on_click=_become_mentor, when="mentor"),
            menu_button(),
            only_buttons(),
            state=Form.sent,
            getter=sent,
        ),
        on_start=_skip_what_is_done,
    )


async def _skip_what_is_done(_: Any, manager: DialogManager) -> None:
    """A form all of whose questions are answered opens at its review."""
    if (await seen(manager)).item is None:
        await manager.switch_to(Form.review)


async def _to_review(manager: DialogManager) -> None:
    await manager.switch_to(Form.review)


async def review(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    screen = await seen(dialog_manager)
    longest = min(LONGEST_SHOWN, REVIEW_ROOM // max(len(screen.shown), 1))
    lines, edits = [], []
    for number, item in enumerate(screen.shown, 1):
        value = screen.answers.get(item.key)
        if value is None:
            lines.append(Line("form-answer-skipped", {"number": number, "question": item.text}))
        else:
            answer = answer_words(at_hand, item, value, longest)
            facts = {"number": number, "question": item.text, "answer": answer}
            lines.append(Line("form-answer", facts))
        edits.append(button(item.key, f"✏️ {number}"))
    return {"lines": lines, "edits": edits}


async def _edit(_: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
    await _open(manager, key)


async def _open(manager: DialogManager, key: str) -> None:
    db, actor, *_ = hands(manager)
    await surveys.edit(db, actor, response_id=response_of(manager), key=key)
    await manager.switch_to(Form.question)


async def _type_number(manager: DialogManager, raw: str) -> None:
    """The number of an answer opens it; anything else is explained."""
    number = hands(manager).lexicon.number(raw)
    shown = (await seen(manager)).shown
    if number is not None and 1 <= number <= len(shown):
        await _open(manager, shown[number - 1].key)
    else:
        await hint(manager, "form-review-hint")


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
