"""After the general meeting: cards of people to rank by taps, and "not with this person".

A guardian looks at the same cards for the child, and can only say "not with this person".
"""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from bot.dialogs.pairs.proposal import about_lines, slot_words
from bot.dialogs.pairs.proposal_states import Wishes
from bot.dialogs.parts.lines import Line, Lines, worded
from bot.dialogs.parts.paging import page_of, pager, turned
from bot.dialogs.parts.screens import Hands, Screens, hands, menu_button, start_id
from bot.dialogs.parts.subjects import (
    pack,
    shortened,
    shown_id,
    subject_button,
    subject_list,
    unpack_one,
)
from bot.dialogs.parts.typed import only_buttons
from bot.domain.access import May, Role
from bot.domain.spoken import When
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.matching import wishes
from bot.usecases.matching.wishes import Choice, Choices
from bot.usecases.pairs.strangers import Stranger

SHOWN = "other_id"  # whose card is on the screen
TOPICS = 2  # of each person on a button
_TOPICS = {Role.MENTEE: "needs", Role.MENTOR: "competences"}


def dialog() -> Screens:
    return Screens(
        whoever_may(May.WISH, May.CONSENT_FOR_WARD),
        Window(
            Multi(
                T("wishes-title-{who}", until="until"),
                Lines("wished", when="wished"),
                T("wishes-nobody", when="nobody"),
                sep="\n\n",
            ),
            subject_list(id="who", items="people", on_click=_open),
            pager(),
            menu_button(),
            only_buttons(),
            state=Wishes.list,
            getter=get_list,
            preview_data={
                "who": "mentee",
                "until": "12 March",
                "wished": [],
                "nobody": True,
                "people": [{"id": "x", "label": "Igor · Physics"}],
                **turned(1, more=True),
            },
        ),
        Window(
            Multi(
                T("wishes-card", name="name", rank="rank"),
                Lines("about", when="about"),
                T("proposal-slots", slots="slots", when="slots"),
                T("wishes-vetoed", when="vetoed"),
                sep="\n\n",
            ),
            subject_button(L("wishes-wish"), id="wish", on_click=_wish, when="may_wish"),
            subject_button(L("wishes-prefer"), id="up", on_click=_prefer, when="may_rise"),
            subject_button(L("wishes-take-back"), id="off", on_click=_take_back, when="wished"),
            SwitchTo(L("wishes-never"), id="never", state=Wishes.sure, when="may_refuse"),
            subject_button(L("wishes-lift"), id="lift", on_click=_lift, when="vetoed"),
            SwitchTo(L("button-back"), id="back", state=Wishes.list),
            menu_button(),
            only_buttons(),
            state=Wishes.card,
            getter=get_card,
            preview_data={
                "name": "Igor",
                "rank": 1,
                "about": [],
                "slots": "Tue 16–18",
                "vetoed": True,
                "may_wish": True,
                "may_rise": True,
                "wished": True,
                "may_refuse": True,
                "subject": "x",
            },
        ),
        Window(
            T("wishes-sure", name="name"),
            subject_button(L("wishes-sure-yes"), id="yes", on_click=_veto),
            SwitchTo(L("button-back"), id="back", state=Wishes.card),
            only_buttons(),
            state=Wishes.sure,
            getter=get_card,
            preview_data={"name": "Igor", "subject": "x"},
        ),
    )


def _mine(manager: DialogManager) -> UUID:
    return start_id(manager, "participation_id")


async def get_list(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    found = await wishes.choices(
        hand.db,
        hand.actor,
        participation_id=_mine(dialog_manager),
        profile=hand.profile,
        page=page_of(dialog_manager),
    )
    return {
        "who": "guardian" if found.for_ward else str(found.side),
        "until": When(found.until, found.zone, found.now),
        "wished": [
            Line("wishes-line", {"rank": place, "name": _called(hand, one.who)})
            for place, one in enumerate(found.wished, 1)
        ],
        "nobody": found.total == 0,
        "people": [
            {"id": pack(one.who.participation_id), "label": _label(hand, one, found)}
            for one in found.people
        ],
        **turned(found.page, more=found.more),
    }


def _label(hand: Hands, one: Choice, found: Choices) -> str:
    mark = "never" if one.vetoed else "wished" if one.rank is not None else "plain"
    places = {known.who.participation_id: n for n, known in enumerate(found.wished, 1)}
    topics = shortened(_topics(hand, one.who), 36)
    key = f"wishes-person-{mark}"
    return worded(
        hand,
        f"{key}-topics" if topics and not one.vetoed else key,
        rank=places.get(one.who.participation_id, 0),
        name=_called(hand, one.who),
        topics=topics,
    )


def _called(hand: Hands, who: Stranger) -> str:
    """A guardian reads no name of another child."""
    return who.first_name or worded(hand, "wishes-nameless")


def _topics(hand: Hands, who: Stranger) -> str:
    """The first things they offer or ask for."""
    key = _TOPICS[who.role]
    answer = dict(who.about).get(key) or {}
    locale, tone = hand.reader.locale, hand.reader.tone
    values = [hand.profile.label(key, one, locale, tone) for one in answer.get("options", ())]
    own = [answer["own"]] if answer.get("own") else []
    return ", ".join([*values, *own][:TOPICS])


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, other = hands(dialog_manager), shown_id(dialog_manager, SHOWN)
    one = await wishes.choice(
        hand.db,
        hand.actor,
        participation_id=_mine(dialog_manager),
        other_id=other,
        profile=hand.profile,
    )
    own = not one.for_ward
    return {
        "name": _called(hand, one.who),
        "rank": one.rank or 0,
        "about": about_lines(hand, one.who.about, one.who.questionnaire),
        "slots": slot_words(hand, one.slots),
        "vetoed": one.vetoed,
        "may_wish": own and one.rank is None and not one.vetoed,
        "may_rise": own and (one.rank or 0) > 1,
        "wished": own and one.rank is not None,
        "may_refuse": not one.vetoed,
        "subject": pack(other),
    }


async def _open(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data[SHOWN] = str(unpack_one(item))
    await manager.switch_to(Wishes.card)


async def _wish(_: CallbackQuery, __: Button, manager: DialogManager, item: str) -> None:
    hand = hands(manager)
    await wishes.wish(hand.db, hand.actor, **_about(manager, item), profile=hand.profile)
    await manager.switch_to(Wishes.list)


async def _veto(_: CallbackQuery, __: Button, manager: DialogManager, item: str) -> None:
    hand = hands(manager)
    await wishes.veto(hand.db, hand.actor, **_about(manager, item), profile=hand.profile)
    await manager.switch_to(Wishes.list)


def _then_list(do: Callable[..., Awaitable[None]]) -> Any:
    async def press(_: CallbackQuery, __: Button, manager: DialogManager, item: str) -> None:
        hand = hands(manager)
        await do(hand.db, hand.actor, **_about(manager, item))
        await manager.switch_to(Wishes.list)

    return press


_prefer, _take_back, _lift = map(_then_list, (wishes.prefer, wishes.take_back, wishes.lift))


def _about(manager: DialogManager, item: str) -> dict[str, UUID]:
    return {"participation_id": _mine(manager), "other_id": unpack_one(item)}
