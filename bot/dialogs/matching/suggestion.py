"""The best mentors still free for one mentee: a newcomer, or somebody after a "no"."""

from typing import Any
from uuid import UUID

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import List, Multi

from bot.dialogs.applications.to_card import back_to_card
from bot.dialogs.matching.reasons import said
from bot.dialogs.pairs.proposal_states import Suggestion
from bot.dialogs.parts.lines import button, named, worded
from bot.dialogs.parts.screens import Screens, hands, menu_button, start_id
from bot.dialogs.parts.subjects import pack, shortened, shown_id, subject_list, unpack
from bot.dialogs.parts.typed import only_buttons
from bot.domain.access import May
from bot.domain.errors import Gone
from bot.middlewares.policies import whoever_may
from bot.texts import L, T
from bot.usecases.bases import bases
from bot.usecases.matching import matching, suggestions

REASONS = 2  # of each mentor: two lines
# to whom the proposal just went: an id, for the dialog outlives a person who is deleted
SENT = "sent"


def dialog() -> Screens:
    return Screens(
        whoever_may(May.PROPOSE_PAIRS),
        Window(
            Multi(
                T("suggestion-sent", mentor="sent", when="sent"),
                T("suggestion-title", mentee="mentee", when="some"),
                List(
                    T(
                        "suggestion-line",
                        mentor="item.mentor",
                        score="item.score",
                        why="item.why",
                        wanted="item.wanted",
                    ),
                    items="found",
                ),
                T("suggestion-nothing", mentee="mentee", when="none"),
                T("suggestion-not-free", mentee="mentee", when="busy"),
                sep="\n\n",
            ),
            subject_list(id="v", items="found", on_click=_propose),
            Button(L("suggestion-form"), id="card", on_click=_to_card),
            menu_button(),
            only_buttons(),
            state=Suggestion.card,
            getter=get_card,
            preview_data={
                "sent": "Igor",
                "mentee": "Lena",
                "some": True,
                "none": True,
                "busy": True,
                "found": [
                    {
                        "id": "x",
                        "label": "Igor · 86",
                        "mentor": "Igor",
                        "score": 86,
                        "why": "maths",
                        "wanted": "yes",
                    }
                ],
            },
        ),
    )


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    seen = await suggestions.suggestion(
        hand.db,
        hand.actor,
        participation_id=start_id(dialog_manager, "participation_id"),
        profile=hand.profile,
    )
    found = []
    for one in seen.found:
        facts = {
            "mentor": one.mentor,
            "score": one.score,
            "why": " · ".join(said(hand, one.reasons)[:REASONS]),
            "wanted": "yes" if one.wanted else "no",
        }
        label = worded(hand, "suggestion-propose", mentor=shortened(one.mentor), score=one.score)
        found.append(facts | button(pack(seen.mentee_id, one.mentor_id), label))
    sent = await _sent(dialog_manager, seen.programme_id)
    return {
        "sent": sent,
        "mentee": seen.mentee,
        "found": found,
        "some": bool(found),
        "none": seen.free and not found,
        "busy": not seen.free and not sent,
    }


async def _sent(manager: DialogManager, programme_id: UUID) -> str | None:
    if SENT not in manager.dialog_data:
        return None
    hand, mentor_id = hands(manager), shown_id(manager, SENT)
    names = await bases.names(
        hand.db, hand.actor, programme_id=programme_id, participation_ids=[mentor_id]
    )
    return named(hand, names.get(mentor_id))


async def _propose(_: CallbackQuery, __: Any, manager: DialogManager, item: str) -> None:
    hand, ids = hands(manager), unpack(item)
    if len(ids) != 2:
        raise Gone
    mentee_id, mentor_id = ids
    seen = await suggestions.suggestion(
        hand.db, hand.actor, participation_id=mentee_id, profile=hand.profile
    )
    await matching.approve(
        hand.db,
        hand.actor,
        programme_id=seen.programme_id,
        mentee_id=mentee_id,
        mentor_id=mentor_id,
        profile=hand.profile,
    )
    manager.dialog_data[SENT] = str(mentor_id)


async def _to_card(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await back_to_card(manager, start_id(manager, "participation_id"))
