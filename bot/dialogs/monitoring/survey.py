"""A survey of a wave: one question at a time in one message, kept at once, resumed any time.

What anonymous means is said before the first question of an anonymous one.
"""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.dialogs.parts.questions import question_window, response_of, seen
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Survey
from bot.domain.access import May
from bot.domain.responses import ResponseState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import handing_in
from bot.usecases.monitoring.handing_in import About


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ANSWER_SURVEY),
        question_window(Survey.question, title="survey-progress", done=_thank),
        Window(
            T("survey-intro", title="title", questions="questions"),
            SwitchTo(L("survey-begin"), id="begin", state=Survey.question),
            Button(L("button-refuse-survey"), id="refuse", on_click=_refuse),
            menu_button(),
            only_buttons(),
            state=Survey.intro,
            getter=intro,
            preview_data={"title": "Half-way", "questions": 5},
        ),
        Window(
            T("survey-{end}", title="title"),
            menu_button(),
            only_buttons(),
            state=Survey.thanks,
            getter=end,
        ),
        on_start=_where_to_begin,
    )


async def _thank(manager: DialogManager) -> None:
    await manager.switch_to(Survey.thanks)


async def _about(manager: DialogManager) -> About:
    hand = hands(manager)
    return await handing_in.about(hand.db, hand.actor, response_id=response_of(manager))


async def _where_to_begin(_: Any, manager: DialogManager) -> None:
    """A survey handed in, or one whose time is over, says so."""
    if (await seen(manager)).item is None:
        await manager.switch_to(Survey.thanks)
        return
    about = await _about(manager)
    if about.anonymous and not about.begun:
        await manager.switch_to(Survey.intro)


async def intro(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    screen = await seen(dialog_manager)
    return {"title": screen.questionnaire.title, "questions": screen.progress.total}


async def _refuse(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await handing_in.refuse(hand.db, hand.actor, response_id=response_of(manager))
    await manager.switch_to(Survey.thanks)


async def end(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    screen, about = await seen(dialog_manager), await _about(dialog_manager)
    said = {
        ResponseState.FINISHED: "thanks-anonymous" if about.anonymous else "thanks",
        ResponseState.REFUSED: "refused",
    }
    return {"end": said.get(screen.state, "closed"), "title": screen.questionnaire.title}
