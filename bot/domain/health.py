"""How a pair is doing: a traffic light and the reasons for it.

Thin for now, by one published rule: days since the last meeting (14 and 21, domain practice), a
meeting ahead, a dispute. A light always comes with its reason as a key and figures.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

QUIET_AFTER, ALARM_AFTER = timedelta(days=14), timedelta(days=21)


class Light(StrEnum):
    """The most urgent first: pictures and legends show them in this order."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    GREY = "grey"  # the proposal waits for an answer


@dataclass(frozen=True)
class Health:
    light: Light
    reason: str  # a text key
    days: int = 0


def health(
    *,
    active_since: datetime | None,
    last_held: datetime | None,
    next_meeting: datetime | None,
    disputed: bool,
    now: datetime,
    asks: bool = False,
) -> Health:
    """The worst true reason wins. `days` is what the reason's text counts.

    `asks`: something waits for the curator's decision.
    """
    if active_since is None and asks:
        return Health(Light.YELLOW, "health-asks")
    if active_since is None:
        return Health(Light.GREY, "health-proposed")
    since = last_held or active_since
    silence = now - since
    days = silence.days
    if silence >= ALARM_AFTER:
        key = "health-silent" if last_held else "health-never-met"
        return Health(Light.RED, key, days)
    if asks:
        return Health(Light.YELLOW, "health-asks")
    if disputed:
        return Health(Light.YELLOW, "health-disputed")
    if next_meeting is not None:
        return Health(Light.GREEN, "health-meeting-ahead", (next_meeting - now).days)
    if silence >= QUIET_AFTER:
        key = "health-silent" if last_held else "health-never-met"
        return Health(Light.YELLOW, key, days)
    return Health(Light.GREEN, "health-met" if last_held else "health-new", days)
