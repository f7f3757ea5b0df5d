"""The register of what alumni offer: by state, a card with the next step, a link for the known."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo
from aiogram_dialog.widgets.text import List, Multi

from bot.dialogs.parts.lines import Grid, button, id_in, named, spoken, worded
from bot.dialogs.parts.paging import PAGE, page_of, pager, turned
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button
from bot.dialogs.parts.subjects import shortened, shown_id
from bot.dialogs.parts.typed import only_buttons, typed
from bot.dialogs.programme.desk import back_to, programme_of
from bot.dialogs.states import Offers, Rooms
from bot.dialogs.team.passing_on import send_link
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.domain.moments import local
from bot.domain.offers import OfferState
from bot.domain.spoken import Day, When
from bot.domain.words import Words
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.joining import volunteers
from bot.usecases.programme import offers
from bot.usecases.programme.offers import MESSAGES, Card

SHOWN_ANSWERS = ("hours", "graduated", "workplace", "about")
NEXT: dict[OfferState, tuple[OfferState, ...]] = {  # the likely one first
    OfferState.NEW: (OfferState.TALKING, OfferState.AGREED, OfferState.DECLINED),
    OfferState.TALKING: (OfferState.AGREED, OfferState.DECLINED),
    OfferState.AGREED: (OfferState.DONE, OfferState.DECLINED),
    OfferState.DONE: (),
    OfferState.DECLINED: (),
}
_STATE, _SHOWN, _SAID, _LINKED = "state", "offer_id", "said", "linked"


def _state(manager: DialogManager) -> OfferState:
    raw = manager.dialog_data.get(_STATE, OfferState.NEW)
    return OfferState(raw) if raw in list(OfferState) else OfferState.NEW


def _what(hand: Hands, what: Words | None, words: str | None = None) -> str:
    if what is not None:
        return spoken(hand, what)
    return words or worded(hand, "offers-own-words")


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, state, page = hands(dialog_manager), _state(dialog_manager), page_of(dialog_manager)
    found = await offers.register(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        profile=hand.profile,
        state=state,
        page=page,
    )
    return {
        "state": str(state),
        "empty": not found.lines,
        "linked": dialog_manager.dialog_data.get(_LINKED),
        "lines": [
            button(
                str(line.offer_id),
                worded(
                    hand,
                    "offers-line",
                    name=shortened(named(hand, line.name)),
                    what=_what(hand, line.what),
                    days=line.days,
                ),
            )
            for line in found.lines
        ],
        "states": [
            button(
                one, worded(hand, f"offers-filter-{one}", number=found.counts.get(one, 0))
            )
            for one in OfferState
            if one is not state
        ],
        **turned(page, more=found.more),
    }


async def _filter(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    if pressed not in list(OfferState):
        raise Gone
    manager.dialog_data.update({_STATE: pressed, PAGE: 0})
    manager.dialog_data.pop(_LINKED, None)


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    manager.dialog_data[_SHOWN] = str(id_in(pressed))
    manager.dialog_data.pop(_SAID, None)
    await manager.switch_to(Offers.card)


async def _card(manager: DialogManager) -> Card:
    hand, offer_id = hands(manager), shown_id(manager, _SHOWN)
    return await offers.card(hand.db, hand.actor, offer_id=offer_id, profile=hand.profile)


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, card = hands(dialog_manager), await _card(dialog_manager)
    said = dialog_manager.dialog_data.get(_SAID)
    return {
        "name": named(hand, card.name),
        "what": _what(hand, card.what, card.words),
        "state": str(card.state),
        "made": When(card.made_at, card.zone, card.now),
        "said": said is not None,
        "about": said or "call",
        "answers": _answers(hand, card),
        "moves": [
            button(f"{to}:{card.offer_id}", worded(hand, f"offers-move-{to}"))
            for to in NEXT[card.state]
        ],
        "messages": [
            button(f"{about}:{card.offer_id}", worded(hand, f"offers-write-{about}"))
            for about in MESSAGES
            if not card.ended
        ],
    }


def _answers(hand: Hands, card: Card) -> list[dict[str, str]]:
    locale, tone = hand.reader.locale, hand.reader.tone
    items = card.questionnaire.items if card.questionnaire else ()
    return [
        {
            "question": item.text.say(locale, tone),
            "answer": shortened(item.kind.shown(card.answers[item.key], locale, tone), 300),
        }
        for item in items
        if item.key in SHOWN_ANSWERS and item.key in card.answers
    ]


async def _move(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    hand = hands(manager)
    to, _sign, offer_id = pressed.partition(":")
    if to not in list(OfferState):
        raise Gone
    await offers.move(hand.db, hand.actor, offer_id=id_in(offer_id), to=OfferState(to))
    manager.dialog_data.pop(_SAID, None)


async def _write(_: CallbackQuery, __: Any, manager: DialogManager, pressed: str) -> None:
    hand = hands(manager)
    about, _sign, offer_id = pressed.partition(":")
    await offers.write(hand.db, hand.actor, offer_id=id_in(offer_id), about=about)
    manager.dialog_data[_SAID] = about


async def _make_link(manager: DialogManager, label: str) -> None:
    hand = hands(manager)
    link = await volunteers.known_link(
        hand.db, hand.actor, programme_id=programme_of(manager), label=label
    )
    today, until = local(link.now, link.zone).date(), local(link.until, link.zone).date()
    words = {
        "programme": link.programme,
        "organisation": link.organisation,
        "until": Day(until, today),
    }
    await send_link(manager, "offers-known-invitation", link.token, words)
    manager.dialog_data[_LINKED] = link.label
    await manager.switch_to(Offers.list)


def dialog() -> Screens:
    return Screens(
        whoever_may(May.KEEP_OFFERS),
        Window(
            Multi(
                T("offers-title-{state}"),
                T("offers-empty-{state}", when="empty"),
                T("offers-linked", label="linked", when="linked"),
                sep="\n\n",
            ),
            Grid("o", "lines", _open),
            pager(),
            Grid("f", "states", _filter, columns=2),
            SwitchTo(L("offers-known"), id="known", state=Offers.known),
            back_to(Rooms.list),
            menu_button(),
            only_buttons(),
            state=Offers.list,
            getter=get_list,
        ),
        Window(
            Multi(
                T("offers-card", name="name", what="what", state="state", made="made"),
                List(
                    T("applications-answer", question="item.question", answer="item.answer"),
                    items="answers",
                ),
                T("offers-said", about="about", when="said"),
                sep="\n\n",
            ),
            Grid("m", "moves", _move),
            Grid("w", "messages", _write, columns=2),
            SwitchTo(L("button-back"), id="list", state=Offers.list),
            menu_button(),
            only_buttons(),
            state=Offers.card,
            getter=get_card,
        ),
        Window(
            T("offers-known-whom"),
            typed(_make_link),
            SwitchTo(L("button-back"), id="list", state=Offers.list),
            menu_button(),
            state=Offers.known,
        ),
    )
