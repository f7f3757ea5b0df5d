"""The team answers for people without a messenger: a pair, a survey, a meeting, as they said it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.bases import speaking_meetings
from bot.dialogs.bases.spoken_for import FOR, ON_BEHALF, name_of, whose
from bot.dialogs.pairs.group_poll_states import GroupPoll
from bot.dialogs.pairs.proposal import about_lines, decline_window, reason_buttons, slot_words
from bot.dialogs.parts.lines import Grid, Lines, button, named, spoken, worded
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.questions import question_window, seen
from bot.dialogs.parts.screens import Hands, Screens, begun_with, hands, menu_button, start_id
from bot.dialogs.parts.subjects import pack, shortened, unpack
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Entering, Speaking
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.responses import ResponseState
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.bases import speaking
from bot.usecases.bases.speaking import Asked, Kind
from bot.usecases.pairs import pairs

SHOWN = 6


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await speaking.waiting(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    shown, pager_says = leafed(dialog_manager, found, SHOWN)
    return {
        "some": bool(found),
        "none": not found,
        "asked": [
            button(pack(one.subject, one.participation_id), _label(hand, one)) for one in shown
        ],
        **pager_says,
    }


def _label(hand: Hands, one: Asked) -> str:
    facts = {"name": shortened(named(hand, one.name), 24)}
    if one.questionnaire is not None:
        return worded(
            hand, "speaking-survey", title=spoken(hand, one.questionnaire.title), **facts
        )
    facts["partner"] = shortened(one.partner or "—", 24)
    at = When(one.until, one.zone, one.now)
    return worded(hand, f"speaking-{one.kind}", at=at, **facts)


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, ids = hands(manager), unpack(item)
    programme_id = programme_of(manager)
    found = await speaking.waiting(hand.db, hand.actor, programme_id=programme_id)
    asked = next((one for one in found if [one.subject, one.participation_id] == ids), None)
    if asked is None:
        raise Gone
    subject = str(asked.subject)
    about = {"programme_id": str(programme_id), FOR: str(asked.participation_id)}
    if asked.kind is Kind.PAIR:
        state, about["pair_id"] = Speaking.proposal, subject
    elif asked.kind is Kind.SURVEY:
        state, about["response_id"] = Speaking.question, subject
    elif asked.kind is Kind.POLL:
        state, about = GroupPoll.tick, {"poll_id": subject, ON_BEHALF: about[FOR]}
    elif asked.kind is Kind.MEETING:
        state, about["pair_id"] = Speaking.offer, subject
    else:
        state, about["meeting_id"] = Speaking.meeting, subject
    await manager.start(state, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def get_proposal(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    view = await pairs.proposal(
        hand.db,
        hand.actor,
        pair_id=start_id(dialog_manager, "pair_id"),
        speaking_for=whose(dialog_manager),
    )
    return {
        "name": await name_of(dialog_manager),
        "partner": view.partner,
        "side": str(view.side),
        "about": about_lines(hand, view.about, view.questionnaire),
        "slots": slot_words(hand, view.shared_slots),
        "until": When(view.expires_at, view.zone, view.now),
        "reasons": reason_buttons(hand, view.side),
    }


async def _accept(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _answer(manager, accepts=True)


async def _say_no(manager: DialogManager, reason: str | None) -> None:
    await _answer(manager, accepts=False, reason=reason)


async def _answer(manager: DialogManager, *, accepts: bool, reason: str | None = None) -> None:
    hand = hands(manager)
    await pairs.answer(
        hand.db,
        hand.actor,
        pair_id=start_id(manager, "pair_id"),
        accepts=accepts,
        reason=reason,
        profile=hand.profile,
        speaking_for=whose(manager),
    )
    await manager.switch_to(Speaking.answered)


async def _noted(manager: DialogManager) -> None:
    await manager.switch_to(Speaking.answered)


async def _skip_what_is_done(start_data: Any, manager: DialogManager) -> None:
    survey = isinstance(start_data, dict) and "response_id" in start_data
    if survey and (await seen(manager)).item is None:
        await _noted(manager)


async def get_answered(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    asked = begun_with(dialog_manager)
    over = False
    if "response_id" in asked:
        over = (await seen(dialog_manager)).state is not ResponseState.FINISHED
    met = "meeting_id" in asked
    return {"name": await name_of(dialog_manager), "over": over, "met": met, "signed": not met}


def dialog() -> Screens:
    return Screens(
        whoever_may(May.ENTER_PARTICIPANTS),
        Window(
            Multi(T("speaking-title", when="some"), T("speaking-none", when="none")),
            Grid("asked", "asked", _open),
            pager(),
            back_to(Entering.home),
            menu_button(),
            only_buttons(),
            state=Speaking.list,
            getter=get_list,
        ),
        Window(
            Multi(
                T("speaking-proposal", name="name", side="side", partner="partner"),
                Lines("about"),
                T("speaking-slots", slots="slots", when="slots"),
                T("speaking-until", until="until"),
                sep="\n\n",
            ),
            Button(L("speaking-accept"), id="yes", on_click=_accept),
            SwitchTo(L("speaking-decline"), id="no", state=Speaking.decline),
            back_to(Speaking.list),
            menu_button(),
            only_buttons(),
            state=Speaking.proposal,
            getter=get_proposal,
        ),
        decline_window(
            T("speaking-why", name="name"),
            state=Speaking.decline,
            back=Speaking.proposal,
            say_no=_say_no,
            getter=get_proposal,
        ),
        *speaking_meetings.windows(),
        question_window(Speaking.question, title="speaking-progress", done=_noted),
        Window(
            T("speaking-answered", name="name", over="over", when="signed"),
            T("speaking-met", name="name", when="met"),
            back_to(Speaking.list),
            menu_button(),
            only_buttons(),
            state=Speaking.answered,
            getter=get_answered,
        ),
        on_start=_skip_what_is_done,
    )
