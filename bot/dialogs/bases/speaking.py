"""The team answers for people without a messenger: a proposed pair, a survey, as they said it."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.proposal import about_lines, decline_window, reason_buttons, slot_words
from bot.dialogs.parts.lines import Grid, Lines, button, named, spoken, worded
from bot.dialogs.parts.paging import leafed, pager
from bot.dialogs.parts.questions import question_window, seen
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button, start_id
from bot.dialogs.parts.subjects import pack, shortened, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Entering, Speaking
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.responses import ResponseState
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.bases import bases, speaking
from bot.usecases.bases.speaking import Asked, Kind
from bot.usecases.pairs import pairs

SHOWN = 6
_FOR = "participation_id"


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await speaking.waiting(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    shown, pager_says = leafed(dialog_manager, found, SHOWN)
    return {
        "some": bool(found),
        "none": not found,
        "asked": [button(pack(one.subject), _label(hand, one)) for one in shown],
        **pager_says,
    }


def _label(hand: Hands, one: Asked) -> str:
    facts = {"name": shortened(named(hand, one.name), 24)}
    if one.questionnaire is not None:
        return worded(
            hand, "speaking-survey", title=spoken(hand, one.questionnaire.title), **facts
        )
    return worded(hand, "speaking-pair", partner=shortened(one.partner or "—", 24), **facts)


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, subject = hands(manager), unpack_one(item)
    programme_id = programme_of(manager)
    found = await speaking.waiting(hand.db, hand.actor, programme_id=programme_id)
    asked = next((one for one in found if one.subject == subject), None)
    if asked is None:
        raise Gone
    about = {"programme_id": str(programme_id), _FOR: str(asked.participation_id)}
    if asked.kind is Kind.PAIR:
        state, about["pair_id"] = Speaking.proposal, str(subject)
    else:
        state, about["response_id"] = Speaking.question, str(subject)
    await manager.start(state, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def get_proposal(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    view = await pairs.proposal(
        hand.db,
        hand.actor,
        pair_id=start_id(dialog_manager, "pair_id"),
        speaking_for=_for(dialog_manager),
    )
    return {
        "name": await _name(dialog_manager),
        "partner": view.partner,
        "side": str(view.side),
        "about": about_lines(hand, view.about, view.questionnaire),
        "slots": slot_words(hand, view.shared_slots),
        "until": When(view.expires_at, view.zone, view.now),
        "reasons": reason_buttons(hand, view.side),
    }


def _for(manager: DialogManager) -> UUID:
    return start_id(manager, _FOR)


async def _name(manager: DialogManager) -> str:
    hand = hands(manager)
    names = await bases.names(
        hand.db, hand.actor, programme_id=programme_of(manager), participation_ids=[_for(manager)]
    )
    return named(hand, names.get(_for(manager)))


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
        speaking_for=_for(manager),
    )
    await manager.switch_to(Speaking.answered)


async def _noted(manager: DialogManager) -> None:
    await manager.switch_to(Speaking.answered)


async def _skip_what_is_done(start_data: Any, manager: DialogManager) -> None:
    survey = isinstance(start_data, dict) and "response_id" in start_data
    if survey and (await seen(manager)).item is None:
        await _noted(manager)


async def get_answered(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.start_data
    over = False
    if isinstance(data, dict) and "response_id" in data:
        over = (await seen(dialog_manager)).state is not ResponseState.FINISHED
    return {"name": await _name(dialog_manager), "over": over}


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
        question_window(Speaking.question, title="speaking-progress", done=_noted),
        Window(
            T("speaking-answered", name="name", over="over"),
            back_to(Speaking.list),
            menu_button(),
            only_buttons(),
            state=Speaking.answered,
            getter=get_answered,
        ),
        on_start=_skip_what_is_done,
    )
