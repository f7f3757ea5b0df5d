"""The diary of a pair: next meeting, goals, what has been, notes. The curator sees it as well."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.goodbye import LAST_IN
from bot.dialogs.pairs.life_states import PairTalk
from bot.dialogs.pairs.meeting_states import OfferMeeting, PastMeeting
from bot.dialogs.pairs.papers import send_paper
from bot.dialogs.pairs.plan import goal_lines
from bot.dialogs.pairs.plan_goal import pair_of
from bot.dialogs.pairs.plan_states import Diary, Goodbye, Plan
from bot.dialogs.parts.day_window import PREVIEW, coming_days, day_window
from bot.dialogs.parts.lines import Grid, Line, Lines, button, id_in, worded
from bot.dialogs.parts.paging import page_of, pager, turned
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.subjects import shortened
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.states import Pairs
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.meeting_words import in_words
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.pairs import PairState
from bot.domain.plans import FURTHEST
from bot.domain.roadmap import tidy
from bot.domain.spoken import Day, When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import diary, goodbyes
from bot.usecases.pairs.diary import LONGEST_NOTE, NoteLine
from bot.usecases.pairs.plans import CHANGING

_NOTE = "note"
WHOSE = ("both", "private")


async def _see(manager: DialogManager) -> diary.Diary:
    at_hand = hands(manager)
    return await diary.view(
        at_hand.db, at_hand.actor, pair_id=pair_of(manager), page=page_of(manager)
    )


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _see(dialog_manager)
    ahead = seen.next_meeting
    newest = seen.notes[0] if seen.notes else None
    return {
        "whose": "mine" if seen.partner else "team",
        "partner": seen.partner or "",
        "mentee": seen.mentee,
        "mentor": seen.mentor,
        "has_next": ahead is not None and ahead.at is not None,
        "next": When(ahead.at, seen.zone, seen.now) if ahead and ahead.at else None,
        "goals": goal_lines(seen.goals, seen.today),
        "held": seen.held,
        "meetings": [
            line for one in seen.meetings for line in _meeting(hands(dialog_manager), seen, one)
        ],
        "note": [_note(newest, seen)] if newest else [],
        "mine": seen.partner is not None,
        "team": seen.partner is None,
        "may_plan": seen.partner is not None and seen.state in CHANGING,
        "may_part": seen.partner is not None and seen.state in CHANGING,
        "may_log": seen.may_log,
        "may_offer": seen.may_offer,
        "may_tell": seen.may_tell,
        "may_close": seen.may_close,
        "papers": seen.partner is None and seen.state is PairState.COMPLETED,
    }


def _meeting(hand: Hands, seen: diary.Diary, one: Meeting) -> list[Line]:
    """When it was and what for; of one that took place, what the two took from it to do."""
    facts = {
        "at": When(one.at or seen.now, seen.zone, seen.now),
        "kind": hand.profile.meeting_cards[one.kind].title,
    }
    lines = [Line(f"diary-meeting-{one.state}", facts)]
    if one.state is MeetingState.HELD and one.next_step:
        step = in_words(hand.profile.next_steps, one.next_step)
        lines.append(Line("diary-next-step", {"step": step}))
    return lines


def _note(one: NoteLine, seen: diary.Diary) -> Line:
    facts = {"words": one.words, "by": one.by, "day": Day(one.day, seen.today)}
    return Line("diary-note-private" if one.private else "diary-note", facts)


async def _to_plan(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _open(manager, Plan.home)


async def _to_goodbye(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _open(manager, Goodbye.home)


async def _to_past(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _open(manager, PastMeeting.day)


async def _to_offer(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _open(manager, OfferMeeting.times)


async def _to_talk(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _open(manager, PairTalk.home)


async def _open(manager: DialogManager, state: Any) -> None:
    about = {"pair_id": str(pair_of(manager))}
    await manager.start(state, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def _to_card(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Back to the curator's card of the pair."""
    await _open(manager, Pairs.card)


async def _paper(_: CallbackQuery, pressed: Button, manager: DialogManager) -> None:
    await send_paper(manager, pair_of(manager), Role(str(pressed.widget_id)))


async def get_close(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _see(dialog_manager)
    return {
        **coming_days(dialog_manager, seen.today, spans=LAST_IN, furthest=FURTHEST),
        "mentee": seen.mentee,
        "mentor": seen.mentor,
    }


async def _close(manager: DialogManager, day: date) -> None:
    at_hand = hands(manager)
    await goodbyes.begin(
        at_hand.db, at_hand.actor, pair_id=pair_of(manager), last_on=day
    )
    await manager.switch_to(Diary.home)


async def get_notes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, seen = hands(dialog_manager), await _see(dialog_manager)
    return {
        "notes": [_note(one, seen) for one in seen.notes],
        "empty": not seen.notes,
        "may_write": seen.may_write,
        "own": [
            button(
                str(one.note_id),
                worded(at_hand, "diary-remove", words=shortened(one.words, 30)),
            )
            for one in seen.notes
            if one.mine
        ],
        "has_own": any(one.mine for one in seen.notes),
        **turned(page_of(dialog_manager), more=seen.more_notes),
    }


async def _remove(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    at_hand = hands(manager)
    await diary.remove(at_hand.db, at_hand.actor, note_id=id_in(pressed))
    await manager.switch_to(Diary.notes)


async def _write(manager: DialogManager, raw: str) -> None:
    manager.dialog_data[_NOTE] = tidy(raw, LONGEST_NOTE)
    await manager.switch_to(Diary.whose)


async def get_whose(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand = hands(dialog_manager)
    return {
        "words": dialog_manager.dialog_data.get(_NOTE, ""),
        "ways": [button(one, worded(at_hand, f"diary-for-{one}")) for one in WHOSE],
    }


async def _keep(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    words = manager.dialog_data.get(_NOTE)
    if pressed not in WHOSE or not words:
        raise Gone
    at_hand = hands(manager)
    await diary.write(
        at_hand.db,
        at_hand.actor,
        pair_id=pair_of(manager),
        words=words,
        private=pressed == "private",
    )
    manager.dialog_data.pop(_NOTE)
    await manager.switch_to(Diary.notes)


def _home() -> Window:
    return Window(
        Multi(
            T("diary-title-{whose}", partner="partner", mentee="mentee", mentor="mentor"),
            T("diary-next", when="has_next", next="next"),
            Lines("goals", when="goals"),
            Multi(T("diary-held", held="held"), Lines("meetings", when="meetings")),
            Lines("note", when="note"),
            sep="\n\n",
        ),
        Button(L("diary-to-offer"), id="offer", on_click=_to_offer, when="may_offer"),
        Button(L("diary-to-past"), id="past", on_click=_to_past, when="may_log"),
        Row(
            Button(L("diary-to-plan"), id="plan", on_click=_to_plan, when="may_plan"),
            SwitchTo(L("diary-to-notes"), id="notes", state=Diary.notes),
        ),
        Button(L("diary-to-talk"), id="talk", on_click=_to_talk, when="may_tell"),
        Button(L("diary-to-goodbye"), id="part", on_click=_to_goodbye, when="may_part"),
        SwitchTo(L("diary-close"), id="close", state=Diary.close, when="may_close"),
        Row(
            Button(L("pairs-paper-mentee"), id="mentee", on_click=_paper, when="papers"),
            Button(L("pairs-paper-mentor"), id="mentor", on_click=_paper, when="papers"),
        ),
        Button(L("button-back"), id="card", on_click=_to_card, when="team"),
        menu_button(),
        only_buttons(),
        state=Diary.home,
        getter=get_home,
        preview_data={
            "whose": "mine",
            "partner": "Igor",
            "mentee": "Dima",
            "mentor": "Igor",
            "has_next": True,
            "next": "tomorrow",
            "goals": [],
            "held": 4,
            "meetings": [],
            "note": [],
            "may_log": True,
            "may_offer": True,
            "may_tell": True,
            "may_plan": True,
            "may_part": True,
            "may_close": True,
            "papers": True,
            "team": True,
        },
    )


def _notes() -> tuple[Window, ...]:
    return (
        Window(
            Multi(
                T("diary-notes-title"),
                Lines("notes", when="notes"),
                T("diary-notes-empty", when="empty"),
                sep="\n\n",
            ),
            SwitchTo(L("diary-write"), id="write", state=Diary.write, when="may_write"),
            SwitchTo(L("diary-remove-one"), id="gone", state=Diary.remove, when="has_own"),
            pager(),
            SwitchTo(L("button-back"), id="back", state=Diary.home),
            menu_button(),
            only_buttons(),
            state=Diary.notes,
            getter=get_notes,
            preview_data={
                "notes": [],
                "empty": True,
                "may_write": True,
                "has_own": True,
                **turned(1, more=True),
            },
        ),
        Window(
            T("diary-ask"),
            SwitchTo(L("button-back"), id="back", state=Diary.notes),
            typed(_write),
            state=Diary.write,
        ),
        Window(
            T("diary-for-whom", words="words"),
            Grid("way", "ways", _keep),
            SwitchTo(L("button-back"), id="back", state=Diary.write),
            only_buttons(),
            state=Diary.whose,
            getter=get_whose,
            preview_data={"words": "x", "ways": []},
        ),
        Window(
            T("diary-remove-which"),
            Grid("own", "own", _remove),
            SwitchTo(L("button-back"), id="back", state=Diary.notes),
            only_buttons(),
            state=Diary.remove,
            getter=get_notes,
            preview_data={"own": []},
        ),
    )


def _close_window() -> Window:
    return day_window(
        T("diary-ask-close", mentee="mentee", mentor="mentor"),
        state=Diary.close,
        back=Diary.home,
        grid="close",
        getter=get_close,
        chosen=_close,
        preview={**PREVIEW, "mentee": "Dima", "mentor": "Igor"},
    )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.KEEP_PLAN, May.READ_DIARY), _home(), *_notes(), _close_window()
    )
