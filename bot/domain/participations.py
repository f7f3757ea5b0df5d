"""Taking part in a programme: from the first tap to the curator's decision.

Minors: under 14 the guardian consents before anything is asked; from 14 to 17 the form comes first
and then waits for the guardian. The curator sees an application only when every consent is there.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.access import Role
from bot.domain.errors import Gone
from bot.domain.ids import new_id
from bot.domain.people import AgeBand
from bot.domain.selection import Stage


class ParticipationState(StrEnum):
    CONSENT = "consent"  # invited, has not agreed yet
    FORM = "form"  # filling in the intake form
    GUARDIAN = "guardian"  # waiting for a guardian's consent
    APPLIED = "applied"  # the curator decides
    APPROVED = "approved"
    RESERVE = "reserve"  # good, but there is no mentee for them yet
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


DECIDED = frozenset(
    {ParticipationState.APPROVED, ParticipationState.DECLINED, ParticipationState.WITHDRAWN}
)


@dataclass(eq=False, kw_only=True)
class Participation:
    """One person in one role of one programme."""

    organisation_id: UUID
    programme_id: UUID
    person_id: UUID
    role: Role
    created_at: datetime
    state: ParticipationState = ParticipationState.CONSENT
    response_id: UUID | None = None  # the intake form
    form_sent: bool = False
    guardian_needed: bool = False
    guardian_agreed: bool = False
    decided_at: datetime | None = None
    decided_by: UUID | None = None
    reason: str | None = None
    stage: Stage | None = None  # of a mentor's selection: the last step passed
    kind: str | None = None  # of a mentor: learner, teacher, ...; of a mentee: pupil, student
    entered_by: UUID | None = None  # by the team, for somebody who uses no messenger
    applied_at: datetime | None = None  # complete and in the curator's queue since
    training_open_at: datetime | None = None  # of a mentor: may learn since
    vouched_by: UUID | None = None  # the curator who knows this alumnus: no queue for the offers
    mentored_in: UUID | None = None  # of a mentor who came by the fast lane: the pair as a mentee
    round_told: date | None = None  # the next round of matching the person has been told of
    id: UUID = field(default_factory=new_id)

    @property
    def parties(self) -> frozenset[UUID]:
        return frozenset({self.person_id})

    def agreed(self, band: AgeBand) -> None:
        """The person's own consent (for a child under 14: the notice was read)."""
        if self.state is not ParticipationState.CONSENT:
            raise Gone
        self.guardian_needed = band is not AgeBand.ADULT
        early = band is AgeBand.UNDER_14
        self.state = ParticipationState.GUARDIAN if early else ParticipationState.FORM

    def form_finished(self, *, minor: bool) -> None:
        if self.state is not ParticipationState.FORM:
            raise Gone
        self.form_sent = True
        self.guardian_needed = self.guardian_needed or minor
        self._go_on()

    def apply_again(self, *, minor: bool) -> None:
        """After a refusal: the form has been changed, and the curator decides anew."""
        if self.state is not ParticipationState.DECLINED:
            raise Gone
        self.guardian_needed = self.guardian_needed or minor
        self.decided_at = self.decided_by = self.reason = None
        self._go_on()

    def guardian_consented(self) -> None:
        self.guardian_agreed = True
        if self.state is ParticipationState.GUARDIAN:
            self._go_on()

    def _go_on(self) -> None:
        waiting = self.guardian_needed and not self.guardian_agreed
        if waiting:
            self.state = ParticipationState.GUARDIAN
        elif not self.form_sent:
            self.state = ParticipationState.FORM
        else:
            self.state = ParticipationState.APPLIED

    def decide(self, *, approved: bool, by: UUID, now: datetime, reason: str | None = None) -> None:
        state = ParticipationState.APPROVED if approved else ParticipationState.DECLINED
        self._decided(state, by, now, reason)

    def keep_in_reserve(self, *, by: UUID, now: datetime) -> None:
        self._decided(ParticipationState.RESERVE, by, now)

    def _decided(
        self, state: ParticipationState, by: UUID, now: datetime, reason: str | None = None
    ) -> None:
        if self.state is not ParticipationState.APPLIED:
            raise Gone
        self.state = state
        self.decided_at, self.decided_by, self.reason = now, by, reason

    def reopen(self, now: datetime) -> None:
        """The curator takes up a declined or reserved application again; steps passed stay."""
        if self.state not in (ParticipationState.DECLINED, ParticipationState.RESERVE):
            raise Gone
        self.state, self.applied_at = ParticipationState.APPLIED, now
        self.decided_at = self.decided_by = self.reason = None

    def withdraw(self, now: datetime) -> None:
        if self.state is not ParticipationState.WITHDRAWN:
            self.state, self.decided_at = ParticipationState.WITHDRAWN, now

    def come_back(self) -> None:
        """After a withdrawal: everything is agreed to anew, earlier answers are offered again."""
        if self.state is not ParticipationState.WITHDRAWN:
            raise Gone
        self.state = ParticipationState.CONSENT
        self.form_sent = self.guardian_needed = self.guardian_agreed = False
        self.decided_at = self.decided_by = self.reason = None
