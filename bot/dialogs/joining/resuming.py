"""Where somebody goes on who comes back: the screen that their participation stands at."""

from dataclasses import dataclass
from uuid import UUID

from aiogram.fsm.state import State

from bot.dialogs.states import Form, Guardian, Joining, Menu
from bot.domain.access import Actor
from bot.domain.participations import ParticipationState
from bot.storage.database import Database
from bot.usecases.joining import intake


@dataclass(frozen=True)
class Place:
    state: State
    data: dict[str, str] | None


async def place_of(db: Database, actor: Actor, *, participation_id: UUID) -> Place:
    seen = await intake.welcome(db, actor, participation_id=participation_id)
    here = {"participation_id": str(participation_id)}
    if seen.state is ParticipationState.CONSENT:
        return Place(Joining.welcome, here)
    if seen.state is ParticipationState.FORM:
        response_id = await intake.form_of(db, actor, participation_id=participation_id)
        return Place(Form.question, here | {"response_id": str(response_id)})
    if seen.state is ParticipationState.GUARDIAN:
        return Place(Guardian.waiting, here)
    return Place(Menu.home, None)
