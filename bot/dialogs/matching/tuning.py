"""What all screens of the settings of matching use: what is set, and buttons that switch."""

from aiogram_dialog import DialogManager

from bot.dialogs.parts.screens import hands
from bot.dialogs.programme.desk import programme_of
from bot.domain.errors import Gone
from bot.usecases.matching import settings as matching_settings
from bot.usecases.matching.settings import TuningFacts


async def facts(manager: DialogManager) -> TuningFacts:
    hand = hands(manager)
    return await matching_settings.settings(
        hand.db, hand.actor, programme_id=programme_of(manager), profile=hand.profile
    )


def changed(on: bool) -> str:
    """A button says what will be, so that a double press does not switch twice."""
    return "no" if on else "yes"


def switched(raw: str) -> tuple[str, bool]:
    """What such a button wished: `what:yes`. Raises `Gone`."""
    what, _, on = raw.partition(":")
    if on not in ("yes", "no"):
        raise Gone
    return what, on == "yes"


async def switch(manager: DialogManager, raw: str) -> None:
    what, on = switched(raw)
    hand = hands(manager)
    await matching_settings.switch(
        hand.db, hand.actor, programme_id=programme_of(manager), what=what, on=on
    )
