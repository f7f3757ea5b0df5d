"""All answers of a form at a glance: each may be changed, by its button or by typing its number.

The same for who answers for themselves and for who fills in the form of another.
"""

from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi, Text

from bot.dialogs.parts.lines import Grid, Line, Lines, button
from bot.dialogs.parts.questions import LONGEST_SHOWN, answer_words, response_of, seen
from bot.dialogs.parts.screens import hands, menu_button
from bot.dialogs.parts.typed import hint, typed
from bot.texts import T
from bot.usecases.monitoring import surveys

EDITS_IN_A_ROW = 5
REVIEW_ROOM = 2400  # characters for all answers: with the questions they fit into one message


@dataclass(frozen=True)
class FormReview:
    """Between the `question` that is open and the `review` of all."""

    question: State
    review: State

    def window(self, head: Text, send: Button) -> Window:
        return Window(
            Multi(head, Lines("lines"), T("form-review-edit"), sep="\n\n"),
            send,
            Grid("e", "edits", self._edit, columns=EDITS_IN_A_ROW),
            menu_button(),
            typed(self._type_number),
            state=self.review,
            getter=answers_at_a_glance,
        )

    async def show(self, manager: DialogManager) -> None:
        await manager.switch_to(self.review)

    async def skip_what_is_done(self, _: Any, manager: DialogManager) -> None:
        """A form all of whose questions are answered opens at its review."""
        if (await seen(manager)).item is None:
            await self.show(manager)

    async def _edit(self, _: CallbackQuery, __: Any, manager: DialogManager, key: str) -> None:
        await self._open(manager, key)

    async def _open(self, manager: DialogManager, key: str) -> None:
        db, actor, *_ = hands(manager)
        await surveys.edit(db, actor, response_id=response_of(manager), key=key)
        await manager.switch_to(self.question)

    async def _type_number(self, manager: DialogManager, raw: str) -> None:
        """The number of an answer opens it; anything else is explained."""
        number = hands(manager).lexicon.number(raw)
        shown = (await seen(manager)).shown
        if number is not None and 1 <= number <= len(shown):
            await self._open(manager, shown[number - 1].key)
        else:
            await hint(manager, "form-review-hint")


async def answers_at_a_glance(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
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
