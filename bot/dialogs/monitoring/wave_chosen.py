"""The planned wave on the screen, and changing something about it."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.dialogs.parts.screens import begun_with, hands
from bot.dialogs.programme.desk import programme_of
from bot.domain.errors import Gone
from bot.texts import L
from bot.usecases.monitoring import wave_plans
from bot.usecases.monitoring.wave_plans import Plan, PlanLine

KEY = "wave_key"


def key_of(manager: DialogManager) -> str:
    """Chosen on the screen before, or what the dialog was opened with. Raises `Gone`."""
    key = manager.dialog_data.get(KEY) or begun_with(manager).get(KEY)
    if key is None:
        raise Gone
    return str(key)


async def plan_of(manager: DialogManager) -> Plan:
    hand = hands(manager)
    return await wave_plans.plan(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )


async def chosen(manager: DialogManager) -> tuple[Plan, PlanLine]:
    found, key = await plan_of(manager), key_of(manager)
    line = next((one for one in found.lines if one.key == key), None)
    if line is None:
        raise Gone
    return found, line


async def change(manager: DialogManager, **what: Any) -> None:
    hand = hands(manager)
    await wave_plans.change(
        hand.db, hand.actor, programme_id=programme_of(manager),
        key=key_of(manager), profile=hand.profile, **what,
    )  # fmt: skip


def to(state: Any, key: str, id_: str, when: str | None = None) -> SwitchTo:
    return SwitchTo(L(key), id=id_, state=state, when=when)
