"""The same done about many pairs at once: what, to which of them, and how much of it is undone.

A pair is left out for a reason that is told before and after. For some minutes the whole is taken
back: letters wait a while before they leave, everything else is put as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import Gone, Refusal
from bot.domain.health import Alert, Light
from bot.domain.ids import new_id
from bot.domain.pair_marks import Done, PairMark

MOST_PAIRS = 300  # of one act: what one transaction carries in a second
HELD_FOR = timedelta(minutes=5)  # before the letters leave
UNDO_FOR = timedelta(minutes=30)
DAYS_WITHOUT = (7, 14, 21, 30)  # without a meeting, as can be asked for
BOTH = frozenset({Role.MENTEE, Role.MENTOR})


class MassWhat(StrEnum):
    REMIND = "remind"
    SNOOZE = "snooze"
    TALK = "talk"
    ENTRUST = "entrust"
    LETTER = "letter"


MARKS: Mapping[MassWhat, Done] = {
    MassWhat.REMIND: Done.NUDGED,
    MassWhat.SNOOZE: Done.SNOOZED,
    MassWhat.TALK: Done.CALLED,
}


class LeftOut(StrEnum):
    """Why a pair is not touched. The text that says so is `mass-out-<reason>`."""

    ENDED = "ended"  # meanwhile
    EARLY = "early"  # they have not begun yet
    RESTS = "rests"  # on a pause
    AHEAD = "ahead"  # a meeting is agreed on
    LATELY = "lately"  # they were reminded in the last days
    AWAY = "away"  # the bot reaches neither of them
    CALM = "calm"  # there are no alerts to put off
    THEIRS = "theirs"  # it is in these hands already


class Undone(StrEnum):
    """What became of one pair when the act was taken back."""

    FULLY = "fully"
    SENT = "sent"  # a letter had left
    CHANGED = "changed"  # somebody has said something newer since: that holds


class NothingToDo(Refusal):
    """Every pair that was chosen is left out."""

    key = "refusal-mass-nothing"


class TooLate(Refusal):
    """The minutes in which it could be taken back are over."""

    key = "refusal-mass-too-late"


class TooManyPairs(Refusal):
    """args: most."""

    key = "refusal-mass-too-many"


@dataclass(eq=False, kw_only=True)
class MassAct:
    organisation_id: UUID
    programme_id: UUID
    made_by: UUID
    what: MassWhat
    at: datetime
    undo_until: datetime
    done: int = 0  # pairs
    left_out: int = 0
    letters: int = 0
    letters_at: datetime | None = None
    to_id: UUID | None = None  # in whose hands; None with ENTRUST: everybody's again
    broadcast_id: UUID | None = None
    undone_at: datetime | None = None
    undone_by: UUID | None = None
    called_back: int = 0  # letters
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.made_by})

    def undo(self, now: datetime, by: UUID) -> None:
        self.undone_at, self.undone_by = now, by


@dataclass(eq=False, kw_only=True)
class MassLine:
    """One pair of an act. `before`: what stood there, to be put back."""

    organisation_id: UUID
    programme_id: UUID
    act_id: UUID
    pair_id: UUID
    made_by: UUID
    left_out: LeftOut | None = None
    mark_id: UUID | None = None
    before: dict[str, Any] | None = None
    undone: Undone | None = None
    id: UUID = field(default_factory=new_id)


class Hands(StrEnum):
    """In whose care the pairs are that are asked for."""

    ANY = "any"
    MINE = "mine"
    NOBODYS = "nobodys"
    ANOTHERS = "anothers"


@dataclass(frozen=True)
class PairFilter:
    """Which pairs are shown; what is empty excludes none."""

    lights: tuple[Light, ...] = ()
    alerts: tuple[Alert, ...] = ()
    forms: tuple[str, ...] = ()
    hands: Hands = Hands.ANY
    without_days: int = 0  # so many days without a meeting, or more

    @classmethod
    def load(cls, raw: Mapping[str, Any]) -> Self:
        """Raises `Gone` for what `dump` did not make."""
        try:
            return cls(
                tuple(Light(one) for one in raw["lights"]),
                tuple(Alert(one) for one in raw["alerts"]),
                tuple(str(one) for one in raw["forms"]),
                Hands(raw["hands"]),
                int(raw["without_days"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise Gone from error

    def dump(self) -> dict[str, Any]:
        return {
            "lights": [str(one) for one in self.lights],
            "alerts": [str(one) for one in self.alerts],
            "forms": list(self.forms),
            "hands": str(self.hands),
            "without_days": self.without_days,
        }

    @property
    def empty(self) -> bool:
        return self == type(self)()


_MARK = ("at", "until", "light", "alerts", "reason", "with_mentee", "with_mentor")


def kept(mark: PairMark) -> dict[str, Any]:
    """The mark as it was, in JSON."""
    values = {name: getattr(mark, name) for name in _MARK}
    values["at"], values["until"] = mark.at.isoformat(), mark.until.isoformat()
    return {**values, "light": str(mark.light), "alerts": list(mark.alerts)}


def put_back(mark: PairMark, before: Mapping[str, Any]) -> None:
    """The opposite of `kept`."""
    mark.at = datetime.fromisoformat(before["at"])
    mark.until = datetime.fromisoformat(before["until"]).date()
    mark.light, mark.alerts = Light(before["light"]), list(before["alerts"])
    mark.reason = before["reason"]
    mark.with_mentee, mark.with_mentor = before["with_mentee"], before["with_mentor"]
