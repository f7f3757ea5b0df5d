"""For whom the team speaks on the screen: the participation it was opened with."""

from typing import Any
from uuid import UUID

from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import named
from bot.dialogs.parts.screens import begun_with, hands, start_id
from bot.dialogs.programme.desk import programme_of
from bot.usecases.bases import bases

FOR = "participation_id"
ON_BEHALF = "speaking_for"  # the same, on the screens of the two themselves


def whose(manager: DialogManager) -> UUID:
    return start_id(manager, FOR)


def whose_or_own(manager: DialogManager) -> UUID | None:
    """On screens of the two themselves. None: the reader speaks for themselves."""
    return start_id(manager, ON_BEHALF) if ON_BEHALF in begun_with(manager) else None


def for_whom(name: str | None) -> dict[str, Any]:
    """For texts that speak to the two themselves, or to the team about the two."""
    return {"theirs": name is not None, "name": name or ""}


def passed_on(manager: DialogManager) -> dict[str, str]:
    """For whom the team speaks, for the next screen; nothing for who speaks for themselves."""
    of = begun_with(manager).get(ON_BEHALF)
    return {ON_BEHALF: str(of)} if of else {}


async def name_of(manager: DialogManager) -> str:
    hand = hands(manager)
    names = await bases.names(
        hand.db, hand.actor, programme_id=programme_of(manager), participation_ids=[whose(manager)]
    )
    return named(hand, names.get(whose(manager)))
