"""All dialogs. The busiest come first: a press is offered to them in this order."""

from collections.abc import Iterator

from bot.dialogs import (
    applications,
    archive,
    checking,
    form,
    guardian,
    interview,
    joining,
    language,
    links,
    matching,
    meeting,
    menu,
    new_programme,
    offer_meeting,
    pairs,
    privacy,
    programme,
    proposal,
    region,
    road_map,
    rooms,
    school_calendar,
    set_up,
    settings,
    survey,
    team,
    team_welcome,
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
    links,
    team,
    settings,
    new_programme,
    set_up,
    archive,
    region,
    team_welcome,
    privacy,
    language,
    volunteer,
)


def dialogs() -> Iterator[Screens]:
    """Fresh routers each time: a router belongs to one dispatcher."""
    for module in _ONE_EACH:
        yield module.dialog()
    yield from guardian.dialogs()
