"""A letter: what a due notice says, as keys and values; the edge puts it into words."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain.notices import Notice
from bot.domain.profile import Profile
from bot.storage.database import Transaction


@dataclass(frozen=True)
class Press:
    """A button under a letter: what pressing it does, and to what. `args` fill in its label."""

    label: str  # a text key
    act: str  # a name of `bot/handlers/acts.py`
    subject: UUID
    args: Mapping[str, Any] = field(default_factory=dict)
    value: str = ""


@dataclass(frozen=True)
class CalendarEntry:
    """A file for the reader's calendar. `with_whom` stands in its title."""

    meeting_id: UUID
    sequence: int
    starts_at: datetime
    length: timedelta
    stamped_at: datetime
    zone: str
    with_whom: str
    place: str
    where: str | None = None  # a link, or the place in words
    cancelled: bool = False


@dataclass(frozen=True)
class Letter:
    """`key` names a text; `args` fill it in. `picture` is drawn when it is sent."""

    key: str
    args: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[tuple[Press, ...], ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    digest: Any = None  # facts of a digest, drawn as text and picture
    words: str | None = None  # already somebody's own words, said as they are
    parts: tuple["Letter", ...] = ()  # several of one kind, said in one message after an outage

    @property
    def may_be_a_part(self) -> bool:
        """A file or a picture is a message of its own."""
        return not self.calendar and self.digest is None and self.words is None


@dataclass(frozen=True)
class Desk:
    """What composing needs: today's facts and the region's content."""

    tx: Transaction
    profile: Profile


Letters = Mapping[UUID, Letter]
Compose = Callable[[Desk, Sequence[Notice]], Awaitable[Letters]]
