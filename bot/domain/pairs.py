"""A pair: proposed by the curator, accepted by both, at work until it is closed.

Where it may go from where is the table of `pair_states`; here is what changes on the way.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.pair_states import (
    AGREED,
    BY_MEETING,
    CLOSED,
    ENDED,
    MEETING,
    OPEN,
    Event,
    PairState,
    Step,
    step,
)

__all__ = ["AGREED", "CLOSED", "ENDED", "MEETING", "OPEN", "Event", "Pair", "PairState"]

# Why a pair was closed: by the curator, or because one of the two took the consent back.
FINISHED, OTHER = "finished", "other"
ANOTHER = "another"  # one side is to have another mentor: nobody is to blame
ENDINGS = (FINISHED, "no-meetings", "not-a-match", ANOTHER, "leaves", OTHER)
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
    paused_from: PairState | None = None  # where it goes on after the pause
    paused_until: datetime | None = None  # of a pause that was asked for
    to_settle: bool = False  # they expect different things: the curator starts the pair
    quiet_since: datetime | None = None  # since when the rungs below count
    quiet_rung: int = 0  # of the ladder of silence
    history: list[dict[str, str]] = field(default_factory=list)  # every step, oldest first
    kept_by: UUID | None = None  # of the team, who cares for it; None: all who are in charge
    followed_up_at: datetime | None = None  # the next best was looked for after a no or a silence
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.mentee_id, self.mentor_id})

    @property
    def pair_id(self) -> UUID:
        """As of everything that belongs to a pair: by it a share of the caseload is known."""
        return self.id

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
        settled: bool = True,
        entered_by: UUID | None = None,
    ) -> None:
        """One no ends the proposal. After the second yes the two are at work, or wait until

        both are `cleared` and what they expect of each other is `settled`. `entered_by`: who of
        the team has written down what the person said.
        """
        if self.state is not PairState.PROPOSED or now >= self.expires_at:
            raise Gone
        if self.side(person_id) is Role.MENTOR:
            self.mentor_accepts, self.mentor_answered_by = accepts, entered_by
        else:
            self.mentee_accepts, self.mentee_answered_by = accepts, entered_by
        if not accepts:
            self.moved(Event.DECLINE, now)
        elif self.mentor_accepts and self.mentee_accepts:
            self.moved(Event.AGREE, now)
            self.to_settle = not settled
            if not cleared:
                self.pause(now)
            elif settled:
                self.moved(Event.START, now)

    def object(self, now: datetime) -> None:
        """A guardian wants another pair for the child; nobody has to say why."""
        if self.state is not PairState.PROPOSED or now >= self.expires_at:
            raise Gone
        self.moved(Event.DECLINE, now)
        self.answer_reason = GUARDIAN_SAID_NO

    def moved(self, event: Event, now: datetime) -> Step | None:
        """Go the way of the table; None when there is none from here: a second press, or too late.

        What it plans and who hears of it stands in the step.
        """
        way = step(event, self.state)
        if way is None:
            return None
        if event is Event.PAUSE:
            self.paused_from = self.state
        self.state = way.to or self.paused_from or PairState.ACTIVE
        if event is not Event.PAUSE:
            self.paused_from = self.paused_until = None
        if event is Event.START:
            self.active_since = self.active_since or now
        if self.state in ENDED:
            self.ended_at = now
        step_taken = {"at": now.isoformat(), "event": str(event), "to": str(self.state)}
        self.history = [*self.history, step_taken]
        return way

    def settle(self, now: datetime) -> bool:
        """The curator has talked with both about what they expect. True when they start now."""
        self.to_settle = False
        return self.state is PairState.ACCEPTED and self.moved(Event.START, now) is not None

    @property
    def asked_of_trial(self) -> bool:
        """The trial meeting was held, and whether they go on is open."""
        held = any(one["event"] == Event.TRIAL_HELD for one in self.history)
        return held and self.state is PairState.TRIAL

    @property
    def alive_since(self) -> datetime | None:
        """The last time it began or went on: silence is counted from there."""
        begins = {Event.START, Event.RESUME}
        last = next((one for one in reversed(self.history) if one["event"] in begins), None)
        return datetime.fromisoformat(last["at"]) if last else self.active_since

    def held(self, kind: str, now: datetime) -> Step | None:
        """A meeting of this kind took place, as its receipts say."""
        return self.moved(BY_MEETING[kind], now) if kind in BY_MEETING else None

    def planned(self, now: datetime) -> Step | None:
        """The first goal is written down."""
        return self.moved(Event.PLAN, now)

    def begin_closing(self, now: datetime) -> Step | None:
        return self.moved(Event.CLOSE, now)

    def complete(self, now: datetime) -> Step | None:
        way = self.moved(Event.COMPLETE, now)
        if way is not None:
            self.reason = FINISHED
        return way

    def pause(self, now: datetime, *, until: datetime | None = None) -> bool:
        """Somebody lacks something, or asked to rest `until` a day. True when this did it."""
        changed = self.moved(Event.PAUSE, now) is not None
        if until is not None and self.state is PairState.PAUSED:
            self.paused_until = until
        return changed

    def rests(self, now: datetime) -> bool:
        """Inside a pause that was asked for."""
        return self.paused_until is not None and now < self.paused_until

    def resume(self, now: datetime) -> bool:
        """Nothing is missing any more. True when this call did it."""
        if self.state is not PairState.PAUSED or self.rests(now):
            return False
        had_begun = self.paused_from is not PairState.ACCEPTED
        self.moved(Event.RESUME, now)
        if not had_begun and not self.to_settle:  # both had said yes and waited
            self.moved(Event.START, now)
        return True

    def expire(self, now: datetime) -> None:
        if now >= self.expires_at:
            self.moved(Event.EXPIRE, now)

    def close(self, reason: str, now: datetime) -> None:
        event = Event.COMPLETE if reason == FINISHED and self.state in AGREED else Event.DISSOLVE
        if self.moved(event, now):
            self.reason = reason


def proposal_expiry(now: datetime, days: int) -> datetime:
    return now + timedelta(days=days)
