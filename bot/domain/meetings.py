"""A meeting: offered at up to three times, picked by the other side, confirmed by both afterwards.

- A time in the past is refused, and so is a time at which either side already meets somebody.
- Either side offers other times for the same meeting (a counter-proposal, a move): it keeps its id,
  so that a calendar moves the entry it has.
- Both say with one tap what became of it; when they disagree, both words are kept: `DISPUTED`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self
from uuid import UUID

from bot.domain.errors import Gone, MeetingInThePast, NothingChosen, TooEarly, TooManyTimes
from bot.domain.ids import new_id
from bot.domain.meeting_errors import AlreadySettled, MeetingTooOld

MOST_TIMES = 3
LENGTH = timedelta(hours=1)
OLDEST_LOGGED = timedelta(days=60)  # what was longer ago nobody remembers to the hour


class MeetingKind(StrEnum):
    """What a meeting is for; each has an agenda card in the profile."""

    INTRO = "intro"
    TRIAL = "trial"
    PLANNING = "planning"
    REGULAR = "regular"
    FINAL = "final"


FIRST = frozenset({MeetingKind.INTRO, MeetingKind.TRIAL})  # an adult and a minor: not alone
ONLINE, IN_PERSON = "online", "in-person"
ON_SITE, WITH_CURATOR = "on-site", "with-curator"
# Where an adult and a minor may meet first: on the organisation's ground, or the curator is there.
GUARDED_PLACES = (ON_SITE, WITH_CURATOR)


class Every(StrEnum):
    """How often a series comes round."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


class MeetingState(StrEnum):
    OFFERED = "offered"
    AGREED = "agreed"
    CANCELLED = "cancelled"
    HELD = "held"
    NOT_HELD = "not-held"
    MOVED = "moved"
    DISPUTED = "disputed"


class Receipt(StrEnum):
    """What one side says became of the meeting."""

    HELD = "held"
    MOVED = "moved"
    NOT_HELD = "not-held"


class Progress(StrEnum):
    """What a meeting brought to the goals, as the mentor sees it."""

    FORWARD = "forward"
    SAME = "same"
    BACK = "back"


@dataclass(eq=False, kw_only=True)
class Meeting:
    organisation_id: UUID
    programme_id: UUID
    pair_id: UUID
    mentor_id: UUID
    mentee_id: UUID
    offered_by: UUID
    offered_at: datetime
    times: list[str]  # ISO instants, UTC
    place: str  # a format of the profile ("online", "in-person"), or one of `GUARDED_PLACES`
    kind: MeetingKind = MeetingKind.REGULAR
    where: str | None = None  # a link, or the place in words
    at: datetime | None = None
    state: MeetingState = MeetingState.OFFERED
    mentor_says: Receipt | None = None
    mentee_says: Receipt | None = None
    sequence: int = 0
    was_at: datetime | None = None  # agreed on before somebody asked to move it
    changed_by: UUID | None = None  # who moved it or called it off
    reason: str | None = None  # why: a key of the profile, or words
    repeats: Every | None = None  # the first of a series
    repeats_until: date | None = None
    series_id: UUID | None = None  # shared by the meetings of a series
    taken: bool = False  # its being held has moved the pair on
    logged_by: UUID | None = None  # written down afterwards
    minutes: int | None = None  # how it was, in the mentor's words: told after it was held
    progress: Progress | None = None
    mood: int | None = None  # 1 to 5, for the curator
    next_step: str | None = None  # a key of the profile, or words
    mentor_entered_by: UUID | None = None  # who of the team wrote down what this side said last
    mentee_entered_by: UUID | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.mentee_id, self.mentor_id})

    @classmethod
    def offer(
        cls,
        *,
        organisation_id: UUID,
        programme_id: UUID,
        pair_id: UUID,
        mentor_id: UUID,
        mentee_id: UUID,
        offered_by: UUID,
        times: Sequence[datetime],
        place: str,
        now: datetime,
        kind: MeetingKind = MeetingKind.REGULAR,
        where: str | None = None,
    ) -> Self:
        return cls(
            organisation_id=organisation_id,
            programme_id=programme_id,
            pair_id=pair_id,
            mentor_id=mentor_id,
            mentee_id=mentee_id,
            offered_by=offered_by,
            offered_at=now,
            times=to_choose_from(times, now),
            place=place,
            kind=kind,
            where=where,
        )

    @classmethod
    def log(
        cls,
        *,
        organisation_id: UUID,
        programme_id: UUID,
        pair_id: UUID,
        mentor_id: UUID,
        mentee_id: UUID,
        logged_by: UUID,
        at: datetime,
        place: str,
        kind: MeetingKind,
        now: datetime,
    ) -> Self:
        """One that is over already: the other side confirms it.

        Raises `TooEarly`, `MeetingTooOld`.
        """
        if at > now:
            raise TooEarly
        if at < now - OLDEST_LOGGED:
            raise MeetingTooOld(days=OLDEST_LOGGED.days)
        logged = cls(
            organisation_id=organisation_id,
            programme_id=programme_id,
            pair_id=pair_id,
            mentor_id=mentor_id,
            mentee_id=mentee_id,
            offered_by=logged_by,
            offered_at=now,
            times=[at.isoformat()],
            place=place,
            kind=kind,
            at=at,
            state=MeetingState.AGREED,
            logged_by=logged_by,
        )
        logged.confirm(logged_by, Receipt.HELD, now)
        return logged

    @property
    def offered_times(self) -> list[datetime]:
        return [datetime.fromisoformat(at) for at in self.times]

    def picker(self) -> UUID:
        """Who is to choose: the side that did not offer."""
        return self.mentee_id if self.offered_by == self.mentor_id else self.mentor_id

    def pick(self, at: datetime, now: datetime) -> bool:
        """False when this very time was picked before (a second press)."""
        if self.state is MeetingState.AGREED and self.at == at:
            return False
        if self.state is not MeetingState.OFFERED or at not in self.offered_times:
            raise Gone
        if at <= now:
            raise MeetingInThePast
        self.state, self.at = MeetingState.AGREED, at
        self.sequence += 1
        return True

    def offer_anew(
        self, by: UUID, times: Sequence[datetime], now: datetime, reason: str | None = None
    ) -> None:
        """Other times for the same meeting: instead of those offered, or of the one agreed on.

        Now the other side chooses. Raises `Gone` for a meeting that has begun or is over.
        """
        if not self.open or (self.at is not None and self.at <= now):
            raise Gone
        offered = to_choose_from(times, now)
        self.was_at = self.at or self.was_at
        self.state, self.at, self.times = MeetingState.OFFERED, None, offered
        self.offered_by, self.offered_at = by, now
        self.changed_by, self.reason = by, reason
        self.sequence += 1

    @property
    def moved(self) -> bool:
        """Agreed on before, and now other times are offered for it."""
        return self.state is MeetingState.OFFERED and self.was_at is not None

    @property
    def open(self) -> bool:
        return self.state in (MeetingState.OFFERED, MeetingState.AGREED)

    def cancel(self, by: UUID | None = None, reason: str | None = None) -> None:
        """Raises `Gone` for a meeting that is over or called off."""
        if not self.open:
            raise Gone
        self.state = MeetingState.CANCELLED
        self.changed_by, self.reason = by, reason
        self.sequence += 1

    def meet_at(self, where: str) -> None:
        """The place in words, or a link; what stands in calendars is renewed."""
        if not self.open:
            raise Gone
        self.where = where
        self.sequence += 1

    @property
    def ends_at(self) -> datetime | None:
        return None if self.at is None else self.at + LENGTH

    def says(self, person_id: UUID) -> Receipt | None:
        return self.mentor_says if person_id == self.mentor_id else self.mentee_says

    @property
    def settled(self) -> bool:
        """Both have said the same."""
        return self.mentor_says is not None and self.mentor_says is self.mentee_says

    def said_by(self, person_id: UUID, writer: UUID) -> None:
        """One of the two has said something: in person, or somebody of the team wrote it down."""
        entered = None if writer == person_id else writer
        if person_id == self.mentor_id:
            self.mentor_entered_by = entered
        else:
            self.mentee_entered_by = entered

    @property
    def entered(self) -> dict[UUID, UUID]:
        """For whom of the two the team has written, and who did."""
        sides = (
            (self.mentee_id, self.mentee_entered_by),
            (self.mentor_id, self.mentor_entered_by),
        )
        return {person_id: by for person_id, by in sides if by is not None}

    def was_held_to(self, person_id: UUID) -> bool:
        """Whether this side says that it took place."""
        return self.says(person_id) is Receipt.HELD

    def confirm(self, person_id: UUID, receipt: Receipt, now: datetime) -> None:
        """One side's word. Until both have spoken the first word counts.

        Raises `AlreadySettled` when both had said the same and this is something else.
        """
        if self.at is None or self.state in (MeetingState.OFFERED, MeetingState.CANCELLED):
            raise Gone
        if now < self.at:
            raise TooEarly
        if self.settled and receipt is not self.mentor_says:
            raise AlreadySettled
        if person_id == self.mentor_id:
            self.mentor_says = receipt
        else:
            self.mentee_says = receipt
        words = {w for w in (self.mentor_says, self.mentee_says) if w is not None}
        self.state = MeetingState(words.pop().value) if len(words) == 1 else MeetingState.DISPUTED


def to_choose_from(times: Sequence[datetime], now: datetime) -> list[str]:
    """Raises `NothingChosen`, `TooManyTimes`, `MeetingInThePast`."""
    if not times:
        raise NothingChosen
    if len(set(times)) > MOST_TIMES:
        raise TooManyTimes(most=MOST_TIMES)
    if min(times) <= now:
        raise MeetingInThePast
    return [at.isoformat() for at in sorted(set(times))]
