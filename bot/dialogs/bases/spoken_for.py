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


async def name_of(manager: DialogManager) -> str:
    hand = hands(manager)
    names = await bases.names(
        hand.db, hand.actor, programme_id=programme_of(manager), participation_ids=[whose(manager)]
    )
    return named(hand, names.get(whose(manager)))
