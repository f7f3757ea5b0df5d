"""Opening the screen at which somebody's way into a programme goes on."""

from uuid import UUID

from aiogram_dialog import DialogManager, StartMode

from bot.dialogs.resuming import place_of
from bot.dialogs.screens import hands


async def resume(manager: DialogManager, participation_id: UUID) -> None:
    """What was open before is closed; the message is edited in place when a button was pressed."""
    db, actor, *_ = hands(manager)
    place = await place_of(db, actor, participation_id=participation_id)
    await manager.start(place.state, place.data, mode=StartMode.RESET_STACK)
