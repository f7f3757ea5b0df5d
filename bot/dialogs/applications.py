"""Applications: the queue a page at a time, a card, a decision with a kind reason, the next one."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import List, Multi

from bot.dialogs.changed_answers import changed
from bot.dialogs.desk import desk_button, programme_of
from bot.dialogs.lines import Lines, named
from bot.dialogs.paging import PAGE, page_of, pager, turned
from bot.dialogs.screens import Hands, Screens, hands, menu_button
from bot.dialogs.states import Applications, Pairs
from bot.dialogs.subjects import PACKED, pack, shortened, subject_button, subject_list, unpack
from bot.dialogs.typed import typed
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.participations import ParticipationState
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases import applications, guardians
from bot.usecases.applications import Card, Line

_SHOWN = "participation_id"  # the card on the screen
_GUARDIANS = "guardians"  # the list of those who wait for a guardian is on the screen
_DECIDED = "decided"  # the participation decided last, for the receipt
LONGEST_ANSWER = 500


def _shown(manager: DialogManager) -> UUID:
    data = manager.start_data if isinstance(manager.start_data, dict) else {}
    raw = manager.dialog_data.get(_SHOWN) or data.get(_SHOWN)
    if raw is None:
        raise Gone
    return UUID(str(raw))


def _state(manager: DialogManager) -> ParticipationState:
    waiting = bool(manager.dialog_data.get(_GUARDIANS))
    return ParticipationState.GUARDIAN if waiting else ParticipationState.APPLIED


async def _receipt(manager: DialogManager) -> dict[str, Any]:
    """What became of the application decided last; shown until the next press."""
    raw = manager.dialog_data.get(_DECIDED)
    if raw is None:
        return {"receipt": False, "decided": "", "decided_name": ""}
    hand = hands(manager)
    card = await applications.card(hand.db, hand.actor, participation_id=UUID(raw))
    return {"receipt": True, "decided": str(card.state), "decided_name": named(hand, card.name)}


def line_label(hand: Hands, line: Line) -> str:
    """Somebody in a list: "Lena, mentee, 2 days"."""
    words = {"name": shortened(named(hand, line.name)), "role": str(line.role), "days": line.days}
    return hand.texts.label(hand.reader.locale, hand.reader.tone, "applications-line", words)


async def get_queue(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page, state = hands(dialog_manager), page_of(dialog_manager), _state(dialog_manager)
    queue = await applications.queue(
        hand.db, hand.actor, programme_id=programme_of(dialog_manager), page=page, state=state
    )

    lines = [
        {"id": pack(one.participation_id), "label": line_label(hand, one)} for one in queue.lines
    ]
    guardians_list = state is ParticipationState.GUARDIAN
    return {
        "lines": lines,
        "title": "guardians" if guardians_list else "waiting",
        "empty": not lines,
        "to_guardians": not guardians_list and queue.waiting_for_guardian > 0,
        "to_waiting": guardians_list,
        "guardians": queue.waiting_for_guardian,
        **turned(page, more=queue.more),
        **await _receipt(dialog_manager),
    }


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    card = await applications.card(hand.db, hand.actor, participation_id=_shown(dialog_manager))
    return {
        "subject": pack(card.participation_id),
        "name": named(hand, card.name),
        "role": str(card.role),
        "days": card.days,
        "state": str(card.state),
        "minor": card.minor,
        "agreed": card.guardian_agreed,
        "waits_for_guardian": card.state is ParticipationState.GUARDIAN,
        "open": card.state is ParticipationState.APPLIED,
        "answers": _answers(card, hand.reader.locale, hand.reader.tone),
        **await changed(dialog_manager, card.participation_id),
        **await _receipt(dialog_manager),
    }


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
    hand = hands(dialog_manager)
    card = await applications.card(hand.db, hand.actor, participation_id=_shown(dialog_manager))
    locale, tone = hand.reader.locale, hand.reader.tone
    return {
        "name": named(hand, card.name),
        "longest": applications.LONGEST_REASON,
        "reasons": [
            {
                "id": f"{pack(card.participation_id)}{reason.key}",
                "label": reason.label.say(locale, tone),
            }
            for reason in hand.profile.declines_of(card.role)
        ],
    }


async def on_open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    (participation_id,) = unpack(item)
    manager.dialog_data[_SHOWN] = str(participation_id)
    manager.dialog_data.pop(_DECIDED, None)
    await manager.switch_to(Applications.card)


async def on_approve(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, (participation_id,) = hands(manager), unpack(item)
    await applications.approve(hand.db, hand.actor, participation_id=participation_id)
    await _go_on(manager, participation_id)


async def on_paper(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, (participation_id,) = hands(manager), unpack(item)
    await guardians.mark_paper(
        hand.db, hand.actor, participation_id=participation_id, profile=hand.profile
    )


async def on_decline(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    (participation_id,), reason = unpack(item[:PACKED]), item[PACKED:]
    await _decline(manager, participation_id, reason)


async def on_words(manager: DialogManager, words: str) -> None:
    await _decline(manager, _shown(manager), words)


async def _decline(manager: DialogManager, participation_id: UUID, reason: str) -> None:
    hand = hands(manager)
    await applications.decline(
        hand.db, hand.actor, participation_id=participation_id, reason=reason
    )
    await _go_on(manager, participation_id)


async def _go_on(manager: DialogManager, decided: UUID) -> None:
    """The receipt, and the next application at once; after the last one the queue."""
    hand = hands(manager)
    queue = await applications.queue(hand.db, hand.actor, programme_id=programme_of(manager))
    manager.dialog_data.update({_DECIDED: str(decided), PAGE: 0, _GUARDIANS: False})
    if queue.lines:
        manager.dialog_data[_SHOWN] = str(queue.lines[0].participation_id)
        await manager.switch_to(Applications.card)
    else:
        await manager.switch_to(Applications.queue)


async def on_other_list(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    waiting = bool(manager.dialog_data.get(_GUARDIANS))
    manager.dialog_data.update({_GUARDIANS: not waiting, PAGE: 0})
    manager.dialog_data.pop(_DECIDED, None)


async def _forget_receipt(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(_DECIDED, None)


async def on_back(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """To the queue, or to the pair whose card led here."""
    manager.dialog_data.pop(_DECIDED, None)
    data = manager.start_data if isinstance(manager.start_data, dict) else {}
    if "pair_id" not in data:
        await manager.switch_to(Applications.queue)
        return
    about = {name: str(data[name]) for name in ("pair_id", "programme_id")}
    await manager.start(Pairs.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


_RECEIPT = {"receipt": True, "decided": "approved", "decided_name": "Lena"}


def _receipt_line() -> T:
    return T("applications-receipt-{decided}", when="receipt", name="decided_name")


def _queue() -> Window:
    return Window(
        Multi(
            _receipt_line(),
            T("applications-title-{title}"),
            T("applications-empty-{title}", when="empty"),
        ),
        subject_list(id="card", items="lines", on_click=on_open),
        pager(),
        Button(
            L("applications-to-guardians", guardians="guardians"),
            id="minors",
            on_click=on_other_list,
            when="to_guardians",
        ),
        Button(L("applications-to-waiting"), id="ready", on_click=on_other_list, when="to_waiting"),
        desk_button(),
        menu_button(),
        state=Applications.queue,
        getter=get_queue,
        preview_data={
            "lines": [{"id": "x", "label": "Lena"}],
            "title": "waiting",
            "empty": True,
            "to_guardians": True,
            "to_waiting": True,
            "guardians": 2,
            **turned(1, more=True),
            **_RECEIPT,
        },
    )


def _card() -> Window:
    return Window(
        Multi(
            _receipt_line(),
            T("applications-card", name="name", role="role", days="days", state="state"),
            T("applications-minor", when="minor", agreed="agreed"),
            List(
                T("applications-answer", question="item.question", answer="item.answer"),
                items="answers",
            ),
            Lines("changes", when="changed"),
        ),
        subject_button(L("applications-approve"), id="ok", on_click=on_approve, when="open"),
        subject_button(
            L("applications-paper"), id="paper", on_click=on_paper, when="waits_for_guardian"
        ),
        SwitchTo(
            L("applications-decline"),
            id="decline",
            state=Applications.decline,
            on_click=_forget_receipt,
            when="open",
        ),
        Button(L("button-back"), id="queue", on_click=on_back),
        menu_button(),
        state=Applications.card,
        getter=get_card,
        preview_data={
            "subject": "x",
            "name": "Igor",
            "role": "mentor",
            "days": 2,
            "state": "applied",
            "minor": True,
            "agreed": True,
            "waits_for_guardian": True,
            "open": True,
            "answers": [{"question": "What is your name?", "answer": "Igor"}],
            "changed": False,
            "changes": [],
            **_RECEIPT,
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
    return Screens(whoever_may(May.SEE_APPLICATIONS), _queue(), _card(), *_declining())
