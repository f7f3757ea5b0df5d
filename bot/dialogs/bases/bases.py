"""The bases: who is in the programme, found by a part of the name; a card; the export."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import List, Multi

from bot.dialogs.applications.applications import LONGEST_ANSWER
from bot.dialogs.bases.base_files_sent import send_export, send_links
from bot.dialogs.bases.onward_entering import enter_on
from bot.dialogs.desk.way_back import PERSON, back_from_card, past_button
from bot.dialogs.parts.lines import Grid, button, named, worded
from bot.dialogs.parts.paging import PAGE, page_of, pager, turned
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.sending import just_sent, note_sent
from bot.dialogs.parts.subjects import (
    pack,
    shortened,
    shown_id,
    subject_button,
    subject_list,
    unpack_one,
)
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, leads_to, programme_of
from bot.dialogs.states import Applications, BaseImport, Bases, Entering, Rooms
from bot.dialogs.team.passing_on import send_link
from bot.domain.access import May, Role
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.participations import ParticipationState
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.bases import base_import, bases
from bot.usecases.bases.bases import BaseCard, Line

ROLES = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)
LONGEST_SOUGHT = 60
_ROLE, _SOUGHT, _SHOWN, _REMOVED = "role", "sought", "participation_id", "removed"


def _role(manager: DialogManager) -> Role:
    return Role(manager.dialog_data.get(_ROLE, Role.MENTEE))


def _shown(manager: DialogManager) -> UUID:
    return shown_id(manager, _SHOWN)


async def get_home(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await bases.overview(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager)
    )
    counts = seen.numbers
    return {
        "roles": [button(one, worded(hand, f"bases-go-{one}", count=counts[one])) for one in ROLES],
        "fast_lane": seen.fast_lane,
        "not_come": seen.not_come,
        "some_not_come": seen.not_come > 0 and seen.may_enter,
        "may_enter": seen.may_enter,
    }


async def on_role(_: CallbackQuery, __: Any, manager: DialogManager, role: str) -> None:
    if role not in ROLES:
        raise Gone
    manager.dialog_data.update({_ROLE: role, PAGE: 0, _SOUGHT: ""})
    manager.dialog_data.pop(_REMOVED, None)
    await manager.switch_to(Bases.list)


async def on_export(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    if just_sent(manager, "export"):
        return
    hand = hands(manager)
    exported = await bases.export(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )
    await send_export(manager, exported)
    note_sent(manager, "export")


async def on_import(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.start(BaseImport.whom, {"programme_id": str(programme_of(manager))})


async def on_links(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """Links of everybody who has not come yet, anew."""
    if just_sent(manager, "links"):
        return
    hand = hands(manager)
    made = await base_import.links(
        hand.db, hand.actor, programme_id=programme_of(manager), role=None
    )
    await send_links(manager, made)
    note_sent(manager, "links")


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page, role = hands(dialog_manager), page_of(dialog_manager), _role(dialog_manager)
    sought = str(dialog_manager.dialog_data.get(_SOUGHT, ""))
    found = await bases.listed(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        role=role,
        words=sought,
        page=page,
    )
    return {
        "role": str(role),
        "total": found.total,
        "sought": sought,
        "seeking": bool(sought),
        "empty": not found.lines,
        "asking": bool(found.lines) and not sought,
        "removed": bool(dialog_manager.dialog_data.get(_REMOVED)),
        "lines": [{"id": pack(one.participation_id), "label": _label(hand, one)}
                  for one in found.lines],
        **turned(page, more=found.more),
    }  # fmt: skip


def _label(hand: Hands, line: Line) -> str:
    state = "invited" if line.invited and line.state is ParticipationState.CONSENT else line.state
    name = shortened(named(hand, line.name), 34)
    return f"{name} · {worded(hand, f'bases-state-{state}')}"


async def on_words(manager: DialogManager, words: str) -> None:
    manager.dialog_data.update({_SOUGHT: " ".join(words.split())[:LONGEST_SOUGHT], PAGE: 0})


async def on_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.update({_SOUGHT: "", PAGE: 0})


async def on_open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    participation_id = unpack_one(item)
    manager.dialog_data[_SHOWN] = str(participation_id)
    manager.dialog_data.pop(_REMOVED, None)
    await manager.switch_to(Bases.card)


async def _card(manager: DialogManager) -> BaseCard:
    hand = hands(manager)
    return await bases.card(hand.db, hand.actor, participation_id=_shown(manager))


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
    manager.dialog_data[_REMOVED] = True
    manager.dialog_data.pop(_SHOWN, None)
    await manager.switch_to(Bases.list)


_HOME = {
    "roles": [{"id": "mentee", "label": "Mentees (48)"}],
    "fast_lane": 2,
    "not_come": 3,
    "some_not_come": True,
    "may_enter": True,
}
_LIST = {
    "role": "mentee", "total": 48, "sought": "ivan", "seeking": True, "empty": True,
    "asking": True, "removed": True, "lines": [{"id": "x", "label": "Lena"}],
    **turned(1, more=True),
}  # fmt: skip
_CARD = {
    "subject": "x", "name": "Lena", "role": "mentee", "state": "approved", "year": "2012",
    "known_year": True, "since": "", "reached": "bot", "minor": True, "agreed": True,
    "partners": "Igor", "paired": True, "answers": [{"question": "Why?", "answer": "So"}],
    "to_link": True, "to_paper": True, "to_form": True, "to_decide": True, "to_remove": True,
}  # fmt: skip


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_BASES),
        Window(
            Multi(
                T("bases-title"),
                T("bases-fast-lane", count="fast_lane", when="fast_lane"),
                T("bases-not-come", count="not_come", when="some_not_come"),
            ),
            Grid("role", "roles", on_role),
            Group(
                Button(L("bases-export"), id="export", on_click=on_export),
                Button(L("bases-import"), id="import", on_click=on_import, when="may_enter"),
                width=2,
            ),
            Button(
                L("rooms-go-entering"),
                id="entering",
                on_click=leads_to(Entering.home),
                when="may_enter",
            ),
            Button(L("bases-links"), id="links", on_click=on_links, when="some_not_come"),
            back_to(Rooms.list),
            menu_button(),
            only_buttons(),
            state=Bases.home,
            getter=get_home,
            preview_data=_HOME,
        ),
        Window(
            Multi(
                T("bases-removed", when="removed"),
                T("bases-list-{role}", total="total"),
                T("bases-sought", sought="sought", total="total", when="seeking"),
                T("bases-type-name", when="asking"),
                T("bases-nobody", when="empty"),
            ),
            subject_list(id="who", items="lines", on_click=on_open),
            pager(),
            Button(L("bases-show-all"), id="all", on_click=on_all, when="seeking"),
            SwitchTo(L("button-back"), id="home", state=Bases.home),
            menu_button(),
            typed(on_words),
            state=Bases.list,
            getter=get_list,
            preview_data=_LIST,
        ),
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
