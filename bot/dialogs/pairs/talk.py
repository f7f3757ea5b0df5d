"""One side tells the curator about the pair, in private: the other side never sees it.

The word on the trial (three taps), "I may have to stop", another mentor. A guardian asks for
another mentor in the same place.
"""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.life_states import PairTalk
from bot.dialogs.parts.lines import Grid, button, spoken, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.pair_words import NO, YES, About
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import asking, trial

_SAID = "said"  # of the word on the trial, by question
_TOLD = "told"  # what was just told
_SILENT = "-"  # no reason given


def dialog() -> Screens:
    return Screens(
        whoever_may(May.TELL_CURATOR, May.CONSENT_FOR_WARD),
        Window(
            Multi(
                T("talk-title-{whose}", partner="partner", ward="ward"),
                T("talk-waits", when="waits"),
                sep="\n\n",
            ),
            SwitchTo(L("talk-trial"), id="trial", state=PairTalk.trial, when="trial"),
            SwitchTo(L("talk-stop"), id="stop", state=PairTalk.stop, when="may_stop"),
            SwitchTo(
                L("talk-change-{side}"), id="change", state=PairTalk.change, when="may_change"
            ),
            menu_button(),
            only_buttons(),
            state=PairTalk.home,
            getter=_home,
        ),
        Window(
            T("talk-trial-ask", number="number", total="total", question="question"),
            Grid("say", "answers", _on_trial, columns=2),
            SwitchTo(L("button-back"), id="back", state=PairTalk.home),
            only_buttons(),
            state=PairTalk.trial,
            getter=[_home, _trial],
        ),
        Window(
            T("talk-stop-ask", partner="partner"),
            Grid("why", "reasons", _on_stop),
            SwitchTo(L("button-back"), id="back", state=PairTalk.home),
            only_buttons(),
            state=PairTalk.stop,
            getter=_home,
        ),
        Window(
            T("talk-change-ask-{whose}", partner="partner", ward="ward"),
            Button(L("talk-change-yes"), id="yes", on_click=_on_change),
            SwitchTo(L("button-back"), id="back", state=PairTalk.home),
            only_buttons(),
            state=PairTalk.change,
            getter=_home,
        ),
        Window(
            T("talk-told-{told}", partner="partner"),
            menu_button(),
            only_buttons(),
            state=PairTalk.told,
            getter=_home,
        ),
    )


def _pair(manager: DialogManager) -> UUID:
    return start_id(manager, "pair_id")


async def _home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await asking.talk(hand.db, hand.actor, pair_id=_pair(dialog_manager))
    own = seen.ward is None
    reasons = [button(one.value, spoken(hand, one.label)) for one in hand.profile.life.stop_reasons]
    return {
        "whose": "own" if own else "ward",
        "side": str(seen.side),
        "partner": seen.partner,
        "ward": seen.ward or "",
        "waits": bool(seen.said),
        "trial": seen.trial,
        "may_stop": seen.open and own and About.MAY_STOP not in seen.said,
        "may_change": seen.open and About.CHANGE not in seen.said,
        "reasons": [*reasons, button(_SILENT, worded(hand, "talk-stop-silent"))],
        "told": dialog_manager.dialog_data.get(_TOLD, "trial"),
    }


async def _trial(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    asked, said = hand.profile.life.trial, dialog_manager.dialog_data.get(_SAID, {})
    number = next((n for n, one in enumerate(asked) if one.key not in said), len(asked) - 1)
    return {
        "number": number + 1,
        "total": len(asked),
        "question": spoken(hand, asked[number].ask),
        "answers": [
            button(f"{asked[number].key}:{one}", worded(hand, f"talk-{one}")) for one in (YES, NO)
        ],
    }


async def _on_trial(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    """The button names its question: a second press answers nothing else."""
    hand = hands(manager)
    key, _sign, word = pressed.partition(":")
    if key not in {one.key for one in hand.profile.life.trial} or word not in (YES, NO):
        raise Gone
    said = {**manager.dialog_data.get(_SAID, {}), key: word}
    manager.dialog_data[_SAID] = said
    if len(said) == len(hand.profile.life.trial):
        await trial.say(
            hand.db, hand.actor, pair_id=_pair(manager), said=said, profile=hand.profile
        )
        await _tell(manager, "trial")


async def _on_stop(_: CallbackQuery, __: Any, manager: DialogManager, reason: str) -> None:
    await _ask(manager, About.MAY_STOP, None if reason == _SILENT else reason)


async def _on_change(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _ask(manager, About.CHANGE)


async def _ask(manager: DialogManager, about: About, reason: str | None = None) -> None:
    hand = hands(manager)
    await asking.ask(
        hand.db,
        hand.actor,
        pair_id=_pair(manager),
        about=about,
        reason=reason,
        profile=hand.profile,
    )
    await _tell(manager, str(about))


async def _tell(manager: DialogManager, what: str) -> None:
    manager.dialog_data[_TOLD] = what
    await manager.switch_to(PairTalk.told)
