"""The goodbye as one of the two walks it: last meeting, results, thanks, answers, what next."""

from datetime import date
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.joining.onward import resume
from bot.dialogs.pairs.papers import send_paper
from bot.dialogs.pairs.plan import bar
from bot.dialogs.pairs.plan_goal import pair_of
from bot.dialogs.pairs.plan_states import Diary, Goodbye, Plan
from bot.dialogs.parts.day_window import PREVIEW, coming_days, day_window
from bot.dialogs.parts.lines import Grid, Line, Lines, button, worded
from bot.dialogs.parts.screens import Screens, hands, introduce_again, menu_button
from bot.dialogs.parts.subjects import pack, subject_button, unpack_one
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.states import OfferMeeting, Survey
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.goodbyes import ThanksState, WhatNext
from bot.domain.plans import FURTHEST
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.pairs import goodbyes, thanks, what_next
from bot.usecases.pairs.goodbyes import GoodbyeView

_DAY = "day"
LAST_IN = (7, 14, 30)  # days


async def _see(manager: DialogManager) -> GoodbyeView:
    at_hand = hands(manager)
    return await goodbyes.view(
        at_hand.db, at_hand.actor, pair_id=pair_of(manager), profile=at_hand.profile
    )


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _see(dialog_manager)
    begun = seen.last_on is not None
    open_ = begun and not seen.ended
    stage = "over" if seen.ended else "open" if begun else "before"
    return {
        "stage": stage,
        "partner": seen.partner,
        "side": seen.side,
        "day": Day(seen.last_on or seen.today, seen.today),
        "past": begun and (seen.last_on or seen.today) < seen.today,
        "to_do": _to_do(seen) if begun else [],
        "got": seen.got,
        "may_begin": seen.may_begin,
        "not_yet": not begun and not seen.may_begin,
        "open": open_,
        "results": begun and bool(seen.goals),
        "may_thank": begun and seen.thanks_state is not ThanksState.PASSED,
        "may_answer": begun and not seen.answered,
        "begun": begun,
        "papers": seen.papers,
        "at_work": not seen.ended,
    }


def _to_do(seen: GoodbyeView) -> list[Line]:
    """What is done and what is left, as a list of ticks."""
    note = {
        None: "none",
        ThanksState.HELD: "held",
        ThanksState.PASSED: "passed",
        ThanksState.RETURNED: "returned",
    }[seen.thanks_state]
    return [
        Line(f"goodbye-thanks-{note}", {"partner": seen.partner}),
        Line("goodbye-answers", {"done": seen.answered}),
        Line(f"goodbye-chosen-{seen.next}" if seen.next else "goodbye-chosen-none"),
    ]


def _home() -> Window:
    return Window(
        Multi(
            T("goodbye-{stage}", partner="partner", day="day", past="past", side="side"),
            T("goodbye-not-yet", when="not_yet"),
            Lines("to_do", when="to_do"),
            T("goodbye-got", when="got", partner="partner", words="got"),
            sep="\n\n",
        ),
        SwitchTo(L("goodbye-begin"), id="begin", state=Goodbye.day, when="may_begin"),
        SwitchTo(L("goodbye-to-script"), id="script", state=Goodbye.script, when="open"),
        SwitchTo(L("goodbye-to-results"), id="results", state=Goodbye.results, when="results"),
        SwitchTo(L("goodbye-to-thanks"), id="thanks", state=Goodbye.thanks, when="may_thank"),
        Button(L("goodbye-to-answers"), id="answers", on_click=_answers, when="may_answer"),
        SwitchTo(L("goodbye-to-next"), id="next", state=Goodbye.next, when="begun"),
        Button(L("goodbye-paper-{side}"), id="paper", on_click=_paper, when="papers"),
        Button(L("plan-to-diary"), id="diary", on_click=_to_diary, when="at_work"),
        menu_button(),
        only_buttons(),
        state=Goodbye.home,
        getter=get_home,
        preview_data={
            "stage": "open",
            "partner": "Igor",
            "side": "mentee",
            "day": "1 May",
            "past": False,
            "not_yet": True,
            "to_do": [],
            "got": "Thank you",
            "may_begin": True,
            "open": True,
            "results": True,
            "may_thank": True,
            "may_answer": True,
            "begun": True,
            "papers": True,
            "at_work": True,
        },
    )


async def _offer(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    about = {"pair_id": str(pair_of(manager))}
    await manager.start(OfferMeeting.times, about, mode=StartMode.RESET_STACK)


async def _answers(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    at_hand = hands(manager)
    response_id = await goodbyes.questionnaire(
        at_hand.db, at_hand.actor, pair_id=pair_of(manager), profile=at_hand.profile
    )
    about = {"response_id": str(response_id)}
    await manager.start(Survey.question, about, mode=StartMode.RESET_STACK)


async def _paper(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await send_paper(manager, pair_of(manager))


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _see(dialog_manager)
    return {
        **coming_days(dialog_manager, seen.today, spans=LAST_IN, furthest=FURTHEST),
        "partner": seen.partner,
    }


async def _choose_day(manager: DialogManager, day: date) -> None:
    seen = await _see(manager)
    manager.dialog_data[_DAY] = day.isoformat()
    if seen.last_on is None:
        await manager.switch_to(Goodbye.sure)
    else:
        await _begin(manager, pair_of(manager))


async def get_sure(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _see(dialog_manager)
    day = date.fromisoformat(dialog_manager.dialog_data.get(_DAY, seen.today.isoformat()))
    return {
        "partner": seen.partner,
        "day": Day(day, seen.today),
        "subject": pack(seen.pair_id),
    }


async def _sure(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _begin(manager, unpack_one(item))


async def _begin(manager: DialogManager, pair_id: UUID) -> None:
    raw = manager.dialog_data.get(_DAY)
    if raw is None:
        raise Gone
    at_hand = hands(manager)
    await goodbyes.begin(
        at_hand.db, at_hand.actor, pair_id=pair_id, last_on=date.fromisoformat(raw)
    )
    await manager.switch_to(Goodbye.home)


async def get_script(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _see(dialog_manager)
    return {
        "partner": seen.partner,
        "day": Day(seen.last_on or seen.today, seen.today),
        "may_offer": seen.side is Role.MENTOR,
        "lines": [
            Line("goodbye-script-line", {"number": number, "words": words})
            for number, words in enumerate(seen.script, start=1)
        ],
    }


async def get_thanks(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _see(dialog_manager)
    return {
        "partner": seen.partner,
        "words": seen.thanks or "",
        "state": str(seen.thanks_state or "none"),
    }


async def _thank(manager: DialogManager, raw: str) -> None:
    at_hand = hands(manager)
    await thanks.write(at_hand.db, at_hand.actor, pair_id=pair_of(manager), words=raw)
    await manager.switch_to(Goodbye.home)


async def get_results(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _see(dialog_manager)
    return {
        "open": not seen.ended,
        "lines": [
            Line(
                f"goodbye-result-{one.result}",
                {"title": one.title, "bar": bar(one.progress), "progress": one.progress},
            )
            for one in seen.goals
        ],
    }


async def _to_diary(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    about = {"pair_id": str(pair_of(manager))}
    await manager.start(Diary.home, about, mode=StartMode.RESET_STACK)


async def _to_plan(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    about = {"pair_id": str(pair_of(manager))}
    await manager.start(Plan.home, about, mode=StartMode.RESET_STACK)


async def get_next(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at_hand, seen = hands(dialog_manager), await _see(dialog_manager)
    return {
        "partner": seen.partner,
        "choices": [
            button(
                one,
                worded(
                    at_hand, f"goodbye-next-{one}", mine=one is seen.next, partner=seen.partner
                ),
            )
            for one in seen.choices
        ],
    }


async def _choose(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in list(WhatNext):
        raise Gone
    at_hand = hands(manager)
    onward = await what_next.choose(
        at_hand.db,
        at_hand.actor,
        pair_id=pair_of(manager),
        what=WhatNext(pressed),
        profile=at_hand.profile,
    )
    if onward is None:
        await manager.switch_to(Goodbye.home)
        return
    await introduce_again(manager)  # there is a new role
    await resume(manager, onward)


def _others() -> tuple[Window, ...]:
    back = SwitchTo(L("button-back"), id="back", state=Goodbye.home)
    return (
        day_window(
            T("goodbye-ask-day", partner="partner"),
            state=Goodbye.day,
            back=Goodbye.home,
            grid="last",
            getter=get_day,
            chosen=_choose_day,
            preview={**PREVIEW, "partner": "Igor"},
        ),
        Window(
            T("goodbye-sure", partner="partner", day="day"),
            subject_button(L("goodbye-sure-yes"), id="yes", on_click=_sure),
            SwitchTo(L("goodbye-sure-no"), id="no", state=Goodbye.home),
            only_buttons(),
            state=Goodbye.sure,
            getter=get_sure,
            preview_data={"partner": "Igor", "day": "1 May", "subject": "x"},
        ),
        Window(
            Multi(T("goodbye-script", partner="partner", day="day"), Lines("lines"), sep="\n\n"),
            Button(L("goodbye-offer"), id="offer", on_click=_offer, when="may_offer"),
            SwitchTo(L("goodbye-move"), id="move", state=Goodbye.day),
            back,
            menu_button(),
            only_buttons(),
            state=Goodbye.script,
            getter=get_script,
            preview_data={"partner": "Igor", "day": "1 May", "may_offer": True, "lines": []},
        ),
        Window(
            T("goodbye-ask-thanks", partner="partner", words="words", state="state"),
            back,
            menu_button(),
            typed(_thank),
            state=Goodbye.thanks,
            getter=get_thanks,
            preview_data={"partner": "Igor", "words": "", "state": "none"},
        ),
        Window(
            Multi(T("goodbye-results"), Lines("lines"), sep="\n\n"),
            Button(L("goodbye-mend-results"), id="plan", on_click=_to_plan, when="open"),
            back,
            menu_button(),
            only_buttons(),
            state=Goodbye.results,
            getter=get_results,
            preview_data={"open": True, "lines": []},
        ),
        Window(
            T("goodbye-ask-next", partner="partner"),
            Grid("next", "choices", _choose),
            back,
            menu_button(),
            only_buttons(),
            state=Goodbye.next,
            getter=get_next,
            preview_data={"partner": "Igor", "choices": []},
        ),
    )


def dialog() -> Screens:
    return Screens(whoever_may(May.KEEP_PLAN), _home(), *_others())
