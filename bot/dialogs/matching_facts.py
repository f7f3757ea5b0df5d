"""What the screens of matching show: proposals and variants as words, read afresh for each draw."""

from typing import Any
from uuid import UUID

from aiogram_dialog import DialogManager

from bot.dialogs.desk import programme_of
from bot.dialogs.paging import page_of, turned
from bot.dialogs.reasons import said
from bot.dialogs.screens import hands
from bot.dialogs.subjects import pack, shortened
from bot.domain.errors import Gone
from bot.usecases import matching, pair_cards
from bot.usecases.matching import ProposalLine, Proposals

VARIANTS = 5
REASONS = 2  # of each variant: the card says the rest
LEFT_PAGE = 12
PLACE = "place"  # in the list of proposals, from zero
MENTEE = "mentee_id"  # whose other variants are shown
APPROVED = "pair_id"  # the pair approved last, for the receipt


async def _proposals(manager: DialogManager) -> Proposals:
    hand = hands(manager)
    return await matching.proposals(
        hand.db,
        hand.actor,
        programme_id=programme_of(manager),
        profile=hand.profile,
        run=manager.middleware_data["worker"].run,
    )


async def _receipt(manager: DialogManager) -> dict[str, Any]:
    """The pair approved last, until the next press."""
    raw = manager.dialog_data.get(APPROVED)
    if raw is None:
        return {"receipt": False, "approved_mentee": "", "approved_mentor": ""}
    hand = hands(manager)
    card = await pair_cards.card(hand.db, hand.actor, pair_id=UUID(raw), profile=hand.profile)
    line = card.line
    return {"receipt": True, "approved_mentee": line.mentee, "approved_mentor": line.mentor}


async def get_proposals(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await _proposals(dialog_manager)
    return {
        "mentees": found.mentees,
        "mentors": found.mentors,
        "places": found.places,
        "proposals": len(found.lines),
        "left": len(found.left),
        "nobody": found.mentees == 0,
        "somebody": found.mentees > 0,
        **await _receipt(dialog_manager),
    }


async def get_card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await _proposals(dialog_manager)
    lines, place = found.lines, int(dialog_manager.dialog_data.get(PLACE, 0))
    receipt = await _receipt(dialog_manager)
    if not lines:
        return {**_NO_CARD, "left": len(found.left), **receipt}
    place = min(place, len(lines) - 1)  # somebody may have gone meanwhile
    return {
        **_shown(dialog_manager, lines[place]),
        "number": place + 1,
        "total": len(lines),
        "before": place > 0,
        "after": place + 1 < len(lines),
        "left": len(found.left),
        "some": True,
        "none": False,
        **receipt,
    }


def _shown(manager: DialogManager, line: ProposalLine) -> dict[str, Any]:
    hand = hands(manager)
    form = hand.profile.form(line.form)
    return {
        "subject": pack(line.mentee_id, line.mentor_id),
        "mentee_subject": pack(line.mentee_id),
        "mentee": line.mentee,
        "mentor": line.mentor,
        "form": form.title if form else line.form,
        "score": line.score,
        "reasons": said(hand, line.reasons),
        "lacks": said(hand, line.lacks),
    }


async def get_variants(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand = hands(dialog_manager)
    mentee_id = dialog_manager.dialog_data.get(MENTEE)
    if mentee_id is None:
        raise Gone
    found = await matching.alternatives(
        hand.db,
        hand.actor,
        programme_id=programme_of(dialog_manager),
        mentee_id=UUID(mentee_id),
        profile=hand.profile,
        most=VARIANTS,
    )
    return {
        "mentee": found[0].mentee if found else "",
        "some": bool(found),
        "none": not found,
        "variants": [
            {
                "id": pack(line.mentee_id, line.mentor_id),
                "label": hand.texts.label(
                    hand.reader.locale,
                    hand.reader.tone,
                    "matching-variant",
                    {"mentor": shortened(line.mentor), "score": line.score},
                ),
                "mentor": line.mentor,
                "score": line.score,
                "why": " · ".join(said(hand, line.reasons)[:REASONS]),
            }
            for line in found
        ],
    }


async def get_left(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    hand, page = hands(dialog_manager), page_of(dialog_manager)
    left = (await _proposals(dialog_manager)).left
    part = left[page * LEFT_PAGE : (page + 1) * LEFT_PAGE]
    more = len(left) > (page + 1) * LEFT_PAGE
    lines = [
        {
            "name": shortened(one.mentee, 40),
            "why": hand.texts.label(hand.reader.locale, hand.reader.tone, one.rule),
        }
        for one in part
    ]
    return {"lines": lines, "left": len(left)} | turned(page, more=more)


_NO_CARD: dict[str, Any] = {
    "subject": "",
    "mentee_subject": "",
    "mentee": "",
    "mentor": "",
    "form": "",
    "score": 0,
    "reasons": [],
    "lacks": [],
    "number": 0,
    "total": 0,
    "before": False,
    "after": False,
    "some": False,
    "none": True,
}
