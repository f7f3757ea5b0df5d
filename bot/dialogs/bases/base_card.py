"""A card of the bases: how somebody stands, what they answered, what can be done for them."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import List, Multi

from bot.dialogs.applications.applications import LONGEST_ANSWER
from bot.dialogs.bases.onward_entering import enter_on
from bot.dialogs.desk.way_back import PERSON, back_from_card, past_button
from bot.dialogs.parts.lines import named
from bot.dialogs.parts.screens import Hands, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent
from bot.dialogs.parts.subjects import pack, shortened, shown_id, subject_button, unpack_one
from bot.dialogs.parts.typed import only_buttons
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import Applications, Bases
from bot.dialogs.team.passing_on import send_link
from bot.domain.moments import local
from bot.domain.participations import ParticipationState
from bot.domain.spoken import Day
from bot.texts import L, T
from bot.usecases.bases import base_import, bases
from bot.usecases.bases.bases import BaseCard

SHOWN, REMOVED = PERSON, "removed"


async def _card(manager: DialogManager) -> BaseCard:
    hand = hands(manager)
    return await bases.card(hand.db, hand.actor, participation_id=shown_id(manager, SHOWN))


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await _card(dialog_manager)
    waiting = card.entered and not card.here and card.may_enter
    not_come = waiting and card.state is ParticipationState.CONSENT
    return {
        "subject": pack(card.participation_id),
        "name": named(hand, card.name),
        "role": str(card.role),
        "state": "invited" if not_come else str(card.state),
        "year": str(card.birth_year or ""),
        "known_year": card.birth_year is not None,
        "since": Day(local(card.since, card.zone).date(), local(card.now, card.zone).date()),
        "reached": "lost" if card.lost else "bot" if card.here else "none" if not_come else "paper",
        "minor": card.minor,
        "agreed": card.guardian_agreed,
        "partners": ", ".join(card.partners),
        "paired": bool(card.partners),
        "answers": _answers(hand, card),
        "to_link": not_come,
        "to_paper": not_come,
        "to_form": waiting and card.state is ParticipationState.FORM,
        "to_decide": card.may_read and card.state is ParticipationState.APPLIED,
        "to_remove": not_come,
    }


def _answers(hand: Hands, card: BaseCard) -> list[dict[str, str]]:
    locale, tone = hand.reader.locale, hand.reader.tone
    return [
        {
            "question": item.text.say(locale, tone),
            "answer": shortened(
                item.kind.shown(card.answers[item.key], locale, tone), LONGEST_ANSWER
            ),
        }
        for item in (card.questionnaire.items if card.questionnaire else ())
        if item.key in card.answers and item.key != "name"
    ]


async def on_link(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """A link for this person alone, in a message to pass on."""
    if just_sent(manager, f"link:{item}"):
        return
    hand, participation_id = hands(manager), unpack_one(item)
    card = await bases.card(hand.db, hand.actor, participation_id=participation_id)
    made = await base_import.links(
        hand.db,
        hand.actor,
        programme_id=card.programme_id,
        role=None,
        participation_id=participation_id,
    )
    today = local(made.now, made.zone).date()
    words = {
        "programme": made.programme,
        "organisation": made.organisation,
        "name": made.links[0].name,
        "until": Day(local(made.until, made.zone).date(), today),
    }
    await send_link(manager, f"bases-personal-link-{made.role}", made.links[0].token, words)
    note_sent(manager, f"link:{item}")
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def on_enter(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """The paper, or the form, of somebody who uses no messenger."""
    participation_id = unpack_one(item)
    await enter_on(manager, participation_id, programme_of(manager))


async def on_decide(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    participation_id = unpack_one(item)
    about = {
        "participation_id": str(participation_id),
        "programme_id": str(programme_of(manager)),
    }
    await manager.start(
        Applications.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
    )


async def on_remove(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, participation_id = hands(manager), unpack_one(item)
    await base_import.remove(hand.db, hand.actor, participation_id=participation_id)
    manager.dialog_data[REMOVED] = True
    manager.dialog_data.pop(SHOWN, None)
    await manager.switch_to(Bases.list)


_CARD = {
    "subject": "x", "name": "Lena", "role": "mentee", "state": "approved", "year": "2012",
    "known_year": True, "since": "", "reached": "bot", "minor": True, "agreed": True,
    "partners": "Igor", "paired": True, "answers": [{"question": "Why?", "answer": "So"}],
    "to_link": True, "to_paper": True, "to_form": True, "to_decide": True, "to_remove": True,
}  # fmt: skip


def windows() -> tuple[Window, Window]:
    return (
        Window(
            Multi(
                T("bases-card", name="name", role="role"),
                T("bases-card-state-{state}", since="since"),
                T("bases-card-year", year="year", when="known_year"),
                T("bases-card-minor", agreed="agreed", when="minor"),
                T("bases-card-reached-{reached}"),
                T("bases-card-paired", partners="partners", when="paired"),
                List(
                    T("applications-answer", question="item.question", answer="item.answer"),
                    items="answers",
                ),
            ),
            subject_button(L("bases-to-decide"), id="dec", on_click=on_decide, when="to_decide"),
            subject_button(L("bases-to-link"), id="link", on_click=on_link, when="to_link"),
            subject_button(L("bases-to-paper"), id="pap", on_click=on_enter, when="to_paper"),
            subject_button(L("bases-to-form"), id="form", on_click=on_enter, when="to_form"),
            SwitchTo(L("bases-to-remove"), id="rem", state=Bases.sure, when="to_remove"),
            past_button(PERSON),
            back_from_card(Bases.list),
            menu_button(),
            only_buttons(),
            state=Bases.card,
            getter=get_card,
            preview_data=_CARD,
        ),
        Window(
            T("bases-sure", name="name"),
            subject_button(L("bases-remove"), id="yes", on_click=on_remove),
            SwitchTo(L("button-back"), id="card", state=Bases.card),
            menu_button(),
            only_buttons(),
            state=Bases.sure,
            getter=get_card,
            preview_data=_CARD,
        ),
    )
