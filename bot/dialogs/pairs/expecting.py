"""With the yes to a proposal: how often, how long, where. Three taps, or "we will talk of it".

The guardian of a minor is asked the same about the child.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Text

from bot.dialogs.pairs.proposal_states import Proposal, WardProposal
from bot.dialogs.parts.lines import Grid, button, spoken, worded
from bot.dialogs.parts.screens import Hands, hands
from bot.dialogs.parts.typed import only_buttons
from bot.domain.pair_words import ANY
from bot.domain.questions import Option
from bot.texts import L, T

EXPECTS = "expects"  # what was tapped so far, by question
Agree = Callable[[DialogManager, dict[str, str]], Awaitable[None]]


def window(agree: Agree) -> Window:
    """For one of the two."""
    return _window(
        T("expects-ask", number="number", total="total", question="question"),
        agree, L("expects-skip"), state=Proposal.expects, back=Proposal.card,
    )  # fmt: skip


def guardians_window(say: Agree, ward: Any, preview: dict[str, Any]) -> Window:
    """For the guardian of one of them; the getter `ward` says whose."""
    return _window(
        T("ward-expects-ask", ward="ward", number="number", total="total", question="question"),
        say, L("ward-expects-skip"), state=WardProposal.expects, back=WardProposal.card,
        getters=(ward,), preview=preview,
    )  # fmt: skip


def _window(
    head: Text,
    agree: Agree,
    skip: L,
    *,
    state: State,
    back: State,
    getters: tuple[Any, ...] = (),
    preview: dict[str, Any] | None = None,
) -> Window:
    guardian = state == WardProposal.expects

    async def on_option(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
        life = hands(manager).profile.life
        key, _sign, value = pressed.partition(":")
        said = {**manager.dialog_data.get(EXPECTS, {}), **life.expected({key: value})}
        manager.dialog_data[EXPECTS] = said
        if all(one.key in said for one in life.expects):
            await agree(manager, said)

    async def on_skip(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
        await agree(manager, manager.dialog_data.get(EXPECTS, {}))

    async def asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        hand = hands(dialog_manager)
        all_ = hand.profile.life.expects
        said = dialog_manager.dialog_data.get(EXPECTS, {})
        number = next((n for n, one in enumerate(all_) if one.key not in said), len(all_) - 1)
        question = all_[number]
        return {
            "number": number + 1,
            "total": len(all_),
            "question": spoken(
                hand, (guardian and question.ask_guardian) or question.ask
            ),
            "options": [
                button(f"{question.key}:{one.value}", option_words(hand, one, guardian=guardian))
                for one in question.options
            ],
        }

    return Window(
        head,
        Grid("say", "options", on_option),
        Button(skip, id="skip", on_click=on_skip),
        SwitchTo(L("button-back"), id="back", state=back),
        only_buttons(),
        state=state,
        getter=[*getters, asked],
        preview_data=preview or {},
    )


def option_words(hand: Hands, option: Option, *, guardian: bool) -> str:
    """A guardian does not fit in with the other: the two agree between them."""
    if guardian and option.value == ANY:
        return worded(hand, "ward-expects-any")
    return spoken(hand, option.label)
