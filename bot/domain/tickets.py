"""A question to the curator: asked by somebody who takes part, answered in the chat.

No private talk of an adult and a child: whoever is in charge of the programme reads all of it, and
nothing that was said can be taken out of it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import Gone, Refusal
from bot.domain.ids import new_id
from bot.domain.participations import ParticipationState

LONGEST_WORDS = 1000
MOST_OPEN = 5  # of one person, unanswered at once
LATE = timedelta(days=2)  # unanswered so long, the team is reminded
ASKING_ROLES = (Role.MENTEE, Role.MENTOR, Role.ALUMNUS)
# words are kept of those only who have agreed to it
MAY_ASK = frozenset(
    {
        ParticipationState.FORM,
        ParticipationState.GUARDIAN,
        ParticipationState.APPLIED,
        ParticipationState.APPROVED,
        ParticipationState.RESERVE,
        ParticipationState.DECLINED,
    }
)


class TooManyQuestions(Refusal):
    """args: most."""

    key = "refusal-too-many-questions"


class TicketState(StrEnum):
    NEW = "new"  # the asker has said the last word
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(eq=False, kw_only=True)
class Ticket:
    organisation_id: UUID
    programme_id: UUID
    person_id: UUID  # who asks
    participation_id: UUID  # theirs, or the child's whose guardian asks
    asked_at: datetime
    moved_at: datetime  # the last word, or the end
    state: TicketState = TicketState.NEW
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    def asked(self, now: datetime) -> None:
        """The asker adds something; also to what was thought to be settled."""
        if self.state is not TicketState.NEW:
            self.asked_at = now  # waits from now on, and not since the first question
        self.state, self.moved_at = TicketState.NEW, now

    def answered(self, now: datetime) -> None:
        """Raises `Gone` when it has been closed meanwhile."""
        if self.state is TicketState.CLOSED:
            raise Gone
        self.state, self.moved_at = TicketState.ANSWERED, now

    def close(self, now: datetime) -> bool:
        """True when this did it."""
        if self.state is TicketState.CLOSED:
            return False
        self.state, self.moved_at = TicketState.CLOSED, now
        return True


@dataclass(eq=False, kw_only=True)
class TicketMessage:
    organisation_id: UUID
    programme_id: UUID
    ticket_id: UUID
    person_id: UUID  # who wrote it: the asker, or somebody in charge
    words: str
    at: datetime
    id: UUID = field(default_factory=new_id)
