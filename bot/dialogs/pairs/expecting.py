"""With the yes to a proposal: how often, how long, where. Three taps, or "we will talk of it"."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.dialogs.pairs.proposal_states import Proposal
from bot.dialogs.parts.lines import Grid, button, spoken
from bot.dialogs.parts.screens import hands
from bot.dialogs.parts.typed import only_buttons
from bot.texts import L, T

EXPECTS = "expects"  # what was tapped so far, by question
Agree = Callable[[DialogManager, dict[str, str]], Awaitable[None]]


def window(agree: Agree) -> Window:
    async def on_option(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
        life = hands(manager).profile.life
        key, _sign, value = pressed.partition(":")
        said = {**manager.dialog_data.get(EXPECTS, {}), **life.expected({key: value})}
        manager.dialog_data[EXPECTS] = said
        if all(one.key in said for one in life.expects):
            await agree(manager, said)

    async def on_skip(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await agree(manager, manager.dialog_data.get(EXPECTS, {}))

    return Window(
        T("expects-ask", number="number", total="total", question="question"),
        Grid("say", "options", on_option),
        Button(L("expects-skip"), id="skip", on_click=on_skip),
        SwitchTo(L("button-back"), id="back", state=Proposal.card),
        only_buttons(),
        state=Proposal.expects,
        getter=_asked,
    )


async def _asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    asked, said = hand.profile.life.expects, dialog_manager.dialog_data.get(EXPECTS, {})
    number = next((n for n, one in enumerate(asked) if one.key not in said), len(asked) - 1)
    question = asked[number]
    return {
        "number": number + 1,
        "total": len(asked),
        "question": spoken(hand, question.ask),
        "options": [
            button(f"{question.key}:{one.value}", spoken(hand, one.label))
            for one in question.options
        ],
    }
