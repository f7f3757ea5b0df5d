"""What a curator hears of her programme unasked, and when: her own choice, beside the usual one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.errors import Gone
from bot.domain.health import Alert
from bot.domain.ids import new_id
from bot.domain.moments import Zone, next_weekly


class Often(StrEnum):
    WEEKLY = "weekly"
    DAILY = "daily"  # from Monday to Friday
    OFF = "off"


HOURS = (8, 9, 10, 12, 14, 16, 18)  # outside the quiet hours
WORKING_DAYS = 5
TALKS = "talks"  # the due list of talks, which is no alert of a pair
# What can be switched off, as people choose it.
KINDS: Mapping[str, frozenset[Alert]] = {
    "silence": frozenset({Alert.SILENT, Alert.QUIET}),
    "receipts": frozenset({Alert.DISPUTED, Alert.RECEIPTS}),
    "ratings": frozenset({Alert.DIFFER, Alert.FELL, Alert.UNRATED}),
    "plan": frozenset({Alert.PLAN}),
    "survey": frozenset({Alert.SURVEY}),
    TALKS: frozenset(),
}
# Somebody asks for help, or two may not meet: whoever switches these off leaves a child alone.
ALWAYS = frozenset({Alert.ASKS, Alert.LACKS})


@dataclass(eq=False, kw_only=True)
class DigestChoice:
    organisation_id: UUID
    programme_id: UUID
    person_id: UUID
    often: Often = Often.WEEKLY
    weekday: int = 0  # Monday
    hour: int = 9
    without: list[str] = field(default_factory=list)  # of KINDS
    talks_since: date | None = None  # the day on which talks were switched on again
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    def next_at(self, after: datetime, zone: Zone) -> datetime | None:
        """The first moment later than `after`; None when nothing is wanted."""
        if self.often is Often.OFF:
            return None
        if self.often is Often.WEEKLY:
            return next_weekly(after, zone, self.weekday, self.hour)
        return min(next_weekly(after, zone, day, self.hour) for day in range(WORKING_DAYS))

    def hear(self, often: str, weekday: int, hour: int) -> None:
        """Raises `Gone` for anything a button cannot have carried."""
        if often not in list(Often) or weekday not in range(7) or hour not in HOURS:
            raise Gone
        self.often, self.weekday, self.hour = Often(often), weekday, hour

    def turn(self, kind: str, today: date) -> None:
        """A kind that is heard of is switched off, and the other way round. Raises `Gone`.

        Whoever takes up the talks again begins today: nobody is late for what was not asked for.
        """
        if kind not in KINDS:
            raise Gone
        off = set(self.without) ^ {kind}
        if kind == TALKS and kind not in off:
            self.talks_since = today
        self.without = [one for one in KINDS if one in off]

    @property
    def alerts_off(self) -> frozenset[Alert]:
        """Never one of `ALWAYS`, whatever stands in the row."""
        return frozenset().union(*(KINDS.get(one, frozenset()) for one in self.without)) - ALWAYS

    @property
    def hears_of_talks(self) -> bool:
        return TALKS not in self.without
