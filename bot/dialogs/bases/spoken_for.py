"""For whom the team speaks on the screen: the participation it was opened with."""

from uuid import UUID

from aiogram_dialog import DialogManager

from bot.dialogs.parts.lines import named
from bot.dialogs.parts.screens import hands, start_id
from bot.dialogs.programme.desk import programme_of
from bot.usecases.bases import bases

FOR = "participation_id"


def whose(manager: DialogManager) -> UUID:
    return start_id(manager, FOR)


def whose_or_own(manager: DialogManager) -> UUID | None:
    """None: the reader speaks for themselves."""
    data = manager.start_data
    return whose(manager) if isinstance(data, dict) and FOR in data else None


def passed_on(manager: DialogManager) -> dict[str, str]:
    """For whom the team speaks, for the next screen; nothing for who speaks for themselves."""
    data = manager.start_data if isinstance(manager.start_data, dict) else {}
    return {key: str(data[key]) for key in (FOR, "programme_id") if FOR in data and key in data}


async def name_of(manager: DialogManager) -> str:
    hand = hands(manager)
    names = await bases.names(
        hand.db, hand.actor, programme_id=programme_of(manager), participation_ids=[whose(manager)]
    )
    return named(hand, names.get(whose(manager)))
