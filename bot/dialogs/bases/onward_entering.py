"""Where entering somebody without a messenger goes on: at their next paper, or in their form."""

from uuid import UUID

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.dialogs.parts.screens import hands
from bot.dialogs.states import EnteredForm, Entering
from bot.domain.participations import ParticipationState
from bot.usecases.bases import entering


async def enter_on(manager: DialogManager, participation_id: UUID, programme_id: UUID) -> None:
    hand = hands(manager)
    found = await entering.papers(hand.db, hand.actor, participation_id=participation_id)
    about = {"participation_id": str(participation_id), "programme_id": str(programme_id)}
    if found.state is ParticipationState.CONSENT:
        state = Entering.paper if found.band else Entering.age
    else:
        form = await entering.form_of(hand.db, hand.actor, participation_id=participation_id)
        state, about["response_id"] = EnteredForm.question, str(form)
    await manager.start(state, about, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)
