"""The mentor tells how a meeting was: one tap each, words are welcome, anything may be skipped.

What each screen asks is a row of `_STEPS`.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases.spoken_for import for_whom, passed_on, whose_or_own
from bot.dialogs.pairs.meeting_states import Afterwards, OfferMeeting
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button, start_id
from bot.dialogs.parts.typed import only_buttons, typed
from bot.domain.access import May
from bot.domain.errors import AnswerNotUnderstood, Gone
from bot.domain.meeting_words import in_words
from bot.domain.meetings import MeetingKind, Progress
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import meetings, receipts
from bot.usecases.pairs.receipts import LONGEST_MINUTES, MOODS, Details

FACES = dict(zip(MOODS, ("😞", "😐", "🙂", "😀", "🤩"), strict=True))
NOTHING = "-"


def _length(hand: Hands, raw: str) -> Details:
    return Details(minutes=_number(raw))


def _mood(hand: Hands, raw: str) -> Details:
    return Details(mood=_number(raw))


def _number(raw: str) -> int:
    if not (raw.isascii() and raw.isdigit() and len(raw) <= 3):
        raise Gone
    return int(raw)


def _kind(hand: Hands, raw: str) -> Details:
    if raw not in list(MeetingKind):
        raise Gone
    return Details(kind=MeetingKind(raw))


def _progress(hand: Hands, raw: str) -> Details:
    if raw not in list(Progress):
        raise Gone
    return Details(progress=Progress(raw))


def _step(hand: Hands, raw: str) -> Details:
    if raw not in {one.key for one in hand.profile.next_steps}:
        raise Gone
    return Details(next_step=raw)


Read = Callable[[Hands, str], Details]
# screen -> (what a press means, the next screen, how many buttons stand in a row)
_STEPS: dict[State, tuple[Read, State, int]] = {
    Afterwards.length: (_length, Afterwards.progress, 4),
    Afterwards.kind: (_kind, Afterwards.length, 1),
    Afterwards.progress: (_progress, Afterwards.mood, 1),
    Afterwards.mood: (_mood, Afterwards.step, 5),
    Afterwards.step: (_step, Afterwards.done, 1),
}


def _meeting(manager: DialogManager) -> UUID:
    return start_id(manager, "meeting_id")


async def _tell(manager: DialogManager, details: Details) -> None:
    db, actor, *_rest = hands(manager)
    await receipts.tell_more(
        db,
        actor,
        meeting_id=_meeting(manager),
        details=details,
        speaking_for=whose_or_own(manager),
    )


def _window(state: State, text: T, *widgets: Any) -> Window:
    read, after, columns = _STEPS[state]

    async def press(_: CallbackQuery, __: Any, manager: DialogManager, raw: str) -> None:
        if raw != NOTHING:
            await _tell(manager, read(hands(manager), raw))
        await manager.switch_to(after)

    name = state.state.rpartition(":")[2] if state.state else ""
    return Window(
        text,
        Grid("a", name, press, columns=columns),
        *widgets,
        menu_button(),
        state=state,
        getter=_facts,
    )


async def _facts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    view = await meetings.view(
        hand.db,
        hand.actor,
        meeting_id=_meeting(dialog_manager),
        speaking_for=whose_or_own(dialog_manager),
    )
    assert view.at is not None
    profile, kept = hand.profile, (view.kind, view.progress, view.mood)
    lines = [Line("afterwards-kind", {"kind": profile.meeting_cards[view.kind].title})]
    if view.minutes is not None:
        lines.append(Line("afterwards-minutes", {"minutes": view.minutes}))
    if view.progress is not None:
        lines.append(Line(f"afterwards-progress-{view.progress}"))
    if view.mood is not None:
        lines.append(Line("afterwards-mood-line", {"face": FACES[view.mood]}))
    if view.next_step is not None:
        step = in_words(profile.next_steps, view.next_step)
        lines.append(Line("afterwards-next", {"step": step}))
    skip = button(NOTHING, worded(hand, "afterwards-skip"))
    return {
        "partner": view.partner,
        **for_whom(view.name),
        "at": When(view.at, view.zone, view.now),
        "kind_title": profile.meeting_cards[view.kind].title,
        "told": lines,
        "length": [
            button(str(one), worded(hand, "afterwards-length-button", minutes=one))
            for one in profile.meeting_lengths
        ],
        "kind": [
            button(kind, f"{'● ' if kind in kept else ''}{spoken(hand, card.title)}")
            for kind, card in profile.meeting_cards.items()
        ],
        "progress": [
            *(button(one, worded(hand, f"afterwards-progress-{one}")) for one in Progress),
            skip,
        ],
        "mood": [button(str(number), face) for number, face in FACES.items()],
        "step": [
            *(button(one.key, spoken(hand, one.label)) for one in profile.next_steps),
            button(NOTHING, worded(hand, "afterwards-no-step")),
        ],
    }


async def _type_minutes(manager: DialogManager, raw: str) -> None:
    found = "".join(one for one in raw if one.isascii() and one.isdigit())
    if not found or len(found) > 3 or not 0 < int(found) <= LONGEST_MINUTES:
        raise AnswerNotUnderstood(hint="45")
    await _tell(manager, Details(minutes=int(found)))
    await manager.switch_to(Afterwards.progress)


async def _type_step(manager: DialogManager, raw: str) -> None:
    await _tell(manager, Details(next_step=raw))
    await manager.switch_to(Afterwards.done)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.OFFER_MEETING, May.ENTER_PARTICIPANTS),
        _window(
            Afterwards.length,
            T(
                "afterwards-length",
                theirs="theirs", name="name", partner="partner", kind="kind_title",
            ),
            SwitchTo(L("afterwards-other-kind"), id="kind", state=Afterwards.kind),
            SwitchTo(L("afterwards-skip"), id="skip", state=Afterwards.progress),
            typed(_type_minutes),
        ),
        _window(
            Afterwards.kind,
            T("afterwards-which-kind"),
            SwitchTo(L("button-back"), id="back", state=Afterwards.length),
            only_buttons(),
        ),
        _window(
            Afterwards.progress,
            T("afterwards-progress"),
            SwitchTo(L("button-back"), id="back", state=Afterwards.length),
            only_buttons(),
        ),
        _window(
            Afterwards.mood,
            T("afterwards-mood", theirs="theirs", name="name"),
            SwitchTo(L("afterwards-skip"), id="skip", state=Afterwards.step),
            SwitchTo(L("button-back"), id="back", state=Afterwards.progress),
            only_buttons(),
        ),
        _window(
            Afterwards.step,
            T("afterwards-step"),
            SwitchTo(L("button-back"), id="back", state=Afterwards.mood),
            typed(_type_step),
        ),
        Window(
            Multi(
                T("afterwards-done", partner="partner", at="at"),
                Lines("told"),
                T("afterwards-thanks"),
                sep="\n\n",
            ),
            Button(L("afterwards-offer"), id="offer", on_click=_offer),
            menu_button(),
            only_buttons(),
            state=Afterwards.done,
            getter=_facts,
        ),
    )


async def _offer(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    db, actor, *_rest = hands(manager)
    view = await meetings.view(
        db, actor, meeting_id=_meeting(manager), speaking_for=whose_or_own(manager)
    )
    about = {"pair_id": str(view.pair_id), **passed_on(manager)}
    await manager.start(OfferMeeting.times, about, mode=StartMode.RESET_STACK)
