"""All dialogs. The busiest come first: a press is offered to them in this order."""

from collections.abc import Iterator

from bot.dialogs import (
    applications,
    checking,
    form,
    guardian,
    interview,
    joining,
    language,
    matching,
    meeting,
    menu,
    new_programme,
    offer_meeting,
    pairs,
    privacy,
    programme,
    proposal,
    road_map,
    rooms,
    school_calendar,
    survey,
    training,
    training_log,
    volunteer,
    waves,
)
from bot.dialogs.screens import Screens

_ONE_EACH = (
    survey,
    form,
    menu,
    joining,
    proposal,
    offer_meeting,
    meeting,
    training,
    programme,
    rooms,
    road_map,
    school_calendar,
    applications,
    checking,
    interview,
    matching,
    pairs,
    waves,
    training_log,
    new_programme,
    privacy,
    language,
    volunteer,
)


def dialogs() -> Iterator[Screens]:
    """Fresh routers each time: a router belongs to one dispatcher."""
    for module in _ONE_EACH:
        yield module.dialog()
    yield from guardian.dialogs()
