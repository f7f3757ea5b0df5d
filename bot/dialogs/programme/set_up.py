"""After making a programme: three short questions, each of which can as well be answered later."""

from typing import Any
from uuid import UUID

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from bot.dialogs.parts.screens import Screens, hands
from bot.dialogs.programme.desk import open_desk, programme_of
from bot.dialogs.programme.house_windows import (
    contingent_window,
    kind_window,
    targets_window,
    to_state,
    zone_window,
)
from bot.dialogs.states import SetUp
from bot.domain.access import May
from bot.middlewares.policies import whoever_may
from bot.usecases.programme import programme_settings


async def first_of(manager: DialogManager, programme_id: UUID) -> State:
    """What is known of the organisation is not asked again."""
    hand = hands(manager)
    known = await programme_settings.settings(hand.db, hand.actor, programme_id=programme_id)
    return SetUp.targets if known.house.kind else SetUp.kind


async def _to_desk(manager: DialogManager) -> None:
    await open_desk(manager, programme_of(manager))


def dialog() -> Screens:
    skip: dict[str, Any] = {"other": _to_desk, "other_label": "set-up-later"}
    return Screens(
        whoever_may(May.MANAGE_PROGRAMME),
        kind_window(state=SetUp.kind, done=to_state(SetUp.zone), **skip),
        zone_window(state=SetUp.zone, done=to_state(SetUp.contingent), **skip),
        contingent_window(
            state=SetUp.contingent,
            done=to_state(SetUp.targets),
            back=to_state(SetUp.zone),
            later=_to_desk,
        ),
        targets_window(
            state=SetUp.targets,
            done=_to_desk,
            back=to_state(SetUp.contingent),
            later=_to_desk,
        ),
    )
