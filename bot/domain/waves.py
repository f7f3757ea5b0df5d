"""A wave: one questionnaire sent to a frozen list of people, each asked until a date.

On a day everybody of the audience is asked at once. A wave of an event goes on through the whole
programme: each person joins it when their event comes, and stays on its list from then on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import NothingChosen
from bot.domain.ids import new_id
from bot.domain.moments import QuietHours
from bot.domain.people import Tone
from bot.domain.wave_errors import WaveTooLong

MOST_REMINDERS = 3  # in sum, however often a wave is extended
APART = timedelta(hours=48)  # between any two letters about one questionnaire
LEAST_ANONYMOUS = 5  # of fewer people nobody is anonymous
LONGEST_DAYS = 60
ASKED_ROLES = (Role.MENTEE, Role.MENTOR)


class WaveState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class WaveEvent(StrEnum):
    DATE = "date"  # a day that the curator chooses
    MIDDLE = "middle"  # half-way through the programme
    ENTRY = "entry"  # the application was approved
    START = "start"  # the pair has begun
    DAY_30 = "day-30"  # of the pair
    CLOSING = "closing"  # the goodbye of the pair has begun, or it has ended well
    LATER = "later"  # three months after a pair has ended well


ON_A_DAY = frozenset({WaveEvent.DATE, WaveEvent.MIDDLE})
# how long after what happened to the pair, or to the application, somebody is asked
AFTER: Mapping[WaveEvent, timedelta] = {
    WaveEvent.ENTRY: timedelta(0),
    WaveEvent.START: timedelta(0),
    WaveEvent.DAY_30: timedelta(days=30),
    WaveEvent.CLOSING: timedelta(0),
    WaveEvent.LATER: timedelta(days=91),
}


@dataclass(frozen=True)
class Audience:
    """Who of a programme is asked; what is empty excludes nobody.

    `alone`: on a day, also those approved who are in no pair that meets.
    """

    roles: tuple[Role, ...] = ASKED_ROLES
    forms: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    alone: bool = False

    @classmethod
    def load(cls, raw: Mapping[str, Any]) -> Self:
        return cls(
            roles=tuple(Role(role) for role in raw["roles"]),
            forms=tuple(raw["forms"]),
            groups=tuple(raw["groups"]),
            alone=raw["alone"],
        )

    def dump(self) -> dict[str, Any]:
        return {
            "roles": [str(role) for role in self.roles],
            "forms": list(self.forms),
            "groups": list(self.groups),
            "alone": self.alone,
        }

    def takes(self, *, form: str | None, group: str | None) -> bool:
        """Of somebody in one of the roles."""
        if self.forms and form not in self.forms:
            return False
        return not self.groups or group in self.groups


@dataclass(frozen=True)
class WaveTemplate:
    """A wave as the profile proposes it."""

    key: str
    questionnaire: str
    event: WaveEvent
    days: int
    anonymous: bool
    audience: Audience


@dataclass(frozen=True)
class WaveRules:
    """What the profile says of waves: which there may be, and when people are written to."""

    templates: tuple[WaveTemplate, ...]
    reminders: tuple[int, ...]  # days after the invitation, at most MOST_REMINDERS
    good_hours: Mapping[Tone, tuple[time, time]]  # learners, everybody else

    def template(self, key: str) -> WaveTemplate | None:
        return next((one for one in self.templates if one.key == key), None)

    def bad_hours(self, tone: Tone) -> QuietHours:
        """For `moments.after_quiet`: all but the good ones."""
        begin, end = self.good_hours[tone]
        return QuietHours(end, begin)

    def next_reminder(self, sent: int) -> timedelta | None:
        """From the invitation (sent = 0) or a reminder to the next one; None: there is no more."""
        if sent >= len(self.reminders):
            return None
        before = self.reminders[sent - 1] if sent else 0
        return max(timedelta(days=self.reminders[sent] - before), APART)


@dataclass(eq=False, kw_only=True)
class PlannedWave:
    """What a curator has decided about one wave of her programme."""

    organisation_id: UUID
    programme_id: UUID
    key: str
    questionnaire: str  # its key
    event: WaveEvent
    days: int
    anonymous: bool
    audience: dict[str, Any]
    enabled: bool = False
    starts_on: date | None = None
    changed_by: UUID
    changed_at: datetime
    id: UUID = field(default_factory=new_id)

    @classmethod
    def of(
        cls, template: WaveTemplate, *, organisation_id: UUID, programme_id: UUID, by: UUID,
        now: datetime,
    ) -> Self:  # fmt: skip
        return cls(
            organisation_id=organisation_id,
            programme_id=programme_id,
            key=template.key,
            questionnaire=template.questionnaire,
            event=template.event,
            days=template.days,
            anonymous=template.anonymous,
            audience=template.audience.dump(),
            changed_by=by,
            changed_at=now,
        )

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    @property
    def on_a_day(self) -> bool:
        return self.event in ON_A_DAY

    @property
    def asked(self) -> Audience:
        return Audience.load(self.audience)

    def ask(self, audience: Audience) -> None:
        """Raises `NothingChosen` when no role is left."""
        if not audience.roles:
            raise NothingChosen
        self.audience = audience.dump()

    def last(self, days: int) -> None:
        """Raises `WaveTooLong`."""
        if not 0 < days <= LONGEST_DAYS:
            raise WaveTooLong(most=LONGEST_DAYS)
        self.days = days

    def day(self, starts_on: date, ends_on: date) -> date | None:
        """The day it opens by itself; None: when the curator says so, or by its event."""
        if not self.on_a_day:
            return None
        if self.starts_on is None and self.event is WaveEvent.MIDDLE:
            return starts_on + (ends_on - starts_on) / 2
        return self.starts_on


@dataclass(eq=False, kw_only=True)
class Wave:
    organisation_id: UUID
    programme_id: UUID
    questionnaire_id: UUID
    opened_at: datetime
    opened_by: UUID
    closes_at: datetime
    key: str = "half-way"
    event: WaveEvent = WaveEvent.DATE
    anonymous: bool = False
    audience: dict[str, Any] = field(default_factory=lambda: Audience().dump())
    days: int = 10  # that each person has
    state: WaveState = WaveState.OPEN
    closed_at: datetime | None = None
    listed_to: UUID | None = None  # the last participation that was looked at for the list
    listed_at: datetime | None = None  # on a day: the list is whole; of an event: looked at until
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset()

    @property
    def on_a_day(self) -> bool:
        return self.event in ON_A_DAY

    @property
    def asked(self) -> Audience:
        return Audience.load(self.audience)

    def close(self, now: datetime) -> bool:
        """True when this call closed it."""
        if self.state is WaveState.CLOSED:
            return False
        self.state, self.closed_at = WaveState.CLOSED, now
        return True
