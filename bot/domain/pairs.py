"""A pair: proposed by the curator, accepted by both, at work until it is closed."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.ids import new_id


class PairState(StrEnum):
    PROPOSED = "proposed"
    ACTIVE = "active"
    PAUSED = "paused"  # both said yes, somebody lacks a consent or a check: no meetings until then
    DECLINED = "declined"
    EXPIRED = "expired"
    CLOSED = "closed"


OPEN = frozenset({PairState.PROPOSED, PairState.ACTIVE, PairState.PAUSED})
AGREED = frozenset({PairState.ACTIVE, PairState.PAUSED})  # both said yes

# Why a pair was closed: by the curator, or because one of the two took the consent back.
FINISHED, OTHER = "finished", "other"
ENDINGS = (FINISHED, "no-meetings", "not-a-match", "leaves", OTHER)
CONSENT_WITHDRAWN = "consent-withdrawn"
GUARDIAN_SAID_NO = "guardian-said-no"  # the answer's reason when neither of the two said it


@dataclass(eq=False, kw_only=True)
class Pair:
    organisation_id: UUID
    programme_id: UUID
    form: str
    mentee_participation_id: UUID
    mentor_participation_id: UUID
    mentee_id: UUID
    mentor_id: UUID
    proposed_at: datetime
    proposed_by: UUID
    expires_at: datetime
    score: int
    reasons: list[dict[str, Any]]
    state: PairState = PairState.PROPOSED
    mentee_accepts: bool | None = None
    mentor_accepts: bool | None = None
    mentee_answered_by: UUID | None = None  # of the team, for somebody without a messenger
    mentor_answered_by: UUID | None = None
    active_since: datetime | None = None
    ended_at: datetime | None = None
    reason: str | None = None
    group_id: UUID | None = None  # shared by the pairs of one group
    slot: str | None = None  # when a group meets
    answer_reason: str | None = None  # why one of the two said no: a key of the profile, or words
    followed_up_at: datetime | None = None  # the next best was looked for after a no or a silence
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.mentee_id, self.mentor_id})

    @property
    def participations(self) -> frozenset[UUID]:
        return frozenset({self.mentee_participation_id, self.mentor_participation_id})

    def side(self, person_id: UUID) -> Role:
        return Role.MENTOR if person_id == self.mentor_id else Role.MENTEE

    def partner(self, person_id: UUID) -> UUID:
        return self.mentee_id if person_id == self.mentor_id else self.mentor_id

    def answer_of(self, person_id: UUID) -> bool | None:
        is_mentor = self.side(person_id) is Role.MENTOR
        return self.mentor_accepts if is_mentor else self.mentee_accepts

    def answer(
        self,
        person_id: UUID,
        *,
        accepts: bool,
        now: datetime,
        cleared: bool = False,
        entered_by: UUID | None = None,
    ) -> None:
        """One no ends the proposal. After the second yes the two are at work, or wait until

        both are `cleared`. `entered_by`: who of the team has written down what the person said.
        """
        if self.state is not PairState.PROPOSED or now >= self.expires_at:
            raise Gone
        if self.side(person_id) is Role.MENTOR:
            self.mentor_accepts, self.mentor_answered_by = accepts, entered_by
        else:
            self.mentee_accepts, self.mentee_answered_by = accepts, entered_by
        if not accepts:
            self.state, self.ended_at = PairState.DECLINED, now
        elif self.mentor_accepts and self.mentee_accepts:
            self.state = PairState.PAUSED
            if cleared:
                self.resume(now)

    def object(self, now: datetime) -> None:
        """A guardian wants another pair for the child; nobody has to say why."""
        if self.state is not PairState.PROPOSED or now >= self.expires_at:
            raise Gone
        self.state, self.ended_at = PairState.DECLINED, now
        self.answer_reason = GUARDIAN_SAID_NO

    def pause(self) -> bool:
        """True when this call did it."""
        if self.state is not PairState.ACTIVE:
            return False
        self.state = PairState.PAUSED
        return True

    def resume(self, now: datetime) -> bool:
        """Nothing is missing any more. True when this call did it."""
        if self.state is not PairState.PAUSED:
            return False
        self.state = PairState.ACTIVE
        self.active_since = self.active_since or now  # both had said yes and waited
        return True

    def expire(self, now: datetime) -> None:
        if self.state is PairState.PROPOSED and now >= self.expires_at:
            self.state, self.ended_at = PairState.EXPIRED, now

    def close(self, reason: str, now: datetime) -> None:
        if self.state in OPEN:
            self.state, self.ended_at, self.reason = PairState.CLOSED, now, reason


def proposal_expiry(now: datetime, days: int) -> datetime:
    return now + timedelta(days=days)
