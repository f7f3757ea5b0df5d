"""The curator's card of one pair: how it goes, why we think so, and what can be done.

From here the curator opens either form, asks both to meet, or ends the pair.
"""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import List, Multi

from bot.dialogs.desk.way_back import PAIR, back_to_found, past_button
from bot.dialogs.documents.document_states import Papers
from bot.dialogs.pairs import ending as pair_ending
from bot.dialogs.pairs.ending import TOLD, pair_of
from bot.dialogs.pairs.life_states import PairDesk
from bot.dialogs.pairs.plan_states import Diary
from bot.dialogs.parts.lines import Line, Lines, spoken, worded
from bot.dialogs.parts.screens import Hands, begun_with, hands, menu_button
from bot.dialogs.parts.subjects import pack, subject_button, unpack_one
from bot.dialogs.programme.desk import go_to
from bot.dialogs.states import Applications, Pairs
from bot.domain.access import May
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.moments import local
from bot.domain.pairs import (
    AGREED,
    CLOSED,
    CONSENT_WITHDRAWN,
    ENDINGS,
    GUARDIAN_SAID_NO,
    MEETING,
    PairState,
)
from bot.domain.papers import PaperKind
from bot.domain.spoken import Day, Listed, When
from bot.texts import L, T
from bot.usecases.letters.consents import lacks_in_words
from bot.usecases.pairs import cards as pair_cards
from bot.usecases.pairs import nudges
from bot.usecases.pairs.cards import PairCard
from bot.usecases.pairs.pairs import PairLine

LIVELY = MEETING | {PairState.PROPOSED}  # a light says how it goes


async def _card_of(manager: DialogManager) -> PairCard:
    hand = hands(manager)
    return await pair_cards.card(
        hand.db, hand.actor, pair_id=pair_of(manager), profile=hand.profile
    )


def why(hand: Hands, line: PairLine, most: int = 1) -> str:
    """The strongest reasons of its light."""
    if line.state is PairState.ACCEPTED:
        return worded(hand, "pairs-why-accepted")
    return "; ".join(worded(hand, one.key, **one.args) for one in line.health.told[:most])


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    card = await _card_of(dialog_manager)
    line, form = card.line, hand.profile.form(card.form)
    figures, acts = line.meetings, May.PROPOSE_PAIRS in card.rights
    return {
        "mentee": line.mentee,
        "mentor": line.mentor,
        "light": str(line.health.light),
        "why": why(hand, line, most=2),
        "open": line.state in LIVELY,
        "over": line.state not in LIVELY,
        "told": dialog_manager.dialog_data.get(TOLD),
        "subject": pack(line.pair_id),
        "mentee_form": pack(card.mentee_participation_id),
        "mentor_form": pack(card.mentor_participation_id),
        "forms": May.SEE_APPLICATIONS in card.rights,
        "lacks": [
            Line("pairs-card-lacks", {"name": name, "lacks": lacks_in_words(some)})
            for name, some in card.lacks
        ],
        "entered": [
            Line("pairs-card-entered", {"name": name, "by": by}) for name, by in card.entered
        ]
        + [
            Line("pairs-card-entered-time", {"name": name, "by": by})
            if at is None
            else Line("pairs-card-entered-meeting", {"name": name, "by": by, "day": _day(card, at)})
            for at, name, by in card.entered_meetings
        ],
        "why_closed": _why_closed(hand, card),
        "diary": May.READ_DIARY in card.rights and card.active_since is not None,
        "may_nudge": acts and line.state in MEETING and figures.next_at is None,
        "begun": line.state in AGREED and acts,
        "waiting": card.waiting,
        "agreement": card.agreement,
        "may_end": acts and line.state in AGREED,
        "may_take_back": acts and line.state is PairState.PROPOSED,
        "state": "rests" if line.rests else str(line.state),
        "form": form.title if form else card.form,
        "active": card.active_since is not None,
        "since": _day(card, card.active_since or card.proposed_at),
        "proposed": line.state is PairState.PROPOSED,
        "until": When(card.expires_at, card.zone, card.now),
        "mentee_says": _answer(card.mentee_accepts),
        "mentor_says": _answer(card.mentor_accepts),
        "held": figures.held,
        "has_last": figures.last_held is not None,
        "last": _day(card, figures.last_held or card.now),
        "has_next": figures.next_at is not None,
        "next": When(figures.next_at or card.now, card.zone, card.now),
        "history": [_meeting(card, one) for one in card.history],
        "unreachable": bool(card.unreachable),
        "lost": Listed(card.unreachable),
    }


def _why_closed(hand: Hands, card: PairCard) -> str:
    """In words: a reason of ours, or the answer of whoever declined."""
    if card.line.state is PairState.DECLINED and card.answer_reason == GUARDIAN_SAID_NO:
        return worded(hand, "pairs-guardian-said-no")
    if card.line.state is PairState.DECLINED and card.answer_reason:
        return spoken(hand, hand.profile.answer_in_words(card.answer_reason))
    known = card.line.state in CLOSED and card.reason in (*ENDINGS, CONSENT_WITHDRAWN)
    return worded(hand, f"pairs-ending-{card.reason}") if known else ""


def _day(card: PairCard, at: Any) -> Day:
    return Day(local(at, card.zone).date(), local(card.now, card.zone).date())


def _answer(accepts: bool | None) -> str:
    return {True: "yes", False: "no", None: "silent"}[accepts]


def _meeting(card: PairCard, meeting: Meeting) -> dict[str, Any]:
    return {
        "state": str(meeting.state),
        "at": When(meeting.at or meeting.offered_times[0], card.zone, card.now),
        "more": len(meeting.times) - 1,
        "mentee": card.line.mentee,
        "mentor": card.line.mentor,
        "mentee_says": str(meeting.mentee_says or "silent"),
        "mentor_says": str(meeting.mentor_says or "silent"),
        "disputed": meeting.state is MeetingState.DISPUTED,
    }


async def on_form(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    """The form of one of the two; its way back leads here."""
    participation_id = unpack_one(item)
    card = await _card_of(manager)
    about = {
        "participation_id": str(participation_id),
        "programme_id": str(card.programme_id),
        "pair_id": str(card.line.pair_id),
    }
    await manager.start(
        Applications.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
    )


async def on_diary(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    about = {"pair_id": str(unpack_one(item))}
    await manager.start(Diary.home, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def on_agreement(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    card = await _card_of(manager)
    about = {
        "programme_id": str(card.programme_id),
        "pair_id": str(card.line.pair_id),
        "paper": str(PaperKind.AGREEMENT),
    }
    await manager.start(Papers.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def on_desk(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    about = {"pair_id": str(pair_of(manager))}
    await manager.start(PairDesk.home, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def on_nudge(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    pair_id = unpack_one(item)
    hand = hands(manager)
    await nudges.nudge(hand.db, hand.actor, pair_id=pair_id)
    manager.dialog_data[TOLD] = "nudged"


async def on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the list, also when a letter opened the card."""
    manager.dialog_data.pop(TOLD, None)
    if await back_to_found(manager):
        return
    data = begun_with(manager)
    if "programme_id" in data:
        await manager.switch_to(Pairs.list)
        return
    card = await _card_of(manager)
    await go_to(manager, Pairs.list, card.programme_id)


def window() -> Window:
    return Window(
        Multi(
            T("pairs-card-title", mentee="mentee", mentor="mentor"),
            T("pairs-card-light", when="open", light="light", why="why"),
            T("pairs-card-over", when="over", state="state"),
            Lines("lacks", when="lacks"),
            Lines("entered", when="entered"),
            T("pairs-card-why-closed", when="why_closed", why="why_closed"),
            T("pairs-card-form", form="form"),
            T("pairs-card-since", when="active", since="since"),
            T(
                "pairs-card-proposed",
                when="proposed",
                since="since",
                until="until",
                mentee="mentee",
                mentor="mentor",
                mentee_says="mentee_says",
                mentor_says="mentor_says",
            ),
            T("pairs-card-held", when="active", held="held"),
            T("pairs-card-last", when="has_last", last="last"),
            T("pairs-card-next", when="has_next", next="next"),
            List(
                T(
                    "pairs-meeting-{item[state]}",
                    at="item.at",
                    more="item.more",
                    mentee="item.mentee",
                    mentor="item.mentor",
                    mentee_says="item.mentee_says",
                    mentor_says="item.mentor_says",
                ),
                items="history",
            ),
            T("pairs-card-waiting", when="waiting", n="waiting"),
            T("pairs-unreachable", when="unreachable", lost="lost"),
            T("pairs-told-{told}", when="told"),
        ),
        Row(
            subject_button(
                L("pairs-open-form", name="data.mentee"),
                id="mentee",
                subject="mentee_form",
                on_click=on_form,
                when="forms",
            ),
            subject_button(
                L("pairs-open-form", name="data.mentor"),
                id="mentor",
                subject="mentor_form",
                on_click=on_form,
                when="forms",
            ),
        ),
        subject_button(L("pairs-open-diary"), id="diary", on_click=on_diary, when="diary"),
        subject_button(L("pairs-nudge"), id="nudge", on_click=on_nudge, when="may_nudge"),
        Row(
            past_button(PAIR),
            Button(
                L("papers-of-pair"), id="agreement", on_click=on_agreement, when="agreement"
            ),
        ),
        Button(L("pairs-desk"), id="desk", on_click=on_desk, when="begun"),
        SwitchTo(L("pairs-end"), id="end", state=Pairs.end, when="may_end"),
        Button(
            L("pairs-take-back"),
            id="take",
            on_click=pair_ending.on_take_back,
            when="may_take_back",
        ),
        Button(L("button-back"), id="back", on_click=on_back),
        menu_button(),
        state=Pairs.card,
        getter=get_card,
        preview_data={
            "mentee": "Dima",
            "mentor": "Oleg",
            "light": "red",
            "why": "no meeting for 23 days",
            "open": True,
            "over": True,
            "state": "active",
            "form": "Employer to learner",
            "active": True,
            "since": "3 March",
            "proposed": True,
            "until": "17 March",
            "mentee_says": "yes",
            "mentor_says": "silent",
            "held": 4,
            "has_last": True,
            "last": "12 March",
            "has_next": True,
            "next": "19 March",
            "history": [
                {
                    "state": "disputed",
                    "at": "12 March",
                    "more": 0,
                    "mentee": "Dima",
                    "mentor": "Oleg",
                    "mentee_says": "held",
                    "mentor_says": "not-held",
                }
            ],
            "unreachable": True,
            "lost": "Dima",
            "told": "nudged",
            "subject": "x",
            "mentee_form": "x",
            "mentor_form": "x",
            "why_closed": "they could not meet",
            "forms": True,
            "lacks": [Line("pairs-card-lacks", {"name": "Oleg", "lacks": "certificate"})],
            "entered": [Line("pairs-card-entered", {"name": "Dima", "by": "Anna"})],
            "may_take_back": True,
            "diary": True,
            "may_nudge": True,
            "begun": True,
            "waiting": 2,
            "agreement": True,
            "may_end": True,
        },
    )


