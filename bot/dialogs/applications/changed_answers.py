"""On the card of an application: what was changed since it was sent, before and after."""

from typing import Any
from uuid import UUID

from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import Line, spoken, worded
from bot.dialogs.parts.questions import answer_words
from bot.dialogs.parts.screens import Hands, hands
from bot.domain.moments import local
from bot.domain.spoken import Day
from bot.usecases.applications import corrections
from bot.usecases.applications.corrections import Change

LONGEST = 60  # of one answer; the whole stands among the answers


async def changed(manager: DialogManager, participation_id: UUID) -> dict[str, Any]:
    """For a card's getter: its lines, and whether there are any. Looking at them is noted."""
    hand = hands(manager)
    found = await corrections.changes(hand.db, hand.actor, participation_id=participation_id)
    if not found:
        return {"changed": False, "changes": []}
    if not all(one.seen for one in found):
        await corrections.look(hand.db, hand.actor, participation_id=participation_id)
    newest = found[0]
    title = Line(
        "changed-title",
        {"day": Day(local(newest.at, newest.zone).date(), local(newest.now, newest.zone).date())},
    )
    return {"changed": True, "changes": [title, *(_line(hand, one) for one in found)]}


def _line(hand: Hands, change: Change) -> Line:
    facts = {
        "question": spoken(hand, change.item.text),
        "before": _said(hand, change, change.before),
        "after": _said(hand, change, change.after),
    }
    return Line("changed-answer", facts)


def _said(hand: Hands, change: Change, value: Any) -> str:
    if value is None:
        return worded(hand, "changed-nothing")
    return answer_words(hand, change.item, value, LONGEST)
