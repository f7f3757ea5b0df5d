"""Opening the screens at which somebody's way into a programme goes on, or back to the form."""

from uuid import UUID

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs.joining.resuming import place_of
from bot.dialogs.parts.screens import hands
from bot.dialogs.states import Form
from bot.usecases.joining import intake


async def resume(manager: DialogManager, participation_id: UUID) -> None:
    """What was open before is closed; the message is edited in place when a button was pressed."""
    db, actor, *_ = hands(manager)
    place = await place_of(db, actor, participation_id=participation_id)
    await manager.start(place.state, place.data, mode=StartMode.RESET_STACK)


async def correct(
    manager: DialogManager, participation_id: UUID, show_mode: ShowMode = ShowMode.AUTO
) -> None:
    """The form again, at its review; it is sent to the curator anew."""
    db, actor, *_ = hands(manager)
    response_id = await intake.correct_form(db, actor, participation_id=participation_id)
    about = {"participation_id": str(participation_id), "response_id": str(response_id)}
    await manager.start(Form.question, about, mode=StartMode.RESET_STACK, show_mode=show_mode)
