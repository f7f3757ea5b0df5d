"""The curator's questionnaire: answered in the chat, and read again beside those of before."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.monitoring.indicator_states import Assess, CuratorSurvey
from bot.dialogs.parts.lines import Grid, Line, Lines, button, named, spoken, worded
from bot.dialogs.parts.paging import leafed, pager, to_first_page
from bot.dialogs.parts.questions import question_window
from bot.dialogs.parts.screens import Hands, Screens, begun_with, hands, menu_button
from bot.dialogs.parts.subjects import pack, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.monitoring import curator_survey
from bot.usecases.monitoring.curator_survey import Given

SHOWN, ANSWERS_AT_ONCE = 4, 10
_GIVEN = "given_id"


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await curator_survey.home(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), profile=hand.profile
    )
    begun = found.begun
    return {
        "title": found.questionnaire.title,
        "questions": len(found.questionnaire.items),
        "none": not found.given,
        "lines": [
            line for one in found.given[:SHOWN] for line in _sums(hand, one)
        ],
        "given": [
            button(
                pack(one.response_id),
                worded(hand, "curator-survey-open", day=Day(one.on, one.today),
                       by=named(hand, one.by)),
            )
            for one in found.given[:SHOWN]
        ],
        "begin": not begun,
        "begun": begun is not None,
        "number": begun.number if begun else 0,
        "total": begun.total if begun else 0,
    }  # fmt: skip


def _sums(hand: Hands, one: Given) -> Iterator[Line]:
    yield Line("curator-survey-line", {"day": Day(one.on, one.today), "by": named(hand, one.by)})
    for scale in one.sums:
        facts = {"title": scale.title, "points": scale.points, "most": scale.most}
        yield Line("curator-survey-sum", facts)


async def on_begin(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    hand = hands(manager)
    programme_id = programme_of(manager)
    response_id = await curator_survey.begin(
        hand.db, hand.actor, programme_id=programme_id, profile=hand.profile
    )
    about = {"programme_id": str(programme_id), "response_id": str(response_id)}
    await manager.start(
        CuratorSurvey.question, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
    )


async def on_one(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[_GIVEN] = str(unpack_one(item))
    await to_first_page(_, __, manager)
    await manager.switch_to(CuratorSurvey.given)


async def _done(manager: DialogManager) -> None:
    manager.dialog_data.pop(_GIVEN, None)
    await manager.switch_to(CuratorSurvey.given)


def _given_id(manager: DialogManager) -> UUID:
    """The one chosen, or the one that was just filled in. Raises `Gone`."""
    found = manager.dialog_data.get(_GIVEN) or begun_with(manager).get("response_id")
    if found is None:
        raise Gone
    return UUID(str(found))


async def get_given(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    one = await curator_survey.given(
        hand.db, hand.actor, response_id=_given_id(dialog_manager)
    )
    lines, pager_says = leafed(dialog_manager, list(_answers(hand, one)), ANSWERS_AT_ONCE)
    return {
        "title": one.questionnaire.title,
        "sums": list(_sums(hand, one)),
        "lines": lines,
        **pager_says,
    }


def _answers(hand: Hands, one: Given) -> Iterator[Line]:
    for item in one.questionnaire.items:
        value = one.answers.get(item.key)
        if value is not None:
            said = item.kind.shown(value, hand.reader.locale, hand.reader.tone)
            yield Line("curator-survey-answer", {"question": spoken(hand, item.text), "said": said})


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ASSESS),
        Window(
            Multi(
                T("curator-survey-title", title="title"),
                T("curator-survey-none", when="none", questions="questions"),
                Lines("lines", when="lines"),
                sep="\n\n",
            ),
            Button(L("curator-survey-begin"), id="begin", on_click=on_begin, when="begin"),
            Button(
                L("curator-survey-go-on", number="number", total="total"),
                id="go_on", on_click=on_begin, when="begun",
            ),
            Grid("given", "given", on_one),
            back_to(Assess.home),
            menu_button(),
            only_buttons(),
            state=CuratorSurvey.home,
            getter=get_home,
        ),
        question_window(CuratorSurvey.question, title="survey-progress", done=_done),
        Window(
            Multi(
                T("curator-survey-given", title="title"),
                Lines("sums"),
                Lines("lines"),
                sep="\n\n",
            ),
            pager(),
            SwitchTo(
                L("button-back"), id="home", state=CuratorSurvey.home, on_click=to_first_page
            ),
            menu_button(),
            only_buttons(),
            state=CuratorSurvey.given,
            getter=get_given,
        ),
    )  # fmt: skip
