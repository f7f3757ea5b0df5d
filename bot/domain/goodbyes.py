"""A good ending: the day of the last meeting, words of thanks, what was reached, what comes next.

Each of the two has a farewell of their own: what one answers in it the other does not see, except
the note of thanks, once it may be passed on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.plan_errors import NoteUnderWay
from bot.domain.roadmap import tidy

QUESTIONNAIRE = "after"  # its key: what a goodbye asks when no wave asks the same
LONGEST_THANKS = 600
GRACE = timedelta(days=14)  # after the last meeting: then the pair is completed as it is
FOLLOW_UP_DAYS = 91  # three months


class ThanksState(StrEnum):
    HELD = "held"  # a minor is involved: the curator looks first
    PASSED = "passed"
    RETURNED = "returned"  # to be written anew


class WhatNext(StrEnum):
    GO_ON = "go-on"  # the same two, another year
    NEW_MENTOR = "new-mentor"
    NEW_MENTEE = "new-mentee"
    BECOME_MENTOR = "become-mentor"
    ALUMNI = "alumni"
    REST = "rest"


CHOICES: Mapping[Role, tuple[WhatNext, ...]] = {
    Role.MENTEE: (
        WhatNext.GO_ON,
        WhatNext.NEW_MENTOR,
        WhatNext.BECOME_MENTOR,
        WhatNext.ALUMNI,
        WhatNext.REST,
    ),
    Role.MENTOR: (WhatNext.GO_ON, WhatNext.NEW_MENTEE, WhatNext.REST),
}


NO_NEW_PAIR = frozenset({WhatNext.BECOME_MENTOR, WhatNext.ALUMNI, WhatNext.REST})


class FollowUp(StrEnum):
    """Three months later: does it still help?"""

    MUCH = "much"
    SOMEWHAT = "somewhat"
    NO = "no"


@dataclass(eq=False, kw_only=True)
class Goodbye:
    """The ending of one pair."""

    organisation_id: UUID
    programme_id: UUID
    pair_id: UUID
    mentor_id: UUID
    mentee_id: UUID
    begun_by: UUID
    begun_at: datetime
    last_on: date  # the day of the last meeting
    ended_at: datetime | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.mentee_id, self.mentor_id})


@dataclass(eq=False, kw_only=True)
class Farewell:
    """One side of a goodbye."""

    organisation_id: UUID
    programme_id: UUID
    pair_id: UUID
    person_id: UUID
    partner_id: UUID
    side: Role
    thanks: str | None = None
    thanks_state: ThanksState | None = None
    thanks_at: datetime | None = None
    looked_by: UUID | None = None  # who of the team has read the note first
    next: WhatNext | None = None
    response_id: UUID | None = None  # of a wave that asks the same, or of the questionnaire here
    follow_up: FollowUp | None = None
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    def thank(self, words: str, *, held: bool, now: datetime) -> None:
        """Raises `NoteUnderWay` once the other side has it, `AnswerEmpty`, `AnswerTooLong`."""
        if self.thanks_state is ThanksState.PASSED:
            raise NoteUnderWay
        self.thanks, self.thanks_at = tidy(words, LONGEST_THANKS), now
        self.thanks_state = ThanksState.HELD if held else ThanksState.PASSED

    def look(self, *, passes: bool, by: UUID) -> bool:
        """What the curator decides about a held note. True when this call did it."""
        wanted = ThanksState.PASSED if passes else ThanksState.RETURNED
        if self.thanks_state is wanted:
            return False
        if self.thanks_state is not ThanksState.HELD:
            raise Gone
        self.thanks_state, self.looked_by = wanted, by
        return True

    def choose(self, what: WhatNext) -> bool:
        """True when this call changed it."""
        if what not in CHOICES[self.side]:
            raise Gone
        if self.next is what:
            return False
        self.next = what
        return True
