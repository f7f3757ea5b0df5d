"""Back to the card of an application, wherever one was led from."""

from uuid import UUID

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs.parts.screens import hands
from bot.dialogs.states import Applications
from bot.usecases.applications import applications


async def back_to_card(manager: DialogManager, participation_id: UUID) -> None:
    hand = hands(manager)
    card = await applications.card(
        hand.db, hand.actor, participation_id=participation_id, profile=hand.profile
    )
    about = {"participation_id": str(participation_id), "programme_id": str(card.programme_id)}
    await manager.start(
        Applications.card, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT
    )
