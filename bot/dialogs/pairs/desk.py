"""What the curator decides about one pair that has begun: start, go on, pause, another mentor."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.expecting import option_words
from bot.dialogs.pairs.life_states import PairDesk
from bot.dialogs.pairs.proposal_states import Suggestion
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.states import Pairs
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.pair_words import PairWord, Question
from bot.domain.pairs import ANOTHER
from bot.domain.spoken import Day, Listed
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import asking, ending, expecting, pausing, trial
from bot.usecases.pairs import desk as pair_desk


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_PAIRS),
        Window(
            Multi(
                T("desk-title", mentee="mentee", mentor="mentor", state="state"),
                T("desk-resting", when="resting", until="until"),
                Lines("lines", when="lines"),
                T("desk-private", when="private"),
                sep="\n\n",
            ),
            Button(L("desk-start"), id="start", on_click=_start, when="may_start"),
            Button(L("desk-go-on"), id="on", on_click=_go_on, when="may_go_on"),
            Button(L("desk-settle"), id="settle", on_click=_settle, when="may_settle"),
            SwitchTo(L("desk-pause"), id="pause", state=PairDesk.pause, when="may_pause"),
            Button(L("desk-resume"), id="resume", on_click=_resume, when="may_resume"),
            SwitchTo(L("desk-change"), id="change", state=PairDesk.change, when="may_change"),
            Button(L("button-back"), id="back", on_click=_back),
            menu_button(),
            only_buttons(),
            state=PairDesk.home,
            getter=_home,
        ),
        Window(
            T("desk-pause-ask", mentee="mentee", mentor="mentor"),
            Grid("until", "pauses", _on_pause),
            SwitchTo(L("button-back"), id="back", state=PairDesk.home),
            only_buttons(),
            state=PairDesk.pause,
            getter=_home,
        ),
        Window(
            T("desk-change-ask", mentee="mentee", mentor="mentor"),
            Button(L("desk-change-yes"), id="yes", on_click=_change),
            SwitchTo(L("button-back"), id="back", state=PairDesk.home),
            only_buttons(),
            state=PairDesk.change,
            getter=_home,
        ),
    )


def _pair(manager: DialogManager) -> UUID:
    return start_id(manager, "pair_id")


async def _home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await pair_desk.view(hand.db, hand.actor, pair_id=_pair(dialog_manager))
    lines = _lines(hand, seen)
    until = seen.paused_until and seen.paused_until - timedelta(seconds=1)
    return {
        "mentee": seen.mentee,
        "mentor": seen.mentor,
        "state": str(seen.state),
        "resting": until is not None,
        "until": Day(local(until or seen.now, seen.zone).date(), seen.today),
        "lines": lines,
        "private": bool(seen.waits or seen.differences or seen.trial or seen.ratings),
        "may_start": seen.may_start,
        "may_go_on": seen.may_go_on,
        "may_settle": seen.may_settle,
        "may_pause": seen.may_pause,
        "may_resume": seen.may_resume,
        "may_change": seen.may_change,
        "pauses": [
            button(
                str(weeks),
                worded(
                    hand,
                    "desk-pause-weeks",
                    weeks=weeks,
                    until=Day(seen.today + timedelta(weeks=weeks), seen.today),
                ),
            )
            for weeks in hand.profile.life.pauses
        ],
    }


def _lines(hand: Hands, seen: pair_desk.PairDesk) -> list[Line]:
    life = hand.profile.life
    lines = []
    if seen.group is not None:
        mentors, mentees = seen.group
        lines.append(Line("desk-group", {"mentors": Listed(mentors), "mentees": mentees}))
    for key, expected in seen.differences:
        question = next((one for one in life.expects if one.key == key), None)
        if question is not None:
            said = " · ".join(_expects(hand, question, one) for one in expected)
            lines.append(Line(f"desk-differs-{key}", {"said": said}))
    for name, rated in seen.ratings:
        lines.append(Line("desk-ratings", {"name": name, "ratings": Listed(rated)}))
    for name, good in seen.trial:
        said_so = {True: "good", False: "doubt", None: "silent"}[good]
        lines.append(Line(f"desk-trial-{said_so}", {"name": name}))
    for name, word in seen.waits:
        lines.extend(_asks(hand, name, word))
    return lines


def _expects(hand: Hands, question: Question, one: pair_desk.Expected) -> str:
    option = question.option(one.value) if one.value else None
    said = option_words(hand, option, guardian=one.guardian) if option else "—"
    return worded(hand, "desk-expects", name=one.name, guardian=one.guardian, said=said)


def _asks(hand: Hands, name: str, word: PairWord) -> list[Line]:
    life = hand.profile.life
    if word.doubts:
        return [
            Line("desk-trial-no", {"name": name, "question": spoken(hand, one.ask)})
            for one in life.trial
            if word.said.get(one.key) == "no"
        ]
    reason = life.stop_reason(word.said.get("reason", ""))
    if reason is not None:
        because = {"name": name, "reason": spoken(hand, reason.label)}
        return [Line(f"desk-asks-{word.about}-because", because)]
    return [Line(f"desk-asks-{word.about}", {"name": name})]


async def _start(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await expecting.start(hand.db, hand.actor, pair_id=_pair(manager))


async def _go_on(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await trial.go_on(hand.db, hand.actor, pair_id=_pair(manager))


async def _settle(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await asking.settle(hand.db, hand.actor, pair_id=_pair(manager))


async def _on_pause(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    hand = hands(manager)
    weeks = next((one for one in hand.profile.life.pauses if str(one) == pressed), None)
    if weeks is None:
        raise Gone
    seen = await pair_desk.view(hand.db, hand.actor, pair_id=_pair(manager))
    until = seen.today + timedelta(weeks=weeks)
    await pausing.pause(hand.db, hand.actor, pair_id=_pair(manager), until=until)
    await manager.switch_to(PairDesk.home)


async def _resume(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    await pausing.resume(hand.db, hand.actor, pair_id=_pair(manager), profile=hand.profile)


async def _change(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The pair ends without blame, and the best mentor still free is shown."""
    hand = hands(manager)
    seen = await pair_desk.view(hand.db, hand.actor, pair_id=_pair(manager))
    await ending.end(hand.db, hand.actor, pair_id=_pair(manager), reason=ANOTHER)
    about = {
        "participation_id": str(seen.mentee_participation_id),
        "programme_id": str(seen.programme_id),
    }
    await manager.start(
        Suggestion.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
    )


async def _back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    about = {"pair_id": str(_pair(manager))}
    await manager.start(Pairs.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)
