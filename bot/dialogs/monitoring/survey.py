"""A survey of a wave: one question at a time in one message, kept at once, resumed any time."""

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.dialogs.parts.questions import question_window, seen
from bot.dialogs.parts.screens import Screens, menu_button
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Survey
from bot.domain.access import May
from bot.domain.responses import ResponseState
from bot.middlewares.policies import whoever_may
from bot.texts import T


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ANSWER_SURVEY),
        question_window(Survey.question, title="survey-progress", done=_thank),
        Window(
            T("survey-{end}", title="title"),
            menu_button(),
            only_buttons(),
            state=Survey.thanks,
            getter=end,
        ),
        on_start=_skip_what_is_done,
    )


async def _thank(manager: DialogManager) -> None:
    await manager.switch_to(Survey.thanks)


async def _skip_what_is_done(_: Any, manager: DialogManager) -> None:
    """A survey handed in, or one whose time is over, says so."""
    if (await seen(manager)).item is None:
        await manager.switch_to(Survey.thanks)


async def end(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    screen = await seen(dialog_manager)
    finished = screen.state is ResponseState.FINISHED
    return {"end": "thanks" if finished else "closed", "title": screen.questionnaire.title}
