"""Applications: a card, a decision with a kind reason, the next one."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import List, Multi

from bot.dialogs.applications import batch, history, queue
from bot.dialogs.applications.changed_answers import changed
from bot.dialogs.applications.history import card_of, shown
from bot.dialogs.applications.queue import DECIDED, PREVIEW_RECEIPT, SHOWN, receipt, receipt_line
from bot.dialogs.pairs.proposal_states import Suggestion
from bot.dialogs.parts.lines import Line, Lines, named, spoken
from bot.dialogs.parts.paging import PAGE
from bot.dialogs.parts.screens import Hands, Screens, begun_with, hands, menu_button
from bot.dialogs.parts.subjects import (
    PACKED,
    pack,
    shortened,
    subject_button,
    subject_list,
    unpack_one,
)
from bot.dialogs.parts.typed import typed
from bot.dialogs.programme.desk import programme_of
from bot.dialogs.states import (
    Applications,
    Checking,
    Interview,
    Pairs,
    PaperConsent,
)
from bot.domain.access import May, Role
from bot.domain.own_reasons import LONGEST_REASON
from bot.domain.participations import ParticipationState
from bot.domain.selection import Awaits, Stage
from bot.domain.spoken import Day
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.applications import applications, selection
from bot.usecases.applications.applications import Card
from bot.usecases.applications.selection import Way

LONGEST_ANSWER = 500
_AGAIN = (ParticipationState.RESERVE, ParticipationState.DECLINED)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await card_of(dialog_manager)
    deciding = May.DECIDE_APPLICATIONS in card.rights
    open_ = card.state is ParticipationState.APPLIED
    complete = card.way is None or card.way.awaits is Awaits.DECISION
    selected = card.way is not None and card.state in selection.SELECTED
    stages = dict(card.way.stages) if card.way is not None and selected else {}
    return {
        "subject": pack(card.participation_id),
        "name": named(hand, card.name),
        "role": str(card.role),
        "kind": str(card.kind or ""),
        "mentor": card.way is not None and card.kind is not None,
        "fast_lane": card.fast_lane,
        "days": card.days,
        "state": str(card.state),
        "minor": card.minor,
        "agreed": card.guardian_agreed,
        "papers": card.state is not ParticipationState.WITHDRAWN and deciding,
        "open": open_ and deciding,
        "complete": open_ and deciding and complete,
        "documents": Stage.CHECKED in stages and May.CHECK_MENTORS in card.rights,
        "interview": Stage.INTERVIEWED in stages and May.INTERVIEW_MENTORS in card.rights,
        "again": card.state in _AGAIN and deciding,
        "to_match": _to_match(card) and hand.actor.may(May.PROPOSE_PAIRS),
        "way": way_lines(hand, card.way) if card.way is not None and selected else [],
        "selected": bool(stages),
        "answers": _answers(card, hand.reader.locale, hand.reader.tone),
        **await changed(dialog_manager, card.participation_id),
        **await receipt(dialog_manager),
    }


def way_lines(hand: Hands, way: Way) -> list[Line]:
    """The steps of a mentor: done, or what is missing."""
    lines = []
    for stage, done in way.stages:
        facts: dict[str, Any] = {"done": done}
        if stage is Stage.CHECKED:
            facts["documents"] = "; ".join(_document(hand, way, kind) for kind, _ in way.checks)
        lines.append(Line(f"selection-way-{stage}", facts))
    return lines


def _document(hand: Hands, way: Way, kind: str) -> str:
    """"Passport", or "Certificate until 12 March", or "no certificate"."""
    known, check = hand.profile.check_kind(kind), dict(way.checks)[kind]
    facts: dict[str, Any] = {"document": known.title if known else kind, "seen": check is not None}
    ends = check.expires_on if check is not None else None
    facts["until"] = Day(ends, way.today) if ends is not None else ""
    facts["ends"] = ends is not None
    speak = hand.texts.label
    return speak(hand.reader.locale, hand.reader.tone, "selection-document", facts)


def _answers(card: Card, locale: str, tone: str) -> list[dict[str, str]]:
    items = card.questionnaire.items if card.questionnaire else ()
    return [
        {
            "question": item.text.say(locale, tone),
            "answer": shortened(
                item.kind.shown(card.answers[item.key], locale, tone), LONGEST_ANSWER
            ),
        }
        for item in items
        if item.key in card.answers
    ]


async def get_decline(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await card_of(dialog_manager)
    return {
        "name": named(hand, card.name),
        "longest": LONGEST_REASON,
        "reasons": [
            {
                "id": f"{pack(card.participation_id)}{reason.key}",
                "label": spoken(hand, reason.label),
            }
            for reason in hand.profile.declines_of(card.role)
        ],
    }


async def on_approve(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, participation_id = hands(manager), unpack_one(item)
    await applications.approve(
        hand.db, hand.actor, participation_id=participation_id, profile=hand.profile
    )
    await _go_on(manager, participation_id)


async def on_reserve(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, participation_id = hands(manager), unpack_one(item)
    await applications.keep_in_reserve(hand.db, hand.actor, participation_id=participation_id)
    await _go_on(manager, participation_id)


async def on_reopen(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, participation_id = hands(manager), unpack_one(item)
    await applications.reopen(
        hand.db, hand.actor, participation_id=participation_id, profile=hand.profile
    )
    manager.dialog_data.pop(DECIDED, None)


async def on_paper(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    participation_id = unpack_one(item)
    await manager.start(PaperConsent.which, {"participation_id": str(participation_id)})


async def on_decline(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    participation_id, reason = unpack_one(item[:PACKED]), item[PACKED:]
    await _decline(manager, participation_id, reason)


async def on_words(manager: DialogManager, words: str) -> None:
    await _decline(manager, shown(manager), words)


async def _decline(manager: DialogManager, participation_id: UUID, reason: str) -> None:
    hand = hands(manager)
    await applications.decline(
        hand.db, hand.actor, participation_id=participation_id, reason=reason
    )
    await _go_on(manager, participation_id)


async def _go_on(manager: DialogManager, decided: UUID) -> None:
    """The receipt, and the next application at once; after the last one the queue."""
    manager.dialog_data[SHOWN] = str(decided)
    card = await card_of(manager)
    queue.choose(manager, queue.show_of(manager), queue.role_of(manager))
    queue.note_decided(manager, card.state, decided)
    left = await queue.waiting(manager)
    manager.dialog_data[PAGE] = 0
    if left.lines:
        manager.dialog_data[SHOWN] = str(left.lines[0].participation_id)
        await manager.switch_to(Applications.card)
    else:
        await manager.switch_to(Applications.queue)


async def on_documents(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _lead(manager, Checking.documents, item)


async def on_interview(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _lead(manager, Interview.flags, item)


async def on_match(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    await _lead(manager, Suggestion.card, item)


def _to_match(card: Card) -> bool:
    return card.role is Role.MENTEE and card.state is ParticipationState.APPROVED


async def _lead(manager: DialogManager, state: Any, item: str) -> None:
    participation_id = unpack_one(item)
    about = {"participation_id": str(participation_id)}
    await manager.start(state, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def _forget_receipt(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(DECIDED, None)


async def on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the queue, or to the pair whose card led here."""
    manager.dialog_data.pop(DECIDED, None)
    data = begun_with(manager)
    if "pair_id" not in data:
        await manager.switch_to(Applications.queue)
        return
    about = {"pair_id": str(data["pair_id"]), "programme_id": str(programme_of(manager))}
    await manager.start(Pairs.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


def _card() -> Window:
    return Window(
        Multi(
            receipt_line(),
            T("applications-card", name="name", role="role", days="days", state="state"),
            T("selection-kind-line", kind="kind", when="mentor"),
            T("applications-fast-lane", when="fast_lane"),
            T("applications-minor", when="minor", agreed="agreed"),
            Lines("way", when="selected"),
            List(
                T("applications-answer", question="item.question", answer="item.answer"),
                items="answers",
            ),
            Lines("changes", when="changed"),
        ),
        subject_button(L("applications-approve"), id="ok", on_click=on_approve, when="complete"),
        subject_button(
            L("applications-paper"), id="paper", on_click=on_paper, when="papers"
        ),
        subject_button(L("applications-reopen"), id="again", on_click=on_reopen, when="again"),
        subject_button(L("suggestion-open"), id="match", on_click=on_match, when="to_match"),
        Row(
            subject_button(
                L("selection-documents"), id="papers", on_click=on_documents, when="documents"
            ),
            subject_button(
                L("selection-interview"), id="talk", on_click=on_interview, when="interview"
            ),
        ),
        Row(
            subject_button(L("applications-reserve"), id="keep", on_click=on_reserve, when="open"),
            SwitchTo(
                L("applications-decline"),
                id="decline",
                state=Applications.decline,
                on_click=_forget_receipt,
                when="open",
            ),
        ),
        SwitchTo(
            L("selection-history-open"),
            id="history",
            state=Applications.history,
            on_click=_forget_receipt,
        ),
        Button(L("button-back"), id="queue", on_click=on_back),
        menu_button(),
        state=Applications.card,
        getter=get_card,
        preview_data={
            "subject": "x",
            "name": "Igor",
            "role": "mentor",
            "kind": "employer",
            "mentor": True,
            "fast_lane": True,
            "days": 2,
            "state": "applied",
            "minor": True,
            "agreed": True,
            "papers": True,
            "open": True,
            "complete": True,
            "documents": True,
            "interview": True,
            "again": True,
            "to_match": True,
            "way": [],
            "selected": False,
            "answers": [{"question": "What is your name?", "answer": "Igor"}],
            "changed": False,
            "changes": [],
            **PREVIEW_RECEIPT,
        },
    )


def _declining() -> tuple[Window, Window]:
    preview = {"name": "Igor", "longest": 500, "reasons": [{"id": "x", "label": "No free time"}]}
    return (
        Window(
            Multi(
                T("applications-why-decline", name="name"),
                T("applications-kind-letter", when="reasons"),
            ),
            subject_list(id="why", items="reasons", on_click=on_decline),
            SwitchTo(L("applications-own-words"), id="words", state=Applications.decline_words),
            SwitchTo(L("button-back"), id="back", state=Applications.card),
            menu_button(),
            state=Applications.decline,
            getter=get_decline,
            preview_data=preview,
        ),
        Window(
            T("applications-type-reason", name="name", longest="longest"),
            typed(on_words),
            SwitchTo(L("button-back"), id="back", state=Applications.decline),
            menu_button(),
            state=Applications.decline_words,
            getter=get_decline,
            preview_data=preview,
        ),
    )


def dialog() -> Screens:
    return Screens(
        whoever_may(May.SEE_APPLICATIONS),
        *queue.windows(),
        *batch.windows(),
        _card(),
        *history.windows(),
        *_declining(),
    )
