"""The assessment of a programme in ten taps, with what is known beside each criterion."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.indicator_states import Assess, CuratorSurvey
from bot.dialogs.monitoring.indicator_words import rounded
from bot.dialogs.monitoring.room_states import Monitoring
from bot.dialogs.parts.lines import Grid, Line, Lines, button, spoken, worded
from bot.dialogs.parts.questions import bar
from bot.dialogs.parts.screens import Screens, hands, menu_button
from bot.dialogs.parts.subjects import pack, shown_id, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, go_to, programme_of
from bot.domain.access import May
from bot.domain.assessments import MARKS, When
from bot.domain.errors import Gone
from bot.domain.spoken import Day, Listed
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import assessments
from bot.usecases.monitoring.curator_survey import KEY

SUBJECT = "assessment_id"
_SHOWN = 4  # of the history


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await assessments.home(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), profile=hand.profile
    )
    return {
        "programme": found.programme,
        "none": not found.finished,
        "total": len(hand.profile.assessment.criteria),
        "lines": [
            Line(
                "assessment-line",
                {
                    "at": one.at, "on": Day(one.on, found.today), "sum": one.sum,
                    "most": one.most, "level": one.level.title,
                },
            )
            for one in found.finished[:_SHOWN]
        ],
        "survey": found.assesses and KEY in hand.profile.questionnaires,
        "begin": [
            button(
                str(at),
                worded(hand, f"assessment-begin-{at}", begun=at in found.begun,
                       given=found.begun.get(at, 0)),
            )
            for at in (When.END, When.MIDDLE)
            if found.assesses
        ],
        "open": [
            button(
                pack(one.assessment_id),
                worded(hand, "assessment-open", at=one.at, on=Day(one.on, found.today)),
            )
            for one in found.finished[:_SHOWN]
        ],
    }  # fmt: skip


async def on_begin(_: CallbackQuery, __: Any, manager: DialogManager, at: str) -> None:
    if at not in list(When):
        raise Gone
    hand = hands(manager)
    begun = await assessments.begin(
        hand.db, hand.actor, programme_id=programme_of(manager), at=When(at)
    )
    manager.dialog_data[SUBJECT] = str(begun)
    await manager.switch_to(Assess.mark)


async def on_survey(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await go_to(manager, CuratorSurvey.home)


async def on_open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[SUBJECT] = str(unpack_one(item))
    await manager.switch_to(Assess.result)


def _subject(manager: DialogManager) -> UUID:
    return shown_id(manager, SUBJECT)


async def get_mark(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    asked = await assessments.asked(
        hand.db, hand.actor, assessment_id=_subject(dialog_manager), profile=hand.profile
    )
    criterion = asked.criterion
    key = criterion.key if criterion else ""
    return {
        "at": asked.at,
        "number": asked.number,
        "total": asked.total,
        "bar": bar(asked.number - 1, asked.total),
        "title": criterion.title if criterion else "",
        "why": criterion.why if criterion else "",
        "facts": [
            Line(
                f"assessment-fact-{name}",
                {
                    "number": fact.number, "of": fact.of,
                    "share": rounded(fact.number / fact.of * 100),
                },
            )
            for name, fact in asked.facts
        ],
        "marks": [
            button(f"{key}:{mark}", worded(hand, f"assessment-mark-{mark}")) for mark in MARKS
        ]
        if criterion
        else [],
        "later": asked.number > 1,
    }  # fmt: skip


async def on_mark(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    criterion, _sign, mark = pressed.partition(":")
    if mark not in {str(one) for one in MARKS}:
        raise Gone
    hand = hands(manager)
    done = await assessments.mark(
        hand.db,
        hand.actor,
        assessment_id=_subject(manager),
        criterion=criterion,
        mark=int(mark),
        profile=hand.profile,
    )
    if done:
        await manager.switch_to(Assess.result)


async def on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the criterion before; from the first one to where it was begun."""
    hand = hands(manager)
    went = await assessments.back(
        hand.db, hand.actor, assessment_id=_subject(manager), profile=hand.profile
    )
    if not went:
        await manager.switch_to(Assess.home)


async def get_result(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await assessments.result(
        hand.db, hand.actor, assessment_id=_subject(dialog_manager), profile=hand.profile
    )
    levels = hand.profile.assessment.levels
    home = await assessments.home(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), profile=hand.profile
    )
    place = levels.index(found.level)
    most = levels[place - 1].least - 1 if place else found.most
    return {
        "at": found.at,
        "on": Day(found.on, home.today),
        "by": found.by,
        "sum": found.sum,
        "most": found.most,
        "level": found.level.title,
        "least": found.level.least,
        "up_to": most,
        "lines": [
            Line(
                "assessment-given",
                {"title": one.title, "mark": found.marks.get(one.key, 0)},
            )
            for one in hand.profile.assessment.criteria
        ],
        "weak": bool(found.weakest),
        "weakest": Listed(tuple(f"«{spoken(hand, one.title)}»" for one in found.weakest[:3])),
    }


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_TOTALS),
        Window(
            Multi(
                T("assessment-title", programme="programme"),
                T("assessment-none", when="none", total="total"),
                Lines("lines", when="lines"),
                sep="\n\n",
            ),
            Grid("begin", "begin", on_begin),
            Grid("open", "open", on_open),
            Button(
                L("assessment-curator-survey"), id="survey", on_click=on_survey, when="survey"
            ),
            back_to(Monitoring.home),
            menu_button(),
            only_buttons(),
            state=Assess.home,
            getter=get_home,
        ),
        Window(
            Multi(
                T("assessment-progress", at="at", number="number", total="total", bar="bar"),
                T("assessment-criterion", title="title", why="why"),
                Lines("facts", when="facts"),
                sep="\n\n",
            ),
            Grid("mark", "marks", on_mark),
            Button(L("button-back"), id="back", on_click=on_back),
            menu_button(),
            only_buttons(),
            state=Assess.mark,
            getter=get_mark,
        ),
        Window(
            Multi(
                T(
                    "assessment-result",
                    at="at",
                    on="on",
                    by="by",
                    sum="sum",
                    most="most",
                    level="level",
                    least="least",
                    up_to="up_to",
                ),
                Lines("lines"),
                T("assessment-weakest", when="weak", weakest="weakest"),
                sep="\n\n",
            ),
            SwitchTo(L("button-back"), id="back", state=Assess.home),
            menu_button(),
            only_buttons(),
            state=Assess.result,
            getter=get_result,
        ),
    )
